"""The search index: what a database must offer for it, and what is put into it.

Two columns hold, position by position, a passage's words as they are written and their stems. SQLite keeps them in an
FTS5 table without content, PostgreSQL in one ``tsvector``; neither repeats the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from django.db import connection

from marsad.store.search.query import Term


class Entry(NamedTuple):
    """A passage as it is indexed: its number, and its words and their stems, each between spaces."""

    passage: int
    words: str
    stems: str


class Index(Protocol):
    """What each database does in its own way."""

    def add(self, entries: Iterable[Entry]) -> None:
        """Put passages into the index."""

    def passages(self, terms: Sequence[Term]) -> tuple[str, list[object]]:
        """SQL that selects the numbers of the passages that hold the terms, and its parameters."""

    def frequency(self, found: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each folded word is written so."""

    def clear(self) -> None:
        """Drop all that is in the index."""

    def optimise(self) -> None:
        """Bring the index into the form in which it is read fastest."""


def index() -> Index:
    """The index of the open archive."""
    if connection.vendor == "postgresql":
        from marsad.store.search.postgresql import PostgresIndex

        return PostgresIndex(connection)
    from marsad.store.search.sqlite import SqliteIndex

    return SqliteIndex(connection)
