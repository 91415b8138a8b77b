"""The words of time as tables: ``lexicon/words/times.yaml`` folded, with the number words that dates are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

Words = frozenset[str]
Numbers = Mapping[str, int]
Codes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Folded words and phrases of time, by their key in ``times.yaml``, which says what each is for."""

    months: Numbers
    hijri: Numbers
    feasts: Codes
    weekdays: Numbers
    days: Numbers
    nights: Mapping[str, tuple[int, str]]
    other_day_after: Words
    other_day_before: Words
    no_weekday_after: Words
    parts: Codes
    adverbs: Codes
    definite_parts: Codes
    definite_part_after: Words
    hours_of: Words
    hours_late: Codes
    hours: Numbers
    minutes: Numbers
    zones: Codes
    greenwich: Words
    local_time: Words
    units: Codes
    duals: Codes
    plurals: Words
    fractions: Numbers
    length_after: Words
    length_rare: Words
    about: Codes
    few: Words
    alone: Words
    ago: Words
    in_time: Words
    since: Words
    past: Words
    next: Words
    this: Words
    before_last: Words
    later: Words
    same: Words
    these: Words
    vague_periods: Words
    vague_lengths: Words
    long_or_short: Words
    seasons: Codes
    edges: Codes
    year_parts: Codes
    year_part_order: Numbers
    decades: Numbers
    ages: Words
    refs: Codes
    refs_after_in: Codes
    in_reference: Words
    lately: Words
    talks: Words
    talk_with: Words
    sets: Codes
    every: Words
    ordinals: Numbers
    ahead: Words
    announces: Words
    announced_by: Words
    month_after: Words
    clear_month_after: Words
    double_months: Words
    named_after: Words
    media: Words
    today_in_name: Words
    general_after: Words
    year_kinds: Words
    current_after: Words
    year_words: Words
    two_years: Words
    listed_years: Words
    bare_year_after: Words
    named_by_year: Words
    after_round_year: Words
    counted: Words
    numbers: Numbers  # 1 to 10 and the hundreds
    tens: Numbers
    teens: Numbers  # the first words of 11 and 12
    hundreds: Numbers


def time_words(row: Mapping[str, Any]) -> TimeWords:
    """The compiled table as a record: lists as sets, pairs in mappings as tuples."""
    return TimeWords(**{f.name: _table(row[f.name]) for f in fields(TimeWords)})


def _table(table: Any) -> Any:
    if isinstance(table, list):
        return frozenset(table)
    return {word: tuple(value) if isinstance(value, list) else value for word, value in table.items()}
