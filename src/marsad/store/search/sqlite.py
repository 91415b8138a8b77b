"""The search index in SQLite: FTS5 without content, fed with folded tokens."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from marsad.store.search.index import Entry
from marsad.store.search.query import Term

# unicode61 keeps Arabic letters, Latin letters and digits as they come: folding has been done. Its letters are those of
# Unicode 6.1, so that the Arabic ones added since are named.
NEWER = "\u08a1" + "".join(map(chr, range(0x08AD, 0x08B5)))
CREATE = (
    "CREATE VIRTUAL TABLE store_search USING fts5(word, stem, content='', "
    f"tokenize=\"unicode61 remove_diacritics 0 tokenchars '{NEWER}'\")",
    "CREATE VIRTUAL TABLE store_search_words USING fts5vocab('store_search', 'col')",
)
SAMPLED = 1000  # rows of an index that ANALYZE looks at: enough for the planner, and no full pass over a large file
DROP = ("DROP TABLE store_search_words", "DROP TABLE store_search")


@dataclass(frozen=True, slots=True)
class SqliteIndex:
    """FTS5; a query is built from folded words alone, each in quotation marks, so that nothing in it is syntax."""

    connection: BaseDatabaseWrapper

    def add(self, entries: Iterable[Entry]) -> None:
        """Put passages into the index."""
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO store_search(rowid, word, stem) VALUES (%s, %s, %s)",
                list(entries),
            )

    def passages(self, terms: Sequence[Term]) -> tuple[str, list[object]]:
        """SQL that selects the numbers of the passages that hold the terms, and its parameters."""
        return "SELECT rowid FROM store_search WHERE store_search MATCH %s", [match(terms)]

    def frequency(self, found: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each folded word is written so."""
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT term, doc FROM store_search_words WHERE col = 'word' AND term IN (SELECT value FROM json_each(%s))",
                [json.dumps(list(found))],
            )
            return dict(cursor.fetchall())

    def clear(self) -> None:
        """Drop all that is in the index."""
        with self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO store_search(store_search) VALUES ('delete-all')")

    def optimise(self) -> None:
        """Merge the index's segments and tell the planner what the tables hold."""
        with self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO store_search(store_search) VALUES ('optimize')")
            cursor.execute(f"PRAGMA analysis_limit={SAMPLED}")
            cursor.execute("ANALYZE")


def match(terms: Sequence[Term]) -> str:
    """The terms in FTS5's language."""
    wanted = " AND ".join(_term(term) for term in terms if term.wanted)
    unwanted = " OR ".join(_term(term) for term in terms if not term.wanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _term(term: Term) -> str:
    star = " *" if term.prefix else ""
    each = [f"word : ({' OR '.join(_quoted(form) + star for form in forms)})" for forms in term.alternatives]
    if len(term.words) > 1:
        each.append(f"stem : {_quoted(' '.join(term.stems))}")
    return f"({' AND '.join(each)})"


def _quoted(words: str) -> str:
    return f'"{words}"'
