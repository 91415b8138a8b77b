"""Fields and constraints that several tables share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q


def offset() -> models.PositiveIntegerField[int, int]:
    """An offset in code points."""
    return models.PositiveIntegerField()


def maybe_offset() -> models.PositiveIntegerField[int | None, int | None]:
    """An offset of a span that may be absent."""
    return models.PositiveIntegerField(null=True)


def string() -> models.CharField[str, str]:
    """Words of our own or of the text, of any length."""
    return models.CharField()


def maybe_string() -> models.CharField[str | None, str | None]:
    """The same where it may be unresolved; ``NULL`` and the empty text differ here."""
    return models.CharField(null=True)


def part_of(model: str, **options: Any) -> Any:
    """A foreign key that goes with its owner and is covered by a unique constraint of the table."""
    return models.ForeignKey(
        model, on_delete=models.CASCADE, db_index=False, related_name=options.pop("name"), **options
    )


def ordered_span(table: str, name: str = "") -> models.CheckConstraint:
    """``start <= stop`` of a span (``NAME_start``, ``NAME_stop``), so far as it is there."""
    start, stop = (f"{name}_start", f"{name}_stop") if name else ("start", "stop")
    return models.CheckConstraint(condition=Q(**{f"{start}__lte": F(stop)}), name=f"{table}_{name or 'span'}_ordered")


def one_of(table: str, field: str, values: Iterable[str]) -> models.CheckConstraint:
    """A column that holds one of a few values."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": sorted(map(str, values))}), name=f"{table}_{field}_known"
    )


def each_once(table: str, *fields: str) -> models.UniqueConstraint:
    """No two rows agree on all these columns."""
    return models.UniqueConstraint(fields=fields, name=f"{table}_{'_'.join(fields)}_once")
