"""Times, numbers and places of a sentence, found and resolved together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.lexicon.lexicon import Lexicon
from marsad.mention.number import Counted, NumberWords, find_quantities, number_words
from marsad.mention.place import PlaceExpression, find_places
from marsad.mention.time import TimeFinder, load_times
from marsad.record import Place, Quantity, Sentence, Time
from marsad.resolve.gazetteer import Gazetteer, read_gazetteer
from marsad.resolve.place import Setting, resolve_places, setting_of
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
class Scan:
    """What a sentence says of when, how many and where, before the article tells where it is set."""

    times: Sequence[tuple[Time, int, int]]
    counted: Sequence[Counted]
    places: Sequence[PlaceExpression]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The finders with their tables."""

    lexicon: Lexicon
    times: TimeFinder
    numbers: NumberWords
    gazetteer: Gazetteer

    def find(self, sentence: Sentence, published: str | None, countries: Collection[str]) -> Found:
        """Everything that tells when, how many and where in a sentence by itself.

        ``countries``: those that the article speaks of; a mapping gives their mentions as well.
        """
        return self.resolve(sentence, self.scan(sentence, published, countries), Setting(Counter(countries)))

    def scan(self, sentence: Sentence, published: str | None, countries: Collection[str]) -> Scan:
        """The expressions of a sentence; times and numbers with their values."""
        tokens = sentence.tokens
        times = self.times.find(tokens, published)
        timed = {n for _, start, stop in times for n in range(start, stop)}
        counted = [c for c in find_quantities(tokens, self.numbers) if c.start not in timed]
        numbers = {c.start: (c.stop, c.quantity.least) for c in counted}
        places = find_places(tokens, self.gazetteer, self.lexicon, countries, numbers)
        return Scan(times, counted, [p for p in places if p.start not in timed])

    def setting(self, scans: Iterable[Scan], countries: Mapping[str, int]) -> Setting:
        """Where an article is set: by the countries that it speaks of, and by the places in it that are sure."""
        alone = Setting(countries)
        found = (
            pair for s in scans for pair in zip(s.places, resolve_places(s.places, self.gazetteer, alone), strict=True)
        )
        return setting_of(found, countries, self.gazetteer)

    def resolve(self, sentence: Sentence, scan: Scan, setting: Setting) -> Found:
        """A sentence's circumstances, its places as the article's setting has them."""
        tokens = sentence.tokens
        return Found(
            times=tuple(time for time, _, _ in scan.times),
            quantities=tuple(c.quantity for c in scan.counted),
            places=resolve_places(scan.places, self.gazetteer, setting),
            timed=frozenset(n for _, start, stop in scan.times for n in range(start, stop)),
            named={
                n: p.prefix if n == p.inner else 0
                for p in scan.places
                if p.name and p.rule != "capital_of"
                for n in range(p.inner, p.stop)
            },
            counted=frozenset(n for c in scan.counted for n in range(c.start, c.stop) if tokens[n].kind == "word"),
        )


def load_circumstances(lexicon: Lexicon) -> Circumstances:
    """The finders over a lexicon's tables and the gazetteer."""
    states = {
        fold(form): state.country or ""
        for state in lexicon.states
        for form in (state.name, *state.aliases)
        if fold(form) not in lexicon.capitals and (not state.ambiguous or fold(form) in lexicon.places["outweighs"])
    }
    gazetteer = Gazetteer(read_gazetteer(), lexicon.places, states, lexicon.capitals)
    return Circumstances(lexicon, load_times(lexicon), number_words(lexicon.numbers), gazetteer)
