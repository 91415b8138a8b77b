"""What stands in each slot of a trigger's frame, and the rule that put it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase in a slot and the rule that put it there."""

    phrase: int
    rule: str


@dataclass(slots=True)
class Slots:
    """What stands in each slot of one trigger: ``subject``, ``object`` and prepositions."""

    subject: list[Filler] = field(default_factory=list)
    object: list[Filler] = field(default_factory=list)
    prepositions: dict[str, list[Filler]] = field(default_factory=dict)
    support: int | None = None  # the phrase of a support verb
    place: int | None = None  # the phrase that a support verb says it happened in: «شهدت المدينة …»
    relative: int | None = None  # the verb of a relative clause that tells the event noun's doer
    passive: bool = False

    def of(self, slot: str) -> list[Filler]:
        """The fillers of a slot by its name in a frame."""
        if slot == "subject":
            return self.subject
        return self.object if slot == "object" else self.prepositions.get(slot, [])


def put(slot: list[Filler], phrases: Sequence[int], rule: str) -> None:
    """Add phrases to a slot, with the rule that puts them there."""
    slot.extend(Filler(phrase, rule) for phrase in phrases)
