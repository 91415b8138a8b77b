"""Values of times as TimeML's TIMEX3 writes them, and the days that each may mean.

A value is ``2021-11-17`` (day), ``2021-W46`` (ISO week), ``2021-W46-WE`` (its weekend), ``2021-11``, ``2021-Q3``,
``2021-H1``, ``2021-SU`` (season), ``2021``, ``202`` (decade), ``20`` (century), each with ``TMO``… (part of day) or
``T14:30Z`` (hour) after it where it is a time of day; ``first/last`` for a stretch; ``P3D`` for a length; and
``PAST_REF``, ``PRESENT_REF``, ``FUTURE_REF``. Saurí et al., TimeML Annotation Guidelines 1.2.1 (2006).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from marsad.record import Time

DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)")
WEEKEND = 5  # weekday of Saturday, with which ISO weekends begin
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, in the northern hemisphere
PARTS_OF_YEAR = {"Q": 3, "T": 4, "H": 6}  # months of a quarter, a third and a half
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}
CLOCK = {"TH": "hour", "TM": "minute", "TS": "second"}

Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule reads at a token: how many tokens it takes and what they mean.

    ``value`` is ``None`` where nothing settles it. ``start`` and ``stop`` are given where they do not follow from the
    value. ``day`` is the one day meant where it is known, ``part`` its part of day, ``lead`` how many letters of the
    first token stand before the expression, ``zone`` the IANA zone of an hour whose day is not known yet.
    """

    length: int
    rule: str
    value: str | None = None
    type: str = "DATE"
    anchor: str | None = None
    start: str | None = None
    stop: str | None = None
    mod: str | None = None
    other: str | None = None
    anchored_at: int | None = None  # first token of what the expression is counted from, where the sentence says it
    open: bool = False  # began then and goes on
    lead: int = 0
    part: str | None = None
    zone: str = ""


def day_value(day: date) -> str:
    """A day as a value."""
    return day.isoformat()


def week_value(day: date) -> str:
    """The ISO week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(year: int, month: int) -> str:
    """A month; months beyond 12 or below 1 count on into other years."""
    months = year * 12 + month - 1
    return f"{months // 12:04}-{months % 12 + 1:02}"


def written_day(year: int, month: int, day: int) -> str | None:
    """A day by its numbers, ``None`` where the calendar has none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def shifted(day: date, unit: str, count: int) -> str:
    """The value ``count`` units after a day, as precise as the unit. Raises ``OverflowError`` beyond the calendar."""
    if unit == "D":
        return day_value(day + timedelta(days=count))
    if unit == "W":
        return week_value(day + timedelta(weeks=count))
    if unit == "M":
        return _within_calendar(month_value(day.year, day.month + count))
    if unit in CLOCK:  # the hour of publication is not known: two hours ago is told as today, 48 as two days ago
        return day_value(day + timedelta(days=int(count / 24) if unit == "TH" else 0))
    year = day.year + count * {"Y": 1, "DE": 10, "CE": 100}[unit]
    return _within_calendar({"Y": f"{year:04}", "DE": f"{year // 10:03}", "CE": f"{year // 100:02}"}[unit])


def _within_calendar(value: str) -> str:
    """The value; raises ``OverflowError`` for a year before the first or after the last of the calendar."""
    year = value.split("-")[0]
    if not year or len(year) > len("2021") or not year.strip("0"):
        raise OverflowError(value)
    return value


def period_value(count: int | None, unit: str, multiply: int = 1) -> str:
    """A length as a value: ``P3D``, ``PT48H``; ``PXD`` where the number is not said."""
    number = "X" if count is None else str(count * multiply)
    return f"PT{number}{unit[1:]}" if unit in CLOCK else f"P{number}{unit}"


class Shape(NamedTuple):
    """How precise a value is, and the first and last day that it may mean."""

    precision: str | None
    start: str | None
    stop: str | None


def shape_of(value: str | None) -> Shape:
    """Precision and days of a value; nothing where it is no place on the calendar. Raises ``ValueError`` for a bad one."""
    if not value or value[0] == "X" or value.endswith("_REF"):
        return Shape(None, None, None)
    if value[0] == "P":
        return Shape(_unit_of(value), None, None)
    if "/" in value:
        first, last = (shape_of(half) for half in value.split("/"))
        return Shape(first.precision, first.start, last.stop)
    body, clock = day_and_clock(value)
    days = _days(body) if body else (None, None)
    precision = _clock_precision(clock) if clock else _precision(body)
    return Shape(precision, *days)


def day_and_clock(value: str) -> tuple[str, str]:
    """The two halves of a value, either may be empty; ``2015-T1`` is a third of a year and has no clock."""
    mark = re.search(r"(?<!-)T", value)
    return (value[: mark.start()], value[mark.end() :]) if mark else (value, "")


def _unit_of(value: str) -> str | None:
    """The last unit of a length: of ``P1Y6M`` the month."""
    clock = value.startswith("PT")
    unit = re.split(r"[\dX.]+", value)[-1]
    return CLOCK.get(f"T{unit}") if clock else UNITS.get(unit)


def _clock_precision(clock: str) -> str:
    return "part of day" if clock.isalpha() else "minute" if ":" in clock else "hour"


PRECISIONS = (
    (r"\d\d", "century"), (r"\d{3}", "decade"), (r"\d{4}", "year"), (r"\d{4}-\d\d", "month"),
    (r"\d{4}-\d\d-\d\d", "day"), (r"\d{4}-W\d\d", "week"), (r"\d{4}-W\d\d-WE", "weekend"),
    (r"\d{4}-[QTH]\d", "part of year"), (r"\d{4}-(?:SP|SU|FA|WI)", "season"),
)  # fmt: skip


def _precision(body: str) -> str | None:
    return next((name for pattern, name in PRECISIONS if re.fullmatch(pattern, body)), None)


def _days(body: str) -> tuple[str, str]:
    if DAY.fullmatch(body):
        return body, body
    if body.isdigit():
        return f"{body.ljust(4, '0')}-01-01", f"{body.ljust(4, '9')}-12-31"
    year, rest = int(body[:4]), body[5:]
    if rest[0] == "W" and rest[1].isdigit():
        monday = date.fromisocalendar(year, int(rest[1:3]), 1)
        first = monday + timedelta(days=WEEKEND * rest.endswith("WE"))
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    if rest[0] in PARTS_OF_YEAR and rest[1:].isdigit():
        months = PARTS_OF_YEAR[rest[0]]
        return _months(year, (int(rest[1:]) - 1) * months + 1, months)
    return _months(year, SEASONS[rest], 3) if rest in SEASONS else _months(year, int(rest), 1)


def _months(year: int, month: int, count: int) -> tuple[str, str]:
    last = month_value(year, month + count - 1)
    return f"{month_value(year, month)}-01", f"{last}-{monthrange(int(last[:4]), int(last[5:7]))[1]:02}"


def date_of(time: Time | None) -> str | None:
    """The day (or month, or year) of a time; an hour is not part of a date, and a length of time is none."""
    return iso_date(time.value) if time else None


def iso_date(value: str | None) -> str | None:
    """The ISO 8601 year, month or day that a value begins with; of a week the month that it lies in, if in one."""
    if not value or not value[:4].isdigit() or "/" in value:
        return None
    match = ISO_DATE.match(value)
    if match:
        return match.group()
    start, stop = _days(day_and_clock(value)[0]) if len(value) > 4 else ("", "")
    return start[:7] if start and start[:7] == stop[:7] else start[:4] if start and start[:4] == stop[:4] else None
