"""How well times are found and resolved on TimeML documents, and how fast."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from marsad.evaluate.timeml import TimeDocument, Timex, read_documents
from marsad.mention.time import TimeFinder
from marsad.mention.time.value import day_and_clock
from marsad.record import Time
from marsad.text.sentence import segment

RUNS = 3  # the fastest counts: others use the machine too


def find_times(finder: TimeFinder, document: TimeDocument) -> list[Time]:
    """Our time expressions in a document's text, counted from its creation time."""
    found = (
        found for sentence in segment(document.page()) for found, _, _ in finder.find(sentence.tokens, document.created)
    )
    return [found for found in found if not any(found.span.overlaps(span) for span in document.skipped)]


@dataclass(slots=True)
class Tally:
    """Counts over all documents."""

    ours: int = 0
    gold: int = 0
    exact: int = 0
    overlapping: int = 0
    types: int = 0
    values: int = 0
    calendar: int = 0
    calendar_right: int = 0

    def add(self, gold: Sequence[Timex], ours: Sequence[Time]) -> None:
        """Count one document; each expression is matched once, exact spans first."""
        self.ours, self.gold = self.ours + len(ours), self.gold + len(gold)
        for wanted, found in pairs(gold, ours):
            self.overlapping += 1
            self.exact += wanted.span == found.span
            self.types += wanted.type == found.type
            self.values += wanted.value == found.value
            if is_calendar(wanted.value):
                self.calendar += 1
                self.calendar_right += same_day(wanted.value, found.value)

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of spans that overlap and that are the same, and shares of the overlapping ones."""
        precision, recall = self.overlapping / max(self.ours, 1), self.overlapping / max(self.gold, 1)
        return {
            "spans precision": precision,
            "spans recall": recall,
            "spans F1": 2 * self.overlapping / max(self.ours + self.gold, 1),
            "exact spans F1": 2 * self.exact / max(self.ours + self.gold, 1),
            "type accuracy": self.types / max(self.overlapping, 1),
            "value accuracy": self.values / max(self.overlapping, 1),
            "calendar value accuracy": self.calendar_right / max(self.calendar, 1),
        }


def pairs(gold: Sequence[Timex], ours: Sequence[Time]) -> list[tuple[Timex, Time]]:
    """Annotated and found expressions that share words, each used once."""
    left, found = list(ours), []
    for wanted in sorted(gold, key=lambda g: not any(g.span == o.span for o in ours)):
        fitting = [other for other in left if other.span.overlaps(wanted.span)]
        if fitting:
            best = max(fitting, key=lambda other: (other.span == wanted.span, _shared(wanted, other)))
            left.remove(best)
            found.append((wanted, best))
    return found


def _shared(one: Timex, other: Time) -> int:
    return min(one.span.stop, other.span.stop) - max(one.span.start, other.span.start)


def is_calendar(value: str) -> bool:
    """Whether a value is a place on the calendar: a year, or anything within one."""
    return value[:4].isdigit() and len(value) >= len("2021")


def same_day(wanted: str, found: str | None) -> bool:
    """Whether two values mean the same day (or week, month, year), whatever the hour."""
    return day_and_clock(found or "")[0] == day_and_clock(wanted)[0]


def score_times(finder: TimeFinder, folder: Path) -> dict[str, float]:
    """All figures for the documents of a folder. Raises :class:`MarsadError` where there are none."""
    documents = list(read_documents(folder))
    tally = Tally()
    for document in documents:
        tally.add(document.times, find_times(finder, document))
    fastest = min(_seconds(finder, documents) for _ in range(RUNS))
    return {
        "documents": len(documents),
        "expressions": tally.gold,
        **tally.figures(),
        "documents a second": len(documents) / max(fastest, 1e-9),
    }


def _seconds(finder: TimeFinder, documents: Sequence[TimeDocument]) -> float:
    start = time.process_time()
    for document in documents:
        find_times(finder, document)
    return time.process_time() - start
