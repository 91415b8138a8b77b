"""What may be asked of lists: the filter of all pages, as parameters that the description names, and paging."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Schema
from pydantic import Field

from marsad.desk.asked import LONGEST
from marsad.errors import ArchiveError
from marsad.ontology.plover import MODES, STATUSES, TYPES

MOST = 100  # rows of a page
FARTHEST = 100_000  # rows that may be passed over; an export is the way to all
DAY = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
PARTY = "a name, an entity's key (state:SYR), a country (SYR), a country and sector (SYR:MIL) or a sector (:MIL)"
Words = Annotated[str, Field(max_length=LONGEST)]


def _one_of(values: Iterable[str]) -> dict[str, Any]:
    return {"items": {"type": "string", "enum": sorted(values)}}


class Asked(Schema):
    """Which events: as the pages' own addresses say it. What is empty asks for nothing."""

    who: Words = Field("", description=f"Who did it: {PARTY}")
    whom: Words = Field("", description=f"To whom: {PARTY}")
    party: Words = Field("", description=f"Either side: {PARTY}")
    speaker: Words = Field("", description=f"According to whom: {PARTY}")
    type: list[str] = Field([], description="PLOVER types", json_schema_extra=_one_of(TYPES))
    mode: list[str] = Field(
        [], description="PLOVER modes", json_schema_extra=_one_of({m for some in MODES.values() for m in some})
    )
    status: list[str] = Field([], description="Statuses", json_schema_extra=_one_of(STATUSES))
    source: list[Words] = Field([], description="Outlets by name")
    place: Words = Field("", description="A place by name or key, or a country's code")
    since: str = Field("", alias="from", description="First day: 2020-07-04, 2020-07 or 2020", pattern=rf"{DAY}|^$")
    until: str = Field("", alias="to", description="Last day", pattern=rf"{DAY}|^$")
    dated: bool = Field(False, description="Only events whose own day the text gives")
    confidence: float = Field(0.0, ge=0, le=1, description="At least so likely")
    q: Words = Field("", description="In articles that hold these words")


class Paging(Schema):
    """Which rows of a list."""

    limit: int = Field(20, ge=1, le=MOST, description="How many rows")
    offset: int = Field(0, ge=0, le=FARTHEST, description="How many to pass over first")


class AskedPage(Asked, Paging):
    """A filter and the rows of its list."""


class WordsPage(Paging):
    """Words and the rows of their list."""

    q: Words = Field("", description="Words to be found")


EventQuestion = Annotated[AskedPage, Query()]
FacetQuestion = Annotated[Asked, Query()]
WordsQuestion = Annotated[WordsPage, Query()]


def around(request: HttpRequest, count: int, limit: int, offset: int) -> dict[str, object]:
    """``count`` and the addresses of the pages around one."""
    return {
        "count": count,
        "next": _address(request, limit, offset + limit) if offset + limit < min(count, FARTHEST) else None,
        "previous": _address(request, limit, max(0, offset - limit)) if offset else None,
    }


def _address(request: HttpRequest, limit: int, offset: int) -> str:
    parameters = request.GET.copy()
    parameters["limit"], parameters["offset"] = str(limit), str(offset)
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")


def only(request: HttpRequest, question: Schema) -> None:
    """Raises :class:`ArchiveError` for a parameter that there is not: a misspelt filter must not ask for everything."""
    known = [field.alias or name for name, field in type(question).model_fields.items()]
    if unknown := sorted(set(request.GET) - set(known)):
        raise ArchiveError(f"{unknown[0]!r} is no parameter; choose from {', '.join(known)}")


def checked(words: str) -> str:
    """Words for a search. Raises :class:`ArchiveError` for what is no text."""
    if "\0" in words:
        raise ArchiveError("q is no text")
    return words.strip()
