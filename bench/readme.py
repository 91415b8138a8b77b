"""Writes the README's tables from a run, between ``<!-- table NAME -->`` and ``<!-- end -->``.

No figure in the READMEs is typed by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

Table = dict[str, float]
Tables = dict[str, Table]

# The only other native Arabic coder that runs, UniversalPetrarch (branch arabic), measured on all 645 sentences of the
# same source with gold parses given; see docs/comparison.md.
PETRARCH = {"ASSAULT": 0.169, "PROTEST": 0.037, "sentences a second": 99.0}


def quality(tables: Tables) -> list[tuple[str, ...]]:
    """What is asked of every release, and what this one reached."""
    gold, speed = tables["gold"], tables["speed"]
    return [
        ("suite", "figure", "Marsad", "UniversalPetrarch-Arabic"),
        ("gold, 33 news items", "event mention precision", f"{gold['precision']:.2f}", ""),
        ("", "event mention F1", f"{gold['F1']:.2f}", ""),
        ("", "events coded in 100 quiet sentences", f"{gold['coded in 100 quiet sentences']:.1f}", ""),
        *(row for kind in ("ASSAULT", "PROTEST") for row in _gsr(tables, kind)),
        (
            "speed, one core",
            "sentences a second, text to events",
            f"{speed['sentences a second']:.0f}",
            "99 (parses given)",
        ),
        ("", "cold start of one page, seconds", f"{speed['cold start seconds']:.2f}", ""),
        ("", "peak memory, MB", f"{speed['peak memory MB']:.0f}", ""),
    ]


def _gsr(tables: Tables, kind: str) -> list[tuple[str, ...]]:
    spans, detection = tables[f"gsr spans {kind}"], tables[f"gsr detection {kind}"]
    return [
        (
            f"arabic_event_gsr, {kind}",
            "right type on the gold verb",
            f"{spans['on the gold verb']:.2f}",
            f"{PETRARCH[kind]:.2f} (right type anywhere)",
        ),
        ("", "average precision of detection", f"{detection['average precision']:.2f}", ""),
    ]


TABLES: dict[str, Callable[[Tables], list[tuple[str, ...]]]] = {"quality": quality}


def markdown(rows: list[tuple[str, ...]]) -> str:
    """A Markdown table with a header row."""
    header, *body = rows
    lines = ["| " + " | ".join(row) + " |" for row in [header, tuple("---" for _ in header), *body]]
    return "\n".join(lines)


def patch_readmes(root: Path, tables: Tables) -> None:
    """Rewrite every marked table in both READMEs."""
    for name in ("README.md", "README.ar.md"):
        path = root / name
        path.write_text(patch(path.read_text(encoding="utf-8"), tables), encoding="utf-8")


def patch(text: str, tables: Tables) -> str:
    """``text`` with its marked tables replaced."""
    for name, rows in TABLES.items():
        pattern = re.compile(rf"(<!-- table {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        table = markdown(rows(tables))
        text = pattern.sub(rf"\g<1>{table}\n\g<2>", text)
    return text
