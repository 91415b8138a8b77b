"""Time expressions and their values: an ordered list of rules over folded tokens.

A rule looks at the tokens from one position on and returns how many it takes and what
they mean, counted from publication where they are relative. Without a publication date
relative expressions stay unresolved. Months in four families, Hijri by the Umm al-Qura
calendar (hijridate).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from marsad.record import Time, Token
from marsad.span import Span

PREFIXES = ("وب", "ول", "في", "و", "ف", "ب", "ل")
TENS = {"عشر": 10, "والعشرين": 20, "والعشرون": 20, "والثلاثين": 30, "والثلاثون": 30}  # after an ordinal: «السابع عشر»
FIRST_YEAR, LAST_YEAR = 1800, 2100  # what a bare four-digit number may be as a year


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Folded words of time. Phrases of several words are tuples, longest first where order matters."""

    months: Mapping[str, int]
    hijri: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    parts: frozenset[str]
    units: Mapping[str, str]
    past: frozenset[str]
    next: frozenset[str]
    this: frozenset[str]
    these: frozenset[str]
    edges: frozenset[str]
    adverbs: frozenset[str]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    tens: Mapping[str, int]
    teens: Mapping[str, int]
    later: frozenset[str]
    other_day_after: frozenset[str]
    other_day_before: frozenset[str]
    no_weekday_after: frozenset[str]
    month_after: frozenset[str]
    clear_month_after: frozenset[str]
    double_months: frozenset[str]
    named_after: frozenset[str]
    media: frozenset[str]
    today_in_name: frozenset[str]
    general_after: frozenset[str]
    counted: frozenset[str]
    ordinals: Mapping[str, int]
    starters: frozenset[str]  # all written forms that a time expression may begin with: most words begin none


MANY = frozenset("ايام اسابيع اشهر شهور سنوات اعوام ساعات عقود".split())  # plurals without a number have no value
SETS = (
    "parts", "past", "next", "this", "later", "these", "edges", "adverbs", "other_day_after", "other_day_before",
    "no_weekday_after", "month_after", "clear_month_after", "double_months", "named_after", "media", "today_in_name",
    "general_after", "counted",
)  # fmt: skip
MAPS = ("months", "hijri", "weekdays", "days", "units", "numbers", "tens", "teens", "ordinals", "seasons")


def time_words(row: Mapping[str, Any]) -> TimeWords:
    """The compiled table as a record."""
    sets: dict[str, Any] = {name: frozenset(row[name]) for name in SETS}
    maps = {name: row[name] for name in MAPS}
    return TimeWords(**maps, **sets, starters=frozenset(_starters(row)))


def _starters(row: Mapping[str, Any]) -> Iterator[str]:
    first = {
        phrase.split()[0]
        for name in ("months", "hijri", "weekdays", "days", "parts", "ordinals", "these", "edges", "adverbs", "seasons")
        for phrase in row[name]
    }
    first |= {season.removeprefix("ال") for season in row["seasons"]}
    first |= {"قبل", "منذ", "بعد", "عقب", "عام", "سنه", "العام", "السنه", "شهر", "عامي", "العامين", "سنتي", "اعوام"}
    yield from (prefix + word for word in first for prefix in ("", *PREFIXES))
    yield from (prefix + unit for unit in row["units"] for prefix in ("ال", "وال", "بال", "لل"))


class Value(NamedTuple):
    """Tokens taken, rule, ISO prefix (``None``: unresolved), first and last day, and whether it counts from publication."""

    length: int
    rule: str
    value: str | None
    start: str | None
    stop: str | None
    relative: bool = True


Days = tuple[str | None, str | None, str | None]  # ISO prefix, first and last day
NO_VALUE: Days = (None, None, None)
QUOTES = frozenset('«»"“”')
MIDDLE, BETWEEN = frozenset({"منتصف"}), frozenset({"بين"})
LONGEST_PART, LONGEST_FEW = 2, 3  # words for a part of a day, and of number inside a period
SEASON = 3  # months of a season


@dataclass(frozen=True, slots=True)
class Cursor:
    """Tokens from a position on, and the day of publication if known."""

    tokens: Sequence[Token]
    at: int
    words: TimeWords
    day: date | None

    def word(self, offset: int) -> str:
        """The folded token at an offset, empty past the end."""
        position = self.at + offset
        return self.tokens[position].folded if 0 <= position < len(self.tokens) else ""

    def follows(self, table: frozenset[str], back: int = 1) -> bool:
        """Whether the word before is in a table, a clitic before it or not."""
        word = self.word(-back)
        return word in table or any(word.startswith(p) and word[len(p) :] in table for p in PREFIXES)

    def first(self, table: Mapping[str, Any] | frozenset[str]) -> str:
        """The first word as the table knows it, a clitic before it taken off; empty if unknown."""
        word = self.word(0)
        return next(
            (form for form in (word, *(word[len(p) :] for p in PREFIXES if word.startswith(p))) if form in table), ""
        )

    def phrase(self, offset: int, table: Mapping[str, int]) -> tuple[int, int]:
        """(value, tokens taken) of the longest phrase of a table at an offset; (0, 0) for none."""
        for length in (3, 2, 1):
            words = " ".join(self.word(offset + n) for n in range(length))
            for form in (words, *(words[len(p) :] for p in PREFIXES if not offset and words.startswith(p))):
                if form in table:
                    return table[form], length
        return 0, 0

    def number(self, offset: int, most: int) -> int | None:
        """A number token (digits) at an offset, if it is not above ``most``."""
        word = self.word(offset)
        return int(word) if word.isdigit() and len(word) < 5 and 0 < int(word) <= most else None

    def shift(self, offset: int) -> int | None:
        """-1 for الماضي, 1 for المقبل, 0 for الجاري at an offset, ``None`` for any other word."""
        word, words = self.word(offset), self.words
        return -1 if word in words.past else 1 if word in words.next else 0 if word in words.this else None

    def year(self, offset: int) -> int | None:
        """A year in digits."""
        number = self.number(offset, LAST_YEAR)
        return number if number and number >= FIRST_YEAR else None


def _span_of_day(day: date) -> tuple[str, str, str]:
    text = day.isoformat()
    return text, text, text


def _month_value(year: int, month: int) -> tuple[str, str, str]:
    return f"{year:04}-{month:02}", f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"


def _day_value(year: int, month: int, day: int) -> tuple[str, str, str] | None:
    try:
        return _span_of_day(date(year, month, day))
    except ValueError:
        return None


def _nearest_year(c: Cursor, month: int, day: int | None, offset: int) -> int | None:
    """The year that a day and month without one mean: the latest not after publication, or the next after المقبل."""
    if c.day is None:
        return None
    ahead = c.word(offset) in c.words.next
    later = (month, day or 1) > (c.day.month, c.day.day)
    if ahead:
        return c.day.year if later else c.day.year + 1
    return c.day.year - 1 if later else c.day.year


def day_month(c: Cursor) -> Value | None:
    """17 يونيو 2020, 4 حزيران/يونيو, السابع عشر من يونيو, 17 يونيو من العام الماضي."""
    day, taken = _day_number(c)
    if day is None:
        return None
    month, length = c.phrase(taken, c.words.months)
    if not month:
        return _hijri(c, day, taken)
    taken = _second_name(c, taken + length)
    named = _year_after(c, taken)
    if named:
        written: Days = (_day_value(named.year, month, day) if named.year else None) or NO_VALUE
        date_ = Value(named.stop, "date", *written, relative=named.relative)
        return date_ if date_.value or named.relative else None
    modified = c.word(taken) in c.words.past | c.words.next | c.words.this
    near = _nearest_year(c, month, day, taken)
    found = _day_value(near, month, day) if near else None
    return Value(taken + modified, "day_of_month", *(found or NO_VALUE))


class Year(NamedTuple):
    """A year that follows a month, the offset after it, and whether it counts from publication."""

    year: int | None
    stop: int
    relative: bool


def _year_after(c: Cursor, at: int) -> Year | None:
    """2014, عام 2014, من العام 2014, من العام الماضي."""
    at += c.word(at) == "من"
    worded = c.word(at) in YEAR_WORDS
    year = c.year(at + worded)
    if year:
        return Year(year, at + worded + 1, relative=False)
    shift = c.shift(at + 1) if c.word(at) in ("العام", "السنه") else None
    if shift is None:
        return None
    return Year(c.day.year + shift if c.day else None, at + 2, relative=True)


LINKS = ("الي", "حتي", "-", "–", "و")


def day_range(c: Cursor) -> Value | None:
    """«من 10 إلى 15 مايو», «بين 10 و15 مايو»: the days from the first to the last; the value is their month."""
    first = c.number(0, 31)
    if not first or c.word(1) not in LINKS or not c.number(2, 31):
        return None
    last = day_month(Cursor(c.tokens, c.at + 2, c.words, c.day))
    if last is None or not last.value or first >= int(last.value[8:10]):
        return None
    month = last.value[:7]
    return last._replace(length=last.length + 2, rule="days", value=month, start=f"{month}-{first:02}")


def name_of_date(c: Cursor) -> Value | None:
    """«قوى 14 آذار», «مدينة السادس من أكتوبر», «ثورة 25 يناير»: a date without a year in a name is no time."""
    if not c.follows(c.words.named_after, 1 + (c.word(-1) in QUOTES)):
        return None
    found = day_month(c)
    return found._replace(rule=NAME) if found and found.rule == "day_of_month" else None


def _day_number(c: Cursor) -> tuple[int | None, int]:
    """The day of the month in digits or as an ordinal, with من after it, and the tokens taken."""
    number = c.number(0, 31)
    if number:
        return number, 2 if c.word(1) == "من" else 1
    ordinal = c.first(c.words.ordinals)
    if not ordinal:
        return None, 0
    base, taken = c.words.ordinals[ordinal] + TENS.get(c.word(1), 0), 1 + (c.word(1) in TENS)
    taken += c.word(taken) == "من"
    return (base, taken) if base <= 31 and _is_month(c, taken) else (None, 0)


def _is_month(c: Cursor, at: int) -> bool:
    return bool(c.phrase(at, c.words.months)[0] or c.phrase(at, c.words.hijri)[0])


def _second_name(c: Cursor, taken: int) -> int:
    """Past a month's other name: «يناير (كانون الثاني)», «حزيران/يونيو»."""
    if c.word(taken) in ("(", "/", "-"):
        month, length = c.phrase(taken + 1, c.words.months)
        if month:
            return taken + 1 + length + (c.word(taken) == "(" and c.word(taken + 1 + length) == ")")
    return taken


def _hijri(c: Cursor, day: int, taken: int) -> Value | None:
    month, length = c.phrase(taken, c.words.hijri)
    year = c.number(taken + length, 1600) if month else None
    if not month or not year or year < 1343:
        return None
    from hijridate import Hijri

    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return Value(
        taken + length + 1,
        "hijri_date",
        *_span_of_day(date(gregorian.year, gregorian.month, gregorian.day)),
        relative=False,
    )


def numeric_date(c: Cursor) -> Value | None:
    """17/6/2020, 2020-06-17."""
    if c.word(1) not in ("/", "-") or c.word(3) != c.word(1):
        return None
    one, two, three = (c.number(n, LAST_YEAR) for n in (0, 2, 4))
    if not (one and two and three):
        return None
    parts = (one, two, three) if one >= FIRST_YEAR else (three, two, one)
    found = _day_value(*parts) if parts[0] >= FIRST_YEAR and parts[1] <= 12 else None
    return Value(5, "numeric_date", *found, relative=False) if found else None


def month_of_year(c: Cursor) -> Value | None:
    """يونيو 2014, شهر يونيو الماضي, يونيو من العام الماضي, في يونيو."""
    skip = 1 if c.word(0) in ("شهر", "بشهر") else 0
    month, length = c.phrase(skip, c.words.months)
    if not month:
        return None
    taken = _second_name(c, skip + length)
    named = _year_after(c, taken)
    if named:
        value: Days = _month_value(named.year, month) if named.year else NO_VALUE
        return _since(c, Value(named.stop, "month_and_year", *value, relative=named.relative))
    modified = c.shift(taken) is not None
    if not (modified or skip or _is_dated(c)):
        return None
    near = _nearest_year(c, month, None, taken)
    return Value(taken + modified, "month", *(_month_value(near, month) if near else NO_VALUE))


def _is_dated(c: Cursor) -> bool:
    """«في مارس», «منذ آب», «في تموز وآب»: what stands before a month alone says that it is one («مارس الجيش» is a verb)."""
    if c.follows(c.words.month_after):
        return True
    joined = c.word(0).startswith("و") and (
        c.word(-1) in c.words.months or f"{c.word(-2)} {c.word(-1)}" in c.words.months
    )
    return joined or (c.follows(c.words.clear_month_after) and c.word(0) not in c.words.double_months)


BARE_YEAR_AFTER = frozenset({"في", "منذ", "مطلع", "اواخر", "نهايه", "بدايه", "اواءل", "منتصف", "اواسط", "حتي"})
YEAR_WORDS = frozenset({"عام", "سنه", "العام", "السنه"})
TWO_YEARS = frozenset({"عامي", "العامين", "سنتي", "اعوام"})


def year_alone(c: Cursor) -> Value | None:
    """عام 2011, سنة 1982, في 2014; «عامي 2011 و2013» gives first and last day."""
    worded = bool(c.first(YEAR_WORDS) or c.first(TWO_YEARS))
    year = c.year(1) if worded else c.year(0)
    if not year or not (worded or (c.follows(BARE_YEAR_AFTER) and not _counts(c, year))):
        return None
    two = bool(
        c.first(TWO_YEARS) or c.follows(BETWEEN)
    )  # «عام 1987 و2006» names two years, «عامي 1987 و2006» the time between
    last = c.year(worded + 2) if c.word(worded + 1) in LINKS and (two or c.word(worded + 1) != "و") else None
    if last and last > year:
        return Value(worded + 3, "years", None, f"{year:04}-01-01", f"{last:04}-12-31", relative=False)
    return _since(c, Value(1 + worded, "year", f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31", relative=False))


def _since(c: Cursor, value: Value) -> Value:
    """«منذ عام 2011»: it began then and no last day is known."""
    return value._replace(stop=None) if c.follows(frozenset({"منذ"})) else value


AFTER_ROUND_YEAR = frozenset({"في", "من", "الي", "علي", "عن", "و", "ثم", "حتي", "بعد", "عندما", "حين", "الميلاديه"})


def _counts(c: Cursor, year: int) -> bool:
    """«في 2000 موقع»: a counted noun follows, or any noun after a round number."""
    after = c.word(1)
    if {after, after.removesuffix("ا")} & c.words.counted or after in c.words.units:
        return True
    return year % 100 == 0 and len(after) > 1 and after not in AFTER_ROUND_YEAR


def day_word(c: Cursor) -> Value | None:
    """أمس، اليوم، غدا، أول من أمس, a part of the day before and the weekday after it («مساء أمس (الأربعاء)»)."""
    part = _parts(c)
    for length in (3, 2, 1):
        words = " ".join(c.word(part + n) for n in range(length))
        forms = (words, *(words[len(p) :] for p in PREFIXES if not part and words.startswith(p)))
        found = next((form for form in forms if form in c.words.days), None)
        if found:
            return None if _other_day(c, part, part + length, found) else _day(c, found, part + length)
    return None


def _day(c: Cursor, found: str, taken: int) -> Value:
    bracket = c.word(taken) == "("
    named = c.words.weekdays.get(c.word(taken + bracket))
    if named is not None:
        taken += 1 + bracket
        taken += bracket and c.word(taken) == ")"
    day = _that_weekday(c.day + timedelta(days=c.words.days[found]), named) if c.day else None
    return Value(taken, "day_word", *(_span_of_day(day) if day else NO_VALUE))


def _parts(c: Cursor) -> int:
    """How many words at the start name a part of a day: «صباح», «فجر يوم», «منتصف ليل»."""
    if c.first(MIDDLE) and c.word(1) in ("ليل", "ليله"):
        return 2
    lead = 0
    while lead < LONGEST_PART and (c.word(lead) in c.words.parts or (not lead and c.first(c.words.parts))):
        lead += 1
    return lead


def _other_day(c: Cursor, part: int, taken: int, found: str) -> bool:
    """«في اليوم الثالث من المعارك», «اليوم العالمي», «ذلك اليوم», «أمس الحاجة», «صحيفة المصري اليوم»."""
    after = c.word(taken)
    if after in c.words.other_day_after or (not part and c.follows(c.words.other_day_before)):
        return True
    if found != "اليوم":
        return False
    ordinal = after in c.words.ordinals and day_month(Cursor(c.tokens, c.at + taken, c.words, c.day)) is None
    return ordinal or (not part and _in_title(c))


def _in_title(c: Cursor) -> bool:
    """«صحيفة المصري اليوم», «"روسيا اليوم"», «جريدة اليوم»."""
    if c.follows(c.words.media):
        return True
    quoted = c.word(-2) in QUOTES and c.word(1) in QUOTES
    return c.word(-1) in c.words.today_in_name and (quoted or c.follows(c.words.media, 2 + (c.word(-2) in QUOTES)))


NEAR_DAYS = 2  # days by which a page may be dated after the day that it calls «today»


def _that_weekday(day: date, named: int | None) -> date:
    """«اليوم (الاثنين)»: the weekday that is named with the word, where publication was dated a day or two later."""
    late = (day.weekday() - named) % 7 if named is not None else 0
    return day - timedelta(days=late) if late <= NEAR_DAYS else day


def weekday(c: Cursor) -> Value | None:
    """الثلاثاء، يوم الجمعة الماضي، فجر الأحد: the nearest past one, today included, unless المقبل follows."""
    lead = _parts(c)
    name = c.word(lead) if lead else c.first(c.words.weekdays)
    if name not in c.words.weekdays or (not lead and _no_weekday(c, name)):
        return None
    taken = lead + 1 + (c.word(lead + 1) in c.words.past | c.words.next | c.words.this)
    exact = _written_day(c, taken)
    if exact:
        return exact
    if c.day is None:
        return Value(taken, "weekday", None, None, None)
    ahead = c.word(taken - 1) in c.words.next
    behind = (c.day.weekday() - c.words.weekdays[name]) % 7
    if c.word(taken - 1) in c.words.past and behind == 0:
        behind = 7
    day = c.day + timedelta(days=(7 - behind) % 7 or 7) if ahead else c.day - timedelta(days=behind)
    return Value(taken, "weekday", *_span_of_day(day))


def _no_weekday(c: Cursor, name: str) -> bool:
    """«الواحد الأحد», «سوق الخميس», «بين الاثنين» (but «بين الاثنين والأربعاء»)."""
    two = name == "الاثنين" and c.follows(BETWEEN) and c.word(1).removeprefix("و") not in c.words.weekdays
    return two or c.follows(c.words.no_weekday_after)


def _written_day(c: Cursor, taken: int) -> Value | None:
    """«السبت (1 أغسطس 2015)», «الثلاثاء 4 مايو»: the date decides."""
    bracket = c.word(taken) == "("
    found = day_month(Cursor(c.tokens, c.at + taken + bracket, c.words, c.day))
    return found._replace(length=taken + bracket + found.length, rule=f"weekday+{found.rule}") if found else None


def last_period(c: Cursor) -> Value | None:
    """الأسبوع الماضي، الشهر المقبل، العام الجاري; «اليومين الماضيين», «الأيام الماضية» and «اليوم التالي» stay unresolved."""
    word = c.word(0)
    bare = next((word[len(p) :] for p in ("وال", "بال", "ال", "لل") if word.startswith(p)), "")
    unit = c.words.units.get(bare)
    if unit is None or (unit == "year" and c.word(-1) in c.words.general_after):
        return None
    at = 1 + (_few(c) if bare in MANY else 0)
    shift = c.shift(at)
    if c.word(at) in c.words.later:
        return Value(at + 1, "period", *NO_VALUE)
    if shift is None:
        return None
    open_ = bare in MANY or (unit == "day" and c.word(at) == "الاخير")
    return Value(at + 1, "period", *(NO_VALUE if open_ else _shifted(c.day, unit, shift)))


def _few(c: Cursor) -> int:
    """Words of number between: «الأيام القليلة الماضية», «الأشهر الستة الماضية», «الساعات الـ24 الأخيرة»."""
    taken = 0
    while taken < LONGEST_FEW and _is_few(c.word(1 + taken), c.words):
        taken += 1
    return taken


def _is_few(word: str, words: TimeWords) -> bool:
    number = word[2:] if word.startswith("ال") else word.removeprefix("وال")
    return word in ("القليله", "ال", "القليلات") or word.isdigit() or number in words.numbers or number in words.tens


def _shifted(day: date | None, unit: str, shift: int) -> tuple[str | None, str | None, str | None]:
    if day is None or unit not in ("week", "month", "year", "day"):
        return None, None, None
    if unit == "year":
        year = day.year + shift
        return f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + shift
        return _month_value(months // 12, months % 12 + 1)
    if unit == "day":
        return _span_of_day(day + timedelta(days=shift))
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return f"{monday:%Y-%m}", monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def this_period(c: Cursor) -> Value | None:
    """هذا الأسبوع، هذه السنة."""
    unit = c.words.units.get(c.word(1).removeprefix("ال"))
    if not c.first(c.words.these) or unit is None or not c.word(1).startswith("ال"):
        return None
    return Value(2, "this_period", *_shifted(c.day, unit, 0))


def edge_of_period(c: Cursor) -> Value | None:
    """مطلع العام، أواخر الشهر الماضي، منتصف يونيو: a part of the period, whose value is the period's."""
    if not c.first(c.words.edges):
        return None
    inner = Cursor(c.tokens, c.at + 1, c.words, c.day)
    found = last_period(inner) or month_of_year(inner) or year_alone(inner) or _current(inner)
    return found._replace(length=found.length + 1, rule=f"edge+{found.rule}") if found else None


def _current(c: Cursor) -> Value | None:
    """العام، الشهر، الأسبوع without a word that says which: the one of publication."""
    unit = c.words.units.get(c.word(0).removeprefix("ال"))
    if unit not in ("year", "month", "week") or not c.word(0).startswith("ال"):
        return None
    return Value(1, "current_period", *_shifted(c.day, unit, 0))


def season(c: Cursor) -> Value | None:
    """الصيف الماضي, «ربيع 2011»: three months; the value is the year that they begin in."""
    name = c.first(c.words.seasons)
    shift = c.shift(1) if name else None
    if not name or shift is None:
        return _season_of_year(c)
    if c.day is None:
        return Value(2, "season", *NO_VALUE)
    month = c.words.seasons[name]
    year = c.day.year - (c.day.month < month)  # of the last one that has begun
    over = (c.day.year - year) * 12 + c.day.month >= month + SEASON
    if shift:
        year += 1 if shift > 0 else -(not over)
    elif over:
        year = c.day.year
    return Value(2, "season", *_season_value(year, month))


def _season_of_year(c: Cursor) -> Value | None:
    word = c.word(0)
    month = next((c.words.seasons[f"ال{w}"] for w in (word, word[1:]) if f"ال{w}" in c.words.seasons), None)
    named = _year_after(c, 1) if month else None
    if not month or not named:
        return None
    value: Days = _season_value(named.year, month) if named.year else NO_VALUE
    return Value(named.stop, "season", *value, relative=named.relative)


def _season_value(year: int, month: int) -> tuple[str, str, str]:
    after = year * 12 + month + 1
    return f"{year:04}", f"{year:04}-{month:02}-01", _month_value(after // 12, after % 12 + 1)[2]


def day_part(c: Cursor) -> Value | None:
    """ليلا، فجرا, «طوال الليل»: of what day is not said."""
    length = next((n for n in (2, 1) if " ".join(c.word(i) for i in range(n)) in c.words.adverbs), 0)
    return Value(length, "day_part", *NO_VALUE) if length else None


class Duration(NamedTuple):
    """A length of time: unit, how many (``None``: not said), the offset after it."""

    unit: str
    number: int | None
    stop: int
    bare: bool  # a unit without a number


ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء"})
MORE = frozenset({"اكثر", "اقل", "ازيد"})
ALONE = frozenset({"واحد", "واحده", "فقط", "تقريبا"})


def _duration(c: Cursor, at: int) -> Duration | None:
    """«ثلاثة أيام», «نحو عشرين عاما», «شهرين», «أسابيع»."""
    loose = c.word(at) in MORE and c.word(at + 1) == "من"
    at += 2 * loose
    at += c.word(at) in ABOUT
    count, taken = _count(c, at)
    word = c.word(at + taken)
    unit = c.words.units.get(word)
    if unit is None:
        return None
    stop = at + taken + 1
    alone = c.word(stop) in ALONE
    many = loose or (word in MANY and not count)
    return Duration(
        unit.rstrip("2"),
        None if many else count or (2 if unit.endswith("2") else 1),
        stop + alone,
        not count and not alone,
    )


def _count(c: Cursor, at: int) -> tuple[int, int]:
    """A count in digits or words, and its tokens: 10, ثلاثة, «أحد عشر», «خمسة وعشرين»; (0, 0) for none."""
    digits = c.number(at, 999)
    if digits:
        return digits, 1
    words, word, after = c.words, c.word(at), c.word(at + 1)
    unit = words.numbers.get(word) or words.teens.get(word, 10) - 10
    if after in ("عشر", "عشره") and unit:
        return unit + 10, 2
    if after.startswith("و") and after[1:] in words.tens and unit:
        return unit + words.tens[after[1:]], 2
    value = words.numbers.get(word) or words.tens.get(word, 0)
    return value, bool(value)


def ago(c: Cursor) -> Value | None:
    """قبل ثلاثة أيام، منذ شهرين, قبل شهر; «منذ أسابيع» stays without a value."""
    lead = c.first(SINCE)
    length = _duration(c, 1) if lead else None
    if length is None or (length.bare and _names_period(c, length.stop)):
        return None
    if lead == "قبل" and c.word(length.stop) == "من" and c.word(length.stop + 1) not in FROM_HERE:
        return Value(length.stop + 1, "before_event", *NO_VALUE)
    return Value(length.stop, "ago", *_back(c.day, length.unit, length.number))


SINCE = frozenset({"قبل", "منذ"})
# What may follow من after «قبل يومين» without being the event that it counts from.
FROM_HERE = frozenset(
    "الان اليوم قبل دون جانب طرف منزله منزلها منزلهم بيته منزل بيت مدينه بلده قريه منطقه محافظه مطار سجن مقر ميناء مخيم داخل خارج امام".split()
)


def _names_period(c: Cursor, at: int) -> bool:
    """«منذ عام 2011», «منذ شهر يونيو», «قبل يوم الجمعة»: what follows says which one, so it is no length of time."""
    word = c.word(at)
    return word.isdigit() or word in c.words.weekdays or word in c.words.days or _is_month(c, at)


def after_event(c: Cursor) -> Value | None:
    """«بعد شهر من إعلان …»: what is told after من happened that long before publication, if the news is of the day."""
    length = _duration(c, 1) if c.word(0) in ("بعد", "وبعد", "عقب") else None
    if length is None or c.word(length.stop) != "من":
        return None
    return Value(length.stop + 1, "after_event", *_back(c.day, length.unit, length.number))


def _back(day: date | None, unit: str, count: int | None) -> tuple[str | None, str | None, str | None]:
    if day is None or count is None:
        return None, None, None
    if unit == "day":
        return _span_of_day(day - timedelta(days=count))
    if unit == "hour":
        return _span_of_day(day - timedelta(hours=count))
    if unit == "week":
        then = day - timedelta(weeks=count)
        return then.isoformat(), (then - timedelta(days=3)).isoformat(), (then + timedelta(days=3)).isoformat()
    return _shifted(day, unit, -count)


RULES: tuple[Callable[[Cursor], Value | None], ...] = (
    numeric_date, name_of_date, day_range, day_month, day_word, weekday, after_event, edge_of_period, last_period,
    this_period, season, ago, year_alone, month_of_year, day_part,
)  # fmt: skip
NAME = "name"  # rule of what only looks like a time


def find_times(tokens: Sequence[Token], words: TimeWords, published: str | None) -> list[tuple[Time, int, int]]:
    """The time expressions of a sentence with the tokens ``[start, stop)`` that they take."""
    day = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
    found: list[tuple[Time, int, int]] = []
    position = 0
    while position < len(tokens):
        value = _value(Cursor(tokens, position, words, day)) if _may_start(tokens[position], words) else None
        if value and value.rule != NAME:
            found.append((_time(tokens, position, value), position, position + value.length))
        position += value.length if value else 1
    return found


def _value(cursor: Cursor) -> Value | None:
    """What the first rule with an opinion says; a day beyond the calendar's edge counts as not known."""
    try:
        return next((value for rule in RULES if (value := rule(cursor))), None)
    except OverflowError:
        return _value(replace(cursor, day=None))  # without a day nothing is counted, so nothing overflows


def _may_start(token: Token, words: TimeWords) -> bool:
    return token.kind == "number" or token.folded in words.starters


def _time(tokens: Sequence[Token], at: int, value: Value) -> Time:
    first, last = tokens[at], tokens[at + value.length - 1]
    anchor = "published" if value.relative and value.value else None
    return Time(Span(first.span.start, last.span.stop), value.rule, value.value, value.start, value.stop, anchor)
