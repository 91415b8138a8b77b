"""Why an event reads as it does: for each field the words it rests on, the rule that made it, and the reason it gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.mention.time.value import date_of
from marsad.record import Article, EventMention, Participant
from marsad.span import Span
from marsad.view.wording import count

# the fields of ``rules`` that stand beside a part of the record and not alone
BESIDE = frozenset(("trigger", "place", "time", "confidence"))


@dataclass(frozen=True, slots=True)
class Ground:
    """A field, its value, its words, the rule, and the reason where the rule gives one. ``key`` has a label, or is shown as it is."""

    key: str
    value: str
    words: str
    rule: str
    reason: str = ""


def grounds(article: Article, event: EventMention) -> list[Ground]:
    """The grounds of an event's fields, in the order in which they are read."""
    return list(_grounds(article, event))


def _grounds(article: Article, event: EventMention) -> Iterator[Ground]:
    text, rules = article.text, event.rules
    yield Ground("trigger", event.lemma, event.trigger.of(text), rules.get("trigger", ""))
    for role, some in (("actor", event.actors), ("recipient", event.recipients)):
        yield from (_party(role, party, text) for party in some)
    yield from _place(event, text)
    yield from _time(event, text)
    yield from _claim(event, text)
    for loss in event.casualties:
        rule = f"{loss.rule} · {loss.quantity.rule}"
        yield Ground(loss.outcome, count(loss.quantity), loss.quantity.span.of(text), rule)
    yield from _others(event, text)
    yield Ground("confidence", f"{event.confidence:.0%}", "", rules.get("confidence", ""))


def _party(role: str, party: Participant, text: str) -> Ground:
    code = ":".join(filter(None, (party.country, party.sector)))
    value = " ".join(filter(None, (code, party.entity, *party.members)))
    return Ground(role, value, party.text, party.rule, _and_antecedent(party.reason, party.antecedent, text))


def _and_antecedent(reason: str | None, antecedent: Span | None, text: str) -> str:
    return " ← ".join(filter(None, (reason, f"«{antecedent.of(text)}»" if antecedent else "")))


def _place(event: EventMention, text: str) -> Iterator[Ground]:
    place = event.place
    if place:
        rule = event.rules.get("place", place.rule)
        reason = f"{place.reason or ''} [{place.candidates}]" if place.candidates else place.reason or ""
        yield Ground("place", place.id or "", place.span.of(text), rule, reason)


def _time(event: EventMention, text: str) -> Iterator[Ground]:
    time = event.time
    if time:
        value = date_of(time) or time.value or ""
        anchor = " ".join(filter(None, (time.anchor, time.anchor_span and f"«{time.anchor_span.of(text)}»")))
        yield Ground("time", value, time.span.of(text), event.rules.get("time", time.rule), anchor)


def _claim(event: EventMention, text: str) -> Iterator[Ground]:
    claim = event.claim
    if claim:
        yield Ground("claimed by", claim.stance, claim.cue.of(text), claim.rule)
        yield from (_party("source", party, text) for party in (claim.speaker, *claim.others))


def _others(event: EventMention, text: str) -> Iterator[Ground]:
    """What rules and cues say of the remaining fields: status, mode, tense."""
    for name in dict.fromkeys((*event.rules, *event.evidence)):
        if name not in BESIDE:
            span = event.evidence.get(name)
            value = {"status": event.status, "mode": event.mode or ""}.get(name, "")
            yield Ground(name, value, span.of(text) if span else "", event.rules.get(name, ""))
