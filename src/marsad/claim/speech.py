"""Reports of speech in a sentence: cue, speaker, stance and the items that the report covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from marsad.event.roles.clause import bare_after, shared_subject, subject_before
from marsad.event.roles.party import participant_of
from marsad.event.view import View
from marsad.lexicon.compile import SPEECH, TRIGGER
from marsad.record import Participant
from marsad.span import Span
from marsad.text.fold import fold

OPENING = frozenset(
    {"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم", "الي", "عن", "علي", "اننا", "انني", "انهما"}
)
QUOTES = frozenset("«“\"‘'")
NEWS_OF_SELF = frozenset({"asserts"})


@dataclass(frozen=True, slots=True)
class Report:
    """One report: it covers the items ``[start, stop)``; ``phrase`` is the speaker's noun phrase."""

    cue: Span
    speaker: Participant | None
    stance: str
    start: int
    stop: int
    direct: bool
    rule: str
    item: int
    bare: bool = False  # what is said is the verb's own object («أكد دعمه»), no clause or quotation


def find_reports(view: View) -> list[Report]:
    """All reports of a sentence, outermost first."""
    found = list(_according(view))
    for number in range(len(view.phrases)):
        report = _spoken(view, number)
        if report and report.rule == "shared_speaker" and (earlier := _last_speaker(found)):
            report = replace(report, speaker=earlier)  # «قال الوزير إن …، مضيفا أن …»
        found += [report] if report else []
    return sorted(found, key=lambda report: report.start - report.stop)


def _last_speaker(reports: list[Report]) -> Participant | None:
    """Who spoke last in the sentence by a finite verb."""
    spoken = (report.speaker for report in reversed(reports) if report.rule not in ("according_to", "as_said"))
    return next(spoken, None)


# Speech verbs


def _spoken(view: View, number: int) -> Report | None:
    phrase = view.phrases[number]
    if phrase.kind not in ("verb", "np", "event"):
        return None
    item = view.items[phrase.start]
    reading = item.of(SPEECH)
    if reading is None or (phrase.kind != "verb" and reading.pos != "participle"):
        return None
    if phrase.kind == "verb" and _looks_back(view, number):
        return _as_said(view, number, view.lexicon.stance(reading.entry))
    opening = _opening(view, phrase.start)
    if opening is None:
        return None
    speaker, rule = _cited(view, number, reading.entry) or _speaker(view, number, verbal=phrase.kind == "verb")
    direct = view.items[opening - 1].token.text in QUOTES or view.items[opening - 1].token.text == ":"
    return Report(
        item.token.span,
        speaker,
        view.lexicon.stance(reading.entry),
        opening,
        _scope_end(view, opening),
        direct,
        rule,
        phrase.start,
        bare=_own_object(view, opening),
    )


def _goes_on(view: View, number: int) -> bool:
    """«كما أعلن الوزير أن …»: what is said follows after all."""
    return number < len(view.phrases) and "complementizer" in view.item_of(number).classes


BACKWARD = frozenset("كما حسبما مثلما وفقما".split())


def _looks_back(view: View, number: int) -> bool:
    """«…، كما أعلنت الوزارة», «بحسب ما قاله شهود»: the speech verb follows what was said."""
    if number == 0 or view.phrases[number - 1].kind != "particle":
        return False
    words = [
        item.token.folded for item in view.items[max(0, view.phrases[number].start - 2) : view.phrases[number].start]
    ]
    return words[-1] in BACKWARD or (words[-1] == "ما" and words[0] in ("حسب", "بحسب", "وفق", "علي"))


def _as_said(view: View, number: int, stance: str) -> Report | None:
    """A report that covers the sentence up to its cue, unless it says more after it («كما أعلن أن …»)."""
    start = view.phrases[number - 1].start
    after = [n for n in bare_after(view, number)[:1] if view.phrases[n].kind == "np"]
    if not after or not start or _goes_on(view, after[0] + 1):
        return None
    item = view.item_of(number)
    relayed = _cited(view, number, item.readings[0].entry) if item.of(SPEECH) is item.readings[0] else None
    speaker = relayed[0] if relayed else _party(view, after[0], "as_said")
    return Report(item.token.span, speaker, stance, 0, start, False, "as_said", view.phrases[number].start)


def _own_object(view: View, opening: int) -> bool:
    """Whether what is said begins with an event noun right after the verb, not with a clause or quotation."""
    if opening >= len(view.items) or view.items[opening].of(TRIGGER) is None:
        return False
    before = view.items[opening - 1]
    return before.tag != "mark" and "complementizer" not in before.classes


def _opening(view: View, at: int) -> int | None:
    """The first item of what is said: after إن، أن، a colon or an opening quotation mark; else the object."""
    for position in range(at + 1, min(len(view.items), at + 26)):
        item = view.items[position]
        bare = item.token.folded[len(item.conjunction) :]
        if item.tag == "particle" and "complementizer" in item.classes:
            return min(position + 1, len(view.items))
        if item.token.text == ":" or (item.token.text in QUOTES and position > at + 1):
            return min(position + 1, len(view.items))
        if item.tag == "mark" and item.token.text in ".؟!؛":
            return None
        if item.tag == "verb" and position > at + 1 and not item.of(SPEECH):
            return None
        if item.of(TRIGGER) and item.tag == "noun" and bare not in OPENING:
            return position if _governed_directly(view, at, position) else None  # «أعلن الجيش مقتل …»
    return None


DIRECT = frozenset({"", "عن", "ب", "الي", "علي"})


def _governed_directly(view: View, at: int, position: int) -> bool:
    """Whether an event noun is what a speech verb says, not part of a phrase about something else."""
    number = view.phrase_of(position)
    if view.phrases[number].preposition not in DIRECT:
        return False
    between = range(view.phrase_of(at) + 1, number)
    return not any(view.phrases[n].kind == "np" and view.phrases[n].preposition not in ("", "في") for n in between)


def _scope_end(view: View, start: int) -> int:
    """A report reaches to the end of its sentence, or to the closing quotation mark."""
    if start and view.items[start - 1].token.text == "«":
        return next((n for n in range(start, len(view.items)) if view.items[n].token.text == "»"), len(view.items))
    return len(view.items)


RELAYING = frozenset({"نقل", "اقتبس"})


def _cited(view: View, number: int, entry: int) -> tuple[Participant, str] | None:
    """«نقلت الوكالة عن متحدث …»: who is quoted, not who relays it."""
    if fold(view.lexicon.speech_verb(entry)) not in RELAYING:
        return None
    source = next(
        (n for n in view.right(number) if view.phrases[n].kind == "np" and view.phrases[n].preposition == "عن"), None
    )
    return (_party(view, source, "cited"), "cited") if source is not None else None


def _speaker(view: View, number: int, *, verbal: bool) -> tuple[Participant | None, str]:
    if verbal:
        before, after = subject_before(view, number), bare_after(view, number)
        for phrases, rule in ((before, "speaker_before_verb"), (after[:1], "speaker_after_verb")):
            if phrases and view.phrases[phrases[0]].kind == "np":
                return _party(view, phrases[0], rule), rule
    shared = shared_subject(view, number)
    return (_party(view, shared[0], "shared_speaker") if shared else None), "shared_speaker"


def _party(view: View, number: int, rule: str) -> Participant:
    mention = view.mention(number)
    if mention is not None:
        return participant_of(view, mention, rule)
    span = view.span(number)
    return Participant(span, span.of(view.text), f"{rule}+unknown_name")


# According to …


def _according(view: View) -> Iterator[Report]:
    for position, item in enumerate(view.items):
        for rest, stance in _phrases_at(view, position):
            source = _source(view, position + 1 + len(rest), item.token.folded)
            if source is not None:
                speaker = _party(view, source, "according_to")
                yield Report(
                    Span(item.token.span.start, view.items[position + len(rest)].token.span.stop),
                    speaker,
                    stance,
                    0,
                    len(view.items),
                    False,
                    "according_to",
                    position,
                )
            break


def _phrases_at(view: View, position: int) -> Iterator[tuple[list[str], str]]:
    folded = view.items[position].token.folded
    words = [item.token.folded for item in view.items[position + 1 : position + 5]]
    for first in (folded, folded[1:] if folded[:1] in "وف" else folded):
        rows: list[list[Any]] = view.lexicon.according.get(first, [])
        for rest, stance in rows:
            if _matches(words, rest):
                yield rest, stance


def _matches(words: list[str], rest: list[str]) -> bool:
    """The rest of the phrase stands here; a last «ل» may be glued to the source («وفقا للوزارة»)."""
    if words[: len(rest)] == rest:
        return True
    return (
        bool(rest)
        and rest[-1] == "ل"
        and words[: len(rest) - 1] == rest[:-1]
        and len(words) >= len(rest)
        and words[len(rest) - 1].startswith("ل")
    )


def _source(view: View, position: int, cue: str) -> int | None:
    """The noun phrase right after the cue (or the one that the cue's last word is glued to)."""
    for at in (position, position - 1):
        if 0 <= at < len(view.items):
            number = view.phrase_of(at)
            phrase = view.phrases[number]
            if (
                phrase.kind == "np"
                and phrase.start >= position - 1
                and view.items[phrase.start].token.folded != fold(cue)
            ):
                return number
    return None
