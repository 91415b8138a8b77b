"""A filter as an address and back: the one vocabulary of list, map, timeline, network, feeds, exports and API.

``?type=ASSAULT&type=PROTEST&who=SYR:MIL&place=حلب&from=2015-07&q=قصف`` is a :class:`marsad.store.query.Filter`; what is
empty is left out, so that a question has one address.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from marsad.errors import ArchiveError
from marsad.store.query import Filter
from marsad.store.rows import bound

NAMES = {
    "who": "who", "whom": "whom", "party": "party", "speaker": "speaker", "type": "type", "mode": "mode",
    "status": "status", "source": "source", "place": "place", "from": "since", "to": "until", "dated": "dated",
    "confidence": "min_confidence", "q": "text",
}  # fmt: skip  # name in an address: field of the filter
MANY = ("type", "mode", "status", "source")
LONGEST = 300  # code points of a value: no name and no question is longer


def filter_of(asked: QueryDict) -> Filter:
    """The filter that an address asks for. Raises :class:`ArchiveError`, which becomes a page of status 400."""
    for name in NAMES:
        if any(len(value) > LONGEST or "\0" in value for value in asked.getlist(name)):
            raise ArchiveError(f"{name} is too long or no text")
    return Filter(**{field: _READ.get(name, _text)(asked, name) for name, field in NAMES.items()})


def _text(asked: QueryDict, name: str) -> str:
    return asked.get(name, "").strip()


def _many(asked: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in asked.getlist(name) if value.strip()))


def _since(asked: QueryDict, name: str) -> date | None:
    return _day(asked, name, last=False)


def _until(asked: QueryDict, name: str) -> date | None:
    return _day(asked, name, last=True)


def _day(asked: QueryDict, name: str, *, last: bool) -> date | None:
    value = _text(asked, name)
    day = bound(value, last=last) if value else None
    if value and day is None:
        raise ArchiveError(f"{value!r} is no date; write it as 2020-07-04, 2020-07 or 2020")
    return day


def _flag(asked: QueryDict, name: str) -> bool:
    return _text(asked, name) not in ("", "0")


def _share(asked: QueryDict, name: str) -> float:
    value = _text(asked, name) or "0"
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ArchiveError(f"{value!r} is no confidence; give a number from 0 to 1")
    return share


_READ: dict[str, Any] = {
    **dict.fromkeys(MANY, _many), "from": _since, "to": _until, "dated": _flag, "confidence": _share,
}  # fmt: skip


def address_of(asked: Filter, **more: object) -> str:
    """The filter as a query string without its ``?``, with further parameters; empty where nothing is asked."""
    pairs: list[tuple[str, str]] = []
    for name, field in NAMES.items():
        value = getattr(asked, field)
        if value and field in MANY:
            pairs += [(name, one) for one in value]
        elif value:
            pairs.append((name, _written(value)))
    return urlencode([*pairs, *((name, str(value)) for name, value in more.items() if value not in (None, ""))])


def _written(value: object) -> str:
    if value is True:
        return "1"
    return value.isoformat() if isinstance(value, date) else f"{value:g}" if isinstance(value, float) else str(value)


def with_value(asked: Filter, name: str, value: str) -> Filter:
    """The filter narrowed to a value of a facet; ``name`` as in an address."""
    return _with(asked, name, tuple(dict.fromkeys((*_values(asked, name), value))) if name in MANY else value)


def without(asked: Filter, name: str, value: str | None = None) -> Filter:
    """The filter without a field, or without one of its values."""
    kept = tuple(one for one in _values(asked, name) if one != value) if name in MANY and value is not None else None
    return _with(asked, name, getattr(EVERYTHING, NAMES[name]) if kept is None else kept)


def _values(asked: Filter, name: str) -> tuple[str, ...]:
    values: tuple[str, ...] = getattr(asked, NAMES[name])
    return values


def _with(asked: Filter, name: str, value: Any) -> Filter:
    changed: dict[str, Any] = {NAMES[name]: value}
    return replace(asked, **changed)


EVERYTHING = Filter()
