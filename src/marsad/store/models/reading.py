"""What the machine read in an article, version by version."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from marsad.record import BlockKind, MentionKind
from marsad.store.models.field import (
    each_once,
    maybe_offset,
    maybe_string,
    offset,
    one_of,
    ordered_span,
    part_of,
    string,
)


class Reading(models.Model):
    """One reading of an article: by which code and lexicon, when, and whether it is the one that counts.

    ``sentences`` holds ``[block, start, stop]`` of each sentence in order; ``published`` is an ISO 8601 prefix whose
    length is its precision, ``day`` its first day.
    """

    article = part_of("Article", name="readings")
    text = models.ForeignKey("Text", on_delete=models.PROTECT, related_name="readings")
    code = string()
    lexicon = string()
    read_at = models.DateTimeField()
    current = models.BooleanField(default=True)
    language = maybe_string()
    charset = maybe_string()
    charset_rule = maybe_string()
    published = maybe_string()
    published_source = maybe_string()
    published_start = maybe_offset()
    published_stop = maybe_offset()
    day = models.DateField(null=True)
    headline = models.CharField(default="")
    declared_source = maybe_string()  # the outlet as the item names it
    warnings = models.JSONField(default=list)
    sentences = models.JSONField(default=list)
    more = models.JSONField(null=True)  # what the record says beyond these columns (marsad.store.more)

    class Meta:
        """One current reading an article, one reading a version."""

        constraints = [
            each_once("reading", "article", "code", "lexicon"),
            models.UniqueConstraint(fields=["article"], condition=Q(current=True), name="reading_current_once"),
            ordered_span("reading", "published"),
        ]
        indexes = [models.Index(fields=["-day", "-id"], condition=Q(current=True), name="reading_latest")]


class Block(models.Model):
    """A stretch of the page and what it is."""

    reading = part_of("Reading", name="blocks")
    number = models.PositiveIntegerField()
    start = offset()
    stop = offset()
    kind = string()
    rule = string()

    class Meta:
        """Blocks in order."""

        constraints = [
            each_once("block", "reading", "number"),
            ordered_span("block"),
            one_of("block", "kind", BlockKind),
        ]


class Entity(models.Model):
    """Who or what the knowledge base knows: one row for all readings, as the latest of them names it."""

    key = models.CharField(unique=True)
    kind = string()
    name = string()
    name_en = maybe_string()
    country = maybe_string()
    sector = maybe_string()
    words = string()  # folded stems of both names, for queries

    class Meta:
        """Known kinds."""

        constraints = [one_of("entity", "kind", MentionKind)]

    def __str__(self) -> str:
        """Its Arabic name."""
        return self.name


class Naming(models.Model):
    """An entity in a reading, a known one or its own: where the article names it, and its office then. ``spans`` holds ``[start, stop]``."""

    reading = part_of("Reading", name="namings")
    number = models.PositiveIntegerField()
    entity = models.ForeignKey("Entity", on_delete=models.PROTECT, null=True, related_name="namings")
    local = models.JSONField(null=True)  # the entity itself where only this article knows it (``article:N``)
    office = maybe_string()
    reason = maybe_string()
    spans = models.JSONField(default=list)
    more = models.JSONField(null=True)  # what the record says beyond these columns (marsad.store.more)

    class Meta:
        """Each entity once a reading."""

        constraints = [
            each_once("naming", "reading", "number"), each_once("naming", "reading", "entity"),
            models.CheckConstraint(
                condition=Q(entity__isnull=False, local__isnull=True) | Q(entity__isnull=True, local__isnull=False),
                name="naming_known_or_local",
            ),
        ]  # fmt: skip


class Mention(models.Model):
    """A noun phrase of which something is known: what it is of, and what it resolves to."""

    reading = part_of("Reading", name="mentions")
    number = models.PositiveIntegerField()
    start = offset()
    stop = offset()
    kind = string()
    rule = string()
    head_start = maybe_offset()
    head_stop = maybe_offset()
    entity = maybe_string()
    reason = maybe_string()
    country = maybe_string()
    sector = maybe_string()
    members = models.JSONField(null=True)
    more = models.JSONField(null=True)  # what the record says beyond these columns (marsad.store.more)

    class Meta:
        """Mentions in order."""

        constraints = [
            each_once("mention", "reading", "number"), ordered_span("mention"), ordered_span("mention", "head"),
            one_of("mention", "kind", MentionKind),
        ]  # fmt: skip
        indexes = [models.Index(fields=["entity"], condition=Q(entity__isnull=False), name="mention_entity")]


class Relation(models.Model):
    """A standing relation; its sides are participants. ``triggers`` holds ``[start, stop]``."""

    reading = part_of("Reading", name="relations")
    number = models.PositiveIntegerField()
    kind = string()
    sentence = models.PositiveIntegerField()
    triggers = models.JSONField()
    rule = string()
    more = models.JSONField(null=True)  # what the record says beyond these columns (marsad.store.more)

    class Meta:
        """Relations in order."""

        constraints = [each_once("relation", "reading", "number")]


class Quotation(models.Model):
    """Direct or indirect speech; who says it is a participant."""

    reading = part_of("Reading", name="quotations")
    number = models.PositiveIntegerField()
    start = offset()
    stop = offset()
    cue_start = maybe_offset()
    cue_stop = maybe_offset()
    direct = models.BooleanField()
    sentence = models.PositiveIntegerField()
    rule = string()
    more = models.JSONField(null=True)  # what the record says beyond these columns (marsad.store.more)

    class Meta:
        """Quotations in order."""

        constraints = [
            each_once("quotation", "reading", "number"), ordered_span("quotation"), ordered_span("quotation", "cue"),
        ]  # fmt: skip
