"""Reports of speech in a sentence: cue, speaker, stance and the items that the report covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.claim.according import find_according
from marsad.claim.headline import find_headline
from marsad.claim.report import Report, party
from marsad.claim.spoken import find_spoken
from marsad.event.roles.party import coordinated
from marsad.event.view import View
from marsad.record import MentionKind

__all__ = ["Report", "find_reports"]


def find_reports(view: View) -> list[Report]:
    """All reports of a sentence, outermost first: one that begins later is told inside the one before."""
    spoken = find_spoken(view)
    according = list(find_according(view, spoken))
    quoted = view.earlier.quoted(view) if view.earlier else None
    before = [] if quoted is None else [quoted]
    reports = [*before, *find_headline(view), *according, *_without_echoes(spoken, according)]
    found = [_with_others(view, report) for report in reports]
    return sorted(found, key=lambda report: (report.start, -report.stop, report.item))


PEOPLE = frozenset({MentionKind.PERSON, MentionKind.GROUP})


def _with_others(view: View, report: Report) -> Report:
    """«قال سكان ومسعفون إن …»: those who stand beside the speaker, as far as they are of his kind."""
    speaker = report.speaker
    if speaker is None or speaker.kind is None or not view.sentence.span.covers(speaker.span):
        return report
    number = view.phrase_of(view.items_under(speaker.span)[0])
    if view.phrases[number].kind != "np" or view.span(number) != speaker.span:
        return report  # a part of a phrase («ضابط قوله»)
    kinds = PEOPLE if speaker.kind in PEOPLE else frozenset({speaker.kind})
    beside = [other for other in coordinated(view, number) if other != number]
    others = (party(view, other, "beside_speaker") for other in beside)
    return replace(report, others=tuple(other for other in others if other.kind in kinds))


def _without_echoes(spoken: Sequence[Report], according: Sequence[Report]) -> Iterator[Report]:
    """«حسبما قال ناج» is one report, whether the phrase or its verb is looked at."""
    cues = [report.cue for report in according]
    return (r for r in spoken if r.rule != "as_said" or not any(cue.overlaps(r.cue) for cue in cues))
