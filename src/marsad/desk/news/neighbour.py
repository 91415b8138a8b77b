"""The articles before and after one: in the list that a filter makes, or else among those of its outlet."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from marsad.store import models
from marsad.store.query import Filter, events

LOOKED_AT = 60  # events of the list that are looked at for the next article


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The next newer and older articles; ``in_list`` says that a filter chose them, not the outlet."""

    newer: models.Reading | None
    older: models.Reading | None
    in_list: bool


def neighbours(reading: models.Reading, asked: Filter) -> Neighbours:
    """The neighbours of a reading's article."""
    if not asked.is_empty:
        found = events(asked)
        latest = found.filter(reading=reading).first()
        if latest is not None:
            return Neighbours(_listed(found, latest, newer=True), _listed(found, latest, newer=False), True)
    return Neighbours(_of_outlet(reading, newer=True), _of_outlet(reading, newer=False), False)


def _listed(found: QuerySet[models.Event], event: models.Event, *, newer: bool) -> models.Reading | None:
    """The reading whose latest event in a list stands next to the latest one of another reading."""
    near = found.filter(_beyond(event, newer=newer)).exclude(reading=event.reading_id)
    near = near.order_by("day", "pk") if newer else near
    for number, pk in near.values_list("reading", "pk")[:LOOKED_AT]:
        if found.filter(reading=number).values_list("pk", flat=True).first() == pk:
            return models.Reading.objects.only("headline", "article").get(pk=number)
    return None


def _of_outlet(reading: models.Reading, *, newer: bool) -> models.Reading | None:
    source = reading.article.source_id
    near = models.Reading.objects.filter(_beyond(reading, newer=newer), current=True, article__source=source)
    near = near.exclude(article=reading.article_id).only("headline", "article")
    return near.order_by("day", "pk").first() if newer else near.order_by("-day", "-pk").first()


def _beyond(row: models.Event | models.Reading, *, newer: bool) -> Q:
    """What stands on one side of a row in the order of days and numbers. Rows without a day have no side but numbers."""
    side = "gt" if newer else "lt"
    if row.day is None:
        return Q(day=None, **{f"pk__{side}": row.pk})
    return Q(**{f"day__{side}": row.day}) | Q(day=row.day, **{f"pk__{side}": row.pk})
