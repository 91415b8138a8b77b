"""What the events of a sentence lend each other: an attack and the verb that tells of it, an attack and its aim, a word and
whoever speaks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.claim.report import Report
from marsad.event.draft import Draft
from marsad.event.reach import disperses
from marsad.event.view import View
from marsad.lexicon.trigger import SPEECH_TYPES
from marsad.record import Participant


def with_means(drafts: list[Draft]) -> list[Draft]:
    """«رد الحارس بإطلاق النار»: the act by which another is done has its doer."""
    return [replace(d, actors=_by_whom(d, drafts)) if d.violent and not d.actors else d for d in drafts]


MEANS_REACH = 6  # items between a verb and its means


def _by_whom(draft: Draft, drafts: Sequence[Draft]) -> tuple[Participant, ...]:
    """The actors of the violent verb right before an act with بـ."""
    cut, at = draft.candidate.reading.cut, draft.candidate.item
    before = [d for d in drafts if 0 < at - d.candidate.item <= MEANS_REACH]
    if cut.preposition != "ب" or not before or not (before[-1].violent and before[-1].candidate.verbal):
        return ()
    return tuple(replace(party, rule=f"means:{party.rule}") for party in before[-1].actors)


AIM_REACH = 12  # items between an attack and the maṣdar that tells its aim


def with_aims(view: View, drafts: list[Draft]) -> list[Draft]:
    """«هجوم شنه الجيش … للاستيلاء على العاصمة», «أطلقت الرصاص لتفريق متظاهرين»: an attack without a target has its aim's."""
    return [replace(d, recipients=_aim(view, d, drafts)) if d.violent and not d.recipients else d for d in drafts]


def _aim(view: View, draft: Draft, drafts: Sequence[Draft]) -> tuple[Participant, ...]:
    at = draft.candidate.item
    for other in drafts:
        purpose = other.candidate.reading.pos == "masdar" and other.candidate.reading.cut.preposition == "ل"
        harms = other.violent or disperses(other.candidate)
        if purpose and 0 < other.candidate.item - at <= AIM_REACH and harms:
            return tuple(replace(party, rule=f"aim:{party.rule}") for party in other.recipients)
    return ()


def with_speakers(view: View, drafts: list[Draft], reports: Sequence[Report]) -> list[Draft]:
    """«وإيران تقول إنه غير مقبول»: a verdict without a doer, inside a speech, is its speaker's."""
    return [_spoken(d, _speaker(d, reports)) if _verdict(d) else d for d in drafts]


def _spoken(draft: Draft, speaker: tuple[Participant, ...]) -> Draft:
    """A draft with its speaker in the place of a subject that it only shares with the clause before."""
    others = tuple(a for a in draft.actors if not a.rule.startswith("shared_subject"))
    return replace(draft, actors=(*speaker, *others)) if speaker else draft


def _verdict(draft: Draft) -> bool:
    """A fixed phrase of speech («لا مجال لـ», «غير مقبول») without a doer, or a verb in the first person («ندعو», «هاجمنا»)."""
    candidate = draft.candidate
    if candidate.verbal and candidate.reading.agreement[:1] == "1":
        return all(filler.rule == "shared_subject" for filler in draft.slots.subject)
    return not draft.actors and candidate.trigger.type in SPEECH_TYPES and candidate.trigger.kind == "phrase"


def _speaker(draft: Draft, reports: Sequence[Report]) -> tuple[Participant, ...]:
    at = draft.candidate.item
    covering = (r for r in reversed(reports) if r.start <= at < r.stop and r.item != at and r.speaker is not None)
    speaker = next((r.speaker for r in covering), None)
    return (replace(speaker, rule=f"speaker:{speaker.rule}"),) if speaker else ()
