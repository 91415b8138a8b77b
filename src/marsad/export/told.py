"""What an export is given: a record with its outlet and a number of its own."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.record import Article, EventMention


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people say of an article's events.

    ``kept`` were accepted, corrected or added, with the values that hold; ``rejected`` are the machine's events that are
    none, or none of that type. ``reviewed`` are the sentences with an event that was judged, ``unreviewed`` those with one
    that was not, or about which people differ.
    """

    kept: tuple[EventMention, ...]
    rejected: tuple[EventMention, ...]
    reviewed: frozenset[int]
    unreviewed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Told:
    """An article of an archive: its record, its outlet, and its number there, which its id need not be.

    ``verdicts`` are there where the record is the judged one, and not the machine's.
    """

    record: Article
    source: str | None = None
    number: int = 0
    verdicts: Verdicts | None = None

    def key(self, event: EventMention) -> str:
        """The key of an event of this article, the same in every export."""
        return f"{self.number}-{event.event}"


def best_mentions(article: Article) -> list[EventMention]:
    """For each event of an article its best-filled mention, in order of first mention."""
    best: dict[int, EventMention] = {}
    for event in article.events:
        if event.event not in best or filled(event) > filled(best[event.event]):
            best[event.event] = event
    return list(best.values())


def filled(event: EventMention) -> int:
    """How many fields of a mention say something."""
    return sum(map(bool, (event.actors, event.recipients, event.place, event.time, event.casualties)))
