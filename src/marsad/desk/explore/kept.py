"""Counts that are the same until something is read or judged are made once and kept for a while."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db import connection
from django.db.models import Max

from marsad.store import models
from marsad.store.query import Filter

SECONDS = 600
Counts = TypeVar("Counts")


def state() -> tuple[object, ...]:
    """What all counts of an archive depend on: the latest that was read and judged. Readings are added, never changed."""
    read = models.Event.objects.aggregate(Max("pk"), Max("reading"))
    judged = models.Judgement.objects.aggregate(Max("pk"), Max("withdrawn_at"))
    return (
        str(connection.settings_dict["NAME"]),
        models.Reading.objects.aggregate(Max("pk"))["pk__max"],
        *read.values(),
        *judged.values(),
    )


def digest(*parts: object) -> str:
    """A short name for values that are written the same when they are the same."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def kept(name: str, asked: Filter, make: Callable[[], Counts]) -> Counts:
    """What ``make`` counts under a name for a filter, made anew where the archive has changed since."""
    key = f"explore-{digest(name, asked, state())}"
    found: Counts | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, SECONDS)
    return found
