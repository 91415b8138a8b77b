"""Reports of speech in a sentence: cue, speaker, stance and the items that the report covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.claim.according import find_according
from marsad.claim.headline import find_headline
from marsad.claim.report import Report
from marsad.claim.spoken import find_spoken
from marsad.event.view import View

__all__ = ["Report", "find_reports"]


def find_reports(view: View) -> list[Report]:
    """All reports of a sentence, outermost first: one that begins later is told inside the one before."""
    spoken = find_spoken(view)
    according = list(find_according(view, spoken))
    found = [*find_headline(view), *according, *_without_echoes(spoken, according)]
    return sorted(found, key=lambda report: (report.start, -report.stop))


def _without_echoes(spoken: Sequence[Report], according: Sequence[Report]) -> Iterator[Report]:
    """«حسبما قال ناج» is one report, whether the phrase or its verb is looked at."""
    cues = [report.cue for report in according]
    return (r for r in spoken if r.rule != "as_said" or not any(cue.overlaps(r.cue) for cue in cues))
