"""The compiled vocabulary of contexts, asked for over a sentence's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from marsad.lexicon.context import Cue, misleading, read_contexts
from marsad.record import Token
from marsad.span import Span
from marsad.text.clitic import Cut, Split, splits
from marsad.text.fold import fold
from marsad.text.memo import Memo
from marsad.text.token import token_of

SHORTEST = 3  # letters that must remain of a word with clitics


class Found(NamedTuple):
    """A cue in a text: its context, what it is listed as, its points and where it stands."""

    context: str
    words: str
    points: int
    span: Span


def compile_contexts(folder: Path) -> dict[str, Any]:
    """Cues as ``[context, words, points, forms of the words after the first]``, and first form → their numbers."""
    entries = read_contexts(folder)
    cues = [cue for entry in entries for cue in entry.cues] + misleading(folder)
    index: dict[str, list[int]] = {}
    for number, cue in enumerate(cues):
        for form in sorted(cue.forms[0]):
            index.setdefault(form, []).append(number)
    return {
        "cues": [_row(cue) for cue in cues],
        "index": index,
        "yields": {entry.name: list(entry.yields_to) for entry in entries if entry.yields_to},
    }


def _row(cue: Cue) -> list[Any]:
    return [cue.context, cue.words, cue.points, [sorted(forms) for forms in cue.forms[1:]]]


class ContextWords:
    """Look-ups on the compiled vocabulary."""

    def __init__(self, payload: dict[str, Any]) -> None:
        """Wrap what :func:`compile_contexts` made."""
        self._cues: list[list[Any]] = payload["cues"]
        self._index: dict[str, list[int]] = payload["index"]
        self._yields: dict[str, list[str]] = payload["yields"]
        self._stems = Memo(_stems)
        self._starting = Memo(self._begin)  # spelling → cues that it may begin

    def yields_to(self, context: str) -> Sequence[str]:
        """The contexts beside which this one is not given: they say the same more exactly."""
        return self._yields.get(context, ())

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """The cues of some tokens, left to right; the longest phrase covers the words in it."""
        covered, starting = 0, self._starting
        for position in [n for n, token in enumerate(tokens) if starting[token.text]]:
            if position < covered:
                continue
            cues = self._longest(tokens, position, starting[tokens[position].text])
            if cues:
                covered = position + 1 + len(self._cues[cues[0]][3])
                yield from self._found(cues, Span(tokens[position].span.start, tokens[covered - 1].span.stop))

    def _found(self, cues: Sequence[int], span: Span) -> Iterator[Found]:
        """One a context, that with most points; none for what misleads."""
        rows = sorted((self._cues[cue] for cue in cues), key=lambda row: row[2])
        best = {row[0]: row for row in rows if row[2]}
        yield from (Found(row[0], row[1], row[2], span) for row in best.values())

    def _begin(self, spelling: str) -> tuple[int, ...]:
        """The cues whose first word a spelling may be."""
        token = token_of(spelling)
        ways = splits(token.folded, spelling.endswith("ة")) if token.kind == "word" else ()
        able = (s[4] for s in ways if s[4] in self._index and _plausible(s, token.folded))
        return tuple(sorted({number for stem in able for number in self._index[stem]}))  # in the vocabulary's order

    def _longest(self, tokens: Sequence[Token], position: int, starting: Sequence[int]) -> list[int]:
        """The longest cues that begin at a token: several where contexts share their words."""
        fitting = [cue for cue in starting if self._follows(tokens, position + 1, self._cues[cue][3])]
        longest = max((len(self._cues[cue][3]) for cue in fitting), default=0)
        return [cue for cue in fitting if len(self._cues[cue][3]) == longest]

    def _follows(self, tokens: Sequence[Token], position: int, rest: Sequence[Sequence[str]]) -> bool:
        if position + len(rest) > len(tokens):
            return False
        following = tokens[position : position + len(rest)]
        return all(not self._stems[token.text].isdisjoint(forms) for token, forms in zip(following, rest, strict=True))


def _stems(spelling: str) -> frozenset[str]:
    """The word and what remains of it as a noun or verb without clitics."""
    folded = fold(spelling)
    ways = splits(folded, spelling.endswith("ة"))
    return frozenset([folded, *(split[4] for split in ways if _plausible(split, folded))])


def _plausible(split: Split, folded: str) -> bool:
    """The whole word, or clitics that a noun may have, or a verb's conjunction, future س and pronoun; no stem that is too short."""
    cut = Cut(*split)
    return cut.stem == folded or (
        len(cut.stem) >= SHORTEST
        and not (cut.article and cut.pronoun)
        and (cut.preposition != "ك" or cut.article)
        and cut.pronoun not in ("ك", "كما", "ني")
    )
