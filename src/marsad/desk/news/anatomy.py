"""An article's parts as the reading room sets them: head, body, author, and what else stood on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marsad.desk.news.segment import Marked, Segment, segments
from marsad.record import CONTENT_KINDS, Article, Block, BlockKind

HEAD = (BlockKind.CATEGORY, BlockKind.HEADLINE, BlockKind.STANDFIRST)
BODY = (*CONTENT_KINDS, BlockKind.CAPTION, BlockKind.ENTRY_TIME)
BYLINE = (BlockKind.AUTHOR, BlockKind.BIO)


@dataclass(frozen=True, slots=True)
class Part:
    """A block: what it is, and its text in pieces."""

    kind: str
    pieces: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts by their place on our page; ``rest`` is what was not read."""

    category: tuple[Part, ...]
    headline: Part | None
    standfirst: tuple[Part, ...]
    body: tuple[Part, ...]
    author: tuple[Part, ...]
    bio: tuple[Part, ...]
    tags: tuple[Part, ...]
    rest: tuple[Part, ...]


def anatomy(article: Article, marks: Iterable[Marked]) -> Anatomy:
    """The parts of an article, its evidence marked in them."""
    found = list(marks)
    parts = [_part(article, block, found) for block in article.page.blocks]
    headlines = _of(parts, BlockKind.HEADLINE)
    first = headlines[0] if headlines else None
    body = tuple(
        part for part in parts if part.kind in BODY and part.kind != BlockKind.STANDFIRST and part is not first
    )
    shown = {*HEAD, *BODY, *BYLINE, BlockKind.TAGS, BlockKind.PUBLISHED}
    return Anatomy(
        _of(parts, BlockKind.CATEGORY), first, _of(parts, BlockKind.STANDFIRST), body, _of(parts, BlockKind.AUTHOR),
        _of(parts, BlockKind.BIO), _of(parts, BlockKind.TAGS), tuple(part for part in parts if part.kind not in shown),
    )  # fmt: skip


def _part(article: Article, block: Block, marks: Sequence[Marked]) -> Part:
    return Part(block.kind.value, segments(article.text, block.span, marks))


def _of(parts: Sequence[Part], kind: BlockKind) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.kind == kind)
