"""What a record says beyond the columns of its table: kept as JSON and given back as it was.

A reader's records grow from version to version. A field that is asked for often gets a column; every other one that says
something else than its default is kept here, so that nothing of a reading is lost in the meantime.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from marsad.export.nested import plain
from marsad.span import Span


def more_of(record: Any, kept: frozenset[str]) -> dict[str, Any] | None:
    """The fields of ``record`` that are not ``kept`` in columns and differ from their defaults, as plain values."""
    found = {
        f.name: plain(value)
        for f in fields(record)
        if f.name not in kept and (value := getattr(record, f.name)) != (None if f.default is MISSING else f.default)
    }
    return found or None


def given_back(kind: type, more: Mapping[str, Any] | None) -> dict[str, Any]:
    """The fields that :func:`more_of` kept of a record of this kind; those that it has no longer are left out."""
    hints = _hints(kind)
    return {name: typed(hints[name], value) for name, value in (more or {}).items() if name in hints}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def typed(hint: Any, value: Any) -> Any:
    """A plain value as the type of its field has it."""
    if value is None:
        return None
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return typed(next(part for part in parts if part is not type(None)), value)
    if origin is tuple:
        return tuple(typed(parts[0], part) for part in value)
    if hint is Span:
        return Span(*value)
    if isinstance(hint, type) and is_dataclass(hint):
        return hint(**given_back(hint, value))
    return hint(value) if isinstance(hint, type) and issubclass(hint, StrEnum) else value
