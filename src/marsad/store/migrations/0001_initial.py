"""The tables, made whole: one statement a table, which is much faster than adding constraints to it one by one."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.BinaryField(max_length=32, null=True, unique=True)),
                ("original", models.BinaryField(null=True)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("form", models.CharField()),
                ("name", models.CharField()),
                ("path", models.CharField(null=True)),
                ("url", models.CharField(null=True)),
                ("declared", models.CharField(null=True)),
                ("facts", models.JSONField(default=dict)),
                ("fetched_at", models.DateTimeField()),
                ("added_at", models.DateTimeField()),
                ("error", models.TextField(null=True)),
                ("tried_at", models.DateTimeField(null=True)),
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="store.source",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("error__isnull", False)), fields=["added_at"], name="article_failed"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["item", "page"])), name="article_form_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest__isnull", False), ("original__isnull", False)),
                            models.Q(
                                ("digest__isnull", True),
                                ("error__isnull", False),
                                ("original__isnull", True),
                                ("path__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="article_bytes_or_error",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("digest__isnull", True)), fields=("path",), name="article_unread_path_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(unique=True)),
                ("name", models.CharField()),
                ("name_en", models.CharField(null=True)),
                ("country", models.CharField(null=True)),
                ("latitude", models.FloatField(null=True)),
                ("longitude", models.FloatField(null=True)),
                ("words", models.CharField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("latitude__isnull", True),
                            models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                            _connector="OR",
                        ),
                        name="place_on_earth",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.BinaryField(max_length=32)),
                ("text", models.TextField()),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="store.article",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("article", "digest"), name="text_article_digest_once")],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField()),
                ("lexicon", models.CharField()),
                ("read_at", models.DateTimeField()),
                ("current", models.BooleanField(default=True)),
                ("language", models.CharField(null=True)),
                ("charset", models.CharField(null=True)),
                ("charset_rule", models.CharField(null=True)),
                ("published", models.CharField(null=True)),
                ("published_source", models.CharField(null=True)),
                ("published_start", models.PositiveIntegerField(null=True)),
                ("published_stop", models.PositiveIntegerField(null=True)),
                ("day", models.DateField(null=True)),
                ("headline", models.CharField(default="")),
                ("declared_source", models.CharField(null=True)),
                ("warnings", models.JSONField(default=list)),
                ("sentences", models.JSONField(default=list)),
                ("more", models.JSONField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to="store.article",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="store.text"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("current", True)), fields=["-day", "-id"], name="reading_latest")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "code", "lexicon"), name="reading_article_code_lexicon_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)), fields=("article",), name="reading_current_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("published_start__lte", models.F("published_stop"))),
                        name="reading_published_ordered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("event", models.PositiveIntegerField()),
                ("sentence", models.PositiveIntegerField()),
                ("type", models.CharField()),
                ("mode", models.CharField(null=True)),
                ("status", models.CharField()),
                ("lemma", models.CharField()),
                ("confidence", models.FloatField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                ("rules", models.JSONField()),
                ("place_start", models.PositiveIntegerField(null=True)),
                ("place_stop", models.PositiveIntegerField(null=True)),
                ("place_rule", models.CharField(null=True)),
                ("place_precision", models.CharField(null=True)),
                ("place_reason", models.CharField(null=True)),
                ("place_candidates", models.PositiveIntegerField(null=True)),
                ("place_words", models.CharField(default="")),
                ("time_start", models.PositiveIntegerField(null=True)),
                ("time_stop", models.PositiveIntegerField(null=True)),
                ("time_rule", models.CharField(null=True)),
                ("time_value", models.CharField(null=True)),
                ("time_first", models.CharField(null=True)),
                ("time_last", models.CharField(null=True)),
                ("time_anchor", models.CharField(null=True)),
                ("more", models.JSONField(null=True)),
                ("current", models.BooleanField(default=True)),
                ("country", models.CharField(null=True)),
                ("day", models.DateField(null=True)),
                ("dated", models.BooleanField(default=False)),
                (
                    "place",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="store.place",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="store.reading",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="store.source",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("current", True)), fields=["-day", "-id"], name="event_latest"),
                    models.Index(
                        condition=models.Q(("current", True)), fields=["type", "-day", "-id"], name="event_type"
                    ),
                    models.Index(
                        condition=models.Q(("current", True)), fields=["status", "-day", "-id"], name="event_status"
                    ),
                    models.Index(
                        condition=models.Q(("current", True)), fields=["source", "-day", "-id"], name="event_source"
                    ),
                    models.Index(
                        condition=models.Q(("current", True)), fields=["country", "-day", "-id"], name="event_country"
                    ),
                    models.Index(
                        condition=models.Q(("current", True)), fields=["place", "-day", "-id"], name="event_place"
                    ),
                    models.Index(
                        condition=models.Q(("current", True)), fields=["place_words"], name="event_place_words"
                    ),
                    models.Index(
                        condition=models.Q(("current", True)),
                        fields=[
                            "day",
                            "type",
                            "mode",
                            "status",
                            "source",
                            "country",
                            "place",
                            "dated",
                            "confidence",
                            "current",
                            "id",
                        ],
                        name="event_facets",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "number"), name="event_reading_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="event_span_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place_start__lte", models.F("place_stop"))), name="event_place_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("time_start__lte", models.F("time_stop"))), name="event_time_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "ACCUSE",
                                    "AGREE",
                                    "AID",
                                    "ASSAULT",
                                    "COERCE",
                                    "CONCEDE",
                                    "CONSULT",
                                    "COOPERATE",
                                    "MOBILIZE",
                                    "PROTEST",
                                    "REJECT",
                                    "REQUEST",
                                    "RETREAT",
                                    "SANCTION",
                                    "SUPPORT",
                                    "THREATEN",
                                ],
                            )
                        ),
                        name="event_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["fact", "future", "historical", "hypothetical", "negated"])),
                        name="event_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__range", (0, 1))), name="event_confidence_is_probability"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("reader", "Reader"),
                            ("reviewer", "Reviewer"),
                            ("editor", "Editor"),
                            ("administrator", "Administrator"),
                        ],
                        default="reader",
                        max_length=16,
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["administrator", "editor", "reader", "reviewer"])),
                        name="user_role_known",
                    )
                ],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Audit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("action", models.CharField()),
                ("table", models.CharField()),
                ("row", models.BigIntegerField(null=True)),
                ("details", models.JSONField(default=dict)),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-at", "-id"], name="audit_latest"),
                    models.Index(fields=["table", "row"], name="audit_row"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                ("email", models.EmailField(max_length=254)),
                ("text", models.TextField(max_length=10000)),
                (
                    "state",
                    models.CharField(
                        choices=[("pending", "Pending"), ("approved", "Approved"), ("rejected", "Rejected")],
                        default="pending",
                        max_length=8,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("moderated_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="comments", to="store.article"
                    ),
                ),
                (
                    "moderated_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moderated",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="store.comment",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "made_at"], name="comment_queue")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["approved", "pending", "rejected"])),
                        name="comment_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "pending"), ("moderated_at__isnull", False), _connector="OR"),
                        name="comment_moderation_is_dated",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(unique=True)),
                ("kind", models.CharField()),
                ("name", models.CharField()),
                ("name_en", models.CharField(null=True)),
                ("country", models.CharField(null=True)),
                ("sector", models.CharField(null=True)),
                ("words", models.CharField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["group", "nationality", "number", "organisation", "person", "place", "state", "time"],
                            )
                        ),
                        name="entity_kind_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("cue_start", models.PositiveIntegerField()),
                ("cue_stop", models.PositiveIntegerField()),
                ("stance", models.CharField()),
                ("quoted", models.BooleanField()),
                ("rule", models.CharField()),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claim", to="store.event"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cue_start__lte", models.F("cue_stop"))), name="claim_cue_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stance__in", ["alleges", "asserts", "denies", "expects"])),
                        name="claim_stance_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Casualty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("outcome", models.CharField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                ("least", models.BigIntegerField()),
                ("most", models.BigIntegerField(null=True)),
                ("quantity_rule", models.CharField()),
                ("rule", models.CharField()),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="casualties",
                        to="store.event",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("event", "number"), name="casualty_event_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="casualty_span_ordered"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("field", models.CharField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="store.event",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("event", "field"), name="evidence_event_field_once"),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="evidence_span_ordered"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Quotation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                ("cue_start", models.PositiveIntegerField(null=True)),
                ("cue_stop", models.PositiveIntegerField(null=True)),
                ("direct", models.BooleanField()),
                ("sentence", models.PositiveIntegerField()),
                ("rule", models.CharField()),
                ("more", models.JSONField(null=True)),
                (
                    "reading",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quotations",
                        to="store.reading",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "number"), name="quotation_reading_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="quotation_span_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cue_start__lte", models.F("cue_stop"))), name="quotation_cue_ordered"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Naming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("local", models.JSONField(null=True)),
                ("office", models.CharField(null=True)),
                ("reason", models.CharField(null=True)),
                ("spans", models.JSONField(default=list)),
                ("more", models.JSONField(null=True)),
                (
                    "entity",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="namings",
                        to="store.entity",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="namings",
                        to="store.reading",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "number"), name="naming_reading_number_once"),
                    models.UniqueConstraint(fields=("reading", "entity"), name="naming_reading_entity_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entity__isnull", False), ("local__isnull", True)),
                            models.Q(("entity__isnull", True), ("local__isnull", False)),
                            _connector="OR",
                        ),
                        name="naming_known_or_local",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                ("kind", models.CharField()),
                ("rule", models.CharField()),
                ("head_start", models.PositiveIntegerField(null=True)),
                ("head_stop", models.PositiveIntegerField(null=True)),
                ("entity", models.CharField(null=True)),
                ("reason", models.CharField(null=True)),
                ("country", models.CharField(null=True)),
                ("sector", models.CharField(null=True)),
                ("members", models.JSONField(null=True)),
                ("more", models.JSONField(null=True)),
                (
                    "reading",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="store.reading",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("entity__isnull", False)), fields=["entity"], name="mention_entity"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "number"), name="mention_reading_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="mention_span_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("head_start__lte", models.F("head_stop"))), name="mention_head_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["group", "nationality", "number", "organisation", "person", "place", "state", "time"],
                            )
                        ),
                        name="mention_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("accept", "Accept"), ("reject", "Reject"), ("correct", "Correct"), ("add", "Add")],
                        max_length=8,
                    ),
                ),
                ("field", models.CharField(blank=True, default="", max_length=32)),
                ("value", models.JSONField(null=True)),
                ("type", models.CharField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                ("note", models.TextField(blank=True, default="")),
                ("made_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="store.event",
                    ),
                ),
                (
                    "judged",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="first_judgements",
                        to="store.event",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="store.reading"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-made_at", "-id"], name="judgement_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["accept", "add", "correct", "reject"])),
                        name="judgement_verdict_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="judgement_span_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("event__isnull", True), ("value__isnull", False), ("verdict", "add")),
                            models.Q(("event__isnull", False), ("value__isnull", False), ("verdict", "correct")),
                            models.Q(("event__isnull", False), ("verdict__in", ["accept", "reject"])),
                            _connector="OR",
                        ),
                        name="judgement_has_its_parts",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("event", "user", "field"),
                        name="judgement_stands_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                ("kind", models.CharField()),
                ("rule", models.CharField()),
                (
                    "reading",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="blocks",
                        to="store.reading",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "number"), name="block_reading_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="block_span_ordered"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "author",
                                    "bio",
                                    "boilerplate",
                                    "caption",
                                    "category",
                                    "comment",
                                    "comment-form",
                                    "entry-time",
                                    "heading",
                                    "headline",
                                    "neighbour",
                                    "paragraph",
                                    "published",
                                    "quotation",
                                    "standfirst",
                                    "tags",
                                ],
                            )
                        ),
                        name="block_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField()),
                ("sentence", models.PositiveIntegerField()),
                ("triggers", models.JSONField()),
                ("rule", models.CharField()),
                ("more", models.JSONField(null=True)),
                (
                    "reading",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations",
                        to="store.reading",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("reading", "number"), name="relation_reading_number_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField()),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                ("text", models.TextField(null=True)),
                ("rule", models.CharField()),
                ("kind", models.CharField(null=True)),
                ("entity", models.CharField(null=True)),
                ("country", models.CharField(null=True)),
                ("sector", models.CharField(null=True)),
                ("reason", models.CharField(null=True)),
                ("members", models.JSONField(null=True)),
                ("more", models.JSONField(null=True)),
                ("words", models.CharField(default="")),
                (
                    "event",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="store.event",
                    ),
                ),
                (
                    "known",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="store.entity",
                    ),
                ),
                (
                    "quotation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="store.quotation",
                    ),
                ),
                (
                    "relation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="store.relation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("event__isnull", False)), fields=["event", "role"], name="participant_event"
                    ),
                    models.Index(
                        condition=models.Q(("relation__isnull", False)),
                        fields=["relation"],
                        name="participant_relation",
                    ),
                    models.Index(
                        condition=models.Q(("quotation__isnull", False)),
                        fields=["quotation"],
                        name="participant_quotation",
                    ),
                    models.Index(
                        condition=models.Q(("event__isnull", False)),
                        fields=["words", "role", "event"],
                        name="participant_words",
                    ),
                    models.Index(
                        condition=models.Q(("event__isnull", False), ("known__isnull", False)),
                        fields=["known", "role", "event"],
                        name="participant_known",
                    ),
                    models.Index(
                        condition=models.Q(("country__isnull", False), ("event__isnull", False)),
                        fields=["country", "role", "event"],
                        name="participant_country",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("event__isnull", False), ("quotation__isnull", True), ("relation__isnull", True)),
                            models.Q(("event__isnull", True), ("quotation__isnull", True), ("relation__isnull", False)),
                            models.Q(("event__isnull", True), ("quotation__isnull", False), ("relation__isnull", True)),
                            _connector="OR",
                        ),
                        name="participant_has_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["actor", "object", "other-speaker", "recipient", "speaker", "subject"])
                        ),
                        name="participant_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="participant_span_ordered"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("stop", models.PositiveIntegerField()),
                (
                    "text",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="store.text",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("text", "number"), name="passage_text_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("stop"))), name="passage_span_ordered"
                    ),
                ],
            },
        ),
    ]
