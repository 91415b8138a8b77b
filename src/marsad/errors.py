"""Errors that a user can act on. Each message is one line that says what to do."""

from __future__ import annotations


class MarsadError(Exception):
    """The base of all errors that Marsad raises on purpose."""


class PageError(MarsadError):
    """A source that cannot be read as a page."""


class LexiconError(MarsadError):
    """A lexicon file that breaks the format; the message names file and entry."""


class ArchiveError(MarsadError):
    """An archive that cannot be opened, read or written; the message says what to do."""
