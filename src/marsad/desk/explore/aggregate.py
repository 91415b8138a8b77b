"""Counts over the events of a filter: by place, by day, by pair of actor and recipient. Each is one query or two.

All take a ``QuerySet`` of :func:`marsad.store.query.events` and leave its filter as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from marsad.ontology.plover import QUAD_CLASS
from marsad.store import models
from marsad.store.query import named

CLASSES = tuple(dict.fromkeys(QUAD_CLASS.values()))
EXACT = ("point", "town")  # precisions that a dot on a map may stand for
Found = QuerySet[models.Event]


@dataclass(frozen=True, slots=True)
class Spot:
    """Events at one place, known equally exactly. ``place`` is ``None`` where the text gives no more than a country.

    ``latitude`` and ``longitude`` are degrees (WGS 84), ``None`` where the gazetteer has no point for the place;
    ``classes`` counts the events of each of :data:`CLASSES`, in that order.
    """

    place: models.Place | None
    country: str | None
    precision: str | None
    latitude: float | None
    longitude: float | None
    classes: tuple[int, ...]

    @property
    def count(self) -> int:
        """All events at it."""
        return sum(self.classes)

    @property
    def exact(self) -> bool:
        """Whether a dot may stand for it: a town or a point, and the gazetteer knows where."""
        return self.latitude is not None and self.precision in EXACT


def spots(found: Found) -> list[Spot]:
    """Where the events are, the place with the most of them first."""
    rows = (
        found.order_by()
        .filter(Q(place__isnull=False) | Q(country__isnull=False))
        .values("place", "country", "place_precision", "type")
        .annotate(count=Count("pk"))
    )
    counted: dict[tuple[int | None, str | None, str | None], Counter[str]] = {}
    for row in rows:
        where = (row["place"], row["country"], row["place_precision"])
        counted.setdefault(where, Counter())[QUAD_CLASS[row["type"]]] += row["count"]
    known = models.Place.objects.in_bulk({place for place, _country, _precision in counted if place is not None})
    made = [_spot(known.get(where[0] or 0), *where[1:], classes) for where, classes in counted.items()]
    return sorted(made, key=lambda spot: (-spot.count, spot.country or "", spot.place.key if spot.place else ""))


def _spot(place: models.Place | None, country: str | None, precision: str | None, classes: Counter[str]) -> Spot:
    point = (place.latitude, place.longitude) if place else (None, None)
    return Spot(place, country, precision, *point, tuple(classes[name] for name in CLASSES))


@dataclass(frozen=True, slots=True)
class Area:
    """Events of which no more than the country can be drawn, with the counts of each of :data:`CLASSES`."""

    country: str
    classes: tuple[int, ...]

    @property
    def count(self) -> int:
        """All events of it."""
        return sum(self.classes)


def areas(some: Iterable[Spot]) -> list[Area]:
    """The spots without a point, brought together by country; the country with the most events first."""
    counted: dict[str, list[tuple[int, ...]]] = {}
    for spot in some:
        if spot.latitude is None and spot.country:
            counted.setdefault(spot.country, []).append(spot.classes)
    made = [Area(country, tuple(map(sum, zip(*classes, strict=True)))) for country, classes in counted.items()]
    return sorted(made, key=lambda area: (-area.count, area.country))


def without_point(found: Found, country: str) -> Found:
    """The events of a country of which no nearer point is known: those of its :class:`Area`."""
    return found.filter(Q(place__isnull=True) | Q(place__latitude__isnull=True), country=country)


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many events of a type and status fall on a day: on their own (``dated``) or on the day that told them."""

    day: date
    dated: bool
    type: str
    status: str
    count: int


def days(found: Found) -> list[DayCount]:
    """Events by day, the earliest first; those that no day is known of are left out, see :func:`undated`."""
    known = found.order_by().filter(day__isnull=False)
    rows = known.values_list("day", "dated", "type", "status").annotate(Count("pk"))
    return sorted((DayCount(*row) for row in rows), key=lambda row: row.day)


def undated(found: Found) -> int:
    """How many events have no day at all, neither their own nor one on which they were told."""
    return found.filter(day__isnull=True).count()


@dataclass(frozen=True, slots=True)
class Pair:
    """Who acts on whom, in how many events of each of :data:`CLASSES`; the two are keys of the kind of node asked for."""

    actor: str
    recipient: str
    classes: tuple[int, ...]

    @property
    def count(self) -> int:
        """All events in which the one acts on the other."""
        return sum(self.classes)


NODES = {"entity": "known", "country": "country", "sector": "sector"}  # kind of node: column of a participant


def pairs(found: Found, nodes: str, who: str = "", whom: str = "") -> list[Pair]:
    """Every pair of an actor and a recipient of one event, the most frequent first.

    ``nodes`` is one of :data:`NODES`; where ``who`` or ``whom`` is given, as in a filter, only the participants that it
    names count. The keys of entities are those of their rows.
    """
    column = NODES[nodes]
    other = f"event__participants__{column}"
    named_ones: dict[str, Any] = {}
    if whom.strip():
        named_ones["event__participants__in"] = models.Participant.objects.filter(named(whom), role="recipient")
    both = models.Participant.objects.filter(  # in one call: all conditions hold of one pair
        named(who) if who.strip() else Q(), role="actor", event__in=found.order_by(),
        event__participants__role="recipient", **{f"{column}__isnull": False, f"{other}__isnull": False}, **named_ones,
    )  # fmt: skip
    rows = both.order_by().values_list(column, other, "event__type").annotate(Count("event", distinct=True))
    counted: dict[tuple[Any, Any], Counter[str]] = {}
    for actor, recipient, type_, count in rows:
        counted.setdefault((actor, recipient), Counter())[QUAD_CLASS[type_]] += count
    return sorted(_pairs(counted, nodes), key=lambda pair: (-pair.count, pair.actor, pair.recipient))


def _pairs(counted: dict[tuple[Any, Any], Counter[str]], nodes: str) -> Iterator[Pair]:
    keys: dict[Any, str] = {}
    if nodes == "entity":
        numbers = {number for pair in counted for number in pair}
        keys = dict(models.Entity.objects.filter(pk__in=numbers).values_list("pk", "key"))
    for (actor, recipient), classes in counted.items():
        yield Pair(keys.get(actor, actor), keys.get(recipient, recipient), tuple(classes[name] for name in CLASSES))
