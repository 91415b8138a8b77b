"""Articles by their words: what is found, newest first, each with the stretch that shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.store import models
from marsad.store.query import Filter, articles, passages_with, terms_of
from marsad.store.search.highlight import Snippet, snippet


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds what was asked for; the snippet's offsets are those of the reading's text."""

    reading: models.Reading
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Hits:
    """Some of the articles found, and how many there are."""

    count: int
    hits: tuple[Hit, ...]


EVERYTHING = Filter()


def search(query: str, *, start: int = 0, count: int = 20, asked: Filter = EVERYTHING) -> Hits:
    """The articles, from the ``start``-th, whose current text holds what ``query`` asks for; the newest first.

    ``asked`` may ask for events besides: then an article must hold one of them too. Raises
    :class:`marsad.errors.ArchiveError` for a query that asks for nothing.
    """
    terms = terms_of(query)
    found = articles(replace(asked, text=query))
    numbers = list(found.values_list("pk", flat=True)[start : start + count])
    rows = models.Reading.objects.select_related("text", "article__source").in_bulk(numbers)  # texts are not sorted
    some = [rows[number] for number in numbers]
    first: dict[int, models.Passage] = {}
    for passage in passages_with(terms).filter(text__in=[reading.text_id for reading in some]).order_by("-number"):
        first[passage.text_id] = passage
    hits = tuple(Hit(r, snippet(r.text.text, terms, first[r.text_id].start, first[r.text_id].stop)) for r in some)
    return Hits(found.count(), hits)
