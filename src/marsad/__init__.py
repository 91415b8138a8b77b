"""Marsad (مرصد): reads Arabic defence and conflict news into events with evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.reader import Reader as Reader

__version__ = "0.1.0"
__all__ = ["Reader", "__version__"]


def __getattr__(name: str) -> object:
    """Import the reader only when it is asked for: ``marsad --version`` must not load it."""
    if name == "Reader":
        from marsad.reader import Reader

        return Reader
    raise AttributeError(f"module 'marsad' has no attribute {name!r}")
