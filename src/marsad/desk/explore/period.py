"""Time in days, weeks, months and years: the period that a day is in, the next one, and a unit that fits a stretch."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

UNITS = ("day", "week", "month", "year")
FIT = 62  # bars that a reader still tells apart
DAYS = {"day": 1, "week": 7, "month": 28, "year": 365}  # at least, in a unit


def first_of(day: date, unit: str) -> date:
    """The first day of the period that a day is in; weeks begin on Monday (ISO 8601)."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def last_of(first: date, unit: str) -> date:
    """The last day of the period that begins on ``first``."""
    if unit == "week":
        return first + timedelta(days=6)
    if unit == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first.replace(month=12, day=31) if unit == "year" else first


def number_of(first: date, last: date, unit: str) -> int:
    """How many periods a stretch touches."""
    if unit == "month":
        return (last.year - first.year) * 12 + last.month - first.month + 1
    if unit == "year":
        return last.year - first.year + 1
    return (first_of(last, unit) - first_of(first, unit)).days // DAYS[unit] + 1


def fitting(first: date, last: date) -> str:
    """The smallest unit of which at most :data:`FIT` cover a stretch; years where none does."""
    return next((unit for unit in UNITS if number_of(first, last, unit) <= FIT), "year")


def periods(first: date, last: date, unit: str) -> Iterator[date]:
    """The first days of all periods that a stretch touches."""
    start = first_of(first, unit)
    while start <= last:
        yield start
        end = last_of(start, unit)
        if end == date.max:
            return
        start = end + timedelta(days=1)


def middle(counts: dict[date, int], share: float) -> tuple[date, date]:
    """The stretch of days that leaves at most ``share`` of the events out on either side. ``counts`` is not empty.

    A far date (a century named in passing) would otherwise make all that is near one bar.
    """
    few = sum(counts.values()) * share
    days = sorted(counts)
    return _reached(counts, days, few), _reached(counts, days[::-1], few)


def _reached(counts: dict[date, int], days: list[date], few: float) -> date:
    passed = 0
    for day, following in pairwise(days):
        passed += counts[day]
        if passed > few:
            return day
        if passed + counts[following] > few:
            return following
    return days[-1]
