"""Persons whom the knowledge base does not hold: grouped within the article, with what the text says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from marsad.lexicon.lexicon import Lexicon
from marsad.lexicon.name_index import folded_words
from marsad.mention.name import NameMatch
from marsad.mention.proper.context import Line, spoken
from marsad.mention.proper.material import Material
from marsad.mention.proper.person import ROYAL, PersonName, find_persons
from marsad.record import Entity, Mention, MentionKind, Sentence
from marsad.text.clitic import first_words, written_forms

Words = tuple[str, ...]
SURNAME = "surname"  # the rule of one that stands alone after the full name
SHORTEST = 4  # folded letters of a surname that may stand alone


class Strangers(NamedTuple):
    """The unknown persons of an article: their names in each sentence, and the full name that each way to name one goes by."""

    names: Sequence[Sequence[PersonName]]
    full: Mapping[Words, Words]


def find_strangers(
    sentences: Sequence[Sentence], matches: Sequence[Sequence[NameMatch]], material: Material
) -> Strangers:
    """Names of unknown persons in every sentence, surnames alone included once the full name has been given."""
    taken = [frozenset(n for match in found for n in range(match.start, match.stop)) for found in matches]
    first = [find_persons(s.tokens, held, material) for s, held in zip(sentences, taken, strict=True)]
    words = [name.words(s.tokens) for s, found in zip(sentences, first, strict=True) for name in found]
    surnames = _surnames(words)
    if not surnames:
        return Strangers(first, group(frozenset(words)))
    alone = frozenset(word for word in surnames if _only_a_name(word, material.lexicon))
    written = frozenset(form for word in surnames for form in written_forms(word))
    names = [
        _with_surnames(s, found, held, surnames, alone, written, material)
        for s, found, held in zip(sentences, first, taken, strict=True)
    ]
    return Strangers(names, group(frozenset(words) | {(surname,) for surname in surnames}))


def _surnames(names: Sequence[Words]) -> frozenset[str]:
    """Last names that one full name alone ends in."""
    owners = Counter(words[-1] for words in set(names) if len(words) > 1)
    return frozenset(word for word, count in owners.items() if count == 1 and len(word) >= SHORTEST)


def _only_a_name(word: str, lexicon: Lexicon) -> bool:
    return not lexicon.knows(word) and word not in lexicon.particles


def _with_surnames(
    sentence: Sentence,
    found: Sequence[PersonName],
    taken: Set[int],
    surnames: Set[str],
    alone: Set[str],
    written: Set[str],
    material: Material,
) -> Sequence[PersonName]:
    """The names of a sentence and the surnames in it, in order: those in ``alone`` anywhere, the rest after a verb of saying.

    ``written`` is every form that they may have with clitics.
    """
    found = [_as_surname(name, sentence, surnames) for name in found]
    held = taken | {n for name in found for n in range(name.start, name.stop)}
    single = [
        PersonName(number, number + 1, SURNAME, preposition, conjunction)
        for number, token in enumerate(sentence.tokens)
        if token.folded in written and number not in held and token.kind == "word"
        for form, preposition, conjunction in first_words(token.folded)
        if form in alone
        or (form in surnames and not preposition and spoken(Line(sentence.tokens, held, material), number))
    ]
    return sorted((*found, *single)) if single else found


def _as_surname(name: PersonName, sentence: Sentence, surnames: Set[str]) -> PersonName:
    """One that stands alone and ends a full name of the article goes by the rule of those."""
    words = name.words(sentence.tokens)
    return name._replace(rule=SURNAME) if len(words) == 1 and words[0] in surnames else name


def group(names: Set[Words]) -> dict[Words, Words]:
    """Each name → the full name that it is short for: the one longer name that begins or ends with it, else itself."""
    ends: dict[Words, set[Words]] = {}
    for words in names:
        for cut in range(1, len(words)):
            ends.setdefault(words[:cut], set()).add(words)
            ends.setdefault(words[cut:], set()).add(words)
    return {words: _full(words, ends) for words in names}


def _full(words: Words, ends: Mapping[Words, set[Words]]) -> Words:
    longer = sorted(ends.get(words, ()), key=len)
    nested = all(short == long[: len(short)] or short == long[-len(short) :] for short, long in pairwise(longer))
    return longer[-1] if longer and nested else words


UNRESOLVED = "unresolved: not in the knowledge base"


def stranger_entities(proper: Iterable[Mention], text: str, full: Mapping[Words, Words]) -> list[Entity]:
    """An entity for each unknown person and body, numbered ``article:1`` on, in order of first mention.

    ``proper`` are the names of the article in order, ``full`` the longer name that each way to name a person is short for.
    """
    seen: dict[tuple[MentionKind, Words], list[Mention]] = {}
    for mention in proper:
        if mention.entity is None and mention.kind in NAMED:
            words = _untitled(tuple(folded_words(mention.span.of(text))))
            seen.setdefault((mention.kind, full.get(words, words)), []).append(mention)
    return [_entity(number, kind, found, text) for number, ((kind, _), found) in enumerate(seen.items(), 1)]


def _untitled(words: Words) -> Words:
    """A name without the king's or prince's title that belongs to it."""
    return words[1:] if len(words) > 1 and words[0] in ROYAL else words


NAMED = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})


def _entity(number: int, kind: MentionKind, found: Sequence[Mention], text: str) -> Entity:
    spans = tuple(mention.span for mention in found)
    return Entity(
        f"article:{number}", kind, max((span.of(text) for span in spans), key=len), None, _first(m.country for m in found),
        _first(m.sector for m in found), spans, reason=UNRESOLVED,
    )  # fmt: skip


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
