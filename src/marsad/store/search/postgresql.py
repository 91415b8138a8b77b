"""The search index in PostgreSQL: one ``tsvector`` a passage, built from folded tokens without any dictionary.

Words are lexemes as they are, stems lexemes behind a ``~``; both stand at the word's position.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from marsad.store.search.index import Entry
from marsad.store.search.query import Term

CREATE = (
    "CREATE TABLE store_search (passage bigint PRIMARY KEY REFERENCES store_passage (id) ON DELETE CASCADE, "
    "words tsvector NOT NULL)",
    "CREATE INDEX store_search_words ON store_search USING gin (words)",
)
DROP = ("DROP TABLE store_search",)
STEM = "~"


@dataclass(frozen=True, slots=True)
class PostgresIndex:
    """A GIN index over vectors of our own making; folded words hold letters and digits alone, so quoting is safe."""

    connection: BaseDatabaseWrapper

    def add(self, entries: Iterable[Entry]) -> None:
        """Put passages into the index."""
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO store_search (passage, words) VALUES (%s, %s::tsvector)",
                [(entry.passage, _vector(entry)) for entry in entries],
            )

    def passages(self, terms: Sequence[Term]) -> tuple[str, list[object]]:
        """SQL that selects the numbers of the passages that hold the terms, and its parameters."""
        return "SELECT passage FROM store_search WHERE words @@ %s::tsquery", [match(terms)]

    def frequency(self, found: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each folded word is written so."""
        with self.connection.cursor() as cursor:
            return {word: self._count(cursor, word) for word in found}

    @staticmethod
    def _count(cursor: CursorWrapper, word: str) -> int:
        cursor.execute("SELECT count(*) FROM store_search WHERE words @@ %s::tsquery", [_quoted(word)])
        return int(cursor.fetchone()[0])

    def clear(self) -> None:
        """Drop all that is in the index."""
        with self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM store_search")

    def optimise(self) -> None:
        """Move pending entries into the index and tell the planner what it holds."""
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list('store_search_words'::regclass)")
            cursor.execute("ANALYZE")


def _vector(entry: Entry) -> str:
    pairs = zip(entry.words.split(), entry.stems.split(), strict=True)
    return " ".join(f"{_quoted(word)}:{n} {_quoted(STEM + stem)}:{n}" for n, (word, stem) in enumerate(pairs, 1))


def match(terms: Sequence[Term]) -> str:
    """The terms in PostgreSQL's language."""
    return " & ".join(_term(term) if term.wanted else f"!{_term(term)}" for term in terms)


def _term(term: Term) -> str:
    star = ":*" if term.prefix else ""
    each = [f"({' | '.join(_quoted(form) + star for form in forms)})" for forms in term.alternatives]
    if len(term.words) > 1:
        each.append(f"({' <-> '.join(_quoted(STEM + stem) for stem in term.stems)})")
    return f"({' & '.join(each)})"


def _quoted(word: str) -> str:
    return f"'{word}'"
