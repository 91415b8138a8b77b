"""Runs a lexicon's examples through a reader and says what they miss."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from marsad.lexicon.notation import Annotated, parse
from marsad.lexicon.trigger import Example, Trigger, read_triggers
from marsad.page import read_sentences
from marsad.reader import MIN_CONFIDENCE, Reader
from marsad.record import Article, EventMention, Participant
from marsad.span import Span

PUBLISHED = "2015-07-23"  # the day on which all example sentences are read


def read_example(reader: Reader, text: str) -> Article:
    """The article of one sentence."""
    return reader.read_page(read_sentences([text], published=PUBLISHED), id="example")


def faults_of(reader: Reader, example: Example) -> list[str]:
    """What the reading of an example misses: empty when it is read as annotated."""
    wanted = parse(example.text)
    article = read_example(reader, wanted.text)
    trigger = wanted.of("trigger")[0]
    found = [event for event in article.events if event.trigger.overlaps(trigger)]
    right = [event for event in found if event.type == example.type]
    if not right:
        return [f"no {example.type} on the trigger (read: {', '.join(e.type for e in found) or 'nothing'})"]
    return min((list(_differences(event, wanted, example)) for event in right), key=len)


def _differences(event: EventMention, wanted: Annotated, example: Example) -> Iterator[str]:
    if event.status != example.status:
        yield f"status {event.status}, not {example.status} ({event.rules['status']})"
    if example.mode and event.mode != example.mode:
        yield f"mode {event.mode}, not {example.mode}"
    read = {
        "actor": _spans(event.actors),
        "recipient": _spans(event.recipients),
        "place": [event.place.span] if event.place else [],
        "date": [event.time.span] if event.time else [],
        "claimed_by": [event.claim.speaker.span] if event.claim else [],
        "killed": [c.quantity.span for c in event.casualties if c.outcome == "killed"],
        "injured": [c.quantity.span for c in event.casualties if c.outcome == "injured"],
    }
    for role, spans in read.items():
        for span in wanted.of(role):
            if not any(span.overlaps(other) for other in spans):
                yield f"{role} {span.of(wanted.text)!r} missed"


def _spans(parties: tuple[Participant, ...]) -> list[Span]:
    return [party.span for party in parties]


def counter_faults(reader: Reader, trigger: Trigger, text: str) -> list[str]:
    """Events of the entry's type and lemma that a counter-example wrongly gives."""
    article = read_example(reader, text)
    wrong = [e for e in article.events if e.type == trigger.type and e.lemma == trigger.lemma and e.status != "negated"]
    return [f"coded {event.type} on {event.trigger.of(article.text)!r}" for event in wrong]


def failing(folder: Path, file: str = "", lemma: str | None = None) -> Iterator[str | None]:
    """One value a sentence of the chosen entries: what is read otherwise, ``None`` where all is as annotated.

    Examples are read whatever their confidence; a counter-example fails when a user would see the event.
    """
    every, shown = Reader(folder, min_confidence=0.0), Reader(folder, min_confidence=MIN_CONFIDENCE)
    for trigger in read_triggers(folder):
        if not trigger.file.startswith(file) or (lemma and trigger.lemma != lemma):
            continue
        where = f"{trigger.file}: {trigger.lemma}"
        for example in trigger.examples():
            faults = faults_of(every, example)
            yield f"{where}: {'; '.join(faults)}\n    {example.text}" if faults else None
        for example in trigger.open_examples():
            closed = not faults_of(every, example)
            yield f"{where}: open, but read as annotated: make it an example\n    {example.text}" if closed else None
        for text in trigger.counters():
            faults = counter_faults(shown, trigger, text)
            yield f"{where}: counter-example {'; '.join(faults)}\n    {text}" if faults else None
