"""A report of speech, and the parties that speak."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.event.roles.party import participant_of
from marsad.event.view import View
from marsad.mention.describe import describe
from marsad.mention.phrase import noun_span
from marsad.record import Participant
from marsad.span import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One report: it covers the items ``[start, stop)``; ``speaker`` is ``None`` where the sentence does not say."""

    cue: Span
    speaker: Participant | None
    stance: str
    start: int
    stop: int
    direct: bool
    rule: str
    item: int
    others: tuple[Participant, ...] = ()  # who say it with the speaker
    bare: bool = False  # what is said is the verb's own object («أكد دعمه»), no clause or quotation


def party(view: View, number: int, rule: str) -> Participant:
    """A whole noun phrase as a speaker."""
    phrase = view.phrases[number]
    return part_party(view, phrase.start, phrase.stop, rule)


def part_party(view: View, start: int, stop: int, rule: str) -> Participant:
    """The items ``[start, stop)`` of one noun phrase as a speaker: «ضابط» of «ضابط قوله»."""
    phrase = view.phrases[number := view.phrase_of(start)]
    if (start, stop) == (phrase.start, phrase.stop):
        mention = view.mention(number)
    else:
        phrase = replace(phrase, start=start, stop=stop)
        mention = describe(view.items, phrase, view.lexicon, view.published)
    if mention is not None:
        return participant_of(view, mention, rule)
    span = noun_span(view.items, phrase)
    return Participant(span, span.of(view.text), f"{rule}+unknown_name")
