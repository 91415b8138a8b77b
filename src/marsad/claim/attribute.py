"""Ties events to the reports that cover them."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claim.speech import Report
from marsad.record import Claim, Participant
from marsad.span import Span

# Types that are speech themselves: their speaker is the actor, not a source.
SPEECH_ACTS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


# Acts that are done by being announced: «أعلنت واشنطن فرض عقوبات على المصرف».
DONE_BY_SAYING = frozenset({"SANCTION", "CONCEDE"})
NEAR = 3  # items between a speech verb's opening and the event noun that is its object


def find_claim(reports: Sequence[Report], item: int, type_: str, actors: Sequence[Participant]) -> Claim | None:
    """The innermost report that covers the trigger at ``item``, if another than the actor of a speech act makes it."""
    for report in reversed(reports):
        covers = report.start <= item < report.stop and report.item != item
        speaker = report.speaker
        if covers and speaker is not None and not _own_act(report, item, type_, speaker, actors):
            return Claim(speaker, report.cue, report.stance, report.direct, report.rule, report.others)
    return None


def _own_act(report: Report, item: int, type_: str, speaker: Participant, actors: Sequence[Participant]) -> bool:
    """«أكد دعم بلاده», «أعلنت واشنطن فرض عقوبات»: the speech is the act."""
    own = any(same_party(speaker, actor) for actor in actors)
    if type_ in SPEECH_ACTS:
        return report.bare or own
    object_ = (report.bare or report.direct) and item - report.start <= NEAR  # «أعلنت القيادة «هدنة إنسانية»»
    return type_ in DONE_BY_SAYING and own and object_


def same_party(one: Participant, other: Participant) -> bool:
    """The same words or the same known entity."""
    if one.entity is not None and one.entity == other.entity:
        return True
    return Span(*one.span).overlaps(other.span)
