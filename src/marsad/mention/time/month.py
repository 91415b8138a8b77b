"""Days of a month and months, in words and digits, with their year or the nearest one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from marsad.mention.time.cursor import FIRST_YEAR, LAST_YEAR, Cursor
from marsad.mention.time.hijri import FIRST as FIRST_HIJRI
from marsad.mention.time.hijri import HIJRI_SIGNS, day_of_hijri_month, gregorian, hijri_day
from marsad.mention.time.hijri import LAST as LAST_HIJRI
from marsad.mention.time.tense import FUTURE, PAST, tense_at
from marsad.mention.time.value import Reading, month_value, written_day
from marsad.mention.time.year import LINKS, ordinal_day, year_after

SIGNS = frozenset("/-–(،")
LAST_DAY, LAST_MONTH = 31, 12


def numeric_date(c: Cursor) -> Reading | None:
    """17/6/2020, 2020-06-17, 17.6.2020, 16/9/1436هـ: day and month first, or year first."""
    parts, length = c.head.split("."), 1
    if len(parts) == 1 and c.word(1) in ("/", "-") and c.word(3) == c.word(1):
        parts, length = [c.head, c.word(2), c.word(4)], 5
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    one, two, three = (int(part[:5]) for part in parts)
    year, month, day = (one, two, three) if one > LAST_DAY else (three, two, one)
    if FIRST_HIJRI <= year <= LAST_HIJRI and 1 <= month <= LAST_MONTH:
        found = gregorian(year, month, day)
        length += c.word(length) in HIJRI_SIGNS
        return Reading(length, "hijri_numeric", found.isoformat()) if found else None
    value = written_day(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    return Reading(length + (c.word(length) == "م"), "numeric_date", value) if value else None


def day_month(c: Cursor) -> Reading | None:
    """«17 يونيو 2020», «4 حزيران/يونيو», «السابع عشر من يونيو», «الـ26 من مارس», «25 من الشهر الماضي», «15 الجاري»."""
    day, taken = day_number(c)
    if not day:
        return None
    month, length = c.month(taken)
    if month:
        return _of_month(c, day, month, second_name(c, month, taken + length))
    return hijri_day(c, day, taken) or _of_this_month(c, day, taken)


def day_number(c: Cursor) -> tuple[int, int]:
    """The day of the month in digits or as an ordinal, with «من (شهر)» after it, and the tokens taken; 0 for none."""
    skip = int(c.head == "ال")
    day, taken = c.number(skip, LAST_DAY) or 0, 1
    if not day:
        day, taken = (0, 0) if skip or _orders_a_period(c) else ordinal_day(c, 0)
    if not day or day > LAST_DAY:
        return 0, 0
    taken += skip
    taken += c.word(taken) == "من"
    return day, taken + (c.word(taken) in ("شهر", "لشهر"))


def _orders_a_period(c: Cursor) -> bool:
    """«الأسبوع الأول من يناير», «النصف الثاني من مايو»: the ordinal counts weeks or halves."""
    before = c.word(-1)
    return before in c.words.year_parts or (
        before.startswith("ال") and before[2:] in c.words.units and before != "اليوم"
    )


def _of_month(c: Cursor, day: int, month: int, taken: int) -> Reading | None:
    named = year_after(c, taken)
    if named:
        value = written_day(named.year, month, day) if named.year else None
        anchor = "published" if named.relative else None
        return Reading(named.stop, "date", value, anchor=anchor) if value or named.relative else None
    shift, modified = c.shift_of(taken)
    near = nearest_year(c, month, day, shift)
    value = written_day(near, month, day) if near else None
    return Reading(taken + modified, "day_of_month", value, anchor="published")


def _of_this_month(c: Cursor, day: int, taken: int) -> Reading | None:
    """«الخامس من الشهر الجاري», «25 منه» not, «15 الجاري»."""
    worded = c.word(taken) == "الشهر" or (c.word(taken) in c.words.these and c.word(taken + 1) == "الشهر")
    if worded and c.word(taken) in c.words.these:
        shift, stop = 0, taken + 2
    else:
        same = c.word(taken) in ("نفس", "ذات") and c.word(taken + 1) == "الشهر"
        if same or (worded and c.word(taken + 1) in c.words.same | c.words.later):
            return _of_told_month(c, day, taken + 2, later=c.word(taken + 1) in c.words.later)
        found, modified = c.shift_of(taken + worded)
        bare = not worded and (found is None or c.word(taken) not in ("الجاري", "الحالي", "الماضي", "المقبل"))
        if found is None or bare:
            return None
        shift, stop = found, taken + worded + modified
    value = _in_month(c, day, shift) if c.day else None
    return Reading(stop, "day_of_this_month", value, anchor="published")


def _of_told_month(c: Cursor, day: int, stop: int, *, later: bool) -> Reading:
    """«23 من الشهر نفسه»: of the month that the sentence told before, unresolved without one."""
    told = next((r for r in reversed(c.found) if re.match(r"\d{4}-\d\d", r[1].value or "")), None)
    if told is None:
        return Reading(stop, "day_of_this_month")
    value = month_value(int((told[1].value or "")[:4]), int((told[1].value or "")[5:7]) + later)
    found = written_day(int(value[:4]), int(value[5:]), day)
    return Reading(stop, "day_of_this_month", found, anchor="sentence", anchored_at=told[0])


def _in_month(c: Cursor, day: int, shift: int) -> str | None:
    """A day of the month of publication or the one beside it; of the Hijri month where the verb rules ours out.

    «ستنطلق في التاسع عشر من الشهر الجاري» on 25 July: the 19th is gone, that of Shawwal is to come.
    """
    assert c.day is not None
    month = month_value(c.day.year, c.day.month + shift)
    value = written_day(int(month[:4]), int(month[5:]), day)
    if shift or not value:
        return value
    ahead = (date.fromisoformat(value) > c.day) - (date.fromisoformat(value) < c.day)
    lunar = day_of_hijri_month(c.day, day) if ahead and tense_at(c) == -ahead else None
    fits = lunar is not None and (lunar > c.day) - (lunar < c.day) == -ahead
    return lunar.isoformat() if lunar and fits else value


def nearest_year(c: Cursor, month: int, day: int | None, shift: int | None) -> int | None:
    """The year of a day or month without one.

    «المقبل» or a future verb means the next, «الماضي», منذ or a past verb the latest begun; without
    either it is the one whose day lies nearest to publication.
    """
    if c.day is None:
        return None
    year, later = c.day.year, (month, day or 1) > (c.day.month, c.day.day if day else 1)
    if shift == 1:
        return year if later else year + 1
    if shift == -1:
        return year - 1 if later or (month, day) == (c.day.month, None) else year
    if shift == 0:
        return year
    return _by_tense(c, month, day, later=later)


def _by_tense(c: Cursor, month: int, day: int | None, *, later: bool) -> int:
    assert c.day is not None
    tense = PAST if c.before(c.words.since) else FUTURE if c.before({"بحلول", "قبل"}) else tense_at(c)
    if tense == PAST:
        return c.day.year - 1 if later else c.day.year
    if tense == FUTURE:
        return c.day.year if later or (month, day) == (c.day.month, None) else c.day.year + 1
    now = c.day.toordinal()
    years = [y for y in (c.day.year - 1, c.day.year, c.day.year + 1) if written_day(y, month, day or 15)]
    return min(years, key=lambda y: abs(date(y, month, day or 15).toordinal() - now), default=c.day.year)


def second_name(c: Cursor, month: int, taken: int) -> int:
    """Past a month's other name: «يناير (كانون الثاني)», «حزيران/يونيو», «فبراير شباط»."""
    sign = c.word(taken) in SIGNS
    other, length = c.month(taken + sign)
    if other != month:
        return taken
    stop = taken + sign + length
    return stop + (c.word(taken) == "(" and c.word(stop) == ")")


def day_range(c: Cursor) -> Reading | None:
    """«من 10 إلى 15 مايو», «بين 10 و15 مايو», «10-15 مايو»: from the first day to the last."""
    first = c.number(0, LAST_DAY)
    if not first or c.word(1) not in LINKS or not c.number(2, LAST_DAY):
        return None
    last = day_month(c.moved(2))
    if last is None or not last.value or first >= int(last.value[8:10]):
        return None
    start = f"{last.value[:8]}{first:02}"
    return replace(last, length=last.length + 2, rule="days", value=f"{start}/{last.value}")


def month_of_year(c: Cursor) -> Reading | None:
    """«يونيو 2014», «شهر يونيو الماضي», «يونيو من العام الماضي», «في يونيو»."""
    skip = int(c.head in ("شهر", "شهري"))
    month, length = c.month(skip)
    if not month:
        return None
    taken = second_name(c, month, skip + length)
    named = year_after(c, taken)
    if named:
        value = month_value(named.year, month) if named.year else None
        anchor = "published" if named.relative else None
        return Reading(named.stop, "month_and_year", value, anchor=anchor)
    shift, modified = c.shift_of(taken)
    doubled = taken > skip + length and c.word(skip + length) in SIGNS
    if not (modified or skip or doubled or _is_dated(c)):
        return None
    near = nearest_year(c, month, None, shift)
    value = month_value(near, month) if near else None
    return Reading(taken + modified, "month", value, anchor="published")


def _is_dated(c: Cursor) -> bool:
    """«في مارس», «منذ آب», «في تموز وآب»: what stands before a month alone says that it is one («مارس الجيش» is a verb)."""
    joined = c.lead == 1 and c.tokens[c.at].folded[0] == "و" and _after_month(c)
    double = c.head in c.words.double_months
    if double and (c.lead > 1 or not (c.lead == 0 or joined) or not _spelled(c)):
        return False
    return joined or c.before(c.words.month_after) or (not double and c.before(c.words.clear_month_after))


def _after_month(c: Cursor) -> bool:
    return any(f"{c.word(-n)} {c.word(-1)}".strip() in c.words.months or c.word(-n) in c.words.months for n in (1, 2))


def _spelled(c: Cursor) -> bool:
    """«في آب» but not «في أب»: a month that folds like another word must be written as the month."""
    return c.head != "اب" or "آب" in c.text(0)
