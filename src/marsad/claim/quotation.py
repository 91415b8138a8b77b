"""Quotations of a sentence: what is said, by whom, directly or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.claim.across import RULE
from marsad.claim.speech import Report
from marsad.event.view import View
from marsad.record import Quotation
from marsad.span import Span

ENDS = '.؟! »”"'
MARKS = {"“": "”", "«": "»", '"': '"'}


def find_quotations(view: View, reports: Sequence[Report]) -> Iterator[Quotation]:
    """One quotation a report of speech; ``direct`` when it stands in quotation marks or after a colon."""
    for report in reports:
        if report.rule not in ("according_to", RULE) and report.start < report.stop:
            span = Span(view.items[report.start].token.span.start, view.items[report.stop - 1].token.span.stop)
            quoted = _quoted(view, report)
            yield Quotation(
                quoted or span,
                report.speaker,
                report.cue,
                report.direct or quoted is not None,
                view.sentence.index,
                report.rule,
                report.others,
            )


def _quoted(view: View, report: Report) -> Span | None:
    """What stands between the quotation marks that open with the report, without the marks."""
    for position in range(max(0, report.start - 1), min(report.start + 2, len(view.items))):
        close = MARKS.get(view.items[position].token.text)
        if close is None or position + 1 >= len(view.items):
            continue
        last = next(
            (n for n in range(position + 1, len(view.items)) if view.items[n].token.text == close), len(view.items)
        )
        return Span(view.items[position + 1].token.span.start, view.items[last - 1].token.span.stop)
    return None
