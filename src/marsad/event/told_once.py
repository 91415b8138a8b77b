"""Talk, aid and support that one sentence names twice: each is told once, by the word that says most of it.

«عقد الوزيران اجتماعا تم خلاله بحث الأزمة» is one meeting; «سيّر المركز شاحنات تحمل مساعدات» sends aid once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from marsad.event.draft import Draft
from marsad.event.reach import same_stretch
from marsad.event.view import View
from marsad.text.fold import fold

REACH = 25  # items between two words for one event
IN_IT = frozenset("فيه فيها خلاله خلالها اثناءه اثناءها".split())
DURING = frozenset({"في", "خلال", "اثناء"})
TAKING_PART = frozenset("للمشاركه لحضور للمشارك المشارك المشاركه مشاركته حضور".split())


def told_once(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only tell of another of the sentence again; it gets the parties that it lacks."""
    told = {id(d): next(filter(None, (rule(view, d, drafts) for rule in RULES)), None) for d in drafts}
    lent = {id(by): d for d in drafts if (by := told[id(d)]) is not None}
    return [_with_parties(d, lent.get(id(d))) for d in drafts if told[id(d)] is None]


def _with_parties(draft: Draft, other: Draft | None) -> Draft:
    """A draft with the actors and recipients of another where it has none."""
    if other is None or draft.actors:
        return draft
    return replace(draft, actors=other.actors, recipients=draft.recipients or other.recipients)


def _first(view: View, drafts: Iterable[Draft], draft: Draft) -> Draft | None:
    """The first of some drafts that another follows."""
    return next((d for d in drafts if _follows(view, d, draft)), None)


def _topic(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """«اجتماعا تم فيه بحث الأزمة», «بحث خلال لقائه نظيره الأزمة»: what was discussed at a meeting that is told."""
    if draft.candidate.trigger.type != "CONSULT" or fold(draft.candidate.trigger.lemma) not in _discussing(view):
        return None
    meetings = [d for d in drafts if _is_meeting(view, d)]
    at = draft.candidate.item
    said = {item.token.folded for item in view.items[max(0, at - 2) : at]}
    if not draft.candidate.verbal and not IN_IT.isdisjoint(said):
        return _first(view, meetings, draft)
    own = (m for m in meetings if _during(view, m) and m.candidate.reading.cut.pronoun)
    return next((m for m in own if _follows(view, draft, m)), None)


def _discussing(view: View) -> frozenset[str]:
    return view.lexicon.status.discussing


def _is_meeting(view: View, draft: Draft) -> bool:
    """A noun for talks of any kind that is no mere topic."""
    trigger = draft.candidate.trigger
    return trigger.type == "CONSULT" and not draft.candidate.verbal and fold(trigger.lemma) not in _discussing(view)


def _during(view: View, draft: Draft) -> bool:
    return view.phrases[view.phrase_of(draft.candidate.item)].preposition in DURING


def _follows(view: View, before: Draft, after: Draft) -> bool:
    """In one stretch, within reach."""
    distance = after.candidate.item - before.candidate.item
    return 0 < distance <= REACH and same_stretch(view, before.candidate.item, after.candidate.item)


def _attended(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """«غادر الرئيس إلى نواكشوط للمشاركة في قمة»: the meeting that a journey is for."""
    at = draft.candidate.item
    said = {item.token.folded for item in view.items[max(0, at - 3) : at]}
    if not _is_meeting(view, draft) or draft.candidate.reading.cut.pronoun or TAKING_PART.isdisjoint(said):
        return None
    return _first(view, (d for d in drafts if d.candidate.trigger.mode == "visit" and d.candidate.verbal), draft)


def _arrival(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """«وصول رئيس الوزراء في زيارة إلى عدن»: the visit says more."""
    if draft.candidate.trigger.mode != "visit" or draft.candidate.trigger.lemma == VISIT:
        return None
    visits = (d for d in drafts if d.candidate.trigger.lemma == VISIT and not d.candidate.verbal)
    return next((v for v in visits if _follows(view, draft, v) and _during(view, v)), None)


VISIT = "زار"


def _again(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """«المباحثات … وتناولت المباحثات …», «هذه المساعدات … بتقديم مساعدات»: the noun that was named before, of nobody else."""
    candidate = draft.candidate
    own = [a for a in draft.actors if not (candidate.reading.cut.article and a.rule.startswith("idafa"))]
    if candidate.verbal or candidate.trigger.type not in ("CONSULT", "AID") or own:
        return None
    same = (d for d in drafts if d.candidate.trigger.lemma == candidate.trigger.lemma and not d.candidate.verbal)
    return _first(view, (d for d in same if d.candidate.reading.cut.article), draft)


def _carried(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """«سيّرت الجمعية شاحنات تحمل مساعدات»: what an act of aid brings."""
    if draft.candidate.trigger.kind != "noun" or draft.candidate.trigger.type != "AID":
        return None
    acts = (d for d in drafts if d.candidate.trigger.type == "AID" and d.candidate.trigger.kind == "verb")
    given = {actor.span for actor in draft.actors}
    others = (d for d in acts if view.phrase_of(d.candidate.item) != draft.slots.support)  # «قدمت قطر قرضا» is the loan
    return _first(view, (d for d in others if given <= {a.span for a in d.actors}), draft)


def _backed(view: View, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """«تؤيد حق تركيا في الدفاع عن نفسها»: the right that a verb of support is about."""
    candidate = draft.candidate
    if candidate.verbal or candidate.trigger.kind != "noun" or candidate.trigger.type != "SUPPORT":
        return None
    at = view.phrase_of(candidate.item)
    verbs = (d for d in drafts if d.candidate.trigger.type == "SUPPORT" and d.candidate.verbal)
    return next((d for d in verbs if _governs(view, view.phrase_of(d.candidate.item), at)), None)


def _governs(view: View, verb: int, at: int) -> bool:
    """Nothing but noun phrases and particles between a verb and what it is about."""
    return verb < at and all(view.phrases[n].kind in ("np", "particle") for n in range(verb + 1, at))


RULES: tuple[Callable[[View, Draft, Sequence[Draft]], Draft | None], ...] = (
    _topic,
    _attended,
    _arrival,
    _again,
    _carried,
    _backed,
)
