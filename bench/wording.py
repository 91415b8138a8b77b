"""Fits what the words of a sentence are worth: logistic regression over the words of labelled sentences.

A sentence is the set of its words, each by its rarity, scaled to length 1, so that a long sentence says no more than a
short one; the penalty keeps near zero what few sentences have.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.development import KINDS, Labelled, Words
from bench.logistic import regress
from marsad.lexicon.source import read_yaml
from marsad.lexicon.wording import Scale, Wording

FEWEST, RIDGE, STEPS = 3, 0.33, 100  # sentences that a word must stand in; penalty; steps
Vector = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of one type: of no word, and of each by its number."""

    start: float
    weights: list[float]


def fit_wording(sentences: Sequence[Labelled], hand: Mapping[str, Mapping[str, float]]) -> Wording:
    """The table fitted on labelled sentences; ``hand`` gives the ``worth`` and ``even`` of each type, which are set by hand."""
    rarity = _rarity([sentence.words for sentence in sentences])
    number = {word: n for n, word in enumerate(rarity)}
    fitted = {}
    for type_ in KINDS.values():
        own = [sentence for sentence in sentences if sentence.type == type_]
        vectors = [_vector(sentence.words, rarity, number) for sentence in own]
        fitted[type_] = _fit(vectors, [sentence.share for sentence in own], len(number))
    rows = {w: [r, *(found.weights[number[w]] * r for found in fitted.values())] for w, r in rarity.items()}
    return Wording(
        rows,
        {
            t: Scale(column, hand[t]["worth"], found.start, hand[t]["even"])
            for column, (t, found) in enumerate(fitted.items(), start=1)
        },
    )


def _rarity(sentences: Sequence[Words]) -> dict[str, float]:
    """Word → how rare it is: one more than the logarithm of how many sentences there are for one that has it."""
    counts = Counter(word for words in sentences for word in words)
    kept = sorted(word for word, count in counts.items() if count >= FEWEST)
    return {word: 1 + math.log((1 + len(sentences)) / (1 + counts[word])) for word in kept}


def _vector(words: Words, rarity: Mapping[str, float], number: Mapping[str, int]) -> Vector:
    known = [word for word in words if word in rarity]
    length = math.sqrt(sum(rarity[word] ** 2 for word in known)) or 1.0
    return [(number[word], rarity[word] / length) for word in known]


def _fit(vectors: Sequence[Vector], shares: Sequence[float], words: int) -> Fitted:
    """The start is no weight of a word's and has no penalty."""
    if not vectors:
        return Fitted(0.0, [0.0] * words)
    rows = [[*vector, (words, 1.0)] for vector in vectors]
    weights = regress(rows, shares, [RIDGE] * words + [0.0], [1.0] * len(rows), {}, STEPS)
    return Fitted(weights[words], weights[:words])


def hand_set(folder: Path) -> dict[str, dict[str, float]]:
    """What ``wording.yaml`` of a lexicon folder sets by hand for each type."""
    return {t: {"worth": s["worth"], "even": s["even"]} for t, s in read_yaml(folder / "wording.yaml")["types"].items()}


def write_wording(path: Path, table: Wording) -> None:
    """Replace everything below the file's comment."""
    head = path.read_text(encoding="utf-8").split("\ntypes:")[0]
    types = [
        f"  {t}: {{worth: {s.worth}, even: {s.even}, start: {s.start:.2f}}}\n"
        for t, s in sorted(table.scales.items(), key=lambda pair: pair[1].column)
    ]
    words = [
        f"  '{word}': [{', '.join(f'{value:.2f}' for value in row)}]\n" for word, row in sorted(table.rows.items())
    ]
    path.write_text(f"{head}\ntypes:\n{''.join(types)}words:\n{''.join(words)}", encoding="utf-8")
