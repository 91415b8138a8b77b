"""Who a name on its own may mean: the question behind ``marsad who``."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from marsad.lexicon.lexicon import Lexicon, NameEntry
from marsad.lexicon.name_index import folded_words
from marsad.mention.describe import holds
from marsad.resolve.candidate import Candidate, Surroundings, rank, settled
from marsad.resolve.surname import surnames

MOST = 12  # candidates shown


@dataclass(frozen=True, slots=True)
class Answer:
    """A name, the entities that it may mean, best first, and the one that is meant where the reasons say so."""

    name: str
    candidates: tuple[Candidate, ...]
    meant: Candidate | None


def ask(name: str, lexicon: Lexicon, date: str | None = None, countries: Set[str] = frozenset()) -> Answer:
    """The candidates for ``name`` (a person, body, state, or the title of an office) at a date and in a context."""
    words = tuple(folded_words(name))
    around = Surroundings(date, countries)
    fits: dict[str, tuple[NameEntry, str]] = {}
    for entry, fit in _fitting(words, lexicon, date):
        fits.setdefault(entry.id, (entry, fit))
    ranked = rank(fits.values(), around, lexicon)
    return Answer(name, tuple(ranked[:MOST]), settled(ranked, lexicon))


def _fitting(words: tuple[str, ...], lexicon: Lexicon, date: str | None) -> Iterator[tuple[NameEntry, str]]:
    """Who bears a name, in the order of how well it fits: in full, as an alias, as an office's title, as a surname."""
    if not words:
        return
    key = " ".join(words)
    entries = [lexicon.name(number) for number in range(len(lexicon.names))]
    known = [entry for entry in entries if entry.id]
    yield from ((entry, "full_name") for entry in known if tuple(folded_words(entry.name)) == words)
    yield from ((entry, "alias") for entry in known if any(tuple(folded_words(a)) == words for a in entry.aliases))
    holders = lexicon.holders(key)
    at_date = [entry for entry, term in holders if date and holds(term, date)]
    yield from ((entry, "office_title") for entry in at_date or [entry for entry, _ in holders])
    capital = lexicon.capitals.get(key)
    state = lexicon.entity(f"state:{capital}") if capital else None
    if state:
        yield state, "alias"
    yield from ((entry, "surname") for entry in known if entry.kind == "person" and _ends(words, entry))


def _ends(words: tuple[str, ...], person: NameEntry) -> bool:
    """Whether some words are what a person's name may be shortened to, or end it."""
    forms = (tuple(folded_words(form)) for form in (person.name, *person.aliases))
    return words in surnames(person) or any(form[-len(words) :] == words for form in forms)
