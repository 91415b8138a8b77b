"""What the three views share: the filter with its chips and its form, the way from one view to another, the events."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from marsad.desk.asked import EVERYTHING, MANY, NAMES, address_of, filter_of
from marsad.desk.news.card import Card, cards
from marsad.desk.news.narrow import chips
from marsad.errors import ArchiveError
from marsad.ontology.plover import STATUSES, TYPES
from marsad.store.query import Filter, events
from marsad.store.restore import restore_events

FEW = 10  # events listed below a view
VIEWS = (
    ("news:front", _("List")), ("explore:map", _("Map")), ("explore:timeline", _("Timeline")), ("explore:network", _("Network")),
)  # fmt: skip
FORM = ("party", "place", "from", "to", "q")  # fields that the form has as text; type, status and dated have their own


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, and whether that is what is shown."""

    words: str
    address: str
    current: bool = False


def shared(request: HttpRequest, asked: Filter, **own: Any) -> dict[str, Any]:
    """The context of every view. ``own`` are the view's own parameters, kept by the form and by the chips."""
    here = request.path
    return {
        "asked": asked,
        "query": address_of(asked),
        "chips": [replace(chip, address=f"{here}?{chip.address}".rstrip("?")) for chip in chips(asked, **own)],
        "clear": link(here, EVERYTHING, own),
        "views": [Link(str(words), link(reverse(view), asked), reverse(view) == here) for view, words in VIEWS],
        "list_address": link(reverse("news:front"), asked),
        "form": {name: _shown(getattr(asked, NAMES[name])) for name in FORM},
        "kept": list(_kept(asked, own)),
        "types": TYPES,
        "statuses": STATUSES,
    }


def link(address: str, asked: Filter, own: Mapping[str, Any] | None = None) -> str:
    """An address with a filter and further parameters."""
    query = address_of(asked, **(own or {}))
    return f"{address}?{query}" if query else address


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _kept(asked: Filter, own: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the form does not show but must send again; many types are kept so, and one is shown."""
    for name in ("who", "whom", "speaker", "mode", "source", "confidence"):
        held = getattr(asked, NAMES[name])
        for value in held if name in MANY else (held,):
            if value:
                yield name, str(value)
    yield from ((name, str(value)) for name, value in own.items() if value not in (None, ""))


def chosen(request: HttpRequest, name: str, choices: Collection[str], default: str) -> str:
    """A parameter of a view's own. Raises :class:`ArchiveError` for a value that there is not."""
    value = request.GET.get(name, "").strip() or default
    if value not in choices:
        raise ArchiveError(f"{value!r} is no {name}; choose from {', '.join(filter(None, choices))}")
    return value


def asked_of(request: HttpRequest) -> tuple[Filter, Any]:
    """The filter of an address, and the events that it lets through."""
    asked = filter_of(request.GET)
    return asked, events(asked)


def told(found: Any, most: int = FEW) -> list[Card]:
    """The latest events of a view, as every list of events shows them."""
    rows = list(found.values_list("pk", flat=True)[:most])
    return cards(restore_events(rows), rows)
