"""Counts that are the same until something is read or judged are made once and kept for a while."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.db import connection

from marsad.store.query import Filter

SECONDS = 600
Counts = TypeVar("Counts")


# One question in place of one a table; each part is answered by an index.
READ = """(SELECT MAX(id) FROM store_event), (SELECT MAX(reading_id) FROM store_event),
  (SELECT COUNT(*) FROM store_event WHERE current), (SELECT MAX(id) FROM store_reading)"""
JUDGED = "(SELECT MAX(id) FROM store_judgement), (SELECT MAX(withdrawn_at) FROM store_judgement)"


def state() -> tuple[object, ...]:
    """What all counts of an archive depend on: the latest that was read and judged, and how much of it counts now.

    Readings are added, never changed; but one by a version that read the article before is taken up again.
    """
    return _asked(f"SELECT {READ}, {JUDGED}")


def state_read() -> tuple[object, ...]:
    """What depends on the machine's readings alone, whatever people judge."""
    return _asked(f"SELECT {READ}")


def _asked(sql: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return (str(connection.settings_dict["NAME"]), *cursor.fetchone())


def digest(*parts: object) -> str:
    """A short name for values that are written the same when they are the same."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def kept(name: str, asked: Filter, make: Callable[[], Counts], of: Callable[[], tuple[object, ...]] = state) -> Counts:
    """What ``make`` counts under a name for a filter, made anew where what it depends on (``of``) has changed since."""
    key = f"counts-{digest(name, asked, of())}"
    found: Counts | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, SECONDS)
    return found
