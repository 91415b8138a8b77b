"""What holds once people's standing judgements lie over the machine's reading; the reading itself stays as it is.

A correction is a mapping of one field of :class:`marsad.record.EventMention` to its right value, an added event a mapping of
all that its person gives, both as plain values (:func:`marsad.export.nested.plain`). A field with several standing
judgements that differ is disputed: the machine's value is shown until an editor decides.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.db.models import Count

from marsad.export.told import Verdicts
from marsad.ontology.plover import MODES
from marsad.record import Article, Entity, EventMention, MentionKind, Participant, Sentence
from marsad.span import Span
from marsad.store import models
from marsad.store.more import given_back
from marsad.store.restore import Kept
from marsad.store.rows import LOCAL

Verdict = models.Judgement.Verdict
WHOLE = ""  # the field of a judgement about the event itself
EMPTY: dict[str, Any] = {
    "mode": None, "actors": (), "recipients": (), "place": None, "time": None, "claim": None, "casualties": (),
}  # fmt: skip  # what a rejected field says: nothing; without type and status there is no event
FIELDS = ("type", "mode", "status", *list(EMPTY)[1:])
RULE = "judged"  # of all that a person gives
CERTAIN = 1.0  # the confidence of an event that a person added


class State(StrEnum):
    """What people say of an event or one of its fields."""

    UNJUDGED = "unjudged"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    ADDED = "added"
    DISPUTED = "disputed"


STATES = {Verdict.ACCEPT: State.ACCEPTED, Verdict.REJECT: State.REJECTED, Verdict.CORRECT: State.CORRECTED}
Judgements = Sequence[models.Judgement]


@dataclass(frozen=True, slots=True)
class Judged:
    """An event or a field of it: what people say, and the explicit judgements that say it, oldest first."""

    state: State
    judgements: tuple[models.Judgement, ...] = ()

    @property
    def value(self) -> Mapping[str, Any] | None:
        """The correction that holds."""
        return self.judgements[-1].value if self.state is State.CORRECTED else None


def decision(verdict: str, value: Any = None) -> str:
    """What a judgement says, as one word: equal for judgements that agree."""
    return (
        f"{verdict} {json.dumps(value, sort_keys=True, ensure_ascii=False)}" if verdict == Verdict.CORRECT else verdict
    )


def disputes() -> list[tuple[int, str]]:
    """The events of current readings and their fields about which standing judgements differ, the last judged first."""
    standing = models.Judgement.objects.filter(withdrawn_at=None, event__isnull=False)
    several = standing.values("event", "field").annotate(people=Count("user")).filter(people__gt=1).values("event")
    if not several.exists():  # mostly so, and said at once: which readings are current is a question about all of them
        return []
    said: dict[tuple[int, str], set[str]] = defaultdict(set)
    rows = standing.filter(event__in=several, reading__current=True).order_by("-made_at", "-id")
    for event, field, verdict, value in rows.values_list("event", "field", "verdict", "value"):
        said[event, field].add(decision(verdict, value))
    return [about for about, decisions in said.items() if len(decisions) > 1]


def judged(judgements: Judgements) -> dict[str, Judged]:
    """What the standing judgements of one event say of it (key ``""``) and of each field.

    Who accepts an event accepts the fields that nobody judges by themselves.
    """
    of: dict[str, list[models.Judgement]] = defaultdict(list)
    for judgement in judgements:
        of[judgement.field].append(judgement)
    whole = _judged(of[WHOLE])
    implied = Judged(State.ACCEPTED) if whole.state is State.ACCEPTED else Judged(State.UNJUDGED)
    return {WHOLE: whole, **{field: _judged(of[field]) if of[field] else implied for field in FIELDS}}


def _judged(judgements: Judgements) -> Judged:
    said = {decision(judgement.verdict, judgement.value) for judgement in judgements}
    if not said:
        return Judged(State.UNJUDGED)
    state = STATES[Verdict(judgements[0].verdict)] if len(said) == 1 else State.DISPUTED
    return Judged(state, tuple(judgements))


def judged_event(event: EventMention, judgements: Judgements) -> EventMention | None:
    """The event as people leave it: ``None`` where it is rejected, or its type or status is without a right one."""
    said = judged(judgements)
    if said[WHOLE].state is State.REJECTED:
        return None
    changed: dict[str, Any] = {}
    for field in FIELDS:
        if said[field].state is State.REJECTED and field not in EMPTY:
            return None
        changed |= {field: EMPTY[field]} if said[field].state is State.REJECTED else given(said[field].value)
    if not changed:
        return event
    rules = {**event.rules, **dict.fromkeys(changed, RULE)}
    return _with_local_entities(_with_mode_of_type(replace(event, **changed, rules=rules)), event)


def given(value: Mapping[str, Any] | None) -> dict[str, Any]:
    """A correction, or an added event, as fields of a record."""
    return given_back(EventMention, value)


def _with_mode_of_type(event: EventMention) -> EventMention:
    """A mode belongs to its type; where the type is corrected to one without it, it is gone."""
    return event if event.mode is None or event.mode in MODES[event.type] else replace(event, mode=None)


def known_key(party: Participant) -> str | None:
    """The key of a party's entity, ``None`` for one that only its article knows: another reading numbers it otherwise."""
    return None if party.entity is None or party.entity.startswith(LOCAL) else party.entity


def _with_local_entities(event: EventMention, machine: EventMention) -> EventMention:
    """A corrected event whose parties keep the entities of the article that the machine sees in the same words."""
    local = {p.span: p.entity for p in parties(machine) if p.entity and p.entity.startswith(LOCAL)}
    keep: Callable[[Participant], Participant] = lambda party: (  # noqa: E731
        replace(party, entity=local.get(party.span)) if party.entity is None else party
    )
    claim = event.claim
    return replace(
        event, actors=tuple(map(keep, event.actors)), recipients=tuple(map(keep, event.recipients)),
        claim=replace(claim, speaker=keep(claim.speaker)) if claim else None,
    )  # fmt: skip


def added_event(judgement: models.Judgement, record: Article, number: int) -> EventMention:
    """The event that a judgement adds to an article, as number ``number`` of its events."""
    trigger = Span(judgement.start, judgement.stop)
    fields = {"type": judgement.type, "mode": None, "status": "fact", **given(judgement.value)}
    return EventMention(
        **fields, event=number, sentence=sentence_of(trigger, record.sentences), trigger=trigger, lemma=trigger.of(record.text),
        confidence=CERTAIN, rules={"trigger": RULE},
    )  # fmt: skip


def sentence_of(span: Span, sentences: Sequence[Sentence]) -> int:
    """The number of the sentence that a span begins in, or else of the last before it."""
    return max((s.index for s in sentences if s.span.start <= span.start), default=0)


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing judgements about some readings: by event's row, and those that add an event, by reading; oldest first."""

    of_event: Mapping[int, Judgements]
    added: Mapping[int, Judgements]


def standing(readings: Collection[int]) -> Standing:
    """The judgements of these readings that are not withdrawn, in one query."""
    of_event: dict[int, list[models.Judgement]] = defaultdict(list)
    added: dict[int, list[models.Judgement]] = defaultdict(list)
    rows = models.Judgement.objects.filter(reading__in=readings, withdrawn_at=None)
    for judgement in rows.select_related("user").order_by("made_at", "id"):
        if judgement.event_id is None:
            added[judgement.reading_id].append(judgement)
        else:
            of_event[judgement.event_id].append(judgement)
    return Standing(of_event, added)


@dataclass(frozen=True, slots=True)
class Pair:
    """An event as the machine reads it and as people leave it (``None``: it is none)."""

    machine: EventMention
    judgements: Judgements
    event: EventMention | None
    wanted: bool


def judged_article(
    kept: Kept, found: Standing, wanted: Set[int] | None = None, *, only_judged: bool = False
) -> tuple[Article, Verdicts]:
    """An article as people leave it, and what they said of its events.

    Rejected events are gone; where several people add an event on the same words, the first one counts. ``wanted`` are the
    numbers of the machine's events to give (all by default), ``only_judged`` leaves out what nobody judged.
    """
    pairs = _pairs(kept, found, wanted)
    added = _added(kept, found.added.get(kept.reading, ()))
    left = [p.event for p in pairs if p.event and p.wanted and (is_settled(p.judgements) or not only_judged)]
    events = sorted((*left, *added), key=lambda event: (event.sentence, event.trigger))
    record = replace(kept.record, events=tuple(events))
    return replace(record, entities=(*record.entities, *_new_entities(record))), _verdicts(pairs, added)


def _pairs(kept: Kept, found: Standing, wanted: Set[int] | None) -> list[Pair]:
    events = enumerate(zip(kept.events, kept.record.events, strict=True))
    of: Callable[[int], Judgements] = lambda row: found.of_event.get(row, ())  # noqa: E731
    return [
        Pair(event, of(row), judged_event(event, of(row)), wanted is None or number in wanted)
        for number, (row, event) in events
    ]


def _verdicts(pairs: Sequence[Pair], added: Sequence[EventMention]) -> Verdicts:
    settled = [pair for pair in pairs if is_settled(pair.judgements)]
    asked = [pair for pair in settled if pair.wanted]
    return Verdicts(
        kept=(*(pair.event for pair in asked if pair.event), *added),
        rejected=tuple(p.machine for p in asked if p.event is None or p.event.type != p.machine.type),
        reviewed=frozenset(event.sentence for event in (*(pair.machine for pair in settled), *added)),
        unreviewed=frozenset(pair.machine.sentence for pair in pairs if not is_settled(pair.judgements)),
    )


def is_settled(judgements: Judgements) -> bool:
    """Whether somebody has judged an event and nobody who did disputes that it is one."""
    return bool(judgements) and judged(judgements)[WHOLE].state is not State.DISPUTED


def _added(kept: Kept, judgements: Judgements) -> list[EventMention]:
    first = {(j.start, j.stop): j for j in reversed(judgements)}
    last = max((event.event for event in kept.record.events), default=0)
    return [
        added_event(j, kept.record, last + n) for n, j in enumerate(sorted(first.values(), key=lambda j: j.start), 1)
    ]


def parties(event: EventMention) -> Iterable[Participant]:
    """All who take part in an event or tell it."""
    yield from event.actors
    yield from event.recipients
    if event.claim:
        yield event.claim.speaker


def _new_entities(record: Article) -> list[Entity]:
    """Those whom people say that the article names, and whom the machine did not see in it."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for party in (party for event in record.events for party in parties(event)):
        if party.entity:
            spans[party.entity].append(party.span)
    keys = spans.keys() - {entity.id for entity in record.entities}
    rows = models.Entity.objects.filter(key__in=keys).order_by("key") if keys else ()
    return [
        Entity(r.key, MentionKind(r.kind), r.name, r.name_en, r.country, r.sector, tuple(spans[r.key]), reason=RULE)
        for r in rows
    ]
