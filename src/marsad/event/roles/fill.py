"""Who fills a trigger's frame, slot by slot; verbs, nouns and participles each have their own rules."""

from __future__ import annotations

from marsad.event.candidate import Candidate
from marsad.event.people import names_people
from marsad.event.roles.clause import agent_of, bare_after, shared_subject, subject_before
from marsad.event.roles.noun import read_noun
from marsad.event.roles.slots import Filler, Slots, put
from marsad.event.roles.verb import read_verb
from marsad.event.view import View


def fill(view: View, candidate: Candidate) -> Slots:
    """The slots around a trigger, each filler with its rule."""
    at = view.phrase_of(candidate.item + candidate.length - 1)
    slots = Slots()
    if candidate.verbal:
        read_verb(view, candidate, at, slots)
    elif candidate.reading.pos == "participle":
        _participle(view, candidate, at, slots)
    else:
        read_noun(view, candidate, at, slots)
    _governed(view, candidate, at, slots)
    return slots


def _participle(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """«متهماً إيران», «مدعوم من روسيا», «متظاهرون»: circumstance, passive state, or the doers themselves."""
    held = _predicate_subject(view, candidate)
    if held:
        slots.passive = True
        put(slots.object, held, "predicate_subject")
        slots.subject += agent_of(view, at)
        return
    if names_people(candidate, view.items[candidate.item], view.lexicon):
        put(slots.subject, [view.phrase_of(candidate.item)], "people")
        return
    after = bare_after(view, at)
    circumstantial = candidate.reading.voice == "a" or (candidate.item > 0 and not candidate.reading.cut.article)
    if circumstantial and candidate.reading.agreement in ("ms", "fs", "mp", "fp", "md"):
        put(slots.subject, shared_subject(view, view.phrase_of(candidate.item)), "circumstance_subject")
        put(slots.object, [n for n in after[:1] if view.phrases[n].kind == "np"], "participle_object")
    slots.subject += [] if slots.subject else agent_of(view, at)


def _predicate_subject(view: View, candidate: Candidate) -> list[int]:
    """«إن الإندونيسيين محتجزون في مكة»: an indefinite passive participle tells of the definite noun before it."""
    cut, voice = candidate.reading.cut, candidate.reading.voice
    suffers = voice == "p" or (voice == "x" and candidate.trigger.type == "COERCE")  # محتجز is written as محتجِز is
    if not suffers or cut.article or cut.preposition or cut.conjunction or cut.pronoun:
        return []
    before = subject_before(view, view.phrase_of(candidate.item))
    return [n for n in before if view.phrases[n].definite and view.acting(n)]


def _governed(view: View, candidate: Candidate, at: int, slots: Slots) -> None:
    """The first phrase after each preposition in the clause: «على المدينة», «إلى إيران»."""
    wanted = {slot for filled in candidate.trigger.frame.values() for slot in filled} - {"subject", "object"}
    start = at if slots.relative is None else slots.relative
    doers = {filler.phrase for filler in slots.subject}
    for number in view.right(start):
        phrase = view.phrases[number]
        if (
            number not in doers
            and phrase.kind == "np"
            and phrase.preposition in wanted
            and phrase.preposition not in slots.prepositions
        ):
            slots.prepositions[phrase.preposition] = [Filler(number, f"governed:{phrase.preposition}")]
