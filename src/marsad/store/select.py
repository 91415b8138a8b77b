"""Events chosen by a filter as records: each article with those of its events that were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet

from marsad.export.told import Told
from marsad.store import models
from marsad.store.restore import Kept, restore


def chosen(found: QuerySet[models.Event], *, everything: bool = False) -> Iterator[Told]:
    """The articles that hold the events ``found``, with these alone; articles without events only with ``everything``."""
    if everything:
        numbers = models.Reading.objects.filter(current=True).order_by("pk").values_list("pk", flat=True)
        yield from (_told(kept, None) for kept in restore(list(numbers)))
        return
    wanted: dict[int, set[int]] = {}
    for reading, number in found.order_by().values_list("reading", "number").iterator(chunk_size=5000):
        wanted.setdefault(reading, set()).add(number)
    for kept in restore(sorted(wanted)):
        yield _told(kept, wanted[kept.reading])


def _told(kept: Kept, numbers: set[int] | None) -> Told:
    record = kept.record
    if numbers is not None:
        record = replace(record, events=tuple(e for n, e in enumerate(record.events) if n in numbers))
    return Told(record, kept.source, kept.article)
