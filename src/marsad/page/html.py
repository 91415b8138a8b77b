"""HTML pages: the extractor says what the main content is, named rules say what each block is."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from marsad.errors import PageError
from marsad.page.anatomy import RULES, Element
from marsad.page.charset import Decoded
from marsad.page.content import main_content
from marsad.page.labels import has
from marsad.page.language import language_of
from marsad.page.metadata import Metadata, read_metadata
from marsad.page.published import published_in_text, published_in_url, settled
from marsad.page.tree import HEADINGS, Piece, Place, clean, parse, pieces_of, squeeze
from marsad.record import Block, Page
from marsad.span import Span

TITLE_PARTS = re.compile(r"\s+[-–—|:»•]+\s+")  # between a headline and the site's name

__all__ = ["RULES", "has", "html_page", "squeeze"]


def html_page(decoded: Decoded, url: str | None) -> Page:
    """The page of an HTML document. Raises :class:`PageError` when it holds no text at all."""
    source = clean(decoded.text)
    tree, cut = parse(source)
    pieces = pieces_of(tree) if tree is not None else []
    if not pieces:
        raise PageError("the HTML holds no text; save the page once its scripts have run, or give its text")
    metadata = read_metadata(tree)
    kept, warnings = main_content(source, pieces)
    text, blocks = _stored(pieces, kept, _headline(pieces, metadata.headline, _title(tree)), metadata)
    published = settled(metadata.published, published_in_text(text, blocks), published_in_url(url or metadata.url))
    warnings = (*decoded.warnings, *cut, *warnings)
    return Page(text, blocks, published, url, decoded.charset, decoded.rule, language_of(text), warnings)


def _title(tree: Any) -> str | None:
    return next((element.text for element in tree.iter("title")), None)


def _headline(pieces: list[Piece], declared: str | None, title: str | None) -> int | None:
    """The number of the headline, ``None`` where no block is like one."""
    names = [squeeze(name) for name in (declared, title) if name]
    split = [sorted(TITLE_PARTS.split(name), key=len, reverse=True) for name in names]
    names += [parts[0] for parts in split]
    sites = {part for parts in split for part in parts[1:]}
    topmost = [n for n, piece in enumerate(pieces) if piece.tag == "h1"]
    proper = [n for n in topmost if pieces[n].text not in sites]
    lower = [n for n, piece in enumerate(pieces) if piece.tag in HEADINGS]
    every = list(range(len(pieces))) if declared else []
    for among in (topmost,) if proper else (topmost, lower, every):
        same = next((n for name in names for n in among if pieces[n].text == name), None)
        if same is not None:
            return same
    return next(iter(proper or topmost), None)


def _stored(
    pieces: list[Piece], kept: set[int], headline: int | None, metadata: Metadata
) -> tuple[str, tuple[Block, ...]]:
    """The stored text (blocks joined by line breaks) and its blocks."""
    blocks: list[Block] = []
    start = 0
    is_outer = _outer(pieces, kept, headline)
    for number, piece in enumerate(pieces):
        places = list(piece.place.up())
        labels = [place.label for place in places if place is piece.place or not is_outer(place)]
        element = Element(
            text=piece.text,
            tag=piece.tag,
            labels=tuple(labels),
            within=" > ".join(place.label for place in places),
            content=number in kept,
            headline=number == headline,
            headed=headline is not None and number > headline,
            metadata=metadata,
        )
        kind, rule = next((kind, rule.__name__) for rule in RULES if (kind := rule(element)))
        blocks.append(Block(Span(start, start + len(piece.text)), kind, f"html:{rule}"))
        start += len(piece.text) + 1
    return "\n".join(piece.text for piece in pieces), tuple(blocks)


def _outer(pieces: list[Piece], kept: set[int], headline: int | None) -> Callable[[Place], bool]:
    """Whether an element is around the whole article: it holds the headline, or most of what is kept.

    Such an element is named for the page (``category-maghreb``, ``__next``), not for the blocks in it.
    """
    sizes = (len(piece.text) if number in kept else 0 for number, piece in enumerate(pieces))
    before = list(accumulate(sizes, initial=0))

    def is_outer(place: Place) -> bool:
        holds = headline is not None and place.first <= headline < place.last
        return holds or 2 * (before[place.last] - before[place.first]) > before[-1]

    return is_outer
