"""The trace of a reading: which rule decided what, on which words, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.claim.speech import Report
from marsad.event.view import View
from marsad.record import EventMention, Page, Participant, Trace


def trace_page(page: Page) -> Iterator[Trace]:
    """The anatomy: each block and the rule that named it."""
    yield from (Trace("page", block.rule, block.span, block.kind.value) for block in page.blocks)


def trace_sentence(view: View, reports: Sequence[Report], events: Sequence[EventMention]) -> Iterator[Trace]:
    """The decisions on one sentence, in the order of the stages."""
    yield from (
        Trace("items", item.rule, item.token.span, item.tag) for item in view.items if item.token.kind == "word"
    )
    yield from (Trace("mentions", time.rule, time.span, f"time {time.value or 'unresolved'}") for time in view.times)
    yield from (
        Trace("mentions", place.rule, place.span, f"place {place.id or 'unresolved'} {place.reason or ''}")
        for place in view.places
    )
    yield from _phrases(view)
    for report in reports:
        speaker = report.speaker.text if report.speaker else "unresolved"
        yield Trace("claims", report.rule, report.cue, f"{report.stance}, speaker {speaker}")
    for event in events:
        yield from _event(event)


def _phrases(view: View) -> Iterator[Trace]:
    for number, phrase in enumerate(view.phrases):
        mention = view.mention(number) if phrase.kind == "np" else None
        if mention is not None:
            codes = " ".join(filter(None, (mention.kind.value, mention.country, mention.sector, mention.entity)))
            yield Trace("mentions", mention.rule, mention.span, codes)


def _event(event: EventMention) -> Iterator[Trace]:
    kept = f"{event.type} {event.status} {event.confidence}"
    yield Trace("events", event.rules["trigger"], event.trigger, kept)
    yield from (_party("actor", party) for party in event.actors)
    yield from (_party("recipient", party) for party in event.recipients)
    yield Trace("events", event.rules["status"], event.evidence.get("status", event.trigger), f"status {event.status}")
    if event.place:
        yield Trace("events", event.rules["place"], event.place.span, "place")
    if event.time:
        yield Trace("events", event.rules["time"], event.time.span, f"time {event.time.value or 'unresolved'}")
    yield from (Trace("events", loss.rule, loss.quantity.span, loss.outcome) for loss in event.casualties)
    if event.claim:
        yield Trace("events", event.claim.rule, event.claim.cue, f"claimed by {event.claim.speaker.text}")
    yield Trace("events", "confidence", event.trigger, event.rules["confidence"])


def _party(role: str, party: Participant) -> Trace:
    return Trace("events", party.rule, party.span, f"{role} {party.country or '?'} {party.sector or '?'}")
