"""Whose the parties are that no word of theirs says: «الجيش», «ثلاثة مدنيين», «المتظاهرون» are of the country spoken of.

A newspaper names the country once and leaves it out after that. The country is taken, in this order, from the place where
the event happened, from the one country that the sentence speaks of, and from the one that the article mostly speaks of;
the party's reason says which. One sentence alone settles nothing: that an attack was in Baghdad does not make the wounded
Iraqis, and only an article that keeps to a country in several sentences is about its people. Parties from abroad by their
own words («أجانب»، «قوات دولية») and those of a body above states stay as they are, and where two countries are spoken of
alike nothing is decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from marsad.event.view import View
from marsad.lexicon.compile import DEMONYM
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.describe import ACTING
from marsad.ontology.plover import SUPRANATIONAL
from marsad.record import EventMention, MentionKind, Participant
from marsad.text.clitic import first_words
from marsad.text.token import tokenize

OUTLET = "JRN"  # a newspaper's country is not what it reports on
MOSTLY = 0.5  # the share of an article's words for countries that one of them must have
LEAST = 2  # sentences that must speak of a country for it to be the context
LOCAL = ACTING | {MentionKind.PLACE}


@dataclass(frozen=True, slots=True)
class Background:
    """The countries that each sentence of an article speaks of, and the one that the article mostly speaks of."""

    sentences: Mapping[int, Counter[str]]
    kept_to: Set[str]  # those that several sentences speak of
    mostly: str | None

    def country(self, event: EventMention) -> tuple[str, str] | None:
        """The country of an event's parties that have none of their own, and why."""
        found = self._found(event)
        return found if found and found[0] in self.kept_to else None

    def _found(self, event: EventMention) -> tuple[str, str] | None:
        if event.place is not None and event.place.country:
            return event.place.country, f"where it happened: {event.place.name}"
        spoken = self.sentences.get(event.sentence, Counter())
        if len(spoken) == 1:
            return next(iter(spoken)), "the only country that the sentence speaks of"
        if not spoken and self.mostly:
            return self.mostly, "the country that the article mostly speaks of"
        return None


def background(views: Sequence[View]) -> Background:
    """Count the words for countries in an article's sentences."""
    sentences = {view.sentence.index: Counter(_countries(view)) for view in views}
    total: Counter[str] = sum(sentences.values(), Counter())
    spoken = Counter(country for countries in sentences.values() for country in countries)
    mostly = [country for country, count in total.most_common(1) if count > MOSTLY * total.total()]
    kept_to = frozenset(country for country, count in spoken.items() if count >= LEAST)
    return Background(sentences, kept_to, mostly[0] if mostly else None)


def _countries(view: View) -> Iterable[str]:
    for item in view.items:
        reading = item.of(DEMONYM)
        if reading:
            yield view.lexicon.demonyms[reading.entry]
    for number in {item.name.entry for item in view.items if item.name}:
        entry = view.lexicon.name(number)
        if entry.country and entry.sector != OUTLET and entry.country not in SUPRANATIONAL:
            yield entry.country
    yield from (place.country for place in view.places if place.country)


def in_context(
    events: Sequence[EventMention], views: Sequence[View], lexicon: Lexicon
) -> tuple[EventMention, ...]:
    """The events with the country of each party that has none, where the context settles it."""
    if all(party.country for event in events for party in (*event.actors, *event.recipients)):
        return tuple(events)
    told = background(views)
    return tuple(_placed(event, told, lexicon) for event in events)


def _placed(event: EventMention, told: Background, lexicon: Lexicon) -> EventMention:
    found = told.country(event)
    if found is None:
        return event
    sides = ((_party(p, *found, lexicon) for p in side) for side in (event.actors, event.recipients))
    actors, recipients = map(tuple, sides)
    return replace(event, actors=actors, recipients=recipients)


def _party(party: Participant, country: str, reason: str, lexicon: Lexicon) -> Participant:
    if party.country or party.entity or party.members or party.kind not in LOCAL or _from_abroad(party, lexicon):
        return party
    known = replace(party, country=country, reason=f"{country}: {reason}", rule=f"{party.rule}+context")
    return _institution(known, country, lexicon)


def _from_abroad(party: Participant, lexicon: Lexicon) -> bool:
    words = {word.removeprefix("ال") for word in _words(party)}
    return bool(words & lexicon.abroad)


def _words(party: Participant) -> list[str]:
    return [token.folded for token in tokenize(party.text) if token.kind == "word"]


def _institution(party: Participant, country: str, lexicon: Lexicon) -> Participant:
    """«الجيش», «المقاومة الشعبية»: the body that is called so in the country, or to which the party belongs."""
    words = _words(party)
    for start in range(len(words)):
        firsts = [first for first, _, _ in first_words(words[start])] if start == 0 else [words[start]]
        for first in firsts:
            entry = lexicon.institution(" ".join([first, *words[start + 1 :]]), country)
            if entry is not None and start == 0:
                return replace(party, entity=entry.id, sector=entry.sector or party.sector)
            if entry is not None and party.kind is MentionKind.GROUP:
                return replace(party, sector=entry.sector or party.sector)
    return party
