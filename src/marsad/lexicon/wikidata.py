"""Entities from Wikidata's JSON dump: an array with one entity a line, plain or packed by gzip or bzip2.

Read line by line: memory grows with what is kept, never with the dump. What is kept: entities with an Arabic label that are people with a position or a
membership, states' bodies, parties, armed groups, organisations. What it says of them: labels and aliases (ar, en),
instance of (P31), country (P17, P27), positions held (P39) with start and end (P580, P582), member of (P463), member of
party (P102). The format: https://www.wikidata.org/wiki/Wikidata:Database_download (data model: Wikibase/DataModel/JSON).

A dump names countries and positions by number and may describe them long after whoever refers to them. So what is kept
goes to ``wikidata.part`` with those numbers, what countries and positions are (P298 gives a country's code) to the same
file, and a last step that reads that file alone puts names for numbers. A note says how far the dump was read, so that a
run that was cut off goes on there. The result is JSON Lines in the shape of ``lexicon/entities/*.yaml``.
"""

from __future__ import annotations

import bz2
import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from marsad.errors import LexiconError
from marsad.lexicon.source import read_yaml

LONGEST_LINE = 32 << 20  # bytes of one entity; the longest of the real dump have about 4 MB
SAVED_EVERY = 2000  # entities of the dump between two notes of how far it was read
LONGEST_NAME, MOST_ALIASES = 200, 20
YEAR, MONTH, DAY = 9, 10, 11  # Wikidata's precisions
LENGTHS = {YEAR: 4, MONTH: 7, DAY: 10}
Entity = dict[str, Any]
Rules = Mapping[str, Any]


@dataclass(slots=True)
class Progress:
    """How far a dump was read: its lines, what became of them, and the faults, the first few in words."""

    lines: int = 0
    written: int = 0
    left_out: int = 0
    faulty: int = 0
    size: int = 0  # bytes of the result that the lines so far have made
    faults: list[str] = field(default_factory=list)

    def fault(self, message: str) -> None:
        """Count a fault, and keep its words while there are few."""
        self.faulty += 1
        if len(self.faults) < 20:
            self.faults.append(f"line {self.lines}: {message}")


def import_dump(dump: Path, folder: Path, lexicon: Path) -> Progress:
    """Read ``dump`` into ``folder``/entities/wikidata.jsonl, going on where an earlier run stopped.

    ``lexicon`` is the folder whose ``wikidata.yaml`` says what is kept and how it is coded. Raises :class:`LexiconError`
    where the dump cannot be read or the result cannot be written; a line at fault is counted and passed over.
    """
    rules = read_yaml(lexicon / "wikidata.yaml")
    part, note = folder / "wikidata.part", folder / "wikidata.progress.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        progress = _resumed(note, part)
        with _opened(dump) as source, part.open("ab") as result:
            for line in _lines(source, progress):
                _take(line, progress, rules, result)
                if progress.lines % SAVED_EVERY == 0:
                    _save(note, progress, result)
            _save(note, progress, result)
        progress.written = _finish(part, folder / "entities" / "wikidata.jsonl", rules)
    except (OSError, EOFError, zlib.error) as error:
        raise LexiconError(f"{dump.name}: {error}; run it again to go on from line {_reached(note)}") from error
    return progress


def _opened(dump: Path) -> AbstractContextManager[IO[bytes]]:
    openers: dict[str, Callable[[Path, str], Any]] = {".gz": gzip.open, ".bz2": bz2.open}
    opened: AbstractContextManager[IO[bytes]] = openers.get(dump.suffix, Path.open)(dump, "rb")
    return opened


def _resumed(note: Path, part: Path) -> Progress:
    """The earlier run's progress, its part cut back to what the note vouches for; a fresh start without a note."""
    try:
        progress = Progress(**json.loads(note.read_text(encoding="utf-8")))
    except FileNotFoundError:
        progress = Progress()
    except (ValueError, TypeError) as error:
        raise LexiconError(f"{note}: damaged; delete it to begin anew") from error
    with part.open("ab") as result:
        result.truncate(progress.size)
    return progress


def _reached(note: Path) -> int:
    return int(json.loads(note.read_text(encoding="utf-8"))["lines"]) if note.exists() else 0


def _save(note: Path, progress: Progress, result: IO[bytes]) -> None:
    result.flush()
    progress.size = result.tell()
    fields = {name: getattr(progress, name) for name in Progress.__dataclass_fields__}
    draft = note.with_suffix(".tmp")
    draft.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
    draft.replace(note)


def _lines(source: IO[bytes], progress: Progress) -> Iterator[bytes]:
    """The lines after those that were read before; one that is longer than any entity is skipped in pieces."""
    done, number = progress.lines, 0
    while line := source.readline(LONGEST_LINE):
        number += 1
        whole = len(line) < LONGEST_LINE or line.endswith(b"\n")
        while not whole:
            line = b""
            rest = source.readline(LONGEST_LINE)
            whole = len(rest) < LONGEST_LINE or rest.endswith(b"\n")
        if number > done:
            progress.lines = number
            if line:
                yield line
            else:
                progress.fault(f"longer than {LONGEST_LINE >> 20} MiB")


def _take(line: bytes, progress: Progress, rules: Rules, result: IO[bytes]) -> None:
    text = line.strip().rstrip(b",")
    if text in (b"", b"[", b"]"):
        return
    try:
        found = part_of(json.loads(text), rules)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        progress.fault(f"{type(error).__name__}: {str(error)[:80]}")
        return
    progress.left_out += found is None
    if found is not None:
        result.write(json.dumps(found, ensure_ascii=False).encode() + b"\n")


def part_of(raw: Entity, rules: Rules) -> Entity | None:
    """A Wikidata entity as one of ours with numbers in it, or as a country or position that others refer to.

    ``None`` where it is neither. Raises ``TypeError``, ``KeyError`` or ``AttributeError`` for what is not in the format.
    """
    claims = raw.get("claims") or {}
    code, jurisdictions = _strings(claims, "P298"), _items(claims, "P1001")
    if code:
        return {"country": _number(raw), "code": code[0]}
    if jurisdictions:
        return {"position": _number(raw), "title": _label(raw, "ar"), "en": _label(raw, "en"), "of": jurisdictions}
    return _entity(raw, claims, rules)


def _entity(raw: Entity, claims: Entity, rules: Rules) -> Entity | None:
    label = _label(raw, "ar")
    kind, sector = _kind(claims, rules)
    offices, groups = _offices(claims), [*_items(claims, "P102"), *_items(claims, "P463")]
    if not label or kind is None or (kind == "person" and not offices and not groups):
        return None
    return {
        "id": f"wd:{_number(raw)}", "name": label, "en": _label(raw, "en"), "aliases": _aliases(raw, label), "kind": kind,
        "country": _items(claims, "P17") or _items(claims, "P27"), "sector": sector, "offices": offices,
        "member_of": list(dict.fromkeys(groups)), "source": f"Wikidata {_number(raw)} (CC0)",
    }  # fmt: skip


def _number(raw: Entity) -> str:
    number = raw["id"]
    if not isinstance(number, str) or not number[1:].isdigit():
        raise ValueError(f"no entity id: {number!r}")
    return number


def _label(raw: Entity, language: str) -> str | None:
    value = (raw.get("labels") or {}).get(language, {}).get("value")
    return " ".join(value.split())[:LONGEST_NAME] if value else None


def _aliases(raw: Entity, label: str) -> list[str]:
    given = (raw.get("aliases") or {}).get("ar") or ()
    names = (" ".join(alias["value"].split()) for alias in given)
    long = (name for name in names if " " in name and len(name) <= LONGEST_NAME)  # a bare first name is anybody's
    return [name for name in dict.fromkeys(long) if name != label][:MOST_ALIASES]


def _statements(claims: Entity, property_: str) -> list[Entity]:
    """The statements of a property that hold: for a country those preferred if any, and none that is deprecated."""
    given = [s for s in claims.get(property_) or () if s.get("rank") != "deprecated"]
    preferred = [s for s in given if s.get("rank") == "preferred"]
    return preferred if preferred and property_ in ("P17", "P27") else given


def _value(snak: Entity) -> Any:
    """The value of a snak, ``None`` for «unknown» and «none»."""
    return snak["datavalue"]["value"] if snak.get("snaktype", "value") == "value" else None


def _items(claims: Entity, property_: str) -> list[str]:
    values = (_value(statement["mainsnak"]) for statement in _statements(claims, property_))
    return [value["id"] for value in values if value]


def _strings(claims: Entity, property_: str) -> list[str]:
    values = (_value(statement["mainsnak"]) for statement in _statements(claims, property_))
    return [value for value in values if isinstance(value, str)]


def _kind(claims: Entity, rules: Rules) -> tuple[str | None, str | None]:
    """Kind and sector by what the entity is an instance of."""
    known = [rules["instances"][item] for item in _items(claims, "P31") if item in rules["instances"]]
    return (known[0]["kind"], known[0].get("sector")) if known else (None, None)


def _offices(claims: Entity) -> list[Entity]:
    """The positions held, by number, with their dates."""
    found = []
    for statement in _statements(claims, "P39"):
        value = _value(statement["mainsnak"])
        qualifiers = statement.get("qualifiers") or {}
        if value:
            found.append({"position": value["id"], "from": _date(qualifiers, "P580"), "to": _date(qualifiers, "P582")})
    return found


def _date(qualifiers: Entity, property_: str) -> str | None:
    """A date as an ISO prefix of its own precision; ``None`` for none, several, an unknown one or one coarser than a year."""
    snaks: list[Entity] = qualifiers.get(property_) or []
    value = _value(snaks[0]) if len(snaks) == 1 else None
    if not value or value["precision"] < YEAR or not value["time"].startswith("+"):
        return None
    return str(value["time"][1:][: LENGTHS.get(value["precision"], 10)])


def _finish(part: Path, target: Path, rules: Rules) -> int:
    """Write the result from a part: names for numbers, each entity once. Returns how many."""
    countries = {row["country"]: row["code"] for row in _rows(part) if "code" in row}
    positions = {row["position"]: row for row in _rows(part) if "position" in row}
    target.parent.mkdir(parents=True, exist_ok=True)
    draft, seen = target.with_suffix(".tmp"), set[str]()
    with draft.open("w", encoding="utf-8") as result:
        for row in _rows(part):
            if "kind" in row and row["id"] not in seen:
                seen.add(row["id"])
                result.write(json.dumps(_named(row, countries, positions, rules), ensure_ascii=False) + "\n")
    draft.replace(target)
    return len(seen)


def _rows(part: Path) -> Iterator[Entity]:
    with part.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _named(row: Entity, countries: Mapping[str, str], positions: Mapping[str, Entity], rules: Rules) -> Entity:
    """An entity with names for numbers and without what is empty."""
    offices = [
        {key: value for key, value in office.items() if value}
        for term in row["offices"]
        if (office := _office(term, positions.get(term["position"]), rules))
    ]
    coded = {**row, "country": _only(row["country"], countries), "offices": offices}
    if row["kind"] == "person" and not row["sector"]:
        coded["sector"] = next((office["sector"] for office in reversed(offices) if office.get("sector")), None)
    return {key: value for key, value in coded.items() if value}


def _only(items: Iterable[str], countries: Mapping[str, str]) -> str | None:
    """The one country among some items; ``None`` where there are several or none."""
    codes = {countries[item] for item in items if item in countries}
    return codes.pop() if len(codes) == 1 else None


def _office(term: Entity, position: Entity | None, rules: Rules) -> Entity | None:
    if position is None or not position["title"]:
        return None
    en = position["en"]
    sector = next(
        (row["sector"] for row in rules["sectors"] if en and any(w in en.lower() for w in row["words"])), None
    )
    source = f"Wikidata {term['position']} (CC0)"
    return {
        "title": position["title"],
        "en": en,
        "sector": sector,
        "from": term["from"],
        "to": term["to"],
        "source": source,
    }
