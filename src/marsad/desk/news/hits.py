"""Articles by their words, with the stretch that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator

from marsad.desk.news.segment import Marked, Segment, segments
from marsad.store import models
from marsad.store.search.find import search

PAGE = 20  # articles


@dataclass(frozen=True, slots=True)
class Found:
    """An article that holds what was asked for."""

    reading: models.Reading
    snippet: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of articles, and the numbers of the pages around it."""

    page: Any
    numbers: Any
    found: tuple[Found, ...]


def hits(query: str, number: int) -> Hits:
    """A page of the articles that hold a query's words; a number beyond the last page is the last page."""
    answer = search(query, start=(number - 1) * PAGE, count=PAGE)
    pages = Paginator(range(answer.count), PAGE)
    page = pages.get_page(number)
    if page.number != number:
        answer = search(query, start=(page.number - 1) * PAGE, count=PAGE)
    numbers = pages.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return Hits(page, numbers, tuple(_found(hit) for hit in answer.hits))


def _found(hit: Any) -> Found:
    text, span = hit.reading.text.text, hit.snippet.span
    marks = [Marked(found, "word", "found") for found in hit.snippet.found]
    return Found(hit.reading, segments(text, span, marks), span.start > 0, span.stop < len(text))
