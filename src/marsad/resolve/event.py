"""Mentions of one event in one article: said in the title, told again in the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.record import EventMention, Participant

REACH = 6  # sentences back to which a mention may repeat an event


def number_events(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions with ``event`` set, from 1 in order of first mention.

    Two mentions are one event when type and status agree, nothing that both give
    contradicts, and a party, the trigger's lemma or the place ties them.
    """
    numbered: list[EventMention] = []
    for mention in mentions:
        same = next((earlier for earlier in reversed(numbered) if same_event(earlier, mention)), None)
        number = same.event if same else 1 + max((m.event for m in numbered), default=0)
        numbered.append(replace(mention, event=number))
    return tuple(numbered)


def same_event(earlier: EventMention, later: EventMention) -> bool:
    """Whether two mentions, in this order, are of one event."""
    if earlier.type != later.type or later.sentence - earlier.sentence > REACH or later.sentence == earlier.sentence:
        return False
    if earlier.status != later.status or _contradict(earlier, later):
        return False
    shared = _overlap(earlier.actors, later.actors) or _overlap(earlier.recipients, later.recipients)
    return (earlier.lemma == later.lemma and (shared or not (earlier.actors and later.actors))) or (
        shared and earlier.mode == later.mode
    )


def _contradict(one: EventMention, other: EventMention) -> bool:
    """Different days, places or parties that both give."""
    days = (one.time.value if one.time else None, other.time.value if other.time else None)
    places = (one.place.id if one.place else None, other.place.id if other.place else None)
    return any(a and b and a != b for a, b in (days, places)) or any(
        a and b and not _overlap(a, b) for a, b in ((one.actors, other.actors), (one.recipients, other.recipients))
    )


def _overlap(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """A party of both: the same entity, the same words, or the same country and sector."""
    return any(
        (a.entity and a.entity == b.entity)
        or a.text == b.text
        or (a.country and (a.country, a.sector) == (b.country, b.sector))
        for a in one
        for b in other
    )
