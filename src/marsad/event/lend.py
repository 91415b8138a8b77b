"""What the events of a sentence lend each other: an attack and the verb that tells of it, an attack and its aim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.event.draft import Draft
from marsad.event.view import View
from marsad.record import Participant


def without_echoes(view: View, drafts: list[Draft]) -> list[Draft]:
    """«الهجوم الذي استهدف فندقا»: a verb of violence whose subject is an attack tells of that attack, not of another."""
    attacks = {view.phrase_of(d.candidate.item): d for d in drafts if d.violent and not d.candidate.verbal}
    kept: list[Draft] = []
    for draft in drafts:
        verb = draft.candidate.verbal and draft.violent
        source = next((f.phrase for f in draft.slots.subject if f.phrase in attacks), None) if verb else None
        if source is None:
            kept.append(draft)
            continue
        attack = attacks[source]
        told = replace(attack, recipients=attack.recipients or draft.recipients)
        attacks[source] = told
        kept = [told if other is attack else other for other in kept]
    return kept


AIM_REACH = 12  # items between an attack and the maṣdar that tells its aim


def with_aims(view: View, drafts: list[Draft]) -> list[Draft]:
    """«هجوم شنه الجيش … للاستيلاء على العاصمة»: an attack without a target has that of its aim."""
    return [replace(d, recipients=_aim(view, d, drafts)) if d.violent and not d.recipients else d for d in drafts]


def _aim(view: View, draft: Draft, drafts: Sequence[Draft]) -> tuple[Participant, ...]:
    at = draft.candidate.item
    for other in drafts:
        purpose = other.candidate.reading.pos == "masdar" and other.candidate.reading.cut.preposition == "ل"
        if purpose and 0 < other.candidate.item - at <= AIM_REACH and other.violent:
            return tuple(replace(party, rule=f"aim:{party.rule}") for party in other.recipients)
    return ()
