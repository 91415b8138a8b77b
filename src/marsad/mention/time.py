"""Time expressions and their values: an ordered list of rules over folded tokens.

A rule looks at the tokens from one position on and returns how many it takes and what
they mean, counted from publication where they are relative. Without a publication date
relative expressions stay unresolved. Months in four families, Hijri by the Umm al-Qura
calendar (hijridate).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    ordinals: Mapping[str, int]
    starters: frozenset[str]  # all written forms that a time expression may begin with: most words begin none


MANY = frozenset("ايام اسابيع اشهر شهور سنوات اعوام ساعات عقود".split())  # plurals without a number have no value
SETS = ("parts", "past", "next", "this", "these", "edges", "adverbs")
MAPS = ("months", "hijri", "weekdays", "days", "units", "numbers", "ordinals", "seasons")


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
    first |= {"قبل", "منذ", "بعد", "عقب", "عام", "سنه", "العام", "السنه", "شهر"}
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
        return self.tokens[position].folded if position < len(self.tokens) else ""

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
    """17 يونيو 2020, 4 حزيران/يونيو, السابع عشر من يونيو."""
    day, taken = _day_number(c)
    if day is None:
        return None
    month, length = c.phrase(taken, c.words.months)
    if not month:
        return _hijri(c, day, taken)
    taken = _second_name(c, taken + length)
    year = c.year(taken)
    if year:
        found = _day_value(year, month, day)
        return Value(taken + 1, "date", *found, relative=False) if found else None
    modified = c.word(taken) in c.words.past | c.words.next | c.words.this
    near = _nearest_year(c, month, day, taken)
    found = _day_value(near, month, day) if near else None
    return Value(taken + modified, "day_of_month", *(found or (None, None, None)))


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
    return (base, taken) if base <= 31 and c.phrase(taken, c.words.months)[0] else (None, 0)


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
    """يونيو 2014, شهر يونيو الماضي, نهاية يونيو."""
    skip = 1 if c.word(0) in ("شهر", "بشهر") else 0
    month, length = c.phrase(skip, c.words.months)
    if not month:
        return None
    taken = _second_name(c, skip + length)
    taken += c.word(taken) in ("من", "عام", "سنه")
    taken += c.word(taken) in ("عام", "العام", "سنه")
    year = c.year(taken)
    if year:
        return Value(taken + 1, "month_and_year", *_month_value(year, month), relative=False)
    if c.word(taken) in c.words.past | c.words.next | c.words.this:
        near = _nearest_year(c, month, None, taken)
        return Value(taken + 1, "month", *(_month_value(near, month) if near else (None, None, None)))
    if c.word(skip) in ("ماي", "اب", "صفر", "اوت", "جوان") and not skip:
        return None  # words of their own without a day or year
    near = _nearest_year(c, month, None, taken)
    return Value(taken, "month", *(_month_value(near, month) if near else (None, None, None)))


def year_alone(c: Cursor) -> Value | None:
    """عام 2011, سنة 1982, في 2014."""
    if c.first(frozenset({"عام", "سنه", "العام", "السنه"})):
        year = c.year(1)
        return Value(2, "year", f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31", relative=False) if year else None
    year = c.year(0)
    before = c.tokens[c.at - 1].folded if c.at else ""
    if (
        year
        and before in ("في", "منذ", "مطلع", "اواخر", "نهايه", "بدايه", "اواءل")
        and not c.word(1).startswith(("شخص", "جندي"))
    ):
        return Value(1, "year", f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31", relative=False)
    return None


def day_word(c: Cursor) -> Value | None:
    """أمس، اليوم، غدا، أول من أمس, with the weekday in brackets after it."""
    part = 1 if c.first(c.words.parts) and c.word(1) in c.words.days else 0
    for length in (3, 2, 1):
        words = " ".join(c.word(part + n) for n in range(length))
        forms = (words, *(words[len(p) :] for p in PREFIXES if not part and words.startswith(p)))
        found = next((form for form in forms if form in c.words.days), None)
        if found is None:
            continue
        taken = part + length
        named = c.word(taken + (c.word(taken) == "("))
        if c.word(taken) == "(" and c.word(taken + 1) in c.words.weekdays:
            taken += 2 + (c.word(taken + 2) == ")")
        elif c.word(taken) in c.words.weekdays:
            taken += 1
        day = _that_weekday(c.day + timedelta(days=c.words.days[found]), c.words.weekdays.get(named)) if c.day else None
        return Value(taken, "day_word", *(_span_of_day(day) if day else (None, None, None)))
    return None


NEAR_DAYS = 2  # days by which a page may be dated after the day that it calls «today»


def _that_weekday(day: date, named: int | None) -> date:
    """«اليوم (الاثنين)»: the weekday that is named with the word, where publication was dated a day or two later."""
    late = (day.weekday() - named) % 7 if named is not None else 0
    return day - timedelta(days=late) if late <= NEAR_DAYS else day


def weekday(c: Cursor) -> Value | None:
    """الثلاثاء، يوم الجمعة الماضي، فجر الأحد: the nearest past one, today included, unless المقبل follows."""
    lead = 0
    while lead < 2 and (c.word(lead) in c.words.parts or (not lead and c.first(c.words.parts))):
        lead += 1
    name = c.word(lead) if lead else c.first(c.words.weekdays)
    if name not in c.words.weekdays:
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


def _written_day(c: Cursor, taken: int) -> Value | None:
    """«السبت (1 أغسطس 2015)», «الثلاثاء 4 مايو»: the date decides."""
    bracket = c.word(taken) == "("
    found = day_month(Cursor(c.tokens, c.at + taken + bracket, c.words, c.day))
    return found._replace(length=taken + bracket + found.length, rule=f"weekday+{found.rule}") if found else None


def last_period(c: Cursor) -> Value | None:
    """الأسبوع الماضي، الشهر المقبل، العام الجاري, and الشهرين الماضيين (unresolved)."""
    word = c.word(0)
    bare = next((word[len(p) :] for p in ("وال", "بال", "ال") if word.startswith(p)), "") or (
        word[2:] if word.startswith("لل") else ""
    )
    unit, after = c.words.units.get(bare), c.word(1)
    if unit is None:
        return None
    shift = -1 if after in c.words.past else 1 if after in c.words.next else 0 if after in c.words.this else None
    if shift is None:
        return None
    return Value(2, "period", *_shifted(c.day, unit, shift))


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
    """الصيف الماضي: three months; the value is the year that they begin in."""
    name = c.first(c.words.seasons)
    if not name or c.word(1) not in c.words.past | c.words.next | c.words.this:
        return None
    if c.day is None:
        return Value(2, "season", None, None, None)
    month = c.words.seasons[name]
    started = c.day.month >= month + 3 if c.word(1) in c.words.past else c.day.month >= month
    year = c.day.year + (c.word(1) in c.words.next and started) - (c.word(1) in c.words.past and not started)
    after = year * 12 + month + 1
    return Value(2, "season", f"{year:04}", f"{year:04}-{month:02}-01", _month_value(after // 12, after % 12 + 1)[2])


def day_part(c: Cursor) -> Value | None:
    """ليلا، فجرا alone: of what day is not said."""
    return Value(1, "day_part", None, None, None) if c.word(0) in c.words.adverbs else None


def ago(c: Cursor) -> Value | None:
    """قبل ثلاثة أيام، منذ شهرين, قبل شهر; «منذ أسابيع» stays without a value."""
    if c.first(frozenset({"قبل", "منذ"})) == "":
        return None
    skip = 1 + (c.word(1) in ("نحو", "حوالي", "قرابه"))
    number = c.number(skip, 999) or c.words.numbers.get(c.word(skip))
    unit = c.words.units.get(c.word(skip + 1)) if number else c.words.units.get(c.word(skip))
    if unit is None:
        return None
    taken = skip + (2 if number else 1)
    many = c.word(skip) in MANY and not number
    count = None if many else number or (2 if unit.endswith("2") else 1)
    return Value(taken, "ago", *_back(c.day, unit.rstrip("2"), count))


def after_event(c: Cursor) -> Value | None:
    """«بعد شهر من إعلان …»: what is told after من happened that long before publication, if the news is of the day."""
    if c.word(0) not in ("بعد", "وبعد", "عقب"):
        return None
    skip = 1 + (c.word(1) in ("نحو", "حوالي", "قرابه"))
    number = c.number(skip, 999) or c.words.numbers.get(c.word(skip))
    taken = skip + bool(number)
    unit = c.words.units.get(c.word(taken), "")
    stop = taken + 1 + (c.word(taken + 1) == "فقط")
    if not unit or c.word(stop) != "من":
        return None
    many = not number and c.word(taken) in MANY
    count = None if many else number or (2 if unit.endswith("2") else 1)
    return Value(stop + 1, "after_event", *_back(c.day, unit.rstrip("2"), count))


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
    numeric_date, day_month, day_word, weekday, after_event, edge_of_period, last_period, this_period, season, ago, year_alone,
    month_of_year, day_part,
)  # fmt: skip


def find_times(tokens: Sequence[Token], words: TimeWords, published: str | None) -> list[tuple[Time, int, int]]:
    """The time expressions of a sentence with the tokens ``[start, stop)`` that they take."""
    day = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
    found: list[tuple[Time, int, int]] = []
    position = 0
    while position < len(tokens):
        cursor = Cursor(tokens, position, words, day)
        value = (
            next((value for rule in RULES if (value := rule(cursor))), None)
            if _may_start(tokens[position], words)
            else None
        )
        if value:
            found.append((_time(tokens, position, value), position, position + value.length))
        position += value.length if value else 1
    return found


def _may_start(token: Token, words: TimeWords) -> bool:
    return token.kind == "number" or token.folded in words.starters


def _time(tokens: Sequence[Token], at: int, value: Value) -> Time:
    first, last = tokens[at], tokens[at + value.length - 1]
    anchor = "published" if value.relative and value.value else None
    return Time(Span(first.span.start, last.span.stop), value.rule, value.value, value.start, value.stop, anchor)
