"""Ties events to the reports that cover them."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claim.speech import Report
from marsad.record import Claim, Participant
from marsad.span import Span

# Types that are speech themselves: their speaker is the actor, not a source.
SPEECH_ACTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


def find_claim(reports: Sequence[Report], item: int, type_: str, actors: Sequence[Participant]) -> Claim | None:
    """The innermost report that covers the trigger at ``item``, if another than the actor of a speech act makes it."""
    covering = [r for r in reports if r.start <= item < r.stop and r.item != item and r.speaker is not None]
    for report in reversed(covering):
        speaker = report.speaker
        own = (
            type_ in SPEECH_ACTS and (report.bare or any(same_party(speaker, actor) for actor in actors))
            if speaker
            else True
        )
        if speaker is None or own:  # «أكد دعم بلاده»: the speech is the act
            continue
        return Claim(speaker, report.cue, report.stance, report.direct, report.rule)
    return None


def same_party(one: Participant, other: Participant) -> bool:
    """The same words or the same known entity."""
    if one.entity is not None and one.entity == other.entity:
        return True
    return Span(*one.span).overlaps(other.span)
