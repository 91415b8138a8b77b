"""Times, numbers and places of a sentence, found and resolved together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.lexicon.lexicon import Lexicon
from marsad.mention.number import NumberWords, find_quantities, number_words
from marsad.mention.place import find_places
from marsad.mention.time import TimeFinder, load_times
from marsad.record import Place, Quantity, Sentence, Time
from marsad.resolve.gazetteer import Gazetteer, load_gazetteer
from marsad.resolve.place import resolve_place
from marsad.span import Span
from marsad.text.fold import fold


@dataclass(frozen=True, slots=True)
class Found:
    """The times, quantities and places of a sentence, and the tokens that times, number words and place names take."""

    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    places: tuple[Place, ...]
    timed: frozenset[int]
    counted: frozenset[int]
    named: Mapping[int, int]  # token of a place name → letters of clitics before it

    def yields(self, name: Span, *, single: bool) -> bool:
        """Whether a person's name at a span yields to a place: to one that covers it, and if of one word to any."""
        return any(p.span.covers(name) or (single and p.span.overlaps(name)) for p in self.places)

    def without(self, names: Sequence[Span]) -> Found:
        """The same without the places that share a code point with the name of a person."""
        kept = tuple(p for p in self.places if not any(p.span.overlaps(name) for name in names))
        return self if len(kept) == len(self.places) else replace(self, places=kept)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The finders with their tables."""

    lexicon: Lexicon
    times: TimeFinder
    numbers: NumberWords
    gazetteer: Gazetteer

    def find(self, sentence: Sentence, published: str | None, countries: Collection[str]) -> Found:
        """Everything that tells when, how many and where. ``countries`` are those that the article speaks of."""
        tokens = sentence.tokens
        times = self.times.find(tokens, published)
        timed = frozenset(n for _, start, stop in times for n in range(start, stop))
        counted = [c for c in find_quantities(tokens, self.numbers) if c.start not in timed]
        places = [p for p in find_places(tokens, self.gazetteer, self.lexicon) if p.start not in timed]
        return Found(
            times=tuple(time for time, _, _ in times),
            quantities=tuple(c.quantity for c in counted),
            places=tuple(resolve_place(place, self.gazetteer, countries) for place in places),
            timed=timed,
            named={
                n: p.prefix if n == p.inner else 0
                for p in places
                if p.name and p.rule != "capital_of"
                for n in range(p.inner, p.stop)
            },
            counted=frozenset(n for c in counted for n in range(c.start, c.stop) if tokens[n].kind == "word"),
        )


def load_circumstances(lexicon: Lexicon) -> Circumstances:
    """The finders over a lexicon's tables and the gazetteer."""
    states = {
        fold(form): (state.country or "", state.en or "")
        for state in lexicon.states
        for form in (state.name, *state.aliases)
        if fold(form) not in lexicon.capitals and (not state.ambiguous or fold(form) in lexicon.places["outweighs"])
    }
    regions: dict[str, list[str]] = {name: list(found) for name, found in lexicon.places["regions"].items()}
    for capital, country in lexicon.capitals.items():
        regions.setdefault(capital, []).append(country)
    gazetteer = load_gazetteer(regions, states, lexicon.places)
    return Circumstances(lexicon, load_times(lexicon), number_words(lexicon.numbers), gazetteer)
