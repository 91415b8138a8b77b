"""The tile server that ``MARSAD_TILES`` may name: its address, and its origin for the page's policy."""

from __future__ import annotations

import re

from django.core.exceptions import ImproperlyConfigured

ADDRESS = re.compile(r"(?P<origin>https?://[a-z0-9.-]+(:[0-9]{1,5})?)/[^\s;,'\"]*", re.IGNORECASE)
PARTS = ("{z}", "{x}", "{y}")


def origin(address: str) -> str | None:
    """The origin of a tile server, ``None`` where none is named. Raises :class:`ImproperlyConfigured` for a bad address.

    Nothing but a scheme, a host and a port can come out, whatever the variable holds: it stands in a header.
    """
    if not address:
        return None
    found = ADDRESS.fullmatch(address)
    if found is None or any(part not in address for part in PARTS):
        raise ImproperlyConfigured(
            f"MARSAD_TILES is {address!r}; write it as https://HOST/{{z}}/{{x}}/{{y}}.png, or leave it out"
        )
    return found["origin"]
