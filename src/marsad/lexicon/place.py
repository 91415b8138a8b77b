"""Faults in ``places.yaml``: unknown kinds, letters that are not Arabic, points without a source or off the earth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from marsad.lexicon.source import read_yaml
from marsad.text.fold import fold

KINDS = frozenset({"town", "quarter", "point", "area", "water", "district", "governorate", "region"})
KEYS = frozenset({"ar", "en", "of", "id", "near", "at", "population", "source"})
ARABIC = re.compile(r"[ء-غف-ي0-9\u0651 \-]+")
REGISTERED = re.compile(r"(geonames:\d+|(algeria|morocco|yemen):\S.*)")


def place_faults(folder: Path) -> Iterator[str]:
    """One line a fault."""
    seen: dict[tuple[str, str, str], str] = {}
    for country, by_kind in read_yaml(folder / "places.yaml")["places"].items():
        for kind, entries in by_kind.items():
            for entry in entries:
                where = f"place {country} {entry.get('en')}"
                yield from (f"{where}: {fault}" for fault in _faults(kind, entry))
                yield from _twice(seen, (country, kind), entry, where)


def _faults(kind: str, entry: Mapping[str, Any]) -> Iterator[str]:
    if kind not in KINDS:
        yield f"unknown kind {kind}"
    if unknown := sorted(set(entry) - KEYS):
        yield f"unknown keys {', '.join(unknown)}"
    yield from (f"«{name}» is not in Arabic letters" for name in entry["ar"] if not ARABIC.fullmatch(name))
    registered = {key: entry[key] for key in ("of", "id", "near") if key in entry}
    yield from (
        f"{key} is no id of a register" for key, id_ in registered.items() if not REGISTERED.fullmatch(str(id_))
    )
    if "at" in entry and not (abs(entry["at"][0]) <= 90 and abs(entry["at"][1]) <= 180):
        yield "its point is not on the earth"
    if "at" in entry and not entry.get("source"):
        yield "a point without a source"
    if "at" in entry and "of" in entry:
        yield "a point beside that of the built place that it is"


def _twice(
    seen: dict[tuple[str, str, str], str], group: tuple[str, str], entry: Mapping[str, Any], where: str
) -> Iterator[str]:
    for name in map(fold, entry["ar"]):
        other = seen.setdefault((*group, name), where)
        if other != where:
            yield f"{where}: «{name}» is also {other}"
