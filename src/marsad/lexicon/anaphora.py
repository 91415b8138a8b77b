"""The words of ``anaphora.yaml``: offices and bodies called by their noun alone, what is owned, words for two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import LexiconError
from marsad.lexicon.source import read_yaml
from marsad.lexicon.word import strings
from marsad.text.fold import fold

KEYS = frozenset("persons bodies former owned two_persons two_sides".split())


@dataclass(frozen=True, slots=True)
class AnaphoraWords:
    """Folded words without article. ``persons``: noun → next words after which it is not used alone.

    ``owned``: noun → whether it means the country itself. ``two_persons`` and ``two_sides`` stand with their article.
    """

    persons: Mapping[str, frozenset[str]]
    bodies: frozenset[str]
    former: frozenset[str]
    owned: Mapping[str, bool]
    two_persons: frozenset[str]
    two_sides: frozenset[str]


def compile_anaphora(folder: Path) -> dict[str, Any]:
    """The file folded, as plain values. Raises :class:`LexiconError` for one that lacks a list or has another."""
    raw = read_yaml(folder / "anaphora.yaml")
    if not isinstance(raw, dict) or set(raw) != KEYS:
        raise LexiconError(f"anaphora.yaml: must hold the lists {', '.join(sorted(KEYS))}")
    persons = [row if isinstance(row, dict) else {"noun": row} for row in raw["persons"]]
    owned = [row if isinstance(row, dict) else {"noun": row} for row in raw["owned"]]
    return {
        "persons": {
            form: [fold(word) for word in strings(row.get("unless"))]
            for row in persons
            for form in [fold(row["noun"]), *([fold(row["noun"] + "ة")] if row.get("feminine", True) else [])]
        },
        "owned": {fold(row["noun"]): bool(row.get("country")) for row in owned},
        "former": [fold(form) for word in raw["former"] for form in (word, word + "ة")],
        **{name: [fold(word) for word in raw[name]] for name in ("bodies", "two_persons", "two_sides")},
    }


def anaphora_words(payload: Mapping[str, Any]) -> AnaphoraWords:
    """The compiled lists as sets."""
    lists = {name: frozenset(payload[name]) for name in ("bodies", "former", "two_persons", "two_sides")}
    persons = {noun: frozenset(unless) for noun, unless in payload["persons"].items()}
    return AnaphoraWords(persons=persons, owned=payload["owned"], **lists)
