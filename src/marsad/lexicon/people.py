"""The lists of personal names of ``names/*.yaml``."""

from __future__ import annotations

from pathlib import Path

from marsad.lexicon.source import read_yaml
from marsad.text.fold import fold

People = dict[str, str]
LISTS = ("foreign", "common", "never", "before")


def read_people(folder: Path) -> People:
    """List → its folded names, joined by spaces (small and quick to load); those that are never names are taken from the rest."""
    by_hand = read_yaml(folder / "names/people.yaml")
    lists = {name: _folded(by_hand[name]) for name in LISTS}
    lists["many"] = set()
    for name in ("given", "family"):
        register = read_yaml(folder / f"names/{name}.yaml")
        lists[name] = _folded([*register["many"], *register["few"], *by_hand.get(name, ())])
        lists["many"] |= _folded([*register["many"], *by_hand.get(name, ())])
    never = lists["never"]
    return {name: " ".join(sorted(words if name == "never" else words - never)) for name, words in lists.items()}


def _folded(words: list[str]) -> set[str]:
    return {fold(word) for word in words}
