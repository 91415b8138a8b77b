"""Roles of a finite verb: order of subject and object, passives, relative clauses, pronouns."""

from __future__ import annotations

from marsad.event.candidate import Candidate
from marsad.event.roles.clause import (
    GOING_ON,
    agent_of,
    antecedent,
    asyndetic_subject,
    bare_after,
    before_verb,
    behind_attack,
    shared_subject,
    shows_accusative,
    skippable,
    subject_before,
)
from marsad.event.roles.gender import clashes
from marsad.event.roles.means import is_instrument
from marsad.event.roles.pronoun import carried_subject, referent
from marsad.event.roles.slots import Filler, Slots, put
from marsad.event.size import LOSSES
from marsad.event.view import COMMAS, View
from marsad.lexicon.trigger import FORCE_TYPES, SPEECH_TYPES
from marsad.record import MentionKind


def read_verb(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """Fill the slots of a finite verb whose last word lies in phrase ``at``."""
    first = view.phrase_of(candidate.item)
    after = [n for n in objects_after(view, candidate, at) if not _manner_of_violence(view, candidate, n)]
    before, agent = subject_before(view, first), agent_of(view, at)
    if not before and not (after and view.acting(after[0])):
        before = asyndetic_subject(view, first)
    relative = antecedent(view, first)
    slots.passive = _is_passive(view, candidate, after, before if relative is None else [relative], agent)
    if slots.passive:
        put(slots.object, after[:1] or before, "passive_subject")
        slots.subject += agent
        return
    if relative is not None:
        _relative_clause(view, at, candidate, relative, after, slots)
    elif _after_pronoun(view, first):
        put(slots.subject, shared_subject(view, first), "pronoun_subject")
        put(slots.object, after[:1], "object_after_verb")
    elif before and not candidate.reading.cut.conjunction and not _named_after(view, candidate, after):
        put(slots.subject, before, "subject_before_verb")
        put(slots.object, after[:1], "object_after_verb")
    else:
        _verb_first(view, candidate, after, slots)
    if not slots.subject:
        put(slots.subject, shared_subject(view, first, candidate.reading.agreement), "shared_subject")


def _manner_of_violence(view: View, candidate: Candidate, number: int) -> bool:
    """«قتل ثلاثة أطفال حرقا»: a verbal noun in the accusative after a verb of violence tells how, not whom."""
    phrase, item = view.phrases[number], view.item_of(number)
    bare = not (item.article or item.conjunction or item.preposition or item.pronoun)
    single = phrase.kind == "event" and phrase.stop - phrase.start == 1
    return candidate.trigger.type == "ASSAULT" and single and bare and item.token.folded.endswith("ا")


def _verb_first(view: View, candidate: Candidate, after: list[int], slots: Slots) -> None:
    """Verb-subject-object, where nothing before the verb is its subject: what follows is, unless it cannot be."""
    if candidate.reading.cut.pronoun:
        put(slots.subject, after[:1], "subject_after_verb")
        _pronoun_object(view, candidate, slots)
    elif _dropped(view, candidate, after):
        put(slots.object, after[:1], "object_after_verb")
    else:
        put(slots.subject, after[:1], "subject_after_verb")
        put(slots.object, after[1:2], "object_after_subject")


def objects_after(view: View, candidate: Candidate, at: int) -> list[int]:
    """The bare phrases after a verb: its own, those behind an attack that is its subject, and behind a clause about its subject."""
    after = bare_after(view, at)
    if after and view.phrases[after[-1]].kind == "event" and candidate.trigger.type == "ASSAULT":
        return after + behind_attack(view, after[-1])[: 2 - len(after)]
    if len(after) == 1 and _transitive(candidate):
        return after + _behind_clause(view, after[0])
    return after


def _transitive(candidate: Candidate) -> bool:
    return "object" in candidate.trigger.frame.get("recipient", ()) and not candidate.reading.cut.pronoun


def _behind_clause(view: View, number: int) -> list[int]:
    """«خطف مسلحون يرتدون زيا عسكريا خمسة عمال»: behind a clause about the indefinite subject, past that clause's object."""
    verb = number + 1
    if view.phrases[number].definite or verb >= len(view.phrases) or view.phrases[verb].kind != "verb":
        return []
    if view.item_of(verb).conjunction or view.item_of(verb).pronoun or not view.acting(number):
        return []
    return [n for n in bare_after(view, verb)[1:2] if view.phrases[n].kind == "np" and view.mention(n) is not None]


def _dropped(view: View, candidate: Candidate, after: list[int]) -> bool:
    """Whether what follows the verb is no subject of it: by number, person or gender, or a thing where the clause goes on."""
    agreement = candidate.reading.agreement
    if after and shows_accusative(view, after[0]) and _transitive(candidate):
        return True
    if _plural(candidate) or agreement[:1] == "1" or (after and clashes(view, after[0], agreement)):
        return True
    if after and is_instrument(view, candidate, after[0]):  # «بعد أن أطلق النار على …»
        return True
    return len(after) == 1 and _continues(view, candidate) and _acted_on(view, after[0])


def _pronoun_object(view: View, candidate: Candidate, slots: Slots) -> None:
    """«أشخاص اعتقلتهم الشرطة», «التقى أعضاء اللجنة وحثهم»: whom the verb's pronoun means."""
    at = view.phrase_of(candidate.item)
    put(slots.object, _asyndetic(view, at), "asyndetic_relative")
    if not slots.object:
        doers = {filler.phrase for filler in slots.subject} or set(shared_subject(view, at))
        put(slots.object, referent(view, at, candidate.reading.cut.pronoun, doers), "pronoun_object")


def _continues(view: View, candidate: Candidate) -> bool:
    """«قامت بإغلاق المحال، وطلبت …، كما أغلقت …»: the verb goes on telling of the subject of the clause before, with which it agrees."""
    at = view.phrase_of(candidate.item)
    joined = bool(candidate.reading.cut.conjunction) or (at > 0 and view.item_of(at - 1).token.folded in GOING_ON)
    if not joined:
        return False
    return bool(shared_subject(view, at, candidate.reading.agreement)) or carried_subject(view, candidate) is not None


def _acted_on(view: View, number: int) -> bool:
    """A thing, or a number in the accusative («واعتقلت عشرين رجلا») or in figures: no subject of the verb before it."""
    item = view.item_of(number)
    figures = item.token.kind == "number"  # «الجبهة رفضت … واحتجزت 68 رهينة»
    return _is_thing(view, number) or (item.tag == "number" and (figures or item.token.folded.endswith("ين")))


def _is_thing(view: View, number: int) -> bool:
    """A place or a common noun that is no word for people or bodies: it is acted on sooner than it acts."""
    mention = view.mention(number)
    place = mention is not None and mention.kind is MentionKind.PLACE
    return place or (not view.acting(number) and (view.item_of(number).common or view.phrases[number].kind == "event"))


def _named_after(view: View, candidate: Candidate, after: list[int]) -> bool:
    """«أتباع الطائفة اعتقلتهم السعودية»: with its object in a pronoun, a verb's subject is whom it is followed by."""
    return bool(candidate.reading.cut.pronoun) and bool(after) and view.acting(after[0])


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
        put(slots.subject, after[:1], "relative_subject")
        put(slots.object, [antecedent], "relative_object")
        return
    if after and view.item_of(at + 1).token.folded in RESUMED:  # «المدينة التي طردت منها القوات المسلحين»
        put(slots.subject, after[:1], "relative_subject")
        put(slots.object, after[1:2], "object_after_subject")
        return
    put(slots.subject, [antecedent], "relative_antecedent")
    put(slots.object, after[:1], "object_after_verb")


WITH_PRONOUN = frozenset("انه انها انهم انهما بانه بانها بانهم لانه لانها لكنه لكنها".split())


def _after_pronoun(view: View, at: int) -> bool:
    """«أعلن الرئيس أنه سيسحب جنوده»: a complementizer with a pronoun is the verb's subject."""
    number = before_verb(view, at)
    if number < 0 or view.phrases[number].kind != "particle":
        return False
    item = view.item_of(number)
    return item.token.folded[len(item.conjunction) :] in WITH_PRONOUN


def _asyndetic(view: View, at: int) -> list[int]:
    """«أشخاص اعتقلتهم الشرطة»: after an indefinite noun a relative clause has no pronoun of its own; the verb's goes back to it."""
    number = at - 1
    while number >= 0 and (skippable(view, number) or view.item_of(number).token.text in COMMAS):
        number -= 1
    if number < 0 or view.phrases[number].kind != "np" or view.phrases[at].conjunction:
        return []
    return [number]


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
    if len(after) == 1 and _acted_on(view, after[0]) and _continues(view, candidate):
        return False
    if len(after) == 1 and not before:
        return candidate.reading.agreement[-1:] == "s" and (
            _suffers(view, after[0]) or _must_suffer(view, candidate, after[0])
        )
    if not after and before:
        killed = candidate.trigger.lemma in LOSSES and _must_suffer(view, candidate, before[0])  # «إن جنديا قتل في …»
        return killed or _suffers(view, before[0])
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
    if candidate.trigger.type not in FORCE_TYPES or candidate.trigger.frame.get("recipient") != ["object"]:
        return False
    mention = view.mention(number)
    return mention is not None and mention.kind is MentionKind.GROUP and view.phrases[number].kind == "np"
