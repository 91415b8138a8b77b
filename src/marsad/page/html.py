"""HTML pages: trafilatura says what the main content is, named rules say what each block is.

The blocks of the document (paragraphs, headings, list items, quotations, captions, times,
links to neighbours, forms) are walked in document order. A block is content when the
extractor kept its words; around it, classes, roles, microdata and words tell the anatomy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from marsad.page.charset import Decoded
from marsad.page.language import language_of
from marsad.page.metadata import Metadata, read_metadata
from marsad.page.published import published_in_text, published_in_url
from marsad.page.words import BIO, BYLINES, COMMENT_FORM, FURNITURE, first_word, opens
from marsad.record import Block, BlockKind, Page
from marsad.span import Span

LARGEST_FOR_EXTRACTOR = 4 << 20  # characters; beyond, only our own density rule is run, in bounded time
BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote figcaption time dt dd td th pre legend label address caption".split()
)
INLINE = frozenset(
    "a b i em strong span u s small sub sup mark bdi bdo font br wbr img abbr cite q code ins del time".split()
)
SKIPPED = frozenset("script style noscript template svg iframe select option button input textarea head title".split())
DENSE = 80  # characters of a paragraph that our own density rule takes for content
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Element:
    """One block of the document: its words, tag, and the classes, ids and roles of it and its ancestors."""

    text: str
    tag: str
    path: str  # ancestors' tags, classes, ids, rel, itemprop and role, nearest last, space-joined
    content: bool
    headed: bool  # whether the headline stood before it
    metadata: Metadata


def has(*names: str) -> re.Pattern[str]:
    """Matches a path that holds one of the names as a word part (``comment`` in ``comments-area``)."""
    return re.compile(r"(?<![a-z])(?:" + "|".join(names) + r")", re.IGNORECASE)


IN_FORM = has("comment-respond", "comment-form", "respond", "commentform", "reply-title", "form")
IN_COMMENTS = has("comment-list", "commentlist", "comments", "comment-body")
IN_NEIGHBOURS = has(
    "nav-previous",
    "nav-next",
    "post-navigation",
    "prev",
    "next",
    "related",
    "read-more",
    "also-read",
    "recommended",
    "rel-next",
    "rel-prev",
    "pagination",
    "more-news",
)
IN_AUTHOR = has("author", "byline", "writer", "vcard", "post-author", "entry-author")
IN_BIO = has("author-bio", "author-description", "bio", "about-author", "author-info")
IN_CATEGORY = has(
    "breadcrumb", "cat-links", "category", "section-name", "post-cat", "kicker", "rel-category", "articlesection"
)
IN_TAGS = has("tags-links", "tag-links", "post-tags", "tags", "keywords", "rel-tag")
IN_STANDFIRST = has(
    "standfirst", "lead", "deck", "excerpt", "intro", "summary", "subtitle", "sub-title", "entry-summary", "description"
)
IN_LIVE = has("live", "timeline", "liveblog", "entry-time")
IN_FURNITURE = has(
    "nav",
    "menu",
    "footer",
    "sidebar",
    "widget",
    "share",
    "social",
    "copyright",
    "header-top",
    "cookie",
    "advert",
    "ad-",
)
IN_ARTICLE = has("article", "entry-content", "post-content", "article-body", "articlebody", "story", "content")


def comment_form(e: Element) -> BlockKind | None:
    """Inside a form, or words that invite a comment."""
    invites = opens(e.text, COMMENT_FORM)
    return BlockKind.COMMENT_FORM if invites or (IN_FORM.search(e.path) and not e.content) else None


def comment(e: Element) -> BlockKind | None:
    """Inside the list of readers' comments."""
    return BlockKind.COMMENT if IN_COMMENTS.search(e.path) else None


def headline(e: Element) -> BlockKind | None:
    """The first h1, or the block that repeats the page's declared title."""
    same = e.metadata.headline is not None and squeeze(e.text) == squeeze(e.metadata.headline)
    return BlockKind.HEADLINE if not e.headed and (e.tag == "h1" or same) else None


def neighbour(e: Element) -> BlockKind | None:
    """A previous, next or related article."""
    return BlockKind.NEIGHBOUR if IN_NEIGHBOURS.search(e.path) else None


def category(e: Element) -> BlockKind | None:
    """A short block in a breadcrumb or category element, or the declared section."""
    short = len(e.text.split()) <= 8
    declared = e.metadata.section is not None and squeeze(e.text) == squeeze(e.metadata.section)
    return (
        BlockKind.CATEGORY
        if short and (declared or IN_CATEGORY.search(e.path)) and not IN_FURNITURE.search(e.path)
        else None
    )


def tags(e: Element) -> BlockKind | None:
    """Key words."""
    return BlockKind.TAGS if IN_TAGS.search(e.path) and len(e.text) < DENSE else None


def published_time(e: Element) -> BlockKind | None:
    """A <time> element: a live entry's time inside a live blog, else the publication time."""
    if e.tag != "time":
        return None
    return BlockKind.ENTRY_TIME if IN_LIVE.search(e.path) and e.headed else BlockKind.PUBLISHED


def bio(e: Element) -> BlockKind | None:
    """What the author is, inside the author's box."""
    inside = IN_BIO.search(e.path) or (IN_AUTHOR.search(e.path) and first_word(e.text) in BIO)
    return BlockKind.BIO if inside and not _is_author_name(e) and len(e.text.split()) > 1 else None


def author(e: Element) -> BlockKind | None:
    """A byline, the declared author, or a short block in an author element."""
    short = len(e.text.split()) <= 8
    return (
        BlockKind.AUTHOR
        if short and (IN_AUTHOR.search(e.path) or _is_author_name(e) or opens(e.text, BYLINES))
        else None
    )


def _is_author_name(e: Element) -> bool:
    return e.metadata.author is not None and squeeze(e.text) == squeeze(e.metadata.author)


def caption(e: Element) -> BlockKind | None:
    """A picture's caption."""
    return BlockKind.CAPTION if e.tag == "figcaption" or "wp-caption" in e.path else None


def furniture(e: Element) -> BlockKind | None:
    """Menus, footers, side bars, sharing: unless the extractor kept it inside the article."""
    marked = IN_FURNITURE.search(e.path) and not (e.content and IN_ARTICLE.search(e.path))
    return BlockKind.BOILERPLATE if marked or opens(e.text, FURNITURE) else None


def standfirst(e: Element) -> BlockKind | None:
    """The deck under the headline, or the declared description where it stands on the page."""
    declared = e.metadata.description is not None and squeeze(e.text) == squeeze(e.metadata.description)
    return (
        BlockKind.STANDFIRST
        if e.headed and len(e.text.split()) > 3 and (declared or IN_STANDFIRST.search(e.path.rsplit(" > ", 1)[-1]))
        else None
    )


def heading(e: Element) -> BlockKind | None:
    """A heading inside the content."""
    inside = e.content or IN_ARTICLE.search(e.path)
    return BlockKind.HEADING if e.tag in ("h2", "h3", "h4") and e.headed and inside else None


def quotation(e: Element) -> BlockKind | None:
    """A block quotation that the extractor kept."""
    return BlockKind.QUOTATION if e.content and (e.tag == "blockquote" or " blockquote" in e.path) else None


def paragraph(e: Element) -> BlockKind | None:
    """Words that the extractor kept."""
    return BlockKind.PARAGRAPH if e.content else None


def rest(e: Element) -> BlockKind | None:
    """Anything else."""
    return BlockKind.BOILERPLATE


RULES: tuple[Callable[[Element], BlockKind | None], ...] = (
    headline, comment_form, comment, neighbour, published_time, caption, category, tags, bio, author, furniture,
    standfirst, heading, quotation, paragraph, rest,
)  # fmt: skip


def html_page(decoded: Decoded, url: str | None) -> Page:
    """The page of an HTML document. Raises :class:`marsad.errors.PageError` when it holds no text at all."""
    from marsad.errors import PageError

    tree = parse(decoded.text)
    metadata = read_metadata(tree) if tree is not None else Metadata()
    texts = list(_blocks(tree)) if tree is not None else []
    if not texts:
        raise PageError("the HTML holds no text")
    kept, warnings = main_content(decoded.text, [text for text, _, _ in texts])
    text, blocks = _stored(texts, kept, metadata)
    published = metadata.published or published_in_text(text, blocks) or published_in_url(url or metadata.url)
    return Page(
        text, blocks, published, url, decoded.charset, decoded.rule, language_of(text), (*decoded.warnings, *warnings)
    )


def parse(text: str) -> Any:
    """The document tree, ``None`` for a document without elements. Unclosed tags are closed as browsers do."""
    from lxml import etree, html

    # The declaration would contradict the text, which is decoded already.
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))
    try:
        return html.document_fromstring(cleaned, parser=html.HTMLParser(huge_tree=True, remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _blocks(tree: Any) -> Iterator[tuple[str, str, str]]:
    """(words, tag, path) of every innermost block element with words of its own, in document order."""
    stack: list[tuple[Any, str]] = [(tree, "")]
    while stack:
        element, above = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in SKIPPED:
            continue
        path = f"{above} > {_label(element, tag)}"
        children = [child for child in element if isinstance(child.tag, str)]
        divided = [child for child in children if child.tag not in INLINE or _holds_block(child)]
        if not divided:
            words = squeeze(_words(element))
            if words:
                yield words, tag, path
            continue
        stack.extend((piece, path) for piece in reversed(_pieces(element, tag)))


def _label(element: Any, tag: str) -> str:
    names = [tag, *(element.get(name) or "" for name in ("class", "id", "itemprop", "role"))]
    rel = element.get("rel")
    linked = (
        next((a.get("rel") for a in element.iterchildren("a") if a.get("rel")), None)
        if rel is None and len(element) < 4
        else rel
    )
    return " ".join(filter(None, [*names, *(f"rel-{name}" for name in (linked or "").split())]))


def _holds_block(element: Any) -> bool:
    return any(
        isinstance(inner.tag, str) and inner.tag not in INLINE and inner.tag not in SKIPPED
        for inner in element.iter()
        if inner is not element
    )


def _pieces(element: Any, tag: str) -> list[Any]:
    """An element's children, with loose text between blocks wrapped as paragraphs of its own."""
    from lxml import etree

    pieces: list[Any] = []
    loose: list[str] = [element.text or ""]

    def flush() -> None:
        if "".join(loose).strip():
            wrapped = etree.Element("p" if tag not in BLOCKS else tag)
            wrapped.text = "".join(loose)
            pieces.append(wrapped)
        loose.clear()

    for child in element:
        labelled = (
            tag not in BLOCKS and (child.get("class") or child.get("rel")) if isinstance(child.tag, str) else None
        )
        if isinstance(child.tag, str) and child.tag in INLINE and not labelled and not _holds_block(child):
            loose.append(_words(child))
        else:
            flush()
            pieces.append(child)
        loose.append(child.tail or "")
    flush()
    return pieces


def _words(element: Any) -> str:
    """The text of an element without scripts; a line break parts words."""
    found = [element.text or ""] if element.tag not in SKIPPED else []
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            found.append("\n" if child.tag == "br" else _words(child))
        found.append(child.tail or "")
    return "".join(found)


def squeeze(text: str) -> str:
    """White space as single spaces."""
    return SPACE.sub(" ", text).strip()


def main_content(source: str, texts: list[str]) -> tuple[set[int], tuple[str, ...]]:
    """The numbers of the blocks that are main content, and warnings."""
    if len(source) <= LARGEST_FOR_EXTRACTOR:
        kept = _extracted(source)
        found = {
            n
            for n, text in enumerate(texts)
            if text in kept or (len(text) > DENSE // 2 and any(text in line for line in kept if len(line) > len(text)))
        }
        if found:
            return found, ()
        return _dense(texts), ("the extractor found no main content; long paragraphs were taken",)
    return _dense(texts), ("the page is too large for the extractor; long paragraphs were taken",)


def _extracted(source: str) -> set[str]:
    """The lines that trafilatura keeps."""
    from trafilatura import extract

    # Comments are no content; tables on news pages are results and prices, but lists may be events.
    text = extract(source, include_comments=False, include_tables=True, fast=True) or ""
    return {squeeze(line.lstrip("-#> ")) for line in text.splitlines() if line.strip()}


def _dense(texts: list[str]) -> set[int]:
    return {n for n, text in enumerate(texts) if len(text) >= DENSE}


def _stored(texts: list[tuple[str, str, str]], kept: set[int], metadata: Metadata) -> tuple[str, tuple[Block, ...]]:
    """The stored text (blocks joined by line breaks) and its blocks."""
    blocks: list[Block] = []
    start = 0
    headed = False
    for number, (text, tag, path) in enumerate(texts):
        element = Element(text, tag, path, number in kept, headed, metadata)
        kind, rule = next((kind, rule.__name__) for rule in RULES if (kind := rule(element)))
        headed = headed or kind is BlockKind.HEADLINE
        blocks.append(Block(Span(start, start + len(text)), kind, f"html:{rule}"))
        start += len(text) + 1
    return "\n".join(text for text, _, _ in texts), tuple(blocks)
