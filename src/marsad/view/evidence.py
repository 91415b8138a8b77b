"""Which words of the text speak for an event, and in which role: what every surface marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from marsad.record import EventMention
from marsad.span import Span

CUE = "cue"  # a speech verb, a negation, a tense: what a decision rests on beside the roles


class Mark(NamedTuple):
    """Words in a role."""

    span: Span
    role: str


def evidence(event: EventMention) -> list[Mark]:
    """The evidence of an event in order, each span once a role."""
    return sorted(set(_marks(event)))


def _marks(event: EventMention) -> Iterator[Mark]:
    yield Mark(event.trigger, "trigger")
    yield from _each("actor", (party.span for party in event.actors))
    yield from _each("recipient", (party.span for party in event.recipients))
    yield from _each("loss", (casualty.quantity.span for casualty in event.casualties))
    if event.place:
        yield Mark(event.place.span, "place")
    if event.time:
        yield Mark(event.time.span, "time")
    if event.claim:
        yield from _each("source", (party.span for party in (event.claim.speaker, *event.claim.others)))
        yield Mark(event.claim.cue, CUE)
    yield from _each(CUE, event.evidence.values())


def _each(role: str, spans: Iterable[Span]) -> Iterator[Mark]:
    return (Mark(span, role) for span in spans)
