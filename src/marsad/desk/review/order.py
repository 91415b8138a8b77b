"""Which events to judge first: a documented score, reckoned by the database over all events that a filter lets through.

Events about which reviewers differ come first, then what nobody has judged, then what others judged. Within these the points
decide, the sum of

- doubt, 0 to 1: how close the machine's confidence is to one half, ``1 - |2c - 1|``;
- use, 0 or 0.5: half a point where another outlet tells an event of this type, day and place too, for incidents are made of
  those;
- recency, 0 to 0.25: a quarter of a point for the archive's last week, less for the last month and quarter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import BooleanField, Case, Count, Exists, F, FloatField, Max, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Abs

from marsad.store import models
from marsad.store.judged import WHOLE, decision
from marsad.store.query import Filter, events

RECENT = ((7, 0.25), (30, 0.2), (90, 0.1))  # days before the archive's last: points
SHARED = 0.5  # points of what several outlets tell
# Events of a type, day and place that more than one outlet tells. Both databases read the table once for the groups, and
# its index once more for the events, which a join of the two would look up one by one.
TOLD_TWICE = """
    SELECT id FROM store_event WHERE current AND place_id IS NOT NULL AND (type, day, place_id) IN (
        SELECT type, day, place_id FROM store_event WHERE current AND place_id IS NOT NULL
        GROUP BY type, day, place_id HAVING MIN(source_id) < MAX(source_id))
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many events a filter lets through, how many of them a person has judged, and how many anybody has."""

    all: int
    mine: int
    anybody: int

    @property
    def left(self) -> int:
        """What the person has not judged."""
        return self.all - self.mine


def queue(asked: Filter, user: models.User, passed: Collection[int] = ()) -> QuerySet[models.Event]:
    """The events that a person has yet to judge, first things first; ``passed`` are left out.

    Each has ``conflict``, ``judged``, ``doubt``, ``use``, ``recency`` and their sum ``points``.
    """
    standing = models.Judgement.objects.filter(event=OuterRef("pk"), withdrawn_at=None)
    found = events(asked).exclude(pk__in=judged_by(user)).exclude(pk__in=list(passed))
    return (
        found.annotate(
            conflict=_is(Q(pk__in=list(conflicts()))), judged=Exists(standing),
            doubt=Value(1.0) - Abs(Value(2.0) * F("confidence") - Value(1.0)), use=_points(Q(pk__in=RawSQL(TOLD_TWICE, ())), SHARED),  # noqa: S611
            recency=_recency(),
        )
        .annotate(points=F("doubt") + F("use") + F("recency"))
        .order_by("-conflict", "judged", "-points", "-day", "-id")
    )  # fmt: skip


def judged_by(user: models.User) -> Any:
    """The events on which a person's judgement as a whole stands."""
    return models.Judgement.objects.filter(user=user, field=WHOLE, withdrawn_at=None, event__isnull=False).values(
        "event"
    )


def _is(condition: Q) -> Any:
    return Case(When(condition, then=True), default=False, output_field=BooleanField())


def _points(condition: Q, points: float) -> Any:
    return Case(When(condition, then=Value(points)), default=Value(0.0), output_field=FloatField())


def _recency() -> Any:
    last = models.Event.objects.filter(current=True).aggregate(last=Max("day"))["last"]
    if last is None:
        return Value(0.0, output_field=FloatField())
    steps = [When(day__gte=last - timedelta(days=days), then=Value(points)) for days, points in RECENT]
    return Case(*steps, default=Value(0.0), output_field=FloatField())


def conflicts() -> set[int]:
    """The events of current readings about which standing judgements of several people differ, as a whole or in a field."""
    several = (
        models.Judgement.objects.filter(withdrawn_at=None, event__isnull=False, reading__current=True)
        .values("event", "field")
        .annotate(people=Count("user"))
        .filter(people__gt=1)
        .values("event")
    )
    said: dict[tuple[int, str], set[str]] = defaultdict(set)
    for judgement in models.Judgement.objects.filter(withdrawn_at=None, event__in=several):
        said[judgement.event_id or 0, judgement.field].add(decision(judgement))
    return {event for (event, _), decisions in said.items() if len(decisions) > 1}


def progress(asked: Filter, user: models.User) -> Progress:
    """How far a person, and all together, have come with the events of a filter."""
    found = events(asked).order_by()
    whole = models.Judgement.objects.filter(field=WHOLE, withdrawn_at=None, event__isnull=False, reading__current=True)
    return Progress(
        found.count(), found.filter(pk__in=judged_by(user)).count(), found.filter(pk__in=whole.values("event")).count()
    )


def next_of(asked: Filter, user: models.User, passed: Sequence[int]) -> int | None:
    """The first event of the queue that is not ``passed``."""
    return queue(asked, user, passed).values_list("pk", flat=True).first()
