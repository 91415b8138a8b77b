"""According to …: «بحسب مصدر أمني», «على حد قول الناشطين», «نقلا عن شهود»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.claim.cue import cue_at
from marsad.claim.relay import source_of
from marsad.claim.report import Report, part_party, party
from marsad.event.view import COMMAS, View
from marsad.record import Participant
from marsad.span import Span
from marsad.text.fold import fold


def find_according(view: View, spoken: Sequence[Report]) -> Iterator[Report]:
    """The reports of phrases, each over the sentence, or over less where it stands inside another's report."""
    heads = view.lexicon.according_heads
    for position in [n for n, item in enumerate(view.items) if heads[item.token.folded]]:
        phrases = ((rest, stance) for rest, stance in _phrases_at(view, position))
        reports = next((made for rest, stance in phrases if (made := _reports(view, position, rest, stance))), [])
        yield from (_within(view, report, spoken) for report in reports)


def _reports(view: View, position: int, rest: list[str], stance: str) -> list[Report]:
    """The report of a phrase; before it that of who relays it («وفق ما نقلت الوكالة عن متحدث»)."""
    last = position + len(rest)
    relayed = _relayed(view, last)
    speaker = relayed or _speaker(view, last + 1, view.items[position].token.folded)
    if speaker is None:
        return []
    cue = Span(view.items[position].token.span.start, view.items[last].token.span.stop)
    told = Report(cue, speaker, stance, 0, len(view.items), False, "according_to", position)
    agency = _speaker(view, last + 1, view.items[position].token.folded) if relayed else None
    return [replace(told, speaker=agency), told] if agency else [told]


def _within(view: View, report: Report, spoken: Sequence[Report]) -> Report:
    """«قالت القناة نقلا عن مصادرها إن …» covers what the channel says; «قالت … إن …، ووقع هجوم، بحسب …» its own clause."""
    for other in spoken:
        if other.item < report.item < other.start:
            return replace(report, start=other.start, stop=other.stop)
        clause = _clause_start(view, report.item)
        if other.start < clause and report.item < other.stop:
            return replace(report, start=clause)
    return report


def _clause_start(view: View, position: int) -> int:
    """The item after the last comma that و and a verb follow («، ووقع …»); 0 where there is none."""
    before = range(position - 1, 0, -1)
    new = (n for n in before if view.items[n].tag == "verb" and view.items[n].conjunction)
    return next((n for n in new if view.items[n - 1].token.text in COMMAS), 0)


def _phrases_at(view: View, position: int) -> Iterator[tuple[list[str], str]]:
    known = view.lexicon.according
    words = [item.token.folded for item in view.items[position + 1 : position + 5]]
    for first in view.lexicon.according_heads[view.items[position].token.folded]:
        yield from ((rest, stance) for rest, stance in known[first] if _matches(words, rest))


def _matches(words: list[str], rest: list[str]) -> bool:
    """The rest of the phrase stands here; a last «ل» may be glued to the source («وفقا للوزارة»)."""
    if words[: len(rest)] == rest:
        return True
    glued = bool(rest) and rest[-1] == "ل" and len(words) >= len(rest)
    return glued and words[: len(rest) - 1] == rest[:-1] and words[len(rest) - 1].startswith("ل")


def _relayed(view: View, last: int) -> Participant | None:
    """«بحسب ما نقلت الصحيفة عن متحدث»: who is quoted, where the phrase ends with a verb that relays."""
    cue = cue_at(view, view.phrase_of(last))
    source = source_of(cue) if cue is not None and cue.verbal else None
    return source.speaker if source else None


def _speaker(view: View, position: int, cue: str) -> Participant | None:
    """The noun phrase right after the cue, the one that its last word is glued to, or the rest of the one it stands in."""
    for at in (position, position - 1):
        if not 0 <= at < len(view.items):
            continue
        number = view.phrase_of(at)
        phrase = view.phrases[number]
        if phrase.kind != "np" or _unspoken(view, max(phrase.start, position - 1)):
            continue
        if phrase.start >= position - 1 and view.items[phrase.start].token.folded != fold(cue):
            return party(view, number, "according_to")
        if phrase.start < at == position:  # «حد قول | الناشطين»
            return part_party(view, at, phrase.stop, "according_to")
    return None


def _unspoken(view: View, at: int) -> bool:
    """«وفقا لمبادرة خليجية»."""
    return bool(view.lexicon.reporting.unspoken & view.items[at].stems)
