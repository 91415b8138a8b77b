"""Judgements as units of agreement: what each reviewer said of each event and field, and where they differ.

A unit is an event as a whole, or one of its fields. Who accepted the event accepted the fields that they did not judge by
themselves. A judgement that an editor withdrew to settle a disagreement goes on counting, for people did differ; one that
its own person withdrew does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from django.db.models import Count, F, Q

from marsad.evaluate.agreement import Alpha, Kappa, alpha, kappa, pairs_of
from marsad.store import models
from marsad.store.judged import FIELDS, WHOLE, Verdict, decision

ALL = "all"
ACCEPTED = Verdict.ACCEPT.value
Units = dict[tuple[int, str], dict[int, str]]  # event and field: person: what they say


class Answer(NamedTuple):
    """What a person says of an event or a field of it."""

    event: int
    field: str
    user: int
    said: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers and how far they agree about a field."""

    one: models.User
    other: models.User
    kappa: Kappa


@dataclass(frozen=True, slots=True)
class Measure:
    """How far reviewers agree about a field, ``""`` the event as a whole and ``all`` everything."""

    field: str
    alpha: Alpha
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """An event or field about which the standing judgements of several people differ."""

    event: models.Event
    field: str
    judgements: tuple[models.Judgement, ...]


def counted() -> list[Answer]:
    """The judgements that count, of events that several people judged, oldest first."""
    rows = models.Judgement.objects.filter(event__isnull=False).filter(
        Q(withdrawn_at=None) | ~Q(withdrawn_by=F("user"))
    )
    several = rows.values("event").annotate(people=Count("user", distinct=True)).filter(people__gt=1).values("event")
    found = rows.filter(event__in=several).order_by("made_at", "id")
    return [
        Answer(event, field, user, decision(verdict, value))
        for event, field, user, verdict, value in found.values_list("event", "field", "user", "verdict", "value")
    ]


def units(answers: Iterable[Answer]) -> Units:
    """What each person says of each unit; the latest where they said several things."""
    found: Units = defaultdict(dict)
    for answer in answers:
        found[answer.event, answer.field][answer.user] = answer.said
    for (event, field), said in list(found.items()):
        for person in (person for person, words in said.items() if field == WHOLE and words == ACCEPTED):
            for other in FIELDS:
                found[event, other].setdefault(person, ACCEPTED)
    return found


def measures(found: Units, people: Mapping[int, models.User]) -> list[Measure]:
    """Agreement overall, about the event as a whole, and about each field that several people judged."""
    of = {
        field: [said for (_, name), said in found.items() if name == field and len(said) > 1]
        for field in (WHOLE, *FIELDS)
    }
    every = [said for some in of.values() for said in some]
    return [_measure(name, some, people) for name, some in ((ALL, every), *of.items()) if some]


def _measure(field: str, some: list[dict[int, str]], people: Mapping[int, models.User]) -> Measure:
    pairs = [
        Pair(people[a], people[b], found)
        for a, b in combinations(sorted({person for said in some for person in said}), 2)
        if (found := kappa(pairs_of(some, a, b)))
    ]
    return Measure(field, alpha(some), tuple(pairs))


def differences(about: Sequence[tuple[int, str]]) -> list[Difference]:
    """What people say of events and fields about which they differ (:func:`marsad.store.judged.disputes`)."""
    by: dict[tuple[int, str], list[models.Judgement]] = {one: [] for one in about}
    rows = models.Judgement.objects.filter(event__in={event for event, _ in about}, withdrawn_at=None)
    for judgement in rows.select_related("user", "event").order_by("made_at", "id"):
        by.get((judgement.event_id or 0, judgement.field), []).append(judgement)
    return [Difference(some[0].event, field, tuple(some)) for (_, field), some in by.items() if some and some[0].event]
