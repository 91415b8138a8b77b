"""The compiled lexicon on disk: made on first use, made anew when a source changes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from marsad.lexicon import pack
from marsad.lexicon.compile import Payload, compile_lexicon
from marsad.lexicon.source import checked_dir, fingerprint, lexicon_dir


def cache_dir() -> Path:
    """``MARSAD_CACHE``, else the user's cache folder after the XDG convention."""
    base = os.environ.get("MARSAD_CACHE")
    if base:
        return Path(base)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "marsad"


def load_payload(folder: Path | None = None) -> tuple[Payload, str]:
    """The compiled lexicon and its fingerprint, from the cache where it is current.

    Raises ``LexiconError`` for a folder without a lexicon and when a source must be compiled and breaks the format. A cache
    that cannot be read or written costs time, never correctness.
    """
    folder = checked_dir(folder) if folder else lexicon_dir()
    mark = fingerprint(folder)
    path = cache_dir() / f"lexicon-{mark}.pack"
    try:
        return pack.load(path), mark
    except (OSError, ValueError, KeyError):
        payload = compile_lexicon(folder)
        _write(path, payload)
        return payload, mark


def _write(path: Path, payload: Payload) -> None:
    """Write whole or not at all: two first runs at once must not read half a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(pack.dump(payload))
        Path(name).replace(path)
        _drop_stale(path)
    except OSError:
        return


def _drop_stale(current: Path) -> None:
    """Remove compiled forms of older sources; the newest few may serve another checkout."""
    others = sorted(current.parent.glob("lexicon-*.pack"), key=lambda path: path.stat().st_mtime)
    for path in others[:-4]:
        path.unlink(missing_ok=True)
