"""Verbs that only say whom an attack hit: «الهجوم الذي استهدف فندقا» is one attack, and its noun names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from marsad.event.draft import Draft
from marsad.event.roles.clause import antecedent, skippable
from marsad.event.roles.gender import clashes
from marsad.event.view import QUOTES, View
from marsad.lexicon.trigger import FORCE_TYPES
from marsad.mention.agreement import adjectival, takes_feminine
from marsad.record import Participant

HITTING = frozenset("استهدف ضرب أصاب دمّر أودى قصف".split())  # verbs whose subject an attack may be
ECHO_REACH = 9  # phrases between an attack and the verb that says whom it hit


def without_echoes(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without the verbs that tell of an attack again; the attack takes the victims that they name."""
    attacks = {
        view.phrase_of(d.candidate.item): d
        for d in drafts
        if d.candidate.trigger.type in FORCE_TYPES and not d.candidate.verbal
    }
    kept: list[Draft] = []
    for draft in drafts:
        source = _source(view, draft, attacks) if draft.candidate.verbal and draft.violent else None
        if source is None:
            kept.append(draft)
            continue
        attack = attacks[source]
        told = replace(attack, recipients=attack.recipients or _victims(draft))
        attacks[source] = told
        kept = [told if other is attack else other for other in kept]
    return kept


def _victims(draft: Draft) -> tuple[Participant, ...]:
    """Whom the verb hits; what stood right after it was no doer, since the attack is its subject."""
    return draft.recipients or tuple(p for p in draft.actors if "subject_after_verb" in p.rule)


def _source(view: View, draft: Draft, attacks: Mapping[int, Draft]) -> int | None:
    """The phrase of the attack that is a verb's subject."""
    violent = {number for number, attack in attacks.items() if attack.violent}
    subject = next((filler.phrase for filler in draft.slots.subject if filler.phrase in violent), None)
    if subject is not None or draft.candidate.trigger.lemma not in HITTING or draft.candidate.reading.cut.conjunction:
        return subject
    verb = view.phrase_of(draft.candidate.item)
    relative = antecedent(view, verb) is not None
    for number in _before(view, verb):
        if number in attacks and _may_be_subject(view, number, attacks[number], draft, relative=relative):
            return number
        if _acts(view, number, draft, relative=relative):
            return None
    return None


def _before(view: View, verb: int) -> Iterator[int]:
    """The phrases before a verb, nearest first, back to what divides its clause from another.

    A clause «نفذتها القوات», whose pronoun goes back to the attack, is passed over.
    """
    number = verb - 1
    while number >= max(0, verb - ECHO_REACH):
        phrase, item = view.phrases[number], view.item_of(number)
        told = number > 0 and view.phrases[number - 1].kind == "verb" and bool(view.item_of(number - 1).pronoun)
        if phrase.kind == "mark" and item.token.text not in QUOTES:
            return
        if phrase.kind == "verb" and not item.pronoun:
            return
        if phrase.kind == "particle" and not (
            {"relative", "preposition"} & set(item.classes) or skippable(view, number)
        ):
            return
        if phrase.kind in ("np", "event") and not told:
            yield number
        number -= 2 if told else 1


def _may_be_subject(view: View, number: int, attack: Draft, draft: Draft, *, relative: bool) -> bool:
    """By gender; before a verb without a relative pronoun an attack opens its clause, or is indefinite."""
    item, agreement = view.items[attack.candidate.item], draft.candidate.reading.agreement
    if agreement[:1] != "3" or (agreement[1] == "f") != takes_feminine(item):
        return False
    return relative or not item.article or not view.phrases[number].preposition


def _acts(view: View, number: int, draft: Draft, *, relative: bool) -> bool:
    """Somebody between the attack and the verb who may be its subject."""
    governed = bool(view.phrases[number].preposition) and not relative
    adjective = adjectival(view.item_of(number), view.lexicon)
    clash = clashes(view, number, draft.candidate.reading.agreement)
    return view.acting(number) and not governed and not adjective and not clash
