"""Ties events to the reports that cover them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from marsad.claim.speech import Report
from marsad.lexicon.trigger import SPEECH_TYPES
from marsad.record import Claim, Participant
from marsad.span import Span

# Acts that are done by being announced: «أعلنت واشنطن فرض عقوبات على المصرف».
DONE_BY_SAYING = frozenset({"SANCTION", "CONCEDE"})
NEAR = 3  # items between a speech verb's opening and the event noun that is its object


def find_claim(reports: Sequence[Report], item: int, type_: str, actors: Sequence[Participant]) -> Claim | None:
    """The innermost report that covers the trigger at ``item``, if another than the actor of a speech act makes it.

    Those whose reports it stands in are whom it came through.
    """
    covering = ((r, r.speaker) for r in reversed(reports) if r.start <= item < r.stop and r.item != item and r.speaker)
    for report, speaker in covering:
        if not _own_act(report, item, type_, speaker, actors):
            via = _through(islice(covering, LONGEST_CHAIN), speaker)
            return Claim(speaker, report.cue, report.stance, report.direct, report.rule, report.others, via)
    return None


PASSING_ON = frozenset({"asserts", "alleges"})
LONGEST_CHAIN = 4  # reports that one may stand in


def _through(outer: Iterable[tuple[Report, Participant]], speaker: Participant) -> tuple[Participant, ...]:
    """The speakers of the reports around one, given innermost first, in the order of the telling; each once."""
    found = [speaker]
    for report, other in outer:
        if report.stance in PASSING_ON and not any(same_party(other, known) for known in found):
            found.append(other)
    return tuple(reversed(found[1:]))


def _own_act(report: Report, item: int, type_: str, speaker: Participant, actors: Sequence[Participant]) -> bool:
    """«أكد دعم بلاده», «أعلنت واشنطن فرض عقوبات»: the speech is the act."""
    own = any(same_party(speaker, actor) for actor in actors)
    if type_ in SPEECH_TYPES:  # speech itself: its speaker is the actor, not a source
        return report.bare or own
    object_ = (report.bare or report.direct) and item - report.start <= NEAR  # «أعلنت القيادة «هدنة إنسانية»»
    return type_ in DONE_BY_SAYING and own and object_


def same_party(one: Participant, other: Participant) -> bool:
    """The same words or the same known entity."""
    if one.entity is not None and one.entity == other.entity:
        return True
    return Span(*one.span).overlaps(other.span)
