"""Known names in a sentence: the longest entry of the lexicon at each word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from marsad.lexicon.lexicon import Lexicon
from marsad.record import Token
from marsad.text.clitic import first_words


class NameMatch(NamedTuple):
    """Tokens ``[start, stop)`` that spell a known name, with ``prefix`` folded letters of clitics before it."""

    start: int
    stop: int
    entry: int
    prefix: int
    preposition: str
    conjunction: str


def find_names(
    tokens: Sequence[Token], lexicon: Lexicon, extra: Mapping[str, list[list[Any]]] | None = None
) -> list[NameMatch]:
    """All known names, left to right, none inside another.

    ``extra`` is an index like the lexicon's, for names that the article itself introduced.
    """
    found: list[NameMatch] = []
    position = 0
    words = [token.folded for token in tokens]
    while position < len(tokens):
        match = _longest(words, position, lexicon, extra or {})
        if match:
            found.append(match)
        position = match.stop if match else position + 1
    return found


def _longest(
    words: Sequence[str], position: int, lexicon: Lexicon, extra: Mapping[str, list[list[Any]]]
) -> NameMatch | None:
    heads = lexicon.name_heads(words[position])
    if extra:
        heads = (*heads, *(form for form in first_words(words[position]) if form[0] in extra))
    best: NameMatch | None = None
    for first, preposition, conjunction in heads:
        for rest, entry in (*lexicon.name_index.get(first, ()), *extra.get(first, ())):
            taken = _follows(words, position + 1, rest)
            if taken >= len(rest) and (best is None or position + 1 + taken > best.stop):
                best = NameMatch(
                    position, position + 1 + taken, entry, len(preposition) + len(conjunction), preposition, conjunction
                )
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
