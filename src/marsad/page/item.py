"""Sources: what the command line was pointed at, as documents and as the pages that they hold.

A source is a file of HTML or plain text, a folder of such files, JSON Lines, or ``-``.
A page and an item have at most ``MAX_BYTES``; a file of JSON Lines may be larger. A page that fails is yielded with its error, so that the rest is read all the same.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, cast

from marsad.errors import PageError
from marsad.page import MAX_BYTES, check_size, read_fields, read_page, read_sentences, storable
from marsad.page.published import iso_or_none, no_date
from marsad.record import Page

JSON_LINES = frozenset({".jsonl", ".ndjson"})
PACKED = ".gz"  # JSON Lines may be compressed: items.jsonl.gz
LONGEST_LINE = 8 * MAX_BYTES  # bytes of one line: a text of MAX_BYTES with every letter escaped, and more
LONGEST_SHOWN = 80  # characters of a source in an error: it may be a whole text given in place of a name
READABLE = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", *JSON_LINES})


class Form(StrEnum):
    """What the bytes of a document are."""

    PAGE = "page"  # HTML or plain text
    ITEM = "item"  # one object of JSON Lines


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one page as they were found, not yet decoded; or why there are none.

    ``name`` is the file's name, ``path`` where it lies and ``line`` (from 1) the line of an item; ``url`` and
    ``published`` are what the caller says of it. ``error`` is set where ``data`` could not be had.
    """

    name: str
    form: Form
    data: bytes = b""
    path: str | None = None
    line: int | None = None
    url: str | None = None
    published: str | None = None
    error: str | None = None

    @property
    def where(self) -> str:
        """The document as it stands in an error."""
        return self.name if self.line is None else f"{self.name}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Item:
    """One page of a source, or the error that it gave; ``id`` is its name or its ``id`` field."""

    id: str
    page: Page | None
    error: str | None = None


def read_source(source: str, *, published: str | None = None, url: str | None = None) -> Iterator[Item]:
    """The pages of one source, in order. Raises :class:`PageError` only where the source itself is not there."""
    return (read_document(document) for document in find_documents(source, published=published, url=url))


def find_documents(source: str, *, published: str | None = None, url: str | None = None) -> Iterator[Document]:
    """The documents of one source, in order. Raises :class:`PageError` only where the source itself is not there."""
    if source == "-":
        yield from _in_bytes(sys.stdin.buffer.read(), published, url)
        return
    if source.startswith(("http://", "https://")):
        raise PageError(f"{_shown(source)}: addresses are not fetched yet; save the page and give the file")
    path = _existing(source)
    if path.is_dir():
        yield from _in_folder(path, published)
    else:
        yield from _in_file(path, published, url)


def count_documents(source: str) -> int | None:
    """How many documents a source has, lines of JSON Lines counted as they stand; ``None`` where only reading tells."""
    if source == "-" or not Path(source).exists():
        return None
    path = Path(source)
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file() and _is_readable(p)]
    try:
        return sum(_lines_of(file) if _is_lines(file) else 1 for file in files)
    except (OSError, EOFError, zlib.error):
        return None  # told when the file is read


def _lines_of(path: Path) -> int:
    with _opened(path) as file:
        return sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 20), b""))


def read_document(document: Document) -> Item:
    """The page of a document, or the error that it gave."""
    try:
        if document.error:
            raise PageError(document.error)
        return _read(document)
    except PageError as error:
        name = document.name if document.line is None else f"{document.name}:{document.line}"
        return Item(name, None, f"{document.where}: {error}")


def _read(document: Document) -> Item:
    if document.form is Form.PAGE:
        return Item(document.name, read_page(document.data, url=document.url, published=document.published))
    row = _row(document.data.decode("utf-8-sig", errors="replace"))
    name = storable(str(row.get("id", (document.line or 1) - 1)))
    return Item(name, page_of_row(row, document.published))


def _existing(source: str) -> Path:
    """The file or folder of that name; raises :class:`PageError` where there is none that can be read."""
    path = Path(source)
    try:
        path.stat()
        there = path.is_dir() or path.is_file()
    except PermissionError as error:
        raise PageError(f"{_shown(source)}: {error.strerror}") from error
    except (OSError, ValueError) as error:  # not there, or no name at all: too long, with a NUL
        raise PageError(f"{_shown(source)}: no such file or folder") from error
    if not there:
        raise PageError(f"{_shown(source)}: neither a file nor a folder; give it on standard input, as -")
    return path


def _shown(source: str) -> str:
    """A source as it stands in an error: one line, not too long."""
    line = " ".join(source.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def _in_folder(folder: Path, published: str | None) -> Iterator[Document]:
    files = sorted(path for path in folder.rglob("*") if _is_readable(path) and path.is_file())
    if not files:
        raise PageError(f"{folder}: holds no {', '.join(sorted(READABLE))} file")
    for path in files:
        yield from _in_file(path, published, None)


def _in_file(path: Path, published: str | None, url: str | None) -> Iterator[Document]:
    name = storable(path.name)  # a name that is no UTF-8 reaches us with surrogates in it
    found = Document(name, Form.PAGE, path=storable(str(path.absolute())), url=url, published=published)
    try:
        if _is_lines(path):
            with _opened(path) as file:
                yield from _in_lines(iter(lambda: file.readline(LONGEST_LINE), b""), replace(found, form=Form.ITEM))
        else:
            yield replace(found, data=_bytes_of(path))
    except (OSError, EOFError, zlib.error, PageError) as error:
        yield replace(found, error=getattr(error, "strerror", None) or str(error))


def _is_readable(path: Path) -> bool:
    return path.suffix.lower() in READABLE or _is_lines(path)


def _is_lines(path: Path) -> bool:
    return path.suffix.lower() in JSON_LINES or (
        path.suffix.lower() == PACKED and Path(path.stem).suffix.lower() in JSON_LINES
    )


def _opened(path: Path) -> IO[bytes]:
    """A file of JSON Lines, unpacked as it is read."""
    return cast(IO[bytes], gzip.open(path, "rb")) if path.suffix.lower() == PACKED else path.open("rb")


def _bytes_of(path: Path) -> bytes:
    """The content of a file; raises :class:`PageError`, before it is opened, where it is too large for a page."""
    check_size(path.stat().st_size)
    return path.read_bytes()


def _in_bytes(data: bytes, published: str | None, url: str | None) -> Iterator[Document]:
    if data.removeprefix(BOM_UTF8).lstrip()[:1] == b"{":
        # No splitlines(): a JSON string may hold line separators of Unicode.
        yield from _in_lines(data.split(b"\n"), Document("-", Form.ITEM, published=published))
    else:
        yield Document("-", Form.PAGE, data, url=url, published=published)


def _in_lines(lines: Iterable[bytes], found: Document) -> Iterator[Document]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield replace(found, data=line.rstrip(b"\r\n"), line=number)


def _row(line: str) -> dict[str, Any]:
    """The object of one line; raises :class:`PageError` for anything else."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise PageError(f"not JSON ({error.msg} at column {error.colno})") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise PageError(f"not JSON that can be read ({error})") from error
    if not isinstance(row, dict):
        raise PageError('not an object with "text" or "sentences"')
    return row


def page_of_row(row: dict[str, Any], published: str | None = None) -> Page:
    """The page of one JSON Lines object: ``sentences``, or ``title`` and ``text`` (or ``content``).

    A date of the object that is none is left out, with a warning on the page. Raises
    :class:`PageError` for an object with no text and for a ``published`` that is no date.
    """
    date, warnings = (published, ()) if published else _date_of(row)
    page = _page_of(row, date, row["url"] if isinstance(row.get("url"), str) else None)
    source = storable(row["source"]) if isinstance(row.get("source"), str) else None
    return replace(page, warnings=(*page.warnings, *warnings), source=source or None)


def _date_of(row: dict[str, Any]) -> tuple[str | None, tuple[str, ...]]:
    """The first declared date of an object that is one, and a warning for each that is none."""
    declared = [row[key] for key in ("published", "date_extracted") if row.get(key)]
    dates = [iso_or_none(value) for value in declared]
    warnings = tuple(no_date(value) for value, date in zip(declared, dates, strict=True) if date is None)
    return next(filter(None, dates), None), warnings


def _page_of(row: dict[str, Any], published: str | None, url: str | None) -> Page:
    if isinstance(row.get("sentences"), list):
        return read_sentences([str(s) for s in row["sentences"]], published=published, url=url)
    text = row.get("text") or row.get("content")
    if text or row.get("title"):
        return read_fields(str(row.get("title") or ""), str(text or ""), published=published, url=url)
    raise PageError('an item needs "sentences", or "text" (and "title")')
