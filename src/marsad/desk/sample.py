"""The sample archive: what a newcomer sees before anything was added, made from the bundled pages on first use."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from marsad.store.location import VARIABLE, default_path

FILE = "sample.sqlite3"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The archive to show, and whether it is the sample."""

    archive: str | None
    is_sample: bool


def with_sample(archive: str | None, *, asked: bool) -> Chosen:
    """The archive that is named or there, else the sample."""
    named = archive or os.environ.get(VARIABLE)
    if not asked and (named or default_path().exists()):
        return Chosen(archive, False)
    path = default_path().with_name(FILE)
    return Chosen(str(path), True)


def samples_folder() -> Path:
    """The bundled pages: in the package, or in the checkout that it runs from."""
    package = Path(__file__).parents[1] / "samples"
    return package if package.is_dir() else Path(__file__).parents[3] / "samples"


def fill_sample() -> None:
    """Read the bundled pages into the open archive; those that are there already stay as they are."""
    from marsad.page.item import find_documents
    from marsad.store.ingest import add
    from marsad.store.pool import Settings

    add(find_documents(str(samples_folder())), Settings())
