"""Persons whom the knowledge base does not hold: grouped within the article, with what the text says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from marsad.event.view import View
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.name import NameMatch
from marsad.mention.proper.material import Material
from marsad.mention.proper.person import PersonName, find_persons
from marsad.record import Entity, Mention, MentionKind, Sentence
from marsad.span import Span
from marsad.text.clitic import first_words

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
    surnames = _surnames(words, material.lexicon)
    names = (
        [_with_surnames(s, found, held, surnames) for s, found, held in zip(sentences, first, taken, strict=True)]
        if surnames
        else first
    )
    return Strangers(names, group({*words, *((surname,) for surname in surnames)}))


def _surnames(names: Sequence[Words], lexicon: Lexicon) -> Set[str]:
    """Last names that one full name alone ends in and that are no other word."""
    owners = Counter(words[-1] for words in set(names) if len(words) > 1)
    return {
        word
        for word, count in owners.items()
        if count == 1 and len(word) >= SHORTEST and not lexicon.knows(word) and word not in lexicon.particles
    }


def _with_surnames(
    sentence: Sentence, found: Sequence[PersonName], taken: Set[int], surnames: Set[str]
) -> Sequence[PersonName]:
    """The names of a sentence and the surnames that stand alone in it, in order."""
    held = taken | {n for name in found for n in range(name.start, name.stop)}
    alone = [
        PersonName(number, number + 1, SURNAME, preposition, conjunction)
        for number, token in enumerate(sentence.tokens)
        if number not in held and token.kind == "word"
        for form, preposition, conjunction in first_words(token.folded)
        if form in surnames
    ]
    return sorted((*found, *alone)) if alone else found


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


class Sighting(NamedTuple):
    """A name of a stranger in the text, with the country and sector that the phrase around it gives."""

    words: Words
    span: Span
    text: str
    country: str | None
    sector: str | None


def stranger_entities(views: Sequence[View], full: Mapping[Words, Words]) -> list[Entity]:
    """An entity for each unknown person, numbered ``article:1`` on, in order of first mention."""
    seen: dict[Words, list[Sighting]] = {}
    for view in views:
        for sighting in _sightings(view):
            seen.setdefault(full.get(sighting.words, sighting.words), []).append(sighting)
    return [_entity(number, found) for number, found in enumerate(seen.values(), 1)]


def _entity(number: int, found: Sequence[Sighting]) -> Entity:
    longest = max(found, key=lambda sighting: len(sighting.words))
    return Entity(
        f"article:{number}", MentionKind.PERSON, longest.text, None, _first(s.country for s in found),
        _first(s.sector for s in found), tuple(s.span for s in found), reason=UNRESOLVED,
    )  # fmt: skip


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _sightings(view: View) -> Iterator[Sighting]:
    for number, item in enumerate(view.items):
        name = item.stranger
        if name is None or name.start != number:
            continue
        span = Span(item.span.start, view.items[name.stop - 1].token.span.stop)
        mention = view.mention(view.phrase_of(number))
        said = (
            mention
            if mention is not None and mention.kind is MentionKind.PERSON
            else Mention(span, MentionKind.PERSON, "")
        )
        yield Sighting(name.words(view.sentence.tokens), span, span.of(view.text), said.country, said.sector)
