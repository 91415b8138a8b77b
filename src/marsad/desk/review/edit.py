"""The form of a correction: what it begins with, and its rows, from an event or from what was posted before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from marsad.desk.names import name_of
from marsad.desk.review import known
from marsad.desk.review.value import MANY, OUTCOMES
from marsad.mention.time.value import date_of
from marsad.ontology.plover import MODES, SECTORS, STATUSES, TYPES
from marsad.record import EventMention, Participant
from marsad.resolve.gazetteer import Candidate
from marsad.span import Span
from marsad.store.judged import known_key
from marsad.store.models.event import STANCES
from marsad.view.label import label

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Marking:
    """A span to be marked: the name of its inputs and what stands in them."""

    name: str
    words: str
    start: str
    stop: str


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a list."""

    key: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A participant or a loss in the form."""

    marking: Marking
    entities: tuple[Option, ...] = ()
    country: str = ""
    sectors: tuple[Option, ...] = ()
    outcomes: tuple[Option, ...] = ()
    least: str = ""
    most: str = ""
    open: bool = False
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """The inputs of one field; which of them are there depends on the field."""

    field: str
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()
    marking: Marking | None = None
    cue: Marking | None = None
    places: tuple[Option, ...] = ()
    value: str = ""


def form(field: str, values: Values, kind: str) -> Form:
    """The form of a field with these values; ``kind`` is the event's type, which the modes depend on.

    What words may mean is looked up where that is asked for (``look-up``); scripts ask for it behind the page's back.
    """
    if field in ("type", "mode", "status"):
        return Form(field, options=_list(_CODES[field](kind), values.get(field, "")))
    if field in ("actors", "recipients"):
        return Form(field, rows=tuple(_party(name, values) for name in _names(field, values)))
    if field == "casualties":
        return Form(field, rows=tuple(_loss(name, values) for name in _names(field, values)))
    marking = _marking(field, values)
    if field == "place":
        return Form(
            field,
            marking=marking,
            places=place_options(marking.words if _asked(values) else "", values.get("place-key", "")),
        )
    if field == "claim":
        stances = _list(STANCES, values.get("claim-stance", ""))
        return Form(field, options=stances, rows=(_party("claim", values),), cue=_marking("cue", values))
    return Form(field, marking=marking, value=values.get("time-value", ""))


def _asked(values: Values) -> bool:
    return "look-up" in values


_CODES: Mapping[str, Callable[[str], Sequence[str]]] = {
    "type": lambda kind: TYPES, "mode": lambda kind: MODES.get(kind, ()), "status": lambda kind: STATUSES,
}  # fmt: skip


def _list(keys: Sequence[str], chosen: str) -> tuple[Option, ...]:
    return tuple(Option(key, key, key == chosen) for key in keys)


def _marking(name: str, values: Values) -> Marking:
    return Marking(name, *(values.get(f"{name}-{part}", "") for part in ("words", "start", "stop")))


def _names(field: str, values: Values) -> Iterator[str]:
    """The rows that say something, and one more."""
    numbers = [n for n in range(MANY[field]) if values.get(f"{field}-{n}-words") or values.get(f"{field}-{n}-start")]
    free = next((n for n in range(MANY[field]) if n not in numbers), None)
    return (f"{field}-{n}" for n in (*numbers, *(() if free is None else (free,))))


def _party(name: str, values: Values) -> Row:
    marking = _marking(name, values)
    return Row(
        marking, entity_options((values.get(f"{name}-find") or marking.words) if _asked(values) else "", values.get(f"{name}-entity", "")),
        values.get(f"{name}-country", ""), _list(sorted(SECTORS), values.get(f"{name}-sector", "")),
        removed=bool(values.get(f"{name}-remove")),
    )  # fmt: skip


def _loss(name: str, values: Values) -> Row:
    return Row(
        _marking(name, values), outcomes=_list(OUTCOMES, values.get(f"{name}-outcome", "")), least=values.get(f"{name}-least", ""),
        most=values.get(f"{name}-most", ""), open=bool(values.get(f"{name}-open")), removed=bool(values.get(f"{name}-remove")),
    )  # fmt: skip


def entity_options(words: str, chosen: str) -> tuple[Option, ...]:
    """Whom some words may mean, and who was chosen."""
    found = known.entities(words) if words.strip() else []
    if chosen and chosen not in {choice.key for choice in found}:
        one = known.entity(chosen)
        found = [one, *found] if one else found
    return tuple(Option(choice.key, _told(choice), choice.key == chosen) for choice in found)


def _told(choice: known.Choice) -> str:
    code = ":".join(filter(None, (choice.country, choice.sector)))
    return f"{name_of(choice)}{f' — {code}' if code else ''}"


def place_options(words: str, chosen: str) -> tuple[Option, ...]:
    """The places that some words may name, and the one that was chosen."""
    found = known.places(words) if words.strip() else []
    options = tuple(Option(place.id, _where(place), place.id == chosen) for place in found)
    if not chosen or chosen in {place.id for place in found}:
        return options
    return (Option(chosen, known.place_name(chosen), True), *options)


def _where(place: Candidate) -> str:
    """What tells a place from others of its name."""
    exact = label(place.precision, get_language() or "ar")
    return " — ".join(filter(None, (name_of(place), place.country, exact)))


def initial(field: str, event: EventMention, text: str) -> dict[str, str]:
    """The values that the form of a field begins with: those that the event has."""
    return {name: value for name, value in _INITIAL[field](event, text) if value}


def _span(name: str, span: Span, text: str) -> Iterator[tuple[str, str]]:
    yield f"{name}-words", span.of(text)
    yield f"{name}-start", str(span.start)
    yield f"{name}-stop", str(span.stop)


def _of_party(name: str, party: Participant, text: str) -> Iterator[tuple[str, str]]:
    yield from _span(name, party.span, text)
    yield f"{name}-entity", known_key(party) or ""
    yield f"{name}-country", party.country or ""
    yield f"{name}-sector", party.sector or ""


def _of_parties(field: str, parties: Sequence[Participant], text: str) -> Iterator[tuple[str, str]]:
    for number, party in enumerate(parties[: MANY[field]]):
        yield from _of_party(f"{field}-{number}", party, text)


def _of_place(event: EventMention, text: str) -> Iterator[tuple[str, str]]:
    if event.place:
        yield from _span("place", event.place.span, text)
        yield "place-key", event.place.id or ""


def _of_time(event: EventMention, text: str) -> Iterator[tuple[str, str]]:
    if event.time:
        yield from _span("time", event.time.span, text)
        yield "time-value", date_of(event.time) or ""


def _of_claim(event: EventMention, text: str) -> Iterator[tuple[str, str]]:
    if event.claim:
        yield from _of_party("claim", event.claim.speaker, text)
        yield from _span("cue", event.claim.cue, text)
        yield "claim-stance", event.claim.stance


def _of_casualties(event: EventMention, text: str) -> Iterator[tuple[str, str]]:
    for number, casualty in enumerate(event.casualties[: MANY["casualties"]]):
        name, quantity = f"casualties-{number}", casualty.quantity
        yield from _span(name, quantity.span, text)
        yield f"{name}-outcome", casualty.outcome
        yield f"{name}-least", str(quantity.least)
        yield f"{name}-most", "" if quantity.most is None or quantity.exact else str(quantity.most)
        yield f"{name}-open", "1" if quantity.most is None else ""


_INITIAL = {
    "type": lambda event, text: [("type", event.type)],
    "mode": lambda event, text: [("mode", event.mode or "")],
    "status": lambda event, text: [("status", event.status)],
    "actors": lambda event, text: _of_parties("actors", event.actors, text),
    "recipients": lambda event, text: _of_parties("recipients", event.recipients, text),
    "place": _of_place, "time": _of_time, "claim": _of_claim, "casualties": _of_casualties,
}  # fmt: skip
