"""Parts of the day: «صباح», «ساعة متأخرة من مساء», «ليلا», «بعد الظهر»."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.value import Reading

DAYTIME = frozenset({"يوم", "يومي", "نهار"})
MIDNIGHT = "24:00"


class Part(NamedTuple):
    """A part of a day as TIMEX3 writes it after T (``None``: the whole day), the offset after it, and the modifier."""

    code: str | None
    stop: int
    mod: str | None = None


def leading_part(c: Cursor) -> Part:
    """The words before a day that name a part of it: «صباح», «فجر يوم», «منتصف ليل», «ساعة متأخرة من مساء»."""
    if c.head == "منتصف" and c.word(1) in ("ليل", "ليله"):
        return Part(MIDNIGHT, 2)
    at, mod = _hours_of(c)
    name, length = c.phrase(at, c.words.parts)
    if at and not length:
        return Part(None, 0)
    code = c.words.parts[name] if name else None
    stop = at + length
    while c.word(stop) in DAYTIME:
        stop += 1
    return Part(code, stop, mod)


def _hours_of(c: Cursor) -> tuple[int, str | None]:
    """«ساعات» before a part, «الساعات الأولى من», «وقت متأخر من»: the offset after it, and which of the hours."""
    if c.head not in c.words.hours_of:
        return 0, None
    late = c.words.hours_late.get(c.word(1))
    if late:
        return (3, late) if c.word(2) == "من" else (0, None)
    return (1, None) if c.phrase(1, c.words.parts)[1] else (0, None)


def trailing_part(c: Cursor, at: int) -> Part:
    """An adverb after a day: «الثلاثاء مساء», «أمس بعد الظهر»."""
    name, length = c.phrase(at, c.words.adverbs)
    if not length or c.word(at + length) in c.words.days or c.word(at + length) in c.words.weekdays:
        return Part(None, at)
    return Part(c.words.adverbs[name], at + length)


def day_part(c: Cursor) -> Reading | None:
    """«ليلا», «بعد الظهر», «طوال الليل»: a part of a day that another expression must name."""
    if c.head == "منتصف" and c.word(1) in ("الليل", "النهار"):
        code = MIDNIGHT if c.word(1) == "الليل" else "MI"
        return Reading(2, "day_part", f"T{code}", "TIME", part=code)
    name, length = c.phrase(0, c.words.adverbs)
    if name and not (name == "مساء" and c.lead):
        return Reading(length, "day_part", f"T{c.words.adverbs[name]}", "TIME", part=c.words.adverbs[name])
    if c.head in c.words.definite_parts and c.before(c.words.definite_part_after) and not c.lead:
        return Reading(1, "day_part", f"T{c.words.definite_parts[c.head]}", "TIME", part=c.words.definite_parts[c.head])
    return None


def night(c: Cursor) -> Reading | None:
    """«الليلة», «الليلة الماضية», «هذا الصباح»: a part of a day near publication."""
    name, length = c.phrase(0, c.words.nights)
    named_by = name == "الليله" and c.word(length).startswith("ال")  # «الليلة الثالثة», «الليلة التي …»
    if not name or named_by or (c.lead == 0 and c.before(c.words.other_day_before)):
        return None
    shift, code = c.words.nights[name]
    value = f"{c.day + timedelta(days=shift)}T{code}" if c.day else None
    return Reading(length, "night", value, "TIME", "published", part=code)
