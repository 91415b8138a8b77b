"""The flat format: one line an item, each event a mapping of plain values.

Fields as in the annotation guidelines of the event benchmark (``s`` the number of the
input sentence, texts verbatim substrings of it), plus ``confidence``, ``rule``, entity ids
and code-point spans within that sentence. The stance of a claim is in the full record only.
"""

from __future__ import annotations

import json
from typing import Any

from marsad.event.size import exact
from marsad.mention.time.value import date_of
from marsad.record import Article, BlockKind, EventMention, Page, Participant, Place
from marsad.span import Span


def flat_item(article: Article) -> dict[str, Any]:
    """``{"id", "events"}`` of one article."""
    return {"id": article.id, "events": [flat_event(article, event) for event in article.events]}


def flat_line(article: Article) -> str:
    """The article's line, without a line break."""
    return json.dumps(flat_item(article), ensure_ascii=False)


def flat_event(article: Article, event: EventMention) -> dict[str, Any]:
    """One event mention. Words that stand in another sentence than the trigger are left out."""
    number, span = _input_sentence(article, event)
    place = event.place if event.place and span.covers(event.place.span) else None
    time = event.time if event.time and span.covers(event.time.span) else None
    return {
        "event": event.event,
        "s": number,
        "type": event.type,
        "mode": event.mode,
        "trigger": event.trigger.of(article.text),
        "trigger_span": _within(event.trigger, span),
        "actors": [_party(p, span) for p in event.actors if span.covers(p.span)],
        "recipients": [_party(p, span) for p in event.recipients if span.covers(p.span)],
        "place": _words(article, place),
        "place_id": place.id if place else None,
        "date": date_of(time),
        "status": event.status,
        "claimed_by": event.claim.speaker.text if event.claim and span.covers(event.claim.speaker.span) else None,
        "killed": exact(event.casualties, "killed"),
        "injured": exact(event.casualties, "injured"),
        "confidence": event.confidence,
        "rule": event.rules["trigger"],
    }


def _input_sentence(article: Article, event: EventMention) -> tuple[int, Span]:
    """The number of the input sentence that an event stands in, and its span.

    For an item given as sentences these are the given ones (its blocks); for a page, ours.
    """
    sentence = article.sentences[event.sentence]
    block = article.page.blocks[sentence.block]
    if given_as_sentences(article.page):
        return sentence.block, block.span
    return sentence.index, sentence.span


def given_as_sentences(page: Page) -> bool:
    """Whether every block is a sentence that was given; a headline alone is an item's title, which we cut ourselves."""
    titled = len(page.blocks) == 1 and page.blocks[0].kind is BlockKind.HEADLINE
    return not titled and all(block.rule == "given" for block in page.blocks)


def _party(party: Participant, sentence: Span) -> dict[str, Any]:
    return {
        "text": party.text,
        "country": party.country,
        "sector": party.sector,
        "entity": party.entity,
        "span": _within(party.span, sentence),
    }


def _within(span: Span, sentence: Span) -> list[int]:
    return [span.start - sentence.start, span.stop - sentence.start]


def _words(article: Article, place: Place | None) -> str | None:
    return place.span.of(article.text) if place else None
