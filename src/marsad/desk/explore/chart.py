"""Stacked bars as shapes of an SVG: where each stands, in units of the drawing. In Arabic time runs from the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 1000, 320
SIDE, TOP, BOTTOM = 60, 12, 44  # room for the axes' words
LINES = 4  # lines across, at round counts
NAMED = 8  # periods that are named on the axis
GAP = 0.18  # share of a bar's room that stays free


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a series, ``told`` where the events' own day is not known."""

    x: float
    y: float
    width: float
    height: float
    style: str
    told: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The boxes of a period, and the whole room above and below them that can be clicked."""

    x: float
    width: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an axis and where they stand."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All shapes of a chart. ``start`` is where the axis of counts stands: left, or right in Arabic."""

    width: int
    height: int
    start: int
    end: int
    floor: int
    words_at: int
    columns: tuple[Column, ...]
    lines: tuple[Mark, ...]
    names: tuple[Mark, ...]


def drawn(
    parts: Sequence[Sequence[tuple[int, int]]], names: Sequence[str], styles: Sequence[str], *, is_rtl: bool
) -> Chart:
    """A chart of columns of (dated, told) for each series, the earliest first, with their names, and each series' style."""
    top = round_up(max((sum(map(sum, column)) for column in parts), default=0))
    room = (WIDTH - 2 * SIDE) / max(len(parts), 1)
    start = WIDTH - SIDE if is_rtl else SIDE

    def x(number: int) -> float:
        return start - (number + 1) * room if is_rtl else start + number * room

    columns = tuple(
        Column(round(x(n), 2), round(room, 2), _boxes(x(n), room, zip(styles, column, strict=True), top))
        for n, column in enumerate(parts)
    )
    every = -(-len(names) // NAMED)
    return Chart(
        WIDTH, HEIGHT, start, WIDTH - start, HEIGHT - BOTTOM, start + (8 if is_rtl else -8), columns,
        tuple(Mark(round(_y(top * n / LINES, top), 2), f"{top * n // LINES:,}") for n in range(LINES + 1)),
        tuple(Mark(round(x(n) + room / 2, 2), name) for n, name in enumerate(names) if n % every == 0),
    )  # fmt: skip


def _y(count: float, top: int) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / top


def _boxes(x: float, room: float, column: Iterable[tuple[str, tuple[int, int]]], top: int) -> tuple[Box, ...]:
    boxes, below = [], 0
    for style, both in column:
        for told, count in enumerate(both):
            if count:
                y, height = _y(below + count, top), _y(0, top) - _y(count, top)
                width = room * (1 - GAP)
                boxes.append(
                    Box(round(x + room * GAP / 2, 2), round(y, 2), round(width, 2), round(height, 2), style, bool(told))
                )
            below += count
    return tuple(boxes)


def round_up(count: int) -> int:
    """The next count of the form 4, 8, 20, 40, 80, 200 …: divisible by :data:`LINES`, so that all lines are whole."""
    step = LINES
    while True:
        for factor in (1, 2, 5):
            if step * factor >= count:
                return step * factor
        step *= 10
