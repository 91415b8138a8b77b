"""Tokens: words, numbers, Latin words and marks, each with its span and folded form."""

from __future__ import annotations

import re
from functools import cache

from marsad.record import Token
from marsad.span import Span
from marsad.text.fold import fold
from marsad.text.memo import Memo

LETTER = "\u0621-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08b4\ufb50-\ufdfb\ufe70-\ufefc"
MARK = "\u0640\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed"
CONTROL = "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u061c\ufeff\u00ad"
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
KINDS = ("word", "number", "latin", "mark")


@cache
def token_pattern() -> re.Pattern[str]:
    """One alternative a kind. Controls may stand inside a word, never at its edge."""
    return re.compile(
        rf"(?P<word>[{LETTER}][{LETTER}{MARK}]*(?:[{CONTROL}]{{1,3}}[{LETTER}{MARK}]+)*)"
        rf"|(?P<number>[{DIGIT}]+(?:[.,\u066b\u066c][{DIGIT}]+)*)"
        r"|(?P<latin>[A-Za-z\u00c0-\u024f]+(?:['’.\-][A-Za-z\u00c0-\u024f]+)*)"
        rf"|(?P<mark>\.{{2,}}|[^\s{CONTROL}{MARK}])"
    )


@cache
def _spelled() -> Memo[Token]:
    """Spelling → the token that is written so."""
    return Memo(_alone)


def _alone(spelling: str) -> Token:
    match = token_pattern().fullmatch(spelling)
    return Token(Span(0, len(spelling)), spelling, fold(spelling), (match and match.lastgroup) or "mark")


def tokenize(text: str, start: int = 0, stop: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:stop]``; their spans count in ``text``."""
    found = token_pattern().finditer(text, start, len(text) if stop is None else stop)
    spelled, record = _spelled(), tuple.__new__  # without the call that each record's own __new__ is: a text has many
    return tuple([_at(record(Span, match.span()), spelled[match[0]]) for match in found])


def _at(span: Span, token: Token) -> Token:
    """A token as it stands at another place."""
    return Token(span, token.text, token.folded, token.kind)


def token_of(spelling: str) -> Token:
    """The token that is written so, as a text of its own."""
    return _spelled()[spelling]
