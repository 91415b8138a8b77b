"""Writing an export: piece by piece to whoever fetches it, or to a file, whole or not at all."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from marsad.errors import MarsadError
from marsad.export.dataset import CAMEO_COLUMNS, POLECAT_COLUMNS, cameo_rows, polecat_rows
from marsad.export.geojson import collection
from marsad.export.gold import gold_item
from marsad.export.nested import article_record
from marsad.export.parquet import parquet_pieces
from marsad.export.suggestions import suggestion_pieces
from marsad.export.table import COLUMNS, event_row, safe
from marsad.export.told import Told

OUTLET_COLUMNS = (*COLUMNS, "source", "url", "key")


Pieces = Generator[bytes, None, int]


def stream(form: str, told: Iterable[Told]) -> Pieces:
    """The bytes of articles in a format (one of ``FORMATS``), piece by piece as the articles come.

    Returns the number of rows, of articles for ``jsonl`` and ``gold``, of sentences for ``suggestions``. Raises :class:`MarsadError`, before anything
    is yielded, where a format needs what is not installed.
    """
    return WRITERS[form](told)


def write(form: str, told: Iterable[Told], file: IO[bytes] | Path) -> int:
    """Write articles in a format (one of ``FORMATS``); the number that :func:`stream` returns.

    A file is put in place when it is complete. Raises :class:`MarsadError` where it cannot be written.
    """
    if isinstance(file, Path):
        with _in_place(file) as part:
            return _pour(stream(form, told), part)
    return _pour(stream(form, told), file)


def _pour(pieces: Pieces, file: IO[bytes]) -> int:
    while True:
        try:
            file.write(next(pieces))
        except StopIteration as end:
            return int(end.value)


@contextmanager
def _in_place(path: Path) -> Iterator[IO[bytes]]:
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise MarsadError(f"--output {path}: {error.strerror}") from error
    finally:
        if part.exists():
            part.unlink()


class _Echo:
    """A file for a writer that hands back what it is given to write."""

    def write(self, text: str) -> str:
        """``text``."""
        return text


def write_csv(told: Iterable[Told]) -> Pieces:
    """The table of mentions with outlet and address; text that a spreadsheet would run gets an apostrophe before it."""
    writer, count = csv.writer(_Echo()), 0
    yield str(writer.writerow(OUTLET_COLUMNS)).encode()
    for row in _table(told):
        yield str(writer.writerow([safe(cell) for cell in row])).encode()
        count += 1
    return count


def _table(told: Iterable[Told]) -> Iterator[list[object]]:
    for one in told:
        for event in one.record.events:
            yield [*event_row(one.record, event), one.source, one.record.page.url, one.key(event)]


def _tsv(
    columns: tuple[str, ...], rows: Callable[[Told], Iterable[list[object]]]
) -> Callable[[Iterable[Told]], Pieces]:
    def write_tsv(told: Iterable[Told]) -> Pieces:
        count = 0
        yield ("\t".join(columns) + "\n").encode()
        for row in (row for one in told for row in rows(one)):
            yield ("\t".join(map(_cell, row)) + "\n").encode()
            count += 1
        return count

    return write_tsv


def _cell(value: object) -> str:
    """A cell of a file without quotation: no tab and no line break can be in it; unresolved is empty."""
    return "" if value is None else " ".join(str(value).split())


def _json_lines(record: Callable[[Told], object]) -> Callable[[Iterable[Told]], Pieces]:
    def write_lines(told: Iterable[Told]) -> Pieces:
        count = 0
        for one in told:
            yield json.dumps(record(one), ensure_ascii=False).encode() + b"\n"
            count += 1
        return count

    return write_lines


def _full(told: Told) -> dict[str, object]:
    return {"archive_article": told.number, "source": told.source, **article_record(told.record)}


def _geojson(told: Iterable[Told]) -> Pieces:
    pieces = 0
    for piece in collection(one.record for one in told):
        yield piece.encode()
        pieces += 1
    return pieces - 2  # the first and the last piece are no features


WRITERS: dict[str, Callable[[Iterable[Told]], Pieces]] = {
    "csv": write_csv,
    "jsonl": _json_lines(_full),
    "parquet": parquet_pieces,
    "geojson": _geojson,
    "polecat": _tsv(POLECAT_COLUMNS, polecat_rows),
    "cameo": _tsv(CAMEO_COLUMNS, cameo_rows),
    "gold": _json_lines(gold_item),
    "suggestions": suggestion_pieces,
}
