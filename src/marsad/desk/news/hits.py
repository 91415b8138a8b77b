"""The articles that a filter lets through, each with the stretch that shows the words asked for and the events asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Paginator

from marsad.desk.kept import kept
from marsad.desk.news.segment import Marked, Segment, segments
from marsad.span import Span
from marsad.store import models
from marsad.store.query import Filter, articles, events
from marsad.store.search.find import search
from marsad.store.search.highlight import SNIPPET, Snippet

PAGE = 20  # articles
SHOWN = 5  # events of an article


@dataclass(frozen=True, slots=True)
class Match:
    """An event for which an article is in the list: its row, what it is, and the words that name it."""

    row: int
    type: str
    status: str
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """An article of the list; ``more`` counts the events beyond those shown."""

    reading: models.Reading
    snippet: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool
    matches: tuple[Match, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of articles, and the numbers of the pages around it."""

    page: Any
    numbers: Any
    found: tuple[Found, ...]


def count_of(asked: Filter) -> int:
    """How many articles a filter lets through."""
    return kept("articles", asked, lambda: articles(asked).count())


def hits(asked: Filter, number: int) -> Hits:
    """A page of the articles that a filter lets through; a number beyond the last page is the last page."""
    pages = Paginator(range(count_of(asked)), PAGE)
    page = pages.get_page(number)
    some = _stretches(asked, (page.number - 1) * PAGE)
    matches = _matches(asked, [reading for reading, _snippet in some])
    numbers = pages.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return Hits(page, numbers, tuple(_found(*one, matches[one[0].pk]) for one in some))


def _stretches(asked: Filter, start: int) -> list[tuple[models.Reading, Snippet]]:
    """Articles with the stretch that holds the words, or, where none are asked for, with how they begin."""
    if asked.text:
        return [(hit.reading, hit.snippet) for hit in search(asked.text, start=start, count=PAGE, asked=asked).hits]
    numbers = list(articles(asked).values_list("pk", flat=True)[start : start + PAGE])
    rows = models.Reading.objects.select_related("text", "article__source").in_bulk(numbers)
    begins = _begins(numbers)
    return [(rows[number], Snippet(_cut(rows[number].text.text, begins.get(number, 0)), ())) for number in numbers]


def _begins(readings: Iterable[int]) -> dict[int, int]:
    """Where the first paragraph of each reading begins."""
    rows = models.Block.objects.filter(reading__in=readings, kind__in=("standfirst", "paragraph"))
    return dict(rows.order_by("-number").values_list("reading", "start"))


def _cut(text: str, start: int) -> Span:
    """A stretch from ``start`` on, cut at a space."""
    stop = min(start + SNIPPET, len(text))
    space = text.rfind(" ", start, stop)
    return Span(start, space if stop < len(text) and space > start else stop)


def _matches(asked: Filter, readings: Iterable[models.Reading]) -> dict[int, list[Match]]:
    """The events asked for in each article, in the order of the text; the words are those that the articles hold already."""
    texts = {reading.pk: reading.text.text for reading in readings}
    rows = events(replace(asked, text="")).filter(reading__in=list(texts)).order_by("reading", "start", "pk")
    found: dict[int, list[Match]] = defaultdict(list)
    for reading, row, type_, status, start, stop in rows.values_list(
        "reading", "pk", "type", "status", "start", "stop"
    ):
        found[reading].append(Match(row, type_, status, texts[reading][start:stop]))
    return found


def _found(reading: models.Reading, stretch: Snippet, matches: list[Match]) -> Found:
    text, span = reading.text.text, stretch.span
    marks = [Marked(found, "word", "found") for found in stretch.found]
    return Found(
        reading, segments(text, span, marks), bool(stretch.found) and span.start > 0, span.stop < len(text),
        tuple(matches[:SHOWN]), len(matches[SHOWN:]),
    )  # fmt: skip
