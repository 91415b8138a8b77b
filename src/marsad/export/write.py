"""Writing an export: whole, or not at all where it goes to a file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from marsad.errors import MarsadError
from marsad.export.dataset import CAMEO_COLUMNS, POLECAT_COLUMNS, cameo_rows, polecat_rows
from marsad.export.geojson import write_geojson
from marsad.export.gold import gold_item
from marsad.export.nested import article_record
from marsad.export.parquet import write_parquet
from marsad.export.suggestions import write_suggestions
from marsad.export.table import COLUMNS, event_row, safe
from marsad.export.told import Told

OUTLET_COLUMNS = (*COLUMNS, "source", "url", "key")


def write(form: str, told: Iterable[Told], file: IO[bytes] | Path) -> int:
    """Write articles in a format (one of ``FORMATS``); the number of rows, or of articles for ``jsonl`` and ``gold``,
    or of sentences for ``suggestions``.

    A file is put in place when it is complete. Raises :class:`MarsadError` where it cannot be written.
    """
    if isinstance(file, Path):
        with _in_place(file) as part:
            return WRITERS[form](told, part)
    return WRITERS[form](told, file)


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


@contextmanager
def _as_text(file: IO[bytes]) -> Iterator[io.TextIOWrapper]:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    try:
        yield text
        text.flush()
    finally:
        text.detach()


def write_csv(told: Iterable[Told], file: IO[bytes]) -> int:
    """The table of mentions with outlet and address; text that a spreadsheet would run gets an apostrophe before it."""
    with _as_text(file) as text:
        writer = csv.writer(text)
        writer.writerow(OUTLET_COLUMNS)
        return _count(writer.writerow([safe(cell) for cell in row]) for row in _table(told))


def _table(told: Iterable[Told]) -> Iterator[list[object]]:
    for one in told:
        for event in one.record.events:
            yield [*event_row(one.record, event), one.source, one.record.page.url, one.key(event)]


def _tsv(
    columns: tuple[str, ...], rows: Callable[[Told], Iterable[list[object]]]
) -> Callable[[Iterable[Told], IO[bytes]], int]:
    def write_tsv(told: Iterable[Told], file: IO[bytes]) -> int:
        with _as_text(file) as text:
            text.write("\t".join(columns) + "\n")
            return _count(text.write("\t".join(map(_cell, row)) + "\n") for one in told for row in rows(one))

    return write_tsv


def _cell(value: object) -> str:
    """A cell of a file without quotation: no tab and no line break can be in it; unresolved is empty."""
    return "" if value is None else " ".join(str(value).split())


def _json_lines(record: Callable[[Told], object]) -> Callable[[Iterable[Told], IO[bytes]], int]:
    def write_lines(told: Iterable[Told], file: IO[bytes]) -> int:
        lines = (json.dumps(record(one), ensure_ascii=False).encode() for one in told)
        return _count(file.write(line + b"\n") for line in lines)

    return write_lines


def _full(told: Told) -> dict[str, object]:
    return {"archive_article": told.number, "source": told.source, **article_record(told.record)}


def _count(done: Iterable[object]) -> int:
    return sum(1 for _ in done)


def _geojson(told: Iterable[Told], file: IO[bytes]) -> int:
    with _as_text(file) as text:
        return write_geojson((one.record for one in told), text)


WRITERS: dict[str, Callable[[Iterable[Told], IO[bytes]], int]] = {
    "csv": write_csv,
    "jsonl": _json_lines(_full),
    "parquet": write_parquet,
    "geojson": _geojson,
    "polecat": _tsv(POLECAT_COLUMNS, polecat_rows),
    "cameo": _tsv(CAMEO_COLUMNS, cameo_rows),
    "gold": _json_lines(gold_item),
    "suggestions": write_suggestions,
}
