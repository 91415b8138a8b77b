"""Hijri dates by the Umm al-Qura calendar (hijridate, valid for the years 1343 to 1500)."""

from __future__ import annotations

from datetime import date

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.tense import FUTURE, PAST, tense_at
from marsad.mention.time.value import Reading, day_value, written_day

FIRST, LAST = 1343, 1500
RAMADAN = 9
MIDDLE, FAR = 15, 10**6  # of a month, and further than any date
HIJRI_SIGNS = frozenset({"ه", "هجريه", "هجري", "هجريا", "للهجره"})


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date, ``None`` outside the calendar's table."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def month_days(year: int, month: int) -> tuple[date, date] | None:
    """The first and last day of a Hijri month."""
    first = gregorian(year, month, 1)
    after = gregorian(year + month // 12, month % 12 + 1, 1)
    return (first, date.fromordinal(after.toordinal() - 1)) if first and after else None


def today(day: date | None) -> tuple[int, int, int] | None:
    """A Gregorian day as year, month and day of the Hijri calendar."""
    from hijridate import Gregorian

    if day is None:
        return None
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None


def day_of_hijri_month(published: date, day: int) -> date | None:
    """A day of the Hijri month that a day lies in."""
    now = today(published)
    return gregorian(now[0], now[1], day) if now else None


def nearest_year(c: Cursor, month: int, day: int | None, shift: int | None) -> int | None:
    """The Hijri year of a day or month without one: the next or the latest begun where something says so, else the nearest."""
    now = today(c.day)
    if now is None:
        return None
    if shift == 0:
        return now[0]
    later = (month, day or 1) > (now[1], now[2] if day else 1)
    tense = _tense(c) if shift is None else shift
    if tense == FUTURE:
        return now[0] if later else now[0] + (1 if day or (month != now[1]) else 0)
    if tense == PAST:
        passed = shift == -1 and (month, day) == (now[1], None)
        return now[0] - 1 if later or passed else now[0]
    return min((now[0] + n for n in (0, -1, 1)), key=lambda year: _distance(c, year, month, day or MIDDLE))


def _tense(c: Cursor) -> int | None:
    return PAST if c.before(c.words.since) else tense_at(c)


def _distance(c: Cursor, year: int, month: int, day: int) -> int:
    found = gregorian(year, month, day)
    return abs(found.toordinal() - c.day.toordinal()) if found and c.day else FAR


def marked_year(c: Cursor, at: int) -> tuple[int | None, int]:
    """A Hijri year in digits, عام and هـ around it taken in, and the offset after it."""
    at += c.word(at) in ("من", "،", ",")
    at += c.word(at) in c.words.year_words
    year = c.number(at, LAST)
    if not year or year < FIRST:
        return None, at
    return year, at + 1 + (c.word(at + 1) in HIJRI_SIGNS)


def hijri_day(c: Cursor, day: int, taken: int) -> Reading | None:
    """«15 رمضان 1436», «العاشر من محرم»: the month stands at ``taken``."""
    name, length = c.phrase(taken, c.words.hijri)
    if not name:
        return None
    month = c.words.hijri[name]
    year, stop = marked_year(c, taken + length)
    if year is not None:
        found = gregorian(year, month, day)
        return Reading(stop, "hijri_date", day_value(found)) if found else None
    shift, modified = c.shift_of(taken + length)
    near = nearest_year(c, month, day, shift)
    found = gregorian(near, month, day) if near else None
    return Reading(taken + length + modified, "hijri_day", day_value(found) if found else None, anchor="published")


def hijri_month(c: Cursor) -> Reading | None:
    """«شهر رمضان», «رمضان الماضي», «محرم 1443», «في رمضان»: a month that people bear as a name needs one of these."""
    skip = int(c.head in ("شهر", "شهري"))
    name, length = c.phrase(skip, c.words.hijri)
    if not name:
        return None
    year, stop = marked_year(c, skip + length)
    shift, modified = c.shift_of(skip + length)
    month = c.words.hijri[name]
    if year is not None:
        return Reading(stop, "hijri_month", _stretch(month_days(year, month)))
    glorified = len(name.split()) > 1 and month == RAMADAN
    if not (skip or modified or glorified or (name == "رمضان" and c.before(c.words.month_after))):
        return None
    near = nearest_year(c, month, None, shift)
    value = _stretch(month_days(near, month)) if near else None
    return Reading(skip + length + modified, "hijri_month", value, anchor="published")


def hijri_year(c: Cursor) -> Reading | None:
    """«عام 1424هـ», «العام الدراسي 1435/1436هـ»: the sign or the number says that it is none of ours."""
    if c.head not in c.words.year_words:
        return None
    kind = c.word(1) in c.words.year_kinds
    shift, modified = c.shift_of(1 + kind)
    year, stop = marked_year(c, 1 + kind + modified)
    if year is None:
        return None
    last, stop = _school_year(c, year, stop)
    if last > year and shift is not None and c.day:  # «العام الماضي 1435/1436هـ»: which one is said twice
        return Reading(stop, "hijri_year", f"{c.day.year + shift:04}", anchor="published")
    begins, ends = month_days(year, 1), month_days(last, 12)
    return Reading(stop, "hijri_year", _stretch((begins[0], ends[1]))) if begins and ends else None


def _school_year(c: Cursor, year: int, at: int) -> tuple[int, int]:
    """The year that a stretch ends with («1435/1436هـ») and the offset after it."""
    if c.word(at) not in ("/", "-") or c.number(at + 1, LAST) != year + 1:
        return year, at
    return year + 1, at + 2 + (c.word(at + 2) in HIJRI_SIGNS)


def feast(c: Cursor) -> Reading | None:
    """«عيد الأضحى», «رأس السنة»: of the year that is written, else of the nearest."""
    name, length = c.phrase(0, c.words.feasts)
    if not name:
        return None
    written = c.words.feasts[name]
    month, day = (int(part) for part in written.removeprefix("h").split("-"))
    return _hijri_feast(c, month, day, length) if written[0] == "h" else _solar_feast(c, month, day, length)


def _hijri_feast(c: Cursor, month: int, day: int, length: int) -> Reading:
    year, stop = marked_year(c, length)
    if year is not None:
        found = gregorian(year, month, day)
        return Reading(stop, "feast", day_value(found) if found else None)
    shift, modified = c.shift_of(length)
    near = nearest_year(c, month, day, shift)
    found = gregorian(near, month, day) if near else None
    return Reading(length + modified, "feast", day_value(found) if found else None, anchor="published")


def _solar_feast(c: Cursor, month: int, day: int, length: int) -> Reading:
    worded = c.word(length) in c.words.year_words
    year = c.year(length + worded)
    if year:
        return Reading(length + worded + 1, "feast", written_day(year, month, day))
    if c.day is None:
        return Reading(length, "feast", anchor="published")
    now = c.day.toordinal()
    years = (date(c.day.year + n, month, day) for n in (-1, 0, 1))
    nearest = min(years, key=lambda day: abs(day.toordinal() - now))
    return Reading(length, "feast", day_value(nearest), anchor="published")


def _stretch(days: tuple[date, date] | None) -> str | None:
    return f"{days[0].isoformat()}/{days[1].isoformat()}" if days else None
