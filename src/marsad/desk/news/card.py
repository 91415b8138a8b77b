"""An event as a page shows it: each field in words, whom its parties are, and its sentence with the evidence marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.desk.names import name_of
from marsad.desk.news.segment import Marked, Segment, segments
from marsad.mention.time.value import date_of
from marsad.ontology.plover import QUAD_CLASS
from marsad.record import Article, Casualty, Entity, EventMention, Participant, Place
from marsad.store.restore import Kept
from marsad.store.rows import LOCAL
from marsad.text.fold import fold
from marsad.view.evidence import evidence
from marsad.view.wording import count


@dataclass(frozen=True, slots=True)
class Name:
    """An entity that somebody is: its name in the page's language, and its key where it has a page."""

    name: str
    key: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: its words, who it is where that says more, and its code; no code is unresolved."""

    text: str
    names: tuple[Name, ...]
    same: bool  # the words are the name itself
    code: str


@dataclass(frozen=True, slots=True)
class Loss:
    """An outcome and how many people it befell (``12``, ``20+``)."""

    outcome: str
    count: str


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its words, its name where that says more, and how exactly it is known."""

    text: str
    name: str
    precision: str
    country: str
    key: str


@dataclass(frozen=True, slots=True)
class Card:
    """An event with all that a list or the reading room says of it."""

    row: int
    kept: Kept
    event: EventMention
    quad: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    speakers: tuple[Party, ...]
    losses: tuple[Loss, ...]
    where: Where | None
    date: str
    when: str
    sentence: tuple[Segment, ...]

    @property
    def told(self) -> str:
        """The day on which the article was published, empty where nothing says it."""
        published = self.kept.record.page.published
        return published.value[:10] if published else ""


def cards(found: Sequence[tuple[Kept, EventMention]], rows: Sequence[int]) -> list[Card]:
    """Cards of events, with the numbers of their rows."""
    return [card(kept, event, row) for (kept, event), row in zip(found, rows, strict=True)]


def cards_of(kept: Kept) -> list[Card]:
    """The cards of all events of an article, in the order of the text."""
    return cards([(kept, event) for event in kept.record.events], kept.events)


def card(kept: Kept, event: EventMention, row: int) -> Card:
    """The card of one event."""
    article, claim = kept.record, event.claim
    names = {entity.id: entity for entity in article.entities}
    marks = [Marked(mark.span, target(row), mark.role) for mark in evidence(event)]
    return Card(
        row, kept, event, QUAD_CLASS[event.type], parties(event.actors, names), parties(event.recipients, names),
        parties((claim.speaker, *claim.others), names) if claim else (), tuple(map(_loss, event.casualties)),
        _where(event.place, article), date_of(event.time) or "",
        event.time.span.of(article.text) if event.time else "",
        segments(article.text, article.sentences[event.sentence].span, marks),
    )  # fmt: skip


def target(row: int) -> str:
    """What an event's card is called in addresses and marks."""
    return f"event-{row}"


def parties(some: Sequence[Participant], names: dict[str, Entity]) -> tuple[Party, ...]:
    """Participants as they are shown; ``names`` are the article's entities by id."""
    return tuple(_party(one, names) for one in some)


def _party(party: Participant, names: dict[str, Entity]) -> Party:
    keys = party.members or ((party.entity,) if party.entity else ())
    known = tuple(_name(names[key]) for key in keys if key in names)
    same = [fold(one.name) for one in known] == [fold(party.text)]
    return Party(party.text, known, same, ":".join(filter(None, (party.country, party.sector))))


def _name(entity: Entity) -> Name:
    return Name(name_of(entity), None if entity.id.startswith(LOCAL) else entity.id)


def _loss(casualty: Casualty) -> Loss:
    return Loss(casualty.outcome, count(casualty.quantity))


def _where(place: Place | None, article: Article) -> Where | None:
    if place is None:
        return None
    words = place.span.of(article.text)
    name = name_of(place)
    return Where(
        words, "" if fold(name) == fold(words) else name, place.precision or "", place.country or "", place.id or ""
    )
