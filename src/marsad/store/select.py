"""Events chosen by a filter as records: each article with those of its events that were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from enum import Enum

from django.db.models import QuerySet

from marsad.export.told import Told
from marsad.store import models
from marsad.store.judged import Standing, judged_article, standing
from marsad.store.restore import AT_ONCE, Kept, restore


class Values(Enum):
    """Whose values are told: the machine's, those that hold after people's judgements, or of these only what was judged."""

    MACHINE = "machine"
    JUDGED = "judged"
    ONLY_JUDGED = "only-judged"


def chosen(
    found: QuerySet[models.Event], *, everything: bool = False, values: Values = Values.MACHINE
) -> Iterator[Told]:
    """The articles that hold the events ``found``, with these alone; articles without events only with ``everything``.

    A filter asks what the machine read; an event that a person added goes with its article.
    """
    wanted = None if everything else _wanted(found)
    readings = _readings(wanted, values)
    for some in (readings[begin : begin + AT_ONCE] for begin in range(0, len(readings), AT_ONCE)):
        judgements = Standing({}, {}) if values is Values.MACHINE else standing(some)
        for kept in restore(some):
            numbers = None if wanted is None else wanted[kept.reading]
            yield _as_read(kept, numbers) if values is Values.MACHINE else _as_judged(kept, numbers, judgements, values)


def _wanted(found: QuerySet[models.Event]) -> Mapping[int, Set[int]]:
    """The numbers of the chosen events by reading."""
    wanted: dict[int, set[int]] = {}
    for reading, number in found.order_by().values_list("reading", "number").iterator(chunk_size=5000):
        wanted.setdefault(reading, set()).add(number)
    return wanted


def _readings(wanted: Mapping[int, Set[int]] | None, values: Values) -> list[int]:
    readings = models.Reading.objects.filter(current=True)
    if values is Values.ONLY_JUDGED:
        readings = readings.filter(pk__in=models.Judgement.objects.filter(withdrawn_at=None).values("reading"))
    elif wanted is not None:
        return sorted(wanted)
    numbers = readings.order_by("pk").values_list("pk", flat=True)
    return [number for number in numbers if wanted is None or number in wanted]


def _as_read(kept: Kept, numbers: Set[int] | None) -> Told:
    record = kept.record
    if numbers is not None:
        record = replace(record, events=tuple(e for n, e in enumerate(record.events) if n in numbers))
    return Told(record, kept.source, kept.article)


def _as_judged(kept: Kept, numbers: Set[int] | None, judgements: Standing, values: Values) -> Told:
    record, verdicts = judged_article(kept, judgements, numbers, only_judged=values is Values.ONLY_JUDGED)
    return Told(record, kept.source, kept.article, verdicts)
