"""How far several people agree beyond chance: Cohen's kappa of two, Krippendorff's alpha of any number, nominal values.

J. Cohen, A coefficient of agreement for nominal scales (1960); K. Krippendorff, Computing Krippendorff's Alpha-Reliability
(2011). A unit is something that several people judged; who did not judge it is left out of its mapping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

Unit = Mapping[int, str]  # the number of a person: what they say


class Kappa(NamedTuple):
    """``value`` (``None`` where all say one and the same thing of everything), the units counted, the share of equal
    answers, and the standard error of the value for large numbers of units."""

    value: float | None
    units: int
    agreement: float
    error: float | None


class Alpha(NamedTuple):
    """``value`` (``None`` where there is nothing to compare or nothing differs at all), units and answers counted."""

    value: float | None
    units: int
    answers: int


def kappa(pairs: Sequence[tuple[str, str]]) -> Kappa | None:
    """Cohen's kappa of two people's answers to the same questions; ``None`` without any."""
    count = len(pairs)
    if not count:
        return None
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    agreed = sum(a == b for a, b in pairs) / count
    by_chance = sum(one[value] * other[value] for value in one) / count**2
    if by_chance == 1:
        return Kappa(None, count, agreed, None)
    error = sqrt(agreed * (1 - agreed) / (count * (1 - by_chance) ** 2))
    return Kappa((agreed - by_chance) / (1 - by_chance), count, agreed, error)


def alpha(units: Iterable[Unit]) -> Alpha:
    """Krippendorff's alpha for nominal values; units with one answer say nothing and are not counted."""
    totals: Counter[str] = Counter()
    compared = [list(unit.values()) for unit in units if len(unit) > 1]
    weights: dict[tuple[str, str], float] = {}
    for values in compared:
        counts = Counter(values)
        totals.update(counts)
        for a in counts:
            for b in counts:
                pairs = counts[a] * (counts[b] - (a == b))
                weights[a, b] = weights.get((a, b), 0.0) + pairs / (len(values) - 1)
    answers = sum(totals.values())
    observed = sum(weight for (a, b), weight in weights.items() if a != b)
    expected = (answers**2 - sum(n**2 for n in totals.values())) / (answers - 1) if answers > 1 else 0.0
    return Alpha(1 - observed / expected if expected else None, len(compared), answers)


def pairs_of(units: Iterable[Unit], one: int, other: int) -> list[tuple[str, str]]:
    """The answers of two people to what both judged."""
    return [(unit[one], unit[other]) for unit in units if one in unit and other in unit]
