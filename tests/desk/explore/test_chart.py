"""Bars as shapes: their heights are their counts, and time runs as the language does."""

import pytest

from marsad.desk.explore.chart import BOTTOM, HEIGHT, LINES, SIDE, TOP, WIDTH, drawn, round_up

PARTS = [[(1, 1), (2, 0)], [(0, 0), (0, 0)], [(8, 0), (0, 0)]]
NAMES = ["one", "two", "three"]


def chart(is_rtl):
    return drawn(PARTS, NAMES, ["a", "b"], is_rtl=is_rtl)


def test_heights_are_counts():
    boxes = chart(False).columns[0].boxes
    unit = (HEIGHT - TOP - BOTTOM) / 8
    assert [(box.style, box.told, round(box.height / unit)) for box in boxes] == [
        ("a", False, 1),
        ("a", True, 1),
        ("b", False, 2),
    ]
    assert round(boxes[0].y + boxes[0].height) == HEIGHT - BOTTOM
    assert boxes[1].y == pytest.approx(boxes[0].y - boxes[1].height, abs=0.1)


def test_the_first_period_stands_where_reading_begins():
    left, right = chart(False), chart(True)
    assert [mark.words for mark in left.names] == NAMES
    assert left.names[0].at < left.names[2].at
    assert right.names[0].at > right.names[2].at
    assert (left.start, right.start) == (SIDE, WIDTH - SIDE)


def test_nothing_is_drawn_outside():
    for column in (*chart(True).columns, *chart(False).columns):
        assert all(box.x >= SIDE and box.x + box.width <= WIDTH - SIDE and box.y >= TOP for box in column.boxes)


@pytest.mark.parametrize(("count", "top"), [(0, 4), (4, 4), (5, 8), (9, 20), (66_000, 80_000)])
def test_lines_stand_at_whole_counts(count, top):
    assert round_up(count) == top
    assert top % LINES == 0
