"""Hours: «الساعة الثامنة مساء أمس», «14,00 ت غ», «الثالثة إلا ربعا بعد الظهر», with the clocks that they are told by."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.day import day_word, full_date, weekday
from marsad.mention.time.part import night, trailing_part
from marsad.mention.time.value import DAY, Reading

NOON, LAST_HOUR, LAST_MINUTE = 12, 24, 59
LATE = frozenset({"MI", "AF", "EV", "NI"})
SMALL_HOURS = 5  # «الثانية ليلا» is before dawn


class Clock(NamedTuple):
    """What a clock shows, and the offset after it."""

    hour: int
    minute: int
    stop: int
    worded: bool


def clock(c: Cursor) -> Reading | None:
    """An hour after «الساعة», or one that its zone or its part of the day makes an hour."""
    worded = c.head in ("الساعه", "ساعه")
    shown = _shown(c, int(worded))
    if shown is None:
        return None
    link = trailing_part(c, shown.stop).stop
    link = link + 1 if c.word(link) == "من" else shown.stop
    here = c.moved(link)
    day = full_date(here) or night(here) or day_word(here) or weekday(here)
    tail = trailing_part(c, shown.stop)
    part = (day.part if day else None) or tail.code
    stop = link + day.length if day else tail.stop
    zone, stop = _zone(c, stop)
    if c.head == "ساعه" or not (worded or zone is not None or (part and (shown.worded or _colon(c)))):
        return None
    return _reading(c, shown, stop, part, zone or "", day)


def _colon(c: Cursor) -> bool:
    return c.word(1) == ":"


def _reading(c: Cursor, shown: Clock, stop: int, part: str | None, zone: str, day: Reading | None) -> Reading:
    date = day.value[:10] if day and day.value and DAY.match(day.value) else ""
    hour = by_part(shown.hour, part)
    value = f"{date}T{hour:02}:{shown.minute:02}{offset_of(zone, date)}"
    anchor = day.anchor if day and date else None
    return Reading(stop, "clock", value, "TIME", anchor, part=part or "", zone=zone)


def by_part(hour: int, part: str | None) -> int:
    """An hour of twelve on the clock of twenty-four, by the part of the day it is in."""
    if hour > NOON or part is None:
        return hour
    if part == "MO":
        return hour % NOON
    if part == "NI" and (hour == NOON or hour <= SMALL_HOURS):
        return hour % NOON
    return hour + NOON if part in LATE and hour < NOON and not (part == "MI" and hour >= 10) else hour


def _shown(c: Cursor, at: int) -> Clock | None:
    """«الثامنة والنصف», «10:30», «14,00», «0400», «12»."""
    at += c.word(at) == "ال"
    name, length = c.phrase(at, c.words.hours)
    if name:
        return _with_minutes(c, c.words.hours[name], 0, at + length, worded=True)
    match = re.fullmatch(r"(\d{1,2})(?:[.,](\d\d))?|(\d\d)(\d\d)", c.word(at))
    if match is None:
        return None
    hour, minute, stop = int(match[1] or match[3]), int(match[2] or match[4] or 0), at + 1
    if c.word(stop) in (":", "،") and re.fullmatch(r"\d\d", c.word(stop + 1)) and _close(c, stop):
        minute, stop = int(c.word(stop + 1)[:3]), stop + 2
        stop += 2 * (c.word(stop) == ":" and c.word(stop + 1).isdigit())
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        return None
    return _with_minutes(c, hour, minute, stop, worded=False)


def _close(c: Cursor, at: int) -> bool:
    """«15:30», «15،30»: no blank around the mark."""
    before, mark, after = c.tokens[c.at + at - 1 : c.at + at + 2]
    return before.span.stop == mark.span.start and mark.span.stop == after.span.start


def _with_minutes(c: Cursor, hour: int, minute: int, at: int, *, worded: bool) -> Clock:
    name, length = c.phrase(at, c.words.minutes)
    total = hour * 60 + minute + (c.words.minutes[name] if name else 0)
    return Clock(total // 60, total % 60, at + length, worded)


def _zone(c: Cursor, at: int) -> tuple[str | None, int]:
    """The clock's zone («بتوقيت غرينتش», «ت غ», «بالتوقيت المحلي»): its name in the tables, empty for the local one."""
    bracket = c.word(at) == "("
    name, length = c.phrase(at + bracket, c.words.greenwich)
    if name:
        stop = at + bracket + length
        return "Z", stop + (bracket and c.word(stop) == ")")
    name, length = c.phrase(at, c.words.local_time)
    if name:
        return "", at + length
    if c.word(at) in ("بتوقيت", "توقيت"):
        name, length = c.phrase(at + 1, c.words.zones)
        if name:
            return c.words.zones[name], at + 1 + length
    return None, at


def offset_of(zone: str, day: str) -> str:
    """The zone's offset from Greenwich on a day as ISO 8601 writes it; empty where it is not known."""
    if "/" not in zone:
        return zone
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        local = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=ZoneInfo(zone)) if day else None
    except ZoneInfoNotFoundError:
        return ""  # a machine without the IANA data base: the hour stays local
    return f"{local:%z}"[:3] + ":" + f"{local:%z}"[3:] if local else ""
