"""Writes the README's tables from a run, between ``<!-- table NAME -->`` and ``<!-- end -->``, and its example.

No figure and no output in the READMEs is typed by hand.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

from rich.console import Console

from marsad.reader import Reader
from marsad.view.terminal import print_article

Table = dict[str, float]
Tables = dict[str, Table]

# The only other native Arabic coder that runs, UniversalPetrarch (branch arabic), measured on all 645 sentences of the
# same source with gold parses given; see docs/comparison.md.
PETRARCH = {"ASSAULT": 0.169, "PROTEST": 0.037, "sentences a second": 99.0}


def quality(tables: Tables) -> list[tuple[str, ...]]:
    """What is asked of every release, and what this one reached."""
    gold, speed, fair, fresh = tables["gold"], tables["speed"], tables["cross-validation"], tables.get("fresh test", {})
    unread = fresh and [
        ("44 articles that no rule was written on", "event mention precision", f"{fresh['precision']:.2f}", ""),
        ("", "event mention F1", f"{fresh['F1']:.2f}", ""),
    ]
    return [
        ("suite", "figure", "Marsad", "UniversalPetrarch-Arabic"),
        ("gold, 33 news items", "event mention precision", f"{gold['precision']:.2f}", ""),
        ("", "event mention F1", f"{gold['F1']:.2f}", ""),
        ("", "events coded in 100 quiet sentences", f"{gold['coded in 100 quiet sentences']:.1f}", ""),
        *(unread or []),
        ("165 articles, weights cross-validated", "event mention precision", f"{fair['precision']:.2f}", ""),
        ("", "event mention F1", f"{fair['F1']:.2f}", ""),
        ("", "events coded in 100 quiet sentences", f"{fair['coded in 100 quiet sentences']:.1f}", ""),
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
    spans, fair = tables[f"gsr spans {kind}"], tables["cross-validation"]
    return [
        (
            f"arabic_event_gsr, {kind}",
            "right type on the gold verb",
            f"{spans['on the gold verb']:.2f}",
            f"{PETRARCH[kind]:.2f} (right type anywhere)",
        ),
        ("", "average precision of detection, cross-validated", f"{fair[f'average precision {kind}']:.2f}", ""),
    ]


TABLES: dict[str, Callable[[Tables], list[tuple[str, ...]]]] = {"quality": quality}


def markdown(rows: list[tuple[str, ...]]) -> str:
    """A Markdown table with a header row."""
    header, *body = rows
    lines = ["| " + " | ".join(row) + " |" for row in [header, tuple("---" for _ in header), *body]]
    return "\n".join(lines)


READMES = {"README.md": "en", "README.ar.md": "ar"}
EXAMPLE = "agency.html"
EXAMPLE_EVENT, WIDTH = 1, 100
EXAMPLE_MARKS = re.compile(r"(<!-- example -->\n).*?(<!-- end example -->)", re.DOTALL)


def patch_readmes(root: Path, tables: Tables) -> None:
    """Rewrite the example and every marked table in both READMEs."""
    for name, language in READMES.items():
        path = root / name
        text = patch_example(path.read_text(encoding="utf-8"), root / "samples", language)
        path.write_text(patch(text, tables), encoding="utf-8")


def patch_example(text: str, samples: Path, language: str) -> str:
    """``text`` with its example replaced by what the command prints now, one event of a sample page."""
    option = " --lang ar" if language == "ar" else ""
    shown = f"$ marsad read samples/{EXAMPLE}{option}\n…\n{example(samples / EXAMPLE, language)}\n…"
    return EXAMPLE_MARKS.sub(lambda found: f"{found[1]}```text\n{shown}\n```\n{found[2]}", text)


def example(page: Path, language: str) -> str:
    """The lines that the terminal view prints for one event of a page, without colour."""
    console = Console(file=io.StringIO(), record=True, width=WIDTH, color_system=None)
    print_article(console, Reader().read(page.read_bytes()), language)
    lines = [line.rstrip() for line in console.export_text().splitlines()]
    first = next(n for n, line in enumerate(lines) if "─" in line and f"{EXAMPLE_EVENT}. " in line)
    return "\n".join([lines[first], *takewhile(lambda line: "──" not in line, lines[first + 1 :])])


def patch(text: str, tables: Tables) -> str:
    """``text`` with its marked tables replaced."""
    for name, rows in TABLES.items():
        pattern = re.compile(rf"(<!-- table {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        table = markdown(rows(tables))
        text = pattern.sub(rf"\g<1>{table}\n\g<2>", text)
    return text
