"""Where the nodes of a network stand: forces between them (Fruchterman and Reingold, 1991), the same each time.

All nodes push one another away and edges pull theirs together, each step shorter than the one before. Nodes start on a
spiral in the order given, the first in the middle: nothing is left to chance, so that a page looks the same when it is loaded
again, and nothing is symmetrical, where forces would cancel out.
"""

from __future__ import annotations

from cmath import rect
from collections.abc import Mapping
from itertools import combinations
from math import log2, sqrt, tau

STEPS = 80
TURN = tau * (3 - sqrt(5)) / 2  # the golden angle: no two nodes of the spiral stand behind one another
PULL = 0.012  # towards the middle, so that parts that nothing ties together stay in sight


def placed(number: int, ties: Mapping[tuple[int, int], int]) -> list[tuple[float, float]]:
    """A position for each of ``number`` nodes in the square from 0 to 1, by how often two of them are tied."""
    if number < 2:
        return [(0.5, 0.5)] * number
    points = [rect(0.5 * sqrt((n + 0.5) / number), n * TURN) for n in range(number)]
    strengths = {pair: 1 + log2(count) / 4 for pair, count in ties.items() if pair[0] != pair[1]}
    room = 0.9 / sqrt(number)
    for step in range(STEPS):
        farthest = 0.12 * (1 - step / STEPS)
        points = [_moved(*both, farthest) for both in zip(points, _forces(points, strengths, room), strict=True)]
    return _fitted(points)


def _forces(points: list[complex], strengths: Mapping[tuple[int, int], float], room: float) -> list[complex]:
    """What each point is moved by: away from all others, along its ties, and a little to the middle."""
    forces = [-point * PULL * 10 for point in points]
    for a, b in combinations(range(len(points)), 2):
        between = points[a] - points[b]
        push = between * (room * room / max(abs(between) ** 2, 1e-6))
        forces[a] += push
        forces[b] -= push
    for (a, b), strength in strengths.items():
        between = points[a] - points[b]
        pull = between * (abs(between) / room * strength * 0.6)
        forces[a] -= pull
        forces[b] += pull
    return forces


def _moved(point: complex, force: complex, farthest: float) -> complex:
    length = abs(force)
    return point + force * (min(length, farthest) / length) if length else point


def _fitted(points: list[complex]) -> list[tuple[float, float]]:
    """The points stretched over the whole square."""
    xs, ys = [p.real for p in points], [p.imag for p in points]
    return [(_share(p.real, xs), _share(p.imag, ys)) for p in points]


def _share(value: float, some: list[float]) -> float:
    least, most = min(some), max(some)
    return (value - least) / (most - least) if most > least else 0.5
