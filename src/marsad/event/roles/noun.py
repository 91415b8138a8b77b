"""Roles of a maṣdar or event noun: iḍāfa, «لـ», adjectives of nationality, relative clauses, givers and the accused."""

from __future__ import annotations

from collections.abc import Callable

from marsad.event.candidate import Candidate
from marsad.event.roles.clause import (
    agent_of,
    bare_after,
    behind_attack,
    counts,
    is_office,
    manner,
    possessed,
    skippable,
    subject_before,
)
from marsad.event.roles.means import is_instrument
from marsad.event.roles.pronoun import referent
from marsad.event.roles.slots import Filler, Slots, put
from marsad.event.roles.support import SUPPORT_REACH, read_relative_support, read_support
from marsad.event.size import LOSSES
from marsad.event.view import COMMAS, QUOTES, View
from marsad.lexicon.compile import DEMONYM, SPEECH, SUPPORT, TRIGGER
from marsad.lexicon.trigger import FORCE_TYPES, SPEECH_TYPES
from marsad.mention.agreement import adjectival, qualifies
from marsad.record import MentionKind


def read_noun(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """Fill the slots of a maṣdar or event noun whose last word lies in phrase ``at``."""
    agent = agent_of(view, at)
    adjective = national_adjective(view, at)
    guest = visitor(view, candidate, at)
    complements = _own_complements(view, candidate, at, guest)
    both = {"subject", "object"} <= {slot for filled in candidate.trigger.frame.values() for slot in filled}
    if agent:
        slots.subject += agent
        put(slots.object, complements[:1], "idafa_object")
    elif adjective:
        slots.subject += adjective
        put(slots.object, complements[:1], "masdar_object")
    elif complements and candidate.reading.cut.pronoun:  # «لقائه السفير»: the pronoun acts
        put(slots.object, complements[:1], "masdar_object")
    elif len(complements) > 1 and (both or _acts_on_second(view, candidate, complements)):
        put(slots.subject, complements[:1], "idafa_subject")
        put(slots.object, complements[1:2], "masdar_object")
    elif complements:
        _one_complement(view, candidate, complements[0], slots)
    put(slots.subject, guest, "visitor")
    read_support(view, candidate, view.phrase_of(candidate.item), slots)
    if not slots.subject:
        read_relative_support(view, at, slots)
    _read_support_noun(view, candidate, slots)
    if not slots.object:
        _befallen(view, candidate, at, slots)
    if not slots.subject:
        found = ((rule.__name__, rule(view, candidate, at)) for rule in DOERS)
        name, doers = next(((name, doers) for name, doers in found if doers), ("", []))
        put(slots.subject, doers, name)


def _befallen(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """Whom an event befell that takes no object itself: by a verb after it, a count before it, a clause that tells of what."""
    put(slots.object, _hit(view, at), "hit_by_event")
    if not slots.object and candidate.trigger.type == "ASSAULT":
        put(slots.object, _counted_before(view, at), "counted_before")
    if not slots.object and candidate.trigger.type == "ACCUSE":
        put(slots.object, _in_that_clause(view, at), "accused_in_clause")


def _own_complements(view: View, candidate: Candidate, at: int, guest: list[int]) -> list[int]:
    """The complements without a visitor, an owner, and what only says more of the one before it."""
    found = _without_owner(view, [n for n in _complements(view, candidate, at) if n not in guest])
    acted_on = candidate.trigger.idafa == "object" and candidate.trigger.type in FORCE_TYPES
    return found[:1] if acted_on and _one_party(view, candidate, found) else found


FALLEN = frozenset("قتيل قتيلا قتلي جريح جريحا جرحي شهيد شهيدا شهداء مصاب مصابا ضحيه ضحايا".split())


def _counted_before(view: View, at: int) -> list[int]:
    """«27 قتيلا بانفجار»: the dead or injured that open a headline, before the event that brought them."""
    number = at - 1 if at and view.phrases[at - 1].kind != "particle" else at - 2
    opens = number == 0 or (number > 0 and view.phrases[number - 1].kind == "mark")
    if not opens or view.phrases[at].preposition not in ("ب", "في", "اثر", "جراء") or view.phrases[number].kind != "np":
        return []
    phrase = view.phrases[number]
    words = {item.token.folded for item in view.items[phrase.start : phrase.stop]}
    return [number] if view.bare(number) and words & FALLEN else []


# Verbal nouns of support verbs: the preposition after which the event stands, and what the complement is to it.
SUPPORT_NOUNS = {
    "تعرض": ("ل", "recipient"), "نجاه": ("من", "recipient"), "قيام": ("ب", "actor"), "نجاح": ("في", "actor"),
    "تمكن": ("من", "actor"), "فشل": ("في", "actor"), "مشاركه": ("في", "actor"), "تنفيذ": ("", "actor"), "شن": ("", "actor"),
}  # fmt: skip


def _read_support_noun(view: View, candidate: Candidate, slots: Slots) -> None:
    """«أكد المتحدث تعرض قافلة لهجوم», «قيام الجنود بقصف …»: the complement of a support verb's verbal noun."""
    at = view.phrase_of(candidate.item)
    for number in range(at - 1, max(-1, at - 6), -1):
        phrase = view.phrases[number]
        if phrase.kind in ("verb", "mark"):
            return
        item = view.item_of(number)
        preposition, role = SUPPORT_NOUNS.get(item.token.folded[item.prefix :], ("", ""))
        if role and preposition == view.phrases[at].preposition:
            inner = number if phrase.stop - phrase.start > 1 else number + 1
            if role == "actor" and not slots.subject:
                put(slots.subject, [inner], "support_noun")
            elif role == "recipient" and not slots.object:
                put(slots.object, [inner], "support_recipient")
            return


HIT_REACH = 8  # phrases between an event noun and the verb that says whom it hit


def _hit(view: View, at: int) -> list[int]:
    """«تفجير طال سوقا», «الانتفاضة التي أطاحت بالنظام»: the object of a verb that the event is subject of."""
    verb = at - 2 if at > 1 and view.phrases[at - 1].kind == "particle" else at - 1
    if verb >= 0 and not view.phrases[at].preposition and _hits(view, verb):  # «استهدف هجوم موكبا»
        return behind_attack(view, at)
    for number in range(at + 1, min(len(view.phrases), at + HIT_REACH)):
        phrase, item = view.phrases[number], view.item_of(number)
        if phrase.kind == "verb":
            if item.conjunction or not _hits(view, number):
                return []
            return next(
                (
                    [n]
                    for n in view.right(number)
                    if view.phrases[n].kind == "np" and view.phrases[n].preposition in ("", "ب")
                ),
                [],
            )
        if phrase.kind == "mark":
            return []
    return []


def _hits(view: View, verb: int) -> bool:
    """A verb that says whom the event, its subject, befell."""
    item = view.item_of(verb)
    readings = [r for r in item.readings if r.cls == SUPPORT] if view.phrases[verb].kind == "verb" else []
    return not item.pronoun and any(view.lexicon.support_hits(r.entry) for r in readings)


def _in_that_clause(view: View, at: int) -> list[int]:
    """«الاتهامات بأن الحزب …»: the accused is the subject of the clause that tells of what."""
    for number in range(at + 1, min(len(view.phrases) - 1, at + 4)):
        if view.item_of(number).token.folded == "بان":
            return [number + 1] if view.bare(number + 1) and view.acting(number + 1) else []
        if view.phrases[number].kind not in ("np", "particle"):
            return []
    return []


GIVEN_TYPES = SPEECH_TYPES | {"AID", "CONCEDE", "SANCTION"}


def giver(view: View, candidate: Candidate, at: int) -> list[int]:
    """«إدانة واسعة من المنظمات», «مساعدات من قطر»: من names whom a word or a gift comes from."""
    if candidate.trigger.type not in GIVEN_TYPES:
        return []
    for number in range(at + 1, min(len(view.phrases), at + 4)):
        phrase = view.phrases[number]
        if phrase.kind == "np" and phrase.preposition == "من":
            return [number] if view.acting(number) else []
        if phrase.kind not in ("np", "particle", "time") or (
            phrase.kind == "np" and (phrase.preposition or phrase.definite)
        ):
            return []
    return []


GATHERING = frozenset("جمع جمعت يجمع تجمع ضم ضمت يضم تضم حضره حضرها".split())


def gathered(view: View, candidate: Candidate, at: int) -> list[int]:
    """«لقاء جمع الوزير وقادة الفصائل»: whom a meeting brings together."""
    for number in range(at + 1, min(len(view.phrases), at + 5)):
        item = view.item_of(number)
        if view.phrases[number].kind == "verb":
            return [n for n in bare_after(view, number)[:1] if view.acting(n)] if item.token.folded in GATHERING else []
        if view.phrases[number].kind == "mark":
            return []
    return []


def accused(view: View, candidate: Candidate, at: int) -> list[int]:
    """«اتهم فلان إيران بدعم …»: whoever is accused of an act is its doer, in the claim of the accuser."""
    at = view.phrase_of(candidate.item)
    if view.phrases[at].preposition != "ب":
        return []
    for number in range(at - 1, max(-1, at - 1 - SUPPORT_REACH), -1):
        if view.phrases[number].kind != "verb":
            continue
        reading = view.item_of(number).of(TRIGGER)
        accuses = reading is not None and view.lexicon.trigger(reading.entry).type == "ACCUSE"
        if not accuses or view.phrases[number].start not in view.matched:
            return []
        after = [n for n in bare_after(view, number) if n < at and view.acting(n)]
        object_first = len(after) == 1 or bool(subject_before(view, number))
        return after[:1] if object_first else after[1:2]
    return []


def pronoun_of_masdar(view: View, candidate: Candidate, at: int) -> list[int]:
    """«أكد الوزير دعمه», «قبل انسحابها»: the doer is whom the pronoun goes back to."""
    pronoun = candidate.reading.cut.pronoun
    return referent(view, view.phrase_of(candidate.item), pronoun) if pronoun else []


def visitor(view: View, candidate: Candidate, at: int) -> list[int]:
    """«الزيارة الثانية لوزير من تركيا»: after a definite visit لـ names the visitor, after an indefinite one the host."""
    if candidate.trigger.type != "CONSULT" or not candidate.reading.cut.article:
        return []
    for number in view.right(at):
        phrase, mention = view.phrases[number], view.mention(number)
        if phrase.kind == "np" and phrase.preposition == "ل":
            return [number] if mention is not None and mention.kind is MentionKind.PERSON else []
    return []


PARTAKING = frozenset("شارك شاركت يشارك تشارك قام قامت يقوم تقوم سيقوم ستقوم".split())


def partakers(view: View, candidate: Candidate, at: int) -> list[int]:
    """«مظاهرات شارك فيها الآلاف», «زيارة يقوم بها الوزير»: who took part in it or made it."""
    for number in range(at + 1, min(len(view.phrases) - 1, at + 5)):
        item = view.item_of(number)
        if item.token.folded in PARTAKING and view.item_of(number + 1).token.folded in ("فيها", "فيه", "بها", "به"):
            return [n for n in bare_after(view, number)[:1] if view.acting(n)]
        if view.phrases[number].kind in ("verb", "mark"):
            return []
    return []


DURING = frozenset(
    {"خلال", "بعد", "قبل", "عقب", "قبيل", "اثر", "في", "لدي", "اثناء", "علي هامش", "في ختام", "في اعقاب"}
)
FRONTED = 8  # phrases between a fronted adjunct and the comma after it


def main_subject(view: View, candidate: Candidate, at: int) -> list[int]:
    """«وخلال زيارة إلى الهند، قال الرئيس …»: who visits or meets in a fronted adjunct is the subject of its clause."""
    at = view.phrase_of(candidate.item)
    if candidate.trigger.type != "CONSULT" or not _adjunct(view, at) or not _fronted(view, at):
        return []
    for number in range(at + 1, min(len(view.phrases) - 1, at + FRONTED)):
        if view.phrases[number].kind == "verb":
            return []
        if view.item_of(number).token.text in COMMAS:
            return _subject_from(view, number + 1)
    return []


def _adjunct(view: View, at: int) -> bool:
    """«خلال لقاء», «في ختام زيارة»: in a phrase of time, by itself or in iḍāfa."""
    before = view.phrases[at - 1] if at else None
    idafa = before is not None and before.kind == "np" and not before.definite and not view.phrases[at].preposition
    return (view.phrases[at - 1] if idafa else view.phrases[at]).preposition in DURING


def _fronted(view: View, at: int) -> bool:
    """Nothing but the preposition stands between the adjunct and the beginning of its sentence or clause."""
    number = at - 1
    while number >= 0 and view.phrases[number].kind in ("particle", "np") and at - number <= 3:
        if view.phrases[number].kind == "np" and (
            view.phrases[number].definite or not view.phrases[number].preposition
        ):
            return False
        number -= 1
    return number < 0 or view.phrases[number].kind == "mark"


def _subject_from(view: View, number: int) -> list[int]:
    while number < len(view.phrases) - 1 and skippable(view, number):
        number += 1
    subject = bare_after(view, number)[:1] if view.phrases[number].kind == "verb" else [number]
    subject = [n for n in subject if not view.phrases[n].conjunction]
    return [n for n in subject if view.bare(n) and view.acting(n)]


VISITS = frozenset({"زيارة", "جولة"})


def visitor_before(view: View, candidate: Candidate, at: int) -> list[int]:
    """«أكد الوزير خلال زيارة إلى الهند أن …», «قال خلال لقائه السفير»: the subject of the verb that the adjunct goes with."""
    at = view.phrase_of(candidate.item)
    if candidate.trigger.type != "CONSULT" or not _adjunct(view, at) or candidate.reading.cut.article:
        return []
    verb = _verb_before(view, at)
    if verb is None or (candidate.trigger.lemma not in VISITS and view.item_of(verb).of(SPEECH) is None):
        return []
    return _acting_subject(view, verb, at)


def _acting_subject(view: View, verb: int, at: int) -> list[int]:
    """The subject of a verb that stands before phrase ``at``, if it is somebody who can act."""
    subject = [n for n in bare_after(view, verb)[:1] if n < at] or subject_before(view, verb)
    return [n for n in subject if view.acting(n)]


def _verb_before(view: View, at: int) -> int | None:
    """The nearest verb before, in one clause: no comma, complementizer or other event between."""
    for number in range(at - 1, max(-1, at - 1 - SUPPORT_REACH), -1):
        if view.phrases[number].kind == "verb":
            return number
        quote = view.item_of(number).token.text in QUOTES  # «أكدت الوزارة «على حق …»»
        if view.phrases[number].kind == "event" or (view.ends_clause(number) and not quote):
            return None
    return None


AFFIRMED = frozenset({"SUPPORT", "REJECT", "REQUEST", "THREATEN"})
EXPRESSING = frozenset({"اعرب", "اعربت", "عبر", "عبرت", "يعرب", "تعرب", "جدد", "جددت"})


def affirmer(view: View, candidate: Candidate, at: int) -> list[int]:
    """«أكدت الوزارة على حق تركيا …», «أعرب عن دعم»: a word that nobody else speaks is that of who affirms it."""
    at = view.phrase_of(candidate.item)
    verb = _verb_before(view, at)
    if candidate.trigger.type not in AFFIRMED or verb is None or view.item_of(verb).of(SPEECH) is None:
        return []
    wanted = {"", "علي", "عن"} if view.item_of(verb).token.folded.removeprefix("و") in EXPRESSING else {"", "علي"}
    if view.phrases[at].preposition not in wanted or view.phrases[verb].start in view.matched:
        return []
    return _acting_subject(view, verb, at)


GAINS = frozenset({"سيطر", "استعاد", "استولى", "حرّر", "بسط"})


def announcer(view: View, candidate: Candidate, at: int) -> list[int]:
    """«أعلن الجيش السيطرة على المدينة»: a force that announces a gain in the definite has made it itself."""
    at = view.phrase_of(candidate.item)
    verb = _verb_before(view, at)
    if candidate.trigger.lemma not in GAINS or verb is None or view.item_of(verb).of(SPEECH) is None:
        return []
    doers = [] if view.phrases[at].preposition else _acting_subject(view, verb, at)
    mentions = ((n, view.mention(n)) for n in doers)
    return [n for n, mention in mentions if mention is not None and mention.sector in FORCES - {"GOV"}]


DENYING = frozenset("نفي نفت ينفي تنفي انكر انكرت".split())


def denier(view: View, candidate: Candidate, at: int) -> list[int]:
    """«نفى الانفصاليون مهاجمة القوات»: a force or a state that denies an act denies its own."""
    at = view.phrase_of(candidate.item)
    verb = _verb_before(view, at)
    if verb is None or view.item_of(verb).token.folded.removeprefix("و") not in DENYING or view.phrases[at].preposition:
        return []
    doers = _acting_subject(view, verb, at) if candidate.trigger.type in FORCE_TYPES else []
    return [n for n in doers if (mention := view.mention(n)) is not None and mention.kind is not MentionKind.PERSON]


RESPONSIBLE = frozenset({"مسؤوليته", "مسوليته", "مسءوليته", "مسءوليتها", "مسءوليتهم", "المسءوليه", "مسءوليه"})


def claimant(view: View, candidate: Candidate, at: int) -> list[int]:
    """«أعلنت الحركة مسؤوليتها عن التفجير»: who takes responsibility for an attack says that he has done it."""
    at = view.phrase_of(candidate.item)
    if view.phrases[at].preposition != "عن" or candidate.trigger.type not in FORCE_TYPES:
        return []
    noun = at - 2 if at > 1 and view.phrases[at - 1].kind == "particle" else at - 1
    if noun < 1 or view.item_of(noun).token.folded not in RESPONSIBLE:
        return []
    verb = next((n for n in range(noun - 1, max(-1, noun - 5), -1) if view.phrases[n].kind == "verb"), None)
    return [] if verb is None else _acting_subject(view, verb, noun)


ATTRIBUTED = frozenset("نسب نسبت ينسب تنسب عزي عزيت نسبته نسبه نسبتها نسبها".split())


def attributed(view: View, candidate: Candidate, at: int) -> list[int]:
    """«هجوم نُسب إلى المتمردين», «نسب الهجوم إلى …»: whom an attack is put down to."""
    first = view.phrase_of(candidate.item)
    verbs = [n for n in (first - 1, *range(at + 1, min(len(view.phrases), at + 4))) if n >= 0]
    verb = next((n for n in verbs if view.item_of(n).token.folded.removeprefix("و") in ATTRIBUTED), None)
    if verb is None or candidate.trigger.type != "ASSAULT":
        return []
    after = (n for n in view.right(max(verb, at)) if view.phrases[n].preposition in ("الي", "ل"))
    return [n for n in after if view.acting(n)][:1]


OPERATION = frozenset("عمليه عمليات عمليتين حادث حوادث".split())


def doer_of_operation(view: View, candidate: Candidate, at: int) -> list[int]:
    """«تعرضت السفينة للهجوم في عملية نفذها قراصنة»: the operation in which an attack was made is that attack."""
    if candidate.trigger.type != "ASSAULT":
        return []
    for number in view.right(at):
        phrase, word = view.phrases[number], view.item_of(number).token.folded
        if phrase.preposition == "في" and word in OPERATION and number + 1 < len(view.phrases):
            verb = view.item_of(number + 1)
            done = view.phrases[number + 1].kind == "verb" and verb.pronoun and verb.of(SUPPORT) is not None
            return [n for n in bare_after(view, number + 1)[:1] if view.acting(n)] if done else []
    return []


# Where an event noun's doer is looked for when neither its complements nor a support verb name him, in this order.
DOERS: tuple[Callable[[View, Candidate, int], list[int]], ...] = (
    gathered, partakers, accused, main_subject, pronoun_of_masdar, visitor_before, giver, affirmer,
    announcer, denier, claimant, attributed, doer_of_operation,
)  # fmt: skip


def _acts_on_second(view: View, candidate: Candidate, complements: list[int]) -> bool:
    """«نشر الجيش قواته»: of two complements the first acts, also where one alone («نشر القوات») would be acted on."""
    acted_on = candidate.trigger.idafa == "object" and candidate.reading.pos == "masdar"
    return acted_on and view.acting(complements[0])


def _one_complement(view: View, candidate: Candidate, number: int, slots: Slots) -> None:
    """One complement is the subject or the object, as the entry says; a pronoun has taken the subject."""
    if _is_owner(view, candidate, number):
        put(slots.subject, [number], "owner_subject")
        return
    taken = bool(candidate.reading.cut.pronoun) or view.phrases[number].preposition == "ل"
    acted_on = view.mention(number) is not None and not view.acting(number)  # «إرسال دبابات»
    if candidate.trigger.idafa == "object" or taken or acted_on:
        put(slots.object, [number], "idafa_object")
    else:
        put(slots.subject, [number], "idafa_subject")


def _is_owner(view: View, candidate: Candidate, number: int) -> bool:
    """«في قصف لطائرات التحالف», «هجوم لطالبان»: an attack that has its target after على is by the force that لـ names."""
    frame, mention = candidate.trigger.frame, view.mention(number)
    aims = candidate.trigger.type == "ASSAULT" and "علي" in frame.get("recipient", ())
    closed = candidate.reading.cut.article or candidate.reading.cut.pronoun
    by = view.phrases[number].preposition == "ل" and view.acting(number)
    return bool(aims and by and not closed and mention and mention.sector in FORCES)


FORCES = frozenset({"MIL", "REB", "UAF", "COP", "SPY", "GOV"})


def _without_owner(view: View, complements: list[int]) -> list[int]:
    """«قصف معسكر للمتمردين»: after an indefinite thing that is hit لـ names whose it is, not what was hit."""
    if len(complements) < 2 or view.phrases[complements[1]].preposition != "ل":
        return complements
    first = complements[0]
    thing = not view.phrases[first].definite and view.mention(first) is not None and not view.acting(first)
    return complements[:1] if thing else complements


def _one_party(view: View, candidate: Candidate, complements: list[int]) -> bool:
    """«مقتل مقاتلي البيشمركة الأكراد», «اغتيال الأمين العام للحزب»: the second complement says more of the one who was killed."""
    if len(complements) < 2 or view.phrases[complements[1]].stop - view.phrases[complements[1]].start > 2:
        return False
    first, second = view.phrases[complements[0]], complements[1]
    beside = second == complements[0] + 1 and not view.phrases[second].preposition
    people = view.mention(second)
    named = people is not None and people.kind is MentionKind.STATE  # «قوات الطوارئ | السعودية»
    same = named or (people is not None and people.kind is MentionKind.GROUP and view.item_of(second).article)
    titled = view.phrases[second].preposition == "ل" and is_office(view, view.items[first.start])
    return (beside and same and first.stop - first.start > 1 and candidate.trigger.lemma in LOSSES) or titled


def _complements(view: View, candidate: Candidate, at: int) -> list[int]:
    """Iḍāfa right after the noun, then «لـ» or a bare noun phrase: «قصف الجيش للمدينة»."""
    found: list[int] = []
    closed = candidate.reading.cut.article or bool(candidate.reading.cut.pronoun)
    for number in view.right(at):
        phrase = view.phrases[number]
        if phrase.kind in ("time",) or (phrase.kind == "particle" and not found):
            if phrase.kind == "particle":
                break
            continue
        act = phrase.kind == "event" and phrase.preposition == "ل" and candidate.trigger.type in SPEECH_TYPES
        if (phrase.kind != "np" and not (act and found)) or phrase.conjunction:
            break
        if counts(view, number) or possessed(view, number) or (not found and is_instrument(view, candidate, number)):
            continue
        if found and candidate.trigger.lemma in LOSSES and manner(view, number):
            break
        beside = number == at + 1 or (number == at + 2 and view.item_of(at + 1).token.text in QUOTES)
        direct = not phrase.preposition and beside and (not closed or _after_doer(view, candidate, number))
        second = phrase.preposition == "ل" or (bool(found) and not phrase.preposition)
        if not direct and not second:
            break
        if direct and not _is_noun(view, candidate, number):
            continue
        found.append(number)
        if len(found) == 2:
            break
    return found


def _after_doer(view: View, candidate: Candidate, number: int) -> bool:
    """«لقائه السفير», «اتهامه الحكومة»: after a pronoun that acts comes whom it is done to; «دعمه الكامل», «دوره السياسي» not."""
    adjective = view.phrases[number].stop - view.phrases[number].start == 1 and adjectival(
        view.item_of(number), view.lexicon
    )
    return bool(candidate.reading.cut.pronoun) and view.acting(number) and not adjective and not _ordinal(view, number)


def _ordinal(view: View, number: int) -> bool:
    """«زيارتها الأولى», by its form also a plural of people."""
    mention = view.mention(number)
    return mention is not None and mention.rule == "sound_plural"


def _is_noun(view: View, candidate: Candidate, number: int) -> bool:
    """An indefinite adjective after the event noun («هجوم عنيف», «حملة عسكرية») is no complement."""
    phrase = view.phrases[number]
    event, word = view.items[candidate.item].token.folded, view.item_of(number).token.folded
    angry = candidate.trigger.type == "PROTEST" and event.endswith("ه") and word.endswith("ه") and not phrase.definite
    if angry and phrase.stop - phrase.start == 1 and view.item_of(number).word is not None:
        return False  # «مظاهرة غاضبة»
    if phrase.definite:
        return True
    first = view.items[phrase.start]
    adjective = qualifies(view.items[candidate.item], first, view.lexicon)
    if (
        adjective and candidate.trigger.idafa == "object"
    ):  # «مقتل مسلح», «اعتقال قيادي» have a victim, «قصف عسكري» has none
        either = first.word is not None and view.lexicon.word(first.word.entry).ambiguous
        adjective = either and candidate.trigger.lemma not in LOSSES
    counted = first.tag == "number" and candidate.trigger.type == "ASSAULT"  # «إصابة 40 آخرين»
    return not adjective and (counted or view.mention(number) is not None)


def national_adjective(view: View, at: int) -> list[Filler]:
    """«الغارات الأمريكية»: the adjective names the doer."""
    number = at + 1
    if number >= len(view.phrases) or view.phrases[number].kind != "np":
        return []
    phrase = view.phrases[number]
    items = view.items[phrase.start : phrase.stop]
    adjectives = phrase.preposition == "" and not phrase.conjunction and any(item.of(DEMONYM) for item in items)
    plain = all(item.of(DEMONYM) or (item.word is None and item.tag not in ("name", "number")) for item in items)
    noun = view.items[view.phrases[at].stop - 1]
    adjectives = adjectives and (
        noun.article == items[0].article or bool(noun.pronoun)
    )  # «مقاطعة البضائع التركية» is a construct
    return [Filler(number, "national_adjective")] if adjectives and plain else []
