"""From a sentence's view to its event mentions: every rule family in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.claim.attribute import find_claim
from marsad.claim.speech import Report
from marsad.event.candidate import Candidate
from marsad.event.confidence import confidence, features
from marsad.event.facts import clue_facts, clues, event_facts, party_facts, sentence_facts, time_facts
from marsad.event.roles.fill import fill
from marsad.event.roles.party import participants
from marsad.event.roles.slots import Slots
from marsad.event.size import LOSSES, SUFFERED, find_casualties, uncounted_victims
from marsad.event.status import Status, find_status
from marsad.event.view import View
from marsad.event.when import find_time
from marsad.event.where import find_place
from marsad.mention.item import Item
from marsad.ontology.plover import FUTURE_IS_AGREE
from marsad.record import Casualty, EventMention, Participant, Place, Time
from marsad.span import Span

MODE_AFTER, MODE_BEFORE = 14, 6  # items after and before a trigger in which a word settles its mode
VIOLENT = frozenset({"ASSAULT"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event while it is put together."""

    candidate: Candidate
    slots: Slots
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    casualties: tuple[Casualty, ...] = ()


def find_events(
    view: View,
    candidates: Sequence[Candidate],
    reports: Sequence[Report],
    weights: Mapping[str, float],
    facts: Mapping[str, bool],
) -> Iterator[EventMention]:
    """The event mentions of a sentence in order of their triggers.

    ``facts`` are features of the page (``quiet_page``, ``political_page``).
    """
    drafts = _without_echoes(view, [_draft(view, candidate) for candidate in candidates])
    counted = _with_losses(view, _with_aims(view, drafts))
    if not counted:
        return
    common, near = {**facts, **sentence_facts(view, candidates, reports)}, clues(view)
    for draft in counted:
        yield _mention(view, draft, candidates, reports, weights, {**common, **clue_facts(draft.candidate, near)})


def _without_echoes(view: View, drafts: list[Draft]) -> list[Draft]:
    """«الهجوم الذي استهدف فندقا»: a verb of violence whose subject is an attack tells of that attack, not of another."""
    attacks = {
        view.phrase_of(d.candidate.item): d
        for d in drafts
        if d.candidate.trigger.type in VIOLENT and not d.candidate.verbal
    }
    kept: list[Draft] = []
    for draft in drafts:
        verb = draft.candidate.verbal and draft.candidate.trigger.type in VIOLENT
        source = next((f.phrase for f in draft.slots.subject if f.phrase in attacks), None) if verb else None
        if source is None:
            kept.append(draft)
            continue
        attack = attacks[source]
        told = replace(attack, recipients=attack.recipients or draft.recipients)
        attacks[source] = told
        kept = [told if other is attack else other for other in kept]
    return kept


def _draft(view: View, candidate: Candidate) -> Draft:
    slots = fill(view, candidate)
    actors = participants(view, candidate, slots, "actor")
    taken = {actor.span for actor in actors}
    recipients = tuple(
        p
        for p in participants(view, candidate, slots, "recipient")
        if p.span not in taken and not _is_matter(view, candidate, p)
    )
    return Draft(candidate, slots, actors, recipients)


AGAINST_SOMEONE = frozenset({"ACCUSE", "PROTEST"})  # types whose recipient is one that can act, or a country


def _is_matter(view: View, candidate: Candidate, party: Participant) -> bool:
    """«احتجاجا على الغلاء», «استنكر الحادث»: what an accusation or protest is about is nobody that it is against."""
    kind = candidate.trigger.type
    if kind not in AGAINST_SOMEONE or party.kind is not None:
        return False
    spared = kind == "PROTEST" and not party.rule.startswith("governed:")  # «أحرق محتجون صور الرئيس»
    words = [view.items[item] for item in view.items_under(party.span)]
    return not spared and words[0].common and not any(_may_name(view, item) for item in words)


def _may_name(view: View, item: Item) -> bool:
    """«ضد حكم القذافي», «في نوايا طهران»: a name, a noun for people or bodies, a capital, or a word that nobody knows."""
    named = item.name is not None or item.word is not None or item.tag == "unknown"
    return named or item.token.folded in view.lexicon.capitals


AIM_REACH = 12  # items between an attack and the maṣdar that tells its aim


def _with_aims(view: View, drafts: list[Draft]) -> list[Draft]:
    """«هجوم شنه الجيش … للاستيلاء على العاصمة»: an attack without a target has that of its aim."""
    return [
        replace(d, recipients=_aim(view, d, drafts)) if d.candidate.trigger.type in VIOLENT and not d.recipients else d
        for d in drafts
    ]


def _aim(view: View, draft: Draft, drafts: Sequence[Draft]) -> tuple[Participant, ...]:
    at = draft.candidate.item
    for other in drafts:
        purpose = other.candidate.reading.pos == "masdar" and other.candidate.reading.cut.preposition == "ل"
        if purpose and 0 < other.candidate.item - at <= AIM_REACH and other.candidate.trigger.type in VIOLENT:
            return tuple(replace(party, rule=f"aim:{party.rule}") for party in other.recipients)
    return ()


def _with_losses(view: View, drafts: list[Draft]) -> list[Draft]:
    """Give each count of losses to an event, and fold a bare statement of loss into the attack beside it."""
    casualties = find_casualties(view, view.lexicon.outcomes)
    attacks = [d for d in drafts if d.candidate.trigger.type in VIOLENT and not _states_loss(d)]
    losses = [d for d in drafts if d.candidate.trigger.type in VIOLENT and _states_loss(d)]
    folded = [d for d in losses if _caused(view, d, attacks)]
    kept = [_with_victims(d, attacks, folded) for d in drafts if d not in folded]
    casualties += [v for d in drafts for v in uncounted_victims(view, d.candidate.item, d.recipients, casualties)]
    owners = [(_owner(view, casualty, kept), casualty) for casualty in casualties]
    return [replace(d, casualties=tuple(c for owner, c in owners if owner is d)) for d in kept]


def _with_victims(draft: Draft, attacks: list[Draft], losses: list[Draft]) -> Draft:
    """An attack that names no target was done to those whose loss the sentence states beside it."""
    if draft not in attacks or draft.recipients:
        return draft
    mine = [loss for loss in losses if min(attacks, key=lambda a: abs(a.candidate.item - loss.candidate.item)) is draft]
    return replace(draft, recipients=tuple(dict.fromkeys(p for loss in mine for p in loss.recipients)))


def _states_loss(draft: Draft) -> bool:
    lemma = draft.candidate.trigger.lemma.split()[0]
    passive = draft.slots.passive or not draft.candidate.verbal or lemma in SUFFERED
    return lemma in LOSSES and passive and not draft.actors


CAUSES = frozenset({"في", "ب", "اثر", "جراء", "نتيجه", "خلال", "بسبب", "عقب", "بعد"})


def _caused(view: View, loss: Draft, attacks: list[Draft]) -> bool:
    """«مقتل 12 في هجوم», «هجوم أدى إلى مقتل 12»: the attack is named within reach in the same sentence."""
    at = loss.candidate.item
    for attack in attacks:
        first, last = sorted((at, attack.candidate.item))
        between = view.items[first + 1 : last]
        stop = any(item.tag == "mark" and item.token.text in ".؟!؛" for item in between)
        if stop or last - first > 16:
            continue
        if attack.candidate.item < at or _cause_before(view, attack.candidate.item):
            return True
    return False


def _cause_before(view: View, item: int) -> bool:
    before = view.items[item - 1] if item else None
    if view.items[item].preposition in ("ب", "ل"):
        return True
    return before is not None and before.token.folded in CAUSES


def _owner(view: View, casualty: Casualty, drafts: list[Draft]) -> Draft | None:
    """The violent event nearest to a count: before it if there is one, else after."""
    position = view.items_under(casualty.quantity.span)[0]
    wanted = {"arrested": {"COERCE"}, "abducted": {"ASSAULT"}, "displaced": {"ASSAULT", "SANCTION", "COERCE"}}.get(
        casualty.outcome, VIOLENT
    )
    able = [d for d in drafts if d.candidate.trigger.type in wanted]
    return min(able, key=lambda d: abs(d.candidate.item - position), default=None)


def _mention(
    view: View,
    draft: Draft,
    candidates: Sequence[Candidate],
    reports: Sequence[Report],
    weights: Mapping[str, float],
    facts: Mapping[str, bool],
) -> EventMention:
    candidate = draft.candidate
    time = find_time(view, candidate, candidates, reports)
    place = find_place(view, candidate, candidates, (*draft.actors, *draft.recipients), draft.slots.place)
    status = find_status(view, candidate, time, draft.slots.support, candidates)
    type_, status = _by_codebook(candidate.trigger.type, status, candidate)
    mode, mode_span = _mode(view, draft)
    claim = find_claim(reports, candidate.item, type_, draft.actors)
    found = {
        **facts,
        **event_facts(view, candidate, draft.slots, candidates),
        **time_facts(view, time),
        **party_facts(view, (*draft.actors, *draft.recipients)),
        "purpose": status.rule in ("purpose_noun", "purpose_verb", "that_clause"),
        "demanded": status.rule == "demanded",
        "era": status.rule == "era",
        "place": place is not None,
        "casualties": bool(draft.casualties),
        "claimed": claim is not None,
        status.value: status.value != "fact",
    }
    names = list(features(candidate, draft.actors, draft.recipients, found))
    return EventMention(
        event=0,
        sentence=view.sentence.index,
        type=type_,
        mode=mode if type_ == candidate.trigger.type else None,
        trigger=_trigger_span(view, candidate),
        lemma=candidate.trigger.lemma,
        status=status.value,
        confidence=confidence(names, weights),
        actors=draft.actors,
        recipients=draft.recipients,
        place=place[0] if place else None,
        time=time,
        claim=claim,
        casualties=draft.casualties,
        rules=_rules(candidate, status, place, time, names),
        evidence=_evidence(status, mode_span),
    )


def _trigger_span(view: View, candidate: Candidate) -> Span:
    return view.items[candidate.item].token.span.join(view.items[candidate.item + candidate.length - 1].token.span)


def _by_codebook(type_: str, status: Status, candidate: Candidate) -> tuple[str, Status]:
    """Future cooperation is AGREE and future retreat CONCEDE, both facts of today (codebook, AGREE and RETREAT)."""
    if status.value == "future" and type_ in FUTURE_IS_AGREE:
        return "AGREE", Status("fact", f"future_{type_.lower()}_is_agree", status.span)
    if status.value == "future" and type_ == "RETREAT":
        return "CONCEDE", Status("fact", "future_retreat_is_concede", status.span)
    return type_, status


def _mode(view: View, draft: Draft) -> tuple[str | None, Span | None]:
    """The entry's mode, else the one whose word stands nearest after the trigger, else before it, outside the recipients."""
    candidate = draft.candidate
    if candidate.trigger.mode:
        return candidate.trigger.mode, None
    modes = view.lexicon.modes.get(candidate.trigger.type, {})
    if not modes:
        return None, None
    parties = [
        party.span for party in draft.recipients
    ]  # «طائرات التحالف» as actor tells the mode, «المفاوضات» in a victim's name does not
    after = range(candidate.item + 1, min(len(view.items), candidate.item + 1 + MODE_AFTER))
    before = range(candidate.item - 1, max(-1, candidate.item - 1 - MODE_BEFORE), -1)
    for position in (*after, *before):
        item = view.items[position]
        if item.tag != "mark" and not any(span.covers(item.token.span) for span in parties):
            for mode, words in modes.items():
                if words.at(view.items, position):
                    return mode, item.token.span
    return None, None


def _rules(
    candidate: Candidate, status: Status, place: tuple[Place, str] | None, time: Time | None, names: list[str]
) -> dict[str, str]:
    how = "verb" if candidate.verbal else candidate.reading.pos
    rules = {
        "trigger": f"{candidate.trigger.type}/{candidate.trigger.lemma}:{how}",
        "status": status.rule,
        "confidence": " ".join(names),
    }
    if place:
        rules["place"] = f"{place[1]}+{place[0].rule}"
    if time:
        rules["time"] = f"nearest_time+{time.rule}"
    return rules


def _evidence(status: Status, mode: Span | None) -> dict[str, Span]:
    found = {"status": status.span, "mode": mode}
    return {name: span for name, span in found.items() if span is not None}
