"""The compiled vocabulary of contexts, asked for over a sentence's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from marsad.lexicon.context import Cue, misleading, read_contexts
from marsad.record import Token
from marsad.span import Span
from marsad.text.clitic import Cut, Split, splits

SHORTEST = 3  # letters that must remain of a word with clitics
KEPT = 1 << 16  # distinct spellings held


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
        self._stems = lru_cache(maxsize=KEPT)(_stems)
        self._starting: dict[str, tuple[int, ...]] = {}  # spelling → cues that it may begin

    def yields_to(self, context: str) -> Sequence[str]:
        """The contexts beside which this one is not given: they say the same more exactly."""
        return self._yields.get(context, ())

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """The cues of some tokens, left to right; the longest phrase covers the words in it."""
        covered = 0
        for position, token in enumerate(tokens):
            starting = self._starting.get(token.text)
            if starting is None:
                starting = self._begin(token)
            if not starting or position < covered:
                continue
            cues = self._longest(tokens, position, starting)
            if cues:
                covered = position + 1 + len(self._cues[cues[0]][3])
                yield from self._found(cues, Span(token.span.start, tokens[covered - 1].span.stop))

    def _found(self, cues: Sequence[int], span: Span) -> Iterator[Found]:
        """One a context, that with most points; none for what misleads."""
        rows = sorted((self._cues[cue] for cue in cues), key=lambda row: row[2])
        best = {row[0]: row for row in rows if row[2]}
        yield from (Found(row[0], row[1], row[2], span) for row in best.values())

    def _begin(self, token: Token) -> tuple[int, ...]:
        """The cues whose first word a token may be; kept for the next time that it is written so."""
        if len(self._starting) >= KEPT:
            self._starting.clear()
        ways = splits(token.folded, token.text.endswith("ة")) if token.kind == "word" else ()
        able = (s[4] for s in ways if s[4] in self._index and _plausible(s, token.folded))
        found = tuple(sorted({number for stem in able for number in self._index[stem]}))  # in the vocabulary's order
        self._starting[token.text] = found
        return found

    def _longest(self, tokens: Sequence[Token], position: int, starting: Sequence[int]) -> list[int]:
        """The longest cues that begin at a token: several where contexts share their words."""
        fitting = [cue for cue in starting if self._follows(tokens, position + 1, self._cues[cue][3])]
        longest = max((len(self._cues[cue][3]) for cue in fitting), default=0)
        return [cue for cue in fitting if len(self._cues[cue][3]) == longest]

    def _follows(self, tokens: Sequence[Token], position: int, rest: Sequence[Sequence[str]]) -> bool:
        if position + len(rest) > len(tokens):
            return False
        following = tokens[position : position + len(rest)]
        return all(
            not self._stems(token.folded, token.text.endswith("ة")).isdisjoint(forms)
            for token, forms in zip(following, rest, strict=True)
        )


def _stems(folded: str, ta_marbuta: bool) -> frozenset[str]:
    """The word and what remains of it as a noun or verb without clitics."""
    return frozenset(split[4] for split in splits(folded, ta_marbuta) if _plausible(split, folded)) | {folded}


def _plausible(split: Split, folded: str) -> bool:
    """The whole word, or clitics that a noun may have, or a verb's conjunction, future س and pronoun; no stem that is too short."""
    cut = Cut._make(split)
    return cut.stem == folded or (
        len(cut.stem) >= SHORTEST
        and not (cut.article and cut.pronoun)
        and (cut.preposition != "ك" or cut.article)
        and cut.pronoun not in ("ك", "كما", "ني")
    )
