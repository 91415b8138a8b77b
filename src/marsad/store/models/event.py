"""Events as the machine read them: each mention with its parties, place, time, claim, losses and cues."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from marsad.ontology.plover import STATUSES, TYPES
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

ROLES = ("actor", "recipient", "speaker", "other-speaker", "subject", "object")
STANCES = ("asserts", "alleges", "denies", "expects")


class Place(models.Model):
    """A place of the gazetteer: one row for all readings."""

    key = models.CharField(unique=True)
    name = string()
    name_en = maybe_string()
    country = maybe_string()
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    words = string()  # folded stems of both names, for queries

    class Meta:
        """WGS 84 degrees."""

        constraints = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_on_earth",
            )
        ]

    def __str__(self) -> str:
        """Its Arabic name."""
        return self.name


class Event(models.Model):
    """One mention of an event.

    ``number`` counts mentions over the reading, ``event`` numbers the event that the mention is of. ``rules`` names
    the rule of each field. Three columns repeat what others say so that one index serves a filter: ``current`` of the
    reading, ``source`` of the article, and ``day``: the first day that the event's own time may mean where the text
    dates it (``dated``), and otherwise, or where that day was yet to come, the day on which the article told it.
    """

    reading = part_of("Reading", name="events")
    number = models.PositiveIntegerField()
    event = models.PositiveIntegerField()
    sentence = models.PositiveIntegerField()
    type = string()
    mode = maybe_string()
    status = string()
    lemma = string()
    confidence = models.FloatField()
    start = offset()
    stop = offset()
    rules = models.JSONField()

    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="events", db_index=False)
    place_start = maybe_offset()
    place_stop = maybe_offset()
    place_rule = maybe_string()
    place_precision = maybe_string()
    place_reason = maybe_string()
    place_candidates = models.PositiveIntegerField(null=True)
    place_words = models.CharField(default="")  # folded stems of the place's words, for queries

    time_start = maybe_offset()
    time_stop = maybe_offset()
    time_rule = maybe_string()
    time_value = maybe_string()
    time_first = maybe_string()
    time_last = maybe_string()
    time_anchor = maybe_string()
    more = models.JSONField(null=True)  # of the event, its place, time and claim (marsad.store.more)

    current = models.BooleanField(default=True)
    source = models.ForeignKey("Source", on_delete=models.PROTECT, null=True, related_name="events", db_index=False)
    country = maybe_string()
    day = models.DateField(null=True)
    dated = models.BooleanField(default=False)

    class Meta:
        """Every filter of the desk that narrows well has its index; all are of current readings alone."""

        constraints = [
            each_once("event", "reading", "number"), ordered_span("event"), ordered_span("event", "place"),
            ordered_span("event", "time"), one_of("event", "type", TYPES), one_of("event", "status", STATUSES),
            models.CheckConstraint(condition=Q(confidence__range=(0, 1)), name="event_confidence_is_probability"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["-day", "-id"], condition=Q(current=True), name="event_latest"),
            models.Index(fields=["type", "-day", "-id"], condition=Q(current=True), name="event_type"),
            models.Index(fields=["status", "-day", "-id"], condition=Q(current=True), name="event_status"),
            models.Index(fields=["source", "-day", "-id"], condition=Q(current=True), name="event_source"),
            models.Index(fields=["country", "-day", "-id"], condition=Q(current=True), name="event_country"),
            models.Index(fields=["place", "-day", "-id"], condition=Q(current=True), name="event_place"),
            # Names are looked for inside of these words: the index is read whole, in place of the wide table.
            models.Index(fields=["place_words"], condition=Q(current=True), name="event_place_words"),
            # Counts for the facets read this index alone, not the table; SQLite needs ``current`` in it for that.
            models.Index(
                fields=[
                    "day", "type", "mode", "status", "source", "country", "place", "dated", "confidence", "current", "id",
                ],
                condition=Q(current=True), name="event_facets",
            ),
        ]  # fmt: skip


class Evidence(models.Model):
    """The words that a decision about an event rests on (negation, tense, mode …)."""

    event = part_of("Event", name="evidence")
    field = string()
    start = offset()
    stop = offset()

    class Meta:
        """One span a field."""

        constraints = [each_once("evidence", "event", "field"), ordered_span("evidence")]


class Casualty(models.Model):
    """How many people an event killed, injured …, in which words."""

    event = part_of("Event", name="casualties")
    number = models.PositiveIntegerField()
    outcome = string()
    start = offset()
    stop = offset()
    least = models.BigIntegerField()
    most = models.BigIntegerField(null=True)
    quantity_rule = string()
    rule = string()

    class Meta:
        """Casualties in order."""

        constraints = [each_once("casualty", "event", "number"), ordered_span("casualty")]


class Claim(models.Model):
    """Who says an event, with which words and stance; the speaker is a participant of the event."""

    event = models.OneToOneField("Event", on_delete=models.CASCADE, related_name="claim")
    cue_start = offset()
    cue_stop = offset()
    stance = string()
    quoted = models.BooleanField()
    rule = string()

    class Meta:
        """Known stances."""

        constraints = [ordered_span("claim", "cue"), one_of("claim", "stance", STANCES)]


class Participant(models.Model):
    """A noun phrase in a role: of an event (actor, recipient, speaker), a relation or a quotation.

    ``text`` is set where the record's words are others than those of the span. ``words`` holds the folded stems of the
    words, for queries by name. ``entity`` is the key that the phrase resolves to, ``known`` its row where there is one.
    """

    event = models.ForeignKey("Event", on_delete=models.CASCADE, null=True, related_name="participants", db_index=False)
    relation = models.ForeignKey(
        "Relation", on_delete=models.CASCADE, null=True, related_name="participants", db_index=False
    )
    quotation = models.ForeignKey(
        "Quotation", on_delete=models.CASCADE, null=True, related_name="participants", db_index=False
    )
    role = string()
    number = models.PositiveIntegerField()
    start = offset()
    stop = offset()
    text = models.TextField(null=True)
    rule = string()
    kind = maybe_string()
    entity = maybe_string()
    known = models.ForeignKey(
        "Entity", on_delete=models.PROTECT, null=True, related_name="participations", db_index=False
    )
    country = maybe_string()
    sector = maybe_string()
    reason = maybe_string()
    members = models.JSONField(null=True)
    more = models.JSONField(null=True)  # what the record says beyond these columns (marsad.store.more)
    words = models.CharField(default="")

    class Meta:
        """One owner each; looked up by owner, by entity and by country."""

        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False, relation__isnull=True, quotation__isnull=True)
                | Q(event__isnull=True, relation__isnull=False, quotation__isnull=True)
                | Q(event__isnull=True, relation__isnull=True, quotation__isnull=False),
                name="participant_has_one_owner",
            ),
            one_of("participant", "role", ROLES),
            ordered_span("participant"),
        ]
        indexes = [
            models.Index(fields=["event", "role"], condition=Q(event__isnull=False), name="participant_event"),
            models.Index(fields=["relation"], condition=Q(relation__isnull=False), name="participant_relation"),
            models.Index(fields=["quotation"], condition=Q(quotation__isnull=False), name="participant_quotation"),
            # Names are looked for inside of these words: the index is read whole, in place of the wide table.
            models.Index(fields=["words", "role", "event"], condition=Q(event__isnull=False), name="participant_words"),
            models.Index(
                fields=["known", "role", "event"],
                condition=Q(known__isnull=False, event__isnull=False),
                name="participant_known",
            ),
            models.Index(
                fields=["country", "role", "event"],
                condition=Q(country__isnull=False, event__isnull=False),
                name="participant_country",
            ),
        ]
