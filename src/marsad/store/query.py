"""The common questions: which events, by whom, against whom, of which kind, where, when, told by whom, how sure.

One frozen :class:`Filter` serves the command line, exports and the desk; its fields are those of an address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from marsad.errors import ArchiveError
from marsad.ontology.plover import MODES, STATUSES, TYPES
from marsad.store import models
from marsad.store.rows import stems_of
from marsad.store.search.index import index
from marsad.store.search.query import Term, parse

COUNTRY = 3  # letters of an ISO 3166 alpha-3 code or one of PLOVER's
FACETS = ("type", "mode", "status", "source", "country", "place", "actor")
MOST = 20  # values of a facet


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; an empty field asks for nothing.

    ``who``, ``whom`` and ``speaker`` are names, entity keys (``state:SYR``) or codes (``SYR``, ``SYR:MIL``, ``:MIL``);
    ``party`` is either side. ``place`` is a name, a key or a country code. ``since`` and ``until`` bound the event's
    day, or the day on which it was told where its own is not known; ``dated`` leaves those out. ``text`` is a query
    for the article's words.
    """

    who: str = ""
    whom: str = ""
    party: str = ""
    speaker: str = ""
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    place: str = ""
    since: date | None = None
    until: date | None = None
    dated: bool = False
    min_confidence: float = 0.0
    text: str = ""

    def __post_init__(self) -> None:
        """Raises :class:`ArchiveError` for a type, mode or status that there is not, and for dates the wrong way round."""
        modes = {mode for some in MODES.values() for mode in some}
        for name, known in (("type", set(TYPES)), ("mode", modes), ("status", set(STATUSES))):
            for value in getattr(self, name):
                if value not in known:
                    raise ArchiveError(f"{value!r} is no {name}; choose from {', '.join(sorted(known))}")
        if self.since and self.until and self.since > self.until:
            raise ArchiveError(f"from {self.since} to {self.until} is no time; exchange the two")

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for."""
        return all(getattr(self, f.name) == f.default for f in fields(self))


def events(asked: Filter) -> QuerySet[models.Event]:
    """The mentions of events of current readings that a filter lets through, latest day first."""
    found = models.Event.objects.filter(_columns(asked), current=True)
    for role, name in (("actor", asked.who), ("recipient", asked.whom), ("speaker", asked.speaker)):
        if name.strip():
            found = found.filter(_takes_part(name, (role,)))
    if asked.party.strip():
        found = found.filter(_takes_part(asked.party, ("actor", "recipient")))
    if asked.place.strip():
        found = found.filter(_at(asked.place))
    if asked.text.strip():
        found = found.filter(reading__text__in=texts_with(asked.text))
    return found.order_by("-day", "-id")


def articles(asked: Filter) -> QuerySet[models.Reading]:
    """The current readings of articles that hold an event which a filter lets through, the newest first.

    Where nothing but words is asked for, an article needs no event.
    """
    found = models.Reading.objects.filter(current=True)
    if not replace(asked, text="").is_empty:
        found = found.filter(pk__in=events(asked).order_by().values("reading"))
    elif asked.text.strip():
        found = found.filter(text__in=texts_with(asked.text))
    return found.order_by("-day", "-id")


def _columns(asked: Filter) -> Q:
    chosen = Q()
    for name, values in (("type", asked.type), ("mode", asked.mode), ("status", asked.status)):
        chosen &= Q(**{f"{name}__in": values}) if values else Q()
    if asked.source:
        chosen &= Q(source__in=list(models.Source.objects.filter(name__in=asked.source).values_list("pk", flat=True)))
    chosen &= Q(day__gte=asked.since) if asked.since else Q()
    chosen &= Q(day__lte=asked.until) if asked.until else Q()
    chosen &= Q(dated=True) if asked.dated else Q()
    return chosen & (Q(confidence__gte=asked.min_confidence) if asked.min_confidence > 0 else Q())


def _takes_part(name: str, roles: Sequence[str]) -> Q:
    """Events with such a participant. The participants are looked up first: names are few, events many."""
    parties = models.Participant.objects.filter(named(name), event__isnull=False, role__in=roles)
    return Q(pk__in=parties.values("event"))


def named(name: str) -> Q:
    """Participants by key, by code or by words."""
    name = name.strip()
    country, _, sector = name.partition(":")
    if _is_code(country) and (not sector or _is_code(sector)) and (country or sector):
        return (Q(country=country.upper()) if country else Q()) & (Q(sector=sector.upper()) if sector else Q())
    entity = models.Entity.objects.filter(key=name).first()
    if entity or ":" in name:  # a key; one that no entity has names nobody
        return Q(known=entity) if entity else Q(pk__in=())
    return Q(words__contains=_words(name))


def _is_code(part: str) -> bool:
    return part == "" or (len(part) == COUNTRY and part.isascii() and part.isalpha() and part.isupper())


def _words(name: str) -> str:
    stems = stems_of(name)
    if not stems.strip():
        raise ArchiveError(f"{name!r} names nobody and no place")
    return stems


def _at(place: str) -> Q:
    """Events at a place: by country code, by key or name of the gazetteer, or by the words of an unresolved one."""
    place = place.strip()
    if _is_code(place):
        return Q(country=place)
    words = _words(place)
    known = models.Place.objects.filter(Q(key=place) | Q(words__contains=words)).values_list("pk", flat=True)
    current = models.Event.objects.filter(current=True)
    said = current.filter(place_words__contains=words).values_list("place_words", flat=True).distinct()  # in its index
    # A union: each half has its index, and with an OR every event would be looked at.
    there, called_so = current.filter(place__in=list(known)), current.filter(place_words__in=list(said))
    return Q(pk__in=there.values("pk").union(called_so.values("pk")))


def texts_with(query: str) -> QuerySet[models.Text]:
    """The texts of which a passage holds what a query asks for."""
    return models.Text.objects.filter(pk__in=passages_with(terms_of(query)).values("text"))


def terms_of(query: str) -> tuple[Term, ...]:
    """The terms of a query, widened by what the archive holds. Raises :class:`ArchiveError` for an empty one."""
    frequency = index().frequency
    return tuple(term.widened(frequency) for term in parse(query))


def passages_with(terms: Sequence[Term]) -> QuerySet[models.Passage]:
    """The passages that hold terms."""
    sql, parameters = index().passages(terms)
    return models.Passage.objects.filter(pk__in=RawSQL(sql, parameters))  # noqa: S611 - the terms are a parameter


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: as it is asked for, as it is called, and how many events have it."""

    key: str
    name: str
    name_en: str | None
    count: int


def facet(found: QuerySet[models.Event], name: str) -> list[Value]:
    """The most frequent values of a facet among events, most frequent first; unresolved ones are not among them."""
    return facets(found, (name,))[name]


def facets(found: QuerySet[models.Event], names: Sequence[str] = FACETS) -> dict[str, list[Value]]:
    """Several facets at once: the filter is gone through a single time, whatever it asks for."""
    counts: dict[str, list[tuple[str, int]]] = {name: [] for name in names}
    for name, value, count in _counted(found, names):
        if len(counts[name]) < MOST:
            counts[name].append((value, count))
    return {name: _named_values(name, some) for name, some in counts.items()}


def _counted(found: QuerySet[models.Event], names: Sequence[str]) -> list[tuple[str, str, int]]:
    """Facet, value and number of events, the most frequent first.

    Django's querysets have no common table expressions, and without one a costly filter (a name, words) is gone through
    once a facet. Both databases read this form; all values are parameters of the filter, all names are ours.
    """
    columns = ("id", *(COLUMNS[name][0] for name in names if name != "actor"))
    sql, parameters = found.order_by().values(*columns).query.sql_with_params()
    parts = " UNION ALL ".join(_ACTORS if name == "actor" else _count_of(name) for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found AS MATERIALIZED ({sql}) SELECT name, value, n FROM ({parts}) AS counted ORDER BY n DESC, value",  # noqa: S608
            parameters,
        )
        return list(cursor.fetchall())


def _count_of(name: str) -> str:
    column = COLUMNS[name][0]
    return (
        f"SELECT '{name}' AS name, CAST({column} AS TEXT) AS value, COUNT(*) AS n FROM found "  # noqa: S608
        f"WHERE {column} IS NOT NULL GROUP BY {column}"
    )


# An actor named twice in an event counts once.
_ACTORS = (
    "SELECT 'actor' AS name, CAST(known_id AS TEXT) AS value, COUNT(DISTINCT event_id) AS n FROM store_participant "
    "WHERE role = 'actor' AND known_id IS NOT NULL AND event_id IN (SELECT id FROM found) GROUP BY known_id"
)


def _named_values(name: str, counts: Sequence[tuple[str, int]]) -> list[Value]:
    _column, key, table = COLUMNS[name]
    if table is None:
        return [Value(value, value, None, count) for value, count in counts]
    rows = table.objects.in_bulk([int(value) for value, _count in counts])
    return [_value(rows[int(value)], key, count) for value, count in counts]


COLUMNS: dict[str, tuple[str, str, Any]] = {
    "type": ("type", "", None),
    "mode": ("mode", "", None),
    "status": ("status", "", None),
    "country": ("country", "", None),
    "source": ("source", "name", models.Source),
    "place": ("place", "key", models.Place),
    "actor": ("known", "key", models.Entity),
}


def _value(row: Any, key: str, count: int) -> Value:
    return Value(getattr(row, key), row.name, getattr(row, "name_en", None), count)
