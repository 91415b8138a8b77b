"""Suite *fresh*: articles that the rules were not written on, annotated by the guidelines of the gold items.

A line of ``fresh.jsonl`` or ``fresh_test.jsonl``: ``{"id", "published", "sentences", "events"}`` of a corpus article. Sentence
0 is its title; ``sentences`` are the spans of the others in its content, each run of white space one space. Spans of an event
(``trigger``, ``place``, ``claimed_by``, the parties') are code points of its sentence; the words themselves stay in the
corpus. One language model annotated each article once, so call it model-annotated: half a point more or less says nothing.

``fresh.jsonl`` has been read while rules were mended and teaches the weights of confidence; ``fresh_test.jsonl`` has been
neither, and is to stay so: look at its figures, not at its errors.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.data import Row, articles, read_jsonl

DEVELOPMENT, TEST = "fresh.jsonl", "fresh_test.jsonl"
PARTIES, WORDS = ("actors", "recipients"), ("trigger", "place", "claimed_by")
UNSURE = "?"  # the annotation leaves a field open


def fresh_items(data: Path, name: str) -> list[Row]:
    """The annotated articles in the format of the gold items; none where the corpus is absent."""
    corpus = data / "corpora/saudinewsnet.jsonl.gz"
    if not corpus.is_file():
        return []
    rows = read_jsonl(Path(__file__).parent / name)
    texts = {article["id"]: article for article in articles(corpus, {row["id"] for row in rows})}
    return [_item(row, texts[row["id"]]) for row in rows]


def _item(row: Row, article: Row) -> Row:
    content = " ".join(article["content"].split())
    sentences = [" ".join(article["title"].split()), *(content[start:stop] for start, stop in row["sentences"])]
    events = [_with_words(event, sentences[event["s"]]) for event in row["events"]]
    return {"id": row["id"], "published": row["published"], "sentences": sentences, "events": events}


def _with_words(event: Row, sentence: str) -> Row:
    words = {name: _words(event[name], sentence) for name in WORDS}
    parties = {name: _parties(event[name], sentence) for name in PARTIES}
    return {**event, **words, **parties}


def _words(span: Any, sentence: str) -> str | None:
    return sentence[span[0] : span[1]] if isinstance(span, list) else span


def _parties(parties: Any, sentence: str) -> Any:
    return parties if parties == UNSURE else [{**party, "text": _words(party["span"], sentence)} for party in parties]
