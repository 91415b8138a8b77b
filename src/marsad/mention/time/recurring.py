"""Times that recur: «كل عامين», «يوميا», «كل جمعة», «أيام الجمعة»."""

from __future__ import annotations

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.length import length_at
from marsad.mention.time.value import UNITS, Reading
from marsad.mention.time.year import ordinal_day


def every(c: Cursor) -> Reading | None:
    """«كل يوم», «كل ثلاثة أشهر», «كل (يوم) جمعة»."""
    length = length_at(c, 1)
    if length is not None and length.number and length.mod is None:
        bare = c.word(1) in ("ساعات", "ايام")
        named = c.words.weekdays.get(_definite(c.word(2))) if c.word(1) == "يوم" else None
        if named is not None:
            return Reading(3, "set", f"XXXX-WXX-{named + 1}", "SET")
        return None if bare else Reading(length.stop, "set", length.value, "SET")
    named = c.words.weekdays.get(_definite(c.word(1)))
    return None if named is None else Reading(2, "set", f"XXXX-WXX-{named + 1}", "SET")


def _definite(word: str) -> str:
    return word if word.startswith("ال") else f"ال{word}"


def regularly(c: Cursor) -> Reading | None:
    """«يوميا», «سنويا»."""
    return Reading(1, "set", c.words.sets[c.head], "SET")


def in_a_row(c: Cursor) -> Reading | None:
    """«لليوم الثالث على التوالي»: so many have passed."""
    unit = c.words.units.get(c.head.removeprefix("ال"))
    count, length = ordinal_day(c, 1)
    row = unit and count and c.word(1 + length) == "علي" and c.word(2 + length) == "التوالي"
    return Reading(3 + length, "in_a_row", f"P{count}{unit}", "DURATION") if row and unit in UNITS else None


def weekdays(c: Cursor) -> Reading | None:
    """«أيام الجمعة»."""
    named = c.words.weekdays.get(c.word(1))
    return None if named is None else Reading(2, "set", f"XXXX-WXX-{named + 1}", "SET")
