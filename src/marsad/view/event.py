"""The fields of an event, brought together from its mentions, as labels and lines of words.

Where an event is told more than once, each value bears the number of the mention that gives it (``‹2›``), as the
sentences under the fields do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from marsad.record import Casualty, Contradiction, Event, Participant, Place, Sourced, Time
from marsad.view.wording import Wording

Row = tuple[str, str]


class EventWording:
    """Words for one event of an article."""

    def __init__(self, wording: Wording, event: Event) -> None:
        """Number the event's mentions from 1."""
        self.say = wording
        self.event = event
        several = len(event.mentions) > 1
        self._numbers: Mapping[int, int] = {m: n for n, m in enumerate(event.mentions, 1)} if several else {}

    def mark(self, *mentions: int) -> str:
        """`` ‹2›`` for the second mention; nothing where there is one alone."""
        return "".join(f" ‹{self._numbers[mention]}›" for mention in mentions if mention in self._numbers)

    def rows(self) -> Iterator[Row]:
        """The fields that the article gives, in the order in which a reader asks for them."""
        event, say = self.event, self.say
        yield self._who()
        if event.time:
            yield say.label("when"), say.time(event.time.value) + self.mark(event.time.mention)
        if event.place:
            yield say.label("where"), say.place(event.place.value) + self.mark(event.place.mention)
        yield say.label("status"), say.label(event.status.value)
        yield from self._claims()
        if event.casualties:
            losses = (say.casualties((c.value,)) + self.mark(c.mention) for c in event.casualties)
            yield say.label("losses"), say.list(losses)
        yield say.label("confidence"), self._confidence()

    def contradictions(self) -> Iterator[str]:
        """For each field on which mentions differ, all values: ``killed: 12 (…) ‹1› ≠ 15 (…) ‹2›``."""
        return (f"{self.say.label('contradictions')} {self._contradiction(c)}" for c in self.event.contradictions)

    def _who(self) -> Row:
        event, say = self.event, self.say
        if event.recipients:
            arrow = " ← " if say.language == "ar" else " → "
            return say.label("who"), self._side(event.actors) + arrow + self._side(event.recipients)
        return say.label("together" if len(event.actors) > 1 else "actor"), self._side(event.actors)

    def _side(self, parties: Sequence[Sourced[Participant]]) -> str:
        words = self.say.parties(party.value for party in parties)
        return words + (self.mark(parties[0].mention) if parties else "")

    def _claims(self) -> Iterator[Row]:
        event, say = self.event, self.say
        for claim in event.claims:
            yield say.label("claimed by"), say.claim(claim.value) + self.mark(claim.mention)
        if event.claims and event.unattributed:
            yield say.label("claimed by"), say.label("outlet") + self.mark(*event.unattributed)

    def _confidence(self) -> str:
        mentions = (self.say.article.events[number] for number in self.event.mentions)
        return self.say.list(
            f"{mention.confidence:.2f}{self.mark(number)}"
            for number, mention in zip(self.event.mentions, mentions, strict=True)
        )

    def _contradiction(self, found: Contradiction) -> str:
        field = {"time": "when", "place": "where"}.get(found.field, found.field)
        values = " ≠ ".join(self._value(value.value) + self.mark(value.mention) for value in found.values)
        return values if isinstance(found.values[0].value, Casualty) else f"{self.say.label(field)}: {values}"

    def _value(self, value: Time | Place | Casualty | str) -> str:
        if isinstance(value, Time):
            return self.say.time(value)
        if isinstance(value, Place):
            return self.say.place(value)
        return self.say.label(value) if isinstance(value, str) else self.say.casualties((value,))
