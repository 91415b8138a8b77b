"""Known names in a sentence: the longest entry of the lexicon at each word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from marsad.lexicon.lexicon import Lexicon
from marsad.record import Token


class NameMatch(NamedTuple):
    """Tokens ``[start, stop)`` that spell a known name, with ``prefix`` folded letters of clitics before it."""

    start: int
    stop: int
    entry: int
    prefix: int
    preposition: str
    conjunction: str


def first_words(folded: str) -> Iterator[tuple[str, str, str]]:
    """What the first word of a name may be written as: (bare form, preposition, conjunction)."""
    yield folded, "", ""
    for conjunction in ("", "و", "ف"):
        if not folded.startswith(conjunction):
            continue
        rest = folded[len(conjunction) :]
        if conjunction and len(rest) > 2:
            yield rest, "", conjunction
        if rest.startswith("لل"):
            yield "ال" + rest[2:], "ل", conjunction
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            yield rest[1:], rest[0], conjunction


def find_names(tokens: Sequence[Token], lexicon: Lexicon, extra: Mapping[str, list[list[Any]]] | None = None) -> list[NameMatch]:
    """All known names, left to right, none inside another.

    ``extra`` is an index like the lexicon's, for names that the article itself introduced.
    """
    found: list[NameMatch] = []
    position = 0
    words = [token.folded for token in tokens]
    while position < len(tokens):
        match = _longest(words, position, lexicon.name_index, extra or {})
        if match:
            found.append(match)
        position = match.stop if match else position + 1
    return found


def _longest(
    words: Sequence[str], position: int, index: Mapping[str, list[list[Any]]], extra: Mapping[str, list[list[Any]]]
) -> NameMatch | None:
    best: NameMatch | None = None
    for first, preposition, conjunction in first_words(words[position]):
        for rest, entry in (*index.get(first, ()), *extra.get(first, ())):
            stop = position + 1 + _follows(words, position + 1, rest)
            if stop > position and (best is None or stop > best.stop) and stop - position - 1 >= len(rest):
                prefix = len(preposition) + len(conjunction)
                best = NameMatch(position, stop, entry, prefix, preposition, conjunction)
    return best


QUOTES = frozenset("«»\"“”'‘’")


def _follows(words: Sequence[str], position: int, rest: Sequence[str]) -> int:
    """How many tokens from ``position`` spell ``rest``; quotation marks inside a name are passed over.

    Returns -1 when they do not.
    """
    at = position
    for word in rest:
        while at < len(words) and words[at] in QUOTES:
            at += 1
        if at >= len(words) or words[at] != word:
            return -1
        at += 1
    if rest and at < len(words) and words[at] in QUOTES and any(w in QUOTES for w in words[position:at]):
        at += 1
    return at - position
