"""People and what they do: judgements, comments, and the record of who did what."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from marsad.store.models.field import one_of, ordered_span, string


class User(AbstractUser):
    """Somebody with an account; ``role`` says what they may do."""

    class Role(models.TextChoices):
        """From the least to the most rights."""

        READER = "reader"
        REVIEWER = "reviewer"
        EDITOR = "editor"
        ADMINISTRATOR = "administrator"

    role = models.CharField(max_length=16, choices=Role.choices, default=Role.READER)

    class Meta:
        """Known roles."""

        constraints = [one_of("user", "role", ("reader", "reviewer", "editor", "administrator"))]


class Judgement(models.Model):
    """A person's reversible decision about an event of an article; the machine's reading stays as it is.

    ``field`` names the field that is judged, empty for the event as a whole; ``value`` holds a correction, or the whole
    event that the machine missed (``add``). ``event`` is the mention judged: re-reading moves it to the same mention of
    the newer reading where the evidence is the same (:mod:`marsad.store.reread`), and ``judged`` keeps the first one.
    ``start`` and ``stop`` mark the words that the judgement rests on, ``type`` the event's type when it was judged.
    """

    class Verdict(models.TextChoices):
        """What may be said of the machine's reading."""

        ACCEPT = "accept"
        REJECT = "reject"
        CORRECT = "correct"
        ADD = "add"

    reading = models.ForeignKey("Reading", on_delete=models.PROTECT, related_name="judgements")
    event = models.ForeignKey("Event", on_delete=models.PROTECT, null=True, related_name="judgements")
    judged = models.ForeignKey("Event", on_delete=models.PROTECT, null=True, related_name="first_judgements")
    user = models.ForeignKey("User", on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    field = models.CharField(max_length=32, default="", blank=True)
    value = models.JSONField(null=True)
    type = string()
    start = models.PositiveIntegerField()
    stop = models.PositiveIntegerField()
    note = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """A correction has a value, an added event has no mention, all others have one."""

        constraints = [
            one_of("judgement", "verdict", ("accept", "reject", "correct", "add")),
            ordered_span("judgement"),
            models.CheckConstraint(
                condition=Q(verdict="add", event__isnull=True, value__isnull=False)
                | Q(verdict="correct", event__isnull=False, value__isnull=False)
                | Q(verdict__in=["accept", "reject"], event__isnull=False),
                name="judgement_has_its_parts",
            ),
            models.UniqueConstraint(
                fields=["event", "user", "field"], condition=Q(withdrawn_at__isnull=True), name="judgement_stands_once"
            ),
        ]
        indexes = [models.Index(fields=["-made_at", "-id"], name="judgement_latest")]


class Comment(models.Model):
    """A reader's comment on an article. ``email`` is kept for the moderators alone and never served."""

    class State(models.TextChoices):
        """Nothing appears before it is approved."""

        PENDING = "pending"
        APPROVED = "approved"
        REJECTED = "rejected"

    article = models.ForeignKey("Article", on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="replies")
    name = models.CharField(max_length=100)
    email = models.EmailField()
    text = models.TextField(max_length=10_000)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    made_at = models.DateTimeField()
    moderated_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, related_name="moderated")
    moderated_at = models.DateTimeField(null=True)

    class Meta:
        """A comment that is no longer pending says when it was moderated."""

        constraints = [
            one_of("comment", "state", ("pending", "approved", "rejected")),
            models.CheckConstraint(
                condition=Q(state="pending") | Q(moderated_at__isnull=False), name="comment_moderation_is_dated"
            ),
        ]
        indexes = [models.Index(fields=["state", "made_at"], name="comment_queue")]


class Audit(models.Model):
    """Who did what to which row, when. Rows are only ever added."""

    at = models.DateTimeField()
    user = models.ForeignKey("User", on_delete=models.PROTECT, null=True, related_name="+")  # none: a command
    action = string()
    table = string()
    row = models.BigIntegerField(null=True)
    details = models.JSONField(default=dict)

    class Meta:
        """Read by time and by row."""

        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_latest"),
            models.Index(fields=["table", "row"], name="audit_row"),
        ]
