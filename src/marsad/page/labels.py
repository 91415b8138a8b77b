"""Labels: the names by which the markup of a news page tells what its parts are."""

from __future__ import annotations

import re


def has(*names: str) -> re.Pattern[str]:
    """Matches a path that holds one of the names, or its plural, as whole word parts.

    ``comment`` is found in ``comments-area`` and in ``entry_comment``, not in ``telecomments``.
    """
    joined = "|".join(name.replace("-", "[-_]+") for name in names)
    return re.compile(rf"(?<![a-z0-9])(?:{joined})s?(?![a-z0-9])", re.IGNORECASE)


IN_FORM = has("comment-respond", "comment-form", "respond", "commentform", "reply-title", "form")
IN_COMMENTS = has("comment-list", "commentlist", "comments", "comment-body")
IN_NEIGHBOURS = has(
    "prev", "previous", "next", "post-navigation", "pagination", "related", "relatedpost", "recommended", "read-more",
    "read-also", "also-read", "more-news",
)  # fmt: skip
IN_AUTHOR = has("author", "byline", "writer", "vcard")
IN_BIO = has("author-bio", "author-description", "bio", "biography", "about-author", "author-info")
IN_CATEGORY = has(
    "breadcrumb", "cat-links", "category", "categories", "section-name", "post-cat", "kicker", "article-section"
)
IN_TAGS = has("tag-links", "tags-links", "tags", "keywords", "rel-tag")
IN_DATE = has("date", "time", "datetime", "published", "posted-on", "timestamp")
IN_STANDFIRST = has(
    "standfirst", "lead", "lede", "deck", "excerpt", "intro", "summary", "subtitle", "sub-title", "description"
)
IN_LIVE = has("live", "timeline", "liveblog", "entry-time")
IN_FURNITURE = has(
    "nav", "navbar", "navigation", "menu", "footer", "sidebar", "widget", "share", "sharing", "sharedaddy", "social", "copyright",
    "header-top", "cookie", "ad", "advert", "advertisement",
)  # fmt: skip
IN_ARTICLE = has("article", "entry-content", "post-content", "article-body", "articlebody", "story", "content")
IN_CAPTION = has("wp-caption", "wp-caption-text")
# Inline elements so labelled are blocks of their own, unless they stand in running text.
PARTING = (IN_AUTHOR, IN_BIO, IN_CATEGORY, IN_TAGS, IN_DATE, IN_NEIGHBOURS)

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")  # articleBody is article-body
LONGEST = 500  # characters of a label that are read


def label(tag: str, names: list[str], rel: str) -> str:
    """The label of an element: its tag, class, id, itemprop and role, and each rel as ``rel-…``."""
    parts = [tag, *names, *(f"rel-{name}" for name in rel.split())]
    return HUMP.sub("-", " ".join(filter(None, parts))[:LONGEST])


def stands_alone(labelled: str) -> bool:
    """Whether an inline element of this label is a block of its own."""
    return any(pattern.search(labelled) for pattern in PARTING)
