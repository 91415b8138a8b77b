"""The timeline: how many events in each day, week, month or year, of which kind, and whether that day is their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marsad.desk.explore import aggregate, chart
from marsad.desk.explore.page import Link, asked_of, chosen, link, shared, told
from marsad.desk.explore.period import UNITS, first_of, fitting, last_of, middle, number_of, periods
from marsad.desk.explore.words import BY_NAMES, CLASS_NAMES, UNIT_NAMES
from marsad.desk.kept import kept
from marsad.desk.rights import Right, needs
from marsad.ontology.plover import QUAD_CLASS, STATUSES
from marsad.store.query import Filter
from marsad.view.label import label

OUT = 0.03  # share of events that may lie before what is drawn, and after it, where no dates were asked for
MOST = 400  # bars that are drawn
TYPES_SHOWN = 5  # series of types; the others are one
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Series:
    """Events of one kind, in all periods."""

    key: str
    name: str
    style: str  # class of its colour
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A period: its events by series, those with a day of their own first, those only told then second."""

    first: date
    name: str
    address: str
    count: int
    dated: int
    parts: tuple[tuple[int, int], ...]  # (dated, only told) of each series

    @property
    def told(self) -> int:
        """Events that no day of their own is known of: they were told in this period."""
        return self.count - self.dated

    @property
    def of_series(self) -> tuple[int, ...]:
        """All events of each series."""
        return tuple(map(sum, self.parts))


@needs(Right.READ)
def timeline(request: HttpRequest) -> HttpResponse:
    """The timeline of a filter. ``unit`` is one of the units or empty, ``by`` what the bars are divided by."""
    asked, found = asked_of(request)
    unit, by = chosen(request, "unit", ("", *UNITS), ""), chosen(request, "by", tuple(BY_NAMES), "class")
    own = {"unit": unit, "by": by if by != "class" else ""}
    counted = kept("days", asked, lambda: aggregate.days(found))
    context = shared(request, asked, **own) | {
        "units": _choices(request, asked, own, "unit", {"": _("Automatic"), **UNIT_NAMES}, unit),
        "bys": _choices(request, asked, own, "by", BY_NAMES, by),
        "undated": aggregate.undated(found),
        "events": told(found),
        **(_drawn(request.path, asked, own, counted, by) if counted else {}),
    }
    return render(request, "explore/timeline.html", context)


def _choices(request: HttpRequest, asked: Filter, own: dict[str, Any], name: str, names: Any, now: str) -> list[Link]:
    made = ((key, str(words), link(request.path, asked, {**own, name: key})) for key, words in names.items())
    return [Link(words, address, key == now) for key, words, address in made]


def _drawn(here: str, asked: Filter, own: dict[str, Any], counted: list[aggregate.DayCount], by: str) -> dict[str, Any]:
    first, last = _stretch(asked, counted)
    unit = own["unit"] or fitting(first, last)
    if number_of(first, last, unit) > MOST:
        first = list(periods(first, last, unit))[-MOST]
    first, last = first_of(first, unit), last_of(first_of(last, unit), unit)
    series = _series(counted, by)
    shown = bars(
        here, asked, own, [row for row in counted if first <= row.day <= last], (first, last, unit), series, by
    )
    plan = _chart(shown, series)
    return {
        "unit": unit,
        "unit_name": UNIT_NAMES[unit],
        "series": series,
        "bars": shown,
        "chart": plan,
        "columns": list(zip(shown, plan.columns, strict=True)),
        "count": sum(row.count for row in counted),
        "earlier": _outside(here, asked, own, counted, last=first - timedelta(days=1)) if first > date.min else None,
        "later": _outside(here, asked, own, counted, first=last + timedelta(days=1)) if last < date.max else None,
    }


def _chart(shown: list[Bar], series: tuple[Series, ...]) -> chart.Chart:
    styles = [one.style for one in series]
    return chart.drawn([bar.parts for bar in shown], [bar.name for bar in shown], styles, is_rtl=get_language() == "ar")


def _stretch(asked: Filter, counted: list[aggregate.DayCount]) -> tuple[date, date]:
    """What is drawn: from and to the days that were asked for, else what holds nearly all events."""
    counts: Counter[date] = Counter()
    for row in counted:
        counts[row.day] += row.count
    first, last = middle(counts, OUT)
    return asked.since or first, asked.until or last


def _outside(
    here: str, asked: Filter, own: dict[str, Any], counted: Iterable[aggregate.DayCount],
    first: date = date.min, last: date = date.max,
) -> tuple[int, str] | None:  # fmt: skip
    """How many events lie before or after what is drawn, and the address that draws them."""
    count = sum(row.count for row in counted if first <= row.day <= last)
    if not count:
        return None
    narrowed = replace(asked, until=last) if first == date.min else replace(asked, since=first)
    return count, link(here, narrowed, {**own, "unit": ""})


def _series(counted: Iterable[aggregate.DayCount], by: str) -> tuple[Series, ...]:
    counts: Counter[str] = Counter()
    for row in counted:
        counts[_key(row, by)] += row.count
    if by == "class":
        return tuple(Series(key, str(CLASS_NAMES[key]), key, counts[key]) for key in aggregate.CLASSES)
    keys = STATUSES if by == "status" else [key for key, _count in counts.most_common(TYPES_SHOWN)]
    made = [
        Series(key, label(key, get_language() or "ar"), f"series-{n}", counts[key])
        for n, key in enumerate(keys, start=1)
    ]
    rest = sum(counts.values()) - sum(one.count for one in made)
    return (*made, *((Series(OTHERS, _("Others"), "series-6", rest),) if rest else ()))


def _key(row: aggregate.DayCount, by: str) -> str:
    return QUAD_CLASS[row.type] if by == "class" else row.type if by == "type" else row.status


def bars(
    here: str, asked: Filter, own: dict[str, Any], counted: Iterable[aggregate.DayCount],
    stretch: tuple[date, date, str], series: tuple[Series, ...], by: str,
) -> list[Bar]:  # fmt: skip
    """A bar for every period of a stretch (first day, last day, unit), those without events too."""
    first, last, unit = stretch
    place = {one.key: n for n, one in enumerate(series)}
    counts: dict[date, list[list[int]]] = defaultdict(lambda: [[0, 0] for _one in series])
    for row in counted:
        of_series = counts[first_of(row.day, unit)][place.get(_key(row, by), len(series) - 1)]
        of_series[0 if row.dated else 1] += row.count
    return [_bar(here, asked, own, start, unit, counts[start]) for start in periods(first, last, unit)]


def _bar(here: str, asked: Filter, own: dict[str, Any], start: date, unit: str, parts: list[list[int]]) -> Bar:
    since, until = max(start, asked.since or start), last_of(start, unit)
    until = min(until, asked.until or until)
    address = link(here, replace(asked, since=since, until=until), {**own, "unit": ""})
    return Bar(
        start, name_of(start, unit), address, sum(map(sum, parts)), sum(part[0] for part in parts),
        tuple((part[0], part[1]) for part in parts),
    )  # fmt: skip


def name_of(start: date, unit: str) -> str:
    """A period in words: ``4 July 2015``, ``week of 29 June 2015``, ``July 2015``, ``2015``."""
    if unit == "year":
        return str(start.year)
    if unit == "month":
        return date_format(start, "F Y")
    day = date_format(start, "j F Y")
    return _("week of %(day)s") % {"day": day} if unit == "week" else day
