"""The full nested record as JSON: every field with its spans and rules."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

from marsad.ontology.plover import CAMEO_ROOT, QUAD_CLASS
from marsad.record import Article, Event, EventMention, Token
from marsad.resolve.romanize import with_latin_name
from marsad.span import Span


def article_record(article: Article) -> dict[str, Any]:
    """The article as plain values: spans as ``[start, stop]``, and the words that each evidence span marks."""
    named = replace(article, entities=tuple(map(with_latin_name, article.entities)))
    record: dict[str, Any] = plain(named)
    record["text"] = article.text
    record["page"].pop("text")
    for raw, sentence in zip(record["sentences"], article.sentences, strict=True):
        raw["text"] = sentence.span.of(article.text)
    for raw, event in zip(record["events"], article.events, strict=True):
        raw |= _derived(article, event)
    record["merged_events"] = [plain(event) | _derived_of_all(article, event) for event in article.merged_events]
    return record


def event_record(article: Article, event: EventMention) -> dict[str, Any]:
    """One event mention as plain values."""
    record: dict[str, Any] = plain(event)
    return record | _derived(article, event)


def _derived(article: Article, event: EventMention) -> dict[str, Any]:
    return {
        "trigger_text": event.trigger.of(article.text),
        "cameo_root": CAMEO_ROOT[event.type],
        "quad_class": QUAD_CLASS[event.type],
    }


def _derived_of_all(article: Article, event: Event) -> dict[str, Any]:
    """What follows from an event's fields; ``mentions`` are places in ``events``."""
    return {
        "trigger_texts": [trigger.of(article.text) for trigger in event.triggers],
        "cameo_root": CAMEO_ROOT[event.type],
        "quad_class": QUAD_CLASS[event.type],
    }


def article_json(article: Article, *, indent: int | None = None) -> str:
    """The record as JSON text; one line unless ``indent`` is given."""
    return json.dumps(article_record(article), ensure_ascii=False, indent=indent)


def plain(value: Any) -> Any:
    """Records, spans and mappings as JSON-able values. Tokens are left out: they follow from the text."""
    if isinstance(value, Span):
        return [value.start, value.stop]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value) if f.name != "tokens"}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value if not isinstance(item, Token)]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
