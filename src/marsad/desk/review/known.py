"""Whom and which place a person may mean by some words: known entities, and the gazetteer's places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from marsad.desk.knowledge import gazetteer, lexicon
from marsad.desk.names import name_of
from marsad.lexicon.lexicon import NameEntry
from marsad.lexicon.name_index import folded_words
from marsad.ontology.plover import SUPRANATIONAL
from marsad.resolve.gazetteer import CLITICS, Candidate
from marsad.store import models
from marsad.store.rows import stems_of
from marsad.text.fold import fold

MOST = 12  # choices shown


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that words may mean: its key, what it is called, and what tells it from others of that name."""

    key: str
    name: str
    name_en: str | None
    country: str | None
    sector: str | None
    kind: str


def entities(words: str) -> list[Choice]:
    """Known entities whose name begins with these words or, where the archive names them, holds them."""
    found: dict[str, Choice] = {}
    for choice in (*_of_lexicon(words), *_of_archive(words)):
        found.setdefault(choice.key, choice)
    return list(islice(found.values(), MOST))


def _of_archive(words: str) -> Iterator[Choice]:
    stems = stems_of(words)
    rows = (
        models.Entity.objects.filter(words__contains=stems.rstrip()) if stems.strip() else models.Entity.objects.none()
    )
    yield from (_of_row(row) for row in sorted(rows[: MOST * 5], key=lambda row: (len(row.words), row.key)))


def _of_row(row: models.Entity) -> Choice:
    return Choice(row.key, row.name, row.name_en, row.country, row.sector, row.kind)


def _of_lexicon(words: str) -> Iterator[Choice]:
    base = lexicon()
    first, *rest = folded_words(words) or [""]
    rows = [row for form in (first, f"ال{first}") for row in base.name_index.get(form, ())]
    fits = [(following, number) for following, number in rows if following[: len(rest)] == rest]
    for _, number in sorted(fits, key=lambda fit: len(fit[0])):
        entry = base.name(number)
        bearers = (base.name(n) for n in entry.candidates) if not entry.id else (entry,)
        yield from (_of_entry(bearer) for bearer in bearers)


def _of_entry(entry: NameEntry) -> Choice:
    return Choice(entry.id, entry.name, entry.en, entry.country, entry.sector, entry.kind)


def entity(key: str) -> Choice | None:
    """The entity of a key: of the archive, else of the lexicon."""
    row = models.Entity.objects.filter(key=key).first()
    if row is not None:
        return _of_row(row)
    entry = lexicon().entity(key)
    return _of_entry(entry) if entry else None


def learn(key: str) -> None:
    """Have a row for an entity of the lexicon that no reading named before."""
    choice = None if models.Entity.objects.filter(key=key).exists() else entity(key)
    if choice is not None:
        models.Entity.objects.get_or_create(
            key=key,
            defaults={
                "kind": choice.kind, "name": choice.name, "name_en": choice.name_en, "country": choice.country,
                "sector": choice.sector, "words": stems_of(choice.name, choice.name_en),
            },
        )  # fmt: skip


def places(words: str) -> list[Candidate]:
    """The places of the gazetteer that bear a name, with a clitic before it or not; the biggest first."""
    known, folded = gazetteer(), fold(" ".join(words.split()))
    forms = [folded[len(clitic) :] for clitic in CLITICS if folded.startswith(clitic)]
    forms += [f"ال{folded[2:]}"] if folded.startswith("لل") else []
    found = {place.id: place for form in forms if form for place in known.candidates(form)}
    return sorted(found.values(), key=lambda place: (place.kind != "country", -place.population, place.id))[:MOST]


def place(key: str, words: str) -> Candidate | None:
    """The place of a key among those that some words may name, else wherever the gazetteer has it."""
    named = next((place for place in places(words) if place.id == key), None)
    return named or gazetteer().by_id(key)


def place_name(key: str) -> str:
    """What a place is called that the archive or the gazetteer holds, else its key."""
    row = models.Place.objects.filter(key=key).first()
    return getattr(gazetteer().by_id(key), "name", key) if row is None else name_of(row)


def is_country(code: str) -> bool:
    """Whether a code is a state's (ISO 3166 alpha-3) or one of PLOVER's for bodies above states."""
    return code in SUPRANATIONAL or lexicon().entity(f"state:{code}") is not None
