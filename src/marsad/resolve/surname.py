"""Short names that an article earns by giving the full name first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marsad.lexicon.lexicon import Lexicon, NameEntry
from marsad.lexicon.name_index import folded_words
from marsad.mention.name import NameMatch

SHORTEST = 4  # folded letters of a surname that may stand alone
NameIndex = dict[str, list[list[Any]]]


def article_names(named: Iterable[NameMatch], lexicon: Lexicon) -> NameIndex:
    """An index of surnames for the persons that an article names in full, from its ``named`` entities.

    «خلوصي أكار» lets «أكار» be found; two persons with one surname let neither.
    """
    persons = {m.entry for m in named if m.stop - m.start > 1 and lexicon.name(m.entry).kind == "person"}
    owners: dict[tuple[str, ...], set[int]] = {}
    for number in persons:
        for surname in surnames(lexicon.name(number)):
            if _distinct(surname, lexicon):
                owners.setdefault(surname, set()).add(number)
    return _index((surname, numbers.pop()) for surname, numbers in owners.items() if len(numbers) == 1)


def surnames(person: NameEntry) -> set[tuple[str, ...]]:
    """What may stand for a person alone: all names but the first, and the last."""
    found = set()
    for form in (person.name, *person.aliases):
        words = tuple(folded_words(form))
        if len(words) > 1:
            found |= {words[1:], *_last(words, person)}
    return {words for words in found if sum(map(len, words)) >= SHORTEST}


def _last(words: tuple[str, ...], person: NameEntry) -> set[tuple[str, ...]]:
    """The last name alone, unless it is half of «عبد الله» or «نور الدين», or the entry says that it is a common word."""
    compound = (
        words[-2] == "عبد" or words[-1] in ("الله", "الدين") or (words[-1].startswith("عبد") and len(words[-1]) > 5)
    )
    return set() if person.ambiguous or compound else {words[-1:]}


def _distinct(surname: tuple[str, ...], lexicon: Lexicon) -> bool:
    """A surname that is also a common word or another known name stays with its full name."""
    first = surname[0]
    return len(surname) > 1 or (
        first not in lexicon.particles and f"{first}" not in lexicon.name_index and not lexicon.knows(first)
    )


def _index(pairs: Iterable[tuple[tuple[str, ...], int]]) -> NameIndex:
    index: NameIndex = {}
    for (first, *rest), number in pairs:
        index.setdefault(first, []).append([list(rest), number])
    return index
