"""Confidence: a logistic sum of named features, so that a reader can see why.

The weights lie in ``lexicon/confidence.yaml``; a feature without a weight counts nothing, and types with many labels have
weights of their own over the general ones. What the whole sentence's words
add (:mod:`marsad.event.wording`) stands in that feature's name.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from marsad.event.candidate import Candidate
from marsad.event.wording import FEATURE, worth_of
from marsad.mention.describe import ARMED
from marsad.record import Participant


def features(
    candidate: Candidate,
    actors: tuple[Participant, ...],
    recipients: tuple[Participant, ...],
    facts: Mapping[str, bool],
) -> Iterator[str]:
    """The names of the features that hold. ``facts`` are those found elsewhere, by name."""
    yield "bias"
    yield f"weight={candidate.trigger.weight}"
    yield f"type={candidate.trigger.type}"
    yield from _form(candidate, people=facts.get("people", False))
    yield from _parties("actor", actors)
    yield from _parties("recipient", recipients)
    if not actors and not recipients:
        yield "nobody"
    if any(actor.sector in ARMED for actor in actors):
        yield "armed_actor"
    yield from (name for name, holds in facts.items() if holds)


def _form(candidate: Candidate, *, people: bool) -> Iterator[str]:
    """The trigger's grammar: a definite or plural noun tells of known or many events more often than of a new one."""
    reading = candidate.reading
    if not people:
        yield "verb" if candidate.verbal else "participle" if reading.pos == "participle" else "noun"
    if candidate.trigger.kind == "act":
        yield f"act={candidate.trigger.weight}"
    elif candidate.needed:
        yield "needed"
    if candidate.verbal:
        yield f"verb={reading.pos}"
    elif reading.cut.article:
        yield "definite_noun"
    elif reading.agreement.endswith("p"):
        yield "plural_noun"


def _parties(role: str, parties: tuple[Participant, ...]) -> Iterator[str]:
    if parties:
        yield role
    if any(party.country or party.sector for party in parties):
        yield f"{role}_coded"


def confidence(names: list[str], weights: Mapping[str, float]) -> float:
    """The probability that the event is one, 0 to 1, rounded to three places; ``weights`` are those of its type."""
    total = sum(worth_of(name) if name.startswith(FEATURE) else weights.get(name, 0.0) for name in names)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)
