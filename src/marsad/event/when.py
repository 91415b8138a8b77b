"""When: which of a sentence's times governs an event."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claim.speech import Report
from marsad.event.candidate import Candidate
from marsad.event.reach import first_item, near, nearer_trigger, same_stretch
from marsad.event.view import View
from marsad.record import Time


def find_time(
    view: View, candidate: Candidate, candidates: Sequence[Candidate], reports: Sequence[Report]
) -> Time | None:
    """The time nearest to the trigger in its stretch, unless it stands on a reporting verb («قال أمس إن …»)."""
    best: tuple[tuple[bool, int], Time] | None = None
    trigger = view.items[candidate.item].token.span
    for time in (t for t in view.times if near(trigger, t.span)):
        first = first_item(view, time.span)
        if first < 0 or _on_report(first, reports) or nearer_trigger(first, candidate, candidates, view):
            continue
        if time.rule == "after_event" and candidate.item < first:
            continue  # «تأتي الزيارة بعد شهر من …» dates what comes after من
        rank = (time.value is None, abs(first - candidate.item))
        close = time.rule == "after_event" or same_stretch(view, first, candidate.item)
        if close and (best is None or rank < best[0]):
            best = (rank, time)
    return best[1] if best else None


def _on_report(item: int, reports: Sequence[Report]) -> bool:
    """Whether an item stands between a speech verb and what is said."""
    speech = (r for r in reports if r.rule != "according_to" and not r.bare and not r.direct)
    return any(report.item < item < report.start for report in speech)
