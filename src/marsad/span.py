"""Spans: half-open ranges of code points in an article's stored text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``[start, stop)`` of one text; ``text[start:stop]`` are its words."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words that the span marks in ``text``."""
        return text[self.start : self.stop]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def shift(self, offset: int) -> Span:
        """The same span, ``offset`` code points further on."""
        return Span(self.start + offset, self.stop + offset)

    def join(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))
