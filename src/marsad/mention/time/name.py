"""What only looks like a time: dates in names («قوى 14 آذار», «مدينة السادس من أكتوبر»)."""

from __future__ import annotations

from dataclasses import replace

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.month import day_month
from marsad.mention.time.value import Reading
from marsad.text.mark import QUOTES

NAME = "name"  # rule of what is no time


def name_of_date(c: Cursor) -> Reading | None:
    """A date without a year after the head of a name; with a year it is one («هجمات 11 سبتمبر 2001»)."""
    if not c.before(c.words.named_after, 1 + (c.word(-1) in QUOTES)):
        return None
    found = day_month(c)
    return replace(found, rule=NAME) if found and found.rule in ("day_of_month", "hijri_day") else None
