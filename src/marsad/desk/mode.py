"""How the desk is open: on this machine for one person, for a team with accounts, or to everybody for reading."""

from __future__ import annotations

import os
from enum import StrEnum

VARIABLE = "MARSAD_DESK_MODE"
NO_KEY = "MARSAD_DESK_NO_KEY"


class Mode(StrEnum):
    """``LOCAL``: loopback, whoever opens the address that the command prints may do all. ``TEAM``: nothing without an
    account. ``PUBLIC``: the published site and nothing else; nobody signs in."""

    LOCAL = "local"
    TEAM = "team"
    PUBLIC = "public"


def chosen(variable: str, *values: str) -> str:
    """The value of a variable of the environment, by default the first. Raises :class:`ValueError` for another value."""
    value = os.environ.get(variable, values[0])
    if value not in values:
        raise ValueError(f"{variable}={value}: choose from {', '.join(filter(None, values))}")
    return value


def mode() -> Mode:
    """The mode of this process. Raises :class:`ValueError` where the variable names no mode."""
    return Mode(os.environ.get(VARIABLE, Mode.LOCAL))
