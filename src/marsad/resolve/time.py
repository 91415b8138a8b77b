"""Times that one mention of an event lends to the others: a headline has the day that its report gives."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from marsad.mention.time.value import date_of
from marsad.record import EventMention, Time

INHERITED = "same_event"  # the rule: another mention of the same event, numbered so by resolve/event.py


def inherit_times(mentions: Sequence[EventMention], headlines: Collection[int] = ()) -> tuple[EventMention, ...]:
    """Mentions without a time take that of another mention of their event, if all that have one agree.

    Only a mention by the same word («القصف» after «قصفت») or in a headline is surely told of that same time. The
    mentions must be numbered; ``headlines`` are numbers of sentences. The rule says that the time is lent, and its span
    stands in the other sentence.
    """
    given: dict[int, list[EventMention]] = {}
    for mention in mentions:
        if date_of(mention.time):
            given.setdefault(mention.event, []).append(mention)
    return tuple(_dated(mention, given.get(mention.event, ()), headlines) for mention in mentions)


def _dated(mention: EventMention, others: Sequence[EventMention], headlines: Collection[int]) -> EventMention:
    """A time of its own, unresolved or not, is kept; contradicting ones lend nothing."""
    same = [other for other in others if other.lemma == mention.lemma or mention.sentence in headlines]
    if mention.time is not None or not same:
        return mention
    finest = max(same, key=lambda other: len(date_of(other.time) or ""))
    if not all(_agrees(other.time, finest.time) for other in others):
        return mention
    return replace(mention, time=finest.time, rules={**mention.rules, "time": f"{INHERITED}+{finest.rules['time']}"})


def _agrees(one: Time | None, other: Time | None) -> bool:
    return (date_of(other) or "").startswith(date_of(one) or "?")
