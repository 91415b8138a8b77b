"""TimeML documents: their text, the time that they were made at, and the TIMEX3 expressions in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import MarsadError
from marsad.record import Block, BlockKind, Page
from marsad.span import Span

CREATION = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})
DAY = re.compile(r"((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)")
FEW_LINES = 3
SENTENCE_END = re.compile(r"[.؟?!:؛»\"…)]\s*$")


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotated expression: where it stands in the document's text, its type and its value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeDocument:
    """A document: its text, the day it was made (``None``: it does not say) and its expressions in order.

    ``skipped`` are spans that are no part of the annotation of the text: its own date.
    """

    name: str
    text: str
    created: str | None
    times: tuple[Timex, ...]
    skipped: tuple[Span, ...] = ()

    def page(self) -> Page:
        """The text as a page, a block a paragraph; where it wraps its lines, blanks stand for the line breaks."""
        wraps = _wraps(self.text)
        pattern = r"(?:[^\n]|\n(?!\s*\n))+" if wraps else r"[^\n]+"
        spans = (Span(*match.span()) for match in re.finditer(pattern, self.text) if match.group().strip())
        blocks = tuple(Block(span, BlockKind.PARAGRAPH, "given") for span in spans)
        return Page(self.text.replace("\n", " ") if wraps else self.text, blocks)


def read_documents(folder: Path) -> Iterator[TimeDocument]:
    """The ``*.tml`` documents of a folder and those in it, by name. Raises :class:`MarsadError` where there is none."""
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise MarsadError(f"{folder}: no TimeML documents (*.tml) here")
    yield from (read_document(path) for path in paths)


def read_document(path: Path) -> TimeDocument:
    """One document. Raises :class:`MarsadError` for a file that is no XML."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise MarsadError(f"{path}: {error}") from error
    if root is None:
        raise MarsadError(f"{path}: no XML")
    collected = _Collected()
    body = next((e for e in root.iter() if _name(e) == "TEXT"), root)
    collected.add(body, inside=False)
    return TimeDocument(
        path.stem, "".join(collected.text), _created(root, path.stem), tuple(collected.times), tuple(collected.skipped)
    )


class _Collected:
    """Text and expressions of an element, walked in order."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.times: list[Timex] = []
        self.skipped: list[Span] = []

    def add(self, element: Any, *, inside: bool) -> None:
        """Take an element in; of nested expressions the outer one counts."""
        start, timed = self.length, _name(element) == "TIMEX3" and not inside
        self._put(element.text)
        for child in element:
            self.add(child, inside=inside or timed)
            self._put(child.tail)
        if timed and self.length > start:
            self._timex(element, Span(start, self.length))

    def _put(self, text: str | None) -> None:
        self.text.append(text or "")
        self.length += len(text or "")

    def _timex(self, element: Any, span: Span) -> None:
        if element.get("functionInDocument") in CREATION or _name(element.getparent()) == "DCT":
            self.skipped.append(span)
        else:
            self.times.append(Timex(span, element.get("type") or "DATE", element.get("value") or ""))


def _name(element: Any) -> str:
    """A tag without its name space; empty for comments."""
    return element.tag.rpartition("}")[2].upper() if element is not None and isinstance(element.tag, str) else ""


def _created(root: Any, name: str) -> str | None:
    """The day of the creation time, else one in the DCT or the identifier, else in the file's name."""
    marked = [e for e in root.iter() if _name(e) == "TIMEX3" and e.get("functionInDocument") in CREATION]
    within = [
        t for e in root.iter() if _name(e) in ("DCT", "DATE", "DATETIME") for t in e.iter() if _name(t) == "TIMEX3"
    ]
    values = [e.get("value") or "" for e in (*marked, *within)]
    labels = ["".join(e.itertext()) for e in root.iter() if _name(e) in ("DCT", "DATETIME", "DOCID", "DOCNO")]
    matches = (DAY.search(text) for text in (*values, *labels, name))
    return next(("-".join(match.groups()) for match in matches if match), None)


def _wraps(text: str) -> bool:
    """Whether a document breaks its lines for width: most end in the middle of a sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > FEW_LINES and sum(bool(SENTENCE_END.search(line)) for line in lines) * 2 < len(lines)
