"""The development data as the reader reads it: what the weights of confidence are fitted on and measured with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.data import Row, read_jsonl
from bench.fresh import DEVELOPMENT, fresh_items
from bench.gold import overlap
from bench.gsr import HAPPENED
from bench.read import article_of
from marsad.event.wording import FEATURE, sentence_words
from marsad.export.flat import flat_item
from marsad.page.item import page_of_row
from marsad.reader import Reader
from marsad.record import Article, EventMention

KINDS = {"assault": "ASSAULT", "protest": "PROTEST"}  # file of labelled sentences → the type that they are labelled for
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Read:
    """An event as it was read: its type, its features without that of its sentence's words, and those words."""

    type: str
    features: frozenset[str]
    words: Words


@dataclass(frozen=True, slots=True)
class GoldItem:
    """A news item: the annotation, the flat prediction, its events in order, and whether each is right."""

    gold: Row
    flat: Row
    events: tuple[Read, ...]
    right: tuple[bool | None, ...]  # None where one annotator alone made the mention


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence labelled for a type: the share of people who said yes, and the events of the type read in it."""

    document: str
    type: str
    label: str
    share: float
    words: Words
    events: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Development:
    """All of it, or a part."""

    items: tuple[GoldItem, ...]
    sentences: tuple[Labelled, ...]


@cache
def development(data: Path) -> Development:
    """What a folder with ``bench/`` and ``corpora/`` has to learn from, read once a process, with events of any confidence."""
    reader = Reader(min_confidence=0.0)
    rows = read_jsonl(data / "bench/gold/dev.jsonl") + fresh_items(data, DEVELOPMENT)
    return Development(tuple(_item(reader, row) for row in rows), tuple(_labelled(reader, data / "bench")))


def _item(reader: Reader, row: Row) -> GoldItem:
    article = article_of(reader, row)
    words = [sentence_words(reading.view.items) for reading in reader.readings(page_of_row(row))]
    events = tuple(_read(event, words[event.sentence]) for event in article.events)
    return GoldItem(row, flat_item(article), events, tuple(judge(article, event, row) for event in article.events))


def _labelled(reader: Reader, bench: Path) -> Iterator[Labelled]:
    for name, type_ in KINDS.items():
        for row in read_jsonl(bench / f"gsr/{name}.jsonl"):
            readings = reader.readings(page_of_row({"id": row["id"], "sentences": [row["text"]]}))
            words = frozenset(word for reading in readings for word in sentence_words(reading.view.items))
            events = (e for reading in readings for e in reading.events if e.type == type_ and e.status in HAPPENED)
            share = row["accept"] / (row["accept"] + row["reject"])
            yield Labelled(
                row["id"].rpartition("-")[0], type_, row["label"], share, words, tuple(_read(e, words) for e in events)
            )


def _read(event: EventMention, words: Words) -> Read:
    names = (name for name in event.rules["confidence"].split() if not name.startswith(FEATURE))
    return Read(event.type, frozenset(names), words)


def judge(article: Article, event: EventMention, item: Row) -> bool | None:
    """Whether the gold has the event; ``None`` where one annotator alone made it."""
    block = article.sentences[event.sentence].block
    words = event.trigger.of(article.text)
    found = [
        m
        for m in item["events"]
        if m["s"] == block and m["type"] == event.type and overlap(m["trigger"], words, item["sentences"][block])
    ]
    if not found:
        return False
    return True if any(m["required"] for m in found) else None
