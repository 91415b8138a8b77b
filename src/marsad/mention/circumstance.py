"""Times, numbers and places of a sentence, found and resolved together."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.lexicon.lexicon import Lexicon
from marsad.record import Place, Quantity, Sentence, Time


@dataclass(frozen=True, slots=True)
class Found:
    """The times, quantities and places of a sentence, and the numbers of the tokens that times and number words take."""

    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    timed: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()


class Circumstances:
    def find(self, sentence: Sentence, published: str | None) -> Found:
        return Found()


def load_circumstances(lexicon: Lexicon) -> Circumstances:
    return Circumstances()
