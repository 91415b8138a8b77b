"""What the words of a whole sentence are worth for an event's confidence: ``wording.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from marsad.lexicon.source import read_yaml


class Scale(NamedTuple):
    """How a type's words count.

    ``column`` is where their weights stand in a row; ``worth`` is how much of their log odds is taken, of which
    ``start`` are a sentence's before any word is read, and ``even`` those at which they speak neither for nor against.
    """

    column: int
    worth: float
    start: float
    even: float


class Wording(NamedTuple):
    """Word → its rarity and its weight for each type, and each type's scale."""

    rows: Mapping[str, Sequence[float]]
    scales: Mapping[str, Scale]


def compile_scales(folder: Path) -> dict[str, list[float]]:
    """Type → its scale."""
    types = read_yaml(folder / "wording.yaml")["types"]
    return {t: [column, s["worth"], s["start"], s["even"]] for column, (t, s) in enumerate(types.items(), start=1)}


def compile_rows(folder: Path) -> dict[str, list[float]]:
    """Word → its row."""
    return {str(word): row for word, row in read_yaml(folder / "wording.yaml")["words"].items()}


def wording(rows: Mapping[str, Sequence[float]], scales: Mapping[str, Sequence[Any]]) -> Wording:
    """The compiled form as the reader asks it."""
    return Wording(rows, {type_: Scale(*values) for type_, values in scales.items()})
