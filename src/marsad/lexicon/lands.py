"""Regions of the world and how places' names are made: ``names/lands.yaml``."""

from __future__ import annotations

from pathlib import Path

from marsad.lexicon.source import read_yaml
from marsad.text.fold import fold


def read_lands(folder: Path) -> dict[str, list[str]]:
    """``lands``, ``naming`` and ``halves``, folded."""
    raw = read_yaml(folder / "names/lands.yaml")
    return {name: [fold(str(word)) for word in raw[name]] for name in ("lands", "naming", "halves")}
