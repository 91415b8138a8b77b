"""Suite *times*: TIMEX3 expressions of TimeML documents (also ``marsad bench times --data DIR``)."""

from __future__ import annotations

from pathlib import Path

from marsad.evaluate.times import score_times
from marsad.reader import Reader


def score_folder(reader: Reader, data: Path, own: Path) -> dict[str, float]:
    """The figures of the documents in ``data``, or of our own where it holds none."""
    folder = data if next(data.rglob("*.tml"), None) else own
    return score_times(reader.circumstances.times, folder)
