"""Passages: the stretches of a text that are indexed and found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.span import Span
from marsad.store.search.query import MOST_TERMS
from marsad.store.search.word import Word, stem, words

MOST_WORDS = 2000  # of a passage: PostgreSQL keeps 256 positions of a word and 16,383 in all
OVERLAP = MOST_TERMS  # words that a passage shares with the one before, so that no phrase is cut in two


class Passed(NamedTuple):
    """A passage: its span in the text, and its folded words and their stems, one for one, between spaces."""

    span: Span
    words: str
    stems: str


def passages_of(text: str) -> Iterator[Passed]:
    """The passages of a text, in order; one at least."""
    held: list[Word] = []
    begin = 0
    for word in words(text):
        if len(held) == MOST_WORDS:
            yield _passage(begin, held[-1].span.stop, held)
            held = held[-OVERLAP:]
            begin = held[0].span.start
        held.append(word)
    yield _passage(begin, len(text), held)


def _passage(start: int, stop: int, held: Sequence[Word]) -> Passed:
    folded = [word.folded for word in held]
    return Passed(Span(start, stop), " ".join(folded), " ".join(map(stem, folded)))
