"""Days: counted from publication («أمس»), by their weekday («الثلاثاء الماضي»), and written out in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.month import SIGNS, day_month, numeric_date
from marsad.mention.time.part import Part, leading_part, trailing_part
from marsad.mention.time.tense import FUTURE, tense_at
from marsad.mention.time.value import DAY, Reading, day_value
from marsad.text.mark import QUOTES

NEAR_DAYS = 2  # days by which a page may be dated after the day that it calls «today»
WEEK = 7
DASHES = frozenset("-–—/")
DATED = frozenset({"بتاريخ", "تاريخ"})
CORRESPONDING = frozenset({"الموافق", "الموافقه", "المصادف", "الموافق ل", "المصادف ل"})


def day_reading(c: Cursor, part: Part, stop: int, rule: str, day: date | str | None, **fields: object) -> Reading:
    """A day with the part of it that the words before or after name."""
    tail = trailing_part(c, stop) if part.code is None else Part(None, stop)
    code = part.code or tail.code
    value = None if day is None else f"{day}T{code}" if code else str(day)
    found = Reading(tail.stop, rule, value, "TIME" if code else "DATE", mod=part.mod, part=code)
    return replace(found, **fields)  # type: ignore[arg-type]


# Written out


def full_date(c: Cursor) -> Reading | None:
    """«الثلاثاء 4 مايو 2010», «يوم الخميس 15 رمضان 1436هـ الموافق 2 يوليو 2015م», «صباح 3 آب», «السبت (11 تموز)»."""
    part = leading_part(c)
    at, named = part.stop, c.words.weekdays.get(c.word(part.stop))
    if named is not None and not (at == 0 and no_weekday(c)):
        at += 1 + (c.shift(at + 1) is not None)
        at += c.word(at) in DATED
    else:
        named = None
    opened = c.word(at) in SIGNS and at > 0 and not (c.word(at) == "،" and named is None)
    dates, stop = _dates(c, at + (opened and named is not None))
    if not dates:
        return None
    stop += opened and c.word(at) == "(" and c.word(stop) == ")"
    main = next((found for found in dates if not found.rule.startswith("hijri")), dates[0])
    main = _with_weekday(c, main, named)
    rule = f"weekday+{main.rule}" if named is not None else main.rule
    if main.value is not None and not DAY.fullmatch(main.value):
        return replace(main, length=stop, rule=rule)
    return day_reading(c, part, stop, rule, main.value, anchor=main.anchor, other=main.other or _differing(main, dates))


def _dates(c: Cursor, at: int) -> tuple[list[Reading], int]:
    """The dates from an offset on that name one day: a second after «الموافق» or in brackets, and the offset after them."""
    found: list[Reading] = []
    start, stop = at, at
    while start < at + 30:
        start += c.word(start) in CORRESPONDING
        start += c.word(start) in ("يوم", "ل", "لـ")
        here = c.moved(start)
        reading = numeric_date(here) or day_month(here)
        if reading is None:
            break
        found.append(reading)
        start = stop = start + reading.length
        sign = c.word(start) in SIGNS and c.word(start + 1) in CORRESPONDING
        if not sign and c.word(start) not in CORRESPONDING:
            break
        start += sign
    return found, stop


def _with_weekday(c: Cursor, found: Reading, named: int | None) -> Reading:
    """A date against its weekday: the weekday settles an unwritten year, and where both are written it may contradict."""
    if named is None or not found.value or not DAY.fullmatch(found.value):
        return found
    day = date.fromisoformat(found.value)
    if day.weekday() == named or found.rule.startswith("hijri"):
        return found
    if found.rule == "day_of_month":
        years = (_in_year(day, day.year + n) for n in (1, -1))
        other = next((d for d in years if d and d.weekday() == named), None)
        if other:
            return replace(found, value=day_value(other))
    ahead = (named - day.weekday() + 3) % WEEK - 3
    return replace(found, other=day_value(day + timedelta(days=ahead)))


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _differing(main: Reading, dates: list[Reading]) -> str | None:
    """Another date for the same day that is more than a day off, which the sighting of the moon does not explain."""
    if not main.value:
        return None
    day = date.fromisoformat(main.value)
    days = [date.fromisoformat(d.value) for d in dates if d.value and DAY.fullmatch(d.value)]
    return next((day_value(other) for other in days if abs((other - day).days) > 1), None)


# Counted from publication


def day_word(c: Cursor) -> Reading | None:
    """أمس، اليوم، غدا، أول من أمس, a part of the day before and the weekday after it («مساء أمس (الأربعاء)»)."""
    part = leading_part(c)
    name, length = c.phrase(part.stop, c.words.days)
    if not name or _other_day(c, part.stop, part.stop + length, name):
        return None
    stop, day = _named_too(c, part.stop + length, c.words.days[name])
    dates, after = _dates(c, stop + (c.word(stop) in SIGNS))
    written = next((d.value for d in dates if d.value and d.value[:10] == str(day)), None)
    if written:
        stop = after + (c.word(stop) == "(" and c.word(after) == ")")
    return day_reading(c, part, stop, "day_word", day, anchor="published")


def _named_too(c: Cursor, at: int, shift: int) -> tuple[int, date | None]:
    """«أمس (الأربعاء)»: past the weekday that names the day again, and the day."""
    bracket = c.word(at) == "("
    named = c.words.weekdays.get(c.word(at + bracket))
    if named is not None:
        at += 1 + bracket
        at += bracket and c.word(at) == ")"
    day = c.day + timedelta(days=shift) if c.day else None
    return at, _that_weekday(day, named) if day else None


def _that_weekday(day: date, named: int | None) -> date:
    """«اليوم (الاثنين)»: the weekday that is named with the word, where publication was dated a day or two later."""
    late = (day.weekday() - named) % WEEK if named is not None else 0
    return day - timedelta(days=late) if late <= NEAR_DAYS else day


def _other_day(c: Cursor, lead: int, stop: int, name: str) -> bool:
    """«في اليوم الثالث من المعارك», «اليوم العالمي», «ذلك اليوم», «أمس الحاجة», «صحيفة المصري اليوم»."""
    after, words = c.word(stop), c.words
    if (
        after in words.other_day_after
        or after in words.later | words.same
        or (not lead and c.before(words.other_day_before))
    ):
        return True
    if name != "اليوم":
        return name == "الغد" and c.before(words.media)
    ordinal = after in words.ordinals and day_month(c.moved(stop)) is None
    return ordinal or c.word(-1) in ("طوال", "طيله", "نصف", "مدار") or (not lead and _in_title(c))


def _in_title(c: Cursor) -> bool:
    """«صحيفة المصري اليوم», «"روسيا اليوم"», «جريدة اليوم»."""
    if c.before(c.words.media):
        return True
    if c.word(-1) not in c.words.today_in_name:
        return False
    quoted = c.word(-2) in QUOTES and c.word(1) in QUOTES
    byline = c.word(1) in DASHES or c.word(-2) in DASHES  # «روسيا اليوم - موسكو»
    return quoted or byline or c.before(c.words.media, 2 + (c.word(-2) in QUOTES))


# By weekday


def weekday(c: Cursor) -> Reading | None:
    """الثلاثاء، يوم الجمعة الماضي، فجر الأحد، «ليل السبت الأحد»: the nearest past one, today included, unless told otherwise."""
    part = leading_part(c)
    named = c.words.weekdays.get(c.word(part.stop))
    if named is None or (not part.stop and no_weekday(c)):
        return None
    at = part.stop + 1
    second = at + (c.word(at) in ("-", "–", "/"))
    over_night = part.code == "NI" and c.words.weekdays.get(c.word(second)) == (named + 1) % WEEK
    at = second + 1 if over_night else at
    shift, modified = c.shift_of(at)
    shift = _joined_shift(c, at) if shift is None else shift
    day = _that_day(c, named, shift) if c.day else None
    return day_reading(c, part, at + modified, "weekday", day, anchor="published")


def _joined_shift(c: Cursor, at: int) -> int | None:
    """«الجمعة والسبت المقبلين»: the dual after the second weekday is of both."""
    joined = c.word(at).startswith("و") and c.word(at)[1:] in c.words.weekdays
    dual = c.word(at + 1).endswith("ين")
    return c.shift(at + 1) if joined and dual else None


def _that_day(c: Cursor, named: int, shift: int | None) -> date:
    assert c.day is not None
    behind = (c.day.weekday() - named) % WEEK
    if shift == 1 or (shift is None and tense_at(c) == FUTURE):
        ahead = (WEEK - behind) % WEEK or WEEK
        return c.day + timedelta(days=ahead)
    weeks = -shift - 1 if shift is not None and shift < -1 else 0
    return c.day - timedelta(days=(behind or WEEK * (shift is not None and shift < 0)) + WEEK * weeks)


def no_weekday(c: Cursor) -> bool:
    """«الواحد الأحد», «سوق الخميس», «بين الاثنين» (but «بين الاثنين والأربعاء»)."""
    two = c.head == "الاثنين" and c.before({"بين"}) and c.word(1).removeprefix("و") not in c.words.weekdays
    return two or c.before(c.words.no_weekday_after) or (c.head == "الاحد" and c.word(1) in ("عشر", "عشره"))


def day_of_story(c: Cursor) -> Reading | None:
    """«اليوم التالي», «اليوم نفسه»: counted from the day told before in the sentence, unresolved without one."""
    if c.head != "اليوم" or c.word(1) not in c.words.later | c.words.same:
        return None
    told = next((r for r in reversed(c.found) if (r[1].value or "")[:10] and DAY.match(r[1].value or "")), None)
    if told is None:
        return Reading(2, "day_of_story")
    day = date.fromisoformat((told[1].value or "")[:10]) + timedelta(days=c.word(1) in c.words.later)
    return Reading(2, "day_of_story", day_value(day), anchor="sentence", anchored_at=told[0])
