"""The benchmark data: read from a folder given on the command line, never from the repository."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def shared_dir(given: str | None = None) -> Path | None:
    """The folder with ``bench/`` and ``corpora/``: given, ``MARSAD_SHARED``, or beside the checkout. ``None`` if absent."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(given or os.environ.get("MARSAD_SHARED") or beside)
    return folder if (folder / "bench").is_dir() else None


def read_jsonl(path: Path) -> list[Row]:
    """All rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def articles(corpus: Path, ids: set[object]) -> Iterator[Row]:
    """The articles of a gzipped JSON Lines corpus with some ids."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        yield from (row for row in map(json.loads, lines) if row["id"] in ids)


def read_corpus(path: Path, count: int) -> Iterator[Row]:
    """The first ``count`` articles of a gzipped JSON Lines corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in islice(lines, count))
