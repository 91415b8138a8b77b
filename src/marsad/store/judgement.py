"""Judgements over readings: moved from an earlier reading to the current one where what they rest on is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.span import Span
from marsad.store import models
from marsad.store.audit import noted
from marsad.store.restore import span_of


@dataclass(frozen=True, slots=True)
class Moved:
    """A judgement that was looked at: the words it rests on, and ``why`` it did not move (``None``: it did)."""

    judgement: int
    article: str
    type: str
    words: str
    why: str | None


def move_judgements(articles: Sequence[int]) -> list[Moved]:
    """Move the standing judgements of articles to their current readings, and note each move in the audit."""
    standing = models.Judgement.objects.filter(
        reading__article__in=articles, reading__current=False, withdrawn_at=None
    ).select_related("reading__text", "reading__article", "event")
    if not standing:
        return []
    current = {
        reading.article_id: reading
        for reading in models.Reading.objects.filter(article__in=articles, current=True).select_related("text")
    }
    return [_move(judgement, current[judgement.reading.article_id]) for judgement in standing.order_by("pk")]


def _move(judgement: models.Judgement, reading: models.Reading) -> Moved:
    span, old = Span(judgement.start, judgement.stop), judgement.reading
    words = span.of(old.text.text)
    event, why = _counterpart(judgement, reading)
    if why is None:
        judgement.reading, judgement.event = reading, event
        judgement.save(update_fields=["reading", "event"])
    details = {"from": old.pk, "to": reading.pk} if why is None else {"from": old.pk, "why": why}
    noted("move-judgement" if why is None else "leave-judgement", "judgement", judgement.pk, **details)
    return Moved(judgement.pk, old.article.name, judgement.type, words, why)


def _counterpart(judgement: models.Judgement, reading: models.Reading) -> tuple[models.Event | None, str | None]:
    """The event of ``reading`` that a judgement is about too, or why there is none."""
    spans = (Span(judgement.start, judgement.stop), *spans_in(judgement.value))
    if any(span.of(reading.text.text) != span.of(judgement.reading.text.text) for span in spans):
        return None, "the text is another there"
    if judgement.event is None:
        return None, None  # an event that a person added needs no mention of the machine's
    event = counterpart(judgement.event, reading)
    if event is None:
        return None, "no event of this type stands there any longer"
    if judgement.verdict != models.Judgement.Verdict.CORRECT and not _same_field(judgement, event):
        return None, f"the machine reads {judgement.field} otherwise now"
    if models.Judgement.objects.filter(
        event=event, user=judgement.user, field=judgement.field, withdrawn_at=None
    ).exists():
        return None, "the same person has judged it there already"
    return event, None


def spans_in(value: Any) -> Iterator[Span]:
    """All spans in the plain value of a correction, wherever they stand."""
    if isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value):
        yield Span(*value)
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from spans_in(part)


def counterpart(event: models.Event, reading: models.Reading) -> models.Event | None:
    """The same mention in another reading: an event of the same type on the same words at the same place."""
    same = models.Event.objects.filter(reading=reading, type=event.type, start=event.start, stop=event.stop)
    words = Span(event.start, event.stop)
    return same.first() if words.of(reading.text.text) == words.of(event.reading.text.text) else None


def _same_field(judgement: models.Judgement, event: models.Event) -> bool:
    """Whether the field that is judged rests on the same words and says the same in both readings."""
    if not judgement.field or judgement.event is None:
        return True
    grounds = GROUNDS[judgement.field]
    return bool(grounds(judgement.event) == grounds(event))


def _parties(role: str) -> Callable[[models.Event], Any]:
    return lambda event: list(
        event.participants.filter(role=role)
        .order_by("number")
        .values_list("start", "stop", "entity", "country", "sector")
    )


def _claim(event: models.Event) -> Any:
    claim = models.Claim.objects.filter(event=event).values_list("cue_start", "cue_stop", "stance").first()
    return claim, _parties("speaker")(event)


# What each field of an event rests on and says.
GROUNDS: dict[str, Callable[[models.Event], Any]] = {
    "type": lambda event: event.type,
    "mode": lambda event: event.mode,
    "status": lambda event: event.status,
    "actors": _parties("actor"),
    "recipients": _parties("recipient"),
    "place": lambda event: (span_of(event, "place"), event.place_id),
    "time": lambda event: (span_of(event, "time"), event.time_value),
    "claim": _claim,
    "casualties": lambda event: list(
        event.casualties.order_by("number").values_list("outcome", "start", "stop", "least", "most")
    ),
}
