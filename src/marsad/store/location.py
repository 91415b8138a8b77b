"""Where the archive lies: a path, an address, ``MARSAD_DATABASE_URL``, or the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from marsad.errors import ArchiveError

VARIABLE = "MARSAD_DATABASE_URL"
FILE = "archive.sqlite3"
BUSY = 30  # seconds to wait for another writer before saying that the archive is locked
PRAGMAS = (
    "PRAGMA journal_mode=WAL;"  # readers go on while one process writes
    "PRAGMA synchronous=NORMAL;"  # in WAL a killed process loses nothing; a power cut may lose the last commits
    "PRAGMA cache_size=-65536;"  # 64 MiB: the search index's upper levels stay in memory
    "PRAGMA temp_store=MEMORY;"  # sorting for facets needs no file
    "PRAGMA mmap_size=1073741824"  # read pages without copying
)
READ_ONLY_PRAGMAS = "PRAGMA cache_size=-65536;PRAGMA temp_store=MEMORY"


def default_path() -> Path:
    """``$XDG_DATA_HOME/marsad/archive.sqlite3``, by default in ``~/.local/share``."""
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "marsad" / FILE


def database(given: str | None = None) -> dict[str, Any]:
    """Django's settings for the archive that ``given`` (a path or an address), the environment or the default names.

    Raises :class:`ArchiveError` for an address of another kind than ``sqlite:`` and ``postgresql:``.
    """
    named = given or os.environ.get(VARIABLE) or str(default_path())
    if "://" not in named:
        return sqlite(Path(named))
    parts = urlsplit(named)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path[1:])))  # sqlite:///relative, sqlite:////absolute
    if parts.scheme in ("postgres", "postgresql"):
        return _postgresql(named)
    raise ArchiveError(f"{parts.scheme}: is no archive; give a path, sqlite:///PATH or postgresql://USER@HOST/NAME")


def sqlite(path: Path, *, read_only: bool = False) -> dict[str, Any]:
    """Settings for an archive in one file; ``read_only`` opens one in a folder that cannot be written to."""
    options: dict[str, Any] = {"timeout": BUSY, "transaction_mode": "IMMEDIATE", "init_command": PRAGMAS}
    name = str(path.expanduser().absolute())
    if read_only:
        name = f"{path.expanduser().absolute().as_uri()}?immutable=1"
        options = {"uri": True, "init_command": READ_ONLY_PRAGMAS}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}


def _postgresql(address: str) -> dict[str, Any]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise ArchiveError(f"the address of the archive cannot be read: {error}") from error
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ArchiveError("the address of the archive names no database; give postgresql://USER@HOST/NAME")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",  # a socket's folder: postgresql:///NAME?host=/run/postgresql
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10, **dict(parse_qsl(parts.query))},
    }
