"""Time expressions of a sentence: from each word that one may begin with, the first rule that reads one there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from marsad.mention.time.clock import by_part, clock, offset_of
from marsad.mention.time.cursor import Cursor, Tense, forms
from marsad.mention.time.day import day_of_story, day_word, full_date, weekday
from marsad.mention.time.hijri import feast, hijri_month, hijri_year
from marsad.mention.time.length import after, ago, duration, past_length, vague_length
from marsad.mention.time.month import day_range, month_of_year
from marsad.mention.time.name import NAME, name_of_date
from marsad.mention.time.part import day_part, night
from marsad.mention.time.period import (
    current,
    edge_of_period,
    last_period,
    lately,
    reference,
    season,
    this_period,
    vague_period,
    weekend,
    year_part,
)
from marsad.mention.time.recurring import every, in_a_row, regularly, weekdays
from marsad.mention.time.value import DAY, Reading, shape_of
from marsad.mention.time.words import TimeWords
from marsad.mention.time.year import century, decade, year_alone
from marsad.record import Time, Token
from marsad.span import Span
from marsad.text.clitic import written_forms
from marsad.text.fold import fold_map

Rule = Callable[[Cursor], Reading | None]
DIGITS = "0"  # stands for every number in the index
NEAREST = 14  # tokens within which an hour takes the day that the sentence gives


def _parts(w: TimeWords) -> Iterable[str]:
    return ("منتصف", "يوم", "يومي", *w.parts, *w.hours_of)


def _units(w: TimeWords) -> Iterable[str]:
    return (*w.numbers, *w.tens, *w.teens, *w.units, *w.duals, *w.fractions, *w.about, *w.few)


def _definite(w: TimeWords) -> Iterable[str]:
    return (f"ال{word}" for word in (*w.units, *w.duals))


# Each rule with the words that it may begin with, in the order in which they are asked.
GRAMMAR: tuple[tuple[Rule, Callable[[TimeWords], Iterable[str]]], ...] = (
    (name_of_date, lambda w: (DIGITS, *w.ordinals)),
    (day_range, lambda w: (DIGITS,)),
    (full_date, lambda w: (DIGITS, "ال", *w.ordinals, *w.weekdays, *_parts(w))),
    (clock, lambda w: (DIGITS, "الساعه", *w.hours)),
    (night, lambda w: w.nights),
    (day_word, lambda w: (*w.days, *_parts(w))),
    (in_a_row, _definite),
    (day_of_story, lambda w: ("اليوم",)),
    (weekday, lambda w: (*w.weekdays, *_parts(w))),
    (every, lambda w: w.every),
    (weekdays, lambda w: ("ايام",)),
    (regularly, lambda w: w.sets),
    (feast, lambda w: w.feasts),
    (weekend, lambda w: ("نهايه", "عطله")),
    (edge_of_period, lambda w: w.edges),
    (year_part, lambda w: w.year_parts),
    (season, lambda w: ("فصل", *w.seasons, *(s.removeprefix("ال") for s in w.seasons), *w.these)),
    (this_period, lambda w: w.these),
    (hijri_year, lambda w: w.year_words),
    (past_length, lambda w: ("ال", *_definite(w), *(f"ال{n}" for n in (*w.numbers, *w.tens)))),
    (last_period, _definite),
    (vague_period, lambda w: w.vague_periods),
    (decade, lambda w: (*w.decades, *(f"ال{d}" for d in w.decades))),
    (century, lambda w: ("القرن",)),
    (reference, lambda w: (*w.refs, *w.refs_after_in)),
    (lately, lambda w: w.lately),
    (vague_length, lambda w: w.vague_lengths),
    (ago, lambda w: ("قبل",)),
    (after, lambda w: (*w.in_time, "عقب")),
    (year_alone, lambda w: (DIGITS, *w.year_words, *w.two_years, *w.listed_years)),
    (hijri_month, lambda w: ("شهر", "شهري", *w.hijri)),
    (month_of_year, lambda w: ("شهر", "شهري", *w.months)),
    (current, _definite),
    (duration, lambda w: (DIGITS, "(", *_units(w))),
    (day_part, lambda w: ("منتصف", *w.adverbs, *w.definite_parts)),
)


@dataclass(frozen=True, slots=True)
class TimeFinder:
    """The rules by the words that they begin with. ``tense`` tells the tense of a token that is a verb.

    ``openings`` has every written form of those words, clitics and all, with the words and the letters before them:
    most tokens of a text are in no table and cost one look.
    """

    words: TimeWords
    rules: Mapping[str, tuple[Rule, ...]]
    openings: Mapping[str, tuple[tuple[str, int], ...]]
    tense: Tense

    def find(self, tokens: Sequence[Token], published: str | None) -> list[tuple[Time, int, int]]:
        """The time expressions of a sentence with the tokens ``[start, stop)`` that they take.

        ``published`` is an ISO date or time; without it relative expressions stay unresolved.
        """
        day = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
        found = _completed(list(self._readings(tokens, day)))
        return [(_time(tokens, at, reading), at, at + reading.length) for at, reading in found]

    def _readings(self, tokens: Sequence[Token], day: date | None) -> Iterator[tuple[int, Reading]]:
        found: list[tuple[int, Reading]] = []
        openings, position = self.openings, 0
        for at in [n for n, token in enumerate(tokens) if token.folded in openings or token.kind == "number"]:
            if at < position:
                continue
            reading = self._at(tokens, at, day, found)
            if reading is not None and reading.rule != NAME:
                found.append((at, reading))
            position = at + (reading.length if reading else 1)
        return iter(_merged(found))

    def _at(
        self, tokens: Sequence[Token], at: int, day: date | None, found: Sequence[tuple[int, Reading]]
    ) -> Reading | None:
        token = tokens[at]
        if token.kind == "number":
            return self._first(DIGITS, Cursor(tokens, at, token.folded, 0, self.words, day, self.tense, found))
        for form, lead in self.openings[token.folded]:
            reading = self._first(form, Cursor(tokens, at, form, lead, self.words, day, self.tense, found))
            if reading is not None:
                return replace(reading, lead=lead)
        return None

    def _first(self, form: str, cursor: Cursor) -> Reading | None:
        """What the first rule with an opinion says; a day beyond the calendar's edge counts as not known."""
        try:
            reading = self._ruled(form, cursor)
        except (OverflowError, ValueError):
            if cursor.day is None:
                return None
            return self._first(form, replace(cursor, day=None))
        goes_on = reading is not None and reading.type == "DATE" and cursor.before(self.words.since)
        return replace(reading, open=True) if reading and goes_on else reading  # «منذ عام 2011»

    def _ruled(self, form: str, cursor: Cursor) -> Reading | None:
        for rule in self.rules[form]:
            reading = rule(cursor)
            if reading:
                return reading
        return None


def time_finder(words: TimeWords, tense: Tense) -> TimeFinder:
    """The finder over the lexicon's words of time."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    for rule, starts in GRAMMAR:
        for first in dict.fromkeys(phrase.split()[0] for phrase in starts(words)):
            rules[first].append(rule)
    by_word = {word: tuple(found) for word, found in rules.items()}
    return TimeFinder(words, by_word, _openings(by_word), tense)


def _openings(rules: Mapping[str, tuple[Rule, ...]]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Written form → the words that begin an expression in it."""
    written = {form for word in rules if word != DIGITS for form in written_forms(word)}
    return {form: tuple(found for found in forms(form) if found[0] in rules) for form in written}


def _merged(found: Sequence[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """«غدا الخميس الساعة 15:00»: an hour right after its day is one expression with it."""
    merged: list[tuple[int, Reading]] = []
    for at, reading in found:
        before = merged[-1] if merged else None
        hour = reading.rule == "clock" and (reading.value or "")[:1] == "T"
        if before and hour and before[0] + before[1].length == at and DAY.match(before[1].value or ""):
            merged[-1] = (before[0], _with_day(reading, before[1], length=before[1].length + reading.length))
            continue
        if (
            before and hour and before[0] + before[1].length == at and before[1].type == "SET"
        ):  # «كل جمعة الساعة الثامنة»
            length = before[1].length + reading.length
            merged[-1] = (before[0], replace(before[1], length=length, value=f"{before[1].value}{reading.value}"))
            continue
        merged.append((at, reading))
    return merged


def _with_day(reading: Reading, day: Reading, **fields: int) -> Reading:
    date_ = (day.value or "")[:10]
    value = f"{date_}{_clock_of(reading, day)}{offset_of(reading.zone, date_) if '/' in reading.zone else ''}"
    length = fields.get("length", reading.length)
    return replace(reading, value=value, length=length, anchor=day.anchor, lead=day.lead)


def _clock_of(reading: Reading, day: Reading) -> str:
    """The hour as the day's part of the day makes it: «ليل الاثنين عند الساعة الحادية عشرة»."""
    value = reading.value or ""
    if reading.part == "" and day.part and value[1:3].isdigit():
        return f"T{by_part(int(value[1:3]), day.part):02}{value[3:]}"
    return value


def _completed(found: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """Hours and parts of a day without a day take the nearest day of the sentence, one before them first."""
    return [(at, _placed(at, reading, found) if (reading.value or "")[:1] == "T" else reading) for at, reading in found]


def _placed(at: int, reading: Reading, found: Sequence[tuple[int, Reading]]) -> Reading:
    days = [(other, r) for other, r in found if DAY.match(r.value or "") and abs(other - at) <= NEAREST]
    if not days:
        return reading
    other, day = min(days, key=lambda pair: (pair[0] > at, abs(pair[0] - at)))
    placed = _with_day(reading, day)
    return replace(placed, anchor="sentence", anchored_at=other, lead=reading.lead)


def _time(tokens: Sequence[Token], at: int, reading: Reading) -> Time:
    first, last = tokens[at], tokens[at + reading.length - 1]
    lead = fold_map(first.text).offsets[reading.lead] if reading.lead else 0
    shape = shape_of(reading.value)
    anchor = reading.anchor if reading.value or reading.anchor != "published" else None
    return Time(
        span=Span(first.span.start + lead, last.span.stop),
        rule=reading.rule,
        value=reading.value,
        start=reading.start or shape.start,
        stop=reading.stop or (None if reading.open else shape.stop),
        anchor=anchor,
        type=reading.type,
        precision=shape.precision,
        mod=reading.mod,
        anchor_span=_anchor_span(tokens, reading),
        other=reading.other,
    )


def _anchor_span(tokens: Sequence[Token], reading: Reading) -> Span | None:
    at = reading.anchored_at
    if at is None or at >= len(tokens):
        return None
    return tokens[at].span
