"""What narrows a list further, and what takes a narrowing away: facets, chips, and what to loosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from marsad.desk.asked import EVERYTHING, MANY, NAMES, address_of, with_value, without
from marsad.desk.kept import kept
from marsad.desk.names import STATE, country_names, name_of
from marsad.store import models
from marsad.store.query import COUNTRY, FACETS, Filter, Value, events, facets
from marsad.view.label import LABELS, label

FACET_OF = {"country": "place", "actor": "who"}  # the names in addresses that two facets narrow by
FIRST = 8  # values shown at once
OPEN = ("type", "status", "actor", "country")

TITLES = {
    "type": gettext_lazy("Type"), "mode": gettext_lazy("Mode"), "status": gettext_lazy("Status"),
    "source": gettext_lazy("Outlet"), "country": gettext_lazy("Country"), "place": gettext_lazy("Place"),
    "actor": gettext_lazy("Who"), "who": gettext_lazy("Who"), "whom": gettext_lazy("To whom"),
    "party": gettext_lazy("Either side"), "speaker": gettext_lazy("According to"), "from": gettext_lazy("From"),
    "to": gettext_lazy("To"), "dated": gettext_lazy("Dated by the text"), "confidence": gettext_lazy("At least so sure"),
    "q": gettext_lazy("Words"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet as a link: the address that it narrows to, or, where it is chosen, that goes without it."""

    name: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A facet with its most frequent values."""

    name: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def first(self) -> tuple[Choice, ...]:
        """Those that are shown at once: the chosen and the most frequent ones."""
        return tuple(choice for n, choice in enumerate(self.choices) if n < FIRST or choice.chosen)

    @property
    def rest(self) -> tuple[Choice, ...]:
        """Those behind «more»."""
        return tuple(choice for n, choice in enumerate(self.choices) if n >= FIRST and not choice.chosen)

    @property
    def open(self) -> bool:
        """Whether it is unfolded from the start."""
        return self.name in OPEN or any(choice.chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the filter, and the address without it."""

    title: str
    value: str
    address: str
    count: int = 0  # events without it, where they were counted


def groups(found: QuerySet[models.Event], asked: Filter, **own: object) -> list[Group]:
    """The facets of what was found, with links; those without a choice are left out.

    ``own`` are the page's own parameters, which all addresses keep.
    """
    counted = dict(kept("facets", asked, lambda: facets(found)))
    countries = country_names(value.key for value in counted["country"])
    counted["country"] = [replace(value, name=countries[value.key], name_en=None) for value in counted["country"]]
    made = (_group(name, counted[name], asked, own) for name in FACETS)
    return [group for group in made if group.choices]


def _group(facet: str, values: list[Value], asked: Filter, own: Mapping[str, object]) -> Group:
    name = FACET_OF.get(facet, facet)
    return Group(facet, str(TITLES[facet]), tuple(_choice(name, value, asked, own) for value in values))


def _choice(name: str, value: Value, asked: Filter, own: Mapping[str, object]) -> Choice:
    held = getattr(asked, NAMES[name])
    chosen = value.key in held if name in MANY else value.key == held
    other = without(asked, name, value.key) if chosen else with_value(asked, name, value.key)
    return Choice(shown(value.key, value), value.count, address_of(other, **own), chosen)


def shown(key: str, value: Value | None = None) -> str:
    """A value in the page's language: by its label, by its name, or as it is."""
    if key in LABELS:
        return label(key, get_language() or "ar")
    return name_of(value) if value else key


def chips(asked: Filter, **own: object) -> list[Chip]:
    """The parts of a filter, each with the address that goes without it and keeps the page's own parameters."""
    return [Chip(title, _named(name, value), address_of(less, **own)) for name, title, value, less in _parts(asked)]


def loosened(asked: Filter) -> list[Chip]:
    """For a filter that finds nothing: what each part alone keeps out; parts that make no difference are left out."""
    made = (
        Chip(title, _named(name, value), address_of(less), events(less).count())
        for name, title, value, less in _parts(asked)
    )
    return [chip for chip in made if chip.count]


def _parts(asked: Filter) -> Iterator[tuple[str, str, str, Filter]]:
    for name, field in NAMES.items():
        value = getattr(asked, field)
        if value == getattr(EVERYTHING, field):
            continue
        for one in value if name in MANY else (value,):
            yield name, str(TITLES[name]), _written(one), without(asked, name, one if name in MANY else None)


def _written(value: Any) -> str:
    if value is True:
        return str(_("yes"))
    return f"{value:.0%}" if isinstance(value, float) else str(value)


def _named(name: str, value: str) -> str:
    """A key as the name that it stands for."""
    if name == "place":
        return _name_of(models.Entity, value, STATE + value) if len(value) == COUNTRY else _name_of(models.Place, value)
    if name in ("who", "whom", "party", "speaker"):
        return _name_of(models.Entity, value)
    return shown(value) if name in ("type", "mode", "status") else value


def _name_of(table: Any, value: str, key: str | None = None) -> str:
    row = table.objects.filter(key=key or value).first()
    return value if row is None else name_of(row)
