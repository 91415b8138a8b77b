"""Lengths of time, and the days that lie one away: «ثلاث سنوات», «قبل يومين», «بعد شهر من …», «اليومين الماضيين»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.month import day_month
from marsad.mention.time.tense import FUTURE, tense_at
from marsad.mention.time.value import CLOCK, DAY, Reading, day_value, period_value, shape_of, shifted

MOST_COUNTED = 366
SCALES = {"الف": 1000, "الاف": 1000, "مليون": 1000000, "ملايين": 1000000}
FRACTION_OF = {"Y": "6M", "TH": "30M", "CE": "50Y", "M": "15D", "DE": "5Y"}  # half of a unit


class Length(NamedTuple):
    """A length of time: unit, how many (``None``: not said), the offset after it, its modifier, and its value."""

    unit: str
    number: int | None
    stop: int
    mod: str | None
    value: str
    bare: bool  # a unit without a number


def length_at(c: Cursor, at: int) -> Length | None:
    """«ثلاثة أيام», «نحو عشرين عاما», «شهرين», «عدة أسابيع», «نصف ساعة», «عام ونصف»."""
    about, skip = c.phrase(at, c.words.about)
    at += skip
    mod = c.words.about[about] if about else None
    return _fraction(c, at, mod) or _plain(c, at, mod)


def _fraction(c: Cursor, at: int, mod: str | None) -> Length | None:
    """«نصف ساعة», «ربع الساعة», «نصف قرن»."""
    minutes = c.words.fractions.get(c.word(at))
    unit = c.words.units.get(c.word(at + 1).removeprefix("ال"))
    if minutes is None or unit is None:
        return None
    if unit == "TH":
        return Length("TM", minutes, at + 2, mod, f"PT{minutes}M", bare=False)
    half = FRACTION_OF.get(unit) if minutes == 30 else None
    return Length(half[-1], int(half[:-1]), at + 2, mod, f"P{half}", bare=False) if half else None


def _plain(c: Cursor, at: int, mod: str | None) -> Length | None:
    dual = c.words.duals.get(c.word(at))
    if dual:
        alone = c.word(at + 1) in c.words.alone
        return _extended(c, Length(dual, 2, at + 1 + alone, mod, period_value(2, dual), bare=False))
    few, skip = c.phrase(at, c.words.few)
    count, taken = (0, skip) if few else count_at(c, at)
    unit = c.words.units.get(c.word(at + taken))
    if unit is None or (count > 10 and c.word(at + taken) in c.words.plurals and not c.word(at).isdigit()):
        return None
    stop = at + taken + 1
    alone = c.word(stop) in c.words.alone
    many = bool(few) or (not count and c.word(at + taken) in c.words.plurals)
    number = None if many else count or 1
    found = Length(unit, number, stop + alone, mod, period_value(number, unit), not (taken or alone))
    return _extended(c, found)


def _extended(c: Cursor, found: Length) -> Length:
    """«عام ونصف (العام)», «سنة وثلاثة أشهر»: what is added to a length."""
    at = found.stop
    if found.number is None:
        return found
    if c.word(at) == "ونصف" and found.unit in FRACTION_OF:
        stop = at + 1 + (c.words.units.get(c.word(at + 1).removeprefix("ال")) == found.unit)
        return found._replace(value=found.value + FRACTION_OF[found.unit], stop=stop, bare=False)
    joined = c.word(at) == "و" or (c.word(at)[:1] == "و" and c.word(at)[1:] in c.words.numbers)
    more = _joined(c, at) if joined else None
    order = ("CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS")
    if more is None or more.number is None or order.index(more.unit) <= order.index(found.unit):
        return found
    tail = more.value.removeprefix("P" if found.unit not in CLOCK else "PT")
    return found._replace(value=found.value + tail, stop=more.stop, bare=False)


def _joined(c: Cursor, at: int) -> Length | None:
    if c.word(at) == "و":
        return _plain(c, at + 1, None)
    here = replace(c, at=c.at + at, head=c.word(at)[1:], lead=1)
    more = _plain(here, 0, None)
    return more._replace(stop=more.stop + at) if more else None


def count_at(c: Cursor, at: int) -> tuple[int, int]:
    """A count in digits or words, and its tokens: 10, ثلاثة, «أحد عشر», «خمسة وعشرين», «مئة»; ``(0, 0)`` for none."""
    if c.word(at) == "(" and c.word(at + 2) == ")" and c.number(at + 1, MOST_COUNTED):
        return c.number(at + 1, MOST_COUNTED) or 0, 3
    digits = c.number(at, 9999)
    if digits:
        scale = SCALES.get(c.word(at + 1), 1)
        return digits * scale, 1 + (scale > 1)
    words, word, after = c.words, c.word(at), c.word(at + 1)
    unit = words.numbers.get(word) or words.teens.get(word, 10) - 10
    if after in ("عشر", "عشره") and unit:
        return unit + 10, 2
    if after.startswith("و") and after[1:] in words.tens and unit:
        return unit + words.tens[after[1:]], 2
    value = unit if unit and word in words.numbers else words.tens.get(word, 0)
    if value and after in SCALES:
        return value * SCALES[after], 2
    return value, int(bool(value))


def vague_length(c: Cursor) -> Reading | None:
    """«وقت قصير», «فترة طويلة», «منذ زمن»: a length that is not told."""
    measured = c.word(1) in c.words.long_or_short
    return Reading(1 + measured, "vague_length", "PXX", "DURATION") if measured or c.before(c.words.since) else None


def _stands_alone(c: Cursor, length: Length) -> bool:
    """Whether words that also mean something else are a length here: a bare unit, or «ثلاثة عقود»."""
    if length.mod is None and (length.bare or length.unit in c.words.length_rare):
        if c.lead and c.head in c.words.plurals and c.tokens[c.at].folded[c.lead - 1] == "ل":
            return True  # «استمر لسنوات»
        return c.before(c.words.length_after) and (length.number is not None or c.head in c.words.plurals)
    return True


def duration(c: Cursor) -> Reading | None:
    """A length of time by itself; after منذ it began that long ago and goes on."""
    length = length_at(c, 0)
    if length is None or not _stands_alone(c, length):
        return None
    since = c.before(c.words.since)
    if length.bare and (names_period(c, length.stop) or (c.head not in c.words.plurals and not _bare_length(c))):
        return None
    if c.before(c.words.ago | c.words.in_time) and not since and _counts_from_event(c, length.stop):
        return _from_event(c, length)
    begun = _back(c, length, -1) if since else None
    start = shape_of(begun).start if begun else None
    anchor = "published" if since else None
    return Reading(length.stop, "duration", length.value, "DURATION", anchor, start=start, mod=length.mod)


def _bare_length(c: Cursor) -> bool:
    """«منذ شهر», «لمدة عام»; but «من يوم …», «نحو عام 2000»."""
    return not c.before({"من", "عبر", "في"}) or c.head.endswith("ا")


def names_period(c: Cursor, at: int) -> bool:
    """«منذ عام 2011», «منذ شهر يونيو», «قبل يوم الجمعة»: what follows says which one, so it is no length of time."""
    word, words = c.word(at), c.words
    if word.isdigit() or word in words.weekdays or word in words.days or word in ("الف", "الفين"):
        return True
    return bool(c.month(at)[1] or c.phrase(at, words.hijri)[1]) or day_month(c.moved(at)) is not None


def ago(c: Cursor) -> Reading | None:
    """«قبل ثلاثة أيام», «قبل نحو شهر»; «قبل يومين من الاقتراع» counts from the vote."""
    length = length_at(c, 1)
    if length is None or (length.bare and names_period(c, length.stop)):
        return None
    if _counts_from_event(c, length.stop):
        return None  # the length itself is read, see duration()
    if length.number is None or length.unit in CLOCK:
        return _vague(c, length, "PAST_REF", -1)
    return Reading(length.stop, "ago", _back(c, length, -1), anchor="published", mod=length.mod)


# What may follow من after «قبل يومين» without being the event that it counts from.
FROM_HERE = frozenset(
    "الان اليوم قبل دون جانب طرف منزله منزلها منزلهم بيته منزل بيت مدينه بلده قريه منطقه محافظه مطار سجن مقر ميناء مخيم داخل خارج امام".split()
)


def _counts_from_event(c: Cursor, at: int) -> bool:
    """«قبل يومين من الاقتراع», «بعد شهر على الهجوم», but «قبل يومين من منزله»."""
    word = c.word(at)
    return (word == "من" and c.word(at + 1) not in FROM_HERE) or (word == "علي" and c.word(0) != "قبل")


def _from_event(c: Cursor, length: Length) -> Reading:
    """«بعد شهر من إعلان …»: a length counted from the event that the token after من begins."""
    at = c.at + length.stop + 1
    return Reading(length.stop, "from_event", length.value, "DURATION", "event", mod=length.mod, anchored_at=at)


def _vague(c: Cursor, length: Length, value: str, sign: int) -> Reading:
    """«قبل سنوات»; an hour is counted to its day."""
    if length.number is None or c.day is None:
        return Reading(length.stop, "ago", value, anchor="published")
    return Reading(length.stop, "ago", _back(c, length, sign), anchor="published", mod=length.mod)


def _back(c: Cursor, length: Length, sign: int) -> str | None:
    """The value that many units away from publication."""
    if c.day is None or length.number is None:
        return None
    return shifted(c.day, length.unit, sign * length.number)


def after(c: Cursor) -> Reading | None:
    """«بعد شهر من إعلان …» counts from that; «بعد ثلاثة أيام» from publication where the verb says that it will be, else from the story."""
    length = length_at(c, 1)
    if length is None or (length.bare and names_period(c, length.stop)):
        return None
    if _counts_from_event(c, length.stop):
        return None
    if tense_at(c) == FUTURE:
        value = _back(c, length, 1) or ("FUTURE_REF" if length.number is None else None)
        return Reading(length.stop, "ahead", value, anchor="published", mod=length.mod)
    return _after_told(c, length)


def _after_told(c: Cursor, length: Length) -> Reading:
    told = next((r for r in reversed(c.found) if DAY.match(r[1].value or "")), None)
    if told is None or length.unit != "D" or length.number is None:
        return Reading(length.stop, "later", mod=length.mod)
    day = date.fromisoformat((told[1].value or "")[:10]) + timedelta(days=length.number)
    return Reading(length.stop, "later", day_value(day), anchor="sentence", anchored_at=told[0])


def past_length(c: Cursor) -> Reading | None:
    """«الأيام الماضية», «الساعات الـ24 الماضية», «اليومين الماضيين», «السنوات الثلاث المقبلة»: a length that ends or begins now."""
    bare = c.head.removeprefix("ال")
    if bare == c.head or bare in c.words.numbers or bare in c.words.tens or c.head == "ال":
        return _numbered_past(c)
    dual = c.words.duals.get(bare)
    unit = dual or (c.words.units.get(bare) if bare in c.words.plurals else None)
    if unit is None:
        return None
    count, taken = (2, 0) if dual else _inner_count(c)
    shift = c.shift(1 + taken)
    if shift is None:
        return _elapsed(c, unit, count, taken)
    return _bounded(c, unit, count, 2 + taken, shift)


def _numbered_past(c: Cursor) -> Reading | None:
    """«الـ24 ساعة الماضية», «الأربع سنوات المقبلة»: the article stands on the number."""
    bare = c.head.removeprefix("ال")
    here = replace(c, head=bare) if bare else c.moved(1)
    count, taken = count_at(here, 0)
    at = taken + (not bare)
    unit = c.words.units.get(c.word(at)) if count and (bare != c.head or not bare) else None
    shift = c.shift(at + 1) if unit else None
    return _bounded(c, unit, count, at + 2, shift) if unit and shift is not None else None


def _elapsed(c: Cursor, unit: str, count: int | None, taken: int) -> Reading | None:
    """«خلال الأشهر الستة الأولى»: a length that nothing ties to publication."""
    first = c.word(1 + taken) in ("الاولي", "الاول")
    if count is None or not taken:
        return None
    return Reading(1 + taken + first, "duration", period_value(count, unit), "DURATION")


def _bounded(c: Cursor, unit: str, count: int | None, stop: int, shift: int) -> Reading:
    length = Length(unit, count, stop, None, period_value(count, unit), bare=False)
    edge = _back(c, length, shift or -1)
    found = Reading(stop, "past_length", length.value, "DURATION", "published")
    if edge is None or c.day is None:
        return found
    shape, now = shape_of(edge), day_value(c.day)
    return replace(found, start=shape.start, stop=now) if shift < 1 else replace(found, start=now, stop=shape.stop)


def _inner_count(c: Cursor) -> tuple[int | None, int]:
    """The number inside a period and its tokens: «الأشهر الستة», «الساعات الـ24», «الأيام القليلة»."""
    skip = int(c.word(1) in ("ال",))
    digits = c.number(1 + skip, MOST_COUNTED)  # «الأعوام 1967 و1973» are years
    if digits:
        return digits, 1 + skip
    first = c.word(1).removeprefix("ال")
    if c.word(1) in ("القليله", "المعدوده", "القلائل"):
        return None, 1
    value = c.words.numbers.get(first, 0) if first != c.word(1) else 0
    if value and c.word(2) in ("عشر", "عشره"):
        return value + 10, 2
    tens = c.words.tens.get(c.word(2).removeprefix("وال"), 0) if c.word(2).startswith("وال") else 0
    if value and tens:
        return value + tens, 2
    value = value or (c.words.tens.get(first, 0) if first != c.word(1) else 0)
    return (value, 1) if value else (None, 0)
