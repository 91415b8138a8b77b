"""Events as a CSV table: one mention a row, parties joined by ``; ``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from marsad.event.size import exact
from marsad.mention.time.value import date_of
from marsad.ontology.plover import CAMEO_ROOT, QUAD_CLASS
from marsad.record import Article, EventMention, Participant

COLUMNS = (
    "article", "event", "sentence", "type", "mode", "cameo_root", "quad_class", "status", "confidence", "trigger", "trigger_start", "trigger_stop",
    "actors", "actor_codes", "actor_entities", "recipients", "recipient_codes", "recipient_entities", "date", "place", "place_name",
    "country", "latitude", "longitude", "killed", "injured", "claimed_by", "stance", "contexts", "sentence_text", "rule", "published",
)  # fmt: skip
# A cell that begins so is run as a formula by spreadsheets (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(articles: Iterable[Article], file: TextIO) -> int:
    """Write a header and all event mentions; returns the number of rows.

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    count = 0
    for article in articles:
        for event in article.events:
            writer.writerow([safe(value) for value in event_row(article, event)])
            count += 1
    return count


def safe(value: object) -> object:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def event_row(article: Article, event: EventMention) -> Iterator[object]:
    """The cells of one mention, in the order of ``COLUMNS``."""
    place, claim = event.place, event.claim
    yield from (
        article.id,
        event.event,
        event.sentence,
        event.type,
        event.mode,
        CAMEO_ROOT[event.type],
        QUAD_CLASS[event.type],
    )
    yield from (event.status, event.confidence, event.trigger.of(article.text), *event.trigger)
    yield from _parties(event.actors)
    yield from _parties(event.recipients)
    yield date_of(event.time)
    yield place.span.of(article.text) if place else None
    yield from (place.name, place.country, place.latitude, place.longitude) if place else (None,) * 4
    yield from (exact(event.casualties, "killed"), exact(event.casualties, "injured"))
    yield from ("; ".join(p.text for p in (claim.speaker, *claim.others)), claim.stance) if claim else (None, None)
    yield "; ".join(context.name for context in event.contexts)
    yield " ".join(article.sentences[event.sentence].span.of(article.text).split())
    yield event.rules["trigger"]
    yield article.page.published.value if article.page.published else None


def _parties(parties: Sequence[Participant]) -> Iterator[str]:
    yield "; ".join(p.text for p in parties)
    yield "; ".join(f"{p.country or '?'}:{p.sector or '?'}" for p in parties)
    yield "; ".join(p.entity or "?" for p in parties)
