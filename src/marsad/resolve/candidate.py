"""Who a name may mean: candidates with scores made of reasons that can be read.

The reasons and their weights stand in ``lexicon/resolution.yaml``. Nothing is chosen where the best two are close.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from marsad.lexicon.lexicon import Lexicon, NameEntry
from marsad.lexicon.name_index import folded_words
from marsad.mention.describe import holds
from marsad.mention.name import NameMatch


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known where the name stands: the date (ISO), the countries spoken of, the ids named in full before."""

    date: str | None = None
    countries: Set[str] = field(default_factory=frozenset)
    named: Set[str] = field(default_factory=frozenset)


class Reason(NamedTuple):
    """A feature of resolution.yaml that holds, what of the entity it rests on, and its weight."""

    feature: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean, the sum of the weights, and the reasons."""

    entry: NameEntry
    score: float
    reasons: tuple[Reason, ...]


def rank(found: Iterable[tuple[NameEntry, str]], around: Surroundings, lexicon: Lexicon) -> list[Candidate]:
    """The candidates, best first. ``found`` gives each with how the name fits it (``full_name``, ``surname`` …)."""
    scored = (_scored(entry, [(fit, ""), *_reasons(entry, around)], lexicon) for entry, fit in found)
    return sorted(scored, key=lambda candidate: -candidate.score)


def settled(ranked: Sequence[Candidate], lexicon: Lexicon) -> Candidate | None:
    """The candidate that the reasons single out; ``None`` for a tie."""
    if not ranked:
        return None
    ahead = len(ranked) == 1 or ranked[0].score - ranked[1].score >= lexicon.resolution["margin"]
    return ranked[0] if ahead else None


def _scored(entry: NameEntry, reasons: Sequence[tuple[str, str]], lexicon: Lexicon) -> Candidate:
    features = lexicon.resolution["features"]
    told = tuple(Reason(name, detail, features[name]["weight"]) for name, detail in reasons)
    return Candidate(entry, sum(reason.weight for reason in told), told)


def _reasons(entry: NameEntry, around: Surroundings) -> Iterator[tuple[str, str]]:
    if entry.id in around.named:
        yield "named_before", ""
    if around.date:
        yield from _at(entry, around.date)
    if around.countries and entry.country:
        yield ("country" if entry.country in around.countries else "other_country"), entry.country


def _at(entry: NameEntry, date: str) -> Iterator[tuple[str, str]]:
    """What an entity's dates say of it at a date."""
    if entry.start and date[: len(entry.start)] < entry.start:
        yield "not_yet", f"from {entry.start}"
    if entry.stop and date[: len(entry.stop)] > entry.stop:
        yield "no_longer", f"to {entry.stop}"
    dated = [office for office in entry.offices if office.get("from") or office.get("to")]
    held = next((office for office in dated if holds(office, date)), None)
    if held:
        yield "in_office", str(held["title"])
    elif dated and len(dated) == len(entry.offices):
        yield "out_of_office", ""


def choose(shared: NameEntry, around: Surroundings, lexicon: Lexicon) -> int | None:
    """The number of the entity that a name borne by several means here; ``None`` where the reasons do not say."""
    numbers = {lexicon.name(number).id: number for number in shared.candidates}
    entries = [(lexicon.name(number), _fit(lexicon.name(number), shared.name)) for number in shared.candidates]
    best = settled(rank(entries, around, lexicon), lexicon)
    return numbers[best.entry.id] if best else None


def _fit(entry: NameEntry, form: str) -> str:
    return "full_name" if " ".join(folded_words(entry.name)) == form else "alias"


def meant_by(matches: Sequence[NameMatch], around: Surroundings, lexicon: Lexicon) -> dict[int, int]:
    """For each name of an article that several bear, the entity that is meant, where the reasons say which."""
    shared = {match.entry for match in matches if lexicon.name(match.entry).candidates}
    if not shared:
        return {}
    full = (lexicon.name(match.entry).id for match in matches if match.stop - match.start > 1)
    around = replace(around, named=frozenset(id_ for id_ in full if id_))
    chosen = {number: choose(lexicon.name(number), around, lexicon) for number in shared}
    return {number: entity for number, entity in chosen.items() if entity is not None}
