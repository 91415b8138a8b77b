"""A reading as rows: the typed records of one article as unsaved models, in the order in which they are saved.

Rows point at each other as objects; the numbers that the database gives them are filled in as they are saved
(:mod:`marsad.store.write`). Nothing is lost: :mod:`marsad.store.restore` makes equal records from the rows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model

from marsad.export.nested import plain
from marsad.record import Article, BlockKind, Claim, EventMention, Mention, Participant, Quotation, Relation
from marsad.record import Entity as EntityRecord
from marsad.record import Place as PlaceRecord
from marsad.span import Span
from marsad.store import models
from marsad.store.more import more_of
from marsad.store.pool import stored
from marsad.store.search.word import stem, words

# The fields of each record that have columns or tables of their own; the others go to ``more``.
PAGE = frozenset("text blocks published url charset charset_rule language warnings source".split())
PUBLISHED = frozenset("value source span".split())
ARTICLE = frozenset("id page sentences entities events relations quotations mentions versions trace".split())
ENTITY = frozenset("id kind name name_en country sector mentions office reason".split())
MENTION = frozenset("span kind rule head entity reason country sector members".split())
EVENT = frozenset(
    "event sentence type mode trigger lemma status confidence actors recipients place time claim casualties rules "
    "evidence".split()
)
PLACE = frozenset("span rule id name name_en country latitude longitude precision reason candidates".split())
TIME = frozenset("span rule value start stop anchor".split())
CLAIM = frozenset("speaker cue stance quoted rule others".split())
PARTICIPANT = frozenset("span text rule kind entity country sector reason members".split())
RELATION = frozenset("kind subjects object triggers sentence rule".split())
QUOTATION = frozenset("span speaker cue direct sentence rule".split())
LOCAL = "article:"  # what the key of an entity begins with that only its article knows

LARGEST = 2**63 - 1  # that a database holds; a text may write any number
HEADLINE = 500  # code points of the headline that lists show


@dataclass(slots=True)
class Rows:
    """All rows of some readings by table; saved table by table, first to last."""

    readings: list[models.Reading] = field(default_factory=list)
    parts: list[Model] = field(default_factory=list)  # of a reading, and pointed at by nothing but ``owned``
    owned: list[Model] = field(default_factory=list)  # of an event, a relation or a quotation


@dataclass(frozen=True, slots=True)
class Known:
    """The rows that readings share, by key: saved before any reading that names them."""

    entities: dict[str, models.Entity]
    places: dict[str, models.Place]


def digest_of(text: str) -> bytes:
    """The digest by which readings that agree on a text find it."""
    return hashlib.sha256(text.encode()).digest()


def stems_of(*parts: str | None) -> str:
    """Folded stems between spaces, for a query by name: `` بلد … ``."""
    return " ".join(("", *(stem(word.folded) for part in parts if part for word in words(part)), ""))


def add_reading(
    rows: Rows, article: models.Article, text: models.Text, record: Article, at: datetime, known: Known
) -> None:
    """The rows of one reading, put to ``rows``."""
    reading = _reading(article, text, record, at)
    rows.readings.append(reading)
    rows.parts += _anatomy(reading, record)
    rows.parts += (_naming(reading, n, e, known) for n, e in enumerate(record.entities))
    rows.parts += (_mention(reading, n, m) for n, m in enumerate(record.mentions))
    for number, event in enumerate(record.events):
        _event(rows, reading, number, event, article, record, known)
    for number, relation in enumerate(record.relations):
        _relation(rows, reading, number, relation, record, known)
    for number, quotation in enumerate(record.quotations):
        _quotation(rows, reading, number, quotation, record, known)


def _reading(article: models.Article, text: models.Text, record: Article, at: datetime) -> models.Reading:
    page, published = record.page, record.page.published
    span = published.span if published else None
    return models.Reading(
        article=article, text=text, code=record.versions.get("marsad", ""), lexicon=record.versions.get("lexicon", ""),
        read_at=at, language=page.language, charset=page.charset, charset_rule=page.charset_rule,
        published=published.value if published else None, published_source=published.source if published else None,
        day=first_day(published.value) if published else None, headline=_headline(record),
        declared_source=page.source, more=_more_of_reading(record), warnings=list(page.warnings), sentences=[[s.block, *s.span] for s in record.sentences],
        **_span("published", span),
    )  # fmt: skip


def _more_of_reading(record: Article) -> dict[str, Any] | None:
    parts = {"article": more_of(record, ARTICLE), "page": more_of(record.page, PAGE)}
    if record.page.published:
        parts["published"] = more_of(record.page.published, PUBLISHED)
    return _filled(parts)


def _filled(parts: dict[str, Any]) -> dict[str, Any] | None:
    return {name: part for name, part in parts.items() if part} or None


def _headline(record: Article) -> str:
    found = next(iter(record.blocks(BlockKind.HEADLINE)), None) or record.text[:HEADLINE]
    return stored(" ".join(found.split()))[:HEADLINE]


def first_day(value: str | None) -> date | None:
    """The first day of an ISO 8601 prefix (``2020-06`` → 1 June 2020); ``None`` for what is no day of the calendar."""
    if not value:
        return None
    try:
        return date.fromisoformat((value + "-01-01"[len(value) - 4 :])[:10] if len(value) < 10 else value[:10])
    except ValueError:
        return None


def last_day(value: str | None) -> date | None:
    """The last day of an ISO 8601 prefix (``2020-06`` → 30 June 2020); ``None`` for what is no day of the calendar."""
    first = first_day(value)
    if first is None or value is None or len(value) >= len("2020-06-01"):
        return first
    months = 12 if len(value) == len("2020") else 1
    year, month = divmod(first.month - 1 + months, 12)
    if first.year + year > date.max.year:
        return date.max
    return date(first.year + year, month + 1, 1) - timedelta(days=1)


WRITTEN_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def bound(value: str, *, last: bool) -> date | None:
    """The first or last day of ``2020-07-04``, ``2020-07`` or ``2020`` as a person writes it; ``None`` for all else."""
    return (last_day if last else first_day)(value) if WRITTEN_DAY.fullmatch(value) else None


def _span(name: str, span: Span | None) -> dict[str, Any]:
    return {f"{name}_start": span.start if span else None, f"{name}_stop": span.stop if span else None}


def _anatomy(reading: models.Reading, record: Article) -> Iterator[Model]:
    return (
        models.Block(reading=reading, number=n, start=b.span.start, stop=b.span.stop, kind=b.kind.value, rule=b.rule)
        for n, b in enumerate(record.page.blocks)
    )


def _naming(reading: models.Reading, number: int, entity: EntityRecord, known: Known) -> Model:
    local = entity.id.startswith(LOCAL)
    return models.Naming(
        reading=reading, number=number, entity=None if local else known.entities[entity.id],
        local=plain(entity) if local else None, office=entity.office, reason=entity.reason,
        spans=[list(span) for span in entity.mentions], more=None if local else more_of(entity, ENTITY),
    )  # fmt: skip


def _mention(reading: models.Reading, number: int, mention: Mention) -> Model:
    return models.Mention(
        reading=reading, number=number, start=mention.span.start, stop=mention.span.stop, kind=mention.kind.value,
        rule=mention.rule, entity=mention.entity, reason=mention.reason, country=mention.country,
        sector=mention.sector, members=list(mention.members) or None, more=more_of(mention, MENTION), **_span("head", mention.head),
    )  # fmt: skip


def _day(event: EventMention, reading: models.Reading) -> tuple[date | None, bool]:
    """The day that an event is listed under, and whether it is its own: what is yet to come stands where it was told."""
    own = first_day(event.time.start or event.time.value) if event.time else None
    if own is None or (reading.day is not None and own > reading.day):
        return reading.day, False
    return own, True


def _event(
    rows: Rows, reading: models.Reading, number: int, event: EventMention, article: models.Article, record: Article, known: Known
) -> None:  # fmt: skip
    day, dated = _day(event, reading)
    row = models.Event(
        reading=reading, number=number, event=event.event, sentence=event.sentence, type=event.type, mode=event.mode,
        status=event.status, lemma=stored(event.lemma), confidence=event.confidence, start=event.trigger.start,
        stop=event.trigger.stop, rules=dict(event.rules), source=article.source,
        day=day, dated=dated, more=_more_of_event(event), **_place(event, record, known), **_time(event),
    )  # fmt: skip
    rows.parts.append(row)
    rows.owned += (
        models.Evidence(event=row, field=name, start=span.start, stop=span.stop)
        for name, span in event.evidence.items()
    )
    rows.owned += _casualties(row, event)
    rows.owned += _participants(event.actors, "actor", record, known, event=row)
    rows.owned += _participants(event.recipients, "recipient", record, known, event=row)
    if event.claim:
        rows.owned += _claim(row, event.claim, record, known)


def _more_of_event(event: EventMention) -> dict[str, Any] | None:
    parts = {"event": more_of(event, EVENT)}
    for name, part, kept in (("place", event.place, PLACE), ("time", event.time, TIME), ("claim", event.claim, CLAIM)):
        parts[name] = more_of(part, kept) if part else None
    if event.place and not event.place.id:
        parts["place"] = more_of(event.place, UNKNOWN_PLACE)
    elif event.place and event.place.uncertainty is not None:
        parts["place"] = more_of(event.place, MOVED_PLACE)
    return _filled(parts)


MOVED_PLACE = PLACE - {"latitude", "longitude"}  # «10 كلم شمال حلب»: the point is the event's, not the town's
UNKNOWN_PLACE = frozenset("span rule country reason candidates".split())  # one with no row in the gazetteer's table


def _place(event: EventMention, record: Article, known: Known) -> dict[str, Any]:
    place = event.place
    if place is None:
        return {}
    return {
        "place": known.places[place.id] if place.id else None,
        "place_rule": place.rule,
        "place_precision": place.precision,
        "place_reason": place.reason,
        "place_candidates": place.candidates,
        "place_words": stems_of(place.span.of(record.text)),
        "country": place.country,
        **_span("place", place.span),
    }


def _time(event: EventMention) -> dict[str, Any]:
    time = event.time
    if time is None:
        return {}
    return {
        "time_rule": time.rule,
        "time_value": time.value,
        "time_first": time.start,
        "time_last": time.stop,
        "time_anchor": time.anchor,
        **_span("time", time.span),
    }


def _casualties(row: models.Event, event: EventMention) -> Iterator[Model]:
    for number, casualty in enumerate(event.casualties):
        quantity = casualty.quantity
        yield models.Casualty(
            event=row, number=number, outcome=casualty.outcome, start=quantity.span.start, stop=quantity.span.stop,
            least=min(quantity.least, LARGEST), most=quantity.most and min(quantity.most, LARGEST),
            quantity_rule=quantity.rule, rule=casualty.rule,
        )  # fmt: skip


def _claim(row: models.Event, claim: Claim, record: Article, known: Known) -> Iterator[Model]:
    yield models.Claim(
        event=row, cue_start=claim.cue.start, cue_stop=claim.cue.stop, stance=claim.stance, quoted=claim.quoted,
        rule=claim.rule,
    )  # fmt: skip
    yield from _participants((claim.speaker,), "speaker", record, known, event=row)
    yield from _participants(claim.others, "other-speaker", record, known, event=row)


def _relation(
    rows: Rows, reading: models.Reading, number: int, relation: Relation, record: Article, known: Known
) -> None:
    row = models.Relation(
        reading=reading, number=number, kind=relation.kind, sentence=relation.sentence, rule=relation.rule,
        more=more_of(relation, RELATION),
        triggers=[list(span) for span in relation.triggers],
    )  # fmt: skip
    rows.parts.append(row)
    rows.owned += _participants(relation.subjects, "subject", record, known, relation=row)
    rows.owned += _participants((relation.object,), "object", record, known, relation=row)


def _quotation(
    rows: Rows, reading: models.Reading, number: int, quotation: Quotation, record: Article, known: Known
) -> None:
    row = models.Quotation(
        reading=reading, number=number, start=quotation.span.start, stop=quotation.span.stop, direct=quotation.direct,
        sentence=quotation.sentence, rule=quotation.rule, more=more_of(quotation, QUOTATION), **_span("cue", quotation.cue),
    )  # fmt: skip
    rows.parts.append(row)
    if quotation.speaker:
        rows.owned += _participants((quotation.speaker,), "speaker", record, known, quotation=row)


def _participants(
    parties: Sequence[Participant], role: str, record: Article, known: Known, **owner: Model
) -> Iterator[Model]:
    for number, party in enumerate(parties):
        words_of_span = party.span.of(record.text)
        entity = known.entities.get(party.entity or "")
        names = (entity.name, entity.name_en) if entity else ()
        yield models.Participant(
            role=role, number=number, start=party.span.start, stop=party.span.stop,
            text=None if party.text == words_of_span else stored(party.text), rule=party.rule,
            kind=party.kind.value if party.kind else None, entity=party.entity, known=entity, country=party.country,
            sector=party.sector, reason=party.reason, members=list(party.members) or None,
            more=more_of(party, PARTICIPANT),
            words=stems_of(party.text, *names), **owner,
        )  # fmt: skip


def entities_of(records: Iterable[Article]) -> dict[str, EntityRecord]:
    """The known entities that articles name, by key; the latest wins."""
    return {e.id: e for record in records for e in record.entities if not e.id.startswith(LOCAL)}


def places_of(records: Iterable[Article]) -> dict[str, PlaceRecord]:
    """The places of the gazetteer at which events took place, by key."""
    places = [event.place for record in records for event in record.events if event.place]
    places.sort(key=lambda place: place.uncertainty is None)  # a point at some distance gives way to the place's own
    return {place.id: place for place in places if place.id}
