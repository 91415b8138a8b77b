"""The mentions of each event brought together: the best value of every field, all claims, and what they contradict each
other on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from marsad.mention.time.value import date_of
from marsad.record import (
    Casualty,
    Claim,
    Context,
    Contradiction,
    Event,
    EventMention,
    Participant,
    Place,
    Sourced,
    Time,
)
from marsad.resolve.alike import apart, disjoint, other_days
from marsad.resolve.event import events_of, single_counts
from marsad.resolve.gazetteer import EXACT
from marsad.resolve.time import INHERITED
from marsad.text.fold import fold


class Told(NamedTuple):
    """A mention and its place in :attr:`Article.events`."""

    number: int
    mention: EventMention


def merge_events(mentions: Sequence[EventMention]) -> tuple[Event, ...]:
    """The events of an article from its numbered mentions, in order of first mention."""
    grouped = events_of(mentions).values()
    return tuple(_merged([Told(number, mentions[number]) for number in numbers]) for numbers in grouped)


def _merged(told: Sequence[Told]) -> Event:
    """One event of its mentions. What is told as a fact says more of it than the denial of it does."""
    status = _status(told)
    surest = sorted(told, key=lambda t: t.mention.status != status.value)
    first = told[0].mention
    return Event(
        number=first.event,
        type=first.type,
        status=status,
        confidence=max(t.mention.confidence for t in told),
        mentions=tuple(t.number for t in told),
        triggers=tuple(t.mention.trigger for t in told),
        mode=next(_modes(surest), None),
        actors=_side(surest, lambda mention: mention.actors),
        recipients=_side(surest, lambda mention: mention.recipients),
        place=max(_places(surest), key=_exactness, default=None),
        time=max(_times(surest), key=_fineness, default=None),
        casualties=tuple(_counts(told)),
        claims=tuple(_claims(told)),
        unattributed=tuple(t.number for t in told if t.mention.claim is None),
        contexts=_contexts(told),
        contradictions=tuple(_contradictions(told)),
    )


def _status(told: Sequence[Told]) -> Sourced[str]:
    """The first that is no denial."""
    best = next((t for t in told if t.mention.status != "negated"), told[0])
    return _sourced_status(best)


def _sourced_status(told: Told) -> Sourced[str]:
    mention = told.mention
    return Sourced(mention.status, told.number, mention.evidence.get("status", mention.trigger))


def _modes(told: Sequence[Told]) -> Iterator[Sourced[str]]:
    for number, mention in told:
        if mention.mode:
            yield Sourced(mention.mode, number, mention.evidence.get("mode", mention.trigger))


# Parties


def _side(
    told: Sequence[Told], side: Callable[[EventMention], tuple[Participant, ...]]
) -> tuple[Sourced[Participant], ...]:
    """The side of the mention that knows most of it; of equals the first. Two mentions' sides are never mixed."""
    best = max(told, key=lambda t: _known(side(t.mention)))
    return tuple(Sourced(party, best.number, party.span) for party in side(best.mention))


def _known(side: Sequence[Participant]) -> int:
    """How much is known of parties: each one itself, who it is, its country and its sector."""
    return sum(1 + sum(map(bool, (p.entity or p.members, p.country, p.sector))) for p in side)


# Place and time


def _places(told: Sequence[Told]) -> Iterator[Sourced[Place]]:
    return (Sourced(t.mention.place, t.number, t.mention.place.span) for t in told if t.mention.place)


def _exactness(place: Sourced[Place]) -> tuple[bool, int]:
    """Whether it has a point on the map, and how small it is; «شمالي اليمن» has none."""
    known = place.value.precision if place.value.id else None
    return place.value.latitude is not None, -EXACT.index(known) if known in EXACT else -len(EXACT)


def _times(told: Sequence[Told]) -> Iterator[Sourced[Time]]:
    """The times that mentions give themselves, not those that they are lent."""
    for number, mention in told:
        if mention.time and not mention.rules.get("time", "").startswith(INHERITED):
            yield Sourced(mention.time, number, mention.time.span)


def _fineness(time: Sourced[Time]) -> tuple[int, int]:
    """By the day, month or year that it gives; of those alike one with a time of day."""
    return len(date_of(time.value) or ""), len(time.value.value or "")


# Losses


def _counts(told: Sequence[Told]) -> Iterator[Sourced[Casualty]]:
    """For each outcome the most exact count, or all that exclude each other; else those of a mention that gives several."""
    single = _by_outcome(told)
    for counts in single.values():
        yield from _excluding(counts) or [min(counts, key=_width)]
    for outcome in {loss.outcome: None for t in told for loss in t.mention.casualties if loss.outcome not in single}:
        number, mention = next(t for t in told if any(loss.outcome == outcome for loss in t.mention.casualties))
        losses = (loss for loss in mention.casualties if loss.outcome == outcome)
        yield from (Sourced(loss, number, loss.quantity.span) for loss in losses)


def _by_outcome(told: Sequence[Told]) -> dict[str, list[Sourced[Casualty]]]:
    """Each outcome's different counts, in the order of the text, of mentions that give one."""
    found: dict[str, dict[object, Sourced[Casualty]]] = {}
    for number, mention in told:
        for loss in single_counts(mention):
            found.setdefault(loss.outcome, {}).setdefault(_bounds(loss), Sourced(loss, number, loss.quantity.span))
    return {outcome: list(counts.values()) for outcome, counts in found.items()}


def _bounds(loss: Casualty) -> tuple[int, int | None]:
    return loss.quantity.least, loss.quantity.most


def _width(count: Sourced[Casualty]) -> float:
    """How many numbers a count may mean beyond its least; without end where it is open."""
    least, most = _bounds(count.value)
    return float("inf") if most is None else most - least


def _excluding(counts: Sequence[Sourced[Casualty]]) -> list[Sourced[Casualty]]:
    """The counts that another one excludes. One does where it lies above the lowest end or below the highest beginning."""
    lowest = min(counts, key=lambda c: c.value.quantity.most or float("inf"))
    highest = max(counts, key=lambda c: c.value.quantity.least)
    ends = (lowest.value.quantity, highest.value.quantity)
    return [count for count in counts if any(disjoint(count.value.quantity, end) for end in ends)]


# Claims and contexts


def _claims(told: Sequence[Told]) -> Iterator[Sourced[Claim]]:
    """Each speaker with each of his stances, where he says it first."""
    found: dict[object, Sourced[Claim]] = {}
    for number, mention in told:
        claim = mention.claim
        if claim is not None:
            speaker = claim.speaker
            who = speaker.entity or speaker.antecedent or fold(speaker.text)
            found.setdefault((claim.stance, who), Sourced(claim, number, speaker.span))
    yield from found.values()


def _contexts(told: Sequence[Told]) -> tuple[Context, ...]:
    return tuple({context.name: context for t in reversed(told) for context in reversed(t.mention.contexts)}.values())[
        ::-1
    ]


# Contradictions


MOST = 20  # different values of a field that are compared with each other


def _contradictions(told: Sequence[Told]) -> Iterator[Contradiction]:
    statuses = _distinct((_sourced_status(t) for t in told), lambda status: status)
    times = _differing(_distinct(_times(told), date_of), other_days)
    places = _differing(_distinct(_places(told), lambda place: place.id), apart)
    found: list[tuple[str, Sequence[Sourced[Time | Place | Casualty | str]]]] = [
        ("status", statuses if len(statuses) > 1 else ()),
        ("time", times),
        ("place", places),
        *((outcome, _excluding(counts)) for outcome, counts in _by_outcome(told).items()),
    ]
    return (Contradiction(name, tuple(values)) for name, values in found if values)


V = TypeVar("V")


def _distinct(values: Iterable[Sourced[V]], key: Callable[[V], object]) -> list[Sourced[V]]:
    """The first :data:`MOST` values that differ by a key, in the order of the text."""
    found: dict[object, Sourced[V]] = {}
    for value in values:
        found.setdefault(key(value.value), value)
    return list(found.values())[:MOST]


def _differing(values: Sequence[Sourced[V]], differ: Callable[[V, V], bool]) -> list[Sourced[V]]:
    """Those that some other value excludes."""
    return [one for one in values if any(differ(one.value, other.value) for other in values)]
