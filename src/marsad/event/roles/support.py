"""Support verbs, which lend their subject to an event noun: «شن الطيران غارات», «الهجوم الذي شنه مسلحون»."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.event.candidate import Candidate
from marsad.event.roles.clause import antecedent, bare_after, shared_subject, subject_before
from marsad.event.roles.gender import clashes
from marsad.event.roles.slots import Slots, put
from marsad.event.view import STOPS, View
from marsad.lexicon.compile import SPEECH, SUPPORT
from marsad.mention.item import Item

SUPPORT_REACH = 16  # phrases between a support verb and its event noun


RELATIVE_REACH = 7  # phrases between an event noun and the verb of its relative clause


# What is told of, not done, by who announces it: attacks and arrests; a state of emergency is done by announcing it.
TOLD = frozenset({"ASSAULT"})
TOLD_MODES = frozenset({"arrest", "seize", "deport"})


def read_support(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """«شن الطيران غارات»: the support verb's subject is the event's."""
    if _told_about(view, at):
        return
    for number in _verbs_before(view, at):
        readings = [r for r in view.item_of(number).readings if r.cls == SUPPORT]
        relative = antecedent(view, number) is not None
        entries = (view.lexicon.support(reading.entry) for reading in readings)
        found = next((entry for entry in entries if stands(view, number, at, entry[0])), None)
        if found is not None:
            slots.support = number
            if not only_told(view, number, candidate):  # who tells of violence has not done it
                _support_subject(view, number, at, found[1], slots)
            return
        if not relative:
            if not readings:
                _governing_subject(view, number, at, slots)
            return


def _told_about(view: View, at: int) -> bool:
    """«نشرت الهيئة تفاصيل زيارته»: the noun right before makes the event what is told."""
    start = view.phrases[at].start
    before = view.items[start - 1] if start and not view.phrases[at].preposition else None
    return before is not None and not before.article and not view.lexicon.status.about.isdisjoint(before.stems)


def only_told(view: View, verb: int, candidate: Candidate) -> bool:
    """«أعلنت الوزارة أمس مقتل …»: a verb of speech that tells of what others did, whenever that was."""
    told = candidate.trigger.type in TOLD or candidate.trigger.mode in TOLD_MODES
    return told and view.item_of(verb).of(SPEECH) is not None


def _verbs_before(view: View, at: int) -> Iterator[int]:
    """The verbs that may govern a noun, nearest first; behind one of a relative clause stands the main verb."""
    for number in range(at - 1, max(-1, at - 1 - SUPPORT_REACH), -1):
        phrase = view.phrases[number]
        if phrase.kind == "mark" and view.item_of(number).token.text in STOPS:
            return
        if phrase.kind == "verb":
            yield number


def _governing_subject(view: View, verb: int, at: int, slots: Slots) -> None:
    """«أودعت السعودية وديعة»: a verb without an event of its own does what its object names."""
    own = view.phrases[verb].start in view.matched or view.item_of(verb).of(SPEECH) is not None
    phrase = view.phrases[at]  # what و joins to a noun before it is no object of the verb by itself
    if (
        not own
        and not slots.subject
        and not phrase.preposition
        and not phrase.conjunction
        and not view.item_of(verb).pronoun
        and all(view.phrases[n].kind != "event" for n in range(verb + 1, at))
    ):
        _support_subject(view, verb, at, "actor", slots, rule="governing_subject")


def read_relative_support(view: View, at: int, slots: Slots) -> None:
    """«الهجوم الذي شنه مسلحون على القاعدة»: the doer stands in the relative clause, with its prepositions."""
    passed = False
    for number in range(at + 1, min(len(view.phrases), at + RELATIVE_REACH)):
        item = view.item_of(number)
        phrase = view.phrases[number]
        if phrase.kind == "verb":
            if item.conjunction and not _done_by(view, number):
                return
            if item.pronoun:  # «الهجوم الذي شنه مسلحون», «هجوم دام عاما شنه الجيش»
                fillers = [n for n in bare_after(view, number)[:1] if view.phrases[n].kind == "np"]
                if not fillers and antecedent(view, number) is None:
                    fillers = [n for n in shared_subject(view, number, _agreement(item)) if n < at]
                put(slots.subject, fillers, "relative_support")
                slots.relative = number
                return
            if passed:
                return
            passed = True
        elif phrase.kind in ("mark", "event") or (
            phrase.kind == "particle" and not {"relative", "preposition"} & set(item.classes)
        ):
            return


def _done_by(view: View, verb: int) -> bool:
    """«… ونفذه مسلحون», «وتبناه التنظيم»: a support verb of doing whose pronoun is the event goes on telling of it."""
    item = view.item_of(verb)
    entries = (view.lexicon.support(r.entry) for r in item.readings if r.cls == SUPPORT)
    return bool(item.pronoun) and ("object", "actor") in entries


def _agrees_with(view: View, verb: int, phrases: list[int]) -> bool:
    """«كان من أبرزها هجوم»: a verb whose only candidate for a subject differs from it in gender has another."""
    agreements = {r.agreement for r in view.item_of(verb).readings if r.verbal}
    return all(not all(clashes(view, n, agreement) for agreement in agreements) for n in phrases) or not agreements


def _behind_event(view: View, verb: int, at: int) -> list[int]:
    """«تبنى الهجوم على المركز حزب …»: with the event right behind the verb, its subject may stand behind both."""
    if at != verb + 1 or not view.phrases[at].definite:
        return []
    for number in view.right(at):
        if view.phrases[number].kind == "event":
            return []
        if view.bare(number) and not view.phrases[number].conjunction and number > at + 1:
            return [number] if view.acting(number) else []
    return []


def _heads(view: View, number: int, at: int) -> bool:
    """«شنت حملة اعتقالات»: a thing right before the event noun heads it, it does not act."""
    phrase = view.phrases[number]
    if in_series(view, at):
        return number in (at - 1, at - 2) and not view.item_of(number).token.folded.startswith("ال")
    return number == at - 1 and not phrase.definite and view.item_of(number).common and not view.acting(number)


def _agreement(item: Item) -> str:
    """The agreement of a support verb: «في مؤتمر عقده مع نظيره» goes on telling of a man."""
    reading = item.of(SUPPORT)
    return reading.agreement if reading is not None else ""


SERIES = frozenset("سلسله عدد عددا عده موجه جمله مجموعه مزيدا المزيد العديد عشرات".split())


def in_series(view: View, at: int) -> bool:
    """«شن سلسلة من الغارات»: after a word that counts it, من makes an event noun no less the object."""
    number = at - 1
    while number > 0 and view.phrases[number].kind == "particle" and view.item_of(number).token.folded == "من":
        number -= 1
    if view.phrases[at].preposition != "من" or number < 0 or view.phrases[number].preposition:
        return False
    words = {view.items[n].token.folded for n in range(view.phrases[number].start, view.phrases[number].stop)}
    return not SERIES.isdisjoint(words)


HEADING = frozenset("محاوله محاولات عمليه عمليات حمله حادث حادثه حوادث موجه جريمه اعمال".split())


def _preposition(view: View, at: int) -> str:
    """The preposition of an event noun, or of the noun that heads it: «نجا من محاولة اغتيال», «تعرض لعملية خطف»."""
    before = view.phrases[at - 1] if at else None
    heads = before is not None and before.kind == "np" and before.stop - before.start == 1 and not before.definite
    if view.phrases[at].preposition or before is None or not heads:
        return view.phrases[at].preposition
    item = view.items[before.start]
    return before.preposition if item.token.folded[item.prefix :] in HEADING else ""


def stands(view: View, verb: int, at: int, place: str) -> bool:
    """Whether the event noun stands where the support verb wants it."""
    preposition = "" if in_series(view, at) else _preposition(view, at)
    if place in ("object", "subject"):
        return not preposition and not view.item_of(verb).pronoun  # «شنه الجيش» has its object already
    wanted = {"بـ": "ب", "لـ": "ل", "على": "علي", "إلى": "الي"}.get(place, place)
    return preposition == wanted


def _support_subject(view: View, verb: int, at: int, subject: str, slots: Slots, rule: str = "support_subject") -> None:
    if subject not in ("actor", "recipient", "place"):
        return
    governing = rule == "governing_subject"
    phrases = _own_subject(view, verb, at, acts=subject == "actor", governing=governing)
    if not phrases and not governing:
        phrases = _behind_event(view, verb, at)
    opens = at == verb + 1 and view.phrases[at].definite and not view.item_of(verb).conjunction
    if not phrases and not opens:  # «أدى الهجوم إلى …»: what follows at once may be the subject itself
        phrases = shared_subject(view, verb, _agreement(view.item_of(verb)))
    if governing and not _agrees_with(view, verb, phrases):
        return
    if subject == "actor" and not slots.subject:
        put(slots.subject, phrases, rule)
        put(slots.object, [] if slots.object else _given(view, verb, at, phrases), "support_recipient")
    elif subject == "place" and phrases:
        slots.place = phrases[0]
    elif subject == "recipient" and not slots.object:
        put(slots.object, phrases, "support_recipient")


GIVING = frozenset("سلم سلمت يسلم تسلم منح منحت يمنح تمنح اعطي اعطت يعطي تعطي ابلغ ابلغت".split())


def _given(view: View, verb: int, at: int, subject: list[int]) -> list[int]:
    """«سلم السفير وزير الخارجية رسالة احتجاج»: of two objects the first is whom something is given."""
    word = view.item_of(verb).token.folded.removeprefix("و")
    if word not in GIVING or not subject:
        return []
    after = (n for n in range(max(verb, subject[0]) + 1, at) if view.bare(n) and not view.phrases[n].conjunction)
    return [n for n in after if view.acting(n)][:1]


def _own_subject(view: View, verb: int, at: int, *, acts: bool, governing: bool) -> list[int]:
    """The subject of a verb that stands before its event noun: between them, before the verb, or what a relative clause is about."""
    nouns = (n for n in range(verb + 1, at) if view.bare(n) and view.phrases[n].kind == "np")
    between = [n for n in nouns if not view.phrases[n].conjunction and not (acts and _heads(view, n, at))]
    phrases = between[:1] or ([] if view.item_of(verb).conjunction else subject_before(view, verb))
    if governing:
        phrases = [n for n in phrases if view.acting(n)]
    relative = antecedent(view, verb)
    return [relative] if not phrases and relative is not None else phrases
