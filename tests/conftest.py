"""Shared fixtures. One reader serves the whole run: its tables load once."""

import os
from pathlib import Path

# One process runs tests of the archive and of the desk, and Django is set up once in a process: as the desk.
os.environ["DJANGO_SETTINGS_MODULE"] = "marsad.desk.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver runs a loop in the thread of the test
os.environ.setdefault("MARSAD_SECRET_KEY", "a key for tests alone")

import pytest

from marsad.lexicon.lexicon import Lexicon
from marsad.reader import Reader

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader that keeps every event, however unlikely."""
    return Reader(min_confidence=0.0)


@pytest.fixture(scope="session")
def lexicon(reader: Reader) -> Lexicon:
    return reader.lexicon


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of benchmark data, which is not part of the repository."""
    folder = Path(os.environ.get("MARSAD_SHARED") or ROOT.parent / "shared")
    if not (folder / "bench").is_dir():
        pytest.skip("needs the benchmark data: set MARSAD_SHARED to the folder that holds bench/")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "samples"


def cases(name: str) -> list[str]:
    """The golden cases of ``tests/cases/NAME``: one a line, # begins a comment."""
    lines = (ROOT / "tests" / "cases" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
