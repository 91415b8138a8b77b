"""The gazetteer at run time: names to the places that they may be of; rows are parsed when they are looked up."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from marsad.errors import MarsadError
from marsad.resolve.gazetteer_build import HEADING, TARGET, build
from marsad.text.fold import fold
from marsad.text.memo import Memo

# What a place of a kind is at least as exact as. A quarter or a base is a point for whoever draws a map of a country.
PRECISION = {
    "point": "point", "quarter": "point", "town": "town", "area": "district", "district": "district",
    "governorate": "governorate", "region": "governorate", "water": "governorate", "country": "country",
}  # fmt: skip
EXACT = ("point", "town", "district", "governorate", "country")  # from the most exact to the least
TOWN = 10_000  # inhabitants of what is more than a village
BIG_TOWN = 150_000  # inhabitants
KNOWN_ELSEWHERE = (
    100_000  # inhabitants of a town outside the lexicon's home countries that is known without its country
)
CLITICS = ("", "ب", "ل", "و", "وب", "ول", "ف")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may be of: ``kind`` is a key of :data:`PRECISION`, ``parent`` the id of the region around it.

    ``latitude`` and ``longitude`` are degrees (WGS 84); ``precision`` is that of the point, which is its region's or
    town's where its own is not known.
    """

    id: str
    name: str
    name_en: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int
    precision: str
    kind: str = "town"
    parent: str = ""


class Gazetteer:
    """Folded names to candidates: the lexicon's states and places, then the built file's."""

    def __init__(
        self, data: str, lexicon: Mapping[str, Any], states: Mapping[str, str], capitals: Mapping[str, str]
    ) -> None:
        """``data``: the built file; ``lexicon``: its places; ``states`` and ``capitals``: folded name → country."""
        _, countries, rows, names, longest = data.split("\n\n")
        self._rows = rows.split("\n")
        self._names: dict[str, str] = dict(_pair(line) for line in names.splitlines())
        self.longest = {first: int(words) for first, words in (line.split("\t") for line in longest.split("\n"))}
        self._countries = {code: rest for code, *rest in (line.split("\t") for line in countries.split("\n"))}
        self._states = states
        self._capital_of = capitals
        self.capitals = {country: name for name, country in reversed(tuple(capitals.items()))}  # the first name of each
        self.kinds = _with_clitics(lexicon["place_words"])
        self.directions = {
            form: length for form, (length, _) in _with_clitics(dict.fromkeys(lexicon["directions"], "")).items()
        }
        self.scenes = frozenset(_with_clitics(dict.fromkeys(lexicon["scene_nouns"], "")))
        self.state_scenes = frozenset(_with_clitics(dict.fromkeys(lexicon["state_scene_nouns"], "")))
        self.no_names = frozenset(lexicon["no_names"])
        self.several = frozenset(_with_clitics(dict.fromkeys(lexicon["several"], "")))
        self.guarded = frozenset(lexicon["only_after_place_word"])
        self.as_written = frozenset(lexicon["as_written"])
        self.outweighing = frozenset(lexicon["outweighs"])
        self.home = frozenset(lexicon["home"])
        self._own: dict[str, list[Mapping[str, Any]]] = {}
        for entry in lexicon["entries"]:
            for name in entry["names"]:
                self._own.setdefault(name, []).append(entry)
        for name in (*self._own, *states, *self._capital_of):
            first = name.split(" ", 1)[0]
            self.longest[first] = max(self.longest.get(first, 0), name.count(" ") + 1)
        self.candidates = lru_cache(maxsize=1 << 13)(self._candidates)
        self.heads = Memo(self._heads)
        self.begins = Memo(lambda folded: folded in self.kinds or folded in self.directions or bool(self.heads[folded]))

    def _heads(self, folded: str) -> tuple[tuple[str, int], ...]:
        """(first word of some name, letters before it) that a folded word may be; empty for most words."""
        forms = [(folded[len(p) :], len(p)) for p in CLITICS if folded.startswith(p)]
        forms += [("ال" + folded[2:], 1)] if folded.startswith("لل") else []
        return tuple((form, prefix) for form, prefix in forms if form in self.longest)

    def __contains__(self, name: str) -> bool:
        """Whether a folded name is known."""
        return name in self._names or name in self._own or name in self._states or name in self._capital_of

    def listed(self, name: str, id_: str) -> bool:
        """Whether the lexicon itself lists a name for the place with an id."""
        return any(id_ in (entry["id"], entry["of"]) for entry in self._own.get(name, ()))

    def well_known(self, name: str) -> bool:
        """Whether a name is of a state or region, or of a big town: then it outweighs a common noun."""
        return name in self.outweighing or any(
            c.kind in ("country", "governorate", "region") or c.population >= BIG_TOWN for c in self.candidates(name)
        )

    def governs(self, name: str) -> bool:
        """Whether a name is a state's or a capital's, and so may mean a government."""
        return name in self._states or name in self._capital_of

    def is_state(self, name: str) -> bool:
        """Whether a name is a state's, and of nothing else as far as the lexicon's states tell."""
        return name in self._states

    def notable(self, name: str) -> bool:
        """Whether a name is of more than a village: known without a word that says that it is a place."""
        return any(
            c.kind in ("country", "governorate", "region", "water") or c.population >= TOWN or name in self._own
            for c in self.candidates(name)
        )

    def expected(self, name: str, countries: Iterable[str]) -> bool:
        """Whether a name is of a place at home, in one of ``countries``, or known all over the world."""
        near = self.home.union(countries)
        return name in self._own or any(
            (c.country in near and c.kind != "area") or c.kind == "country" or c.population >= KNOWN_ELSEWHERE
            for c in self.candidates(name)
        )

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        found: dict[str, Candidate] = {}
        if name in self._states:
            code = self._states[name]
            id_, english, _ = self._countries.get(code, (f"state:{code}", None, ""))
            found[id_] = Candidate(id_, name, english, code, None, None, 0, "country", "country")
        for candidate in (*map(self._entry, self._own.get(name, ())), *self._named(name)):
            found.setdefault(candidate.id, candidate)
        capital = self.capital(self._capital_of[name]) if name in self._capital_of else None
        if capital is not None:
            found.setdefault(capital.id, capital)
        return tuple(found.values())

    def capital(self, country: str) -> Candidate | None:
        """The capital of a country (alpha-3)."""
        _, _, id_ = self._countries.get(country, ("", None, ""))
        known = self.by_id(id_) if id_ else None
        return replace(self._placed(known), name=known.name or self.capitals.get(country, "")) if known else None

    def state(self, country: str) -> Candidate | None:
        """A country by its alpha-3 code."""
        return next((c for name, code in self._states.items() if code == country for c in self._candidates(name)), None)

    def _named(self, name: str) -> Iterable[Candidate]:
        return (self._placed(self._row(int(number), name)) for number in self._names.get(name, "").split())

    def _row(self, number: int, looked_up: str = "") -> Candidate:
        """A place of the built file, under the spelling that was looked up."""
        id_, kind, country, parent, latitude, longitude, population, english, names = self._rows[number].split("\t")
        north, east = (float(latitude), float(longitude)) if latitude else (None, None)
        name = next((n for n in names.split("|") if fold(n) == looked_up), names.split("|", 1)[0])
        return Candidate(id_, name, english, country, north, east, int(population), PRECISION[kind], kind, parent)

    def places(self) -> Iterator[Candidate]:
        """Every place with an Arabic name: the built file's, then the lexicon's own."""
        rows = (self._row(number) for number, line in enumerate(self._rows) if line.rpartition("\t")[2])
        own = {entry["id"]: entry for entries in self._own.values() for entry in entries}
        yield from rows
        yield from (self._entry(entry) for entry in own.values())

    def by_id(self, id_: str) -> Candidate | None:
        """The place of the built file with an id."""
        number = bisect_left(self._rows, id_ + "\t")
        found = number < len(self._rows) and self._rows[number].startswith(id_ + "\t")
        return self._row(number) if found else None

    def _placed(self, candidate: Candidate) -> Candidate:
        """A place without a point of its own lies at its region's, with that precision."""
        parent = self.by_id(candidate.parent) if candidate.latitude is None and candidate.parent else None
        if parent is None:
            return candidate
        parent = self._placed(parent)
        return replace(
            candidate,
            latitude=parent.latitude,
            longitude=parent.longitude,
            precision=max(candidate.precision, parent.precision, key=EXACT.index),
        )

    def _entry(self, entry: Mapping[str, Any]) -> Candidate:
        """An entry of the lexicon: other names of a built place, or a place of its own."""
        known = self.by_id(entry["of"] or entry["near"] or "")
        if known is not None and entry["of"]:
            return replace(self._placed(known), name=entry["name"])
        latitude, longitude = entry["at"] or (None, None)
        own = Candidate(
            entry["id"], entry["name"], entry["en"], entry["country"], latitude, longitude, entry["population"], PRECISION[entry["kind"]],
            entry["kind"], known.parent if known else "",
        )  # fmt: skip
        if known is None or latitude is not None:
            return own
        known = self._placed(known)
        precision = max(own.precision, known.precision, key=EXACT.index)
        return replace(own, latitude=known.latitude, longitude=known.longitude, precision=precision)


def _pair(line: str) -> tuple[str, str]:
    name, _, numbers = line.partition("\t")
    return name, numbers


def _with_clitics(kinds: Mapping[str, str]) -> dict[str, tuple[int, str]]:
    """Each written form of a place word → the letters of clitics before it, and the kind of place that it says."""
    forms = {prefix + word: (len(prefix), kind) for prefix in reversed(CLITICS) for word, kind in kinds.items()}
    return {f"لل{word[2:]}": (1, kind) for word, kind in kinds.items() if word.startswith("ال")} | forms


def read_gazetteer(path: Path = TARGET) -> str:
    """The text of the gazetteer file, built first where it is missing or of an earlier form.

    Raises :class:`MarsadError` where it cannot be built.
    """
    text = gzip.decompress(path.read_bytes()).decode() if path.exists() else ""
    if text.startswith(HEADING + "\n"):
        return text
    try:
        build(path)
    except ImportError as error:
        raise MarsadError(
            f"the gazetteer cannot be built: {error}; install the packages that pyproject.toml builds with"
        ) from error
    return gzip.decompress(path.read_bytes()).decode()
