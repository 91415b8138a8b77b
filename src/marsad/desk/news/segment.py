"""A stretch of text cut at the borders of its marks: each piece knows every mark that it lies in.

Spans overlap and nest, which markup cannot; pieces do not. Cuts are at code points of the stored text, in logical order,
so that a browser orders and joins the letters as it would without marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from marsad.span import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A span, what it is evidence for (``event-12``), and in which role."""

    span: Span
    target: str
    role: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text from ``start`` on (code points), with the marks that it lies in, the widest first.

    ``begins`` says that some mark begins here: the first piece of a mark is the one that the Tab key stops at.
    """

    start: int
    text: str
    marks: tuple[Marked, ...]
    begins: bool = False

    def of(self, prefix: str) -> tuple[Marked, ...]:
        """The marks of targets with a prefix."""
        return tuple(mark for mark in self.marks if mark.target.startswith(prefix))

    @property
    def events(self) -> tuple[Marked, ...]:
        """The marks that are evidence for events."""
        return self.of("event-")

    @property
    def links(self) -> str:
        """All marks as ``target:role`` between spaces, as the page's script reads them."""
        return " ".join(f"{mark.target}:{mark.role}" for mark in self.marks)

    @property
    def is_space(self) -> bool:
        """Whether there is nothing to see or to press."""
        return not self.text.strip()

    @property
    def role(self) -> str:
        """The role of the narrowest mark."""
        return self.marks[-1].role if self.marks else ""

    @property
    def around(self) -> str:
        """The role of the next wider mark of another role, empty where there is none."""
        return next((mark.role for mark in reversed(self.marks) if mark.role != self.role), "")


def segments(text: str, within: Span, marks: Iterable[Marked]) -> tuple[Segment, ...]:
    """The pieces of ``within`` in order; marks that stick out of it count with what lies inside."""
    inside = [mark for mark in marks if mark.span.overlaps(within)]
    cuts = {within.start, within.stop}
    for mark in inside:
        cuts.update((max(mark.span.start, within.start), min(mark.span.stop, within.stop)))
    borders = sorted(cuts)
    starts = {max(mark.span.start, within.start) for mark in inside}
    inside.sort(key=lambda mark: (mark.span.start, -mark.span.stop))
    return tuple(_segments(text, borders, inside, starts))


def _segments(text: str, borders: Sequence[int], marks: Sequence[Marked], starts: set[int]) -> list[Segment]:
    """One pass: marks are opened in order of their starts and dropped when they end."""
    found: list[Segment] = []
    open_marks: list[Marked] = []
    at = 0
    for start, stop in pairwise(borders):
        while at < len(marks) and marks[at].span.start <= start:
            open_marks.append(marks[at])
            at += 1
        open_marks = [mark for mark in open_marks if mark.span.stop > start]
        widest_first = sorted(open_marks, key=lambda mark: mark.span.start - mark.span.stop)
        found.append(Segment(start, text[start:stop], tuple(widest_first), start in starts))
    return found
