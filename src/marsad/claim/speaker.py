"""Who speaks: the subject of the speech verb, the antecedent of its relative clause, or who spoke or acted before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from marsad.claim.across import RULE
from marsad.claim.cue import Cue
from marsad.claim.report import Report, party
from marsad.event.roles.clause import antecedent, bare_after, manner, shared_subject, subject_before
from marsad.event.roles.gender import clashes
from marsad.event.roles.pronoun import HE, SHE, dropped_subject, pronoun_of, pronouns_of
from marsad.event.view import COMMAS, View
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
    return subject_before(cue.view, cue.number) if cue.verbal and pronoun_of(cue.reading.agreement) else []


def speaker_after_verb(cue: Cue) -> Phrases:
    """«أكدت الوزارة أن …», but not «وتابع قائلا», «إنهم اعترفوا …», «نخشى وقوع كارثة»: a subject follows a verb in the singular."""
    if not cue.verbal or pronoun_of(cue.reading.agreement) not in (HE, SHE):
        return []
    after = bare_after(cue.view, cue.number)[:1]
    return [n for n in after if not _saying(cue.view, n) and not clashes(cue.view, n, cue.reading.agreement)]


def _saying(view: View, number: int) -> bool:
    """«وتابعت قائلة»: a participle of speech, or an accusative that tells how."""
    item = view.item_of(number)
    reading = item.of(SPEECH)
    return manner(view, number) or (reading is not None and reading.pos == "participle" and not item.article)


RULES: tuple[Callable[[Cue], Phrases], ...] = (relative_speaker, speaker_before_verb, speaker_after_verb)


def speaker_of(cue: Cue, earlier: Sequence[Report]) -> tuple[Participant | None, str]:
    """The speaker and the rule that found him: by grammar, else who spoke before, else the subject of the clause before."""
    for rule in RULES:
        found = rule(cue)
        if found and cue.view.phrases[found[0]].kind == "np":
            return party(cue.view, found[0], rule.__name__), rule.__name__
    pronoun = pronoun_of(cue.reading.agreement)
    before = last_speaker(cue.view, earlier, pronoun)
    if before is not None:
        return before, "shared_speaker"
    shared = shared_subject(cue.view, cue.number, f"3{cue.reading.agreement.lstrip('3')}") if pronoun else []
    if shared and pronoun in (pronouns_of(cue.view, shared[0]) or {pronoun}):
        return party(cue.view, shared[0], "shared_speaker"), "shared_speaker"
    return speaker_before(cue), "speaker_before"


# In the same sentence


BACKWARD_RULES = frozenset({"according_to", "as_said", "headline", RULE})


def last_speaker(view: View, earlier: Sequence[Report], pronoun: str) -> Participant | None:
    """Who spoke last and agrees with a pronoun: «أفاد مراسل بأن الأنباء تشير إلى …، مضيفا أن»."""
    spoken = (spoke for report in reversed(earlier) if (spoke := _spoke(view, report)) is not None)
    return next((spoke.speaker for spoke in spoken if pronoun in spoke.pronouns), None)


class Spoke(NamedTuple):
    """Who spoke, and the pronouns that agree with him."""

    speaker: Participant
    pronouns: frozenset[str]


def last_words(view: View, reports: Sequence[Report]) -> tuple[Spoke, ...]:
    """All who spoke in a sentence by verbs of speech, each once, in the order of their words."""
    ordered = sorted(reports, key=lambda report: report.item)
    spoken = (spoke for report in ordered if report.rule != "relays" and (spoke := _spoke(view, report)) is not None)
    return tuple({spoke.speaker.entity or spoke.speaker.span: spoke for spoke in spoken}.values())


def _spoke(view: View, report: Report) -> Spoke | None:
    if report.rule in BACKWARD_RULES or report.speaker is None:
        return None
    return Spoke(report.speaker, _pronouns(view, report, report.speaker))


def _pronouns(view: View, report: Report, speaker: Participant) -> frozenset[str]:
    """By the speaker's words, of which the verb tells whether a name is a man's or a woman's; by the verb where they say nothing."""
    reading = view.items[report.item].of(SPEECH)
    verb = pronoun_of(reading.agreement) if reading is not None and reading.verbal and report.rule != "cited" else ""
    here = view.sentence.span.covers(speaker.span)
    known = pronouns_of(view, view.phrase_of(view.items_under(speaker.span)[0])) if here else frozenset()
    undecided = not known or (known == {HE, SHE} and verb in known)
    return frozenset({verb or HE}) if undecided else known


# In the sentences before


def speaker_before(cue: Cue) -> Participant | None:
    """«وأضاف أن …», «كما أكد أن», «لكنه استبعد أن» at the head of a sentence: who spoke before it, or whom it goes on telling of.

    «ويذكر أن» has no speaker at all.
    """
    view, pronoun = cue.view, pronoun_of(cue.reading.agreement)
    if view.earlier is None or not pronoun or not _personal(cue):
        return None
    heads = cue.verbal and _heads(cue, pronoun)
    joined = not cue.verbal or bool(cue.item.conjunction)  # «وطالبوا بفتح تحقيق، مؤكدين أنه …»
    follows = not heads and joined and dropped_subject(view) == pronoun and not _named_before(view, cue.number)
    if not heads and not follows:
        return None
    words = view.lexicon.reporting
    return view.earlier.speaker(pronoun, adding=cue.lemma in words.adding, acted=cue.lemma in words.personal)


def _personal(cue: Cue) -> bool:
    """Not in the passive, and in the present only a verb that is not said of nobody («ويعتقد أن», «ويذكر أن»)."""
    words = cue.view.lexicon.reporting
    if not cue.verbal:
        return True
    told = cue.reading.pos == "past" or cue.lemma in words.adding | words.personal
    return told and cue.reading.voice != "p"


HEADS = frozenset("كما ثم قد وقد لقد ولقد كذلك ايضا".split())
BUT = frozenset("لكن لكنه لكنها لكنهم غير الا انه انها انهم بيد".split())


def _heads(cue: Cue, pronoun: str) -> bool:
    """Whether the verb is the first of its sentence, behind a word that goes on («كما», «لكنه») or a circumstance and its comma."""
    before = cue.view.items[: cue.at]
    if not before:
        return bool(cue.item.conjunction)
    words = [item.token.folded.removeprefix("و") for item in before]
    if all(word in HEADS for word in words):
        return True
    if all(word in BUT for word in words):
        return words[-1].endswith(pronoun)
    fronted = bool(cue.view.phrases[0].preposition or before[0].classes) and before[-1].token.text in COMMAS
    return fronted and not _named_before(cue.view, cue.number)


def _named_before(view: View, stop: int) -> bool:
    """Whether somebody without a preposition is named before a phrase."""
    return any(view.phrases[n].kind == "np" and view.bare(n) and view.acting(n) for n in range(stop))
