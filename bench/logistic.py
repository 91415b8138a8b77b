"""Logistic regression under a ridge penalty, by accelerated gradient descent, for rows of few values each.

Small enough that a library for it is not worth its installation: some thousand rows, some thousand columns.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Row = Sequence[tuple[int, float]]  # column → value, for the columns that are not 0
ROUNDS = 12  # power iterations


def regress(
    rows: Sequence[Row],
    shares: Sequence[float],
    penalties: Sequence[float],
    weights: Sequence[float],
    held: Mapping[int, float],
    steps: int,
) -> list[float]:
    """The value of each column that makes the rows' ``shares`` (0 to 1) likeliest.

    ``penalties`` are the ridge penalties of the columns, ``weights`` what each row counts; columns ``held`` keep their value.
    """
    step = 1 / (0.25 * _largest_eigenvalue(rows, weights, len(penalties)) + max(penalties))
    values = [held.get(column, 0.0) for column in range(len(penalties))]
    ahead, pace = values[:], 1.0
    for _ in range(steps):
        slope = _slope(rows, shares, weights, [p * value for p, value in zip(penalties, ahead, strict=True)], ahead)
        for column in held:
            slope[column] = 0.0
        following = [value - step * down for value, down in zip(ahead, slope, strict=True)]
        moved = [new - old for new, old in zip(following, values, strict=True)]
        uphill = sum(down * way for down, way in zip(slope, moved, strict=True)) > 0  # gone too far: start afresh
        next_pace = 1.0 if uphill else (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        momentum = 0.0 if uphill else (pace - 1) / next_pace
        ahead = [new + momentum * way for new, way in zip(following, moved, strict=True)]
        values, pace = following, next_pace
    return values


def _slope(
    rows: Sequence[Row], shares: Sequence[float], weights: Sequence[float], slope: list[float], at: Sequence[float]
) -> list[float]:
    """``slope``, the penalties', with the rows' added."""
    for row, share, weight in zip(rows, shares, weights, strict=True):
        odds = sum(at[column] * value for column, value in row)
        error = (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - share) * weight
        for column, value in row:
            slope[column] += error * value
    return slope


def _largest_eigenvalue(rows: Sequence[Row], weights: Sequence[float], size: int) -> float:
    """Of the rows' Gram matrix, by power iteration: how steep the slope can become."""
    direction, found = [1.0] * size, 1.0
    for _ in range(ROUNDS):
        image = [0.0] * size
        for row, weight in zip(rows, weights, strict=True):
            along = sum(direction[column] * value for column, value in row) * weight
            for column, value in row:
                image[column] += along * value
        found = math.sqrt(sum(value * value for value in image))
        direction = [value / found for value in image]
    return found
