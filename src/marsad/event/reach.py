"""How far the words around a trigger belong to its event: what its time and place share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from marsad.event.candidate import Candidate
from marsad.event.view import STOPS, View
from marsad.span import Span

REACH = 400  # code points from the trigger to where its time and place may stand: some six lines
PHRASE_REACH = 40  # the same in phrases
CLOSE = 2  # items within which no other event takes a time or place away


def first_item(view: View, span: Span) -> int:
    """The number of a span's first item, -1 where none lies in it."""
    return next(iter(view.items_under(span)), -1)


def near(trigger: Span, span: Span) -> bool:
    """Whether a span begins close enough to a trigger."""
    return abs(span.start - trigger.start) <= REACH


def nearer_trigger(item: int, candidate: Candidate, candidates: Sequence[Candidate], view: View) -> bool:
    """Whether another event stands between the trigger and the item, or close before it."""
    if abs(item - candidate.item) <= CLOSE:
        return False
    first, last = sorted((item, candidate.item))
    between = candidates[
        bisect_right(candidates, first, key=attrgetter("item")) : bisect_left(candidates, last, key=attrgetter("item"))
    ]
    return any(c.verbal or c.reading.pos != "participle" for c in between)


DISPERSAL = frozenset({"فرّق", "فضّ"})


def disperses(candidate: Candidate) -> bool:
    """«… لتفريق متظاهرين في الساحة»: the aim of an act of force, which happens where and to whom that does."""
    reading = candidate.reading
    return candidate.trigger.lemma in DISPERSAL and reading.pos == "masdar" and reading.cut.preposition == "ل"


def same_stretch(view: View, one: int, other: int) -> bool:
    """No full stop, semicolon or complementizer lies between two items."""
    for position in range(min(one, other) + 1, max(one, other)):
        item = view.items[position]
        if item.tag == "mark" and item.token.text in STOPS:
            return False
        if item.tag == "particle" and "complementizer" in item.classes:
            return False
    return True
