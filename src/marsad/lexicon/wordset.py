"""A set of words and phrases of a trigger's condition, asked for at one item of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Stems = frozenset[str]  # a folded word and what remains of it without clitics


class WordSet(NamedTuple):
    """Single words, and phrases of several by their first word. All folded."""

    words: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]

    def __bool__(self) -> bool:
        """Whether there is anything to ask for."""
        return bool(self.words or self.phrases)

    def among(self, stems: Stems) -> bool:
        """Whether any of its words, or first words of phrases, is among the stems of a sentence; if none is, none is at any position."""
        return not self.words.isdisjoint(stems) or not stems.isdisjoint(self.phrases)

    def at(self, words: Sequence[Stems], position: int) -> bool:
        """Whether a word or phrase of the set stands at ``position`` of a sentence, of which ``words`` are the stems word by word."""
        here = words[position]
        if not here.isdisjoint(self.words):
            return True
        if not self.phrases:
            return False
        begun = [first for first in here if first in self.phrases]
        return bool(begun) and any(
            _follow(words, position + 1, rest) for first in begun for rest in self.phrases[first]
        )


def _follow(words: Sequence[Stems], start: int, rest: tuple[str, ...]) -> bool:
    return start + len(rest) <= len(words) and all(word in words[start + n] for n, word in enumerate(rest))


def word_set(listed: Iterable[str]) -> WordSet:
    """The set of a list of folded words and phrases."""
    words, phrases = set(), dict[str, list[tuple[str, ...]]]()
    for entry in listed:
        first, *rest = entry.split()
        if rest:
            phrases.setdefault(first, []).append(tuple(rest))
        else:
            words.add(first)
    return WordSet(frozenset(words), {first: tuple(found) for first, found in phrases.items()})
