"""Sources: what the command line was pointed at, as a stream of pages to read.

A source is a file of HTML or plain text, a folder of such files, JSON Lines, or ``-``.
A page that fails is yielded with its error, so that the rest is read all the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import MarsadError, PageError
from marsad.record import Page

JSON_LINES = frozenset({".jsonl", ".ndjson"})
READABLE = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", *JSON_LINES})


@dataclass(frozen=True, slots=True)
class Item:
    """One page of a source, or the error that it gave; ``id`` is its name or its ``id`` field."""

    id: str
    page: Page | None
    error: str | None = None


def read_source(source: str, *, published: str | None = None, url: str | None = None) -> Iterator[Item]:
    """The pages of one source, in order. Raises :class:`PageError` only where the source itself is not there."""
    if source == "-":
        yield from _read_bytes("-", sys.stdin.buffer.read(), published, url)
        return
    path = Path(source)
    if source.startswith(("http://", "https://")):
        raise PageError(f"{source}: addresses are not fetched yet; save the page and give the file")
    if path.is_dir():
        yield from _read_folder(path, published)
    elif path.is_file():
        yield from _read_file(path, published, url)
    else:
        raise PageError(f"{source}: no such file or folder")


def _read_folder(folder: Path, published: str | None) -> Iterator[Item]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in READABLE and path.is_file())
    if not files:
        raise PageError(f"{folder}: holds no {', '.join(sorted(READABLE))} file")
    for path in files:
        yield from _read_file(path, published, None)


def _read_file(path: Path, published: str | None, url: str | None) -> Iterator[Item]:
    if path.suffix.lower() in JSON_LINES:
        with path.open(encoding="utf-8", errors="replace") as lines:
            yield from _read_lines(lines, path.name, published)
        return
    try:
        data = _bytes_of(path)
    except (OSError, PageError) as error:
        yield Item(path.name, None, f"{path.name}: {getattr(error, 'strerror', None) or error}")
        return
    yield from _read_bytes(path.name, data, published, url)


def _bytes_of(path: Path) -> bytes:
    from marsad.page import MAX_BYTES

    if path.stat().st_size > MAX_BYTES:
        raise PageError(f"larger than {MAX_BYTES >> 20} MiB; split it or give JSON Lines")
    return path.read_bytes()


def _read_bytes(name: str, data: bytes, published: str | None, url: str | None) -> Iterator[Item]:
    from marsad.page import read_page

    if name == "-" and data.lstrip()[:1] == b"{":
        yield from _read_lines(data.decode("utf-8", errors="replace").splitlines(), name, published)
        return
    try:
        yield Item(name, read_page(data, url=url, published=published))
    except MarsadError as error:
        yield Item(name, None, f"{name}: {error}")


def _read_lines(lines: Iterator[str] | list[str] | Any, name: str, published: str | None) -> Iterator[Item]:
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield Item(str(row.get("id", number)), page_of_row(row, published))
        except (ValueError, AttributeError, MarsadError, TypeError) as error:
            yield Item(f"{name}:{number + 1}", None, f"{name}, line {number + 1}: {_reason(error)}")


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg} at column {error.colno})"
    return str(error) if isinstance(error, MarsadError) else 'not an object with "text" or "sentences"'


def page_of_row(row: dict[str, Any], published: str | None = None) -> Page:
    """The page of one JSON Lines object: ``sentences``, or ``title`` and ``text`` (or ``content``).

    Raises :class:`PageError` for an object with neither.
    """
    from marsad.page import read_fields, read_sentences

    date = published or row.get("published") or row.get("date_extracted")
    if isinstance(row.get("sentences"), list):
        return read_sentences([str(s) for s in row["sentences"]], published=date, url=row.get("url"))
    text = row.get("text") or row.get("content")
    if text or row.get("title"):
        return read_fields(str(row.get("title") or ""), str(text or ""), published=date)
    raise PageError('an item needs "sentences", or "text" (and "title")')
