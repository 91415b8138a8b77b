"""Words that tell of an event that another word of the sentence has named: they lend it what they say, and count for nothing.

«الهجوم الذي استهدف فندقا» is one attack; «خرج المتظاهرون في مسيرة احتجاجا على …» is one protest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.event.draft import Draft
from marsad.event.people import names_people
from marsad.event.protest import act_class
from marsad.event.reach import same_stretch
from marsad.event.view import View
from marsad.mention.item import Item


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


REACH = 25  # items from a protest to what tells of it again
VOICES = frozenset({"هتاف", "شعار", "هتف"})
AROUND = frozenset({"", "علي", "ب", "وسط"})


def as_one_protest(view: View, drafts: list[Draft]) -> list[Draft]:
    """«تجمع محتجون في مسيرة احتجاجا على …»: the protests of a sentence, each told once."""
    protests = [d for d in drafts if d.candidate.trigger.type == "PROTEST"]
    if len(protests) < 2:
        return drafts
    acts = [d for d in protests if not names_people(d.candidate, view.items[d.candidate.item], view.lexicon)]
    kept: list[Draft] = []
    for draft in acts:
        before = next((d for d in reversed(kept) if _retells(view, d, draft)), None)
        if before is None:
            kept.append(draft)
            continue
        kept[kept.index(before)] = _joined(view, before, draft)
    others = [d for d in drafts if d.candidate.trigger.type != "PROTEST"]
    return sorted([*others, *(kept or protests)], key=lambda d: d.candidate.item)


def _retells(view: View, before: Draft, draft: Draft) -> bool:
    one, other = before.candidate, draft.candidate
    if other.item - one.item > REACH or not same_stretch(view, one.item, other.item):
        return False
    if other.verbal:
        return act_class(view, other.item) == "speak"  # «تجمعوا … ورددوا هتافات»
    return _is_cause(draft) or (one.verbal and _is_voice(view, draft)) or _is_form(view, before, draft)


def _is_cause(draft: Draft) -> bool:
    """«احتجاجا على», «للتنديد بـ»: what a protest is about, in the accusative of purpose or after لـ."""
    reading = draft.candidate.reading
    if reading.pos != "masdar" or reading.cut.article or reading.cut.conjunction:
        return False
    return reading.cut.preposition == "ل" or reading.cut.stem.endswith("ا")


def _is_voice(view: View, draft: Draft) -> bool:
    """«يطلقون هتافات»: what is shouted at it."""
    phrase = view.phrases[view.phrase_of(draft.candidate.item)]
    return draft.candidate.trigger.lemma in VOICES and phrase.preposition in AROUND


def _is_form(view: View, before: Draft, draft: Draft) -> bool:
    """«خرج الآلاف في مسيرة»: the noun in which a verb's act consists; no verb stands between."""
    first, last = before.candidate.item, draft.candidate.item
    verbs = any(item.tag == "verb" for item in view.items[first + 1 : last])
    return before.candidate.verbal and not verbs and view.phrases[view.phrase_of(last)].preposition == "في"


def _joined(view: View, before: Draft, draft: Draft) -> Draft:
    """One draft for both: on the noun where a verb's act consists in it, else on the first."""
    named = draft if _is_form(view, before, draft) else before
    return replace(named, actors=before.actors or draft.actors, recipients=before.recipients or draft.recipients)


WORDED = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT"})
SHOWN = frozenset("هتافات شعارات لافتات لافته يافطات هتافا شعارا صيحات رايات".split())
CIRCUMSTANCE = ("ين", "ات", "ا")


def without_slogans(view: View, drafts: list[Draft]) -> list[Draft]:
    """«مظاهرة تطالب بـ…», «لافتات تندد بـ…», «هتفوا مطالبين بـ…»: what a protest demands is no word of anybody else."""
    protests = [d for d in drafts if d.candidate.trigger.type == "PROTEST"]
    if not protests:
        return drafts
    return [d for d in drafts if not (d.candidate.trigger.type in WORDED and _is_slogan(view, d, protests))]


def _is_slogan(view: View, draft: Draft, protests: Sequence[Draft]) -> bool:
    candidate, at = draft.candidate, view.phrase_of(draft.candidate.item)
    if candidate.reading.pos == "participle":
        item = view.items[candidate.item]
        circumstance = not candidate.reading.cut.article and item.token.folded.endswith(CIRCUMSTANCE)
        return circumstance and any(_before(view, d, candidate.item) for d in protests)
    if not candidate.verbal or candidate.reading.cut.conjunction or not at:
        return False
    subject = {filler.phrase for filler in draft.slots.subject} | {at - 1}
    told = {view.phrase_of(d.candidate.item) for d in protests if not d.candidate.verbal}
    shown = not SHOWN.isdisjoint(item.token.folded for item in _items_of(view, at - 1))
    return shown or bool(subject & told)


def _before(view: View, protest: Draft, item: int) -> bool:
    at = protest.candidate.item
    return 0 < item - at <= REACH and same_stretch(view, at, item)


def _items_of(view: View, number: int) -> Sequence[Item]:
    phrase = view.phrases[number]
    return view.items[phrase.start : phrase.stop]
