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
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

from marsad.event.view import View
from marsad.lexicon.compile import DEMONYM
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.describe import ACTING, ARMED
from marsad.ontology.plover import SUPRANATIONAL
from marsad.record import EventMention, Mention, MentionKind, Participant
from marsad.text.clitic import first_words
from marsad.text.token import tokenize

OUTLET = "JRN"  # a newspaper's country is not what it reports on
MOSTLY = 0.5  # the share of an article's words for countries that one of them must have
LEAST = 2  # sentences that must speak of a country for it to be the context
LOCAL = ACTING | {MentionKind.PLACE, None}
SHORTEST = 4  # folded letters of a stranger's last name that stands for him


@dataclass(frozen=True, slots=True)
class Background:
    """The countries that each sentence of an article speaks of, and the one that the article mostly speaks of."""

    sentences: Mapping[int, Collection[str]]
    kept_to: Set[str]  # those that several sentences speak of
    mostly: str | None

    def country(self, event: EventMention) -> tuple[str, str] | None:
        """The country of an event's parties that have none of their own, and why."""
        found = self._found(event)
        return found if found and found[0] in self.kept_to else None

    def _found(self, event: EventMention) -> tuple[str, str] | None:
        if event.place is not None and event.place.country:
            return event.place.country, f"where it happened: {event.place.name}"
        spoken = self.sentences.get(event.sentence, ())
        if len(spoken) == 1:
            return next(iter(spoken)), "the only country that the sentence speaks of"
        if not spoken and self.mostly:
            return self.mostly, "the country that the article mostly speaks of"
        return None


def background(views: Sequence[View]) -> Background:
    """Count the words for countries in an article's sentences."""
    words = {view.sentence.index: list(_countries(view)) for view in views}
    sentences = {number: dict.fromkeys(countries).keys() for number, countries in words.items()}
    total = Counter(chain.from_iterable(words.values()))
    spoken = Counter(chain.from_iterable(sentences.values()))
    mostly = [country for country, count in total.most_common(1) if count > MOSTLY * total.total()]
    kept_to = frozenset(country for country, count in spoken.items() if count >= LEAST)
    return Background(sentences, kept_to, mostly[0] if mostly else None)


def _countries(view: View) -> Iterable[str]:
    for number in view.having(DEMONYM):
        reading = view.items[number].of(DEMONYM)
        if reading:
            yield view.lexicon.demonyms[reading.entry]
    for number in {item.name.entry for item in view.items if item.name}:
        entry = view.lexicon.name(number)
        if entry.country and entry.sector != OUTLET and entry.country not in SUPRANATIONAL:
            yield entry.country
    yield from (place.country for place in view.places if place.country)


def in_context(events: Sequence[EventMention], views: Sequence[View], lexicon: Lexicon) -> tuple[EventMention, ...]:
    """The events with the country of each party that has none, where the context settles it."""
    if all(party.country for event in events for party in (*event.actors, *event.recipients)):
        return tuple(events)
    told, known = background(views), strangers(views)
    return tuple(_placed(event, told, known, lexicon) for event in events)


def _placed(event: EventMention, told: Background, known: Mapping[str, Mention], lexicon: Lexicon) -> EventMention:
    found = told.country(event)
    sides = []
    for side, other in ((event.actors, event.recipients), (event.recipients, event.actors)):
        named = (_called_so(_named_before(party, known), told.kept_to, lexicon) for party in side)
        across = found is not None and len(told.kept_to) > 1 and any(party.country == found[0] for party in other)
        placed = found if not across else None  # «قتلت السعودية مسلحين», of one country against another
        sides.append(tuple(_party(party, *placed, lexicon) if placed else party for party in named))
    return replace(event, actors=sides[0], recipients=sides[1])


def strangers(views: Sequence[View]) -> dict[str, Mention]:
    """Last names of persons whom only the article knows, with the mention that said what they are.

    «وزير الأوقاف الأردني، الدكتور هايل داود» lets «داود» have Jordan and GOV further on. A name that two bear is left out.
    """
    found: dict[str, Mention | None] = {}
    for view in views:
        for number, phrase in enumerate(view.phrases):
            name = view.items[phrase.stop - 1]
            personal = name.tag == "unknown" or name.stranger is not None
            mention = view.mention(number) if personal and phrase.stop - phrase.start > 1 else None
            if mention is None or mention.kind is not MentionKind.PERSON or len(name.token.folded) < SHORTEST:
                continue
            said = mention if mention.country else _apposed_to(view, number)
            earlier = found.get(name.token.folded, said)
            found[name.token.folded] = said if said and earlier and earlier.country == said.country else None
    return {name: mention for name, mention in found.items() if mention is not None and mention.country}


def _apposed_to(view: View, number: int) -> Mention | None:
    """The office before a comma that the named person holds."""
    before = number - 2 if number > 1 and view.item_of(number - 1).token.text in "،," else number - 1
    mention = view.mention(before) if before >= 0 and view.phrases[before].kind == "np" else None
    return mention if mention is not None and mention.kind is MentionKind.PERSON and mention.country else None


def _named_before(party: Participant, known: Mapping[str, Mention]) -> Participant:
    words = _words(party) if known and not party.country and not party.entity else []
    said = known.get(words[0]) if len(words) == 1 else None
    if said is None:
        return party
    return replace(
        party, kind=MentionKind.PERSON, country=said.country, sector=party.sector or said.sector,
        rule=f"{party.rule}+named_before", reason="named in full before",
    )  # fmt: skip


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


def _called_so(party: Participant, countries: Set[str], lexicon: Lexicon) -> Participant:
    """«المتمردون»: what only one of the countries that the article keeps to has under that name."""
    if party.country or party.entity or party.members:
        return party
    found = {c: e for c in countries for key in _whole(party) if (e := lexicon.institution(key, c))}
    if len(found) != 1:
        return party
    ((country, entry),) = found.items()
    return replace(
        party, country=country, entity=entry.id, sector=entry.sector or party.sector, rule=f"{party.rule}+context",
        reason=f"{country}: only there is anyone called so, of the countries that the article speaks of",
    )  # fmt: skip


def _whole(party: Participant) -> list[str]:
    words = _words(party)
    return [" ".join([first, *words[1:]]) for first, _, _ in first_words(words[0])] if words else []


def _institution(party: Participant, country: str, lexicon: Lexicon) -> Participant:
    """«الجيش», «المقاومة الشعبية»: the body that is called so in the country, or to which the party belongs."""
    words = _words(party)
    for start in range(len(words)):
        firsts = [first for first, _, _ in first_words(words[start])] if start == 0 else [words[start]]
        for first in firsts:
            entry = lexicon.institution(" ".join([first, *words[start + 1 :]]), country)
            if entry is not None and start == 0:
                return replace(party, entity=entry.id, sector=entry.sector or party.sector)
            if entry is not None and (party.sector is None or party.sector in ARMED):
                return replace(party, sector=entry.sector or party.sector)
    return party
