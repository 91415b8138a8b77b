"""Spans: half-open ranges of code points in an article's stored text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, Protocol


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


class Spanned(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Its span."""


def under(parts: Sequence[Spanned], span: Span) -> range:
    """The numbers of the parts, which stand in order and apart, that share a code point with a span."""
    first = bisect_right(parts, span.start, key=lambda part: part.span.stop)
    return range(first, max(first, bisect_left(parts, span.stop, lo=first, key=lambda part: part.span.start)))
