"""The key that signs sessions: given, or made once beside the user's data and read by nobody else."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from marsad.store.location import default_path

VARIABLE = "MARSAD_SECRET_KEY"


def secret_key() -> str:
    """``MARSAD_SECRET_KEY``, else the kept key, else a new one that is kept; unkept where nothing can be written."""
    if given := os.environ.get(VARIABLE):
        return given
    path = default_path().with_name("secret-key")
    try:
        return path.read_text(encoding="ascii").strip() or _made(path)
    except FileNotFoundError:
        return _made(path)
    except OSError:
        return secrets.token_urlsafe(50)  # sessions end with the process


def _made(path: Path) -> str:
    key = secrets.token_urlsafe(50)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(key)
    except FileExistsError:  # another process was faster
        return path.read_text(encoding="ascii").strip() or key
    except OSError:
        return key
    return key
