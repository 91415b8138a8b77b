"""The shapes of answers, for the OpenAPI description: made from the typed records, so that they cannot drift apart.

A record becomes a model of the same fields with the record's own description; a span is ``[start, stop]``, code points
of the article's text, half-open; tokens are left out, as in every JSON of Marsad's (:mod:`marsad.export.nested`).
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from inspect import getdoc
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from marsad.record import Article, EventMention, Page
from marsad.span import Span

Offsets = Annotated[
    list[int], Field(min_length=2, max_length=2, description="[start, stop]: code points of the text, half-open")
]


@cache
def model_of(record: type, name: str = "", left_out: tuple[str, ...] = ("tokens",)) -> type[BaseModel]:
    """The model of a record class."""
    hints = get_type_hints(record)
    own: dict[str, Any] = {f.name: (_shape(hints[f.name]), ...) for f in fields(record) if f.name not in left_out}
    return create_model(name or record.__name__, __doc__=getdoc(record), **own)


def _shape(hint: Any) -> Any:
    """The type of a field as JSON has it."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Span:
        return Offsets
    if is_dataclass(hint) and isinstance(hint, type):
        return model_of(hint)
    if origin is tuple:
        return list[_shape(inner[0])]  # type: ignore[misc]
    if origin in (Union, types.UnionType):
        return Union[tuple(_shape(one) for one in inner)]  # noqa: UP007 - made while it runs
    if origin in (dict, Mapping):
        return dict[str, _shape(inner[1])]  # type: ignore[misc]
    return hint


class Derived(BaseModel):
    """What follows from an event's type and trigger."""

    trigger_text: str
    cameo_root: str = Field(description="CAMEO's root code, as 19 for ASSAULT")
    quad_class: str


class EventRow(Derived, model_of(EventMention, "EventFields")):  # type: ignore[misc]
    """One mention of an event, with where it was told."""

    id: int = Field(description="Number of this mention in the archive; reading the article again gives another")
    article: int
    article_name: str
    headline: str
    url: str | None
    source: str | None
    sentence_text: str
    evidence_at: str = Field(description="Address of the page that shows the words behind each field")


class Listed(BaseModel):
    """A page of a list: how many there are in all, and the addresses of the pages around it."""

    count: int = Field(description="How many there are in all")
    next: str | None = Field(description="Address of the next page")
    previous: str | None


class EventPage(Listed):
    """Some of the events found, the latest first."""

    results: list[EventRow]


class ArticleLine(BaseModel):
    """An article in a list."""

    id: int
    name: str
    headline: str
    source: str | None
    url: str | None
    published: str | None = Field(description="ISO 8601; its length is its precision")
    events: int
    snippet: str | None = Field(description="The stretch that holds the words asked for")
    marks: list[Offsets] = Field(description="The words asked for in the snippet: code points, half-open")


class ArticlePage(Listed):
    """Some of the articles found, the latest first."""

    results: list[ArticleLine]


class SentenceRow(BaseModel):
    """A sentence of one block."""

    index: int
    block: int
    span: Offsets
    text: str


class EventOfArticle(Derived, model_of(EventMention, "EventFields")):  # type: ignore[misc]
    """One mention of an event within its article."""


class ArticleRow(model_of(Article, "ArticleFields", ("trace", "page", "sentences", "events"))):  # type: ignore[misc]
    """An article as it was read, whole."""

    number: int
    source: str | None
    text: str
    page: model_of(Page, "PageFields", ("text",))  # type: ignore[valid-type]
    sentences: list[SentenceRow]
    events: list[EventOfArticle]


class EntityLine(BaseModel):
    """Somebody or something that the knowledge base knows."""

    key: str
    kind: str
    name: str
    name_en: str | None
    country: str | None
    sector: str | None


class EntityPage(Listed):
    """Some of the entities found, by name."""

    results: list[EntityLine]


class EntityRow(EntityLine):
    """An entity with what it took part in, and the names under which articles have it."""

    as_actor: int = Field(description="Mentions of events in which it acts")
    as_recipient: int
    articles: int
    names: list[str] = Field(description="As the latest articles name it, the most frequent first")


class FacetValue(BaseModel):
    """A value, as it is asked for, as it is called, and how many events have it."""

    key: str
    name: str
    name_en: str | None
    count: int


class Problem(BaseModel):
    """What is wrong with a request, and what to do."""

    detail: str
