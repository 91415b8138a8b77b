from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.span import Span, under


class Part(NamedTuple):
    span: Span


@st.composite
def parts_in_order(draw):
    """Non-empty parts, in order and apart; some touch."""
    place, parts = 0, []
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5)), max_size=12)):
        parts.append(Part(Span(place + gap, place + gap + length)))
        place += gap + length
    return parts


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(parts_in_order(), spans)
def test_under_gives_what_overlaps(parts, span):
    assert list(under(parts, span)) == [n for n, part in enumerate(parts) if part.span.overlaps(span)]


@given(parts_in_order())
def test_under_a_part_is_that_part_alone(parts):
    assert [list(under(parts, part.span)) for part in parts] == [[n] for n in range(len(parts))]


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_code_point(one, other):
    assert one.overlaps(other) == other.overlaps(one) == bool(set(range(*one)) & set(range(*other)))


@given(spans, spans)
def test_a_span_covers_what_adds_no_code_point(one, other):
    assert one.covers(other) == (set(range(*other)) <= set(range(*one)))


@given(spans, spans)
def test_join_covers_both_and_no_more(one, other):
    joined = one.join(other)
    assert joined.covers(one)
    assert joined.covers(other)
    assert joined.start in (one.start, other.start)
    assert joined.stop in (one.stop, other.stop)


@given(spans, st.integers(-40, 40))
def test_shift_moves_both_ends(span, offset):
    moved = span.shift(offset)
    assert moved.start - span.start == moved.stop - span.stop == offset


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [((0, 3), (3, 5), False), ((0, 3), (2, 5), True), ((4, 9), (5, 6), True), ((4, 9), (0, 4), False)],
)
def test_neighbours_that_touch_do_not_overlap(one, other, shared):
    assert Span(*one).overlaps(Span(*other)) is shared


def test_of_gives_the_words():
    text = "غادر الوفد عمان"
    assert Span(5, 10).of(text) == "الوفد"


def test_a_gap_between_parts_has_nothing_under_it():
    parts = [Part(Span(0, 2)), Part(Span(5, 8))]
    assert list(under(parts, Span(2, 5))) == []
    assert list(under(parts, Span(1, 6))) == [0, 1]
    assert list(under([], Span(0, 9))) == []
