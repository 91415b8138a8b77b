"""What an article says beside its events: claims, quotations, standing relations, entities, contexts, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.desk.news.card import Card, Party, parties
from marsad.desk.news.segment import Marked
from marsad.record import Context, Entity, Quotation, Relation
from marsad.resolve.romanize import with_latin_name
from marsad.resolve.stranger import UNRESOLVED
from marsad.span import Span
from marsad.store.restore import Kept
from marsad.store.rows import LOCAL

SHOWN = 6  # words of a context


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation: who says it, with which words, directly or not."""

    target: str
    marks: tuple[Marked, ...]
    quotation: Quotation
    speakers: tuple[Party, ...]
    text: str
    cue: str


@dataclass(frozen=True, slots=True)
class Stands:
    """A standing relation: who stands how to whom, and since when where that is told."""

    target: str
    marks: tuple[Marked, ...]
    relation: Relation
    subjects: tuple[Party, ...]
    objects: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the article: how often it is named; ``key`` where it has a page, and not where only this article knows it."""

    target: str
    marks: tuple[Marked, ...]
    entity: Entity
    key: str | None
    code: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class About:
    """What the article is about, and the words that say so."""

    target: str
    marks: tuple[Marked, ...]
    context: Context
    words: tuple[str, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """Somebody of the article and what he says of its events."""

    speakers: tuple[Party, ...]
    cards: tuple[Card, ...]


def claims(cards: Iterable[Card]) -> list[Claims]:
    """Who says what: the events with a claim, by their speakers, in the order of the text."""
    by: dict[tuple[str, ...], list[Card]] = {}
    for card in cards:
        if card.speakers:
            by.setdefault(tuple(party.text for party in card.speakers), []).append(card)
    return [Claims(some[0].speakers, tuple(some)) for some in by.values()]


def quotations(kept: Kept) -> list[Said]:
    """The quotations in order."""
    return [_said(kept, number, one) for number, one in enumerate(kept.record.quotations)]


def _said(kept: Kept, number: int, said: Quotation) -> Said:
    text, target = kept.record.text, f"quotation-{number}"
    roles = [(said.span, "found"), (said.cue, "cue"), (said.speaker.span if said.speaker else None, "source")]
    speakers = parties((said.speaker,), _names(kept)) if said.speaker else ()
    return Said(
        target, _marked(target, roles), said, speakers, said.span.of(text), said.cue.of(text) if said.cue else ""
    )


def relations(kept: Kept) -> list[Stands]:
    """The standing relations in order."""
    return [_stands(kept, number, one) for number, one in enumerate(kept.record.relations)]


def _stands(kept: Kept, number: int, relation: Relation) -> Stands:
    target, names = f"relation-{number}", _names(kept)
    roles: list[tuple[Span | None, str]] = [(span, "trigger") for span in relation.triggers]
    roles += [(party.span, "actor") for party in relation.subjects]
    roles += [(relation.object.span, "recipient"), (relation.time.span if relation.time else None, "time")]
    return Stands(
        target, _marked(target, roles), relation, parties(relation.subjects, names), parties((relation.object,), names)
    )


def entities(kept: Kept) -> list[Named]:
    """The entities, the most often named first."""
    found = [_named(number, with_latin_name(one)) for number, one in enumerate(kept.record.entities)]
    return sorted(found, key=lambda one: -len(one.entity.mentions))


def _named(number: int, entity: Entity) -> Named:
    target = f"entity-{number}"
    code = ":".join(filter(None, (entity.country, entity.sector)))
    local = entity.id.startswith(LOCAL)
    return Named(
        target, _marked(target, [(span, "found") for span in entity.mentions]), entity, None if local else entity.id, code,
        bool(code) and entity.reason != UNRESOLVED,
    )  # fmt: skip


def contexts(kept: Kept) -> list[About]:
    """The contexts, each with the first words that speak for it."""
    return [_about(kept, number, one) for number, one in enumerate(kept.record.contexts)]


def _about(kept: Kept, number: int, context: Context) -> About:
    target = f"context-{number}"
    words = tuple(dict.fromkeys(span.of(kept.record.text) for span in context.spans))
    marks = _marked(target, [(span, "found") for span in context.spans])
    return About(target, marks, context, words[:SHOWN], len(words) > SHOWN)


def _names(kept: Kept) -> dict[str, Entity]:
    return {entity.id: entity for entity in kept.record.entities}


def _marked(target: str, roles: Sequence[tuple[Span | None, str]]) -> tuple[Marked, ...]:
    return tuple(Marked(span, target, role) for span, role in roles if span is not None)
