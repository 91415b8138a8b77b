"""Words that tell of an event that another word of the sentence has named: they lend it what they say, and count for nothing.

«خرج المتظاهرون في مسيرة احتجاجا على …» is one protest. For attacks: ``event/echo.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.event.draft import Draft
from marsad.event.people import names_people
from marsad.event.protest import act_class
from marsad.event.reach import same_stretch
from marsad.event.roles.clause import antecedent
from marsad.event.view import View
from marsad.lexicon.compile import SPEECH
from marsad.mention.item import Item

REACH = 25  # items from a protest to what tells of it again
VOICES = frozenset({"هتاف", "شعار", "هتف"})
AROUND = frozenset({"", "علي", "ب", "وسط"})


def as_one_protest(view: View, drafts: list[Draft]) -> list[Draft]:
    """«تجمع محتجون في مسيرة احتجاجا على …»: the protests of a sentence, each told once."""
    protests = [d for d in drafts if d.candidate.trigger.type == "PROTEST"]
    if len(protests) < 2:
        return drafts
    named = [d for d in protests if not names_people(d.candidate, view.items[d.candidate.item], view.lexicon)]
    new = [d for d in named if not _goes_back(view, d)]
    acts = [d for d in named if d in new or not any(_same_kind(d, other) for other in new)]
    kept: list[Draft] = []
    for draft in acts:
        before = next((d for d in reversed(kept) if _retells(view, d, draft)), None)
        if before is None:
            kept.append(draft)
            continue
        kept[kept.index(before)] = _joined(view, before, draft)
    others = [d for d in drafts if d.candidate.trigger.type != "PROTEST"]
    return sorted([*others, *(kept or protests)], key=lambda d: d.candidate.item)


def _goes_back(view: View, draft: Draft) -> bool:
    """«كانت تحمي التظاهرة», «شارك في المظاهرة»: the protest that the sentence tells of, definite and with nobody's part in it."""
    cut, at = draft.candidate.reading.cut, view.phrase_of(draft.candidate.item)
    known = not draft.candidate.verbal and (cut.article or cut.pronoun not in ("", "ي"))
    if not known or draft.slots.support is not None or draft.slots.place is not None:
        return False
    inner = bool(view.phrases[at].preposition) or (at > 0 and view.phrases[at - 1].kind == "np")
    return inner and not any(filler.rule == "idafa_subject" for filler in draft.slots.subject)


def _same_kind(one: Draft, other: Draft) -> bool:
    """A strike goes back to a strike; «التظاهرة» to whatever demonstrators did."""
    return one.candidate.trigger.mode == "demo" or one.candidate.trigger.lemma == other.candidate.trigger.lemma


def _retells(view: View, before: Draft, draft: Draft) -> bool:
    one, other = before.candidate, draft.candidate
    if other.item - one.item > REACH or not same_stretch(view, one.item, other.item):
        return False
    if other.verbal:  # «تجمعوا … ورددوا هتافات», «الحصار الذي يفرضه المحتجون»
        return (
            act_class(view, other.item) == "speak" or _does_it(view, before, draft) or _is_manner(view, before, draft)
        )
    return _is_cause(draft) or (one.verbal and _is_voice(view, draft)) or _is_form(view, before, draft)


def _is_manner(view: View, before: Draft, draft: Draft) -> bool:
    """«احتشدوا أمام المحكمة ينددون بالحكومة»: a present in the plural, bare after the verb of the protest, tells how they did."""
    reading = draft.candidate.reading
    bare = reading.pos == "present" and reading.agreement == "3mp" and not reading.cut.conjunction
    return bare and before.candidate.verbal and _before(view, before, draft.candidate.item)


def _is_cause(draft: Draft) -> bool:
    """«احتجاجا على», «للتنديد بـ»: what a protest is about, in the accusative of purpose or after لـ."""
    reading = draft.candidate.reading
    if reading.pos not in ("masdar", "noun") or reading.cut.article or reading.cut.conjunction:
        return False
    return reading.cut.preposition == "ل" or reading.cut.stem.endswith("ا")


def _does_it(view: View, before: Draft, draft: Draft) -> bool:
    """«الحصار الذي يفرضه المحتجون»: the verb of a relative clause whose object is the protest itself."""
    verb = view.phrase_of(draft.candidate.item)
    pronoun = bool(draft.candidate.reading.cut.pronoun)
    return pronoun and antecedent(view, verb) == view.phrase_of(before.candidate.item)


def _is_voice(view: View, draft: Draft) -> bool:
    """«يطلقون هتافات»: what is shouted at it."""
    phrase = view.phrases[view.phrase_of(draft.candidate.item)]
    return draft.candidate.trigger.lemma in VOICES and phrase.preposition in AROUND


def _is_form(view: View, before: Draft, draft: Draft) -> bool:
    """«خرج الآلاف في مسيرة»: the noun in which a verb's act consists; no verb stands between."""
    first, last = before.candidate.item, draft.candidate.item
    verbs = any(item.tag == "verb" for item in view.items[first + 1 : last])
    consists = view.phrases[view.phrase_of(last)].preposition == "في" and not draft.candidate.reading.cut.article
    return before.candidate.verbal and not verbs and consists


def _joined(view: View, before: Draft, draft: Draft) -> Draft:
    """One draft for both: on the noun where a verb's act consists in it, else on the first."""
    named = draft if _is_form(view, before, draft) else before
    return replace(named, actors=before.actors or draft.actors, recipients=before.recipients or draft.recipients)


WORDED = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT"})
SHOWN = frozenset("هتافات شعارات لافتات لافته يافطات هتافا شعارا صيحات رايات".split())
VOICED = frozenset("هتف هتفوا هاتفين يهتفون مرددين".split())
CIRCUMSTANCE = ("ين", "ات", "ا")


def without_slogans(view: View, drafts: list[Draft]) -> list[Draft]:
    """«مظاهرة تطالب بـ…», «لافتات تندد بـ…», «هتفوا مطالبين بـ…»: what a protest demands is no word of anybody else."""
    protests = [d for d in drafts if d.candidate.trigger.type == "PROTEST"]
    slogans = [d for d in drafts if _is_slogan(view, d, protests)] if protests else []
    told = [d for d in drafts if d not in slogans]
    for slogan in slogans:
        told = _against(told, slogan)
    return told


def _against(drafts: list[Draft], slogan: Draft) -> list[Draft]:
    """Whom a slogan accuses, threatens or asks is whom the protest before it is against, where that names nobody."""
    before = [d for d in drafts if d.candidate.trigger.type == "PROTEST" and d.candidate.item < slogan.candidate.item]
    if slogan.candidate.trigger.type == "SUPPORT" or not before or before[-1].recipients:
        return drafts
    taken = {actor.span for actor in before[-1].actors}
    found = tuple(replace(p, rule=f"slogan:{p.rule}") for p in slogan.recipients if p.span not in taken)
    return [replace(d, recipients=found) if d is before[-1] else d for d in drafts]


def _is_slogan(view: View, draft: Draft, protests: Sequence[Draft]) -> bool:
    if draft.candidate.trigger.type == "PROTEST":
        return False
    if _on_banner(view, draft.candidate.item):
        return True
    if draft.candidate.trigger.type not in WORDED:
        return False
    if draft.candidate.verbal:
        return _verb_of_protest(view, draft, protests)
    if _is_adjective(draft, protests):
        return True
    return _says_why(view, draft) and any(_before(view, d, draft.candidate.item) for d in protests)


def _is_adjective(draft: Draft, protests: Sequence[Draft]) -> bool:
    """«مظاهرات منددة بالقصف»: an adjective of the protest."""
    candidate = draft.candidate
    before = {d.candidate.item + d.candidate.length for d in protests if not d.candidate.verbal}
    return candidate.reading.pos == "participle" and not candidate.reading.cut.conjunction and candidate.item in before


def _says_why(view: View, draft: Draft) -> bool:
    """«خرجوا مطالبين بـ…», «تأييدا للحكومة», «معلنين رفضهم»: how and why they protest, in the accusative."""
    candidate = draft.candidate
    if candidate.reading.pos == "participle":
        return not candidate.reading.cut.article and view.items[candidate.item].token.folded.endswith(CIRCUMSTANCE)
    return _is_cause(draft) or _said_by_them(view, candidate.item - 1)


def _said_by_them(view: View, position: int) -> bool:
    """A participle of speech in the accusative plural («معلنين»), as circumstances of a crowd are."""
    item = view.items[max(0, position)]
    speaking = (r for r in item.readings if r.cls == SPEECH and r.pos == "participle")
    return any(not r.cut.article and r.agreement in ("mp", "fp") for r in speaking)


def _verb_of_protest(view: View, draft: Draft, protests: Sequence[Draft]) -> bool:
    """A verb that goes on to say what a protest or a banner says: «مظاهرة تطالب», «الشعارات التي تدين», «احتشدوا ينددون»."""
    candidate, at = draft.candidate, view.phrase_of(draft.candidate.item)
    if candidate.reading.cut.conjunction or not at:
        return False
    relative = antecedent(view, at)
    subject = {filler.phrase for filler in draft.slots.subject} | {at - 1 if relative is None else relative}
    if at > 1 and view.bare(at - 1) and view.phrases[at - 2].kind == "event":  # «احتجاجات عراقية تطالب بـ…»
        subject.add(at - 2)
    told = {view.phrase_of(d.candidate.item) for d in protests if not d.candidate.verbal}
    shown = any(not SHOWN.isdisjoint(i.token.folded for i in _items_of(view, n)) for n in subject)
    return shown or bool(subject & told) or any(_is_manner(view, d, draft) for d in protests)


BANNER_REACH = 6  # items before a quotation in which the banner or the shouting that it belongs to stands


def _on_banner(view: View, item: int) -> bool:
    """«رفعوا لافتات كتب عليها «أغيثوا غزة»», «هتفوا «ليرحل الوزير»»: what is shown and shouted is not told."""
    opening = _opening(view, item)
    while opening > 2 and view.items[opening - 2].token.text in "»”":  # «… «سلام» و«حرية»»
        opening = _opening(view, opening - 2)
    if opening < 0:
        return False
    before = range(max(0, opening - BANNER_REACH), opening)
    return any(not SHOWN.isdisjoint(view.stems[n]) or not VOICED.isdisjoint(view.stems[n]) for n in before)


def _opening(view: View, item: int) -> int:
    """The mark that opens the quotation in which an item stands, -1 where none does."""
    marks = (n for n in range(item - 1, -1, -1) if view.items[n].token.text in "«»“”")
    opening = next(marks, -1)
    return opening if opening >= 0 and view.items[opening].token.text in "«“" else -1


def _before(view: View, protest: Draft, item: int) -> bool:
    at = protest.candidate.item
    return 0 < item - at <= REACH and same_stretch(view, at, item)


def _items_of(view: View, number: int) -> Sequence[Item]:
    phrase = view.phrases[number]
    return view.items[phrase.start : phrase.stop]
