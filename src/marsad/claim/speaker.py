"""Who speaks: the subject of the speech verb, the antecedent of its relative clause, or who spoke before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from marsad.claim.cue import Cue
from marsad.claim.report import Report, party
from marsad.event.roles.clause import antecedent, bare_after, shared_subject, subject_before
from marsad.event.view import View
from marsad.lexicon.compile import SPEECH
from marsad.record import Participant

Phrases = list[int]


def relative_speaker(cue: Cue) -> Phrases:
    """«متحدث باسم الشرطة الذي أكد أن …»: the antecedent, where the clause names nobody else."""
    if cue.item.pronoun or not cue.verbal or bare_after(cue.view, cue.number)[:1]:
        return []
    found = antecedent(cue.view, cue.number)
    return [] if found is None else [found]


def speaker_before_verb(cue: Cue) -> Phrases:
    """«الوزارة أكدت أن …»."""
    return subject_before(cue.view, cue.number) if cue.verbal else []


def speaker_after_verb(cue: Cue) -> Phrases:
    """«أكدت الوزارة أن …»."""
    return bare_after(cue.view, cue.number)[:1] if cue.verbal else []


RULES: tuple[Callable[[Cue], Phrases], ...] = (relative_speaker, speaker_before_verb, speaker_after_verb)


def speaker_of(cue: Cue, earlier: Sequence[Report]) -> tuple[Participant | None, str]:
    """The speaker and the rule that found him: by grammar, else who spoke before, else the subject of the clause before."""
    for rule in RULES:
        found = rule(cue)
        if found and cue.view.phrases[found[0]].kind == "np":
            return party(cue.view, found[0], rule.__name__), rule.__name__
    before = last_speaker(cue, earlier)
    if before is not None:
        return before, "shared_speaker"
    shared = shared_subject(cue.view, cue.number)
    if shared:
        return party(cue.view, shared[0], "shared_speaker"), "shared_speaker"
    return speaker_before(cue), "speaker_before"


def speaker_before(cue: Cue) -> Participant | None:
    """«وأضاف أن …» at the head of a sentence: who spoke in the one before. «ويذكر أن» has no speaker at all."""
    goes_on = cue.verbal and cue.at == 0 and bool(cue.item.conjunction) and cue.reading.pos == "past"
    if not goes_on or cue.reading.voice == "p" or cue.view.earlier is None:
        return None
    return cue.view.earlier.speaker(_gender(cue.view, cue.at))


BACKWARD_RULES = frozenset({"according_to", "as_said", "headline"})


def last_speaker(cue: Cue, earlier: Sequence[Report]) -> Participant | None:
    """Who spoke last by a verb that agrees with this one: «أفاد مراسل بأن الأنباء تشير إلى …، مضيفا أن»."""
    spoken = [r for r in reversed(earlier) if r.rule not in BACKWARD_RULES and r.speaker is not None]
    agreeing = (r for r in spoken if _gender(cue.view, r.item) == _gender(cue.view, cue.at))
    return next((r.speaker for r in (*agreeing, *spoken)), None)


def last_word(view: View, reports: Sequence[Report]) -> tuple[Participant, str] | None:
    """Who spoke last in a sentence by a verb of speech, and the gender of that verb."""
    spoken = [r for r in reports if r.rule not in BACKWARD_RULES and r.speaker is not None]
    last = max(spoken, key=lambda report: report.item, default=None)
    return (last.speaker, _gender(view, last.item)) if last and last.speaker else None


def _gender(view: View, item: int) -> str:
    """m or f of a speech verb or participle."""
    reading = view.items[item].of(SPEECH)
    agreement = reading.agreement.lstrip("123") if reading else ""
    return agreement[:1]
