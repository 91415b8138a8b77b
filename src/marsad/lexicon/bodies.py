"""How names of bodies are made: ``names/bodies.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from marsad.errors import LexiconError
from marsad.lexicon.morphology import decline
from marsad.lexicon.source import read_yaml
from marsad.text.fold import fold

TAKES = frozenset({"any", "name", "nation"})


def read_bodies(folder: Path) -> dict[str, Any]:
    """``heads``: folded form without article → what it takes; ``unless``: the same → next words that rule it out; ``plain`` and ``purposes``: folded words.

    Raises :class:`LexiconError` for a head that takes something else.
    """
    raw = read_yaml(folder / "names/bodies.yaml")
    heads: dict[str, str] = {}
    unless: dict[str, list[str]] = {}
    for row in raw["heads"]:
        if row["takes"] not in TAKES:
            raise LexiconError(
                f"names/bodies.yaml: {row['noun']} takes {row['takes']}: one of {', '.join(sorted(TAKES))}"
            )
        for form in _forms(row):
            heads.setdefault(form, row["takes"])
            unless.setdefault(form, [fold(word) for word in row.get("unless", ())])
    return {
        "heads": heads,
        "unless": unless,
        **{name: [fold(word) for word in raw[name]] for name in ("plain", "purposes", "closed")},
    }


def _forms(row: Mapping[str, Any]) -> list[str]:
    """The singular as written (and before an ending vowel) and the listed plurals: names are hardly ever of two bodies."""
    singular = str(row["noun"]).split()[0]
    return [fold(singular), *(i.form for plural in row.get("plural", ()) for i in decline(plural, [], "noun"))]
