"""Rows back to records: the articles of an archive as the reader returned them, a batch at a time.

Sentences come without their tokens, which follow from the text; entities and places are named as the latest reading
names them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from marsad.record import (
    Article,
    Block,
    BlockKind,
    Casualty,
    Claim,
    Entity,
    EventMention,
    Mention,
    MentionKind,
    Page,
    Participant,
    Place,
    Published,
    Quantity,
    Quotation,
    Relation,
    Sentence,
    Time,
)  # fmt: skip
from marsad.span import Span
from marsad.store import models
from marsad.store.more import given_back, typed

AT_ONCE = 200  # readings of one round of queries

Rows = dict[int, list[Any]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A record with what the archive knows of it: its number, its outlet, its headline as lists show it, and the number
    of each event's row."""

    record: Article
    article: int
    reading: int
    source: str | None
    events: tuple[int, ...]
    headline: str = ""


def restore(readings: Iterable[int]) -> Iterator[Kept]:
    """The records of readings, given by number, in that order."""
    numbers = iter(readings)
    while some := list(islice(numbers, AT_ONCE)):
        yield from _batch(some, WHOLE, models.Event.objects.filter(reading__in=some))


def restore_events(events: Sequence[int]) -> list[tuple[Kept, EventMention]]:
    """Events, given by number, in that order, for a list of them: each with its article's text and entities.

    The articles hold these events alone, and no blocks, mentions, relations and quotations.
    """
    chosen = models.Event.objects.filter(pk__in=events)
    readings = list(dict.fromkeys(chosen.values_list("reading", flat=True)))
    found = {
        number: (kept, event)
        for kept in _batch(readings, (), chosen)
        for number, event in zip(kept.events, kept.record.events, strict=True)
    }
    return [found[number] for number in events]


WHOLE = (models.Block, models.Mention, models.Relation, models.Quotation)


def _batch(numbers: Sequence[int], tables: Iterable[Any], chosen: QuerySet[models.Event]) -> Iterator[Kept]:
    found = models.Reading.objects.select_related("text", "article__source").in_bulk(numbers)
    parts = {
        model.__name__: _by(model.objects.filter(reading__in=numbers).order_by("reading", "number"), "reading_id")
        for model in tables
    }
    parts["Naming"] = _by(
        models.Naming.objects.filter(reading__in=numbers).select_related("entity").order_by("reading", "number"),
        "reading_id",
    )
    events = _events(chosen)
    sides = _sides(numbers) if parts.get("Relation") or parts.get("Quotation") else {}
    for number in numbers:
        if number in found:
            yield _kept(found[number], parts, events.get(number, []), sides)


def _by(rows: Iterable[Any], owner: str) -> Rows:
    grouped: Rows = defaultdict(list)
    for row in rows:
        grouped[getattr(row, owner)].append(row)
    return grouped


def _events(chosen: QuerySet[models.Event]) -> Rows:
    rows = chosen.select_related("place", "claim").order_by("reading", "number")
    events = _by(rows, "reading_id")
    parts: dict[str, Callable[[], Rows]] = {
        "parties": lambda: _by(
            models.Participant.objects.filter(event__in=chosen.values("pk")).order_by("event", "role", "number"),
            "event_id",
        ),
        "losses": lambda: _by(
            models.Casualty.objects.filter(event__in=chosen.values("pk")).order_by("event", "number"), "event_id"
        ),
        "cues": lambda: _by(models.Evidence.objects.filter(event__in=chosen.values("pk")).order_by("id"), "event_id"),
    }
    loaded = {name: load() for name, load in parts.items()}
    for row in (row for some in events.values() for row in some):
        for name, grouped in loaded.items():
            setattr(row, name, grouped.get(row.pk, []))
    return events


def _sides(numbers: Sequence[int]) -> dict[str, Rows]:
    """The participants of relations and of quotations."""
    return {
        owner: _by(
            models.Participant.objects.filter(**{f"{owner}__reading__in": numbers}).order_by("role", "number"),
            f"{owner}_id",
        )
        for owner in ("relation", "quotation")
    }


def _kept(reading: models.Reading, parts: dict[str, Rows], events: list[Any], sides: dict[str, Rows]) -> Kept:
    text, article = reading.text.text, reading.article
    of: Callable[[str], list[Any]] = lambda name: parts.get(name, {}).get(reading.pk, [])  # noqa: E731
    record = Article(
        id=article.name,
        page=_page(reading, of("Block")),
        sentences=tuple(Sentence(n, block, Span(a, b), ()) for n, (block, a, b) in enumerate(reading.sentences)),
        entities=tuple(_entity(row) for row in of("Naming")),
        events=tuple(_event(row, text) for row in events),
        relations=tuple(_relation(row, sides["relation"].get(row.pk, []), text) for row in of("Relation")),
        quotations=tuple(_quotation(row, sides["quotation"].get(row.pk, []), text) for row in of("Quotation")),
        mentions=tuple(_mention(row) for row in of("Mention")),
        versions={"marsad": reading.code, "lexicon": reading.lexicon},
        **given_back(Article, (reading.more or {}).get("article")),
    )
    source = article.source.name if article.source else None
    return Kept(record, article.pk, reading.pk, source, tuple(row.pk for row in events), reading.headline)


def span_of(row: Any, name: str = "") -> Span | None:
    """The span in the columns ``NAME_start`` and ``NAME_stop`` of a row, ``None`` where it is absent."""
    prefix = f"{name}_" if name else ""
    start = getattr(row, f"{prefix}start")
    return None if start is None else Span(start, getattr(row, f"{prefix}stop"))


def _page(reading: models.Reading, blocks: list[Any]) -> Page:
    published, more = None, reading.more or {}
    if reading.published is not None:
        published = Published(
            reading.published, reading.published_source or "", span_of(reading, "published"),
            **given_back(Published, more.get("published")),
        )  # fmt: skip
    return Page(
        reading.text.text,
        tuple(Block(Span(row.start, row.stop), BlockKind(row.kind), row.rule) for row in blocks),
        published, reading.article.url, reading.charset, reading.charset_rule, reading.language,
        tuple(reading.warnings), reading.declared_source,
        **given_back(Page, more.get("page")),
    )  # fmt: skip


def _entity(row: Any) -> Entity:
    if row.local is not None:
        found: Entity = typed(Entity, row.local)
        return found
    entity = row.entity
    return Entity(
        entity.key, MentionKind(entity.kind), entity.name, entity.name_en, entity.country, entity.sector,
        tuple(Span(*span) for span in row.spans), row.office, row.reason,
        **given_back(Entity, row.more),
    )  # fmt: skip


def _mention(row: Any) -> Mention:
    return Mention(
        Span(row.start, row.stop), MentionKind(row.kind), row.rule, span_of(row, "head"), row.entity, row.reason, row.country,
        row.sector, tuple(row.members or ()), **given_back(Mention, row.more),
    )  # fmt: skip


def _event(row: Any, text: str) -> EventMention:
    return EventMention(
        event=row.event, sentence=row.sentence, type=row.type, mode=row.mode, trigger=Span(row.start, row.stop),
        lemma=row.lemma, status=row.status, confidence=row.confidence,
        actors=_parties(row.parties, "actor", text), recipients=_parties(row.parties, "recipient", text),
        place=_place(row), time=_time(row), claim=_claim(row, text),
        casualties=tuple(_casualty(loss) for loss in row.losses), rules=row.rules,
        evidence={cue.field: Span(cue.start, cue.stop) for cue in row.cues}, **_more(row, "event", EventMention),
    )  # fmt: skip


def _parties(rows: Iterable[Any], role: str, text: str) -> tuple[Participant, ...]:
    return tuple(_party(row, text) for row in rows if row.role == role)


def _party(row: Any, text: str) -> Participant:
    span = Span(row.start, row.stop)
    return Participant(
        span, span.of(text) if row.text is None else row.text, row.rule, MentionKind(row.kind) if row.kind else None, row.entity,
        row.country, row.sector, row.reason, tuple(row.members or ()), **given_back(Participant, row.more),
    )  # fmt: skip


def _place(row: Any) -> Place | None:
    span = span_of(row, "place")
    if span is None:
        return None
    known = row.place
    if known is None:
        return Place(
            span, row.place_rule, country=row.country, reason=row.place_reason, candidates=row.place_candidates
        )
    point = {"latitude": known.latitude, "longitude": known.longitude}
    return Place(
        span, row.place_rule, known.key, known.name, known.name_en, row.country, precision=row.place_precision,
        reason=row.place_reason, candidates=row.place_candidates, **point | _more(row, "place", Place),
    )  # fmt: skip


def _time(row: Any) -> Time | None:
    span = span_of(row, "time")
    if span is None:
        return None
    return Time(
        span, row.time_rule, row.time_value, row.time_first, row.time_last, row.time_anchor, **_more(row, "time", Time)
    )


def _more(row: Any, part: str, kind: type) -> dict[str, Any]:
    """What ``more`` of an event's row holds of one of its records."""
    return given_back(kind, (row.more or {}).get(part))


def _claim(row: Any, text: str) -> Claim | None:
    claim = getattr(row, "claim", None)
    if claim is None:
        return None
    (speaker,) = _parties(row.parties, "speaker", text)
    return Claim(
        speaker,
        Span(claim.cue_start, claim.cue_stop),
        claim.stance,
        claim.quoted,
        claim.rule,
        _parties(row.parties, "other-speaker", text),
        **_more(row, "claim", Claim),
    )


def _casualty(row: Any) -> Casualty:
    return Casualty(row.outcome, Quantity(Span(row.start, row.stop), row.least, row.most, row.quantity_rule), row.rule)


def _relation(row: Any, sides: list[Any], text: str) -> Relation:
    (whom,) = _parties(sides, "object", text)
    triggers = tuple(Span(*span) for span in row.triggers)
    return Relation(
        row.kind,
        _parties(sides, "subject", text),
        whom,
        triggers,
        row.sentence,
        row.rule,
        **given_back(Relation, row.more),
    )


def _quotation(row: Any, sides: list[Any], text: str) -> Quotation:
    speaker = next(iter(_parties(sides, "speaker", text)), None)
    return Quotation(
        Span(row.start, row.stop),
        speaker,
        span_of(row, "cue"),
        row.direct,
        row.sentence,
        row.rule,
        **given_back(Quotation, row.more),
    )
