"""Roles: who fills a trigger's frame, found slot by slot around it.

Verb-subject-object and subject-verb-object order, passives, iḍāfa after a maṣdar,
support verbs, prepositions that the trigger governs, agents (من قبل، على يد),
relative clauses, coordination, and subjects shared with the verb before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from marsad.event.candidate import Candidate
from marsad.event.size import LOSSES
from marsad.event.view import ACCOMPANYING, COMMAS, View
from marsad.lexicon.compile import DEMONYM, SPEECH, SUPPORT, TRIGGER
from marsad.lexicon.trigger import SPEECH_TYPES
from marsad.mention.agreement import qualifies
from marsad.record import Mention, MentionKind, Participant

AGENT_PREPOSITIONS = frozenset(
    {"من قبل", "من جانب", "من طرف", "علي يد", "علي ايدي", "بامر من", "بقرار من", "باوامر من", "بتكليف من"}
    | {"برصاص", "بنيران", "بايدي", "بيد"}
)
# Rules that put a phrase in the object's place by grammar alone (so does a preposition that the frame names): there even
# an unknown noun is what the act was done to.
OBJECT_RULES = frozenset(
    {"object_after_verb", "object_after_subject", "idafa_object", "masdar_object", "passive_subject"}
)
RELATIVE_REACH = 7  # phrases between an event noun and the verb of its relative clause
SUPPORT_REACH = 7  # phrases between a support verb and its event noun
SKIPPED = frozenset({"adverb", "past_auxiliary", "negation", "future", "pronoun"})


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase in a slot and the rule that put it there."""

    phrase: int
    rule: str


@dataclass(slots=True)
class Slots:
    """What stands in each slot of one trigger: ``subject``, ``object`` and prepositions."""

    subject: list[Filler] = field(default_factory=list)
    object: list[Filler] = field(default_factory=list)
    prepositions: dict[str, list[Filler]] = field(default_factory=dict)
    support: int | None = None  # the phrase of a support verb
    place: int | None = None  # the phrase that a support verb says it happened in: «شهدت المدينة …»
    relative: int | None = None  # the verb of a relative clause that tells the event noun's doer
    passive: bool = False

    def of(self, slot: str) -> list[Filler]:
        """The fillers of a slot by its name in a frame."""
        if slot == "subject":
            return self.subject
        return self.object if slot == "object" else self.prepositions.get(slot, [])


def fill(view: View, candidate: Candidate) -> Slots:
    """The slots around a trigger, each filler with its rule."""
    at = view.phrase_of(candidate.item + candidate.length - 1)
    slots = Slots()
    if candidate.verbal:
        _verb(view, candidate, at, slots)
    elif candidate.reading.pos == "participle":
        _participle(view, candidate, at, slots)
    else:
        _noun(view, candidate, at, slots)
    _governed(view, candidate, at, slots)
    return slots


# Verbs


def _verb(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    after = _bare_after(view, at)
    before = _subject_before(view, view.phrase_of(candidate.item))
    agent = _agent(view, at)
    relative = _relative(view, view.phrase_of(candidate.item))
    slots.passive = _is_passive(view, candidate, after, before if relative is None else [relative], agent)
    if slots.passive:
        _put(slots.object, after[:1] or before, "passive_subject")
        slots.subject += agent
        return
    if relative is not None:
        _relative_clause(view, at, candidate, relative, after, slots)
    elif _after_pronoun(view, view.phrase_of(candidate.item)):
        _put(slots.subject, _shared_subject(view, view.phrase_of(candidate.item)), "pronoun_subject")
        _put(slots.object, after[:1], "object_after_verb")
    elif before and not candidate.reading.cut.conjunction:
        _put(slots.subject, before, "subject_before_verb")
        _put(slots.object, after[:1], "object_after_verb")
    elif candidate.reading.cut.pronoun:
        _put(slots.subject, after[:1], "subject_after_verb")
        _put(slots.object, _asyndetic(view, view.phrase_of(candidate.item)), "asyndetic_relative")
        if not slots.object:
            _put(slots.object, _meant(view, candidate, slots), "pronoun_object")
    elif _plural(candidate) or candidate.reading.agreement[:1] == "1":
        _put(slots.object, after[:1], "object_after_verb")
    else:
        _put(slots.subject, after[:1], "subject_after_verb")
        _put(slots.object, after[1:2], "object_after_subject")
    if not slots.subject:
        _put(slots.subject, _shared_subject(view, view.phrase_of(candidate.item)), "shared_subject")


def _put(slot: list[Filler], phrases: Sequence[int], rule: str) -> None:
    slot.extend(Filler(phrase, rule) for phrase in phrases)


def _plural(candidate: Candidate) -> bool:
    """A plural or dual verb follows its subject or drops it."""
    return candidate.reading.agreement[-1:] in ("p", "d")


RESUMED = frozenset(
    "منها منه منهم فيها فيه فيهم بها به بهم عليها عليه عليهم اليها اليه اليهم لها له لهم عنها عنه معها معه".split()
)


def _relative_clause(
    view: View, at: int, candidate: Candidate, antecedent: int, after: list[int], slots: Slots
) -> None:
    """«الذي هاجم المدينة»: the antecedent acts; «التي شنها الجيش»: the pronoun is the antecedent."""
    if candidate.reading.cut.pronoun and after:
        _put(slots.subject, after[:1], "relative_subject")
        _put(slots.object, [antecedent], "relative_object")
        return
    if after and view.item_of(at + 1).token.folded in RESUMED:  # «المدينة التي طردت منها القوات المسلحين»
        _put(slots.subject, after[:1], "relative_subject")
        _put(slots.object, after[1:2], "object_after_subject")
        return
    _put(slots.subject, [antecedent], "relative_antecedent")
    _put(slots.object, after[:1], "object_after_verb")


def _bare_after(view: View, at: int) -> list[int]:
    """The first two noun phrases without preposition after ``at`` in its clause, those in coordination counted once."""
    found: list[int] = []
    for number in view.right(at):
        phrase = view.phrases[number]
        if phrase.kind == "event" and not phrase.preposition:
            found.append(number)
            break  # what follows an event noun belongs to it
        joined = bool(found) and ((phrase.conjunction and number == found[-1] + 1) or _apposed(view, number))
        if view.bare(number) and not joined and not phrase.conjunction:
            found.append(number)
        if len(found) == 2:
            break
    return found


def _apposed(view: View, number: int) -> bool:
    """«الملك عبد الله الثاني ملك الأردن»: a title right after a person is in apposition to him."""
    before = view.mention(number - 1) if view.phrases[number - 1].kind == "np" else None
    word = view.item_of(number).word
    titled = word is not None and view.lexicon.word(word.entry).role == "title"
    return titled and before is not None and before.kind is MentionKind.PERSON and before.entity is not None


def _subject_before(view: View, at: int) -> list[int]:
    """The subject of subject-verb order: a bare noun phrase that opens the clause before the verb."""
    number = at - 1
    while number >= 0 and _skippable(view, number):
        number -= 1
    passed = 0
    while number >= 0 and passed < 4 and not view.bare(number):
        if view.ends_clause(number, commas=False) and not _closes_aside(view, number):
            return []
        number -= 1
        passed += 1
    if number < 0 or view.phrases[number].kind != "np":
        return []
    number = _coordination_start(view, number)
    return [number] if _opens_clause(view, number) else []


def _closes_aside(view: View, number: int) -> bool:
    return view.item_of(number).token.text in ')»”"'


def _skippable(view: View, number: int) -> bool:
    """Adverbs, auxiliaries, negation and times between subject and verb."""
    phrase = view.phrases[number]
    item = view.items[phrase.start]
    return phrase.kind == "time" or (
        phrase.kind == "particle" and (bool(SKIPPED & set(item.classes)) or item.token.folded in ("قد", "لقد"))
    )


def _coordination_start(view: View, number: int) -> int:
    while number > 0 and view.phrases[number].conjunction and view.phrases[number - 1].kind == "np":
        number -= 1
    return number


def _opens_clause(view: View, number: int) -> bool:
    """A noun phrase after which the verb may come: first in the sentence, or after a mark, a complementizer or كان."""
    if view.phrases[number].conjunction:
        return True
    before = number - 1
    while before >= 0 and view.phrases[before].kind == "time":
        before -= 1
    if before < 0:
        return True
    phrase, item = view.phrases[before], view.item_of(before)
    if phrase.kind == "mark":
        return True
    if phrase.kind == "verb":
        return False
    if phrase.kind != "particle":
        return False
    return bool(
        {"complementizer", "subordinator", "past_auxiliary", "coordinator", "adverb", "negation"} & set(item.classes)
    )


def _relative(view: View, at: int) -> int | None:
    """The antecedent when a relative pronoun stands right before the verb."""
    number = at - 1
    while number >= 0 and _skippable(view, number):
        number -= 1
    if number < 1 or view.phrases[number].kind != "particle":
        return None
    item = view.item_of(number)
    if "relative" not in item.classes or item.token.folded == "حيث":
        return None
    return next(
        (other for other in range(number - 1, max(-1, number - 4), -1) if view.phrases[other].kind in ("np", "event")),
        None,
    )


WITH_PRONOUN = frozenset("انه انها انهم انهما بانه بانها بانهم لانه لانها لكنه لكنها".split())


def _after_pronoun(view: View, at: int) -> bool:
    """«أعلن الرئيس أنه سيسحب جنوده»: a complementizer with a pronoun is the verb's subject."""
    number = at - 1
    while number >= 0 and _skippable(view, number):
        number -= 1
    if number < 0 or view.phrases[number].kind != "particle":
        return False
    item = view.item_of(number)
    return item.token.folded[len(item.conjunction) :] in WITH_PRONOUN


def _meant(view: View, candidate: Candidate, slots: Slots) -> list[int]:
    """«التقى أعضاء اللجنة وحثهم»: whom an object pronoun means, the nearest party before that agrees and does not act itself."""
    at = view.phrase_of(candidate.item)
    doers = {filler.phrase for filler in slots.subject} or set(_shared_subject(view, at))
    for number in range(at - 1, -1, -1):
        if (
            number not in doers
            and view.phrases[number].kind == "np"
            and view.acting(number)
            and _agrees(view, number, candidate.reading.cut.pronoun)
        ):
            return [number]
    return []


def _agrees(view: View, number: int, pronoun: str) -> bool:
    """Number of a pronoun: هم means several persons, ه one or a body, ها a state, a body or several."""
    mention = view.mention(number)
    if mention is None:
        return False
    several = mention.kind is MentionKind.GROUP
    if pronoun in ("هم", "هما"):
        return several
    return pronoun in ("ه", "ها") and not (pronoun == "ه" and several)


def _asyndetic(view: View, at: int) -> list[int]:
    """«أشخاص اعتقلتهم الشرطة»: after an indefinite noun a relative clause has no pronoun of its own; the verb's goes back to it."""
    number = at - 1
    while number >= 0 and (_skippable(view, number) or view.item_of(number).token.text in COMMAS):
        number -= 1
    if number < 0 or view.phrases[number].kind != "np" or view.phrases[at].conjunction:
        return []
    return [number]


def _shared_subject(view: View, at: int) -> list[int]:
    """A verb without a subject of its own shares that of the clause before: «قصفت … واستهدفت»."""
    for number in range(at - 1, -1, -1):
        phrase = view.phrases[number]
        if phrase.kind != "np" or phrase.preposition or not view.acting(number):
            continue
        if _follows_verb(view, number) or _opens_clause(view, number) or _follows_speech_noun(view, number):
            return [number]
    return []


def _follows_speech_noun(view: View, number: int) -> bool:
    """«إعلان القوات أنها …»: the complement of a maṣdar of saying speaks."""
    reading = view.item_of(number - 1).of(SPEECH) if number else None
    return reading is not None and reading.pos == "masdar"


def _follows_verb(view: View, number: int) -> bool:
    return number > 0 and view.phrases[number - 1].kind == "verb"


def _is_passive(view: View, candidate: Candidate, after: list[int], before: list[int], agent: list[Filler]) -> bool:
    """Written passive, or an ambiguous form with an agent phrase, or one that only a victim follows."""
    if candidate.reading.voice in "ap":
        return candidate.reading.voice == "p"
    slots = [slot for filled in candidate.trigger.frame.values() for slot in filled]
    if "object" not in slots or candidate.reading.cut.pronoun:
        return False
    if agent:
        return True
    if candidate.trigger.type in SPEECH_TYPES:
        return False  # «أدان الوزير الهجوم»: who speaks is named, what is spoken of may lie beyond the clause
    if len(after) == 1 and not before:
        return candidate.reading.agreement[-1:] == "s" and (
            _suffers(view, after[0]) or _must_suffer(view, candidate, after[0])
        )
    if not after and before:
        return _suffers(view, before[0])
    return False


VICTIM_SECTORS = frozenset({"CVL", "REF", "JRN", "MED", "EDU", "LAB", None})


def _suffers(view: View, number: int) -> bool:
    """Counted people, civilians and named persons suffer; bodies and armed forces act."""
    phrase = view.phrases[number]
    if view.items[phrase.start].tag == "number" or any(
        item.tag == "number" for item in view.items[phrase.start : phrase.stop]
    ):
        return True
    if "quantifier" in view.items[phrase.start].classes:
        return True
    mention = view.mention(number)
    if mention is None:
        return False
    if mention.kind is MentionKind.PERSON:
        return True
    return mention.kind in (MentionKind.GROUP, MentionKind.PLACE) and mention.sector in VICTIM_SECTORS


def _must_suffer(view: View, candidate: Candidate, number: int) -> bool:
    """«قتل مسلح بعد أن …»: a verb of violence without an object is a passive, unless a body acts."""
    if candidate.trigger.type not in ("ASSAULT", "COERCE") or candidate.trigger.frame.get("recipient") != ["object"]:
        return False
    mention = view.mention(number)
    return mention is not None and mention.kind is MentionKind.GROUP and view.phrases[number].kind == "np"


def _agent(view: View, at: int) -> list[Filler]:
    """«من قبل», «على يد», «بأيدي»: the doer of a passive or a maṣdar."""
    for number in view.right(at):
        phrase = view.phrases[number]
        if phrase.kind == "np" and phrase.preposition in AGENT_PREPOSITIONS:
            return [Filler(number, "agent_phrase")]
    return []


# Nouns: maṣdars and event nouns


def _noun(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    agent = _agent(view, at)
    adjective = _national_adjective(view, at)
    complements = _complements(view, candidate, at)
    both = {"subject", "object"} <= {slot for filled in candidate.trigger.frame.values() for slot in filled}
    if agent:
        slots.subject += agent
        _put(slots.object, complements[:1], "idafa_object")
    elif adjective:
        slots.subject += adjective
        _put(slots.object, complements[:1], "masdar_object")
    elif len(complements) > 1 and both:
        _put(slots.subject, complements[:1], "idafa_subject")
        _put(slots.object, complements[1:2], "masdar_object")
    elif complements:
        _one_complement(view, candidate, complements[0], slots)
    _support(view, candidate, view.phrase_of(candidate.item), slots)
    if not slots.subject:
        _relative_support(view, at, slots)
    if not slots.object:
        _put(slots.object, _hit(view, at), "hit_by_event")
    if not slots.subject:
        found = ((rule.__name__, rule(view, candidate, at)) for rule in DOERS)
        name, doers = next(((name, doers) for name, doers in found if doers), ("", []))
        _put(slots.subject, doers, name)


HIT_REACH = 5  # phrases between an event noun and the verb that says whom it hit


def _hit(view: View, at: int) -> list[int]:
    """«تفجير طال سوقا», «الانتفاضة التي أطاحت بالنظام»: the object of a verb that the event is subject of."""
    for number in range(at + 1, min(len(view.phrases), at + HIT_REACH)):
        phrase, item = view.phrases[number], view.item_of(number)
        if phrase.kind == "verb":
            reading = item.of(SUPPORT)
            if reading is None or item.pronoun or item.conjunction or not view.lexicon.support_hits(reading.entry):
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
            return (
                [n for n in _bare_after(view, number)[:1] if view.acting(n)] if item.token.folded in GATHERING else []
            )
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
        after = [n for n in _bare_after(view, number) if n < at and view.acting(n)]
        object_first = len(after) == 1 or bool(_subject_before(view, number))
        return after[:1] if object_first else after[1:2]
    return []


def pronoun_of_masdar(view: View, candidate: Candidate, at: int) -> list[int]:
    """«أكد الوزير دعمه»: the pronoun goes back to the subject of the clause before."""
    return _shared_subject(view, view.phrase_of(candidate.item)) if candidate.reading.cut.pronoun else []


# Where an event noun's doer is looked for when neither its complements nor a support verb name him, in this order.
DOERS: tuple[Callable[[View, Candidate, int], list[int]], ...] = (gathered, accused, pronoun_of_masdar, giver)


def _one_complement(view: View, candidate: Candidate, number: int, slots: Slots) -> None:
    """One complement is the subject or the object, as the entry says; a pronoun has taken the subject."""
    mention = view.mention(number)
    visits = candidate.reading.cut.article and mention is not None and mention.kind is MentionKind.PERSON
    if visits and view.phrases[number].preposition == "ل":  # «الزيارة الثانية لوزير»
        _put(slots.subject, [number], "visitor")
        return
    taken = bool(candidate.reading.cut.pronoun) or view.phrases[number].preposition == "ل"
    acted_on = view.mention(number) is not None and not view.acting(number)  # «إرسال دبابات»
    if candidate.trigger.idafa == "object" or taken or acted_on:
        _put(slots.object, [number], "idafa_object")
    else:
        _put(slots.subject, [number], "idafa_subject")


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
        if phrase.kind != "np" or phrase.conjunction:
            break
        direct = not phrase.preposition and number == at + 1 and not closed
        second = phrase.preposition == "ل" or (bool(found) and not phrase.preposition)
        if not direct and not second:
            break
        if direct and not _is_noun(view, candidate, number):
            continue
        found.append(number)
        if len(found) == 2:
            break
    return found


def _is_noun(view: View, candidate: Candidate, number: int) -> bool:
    """An indefinite adjective after the event noun («هجوم عنيف», «حملة عسكرية») is no complement."""
    phrase = view.phrases[number]
    if phrase.definite:
        return True
    first = view.items[phrase.start]
    adjective = qualifies(view.items[candidate.item], first, view.lexicon)
    if (
        adjective and candidate.trigger.idafa == "object"
    ):  # «مقتل مسلح», «اعتقال قيادي» have a victim, «قصف عسكري» has none
        either = first.word is not None and view.lexicon.word(first.word.entry).ambiguous
        adjective = either and candidate.trigger.lemma not in LOSSES
    return not adjective and view.mention(number) is not None


def _national_adjective(view: View, at: int) -> list[Filler]:
    """«الغارات الأمريكية»: the adjective names the doer."""
    number = at + 1
    if number >= len(view.phrases) or view.phrases[number].kind != "np":
        return []
    phrase = view.phrases[number]
    items = view.items[phrase.start : phrase.stop]
    adjectives = phrase.preposition == "" and not phrase.conjunction and any(item.of(DEMONYM) for item in items)
    plain = all(item.of(DEMONYM) or (item.word is None and item.tag != "name") for item in items)
    return [Filler(number, "national_adjective")] if adjectives and plain else []


TOLD = frozenset({"ASSAULT", "COERCE"})


def _support(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """«شن الطيران غارات»: the support verb's subject is the event's."""
    for number in range(at - 1, max(-1, at - 1 - SUPPORT_REACH), -1):
        phrase = view.phrases[number]
        if phrase.kind == "mark" and view.item_of(number).token.text in ".؟!؛":
            return
        if phrase.kind != "verb":
            continue
        reading = view.item_of(number).of(SUPPORT)
        if reading is None:
            _governing_subject(view, number, at, slots)
            return
        place, subject = view.lexicon.support(reading.entry)
        if not _stands(view, number, at, place):
            return
        slots.support = number
        told = candidate.trigger.type in TOLD and view.item_of(number).of(SPEECH) is not None
        if not told:  # «أعلنت الوزارة مقتل …»: who tells of violence has not done it
            _support_subject(view, number, at, subject, slots)
        return


def _governing_subject(view: View, verb: int, at: int, slots: Slots) -> None:
    """«أودعت السعودية وديعة»: a verb without an event of its own does what its object names."""
    own = view.phrases[verb].start in view.matched or view.item_of(verb).of(SPEECH) is not None
    if not own and not slots.subject and not view.phrases[at].preposition and not view.item_of(verb).pronoun:
        _support_subject(view, verb, at, "actor", slots, rule="governing_subject")


def _relative_support(view: View, at: int, slots: Slots) -> None:
    """«الهجوم الذي شنه مسلحون على القاعدة»: the doer stands in the relative clause, with its prepositions."""
    passed = False
    for number in range(at + 1, min(len(view.phrases), at + RELATIVE_REACH)):
        item = view.item_of(number)
        phrase = view.phrases[number]
        if phrase.kind == "verb":
            if item.conjunction:
                return
            if item.pronoun:  # «الهجوم الذي شنه مسلحون», «هجوم دام عاما شنه الجيش»
                fillers = [n for n in _bare_after(view, number)[:1] if view.phrases[n].kind == "np"]
                _put(slots.subject, fillers, "relative_support")
                slots.relative = number
                return
            if passed:
                return
            passed = True
        elif phrase.kind == "mark" or (
            phrase.kind == "particle" and not {"relative", "preposition"} & set(item.classes)
        ):
            return


def _stands(view: View, verb: int, at: int, place: str) -> bool:
    """Whether the event noun stands where the support verb wants it."""
    preposition = view.phrases[at].preposition
    if place in ("object", "subject"):
        return not preposition
    wanted = {"بـ": "ب", "لـ": "ل", "على": "علي", "إلى": "الي"}.get(place, place)
    return preposition == wanted


def _support_subject(view: View, verb: int, at: int, subject: str, slots: Slots, rule: str = "support_subject") -> None:
    if subject not in ("actor", "recipient", "place"):
        return
    between = [
        n
        for n in range(verb + 1, at)
        if view.bare(n) and view.phrases[n].kind == "np" and not view.phrases[n].conjunction
    ]
    phrases = between[:1] or _subject_before(view, verb)
    relative = _relative(view, verb)
    if not phrases and relative is not None:
        phrases = [relative]
    if not phrases:
        phrases = _shared_subject(view, verb)
    if subject == "actor" and not slots.subject:
        _put(slots.subject, phrases, rule)
    elif subject == "place" and phrases:
        slots.place = phrases[0]
    elif subject == "recipient" and not slots.object:
        _put(slots.object, phrases, "support_recipient")


# Participles


def _participle(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """«متهماً إيران», «مدعوم من روسيا», «متظاهرون»: circumstance, passive state, or the doers themselves."""
    after = _bare_after(view, at)
    circumstantial = candidate.reading.voice == "a" or (candidate.item > 0 and not candidate.reading.cut.article)
    if circumstantial and candidate.reading.agreement in ("ms", "fs", "mp", "fp", "md"):
        _put(slots.subject, _shared_subject(view, view.phrase_of(candidate.item)), "circumstance_subject")
        _put(slots.object, [n for n in after[:1] if view.phrases[n].kind == "np"], "participle_object")
    slots.subject += [] if slots.subject else _agent(view, at)


# Prepositions, for all


def _governed(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """The first phrase after each preposition in the clause: «على المدينة», «إلى إيران»."""
    wanted = {slot for filled in candidate.trigger.frame.values() for slot in filled} - {"subject", "object"}
    start = at if slots.relative is None else slots.relative
    for number in view.right(start):
        phrase = view.phrases[number]
        if phrase.kind == "np" and phrase.preposition in wanted and phrase.preposition not in slots.prepositions:
            slots.prepositions[phrase.preposition] = [Filler(number, f"governed:{phrase.preposition}")]


# From slots to participants


def participants(view: View, candidate: Candidate, slots: Slots, role: str) -> tuple[Participant, ...]:
    """The parties in one role: the frame's slots in order, each with those coordinated to it."""
    found: dict[int, str] = {}
    if role == "recipient":  # «تلقت الحكومة دعما»: who receives is told by the support verb, whatever the entry's frame
        given = [filler for filler in slots.object if filler.rule == "support_recipient"]
        found.update({number: f.rule for f in given for number in _coordinated(view, f.phrase)})
    reciprocal = role == "actor" and len(candidate.trigger.frame.get("actor", ())) > 1
    for slot in candidate.trigger.frame.get(role, ()) if not found else ():
        for filler in slots.of(slot):
            found.update({number: filler.rule for number in _coordinated(view, filler.phrase) if number not in found})
        if found and not reciprocal:
            break
    made = (_participant(view, *_doer_of(view, number, rule, role), role) for number, rule in found.items())
    return tuple(p for p in made if p is not None)


def _doer_of(view: View, number: int, rule: str, role: str) -> tuple[int, str]:
    """«أدان القصف التركي»: where an act is condemned or praised, its doer is meant."""
    if role == "recipient" and view.phrases[number].kind == "event":
        adjective = _national_adjective(view, number)
        if adjective:
            return adjective[0].phrase, f"{rule}:doer_of_act"
    return number, rule


def _coordinated(view: View, number: int) -> Iterator[int]:
    """A phrase and those joined to it by و («تركيا وقطر») or by «إلى جانب», «برفقة»."""
    yield number
    other = number + 1
    while other < len(view.phrases):
        other = _past_comma(view, other)
        phrase = view.phrases[other]
        if phrase.kind != "np" or not _linked(view, number, other) or not _joins(view, number, other):
            return
        yield other
        other += 1


def _past_comma(view: View, number: int) -> int:
    """«، إلى جانب رئيس المخابرات»: past a comma and the preposition to the phrase that accompanies."""
    at = number + 1 if view.item_of(number).token.text in "،," and number + 1 < len(view.phrases) else number
    particle = view.phrases[at].kind == "particle" and at + 1 < len(view.phrases)
    return at + 1 if particle and view.phrases[at + 1].preposition in ACCOMPANYING else number


def _linked(view: View, number: int, other: int) -> bool:
    phrase = view.phrases[other]
    same = not phrase.preposition or phrase.preposition == view.phrases[number].preposition
    return phrase.preposition in ACCOMPANYING or (bool(phrase.conjunction) and same)


def _joins(view: View, first: int, other: int) -> bool:
    """Whether what و joins is of the same kind of thing, as far as known."""
    return view.acting(other) or (not view.acting(first) and view.mention(other) is not None)


def _participant(view: View, number: int, rule: str, role: str) -> Participant | None:
    phrase = view.phrases[number]
    if phrase.kind != "np":
        return None
    mention = view.mention(number)
    span = view.span(number)
    if mention is None:
        placed_by_grammar = rule in OBJECT_RULES or rule.startswith("governed:")
        if not _like_a_name(view, number, role) and not (role == "recipient" and placed_by_grammar):
            return None
        return Participant(span, span.of(view.text), f"{rule}+unknown_name")
    if role == "actor" and mention.kind not in (
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.GROUP,
        MentionKind.STATE,
    ):
        return None
    return _from_mention(view, mention, rule)


def _like_a_name(view: View, number: int, role: str) -> bool:
    """One to four words that the lexicon does not know at all."""
    phrase = view.phrases[number]
    items = view.items[phrase.start : phrase.stop]
    return role == "actor" and len(items) <= 4 and all(item.tag == "unknown" for item in items)


def _from_mention(view: View, mention: Mention, rule: str) -> Participant:
    return Participant(
        mention.span, mention.span.of(view.text), f"{rule}+{mention.rule}", mention.kind, mention.entity,
        mention.country, mention.sector, mention.reason, mention.members,
    )  # fmt: skip
