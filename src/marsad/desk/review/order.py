"""Which events to judge first: a documented score, reckoned by the database over all events that a filter lets through.

Events about which reviewers differ come first, then what nobody has judged, then what others judged. Within these the points
decide, the sum of

- doubt, 0 to 1: how close the machine's confidence is to one half, ``1 - |2c - 1|``;
- use, 0 to 1: half a point where another outlet tells an event of this type, day and place too, for incidents are made of
  those, and a quarter for each of the last two saved searches that finds it;
- recency, 0 to 0.25: a quarter of a point for the archive's last week, less for the last month and quarter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BooleanField, Case, F, FloatField, Max, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Abs
from django.http import QueryDict

from marsad.desk.asked import filter_of
from marsad.desk.kept import kept, state_read
from marsad.desk.news.models import SavedSearch
from marsad.errors import ArchiveError
from marsad.store import models
from marsad.store.judged import WHOLE, disputes
from marsad.store.query import Filter, events

RECENT = ((7, 0.25), (30, 0.2), (90, 0.1))  # days before the archive's last: points
SHARED = 0.5  # points of what several outlets tell
SHORT = 1000  # events whose points are kept
SEARCHES, SOUGHT = 2, 0.25  # saved searches that are asked, and points of what one of them finds
# Whether more than one outlet tells an event of the type, day and place. The groups are found once, in one index.
TOLD_TWICE = """
    (store_event.type, store_event.day, store_event.place_id) IN (
        SELECT type, day, place_id FROM store_event WHERE current AND place_id IS NOT NULL
        GROUP BY type, day, place_id HAVING MIN(source_id) < MAX(source_id))
"""


@dataclass(frozen=True, slots=True)
class Queued:
    """An event of the queue with what put it there: ``points`` are the sum of the three before."""

    event: int
    day: date | None
    conflict: bool
    judged: bool  # by somebody
    doubt: float
    recency: float
    points: float

    @property
    def use(self) -> float:
        """The points for use."""
        return round(self.points - self.doubt - self.recency, 6)


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


def queue(asked: Filter, user: models.User, passed: Collection[int] = ()) -> QuerySet[Any]:
    """The events that a person has yet to judge, first things first; ``passed`` are left out.

    Each has ``conflict``, ``judged`` and ``points``.
    """
    differing = {event for event, _ in disputes()}
    found: Any = scored(asked).exclude(pk__in=judged_by(user)).exclude(pk__in=list(passed))
    placed = found.annotate(conflict=_is(Q(pk__in=differing)), judged=_is(Q(pk__in=_standing())))
    ordered: QuerySet[Any] = placed.order_by("-conflict", "judged", "-points", "-day", "-id")
    return ordered


def scored(asked: Filter) -> QuerySet[Any]:
    """The events of a filter with their ``points``, which nobody's judgement changes."""
    doubt = Value(1.0) - Abs(Value(2.0) * F("confidence") - Value(1.0))
    use = _points(RawSQL(TOLD_TWICE, (), output_field=BooleanField()), SHARED)  # noqa: S611 - words of our own
    found: QuerySet[Any] = events(asked).annotate(points=doubt + use + _sought() + _recency(last_day()))
    return found


def _standing() -> Any:
    """The events on which some judgement stands."""
    return models.Judgement.objects.filter(withdrawn_at=None, event__isnull=False).values("event")


def first_of(asked: Filter, user: models.User, most: int, passed: Collection[int] = ()) -> list[Queued]:
    """The first events of the queue that are not ``passed``, with their points."""
    last = last_day()
    rows = _from_shortlist(asked, user, most, passed)
    if rows is None:
        columns = ("pk", "day", "conflict", "judged", "confidence", "points")
        rows = list(queue(asked, user, passed).values_list(*columns)[:most])
    return [
        Queued(event, day, conflict, judged, 1 - abs(2 * confidence - 1), recency(day, last), points)
        for event, day, conflict, judged, confidence, points in rows
    ]


Row = tuple[int, date | None, bool, bool, float, float]


def _from_shortlist(asked: Filter, user: models.User, most: int, passed: Collection[int]) -> list[Row] | None:
    """The first rows where they can be told without scoring all events again; ``None`` where they cannot.

    So where nobody differs and enough of those with the most points are judged by nobody, which is what a queue is for.
    """
    if disputes():
        return None
    name = f"queue {[repr(one) for one in saved_searches()]}"
    rows = kept(name, asked, lambda: _shortlist(asked), of=state_read)
    judged = set(_standing().filter(event__in=[row[0] for row in rows]).values_list("event", flat=True))
    left = [row for row in rows if row[0] not in judged and row[0] not in passed]
    return left[:most] if len(left) >= most else None


def _shortlist(asked: Filter) -> list[Row]:
    found = scored(asked).order_by("-points", "-day", "-id").values_list("pk", "day", "confidence", "points")[:SHORT]
    return [(event, day, False, False, confidence, points) for event, day, confidence, points in found]


def recency(day: date | None, last: date | None) -> float:
    """The points of a day, seen from the archive's last."""
    if day is None or last is None:
        return 0.0
    return next((points for days, points in RECENT if day >= last - timedelta(days=days)), 0.0)


def last_day() -> date | None:
    """The last day of which the archive tells."""
    found: date | None = models.Event.objects.filter(current=True).aggregate(last=Max("day"))["last"]
    return found


def judged_by(user: models.User) -> Any:
    """The events on which a person's judgement as a whole stands."""
    return models.Judgement.objects.filter(user=user, field=WHOLE, withdrawn_at=None, event__isnull=False).values(
        "event"
    )


def _is(condition: Q) -> Any:
    return Case(When(condition, then=True), default=False, output_field=BooleanField())


def _points(condition: Any, points: float) -> Any:
    return Case(When(condition, then=Value(points)), default=Value(0.0), output_field=FloatField())


def _sought() -> Any:
    """The points of what the last saved searches find, whoever saved them."""
    total: Any = Value(0.0, output_field=FloatField())
    for asked in saved_searches():
        total = total + _points(Q(pk__in=events(asked).order_by().values("pk")), SOUGHT)
    return total


def saved_searches() -> list[Filter]:
    """The last searches that somebody saved, each once; those that ask for everything or can be asked no longer are none."""
    addresses = SavedSearch.objects.exclude(address="").values_list("address", flat=True)[: SEARCHES * 3]
    found: dict[Filter, None] = {}
    for address in addresses:
        with suppress(ArchiveError):
            found[filter_of(QueryDict(address))] = None
    return list(found)[:SEARCHES]


def _recency(last: date | None) -> Any:
    if last is None:
        return Value(0.0, output_field=FloatField())
    steps = [When(day__gte=last - timedelta(days=days), then=Value(points)) for days, points in RECENT]
    return Case(*steps, default=Value(0.0), output_field=FloatField())


def progress(asked: Filter, user: models.User) -> Progress:
    """How far a person, and all together, have come with the events of a filter."""
    found = events(asked).order_by()
    whole = models.Judgement.objects.filter(field=WHOLE, withdrawn_at=None, event__isnull=False, reading__current=True)
    return Progress(
        found.count(), found.filter(pk__in=judged_by(user)).count(), found.filter(pk__in=whole.values("event")).count()
    )


def next_of(asked: Filter, user: models.User, passed: Sequence[int]) -> int | None:
    """The first event of the queue that is not ``passed``."""
    return next((row.event for row in first_of(asked, user, 1, passed)), None)
