"""What an HTML page declares of itself: JSON-LD, meta elements, <time>."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

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
        "WebPage",
    }
)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?")
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
    """Declared headline, section, author, description, address and publication time; ``None`` where absent."""

    headline: str | None = None
    section: str | None = None
    author: str | None = None
    description: str | None = None
    url: str | None = None
    published: Published | None = None


def read_metadata(tree: Any) -> Metadata:
    """The declared metadata of a parsed document. Broken JSON-LD counts as none."""
    linked = next(_articles(tree), {})
    metas = {
        (m.get("property") or m.get("name") or m.get("itemprop") or "").lower(): m.get("content")
        for m in tree.iter("meta")
    }
    return Metadata(
        headline=_string(linked.get("headline")) or metas.get("og:title"),
        section=_string(linked.get("articleSection")) or metas.get("article:section"),
        author=_name(linked.get("author")) or metas.get("author"),
        description=_string(linked.get("description")) or metas.get("og:description") or metas.get("description"),
        url=metas.get("og:url"),
        published=_published(linked, metas, tree),
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _nodes(json.loads(script.text or ""))
            except ValueError:
                continue


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    for node in value if isinstance(value, list) else [value]:
        if isinstance(node, dict):
            kinds = node.get("@type")
            if ARTICLE_TYPES & set(kinds if isinstance(kinds, list) else [kinds]):
                yield node
            yield from _nodes(node.get("@graph") or [])


def _string(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return value.strip() or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _published(linked: dict[str, Any], metas: dict[str, str | None], tree: Any) -> Published | None:
    candidates = [("json-ld", linked.get("datePublished")), *(("meta", metas.get(name)) for name in META_DATES)]
    candidates += [("time-element", element.get("datetime")) for element in tree.iter("time")][:1]
    for source, value in candidates:
        match = ISO.match(value.strip()) if isinstance(value, str) else None
        if match:
            return Published(match.group().replace(" ", "T"), source)
    return None
