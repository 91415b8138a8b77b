"""Judged events as suggestions for the lexicon: entries of ``lexicon/triggers`` with the sentences that people judged.

What was accepted, corrected or added becomes an example in the notation of :mod:`marsad.lexicon.notation`, what was rejected
a counter-example. Each type is one YAML document, made to be saved as ``triggers/<TYPE>.yaml`` of a lexicon of one's own:
an entry there takes the place of ours, and so holds all that ours has.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from marsad.export.told import Told
from marsad.lexicon.source import lexicon_dir
from marsad.lexicon.trigger import Trigger, read_triggers
from marsad.ontology.plover import TYPES
from marsad.record import Article, EventMention
from marsad.span import Span
from marsad.text.fold import fold

HEADING = """\
# Suggestions from judged events, one YAML document a type: save each as triggers/<TYPE>.yaml in a folder of your own, then
#     marsad lexicon test --lexicon FOLDER    and    marsad read --lexicon FOLDER
# An entry takes the place of ours of the same type and lemma. A "phrase" is proposed for words that no entry has: check its
# frame and weight. The sentences are those of the pages: write your own before you share the file.
"""
NEW = {"gloss": "?", "weight": "weak", "frame": {"actor": "subject", "recipient": "object"}}
Key = tuple[str, str]  # type and lemma


@dataclass(slots=True)
class Sentences:
    """The new sentences of one entry, each once."""

    examples: dict[str, Any] = field(default_factory=dict)
    counters: dict[str, None] = field(default_factory=dict)


def suggestion_pieces(told: Iterable[Told]) -> Generator[bytes, None, int]:
    """The suggestions as one piece, for an entry holds sentences of many articles; returns the number of sentences. Articles without verdicts suggest nothing."""
    found: dict[Key, Sentences] = {}
    for one in told:
        if one.verdicts is not None:
            _collect(one, found)
    yield (HEADING + _documents(found)).encode()
    return sum(len(some.examples) + len(some.counters) for some in found.values())


def _collect(told: Told, found: dict[Key, Sentences]) -> None:
    article, verdicts = told.record, told.verdicts
    for event in verdicts.kept if verdicts else ():
        example = annotated(article, event)
        if example:
            found.setdefault((event.type, event.lemma), Sentences()).examples[example] = _example(example, event)
    for event in verdicts.rejected if verdicts else ():
        counter = _sentence(article, event)[1]
        found.setdefault((event.type, event.lemma), Sentences()).counters[counter] = None


def _example(text: str, event: EventMention) -> Any:
    """An example; one with another status than fact, or a mode, says so."""
    more = {"status": event.status} if event.status != "fact" else {}
    more |= {"mode": event.mode} if event.mode else {}
    return {"text": text, **more} if more else text


def _sentence(article: Article, event: EventMention) -> tuple[Span, str]:
    span = article.sentences[event.sentence].span
    return span, " ".join(span.of(article.text).split())


def annotated(article: Article, event: EventMention) -> str | None:
    """The event's sentence with its roles marked; ``None`` where braces of its own forbid it, or the trigger leaves it.

    Where two roles share words the first of :func:`_roles` has them.
    """
    span, _ = _sentence(article, event)
    if not span.covers(event.trigger) or re.search("[{}]", span.of(article.text)):
        return None
    marked: list[tuple[Span, str]] = []
    for role, part in _roles(event):
        if span.covers(part) and part.of(article.text).strip() and not any(part.overlaps(other) for other, _ in marked):
            marked.append((part, role))
    return _marked(article.text, span, sorted(marked))


def _roles(event: EventMention) -> Iterator[tuple[str, Span]]:
    yield "trigger", event.trigger
    yield from (("actor", party.span) for party in event.actors)
    yield from (("recipient", party.span) for party in event.recipients)
    if event.place:
        yield "place", event.place.span
    if event.time:
        yield "date", event.time.span
    if event.claim:
        yield "claimed_by", event.claim.speaker.span
    yield from ((c.outcome, c.quantity.span) for c in event.casualties if c.outcome in ("killed", "injured"))


def _marked(text: str, sentence: Span, marked: Iterable[tuple[Span, str]]) -> str:
    parts, position = [], sentence.start
    for span, role in marked:
        parts += [text[position : span.start], f"{{{role}:{' '.join(span.of(text).split())}}}"]
        position = span.stop
    return " ".join("".join([*parts, text[position : sentence.stop]]).split())


def _documents(found: Mapping[Key, Sentences]) -> str:
    import yaml

    ours: dict[Key, list[Trigger]] = {}
    for trigger in read_triggers(lexicon_dir()):
        ours.setdefault((trigger.type, trigger.lemma), []).append(trigger)
    documents = []
    for kind in TYPES:
        entries = [_entry(ours.get(key, ()), key[1], some) for key, some in sorted(found.items()) if key[0] == kind]
        if entries:
            content = {"type": kind, "triggers": entries}
            documents.append(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000))
    return "".join(f"---\n{document}" for document in documents)


def _entry(ours: Iterable[Trigger], lemma: str, new: Sentences) -> dict[str, Any]:
    """Our entry of a lemma with the new sentences behind its own, or a new one.

    Where several entries share a lemma and differ in what they need, it is the one whose needs the sentences meet.
    """
    candidates = list(ours)
    known = max(candidates, key=lambda trigger: _fit(trigger, new)) if candidates else None
    entry = dict(known.source) if known else {"phrase": lemma, **NEW}
    for name, some in (("examples", new.examples.values()), ("counter", new.counters)):
        there = list(entry.get(name) or ())
        entry[name] = [*there, *(one for one in some if one not in there)]
    return {name: value for name, value in entry.items() if value != []}


def _fit(trigger: Trigger, new: Sentences) -> int:
    """In how many sentences some needed word stands; an entry without needs fits where no other does."""
    sentences = [fold(text) for text in (*new.examples, *new.counters)]
    return sum(any(fold(word) in sentence for word in trigger.needs) for sentence in sentences)
