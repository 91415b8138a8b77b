"""An event while it is put together: a trigger, what fills its frame, and its parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.event.candidate import Candidate
from marsad.event.roles.fill import fill
from marsad.event.roles.party import dropped_party, participants, pronoun_party
from marsad.event.roles.slots import Slots
from marsad.event.view import View
from marsad.record import Casualty, MentionKind, Participant

VIOLENT = frozenset({"ASSAULT"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate with its slots, parties and losses."""

    candidate: Candidate
    slots: Slots
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    casualties: tuple[Casualty, ...] = ()

    @property
    def violent(self) -> bool:
        """Whether people may come to harm by it."""
        return self.candidate.trigger.type in VIOLENT


def draft(view: View, candidate: Candidate) -> Draft:
    """The draft of a candidate by the frame of its own trigger; no party is on both sides."""
    slots = fill(view, candidate)
    actors = (
        participants(view, candidate, slots, "actor")
        or pronoun_party(view, candidate, "actor")
        or dropped_party(view, candidate, slots)
    )
    taken = {actor.span for actor in actors}
    named = participants(view, candidate, slots, "recipient") or pronoun_party(view, candidate, "recipient")
    found = (p for p in named if p.span not in taken)
    if candidate.trigger.type == "CONSULT":
        found = (p for p in found if p.kind is not MentionKind.PLACE or _abroad(p, actors))
    return Draft(candidate, slots, actors, tuple(found))


def _abroad(place: Participant, actors: Sequence[Participant]) -> bool:
    """«زار بيروت»: a place stands for its hosts where the visitor is known to be from another country."""
    return place.country is not None and any(a.country and a.country != place.country for a in actors)
