"""Where the lexicon's YAML lies, how it is read, and when it has changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from marsad.errors import LexiconError


def lexicon_dir() -> Path:
    """The folder of lexicon sources: beside the package when installed, else the checkout's.

    ``MARSAD_LEXICON`` names another one. Raises :class:`LexiconError` where there is none.
    """
    here = Path(__file__).resolve().parent
    named = os.environ.get("MARSAD_LEXICON")
    candidates = [Path(named)] if named else [here / "sources", here.parents[2] / "lexicon"]
    for folder in candidates:
        if (folder / "triggers").is_dir():
            return folder
    raise LexiconError(
        f"no lexicon in {candidates[-1]}: reinstall marsad or set MARSAD_LEXICON to a folder that holds triggers/"
    )


ADDITIONS = ("entities", "triggers")  # the folders of which an overlay has at least one


def checked_dir(folder: Path) -> Path:
    """``folder``, when it holds a lexicon or additions to ours; raises :class:`LexiconError` otherwise."""
    if not any((folder / name).is_dir() for name in ADDITIONS):
        raise LexiconError(f"{folder} is no lexicon: give a folder that holds triggers/ or entities/")
    return folder


def layers(folder: Path) -> tuple[Path, ...]:
    """The folders that a lexicon is read from, lowest first: a folder without words/ lies over the packaged lexicon."""
    return (folder,) if (folder / "words").is_dir() else (lexicon_dir(), folder)


def source_files(folder: Path) -> list[Path]:
    """All source files of a lexicon folder, in a fixed order."""
    return sorted([*folder.rglob("*.yaml"), *folder.rglob("*.jsonl")])


def fingerprint(folder: Path) -> str:
    """A digest that changes when any source file or the code that compiles them changes.

    Sizes and modification times stand for content: reading 3 MB at every start would cost more.
    """
    code = [
        *sorted(Path(__file__).parent.glob("*.py")),
        *(Path(__file__).parents[1] / "text" / name for name in ("fold.py", "spelling.py")),
    ]
    digest = hashlib.sha256(str(folder).encode())
    sources = [path for layer in layers(folder) for path in source_files(layer)]
    for path in (*sources, *code):
        stat = path.stat()
        digest.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def read_yaml(path: Path) -> Any:
    """The content of one file. Raises :class:`LexiconError` naming file and line when it is no YAML or not there."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - both loaders are safe ones
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: not valid YAML: {' '.join(str(error).split())}") from error
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror}") from error


def read_lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """The mappings of a file of JSON Lines. Raises :class:`LexiconError` naming file and line for anything else."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
            except ValueError as error:
                raise LexiconError(f"{path.name}, line {number}: not valid JSON: {error}") from error
            if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                raise LexiconError(f"{path.name}, line {number}: must hold a mapping with an id")
            yield row


def read_list(folder: Path, name: str) -> list[Mapping[str, Any]]:
    """A file that holds a list of mappings; raises :class:`LexiconError` for anything else."""
    entries = read_yaml(folder / name) or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise LexiconError(f"{name}: must hold a list of mappings")
    return entries
