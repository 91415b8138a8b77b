"""Named rules say what each block of an HTML page is: by its labels, its tag, and its words.

A block is content when the extractor kept its words; around it, classes, roles, microdata and
words tell the anatomy. The first rule that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from marsad.page.labels import (
    IN_ARTICLE,
    IN_AUTHOR,
    IN_BIO,
    IN_CAPTION,
    IN_CATEGORY,
    IN_COMMENTS,
    IN_DATE,
    IN_FORM,
    IN_FURNITURE,
    IN_LIVE,
    IN_NEIGHBOURS,
    IN_STANDFIRST,
    IN_TAGS,
)
from marsad.page.metadata import Metadata
from marsad.page.published import date_in
from marsad.page.tree import squeeze
from marsad.page.words import BIO, BYLINES, COMMENT_FORM, FURNITURE, KEY_WORDS, first_word, opens
from marsad.record import BlockKind

SHORT = 8  # words of a block that may be a name
TAGS_LENGTH = 80  # characters of a list of key words


@dataclass(frozen=True, slots=True)
class Element:
    """One block of the document, and what is known of the page when it is judged."""

    text: str
    tag: str
    labels: tuple[str, ...]  # of it and of the elements around it, nearest first, without those of the whole page
    within: str  # every label around it, those of the whole page too
    content: bool
    headline: bool  # whether it is the headline
    headed: bool  # whether the headline stood before it
    metadata: Metadata

    def inside(self, names: re.Pattern[str]) -> bool:
        """Whether it or an element around it, short of the whole page, is so labelled."""
        return any(map(names.search, self.labels))

    @property
    def short(self) -> bool:
        """Whether it may be a name."""
        return len(self.text.split()) <= SHORT

    def repeats(self, declared: str | None) -> bool:
        """Whether its words are what the page declares."""
        return declared is not None and self.text == squeeze(declared)


def headline(e: Element) -> BlockKind | None:
    """The h1 that repeats the page's declared title, else the first, else another block that repeats it."""
    return BlockKind.HEADLINE if e.headline else None


def comment_form(e: Element) -> BlockKind | None:
    """Inside a form, or words that invite a comment."""
    invites = opens(e.text, COMMENT_FORM)
    return BlockKind.COMMENT_FORM if invites or (e.inside(IN_FORM) and not e.content) else None


def comment(e: Element) -> BlockKind | None:
    """Inside the list of readers' comments."""
    return BlockKind.COMMENT if e.inside(IN_COMMENTS) else None


def neighbour(e: Element) -> BlockKind | None:
    """A previous, next or related article."""
    return BlockKind.NEIGHBOUR if e.inside(IN_NEIGHBOURS) else None


def published_time(e: Element) -> BlockKind | None:
    """A <time> element or a date so labelled: a live entry's time inside a live blog, else the publication time."""
    if e.tag != "time" and not (e.short and IN_DATE.search(e.labels[0]) and date_in(e.text)):
        return None
    return BlockKind.ENTRY_TIME if IN_LIVE.search(e.within) and e.headed else BlockKind.PUBLISHED


def caption(e: Element) -> BlockKind | None:
    """A picture's caption."""
    return BlockKind.CAPTION if e.tag == "figcaption" or e.inside(IN_CAPTION) else None


def category(e: Element) -> BlockKind | None:
    """A short block in a breadcrumb or category element, or the declared section."""
    named = e.short and (e.repeats(e.metadata.section) or e.inside(IN_CATEGORY))
    return BlockKind.CATEGORY if named and not e.inside(IN_FURNITURE) else None


def tags(e: Element) -> BlockKind | None:
    """Key words."""
    labelled = e.inside(IN_TAGS) and len(e.text) < TAGS_LENGTH
    return BlockKind.TAGS if labelled or opens(e.text, KEY_WORDS) else None


def bio(e: Element) -> BlockKind | None:
    """What the author is: the nearest label of an author's says so, or the first word."""
    label = next((label for label in e.labels if IN_AUTHOR.search(label) or IN_BIO.search(label)), "")
    inside = IN_BIO.search(label) or (label and first_word(e.text) in BIO)
    return BlockKind.BIO if inside and not e.repeats(e.metadata.author) and len(e.text.split()) > 1 else None


def author(e: Element) -> BlockKind | None:
    """A byline, the declared author, or a short block in an author element."""
    named = e.inside(IN_AUTHOR) or e.repeats(e.metadata.author) or opens(e.text, BYLINES)
    return BlockKind.AUTHOR if e.short and named else None


def furniture(e: Element) -> BlockKind | None:
    """Menus, footers, side bars, sharing: unless the extractor kept it inside the article."""
    marked = e.inside(IN_FURNITURE) and not (e.content and IN_ARTICLE.search(e.within))
    return BlockKind.BOILERPLATE if marked or opens(e.text, FURNITURE) else None


def standfirst(e: Element) -> BlockKind | None:
    """The deck under the headline, or the declared description where it stands on the page."""
    deck = e.repeats(e.metadata.description) or IN_STANDFIRST.search(e.labels[0])
    return BlockKind.STANDFIRST if deck and e.headed and len(e.text.split()) > 3 else None


def heading(e: Element) -> BlockKind | None:
    """A heading inside the content."""
    return BlockKind.HEADING if e.tag in ("h2", "h3", "h4") and e.headed and e.content else None


def quotation(e: Element) -> BlockKind | None:
    """A block quotation that the extractor kept."""
    quoted = any(label.split(" ", 1)[0] == "blockquote" for label in e.labels)
    return BlockKind.QUOTATION if e.content and quoted else None


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
