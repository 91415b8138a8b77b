"""How the desk is open: on this machine for one person, for a team with accounts, or to everybody for reading."""

from __future__ import annotations

import os
from enum import StrEnum

VARIABLE = "MARSAD_DESK_MODE"


class Mode(StrEnum):
    """``LOCAL``: loopback, whoever opens the address that the command prints may do all. ``TEAM``: nothing without an
    account. ``PUBLIC``: the published site and nothing else; nobody signs in."""

    LOCAL = "local"
    TEAM = "team"
    PUBLIC = "public"


def mode() -> Mode:
    """The mode of this process. Raises :class:`ValueError` where the variable names no mode."""
    return Mode(os.environ.get(VARIABLE, Mode.LOCAL))
