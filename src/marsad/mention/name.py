"""Known names in a sentence: the longest entry of the lexicon at each word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from marsad.lexicon.lexicon import Lexicon
from marsad.record import Token
from marsad.text.clitic import first_words
from marsad.text.spelling import skeleton, spelled_alike


class NameMatch(NamedTuple):
    """Tokens ``[start, stop)`` that spell a known name, with ``prefix`` folded letters of clitics before it."""

    start: int
    stop: int
    entry: int
    prefix: int
    preposition: str
    conjunction: str
    spelled: bool = False  # otherwise than in the lexicon


def find_names(
    tokens: Sequence[Token], lexicon: Lexicon, extra: Mapping[str, list[list[Any]]] | None = None
) -> list[NameMatch]:
    """All known names, left to right, none inside another.

    ``extra`` is an index like the lexicon's, for names that the article itself introduced.
    """
    found: list[NameMatch] = []
    words, begins, stop = [token.folded for token in tokens], lexicon.begins_name, 0
    for position in [n for n, word in enumerate(words) if begins[word] or extra or word in QUOTES]:
        if position < stop:
            continue
        match = _longest(words, position, lexicon, extra or {}) or _spelled_otherwise(tokens, position, lexicon)
        match = match or _quoted(words, position, lexicon)
        if match:
            found.append(match)
            stop = match.stop
    return found


def _longest(
    words: Sequence[str], position: int, lexicon: Lexicon, extra: Mapping[str, list[list[Any]]]
) -> NameMatch | None:
    heads = lexicon.name_heads[words[position]]
    if extra:
        heads = (*heads, *(form for form in first_words(words[position]) if form[0] in extra))
    second = next((word for word in words[position + 1 :] if word not in QUOTES), "")
    best: NameMatch | None = None
    for first, preposition, conjunction in heads:
        by_second = lexicon.names_by_second[first]
        for rest, entry in (*by_second.get(second, ()), *by_second.get("", ()), *extra.get(first, ())):
            taken = _follows(words, position + 1, rest)
            if taken >= len(rest) and (best is None or position + 1 + taken > best.stop):
                best = NameMatch(
                    position, position + 1 + taken, entry, len(preposition) + len(conjunction), preposition, conjunction
                )
    return best


def _spelled_otherwise(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> NameMatch | None:
    """A person's name of several words, each as the lexicon has it or a foreign spelling of it («خولوصي أكار»)."""
    heads = lexicon.spelled_heads[tokens[position].folded]
    if not heads or position + 1 >= len(tokens):
        return None
    second = skeleton(tokens[position + 1].folded)
    for form, preposition, conjunction, names in heads:
        found = {
            (len(words), entry)
            for words, entry in names.get(second, ())
            if _all_alike(form, tokens, position, words, lexicon)
        }
        if len(found) == 1:
            (length, entry), prefix = found.pop(), len(preposition) + len(conjunction)
            return NameMatch(position, position + length, entry, prefix, preposition, conjunction, spelled=True)
    return None


def _all_alike(form: str, tokens: Sequence[Token], position: int, words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether ``form`` and the tokens after it spell a name; after an Arabic given name the letter for g must be the same."""
    if position + len(words) > len(tokens):
        return False
    same_g = lexicon.bears(words[0])
    written = zip((form, *(token.folded for token in tokens[position + 1 : position + len(words)])), words, strict=True)
    return all(
        one == other or (spelled_alike(one, other, same_g=same_g) and _unheard(tokens[position + n], one, lexicon))
        for n, (one, other) in enumerate(written)
    )


def _unheard(token: Token, form: str, lexicon: Lexicon) -> bool:
    """No word and no name of its own: «سليمان» is no way to spell سلمان."""
    return not lexicon.readings(token) and not lexicon.bears(form)


def _quoted(words: Sequence[str], position: int, lexicon: Lexicon) -> NameMatch | None:
    """An ordinary word that is a name where quotation marks hold it and nothing else («الحياة», «الشرق الأوسط»)."""
    if words[position] not in QUOTES:
        return None
    for stop in range(position + 2, min(position + 2 + LONGEST_QUOTED, len(words))):
        if words[stop] in QUOTES:
            entry = lexicon.quoted.get(" ".join(words[position + 1 : stop]))
            return NameMatch(position + 1, stop, entry, 0, "", "") if entry is not None else None
    return None


LONGEST_QUOTED = 2  # words of a name that needs its quotation marks
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
