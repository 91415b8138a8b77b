"""What an HTML page declares of itself: JSON-LD, meta elements, <time>."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from marsad.page.published import leading_iso, no_date
from marsad.record import Published

ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "Article",
        "BlogPosting",
        "ReportageNewsArticle",
        "LiveBlogPosting",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
    }
)
PAGE_TYPE = "WebPage"  # the page that holds the article: asked only for what no article says
META_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "publishdate",
    "pubdate",
    "og:published_time",
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Declared headline, section, author, description, address and publication time; ``None`` where absent.

    ``warnings`` name declared dates that are none.
    """

    headline: str | None = None
    section: str | None = None
    author: str | None = None
    description: str | None = None
    url: str | None = None
    published: Published | None = None
    warnings: tuple[str, ...] = ()


def read_metadata(tree: Any) -> Metadata:
    """The declared metadata of a parsed document. Broken JSON-LD counts as none."""
    articles = _articles(tree)
    linked = articles[0] if articles else {}
    metas = {
        (m.get("property") or m.get("name") or m.get("itemprop") or "").lower(): m.get("content")
        for m in tree.iter("meta")
    }
    published, warnings = _published(_declared_dates(articles, metas, tree))
    return Metadata(
        headline=_string(linked.get("headline")) or metas.get("og:title"),
        section=_string(linked.get("articleSection")) or metas.get("article:section"),
        author=_name(linked.get("author")) or metas.get("author"),
        description=_string(linked.get("description")) or metas.get("og:description") or metas.get("description"),
        url=metas.get("og:url"),
        published=published,
        warnings=warnings,
    )


def _articles(tree: Any) -> list[dict[str, Any]]:
    """The JSON-LD nodes of articles in order, those of pages behind them."""
    nodes = [
        node for script in tree.iter("script") if "ld+json" in (script.get("type") or "") for node in _linked(script)
    ]
    articles = [node for node in nodes if ARTICLE_TYPES & _types(node)]
    return articles + [node for node in nodes if PAGE_TYPE in _types(node) and not ARTICLE_TYPES & _types(node)]


def _linked(script: Any) -> list[dict[str, Any]]:
    try:
        return list(_nodes(json.loads(script.text or "")))
    except (ValueError, RecursionError):  # the page's own fault, at worst on purpose: it has no linked data then
        return []


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The mappings of a JSON-LD value and its graphs in order; a list of its own, since graphs may lie deep."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            yield node
            waiting.append(node.get("@graph"))


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def _string(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _declared_dates(
    articles: list[dict[str, Any]], metas: dict[str, str | None], tree: Any
) -> Iterator[tuple[str, Any]]:
    """(source, value) of everything that may be the publication time, the most trusted first."""
    yield from (("json-ld", article.get("datePublished")) for article in articles)
    yield from (("meta", metas.get(name)) for name in META_DATES)
    yield from (("time-element", element.get("datetime")) for element in tree.iter("time"))


def _published(declared: Iterable[tuple[str, Any]]) -> tuple[Published | None, tuple[str, ...]]:
    """The first declared value that is a date, and a warning for each before it that is none."""
    refused: list[str] = []
    for source, value in declared:
        found = leading_iso(value)
        if found:
            return Published(found, source), tuple(refused)
        if value and source != "time-element":  # a <time> may well hold an hour or a duration
            refused.append(no_date(value))
    return None, tuple(refused)
