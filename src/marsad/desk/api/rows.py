"""What the lists hold: rows of the archive as the plain values that the description promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from marsad.export.nested import article_record, event_record
from marsad.record import EventMention
from marsad.store import models
from marsad.store.naming import names_found, readings_naming
from marsad.store.restore import Kept, restore_events
from marsad.store.search.find import Hit

NAMES = 20  # of an entity


def event_rows(request: HttpRequest, numbers: list[int]) -> list[dict[str, Any]]:
    """Mentions of events, by their numbers, in that order."""
    kept = restore_events(numbers)
    lines = models.Reading.objects.in_bulk({k.reading for k, _event in kept})
    return [_event_row(request, n, k, e, lines[k.reading]) for n, (k, e) in zip(numbers, kept, strict=True)]


def _event_row(
    request: HttpRequest, number: int, kept: Kept, event: EventMention, reading: models.Reading
) -> dict[str, Any]:
    record = kept.record
    page = reverse("news:article", kwargs={"number": kept.article})
    return {
        "id": number, "article": kept.article, "article_name": record.id, "headline": reading.headline,
        "url": record.page.url, "source": kept.source,
        "sentence_text": record.sentences[event.sentence].span.of(record.text),
        "evidence_at": request.build_absolute_uri(f"{page}#event-{number}"), **event_record(record, event),
    }  # fmt: skip


def article_row(kept: Kept) -> dict[str, Any]:
    """An article, whole."""
    row = article_record(kept.record)
    row.pop("trace")
    return row | {"number": kept.article, "source": kept.source}


def article_lines(readings: Iterable[models.Reading], hits: dict[int, Hit] | None = None) -> list[dict[str, Any]]:
    """Readings as lines of a list, with the stretch that was found."""
    some = list(readings)
    counts = dict(
        models.Event.objects.filter(reading__in=some).values_list("reading").annotate(n=Count("pk")).order_by()
    )
    return [_article_line(reading, counts.get(reading.pk, 0), (hits or {}).get(reading.pk)) for reading in some]


def _article_line(reading: models.Reading, events: int, hit: Hit | None) -> dict[str, Any]:
    article = reading.article
    span = hit.snippet.span if hit else None
    return {
        "id": article.pk, "name": article.name, "headline": reading.headline, "url": article.url, "events": events,
        "source": article.source.name if article.source else None, "published": reading.published,
        "snippet": span.of(reading.text.text) if span else None,
        "marks": [[f.start - span.start, f.stop - span.start] for f in hit.snippet.found] if hit and span else [],
    }  # fmt: skip


def entity_line(entity: models.Entity) -> dict[str, Any]:
    """An entity in a list."""
    return {name: getattr(entity, name) for name in ("key", "kind", "name", "name_en", "country", "sector")}


def entity_row(entity: models.Entity) -> dict[str, Any]:
    """An entity with what it took part in."""
    taking = models.Participant.objects.filter(known=entity, event__current=True)
    return entity_line(entity) | {
        "as_actor": _events_of(taking, "actor"),
        "as_recipient": _events_of(taking, "recipient"),
        "articles": readings_naming(entity).count(),
        "names": [words for words, _count in names_found(entity)[:NAMES]],
    }


def _events_of(taking: QuerySet[models.Participant], role: str) -> int:
    return taking.filter(role=role).aggregate(n=Count("event", distinct=True))["n"] or 0
