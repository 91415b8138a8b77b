"""A compiled lexicon as one file that is decoded as it is asked for.

The first line is a header in JSON: the file's size and, for each section, its form and where it lies. A *value* is one
JSON text. *Rows* are a list with one JSON text a row, and a *table* is a mapping whose keys are spread over buckets by
CRC-32, one JSON text a bucket: a page touches a few of either, and the rest costs neither time nor memory.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, overload
from zlib import crc32

FORMAT = 1
ROWS = frozenset({"triggers", "words", "names"})
TABLES = frozenset({"forms", "name_index", "ids", "institutions", "offices", "wording"})
BUCKET = 24  # keys a bucket: small enough to decode in microseconds
Buffer = bytes | mmap.mmap


def dump(payload: Mapping[str, Any]) -> bytes:
    """The file's content for a compiled lexicon."""
    sections: dict[str, dict[str, Any]] = {}
    parts: list[bytes] = []
    offset = 0
    for name, content in payload.items():
        form, texts = _texts(name, content)
        ends = list(accumulate((len(text) for text in texts), initial=offset))
        sections[name] = {"form": form, "ends": ends, "count": len(content) if form == "table" else len(texts)}
        parts += texts
        offset = ends[-1]
    header = json.dumps({"format": FORMAT, "size": offset, "sections": sections}, separators=(",", ":"))
    return b"".join([header.encode(), b"\n", *parts])


def _texts(name: str, content: Any) -> tuple[str, list[bytes]]:
    if name in ROWS:
        return "rows", [_text(row) for row in content]
    if name in TABLES:
        buckets: list[dict[str, Any]] = [{} for _ in range(len(content) // BUCKET + 1)]
        for key, value in content.items():
            buckets[crc32(key.encode()) % len(buckets)][key] = value
        return "table", [_text(bucket) for bucket in buckets]
    return "value", [_text(content)]


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def load(path: Path) -> dict[str, Any]:
    """The sections of a file that :func:`dump` wrote: plain values, :class:`Rows` and :class:`Table`.

    Raises ``OSError`` where it cannot be opened and ``ValueError`` where it is no such file or was cut short.
    """
    with path.open("rb") as file:
        header = json.loads(file.readline())
        start = file.tell()
        if header.get("format") != FORMAT or path.stat().st_size != start + header["size"]:
            raise ValueError(f"{path.name} is no compiled lexicon of this version")
        buffer = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return {name: _section(buffer, start, found) for name, found in header["sections"].items()}


def _section(buffer: Buffer, start: int, found: Mapping[str, Any]) -> Any:
    texts = Texts(buffer, start, found["ends"])
    if found["form"] == "rows":
        return Rows(texts)
    return Table(texts, found["count"]) if found["form"] == "table" else texts.decode(0)


class Texts:
    """JSON texts that lie end to end in a buffer; ``ends`` counts from ``start``."""

    def __init__(self, buffer: Buffer, start: int, ends: Sequence[int]) -> None:
        """Remember where they lie."""
        self._buffer, self._start, self._ends = buffer, start, ends

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends) - 1

    def decode(self, number: int) -> Any:
        """What one text says."""
        start = self._start
        return json.loads(self._buffer[start + self._ends[number] : start + self._ends[number + 1]])


class Rows(Sequence[Any]):
    """A list whose rows are decoded each time that they are asked for."""

    def __init__(self, texts: Texts) -> None:
        """A list over texts."""
        self._texts = texts

    def __len__(self) -> int:
        """How many rows."""
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        """A row, or the rows of a slice."""
        if isinstance(index, slice):
            return [self._texts.decode(number) for number in range(*index.indices(len(self)))]
        if index >= len(self):
            raise IndexError(index)
        return self._texts.decode(index)


class Table(Mapping[str, Any]):
    """A mapping whose buckets are decoded when a key of theirs is first asked for, and kept."""

    def __init__(self, texts: Texts, count: int) -> None:
        """A mapping of ``count`` keys over texts."""
        self._texts, self._count = texts, count
        self._buckets: list[dict[str, Any] | None] = [None] * len(texts)

    def _bucket(self, key: str) -> dict[str, Any]:
        number = crc32(key.encode(errors="surrogatepass")) % len(self._buckets)
        return self._buckets[number] or self._opened(number)

    def _opened(self, number: int) -> dict[str, Any]:
        bucket: dict[str, Any] = self._texts.decode(number)
        self._buckets[number] = bucket
        return bucket

    def __getitem__(self, key: str) -> Any:
        """The value of a key; raises ``KeyError``."""
        return self._bucket(key)[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, else ``default``."""
        return self._bucket(key).get(key, default)

    def __contains__(self, key: object) -> bool:
        """Whether a key is there."""
        return isinstance(key, str) and key in self._bucket(key)

    def __iter__(self) -> Iterator[str]:
        """All keys."""
        return (key for number in range(len(self._buckets)) for key in self._buckets[number] or self._opened(number))

    def __len__(self) -> int:
        """How many keys."""
        return self._count
