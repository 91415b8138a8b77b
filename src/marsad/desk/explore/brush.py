"""A strip of periods beside a view: each with its events, each a link that shows the view for it alone.

It has all times of the filter whatever dates are asked for, so that one moves on and back in them. In Arabic time runs from
the right, as on the timeline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language

from marsad.desk.explore import aggregate
from marsad.desk.explore.page import link
from marsad.desk.explore.period import first_of, fitting, last_of, middle, periods
from marsad.desk.explore.timeline import MOST, OUT, name_of
from marsad.desk.kept import kept
from marsad.store.query import Filter, events

WIDTH, HEIGHT, LEAST = 1000, 60, 2  # of the drawing; and the height of a period with a single event


@dataclass(frozen=True, slots=True)
class Step:
    """A period: its name, its events, the address that shows it alone, where it stands, and whether it is shown now."""

    name: str
    address: str
    count: int
    x: float
    width: float
    height: float
    chosen: bool

    @property
    def y(self) -> float:
        """Where its bar begins, from above."""
        return round(HEIGHT - self.height, 2)


@dataclass(frozen=True, slots=True)
class Brush:
    """The strip, what of it is shown in words (empty where that is no whole periods), and the ways on: before, after, wider,
    all; empty where there is none."""

    steps: tuple[Step, ...]
    shown: str
    before: str
    after: str
    wider: str
    all: str
    width: int = WIDTH
    height: int = HEIGHT


def brush(here: str, asked: Filter) -> Brush | None:
    """The strip of a view at an address; ``None`` where the events fall into a single period."""
    whole = replace(asked, since=None, until=None)
    counts: Counter[date] = Counter()
    for row in kept("days", whole, lambda: aggregate.days(events(whole))):
        counts[row.day] += row.count
    if not counts:
        return None
    first, last = middle(counts, OUT)
    unit = fitting(first, last)
    starts = list(periods(first, last, unit))[-MOST:]
    return _brush(here, asked, starts, unit, counts) if len(starts) > 1 else None


def _brush(here: str, asked: Filter, starts: Sequence[date], unit: str, counts: Counter[date]) -> Brush:
    totals: Counter[date] = Counter()
    for day, count in counts.items():
        totals[first_of(day, unit)] += count
    chosen = [n for n, start in enumerate(starts) if _is_in(start, last_of(start, unit), asked)]

    def address(begin: int, end: int) -> str:
        begin, end = max(begin, 0), min(end, len(starts) - 1)
        if begin > end:
            return ""
        return link(here, replace(asked, since=starts[begin], until=last_of(starts[end], unit)))

    steps = _steps(starts, unit, totals, chosen, address)
    low, high = (chosen[0], chosen[-1]) if chosen else (0, -1)
    long = high - low + 1
    is_whole = chosen and (asked.since, asked.until) == (starts[low], last_of(starts[high], unit))
    some = (steps[low].name, steps[high].name) if is_whole else ("", "")
    return Brush(
        steps, " – ".join(dict.fromkeys(filter(None, some))), address(low - long, low - 1) if chosen else "",
        address(high + 1, high + long) if chosen else "", address(low - 1, high + 1) if chosen else "",
        link(here, replace(asked, since=None, until=None)) if asked.since or asked.until else "",
    )  # fmt: skip


def _is_in(first: date, last: date, asked: Filter) -> bool:
    """Whether a period has days that are asked for, where dates are asked for."""
    touched = last >= (asked.since or last) and first <= (asked.until or first)
    return touched and bool(asked.since or asked.until)


def _steps(
    starts: Sequence[date], unit: str, totals: Counter[date], chosen: Sequence[int], address: Callable[[int, int], str]
) -> tuple[Step, ...]:  # fmt: skip
    room, most = WIDTH / len(starts), max((totals[start] for start in starts), default=0) or 1
    from_right = get_language() == "ar"
    return tuple(
        Step(
            name_of(start, unit), address(n, n), totals[start], round(room * (len(starts) - 1 - n if from_right else n), 2),
            round(room, 2), _height(totals[start], most), n in chosen,
        )
        for n, start in enumerate(starts)
    )  # fmt: skip


def _height(count: int, most: int) -> float:
    return round(max(HEIGHT * count / most, LEAST), 2) if count else 0
