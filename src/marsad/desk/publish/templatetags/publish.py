"""What a published page says of itself in its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import translate_url

from marsad.desk.asked import EVERYTHING, address_of, filter_of
from marsad.errors import ArchiveError
from marsad.record import BlockKind
from marsad.store.query import Filter
from marsad.store.restore import Kept
from marsad.view.wording import harmless, shorten

register = template.Library()
LONGEST = 300  # code points of a description; what shows a link cuts it anyway


@dataclass(frozen=True, slots=True)
class Head:
    """The page's own address, the same in each language, and what it is about."""

    address: str
    languages: dict[str, str]
    title: str
    about: str
    published: str


@register.simple_tag(takes_context=True)
def head(context: Any) -> Head | None:
    """The head of a published page; ``None`` for one that is a problem."""
    request = context.get("request")
    if request is None or context.get("status"):
        return None
    try:
        return _head(request, context.get("kept"))
    except (ArchiveError, DisallowedHost):
        return None


def _head(request: HttpRequest, kept: Any) -> Head:
    asked = filter_of(request.GET)
    article = kept.record if isinstance(kept, Kept) else None
    own = request.path + _query(EVERYTHING if article else asked, request)
    published = article.page.published if article else None
    return Head(
        address=request.build_absolute_uri(own),
        languages={code: request.build_absolute_uri(translate_url(own, code)) for code, _name in settings.LANGUAGES},
        title=_first(article, BlockKind.HEADLINE),
        about=_first(article, BlockKind.STANDFIRST) or _first(article, BlockKind.PARAGRAPH),
        published=published.value if published else "",
    )


def _query(asked: Filter, request: HttpRequest) -> str:
    """The question as the one address that it has; with the page of a list."""
    page = request.GET.get("page", "")
    query = address_of(asked, page=page if page.isdecimal() and page != "1" and not asked_of_article(request) else None)
    return f"?{query}" if query else ""


def asked_of_article(request: HttpRequest) -> bool:
    """Whether the page is an article, which is the same whatever was asked for on the way to it."""
    return bool(request.resolver_match and request.resolver_match.view_name == "news:article")


def _first(article: Any, kind: BlockKind) -> str:
    words = article.blocks(kind) if article else ()
    return shorten(harmless(words[0]), LONGEST) if words else ""
