"""Years, stretches of years, decades and centuries."""

from __future__ import annotations

from typing import NamedTuple

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.value import Reading

LINKS = frozenset({"الي", "حتي", "-", "–", "و", "الي عام"})
PUNCTUATION = frozenset('،.؛:!؟)]»"”/-–')
GREGORIAN = frozenset({"م", "ميلادي", "ميلاديه", "الميلاديه"})
HUNDRED, THOUSAND = 100, 1000


class Year(NamedTuple):
    """A year that follows another word, the offset after it, and whether it counts from publication."""

    year: int | None
    stop: int
    relative: bool


def year_after(c: Cursor, at: int) -> Year | None:
    """2014, «عام 2014م», «من العام 2014», «من العام الماضي», «هذا العام»."""
    at += c.word(at) in ("من", "،", ",") and (c.word(at) == "من" or c.year(at + 1) is not None)
    at += c.word(at) == "شهر"
    worded = c.word(at) in c.words.year_words or c.word(at) in ("لعام", "للعام", "لسنه", "بعام", "للسنه")
    year, length = _written(c, at + worded) if worded else (c.year(at), 1)
    if year:
        stop = at + worded + length
        return Year(year, stop + (c.word(stop) in GREGORIAN), relative=False)
    if c.word(at) in c.words.these and c.word(at + 1) in ("العام", "السنه"):
        return Year(c.day.year if c.day else None, at + 2, relative=True)
    if c.word(at) not in ("العام", "السنه", "للعام"):
        return None
    shift, modified = c.shift_of(at + 1)
    if shift is None:
        return None
    stop = at + 1 + modified
    year = c.year(stop)  # «العام الحالي 2015»
    if year:
        return Year(year, stop + 1 + (c.word(stop + 1) in GREGORIAN), relative=False)
    return Year(c.day.year + shift if c.day else None, stop, relative=True)


def _written(c: Cursor, at: int) -> tuple[int | None, int]:
    """The year after عام: four digits, two digits or words, and its tokens."""
    year = c.year(at)
    if year:
        return year, 1
    short = c.number(at, 99)
    if short and len(c.word(at)) == 2 and not _counts(c, at):
        return _century_of(c, short), 1
    return _in_words(c, at)


def _century_of(c: Cursor, short: int) -> int:
    now = c.day.year if c.day else 2000
    return 1900 + short if short > now % HUNDRED or now < 2000 else 2000 + short


def _in_words(c: Cursor, at: int) -> tuple[int | None, int]:
    """«ألف وتسعمئة وثمانية وأربعين», «ألفين وثلاثة»."""
    base = {"الف": THOUSAND, "الفين": 2 * THOUSAND, "الفان": 2 * THOUSAND}.get(c.word(at))
    if base is None:
        return None, 0
    stop, total = at + 1, base
    while stop < at + 5 and (part := _joined_number(c, stop)):
        total += part
        stop += 1 + (c.word(stop + 1) in ("عشر", "عشره"))
    return (total, stop - at) if total > 1 + THOUSAND else (None, 0)


def _joined_number(c: Cursor, at: int) -> int:
    word = c.word(at)
    if not word.startswith("و"):
        return 0
    words = c.words
    teen = 10 if c.word(at + 1) in ("عشر", "عشره") else 0
    unit = words.numbers.get(word[1:]) or words.tens.get(word[1:]) or words.teens.get(word[1:], 10) - 10
    return unit + teen if unit else 0


def year_alone(c: Cursor) -> Reading | None:
    """«عام 2011», «سنة 1982», «في 2014», «عام 67»; «عامي 2011 و2013» from the first to the last."""
    two = c.head in c.words.two_years
    worded = two or c.head in c.words.year_words or c.head in c.words.listed_years
    year, length = _written(c, 1) if worded else (c.year(0), 1)
    if not year or (worded and length == 1 and c.word(1).isdigit() and _counts(c, 1)):
        return None
    if not worded and (_counts(c, 0) or not _bare(c)):
        return None
    stop = worded + length
    last = _last_year(c, stop, two=two or c.before({"بين"}))
    if last and last[0] > year:
        return Reading(last[1], "years", f"{year:04}/{last[0]:04}")
    return Reading(stop + (c.word(stop) in GREGORIAN), "year", f"{year:04}")


def _bare(c: Cursor) -> bool:
    """A number alone is a year after a word of time, before م, between brackets, or after a month's or a year's."""
    signed = c.word(1) in GREGORIAN and c.tokens[c.at].span.stop == c.tokens[c.at + 1].span.start
    enclosed = c.word(-1) == "(" and c.word(1) in (")", "-", "–")
    if _named(c):
        return True
    if c.word(1) == "/" and c.year(2) == (c.year(0) or 0) + 1:  # «للموسم الجديد 2015/2016»
        return True
    after_year = bool(c.found) and c.found[-1][1].rule in ("year", "years") and c.at - c.found[-1][0] <= 4
    return signed or enclosed or c.before(c.words.bare_year_after) or (after_year and c.word(-1) in ("و", "او", "،"))


def _named(c: Cursor) -> bool:
    """«الانتخابات الرئاسية 2014،», «كأس آسيا 2000 في لبنان»: a year that names what stands before it, and counts nothing."""
    after = c.word(1)
    named = any(c.before(c.words.named_by_year, back) for back in (1, 2)) and c.word(-1).isalpha()
    return named and (not after or after in PUNCTUATION or after in c.words.after_round_year)


def _last_year(c: Cursor, at: int, *, two: bool) -> tuple[int, int] | None:
    """The year that a stretch goes to: «2011-2013», «عامي 2011 و2013» (but «عام 1987 و2006» names two years)."""
    slash = c.word(at) == "/"  # «موسم 2013/2014»
    if (c.word(at) not in LINKS and not slash) or (c.word(at) == "و" and not two):
        return None
    at += 1 + (c.word(at + 1) in c.words.year_words)
    year = c.year(at)
    if slash and year != (c.year(at - 2) or 0) + 1:
        return None
    return (year, at + 1) if year else None


def _counts(c: Cursor, at: int) -> bool:
    """«في 2000 موقع»: a counted noun follows, or any noun after a round number."""
    after = c.word(at + 1)
    units = c.words.units.keys() | c.words.duals.keys()
    if {after, after.removesuffix("ا")} & c.words.counted or (after in units and after not in c.words.year_words):
        return True
    number = c.number(at, 9999) or 0
    noun = len(after) > 1 and after.isalpha() and after not in c.words.after_round_year
    return number % HUNDRED == 0 and noun and c.word(at - 1) not in c.words.year_words


def decade(c: Cursor) -> Reading | None:
    """«الثمانينات», «تسعينات القرن الماضي»; «في الخمسينات من عمره» is an age."""
    word = c.head.removeprefix("ال")
    if word not in c.words.decades or (c.word(1) == "من" and c.word(2) in c.words.ages) or c.word(1) in c.words.ages:
        return None
    stop, hundreds = 1, 19
    skip = 1 + (c.word(1) == "من")
    if c.word(skip) == "القرن":
        inner = century(c.moved(skip))
        if inner is not None and inner.value:
            stop, hundreds = skip + inner.length, int(inner.value)
    elif c.head == word:
        return None
    return Reading(stop, "decade", f"{hundreds}{c.words.decades[word]}")


def century(c: Cursor) -> Reading | None:
    """«القرن الماضي», «القرن التاسع عشر», «القرن الـ19»."""
    if c.head != "القرن":
        return None
    shift, modified = c.shift_of(1)
    if shift is not None:
        value = f"{c.day.year // HUNDRED + shift:02}" if c.day else None
        return Reading(1 + modified, "century", value, anchor="published")
    number, length = _ordinal(c, 1)
    if not number:
        return None
    stop = 1 + length
    other = c.word(stop) in ("الهجري", "قبل")
    return Reading(stop + (other and c.word(stop) == "الهجري"), "century", None if other else f"{number - 1:02}")


def _ordinal(c: Cursor, at: int) -> tuple[int, int]:
    """«التاسع عشر», «الحادي والعشرين», «الـ19», «19» and its tokens."""
    skip = int(c.word(at) == "ال")
    digits = c.number(at + skip, 40)
    if digits:
        return digits, skip + 1
    return ordinal_day(c, at)


def ordinal_day(c: Cursor, at: int) -> tuple[int, int]:
    """An ordinal in words at an offset and its tokens: «السابع عشر», «الحادي والعشرين»; ``(0, 0)`` for none."""
    base = c.words.ordinals.get(c.word(at), 0)
    if not base:
        return 0, 0
    after = c.word(at + 1)
    if after == "عشر":
        return base + 10, 2
    tens = c.words.ordinals.get(after.removeprefix("و"), 0) if after.startswith("وال") else 0
    return (base + tens, 2) if tens >= 20 and base < 10 else (base, 1)
