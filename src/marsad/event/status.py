"""Status: fact, negated, future, hypothetical or historical, each with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from marsad.event.candidate import Candidate
from marsad.event.view import QUOTES, View
from marsad.lexicon.compile import SPEECH, SUPPORT, TRIGGER
from marsad.lexicon.lexicon import StatusWords
from marsad.lexicon.trigger import SPEECH_TYPES
from marsad.mention.item import Item
from marsad.record import Time
from marsad.span import Span

NEAR = 3  # items before a verb in which a particle of negation or tense stands
MASDAR_REACH = 4  # items before a maṣdar: «عدم … مشاركة», «محاولة اغتيال»
AWAITED_REACH = 5  # items between an event noun, its complement and such an adjective


class Status(NamedTuple):
    """A status, the rule that gave it and the words it rests on (``None`` for the default)."""

    value: str
    rule: str
    span: Span | None = None


class Case(NamedTuple):
    """What a status rule may look at."""

    view: View
    candidate: Candidate
    time: Time | None
    support: int | None
    candidates: Sequence[Candidate] = ()

    @property
    def words(self) -> StatusWords:
        """The lists of words/status.yaml."""
        return self.view.lexicon.status


def _before(case: Case, reach: int) -> list[int]:
    """Numbers of the items before the trigger, nearest first, up to the clause's start."""
    found = []
    for position in range(case.candidate.item - 1, max(-1, case.candidate.item - 1 - reach), -1):
        item = case.view.items[position]
        if item.tag == "mark" and item.token.text not in '«"“،':
            break
        found.append(position)
    return found


def _support_items(case: Case) -> list[int]:
    """The item of the support verb and those before it, where negation and tense stand."""
    if case.support is None:
        return []
    start = case.view.phrases[case.support].start
    return [start, *range(start - 1, max(-1, start - 1 - NEAR), -1)]


def negated_verb(case: Case) -> Status | None:
    """لم، لن، لا، ما، ليس right before the verb or its support verb, in one clause with it."""
    if _only_spoken_of(case):
        return None
    positions = _before(case, NEAR) if case.candidate.verbal else _support_items(case)[1:]
    for position in positions:
        item = case.view.items[position]
        if item.tag in ("verb", "mark"):
            return None
        bare = item.token.folded[len(item.conjunction) :]
        if item.tag == "particle" and bare in case.words.negations:
            if _not_only(case, position + 1):
                return None
            return (
                None
                if bare == "ما" and _relative_ma(case, position)
                else Status("negated", "negated_verb", item.token.span)
            )
    return None


def _not_only(case: Case, position: int) -> bool:
    """«لم تكتف بقصف المدينة»: it was shelled."""
    return not case.candidate.verbal and case.view.items[position].token.folded in case.words.only


def _only_spoken_of(case: Case) -> bool:
    """«لم تتبن أي جهة الهجوم»: a support verb that speaks of an attack denies, negated, the speech and not the attack."""
    if case.candidate.verbal or case.support is None or case.candidate.trigger.type in SPEECH_TYPES:
        return False
    return case.view.item_of(case.support).of(SPEECH) is not None


def negated_any(case: Case) -> Status | None:
    """«لم تتعرض القاعدة لأي هجوم»: any, in a negated clause."""
    before = _before(case, 12)
    if case.candidate.verbal or not before or case.view.items[before[0]].token.folded not in case.words.any:
        return None
    items = [case.view.items[position] for position in before[1:]]
    denying = (i for i in items if i.token.folded[len(i.conjunction) :] in case.words.negations and i.tag == "particle")
    without = (i for i in items[:2] if i.token.folded[len(i.conjunction) :] in case.words.negations_of_noun)
    found = next(denying, None) or next(without, None)  # «لم تتعرض لأي هجوم», «دون حدوث أي اشتباكات»
    return Status("negated", "negated_any", found.token.span) if found else None


def not_who(case: Case) -> Status | None:
    """«القوات ليست من قصف المدرسة»: who did it, it was not they."""
    before = _before(case, 2)
    words = [case.view.items[position].token.folded for position in before]
    if len(before) == 2 and words[0] == "من" and words[1] in ("ليس", "ليست", "ليسوا"):
        return Status("negated", "not_who", case.view.items[before[1]].token.span)
    return None


def _relative_ma(case: Case, position: int) -> bool:
    """«في ما», «هو ما», «ليس ما», «، ما أدى إلى …», «إزالة ما قام …»: ما is the relative; «وما إن», «إذا ما» tell when."""
    if case.view.items[position + 1].token.folded == "ان":
        return True
    before = case.view.items[position - 1] if position else None
    if before is None:
        return False
    bare = before.token.folded[len(before.conjunction) :]
    particle = bool({"preposition", "pronoun"} & set(before.classes))
    other = bare in case.words.negations or bare in case.words.supposing
    return particle or other or before.tag in ("mark", "noun", "unknown")


def negated_noun(case: Case) -> Status | None:
    """عدم، دون، بدون before a maṣdar; غير only right before it («الهجوم غير المسبوق ومطالبته»: it is of the adjective)."""
    if case.candidate.verbal:
        return None
    for position in _before(case, 5 if _joined_noun(case) else 2):
        item = case.view.items[position]
        if item.tag in ("verb", "mark"):
            return None
        bare = item.token.folded[item.prefix :] if item.tag == "particle" else item.token.folded.lstrip("بلو")
        if bare in case.words.negations_of_noun and (bare != "غير" or position == case.candidate.item - 1):
            return Status("negated", "negated_noun", item.token.span)
    return None


def _joined_noun(case: Case) -> bool:
    """«دون مقاومة أو اشتباك»: joined to another noun by أو or و."""
    before = _before(case, 1)
    joined = bool(before) and case.view.items[before[0]].token.folded in ("او", "ولا")
    return joined or case.view.items[case.candidate.item].conjunction == "و"


def denied(case: Case) -> Status | None:
    """نفى … : the event is what someone denies; accusations that are denied have been made."""
    if case.candidate.trigger.type == "ACCUSE" and not case.candidate.verbal:
        return None
    if case.candidate.verbal and case.candidate.reading.cut.conjunction:  # «ينفون التهمة ويتهمون …»
        return None
    for position in _before(case, 14):
        item = case.view.items[position]
        if _denies(case, position):
            return _denial(case, position)
        if item.tag == "verb" and not item.of(SPEECH) and item.token.folded not in case.words.copula:
            return None
        if item.tag == "mark" and item.token.text == "،" and _new_clause(case, position + 1):
            return None
    return None


NOT_KNOWN_REACH = 4  # items before what is not known of


def not_known(case: Case) -> Status | None:
    """«لا علم لها بموافقة …», «دون علمه بزيارة …»: what somebody knows nothing of is no fact by his words."""
    reading = case.candidate.reading
    if case.candidate.verbal or reading.cut.preposition != "ب":
        return None
    for position in _before(case, NOT_KNOWN_REACH):
        item = case.view.items[position]
        if item.token.folded in KNOWLEDGE:
            before = (case.view.items[n] for n in range(max(0, position - NOT_KNOWN_REACH), position))
            found = next((i for i in before if _negates(case, i)), None)
            return Status("hypothetical", "not_known", found.token.span) if found is not None else None
    return None


KNOWLEDGE = frozenset("علم علما علمه علمها علمهم درايه اطلاع".split())


def _negates(case: Case, item: Item) -> bool:
    bare = item.token.folded[len(item.conjunction) :]
    return bare in case.words.negations or bare in case.words.negations_of_noun


def _denies(case: Case, position: int) -> bool:
    item = case.view.items[position]
    stances = (case.view.lexicon.stance(r.entry) for r in item.readings if r.cls == SPEECH)
    return "negative_verb" in item.classes or "denies" in stances


def _denial(case: Case, position: int) -> Status:
    """«لم يستبعد وقوع هجوم»: a denial that is not made leaves the event open."""
    before = case.view.items[position - 1] if position else None
    if before is not None and before.token.folded[len(before.conjunction) :] in ("لم", "لن", "لا"):
        return Status("hypothetical", "not_denied", before.token.span)
    return Status("negated", "denied", case.view.items[position].token.span)


def _new_clause(case: Case, position: int) -> bool:
    """After the comma و or ف and a verb begin another clause."""
    item = case.view.items[position]
    return item.tag == "verb" and bool(item.conjunction)


def future_verb(case: Case) -> Status | None:
    """سـ or سوف on the verb itself or on the verb that governs a maṣdar; a past verb is never future."""
    if case.candidate.reading.cut.future:
        return Status("future", "future_prefix", case.view.items[case.candidate.item].token.span)
    if case.candidate.verbal:
        return _future_particle(case, case.candidate.item) if case.candidate.reading.pos == "present" else None
    verb = _governing_verb(case) if (planned_by := _planning_verb(case)) is None else planned_by
    if verb is None or (_circumstance(case) and case.candidate.reading.cut.pronoun):
        return None  # «سيبحث في زيارته الأزمة»: he is there
    item = case.view.items[verb]
    if any(r.cut.future for r in item.readings if r.verbal):
        return Status("future", "future_support", item.token.span)
    return _future_particle(case, verb)


DURING = frozenset({"في", "خلال", "اثناء", "عبر", "لدي"})


def _circumstance(case: Case) -> bool:
    """«اتفق الرئيسان في اتصال هاتفي», «بحث خلال لقائه الوزير»: a meeting in which something else is said or done."""
    phrase = case.view.phrases[case.view.phrase_of(case.candidate.item)]
    return case.candidate.trigger.type == "CONSULT" and phrase.preposition in DURING


def scheduled(case: Case) -> Status | None:
    """«وصل إلى الدوحة، على أن يلتقي نظيره»: what is to follow, where no verb governs على («أكد على أن»)."""
    before = _before(case, 2)
    if case.candidate.reading.pos != "present" or len(before) < len(ON_THAT):
        return None
    words = tuple(case.view.items[position].token.folded for position in reversed(before))
    apart = before[1] > 0 and case.view.items[before[1] - 1].tag == "mark"
    earlier = range(max(0, before[1] - GOVERNED_REACH), before[1])
    if words != ON_THAT or (not apart and any(_takes_on(case, position) for position in earlier)):
        return None
    return Status("future", "scheduled", case.view.items[before[1]].token.span)


ON_THAT = ("علي", "ان")


def _takes_on(case: Case, position: int) -> bool:
    """A verb or noun of speech, or one that lends its subject by على («حرص على أن», «تأكيده على أن»)."""
    item = case.view.items[position]
    support = item.of(SUPPORT)
    lends = support is not None and case.view.lexicon.support(support.entry)[0] == "على"
    return lends or item.of(SPEECH) is not None


def _future_particle(case: Case, verb: int) -> Status | None:
    """سوف or سيتم before a verb, or one that itself names a plan (يعتزم)."""
    for position in range(verb if verb != case.candidate.item else verb - 1, max(-1, verb - 1 - NEAR), -1):
        item = case.view.items[position]
        if "future" in item.classes:
            return Status("future", "future_particle", item.token.span)
        if item.tag in ("verb", "mark") and position != verb:
            return None
    return None


def _planning_verb(case: Case) -> int | None:
    """«تستعد القوات لاقتحام المدينة»: a verb that itself names a plan, whatever its preposition."""
    verb = _verb_before(case)
    return verb if verb is not None and "future" in case.view.items[verb].classes else None


def _governing_verb(case: Case) -> int | None:
    """The verb that a maṣdar belongs to: its support verb, else one before it whose bare object it is and that is no event."""
    if case.support is not None:
        return case.view.phrases[case.support].start
    phrase = case.view.phrases[case.view.phrase_of(case.candidate.item)]
    if phrase.preposition:
        return None
    positions = (p for p in _before(case, GOVERNED_REACH) if case.view.items[p].tag in ("verb", "mark"))
    verb = next(positions, None)
    others = {c.item for c in case.candidates}
    if verb is None or case.view.items[verb].tag != "verb" or verb in others:
        return None
    copula = (
        case.view.items[verb].token.folded.removeprefix("س") in case.words.copula
    )  # «ستكون للصفقة عواقب وخيمة» threatens today
    return None if copula else verb


GOVERNED_REACH = 10  # items between a verb and the maṣdar that is its object


def planned(case: Case) -> Status | None:
    """من المقرر أن، يعتزم، المقبل: announced, not done; a past verb is never future."""
    if case.candidate.reading.pos == "past":
        return None
    events = {c.item for c in case.candidates if c.verbal}
    for position in _before(case, 8):
        item = case.view.items[position]
        if "future" in item.classes and item.tag == "particle":
            return Status("future", "planned", item.token.span)
        if item.tag == "verb" and (item.of(SPEECH) or position in events):
            return None
    for position in range(case.candidate.item + 1, min(len(case.view.items), case.candidate.item + 8)):
        item = case.view.items[position]
        if item.tag in ("verb", "mark"):
            return None
        if item.token.folded in case.words.to_come:
            return Status("future", "next_period", item.token.span)
    return None


def awaited(case: Case) -> Status | None:
    """«زيارة مرتقبة لوزير الخارجية»: an adjective of the event noun itself."""
    if case.candidate.verbal or case.candidate.trigger.type not in TOPICS:
        return None
    for position in range(case.candidate.item + 1, min(len(case.view.items), case.candidate.item + AWAITED_REACH)):
        item = case.view.items[position]
        if item.tag in ("verb", "mark") or item.conjunction or position in {c.item for c in case.candidates}:
            return None
        own = position == case.candidate.item + 1 and item.token.folded in case.words.to_come  # «زيارته المقبلة»
        if own or item.token.folded in case.words.awaited:
            return Status("future", "awaited", item.token.span)
    return None


def future_time(case: Case) -> Status | None:
    """The event's own time lies after publication."""
    if case.candidate.verbal and case.candidate.reading.pos == "past":
        return None
    published = case.view.published
    if case.time and case.time.start and published and case.time.start > published[:10]:
        return Status("future", "future_time", case.time.span)
    return None


def tonight(case: Case) -> Status | None:
    """«تشهد العاصمة مساء اليوم مظاهرة»: a present with a later hour of the day of publication announces."""
    verb = case.candidate.item if case.candidate.verbal else _governing_verb(case)
    if verb is None or case.time is None or not case.view.published:
        return None
    present = {r.pos for r in case.view.items[verb].readings if r.verbal} == {"present"}
    words = [case.view.items[n].token.folded for n in case.view.items_under(case.time.span)]
    today = "اليوم" in words and not case.words.tonight.isdisjoint(words)
    return Status("future", "tonight", case.time.span) if present and today and not _made_past(case, verb) else None


def _made_past(case: Case, verb: int) -> bool:
    """«كان يهاجم», «لم يهاجم»: a present made past."""
    before = case.view.items[max(0, verb - 2) : verb]
    return any(i.token.folded in PLUPERFECT or i.token.folded[len(i.conjunction) :] == "لم" for i in before)


def supposed(case: Case) -> Status | None:
    """إذا، لو، ربما, قد with a present, محاولة: supposed, wished or only tried."""
    for position in _before(case, 8):
        item = case.view.items[position]
        bare = item.token.folded[len(item.conjunction) :]
        if item.tag == "particle" and bare in case.words.supposing:
            return Status("hypothetical", "supposed", item.token.span)
        if bare in ("قد", "فقد") and case.candidate.reading.pos == "present" and position >= case.candidate.item - 2:
            return Status("hypothetical", "perhaps", item.token.span)
        if item.tag == "verb" and item.of(SPEECH):
            return None
    verb = None if case.candidate.verbal else _governing_verb(case)
    return None if verb is None else _perhaps(case, verb)


def _perhaps(case: Case, verb: int) -> Status | None:
    """«قد يشن الجيش هجوما»: قد before a present is perhaps; before a past it is indeed («كان الحي قد تعرض لقصف»)."""
    before = case.view.items[verb - 1] if verb else None
    tenses = {r.pos for r in case.view.items[verb].readings if r.verbal}
    pluperfect = any(i.token.folded in PLUPERFECT for i in case.view.items[max(0, verb - MASDAR_REACH - 2) : verb])
    present = "present" in tenses and not ("past" in tenses and pluperfect)
    bare = before.token.folded[len(before.conjunction) :] if before is not None else ""
    return Status("hypothetical", "perhaps", case.view.items[verb].token.span) if present and bare == "قد" else None


PLUPERFECT = frozenset("كان كانت كانوا وكان وكانت وكانوا".split())


EXCEPTION_REACH = 10  # items between إلا and the event noun: «لن يكون الحل إلا في إطار دولي وبحوار …»


def only_way(case: Case) -> Status | None:
    """«لن يكون الحل إلا بحوار بين الطرفين»: what alone would help is not told as done."""
    for position in _before(case, EXCEPTION_REACH) if not case.candidate.verbal else ():
        items = case.view.items[max(0, position - NEAR) : position]
        if case.view.items[position].token.folded == "الا":
            denied_future = next((i for i in items if i.token.folded[len(i.conjunction) :] == "لن"), None)
            return Status("hypothetical", "only_way", denied_future.token.span) if denied_future is not None else None
    return None


def any_such(case: Case) -> Status | None:
    """«سترد على أي هجوم», «رصد أي أعمال أو تحركات»: any, where nothing is denied, speaks of what may come."""
    if case.candidate.verbal:
        return None
    before = [case.view.items[position].token.folded for position in _before(case, 3)]
    joined = len(before) == 3 and before[0] in ("او", "و") and before[2] in case.words.any
    if not (joined or (before[:1] and before[0] in case.words.any)):
        return None
    position = case.candidate.item - (3 if joined else 1)
    return Status("hypothetical", "any_such", case.view.items[position].token.span)


def in_case(case: Case) -> Status | None:
    """«في حال رفض الجيش الانسحاب»: a condition, up to the clause with ف that tells what follows."""
    for position in _before(case, 8):
        item = case.view.items[position]
        if item.conjunction == "ف" or item.token.folded.startswith("فان"):
            return None
        if item.token.folded in case.words.continuing:  # «في حال استمرت المظاهرات»
            return None
        if item.token.folded in CASES and position and case.view.items[position - 1].token.folded in ("في", "وفي"):
            return Status("hypothetical", "in_case", item.token.span)
    return None


CASES = frozenset({"حال", "حاله"})


def thwarted(case: Case) -> Status | None:
    """«أحبطت الشرطة هجوما على السفارة»: what is foiled or prevented has not come about."""
    verb = None if case.candidate.verbal else _verb_before(case)
    if verb is None or case.view.items[verb].token.folded.removeprefix("و") not in case.words.thwarting:
        return None
    return Status("hypothetical", "thwarted", case.view.items[verb].token.span)


def _verb_before(case: Case, *, past_subject: bool = False) -> int | None:
    """The nearest verb before the event in its clause, no other event noun between («تهدف الزيارة إلى …»: but its subject)."""
    others = {c.item for c in case.candidates if not c.verbal}
    for position in _before(case, GOVERNED_REACH):
        if case.view.items[position].tag == "verb":
            return position
        subject = past_subject and position > 0 and case.view.items[position - 1].tag == "verb"
        if case.view.items[position].tag == "mark" or (position in others and not subject):
            return None
    return None


def expected(case: Case) -> Status | None:
    """«يخشى السكان وقوع هجوم»: a maṣdar that someone fears, expects or hopes for."""
    verb = None if case.candidate.verbal else _verb_before(case)
    reading = case.view.items[verb].of(SPEECH) if verb is not None else None
    if verb is None or reading is None or case.view.lexicon.stance(reading.entry) != "expects":
        return None
    told = any("complementizer" in item.classes for item in case.view.items[verb + 1 : case.candidate.item])
    return None if told else Status("hypothetical", "expected", case.view.items[verb].token.span)


def aimed(case: Case) -> Status | None:
    """«تهدف الزيارة إلى دعم الحكومة», «يريد القائد مهاجمة المدينة»."""
    verb = None if case.candidate.verbal else _verb_before(case, past_subject=True)
    wanted = verb is not None and case.view.items[verb].token.folded.removeprefix("و") in case.words.aiming
    phrase = case.view.phrases[case.view.phrase_of(case.candidate.item)]
    if verb is None or not wanted or phrase.preposition not in ("", "الي") or _is_subject(case, verb):
        return None
    return Status("hypothetical", "aimed", case.view.items[verb].token.span)


def _is_subject(case: Case, verb: int) -> bool:
    """«تهدف الزيارة …»: the event right after the verb is its subject, unless the verb takes its aim bare («يريد مهاجمة»)."""
    takes_bare = case.view.items[verb].token.folded.removeprefix("و") in case.words.aiming_bare
    return case.candidate.item == verb + 1 and not takes_bare


def asked(case: Case) -> Status | None:
    """«هل قصف الجيش المدينة؟», «متى ترفع أوروبا العقوبات؟»: what is asked is not told; «من» and «لماذا» ask about what was."""
    for position in _before(case, 8):
        item = case.view.items[position]
        bare = item.token.folded.removeprefix("و").removeprefix("ف")
        if bare in case.words.asking and not (bare == "متي" and case.candidate.reading.pos == "past"):
            return Status("hypothetical", "asked", item.token.span)
    return None


def attempted(case: Case) -> Status | None:
    """A word of possibility, fear, plan or attempt right before: محاولة اغتيال، احتمال شن هجوم."""
    for position in _before(case, MASDAR_REACH):
        item = case.view.items[position]
        bare = item.token.folded[len(item.conjunction) :]
        if item.token.folded in case.words.attempt and case.candidate.trigger.type == "ASSAULT":
            return None  # an attempted assassination is an assault (codebook, ASSAULT mode targeted)
        if "hypothesis" in item.classes and bare not in ("قد", "كي", "لكي"):
            return Status("hypothetical", "attempted", item.token.span)
        if item.tag == "verb" or item.article:
            return None
    return None


CARRIED_REACH = 5  # items between the maṣdar that carries an event and its noun: «لشن سلسلة من الهجمات»


def carried(case: Case) -> Status | None:
    """«خطط لتنفيذ عدة تفجيرات», «مخطط لشن هجوم», «حتى تتم إقالة الوزير»: what is planned or awaited, with the word that carries it."""
    if case.candidate.verbal:
        return None
    for position in _before(case, CARRIED_REACH):
        item = case.view.items[position]
        if not case.words.carrying.isdisjoint(item.stems) and item.preposition == "ل":
            return Status("hypothetical", "carried", item.token.span)
        if item.tag == "verb":
            return _until(case, position)
    return None


def _until(case: Case, verb: int) -> Status | None:
    before = case.view.items[verb - 1] if verb else None
    present = {r.pos for r in case.view.items[verb].readings if r.verbal} == {"present"}
    if before is None or not present or before.token.folded not in ("حتي", "ريثما"):
        return None
    return Status("hypothetical", "until", before.token.span)


def purpose(case: Case) -> Status | None:
    """«لقصف …», «أن يقصف»: an aim, a demand or a wish, not an act."""
    candidate = case.candidate
    if candidate.verbal and candidate.reading.pos == "present":
        if candidate.reading.cut.preposition == "ل":
            return Status("hypothetical", "purpose_verb", case.view.items[candidate.item].token.span)
        before = _before(case, 1)
        if (
            before
            and case.view.items[before[0]].token.folded in ("ان", "لان", "كي", "لكي", "حتي", "الا", "بان")
            and not _said(case, before[0])
            and not _in_time(case, before[0])
        ):
            return Status("hypothetical", "that_clause", case.view.items[before[0]].token.span)
    if (
        candidate.reading.pos == "masdar"
        and case.support is None  # «تعرض لقصف»
        and candidate.reading.cut.preposition == "ل"
        and not _spoken_about(case)
    ):
        return Status("hypothetical", "purpose_noun", case.view.items[candidate.item].token.span)
    return None


def _spoken_about(case: Case) -> bool:
    """«استنكار الجامعة للقصف»: after a maṣdar of speech ل marks its object, not an aim."""
    reach = range(case.candidate.item - MASDAR_REACH - 2, case.candidate.item)
    spoken = (c for c in case.candidates if c.item in reach and c.trigger.type in SPEECH_TYPES)
    return case.candidate.reading.cut.article and any(not c.verbal for c in spoken)


def _in_time(case: Case, position: int) -> bool:
    """«قبل أن يهاجموا المركز»: a clause of time."""
    return position > 0 and case.view.items[position - 1].token.folded in case.words.when


def _said(case: Case, position: int) -> bool:
    """Whether أن follows a verb of saying rather than of wanting."""
    return position > 0 and case.view.items[position - 1].of(SPEECH) is not None


# What talks may be about without its being done: cooperation to come («بحث الوزيران تبادل المعلومات»), never an attack.
TOPICS = frozenset({"AGREE", "AID", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT", "CONSULT"})
TOPIC_REACH = 10  # items between a verb of discussing and what is discussed


TERM_REACH = 2


def term(case: Case) -> Status | None:
    """«… مقابل رفع العقوبات»: what is to be had in return, or once something comes about."""
    if case.candidate.verbal or case.candidate.trigger.type not in TOPICS - {"CONSULT"}:
        return None
    for position in _before(case, TERM_REACH):
        item = case.view.items[position]
        if item.token.folded[len(item.conjunction) :] in case.words.terms:
            return Status("hypothetical", "term", item.token.span)
        if item.tag == "verb":
            return None
    return None


def discussed(case: Case) -> Status | None:
    """«بحث الوزيران تبادل المعلومات», «ناقش سبل رفع العقوبات»: a topic of talks, not an act."""
    if case.candidate.verbal or case.candidate.trigger.type not in TOPICS or _circumstance(case):
        return None
    for position in _before(case, TOPIC_REACH):
        item = case.view.items[position]
        if any(
            r.cls == TRIGGER and case.view.lexicon.trigger(r.entry).lemma in case.words.discussing
            for r in item.readings
        ):
            return Status("hypothetical", "discussed", item.token.span)
        if item.tag == "verb":
            return None
    return None


DEMANDS = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE"})


def demanded(case: Case) -> Status | None:
    """What is asked for, threatened or refused has not happened («دعا إلى مهاجمة السفارة»); what is to stop goes on."""
    if case.candidate.verbal or _circumstance(case):
        return None
    asking = [c for c in case.candidates if _may_demand(case, c)]
    for demand in reversed(asking):
        between = case.view.items[demand.item + 1 : case.candidate.item]
        if any(case.words.stopping & i.stems for i in between):
            return None
        stopped = any(i.tag == "verb" or (i.tag == "mark" and i.token.text not in QUOTES) for i in between)
        others = any(demand.item < c.item < case.candidate.item and not c.verbal for c in case.candidates)
        if not stopped and not others:
            return Status("hypothetical", "demanded", case.view.items[demand.item].token.span)
    return None


def _may_demand(case: Case, other: Candidate) -> bool:
    """A demand, threat, refusal or promise within reach: farther before an act with بـ, who is asked stands between."""
    asks_for = case.candidate.reading.cut.preposition == "ب" and other.verbal
    reach = ASKED_REACH if asks_for else MASDAR_REACH + 4
    return other.trigger.type in DEMANDS and 0 < case.candidate.item - other.item < reach


ASKED_REACH = 24  # «طالب الرئيس … المجتمع الدولي … بتصنيف …»: who asks whom may have long names


def historical(case: Case) -> Status | None:
    """More than a year before publication."""
    published, time = case.view.published, case.time
    if not (published and time and time.stop):
        return None
    year_ago = f"{int(published[:4]) - 1:04}{published[4:10]}"
    return Status("historical", "over_a_year_ago", time.span) if time.stop < year_ago[: len(time.stop)] else None


YEAR = re.compile(r"(1[0-9]|20)\d\d")
DASHES = "-–—:"


def chronicle(case: Case) -> Status | None:
    """«1952 - الجامعة العربية تحتج …»: an entry of a chronicle stands under its year, more than one before publication."""
    published, items = case.view.published, case.view.items
    if (
        not published
        or len(items) < 3
        or items[1].token.text not in DASHES
        or not YEAR.fullmatch(items[0].token.folded)
    ):
        return None
    past = int(items[0].token.folded) < int(published[:4]) - 1
    return Status("historical", "chronicle", items[0].token.span) if past else None


def era(case: Case) -> Status | None:
    """A movement or era named by its entry (انتفاضة) after «منذ» or without a date of its own."""
    if case.candidate.trigger.history and case.candidate.reading.cut.article and case.time is None:
        return Status("historical", "era", case.view.items[case.candidate.item].token.span)
    return None


RULES: tuple[Callable[[Case], Status | None], ...] = (
    historical,
    chronicle,
    era,
    negated_verb,
    negated_any,
    not_who,
    negated_noun,
    denied,
    not_known,
    future_verb,
    scheduled,
    planned,
    awaited,
    future_time,
    tonight,
    asked,
    supposed,
    in_case,
    only_way,
    any_such,
    thwarted,
    expected,
    aimed,
    attempted,
    carried,
    purpose,
    term,
    discussed,
    demanded,
)


def find_status(
    view: View, candidate: Candidate, time: Time | None, support: int | None, candidates: Sequence[Candidate] = ()
) -> Status:
    """The status of an event; fact where no rule says otherwise. ``candidates`` are all triggers of the sentence."""
    case = Case(view, candidate, time, support, candidates)
    status = next((found for rule in RULES if (found := rule(case))), Status("fact", "default"))
    if status.value == "future" and candidate.trigger.type == "AGREE":  # a plan that is announced is agreed today
        return Status("fact", "plan_is_agreed", status.span)
    return status
