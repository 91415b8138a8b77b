"""The front page: the latest events that the filter lets through, what they have in common, and how to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from marsad.desk.asked import address_of, filter_of
from marsad.desk.news.card import Card, cards
from marsad.desk.news.export import formats
from marsad.desk.news.hits import count_of, hits
from marsad.desk.news.narrow import chips, groups, loosened
from marsad.desk.rights import Right, needs
from marsad.ontology.plover import MODES, STATUSES, TYPES
from marsad.store import models
from marsad.store.query import Filter, events
from marsad.store.restore import restore_events

PAGE = 20  # events
EVENTS, ARTICLES = "events", "articles"  # what the list is of
SHARES = (0.6, 0.7, 0.8, 0.9)  # confidences that the form offers
OUTLETS = 500  # names that the form offers while somebody types


@dataclass(frozen=True, slots=True)
class Day:
    """The events of a page that fall on a day; none is known where the article has no date either."""

    day: date | None
    cards: tuple[Card, ...]


@needs(Right.READ)
def front(request: HttpRequest) -> HttpResponse:
    """A page of events, or of the articles that hold them."""
    asked = filter_of(request.GET)
    tab = request.GET.get("tab", "")
    if request.GET and not _is_tidy(request):
        return _tidied(request, asked, tab)
    own, found = {"tab": tab} if tab == ARTICLES else {}, events(asked)
    count, number = found.count(), _page(request)
    context: dict[str, Any] = {
        "asked": asked, "tab": own.get("tab", EVENTS), "address": address_of(asked), "chips": chips(asked, **own),
        "formats": formats(), "count": count, "article_count": count_of(asked),
        "groups": groups(found, asked, **own) if count else [], **_form(asked),
    }  # fmt: skip
    context |= {"hits": hits(asked, number)} if own else _list(found, count, number, asked)
    return render(request, "news/front.html", context)


def _form(asked: Filter) -> dict[str, Any]:
    """What the form offers to choose from."""
    shares = sorted({*SHARES, asked.min_confidence} - {0.0})
    return {
        "types": TYPES, "statuses": STATUSES, "modes": sorted({mode for some in MODES.values() for mode in some}),
        "shares": [(f"{share:g}", f"{share:.0%}", share == asked.min_confidence) for share in shares],
        "outlets": models.Source.objects.order_by("name").values_list("name", flat=True)[:OUTLETS],
    }  # fmt: skip


def _is_tidy(request: HttpRequest) -> bool:
    """Whether an address says nothing twice and nothing empty, as a submitted form does."""
    return all(value for values in request.GET.lists() for value in values[1])


def _tidied(request: HttpRequest, asked: Filter, tab: str) -> HttpResponse:
    """The one address of a question, so that it can be shared."""
    address = address_of(asked, tab=tab)
    return HttpResponseRedirect(f"{request.path}?{address}" if address else request.path)


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1


def _list(found: Any, count: int, number: int, asked: Filter) -> dict[str, Any]:
    """A page of the list. A number beyond the last page is the last page."""
    pages = Paginator(range(count), PAGE)
    page = pages.get_page(number)
    rows = list(found.values_list("pk", "day")[(page.number - 1) * PAGE : page.number * PAGE])
    return {
        "page": page,
        "numbers": pages.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "days": _days(rows),
        "loosened": loosened(asked) if not count and not asked.is_empty else [],
        "failed": models.Article.objects.filter(error__isnull=False).count() if asked.is_empty else 0,
        "nothing": asked.is_empty and not count and not models.Article.objects.exists(),
    }


def _days(rows: Sequence[tuple[int, date | None]]) -> list[Day]:
    numbers = [number for number, _day in rows]
    made = dict(zip(numbers, cards(restore_events(numbers), numbers), strict=True))
    return [Day(day, tuple(made[number] for number, _ in some)) for day, some in groupby(rows, key=lambda row: row[1])]
