"""The lexicon and the gazetteer behind the desk's pages: loaded once a process, when a page first asks."""

from __future__ import annotations

from functools import cache
from threading import Lock

from marsad.lexicon.lexicon import Lexicon
from marsad.reader import Reader
from marsad.resolve.gazetteer import Gazetteer

_LOADING = Lock()  # where one must be compiled first, those who ask meanwhile wait for it


@cache
def _reader() -> Reader:
    return Reader()


def lexicon() -> Lexicon:
    """The knowledge base of who is who."""
    with _LOADING:
        return _reader().lexicon


def gazetteer() -> Gazetteer:
    """The places that are known."""
    with _LOADING:
        return _reader().circumstances.gazetteer
