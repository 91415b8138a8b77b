"""A query of the reader's as terms that must and must not be found.

Words are joined by *and*; ``"…"`` or ``«…»`` asks for words side by side, ``-`` before a word or a phrase leaves out what holds it, and
``*`` after a word finds every word that begins so. All other characters are marks like those of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from marsad.errors import ArchiveError
from marsad.store.search.word import forms, stem, words
from marsad.text.clitic import CONJUNCTIONS, PREPOSITIONS

MOST_TERMS = 20  # words of a query; more is a text, not a question
LEAST_PREFIX = 2  # letters before *
MUCH_MORE = 10  # times that the rest must be more frequent for a first letter to be taken for a clitic
LEAST_REST = 3  # letters that must remain when a first letter is taken for a clitic

PIECE = re.compile(r'(?P<no>(?<!\w)-)?(?:"(?P<quoted>[^"]*)"|«(?P<angled>[^»]*)»|(?P<word>[^\s"«»]+))')

Frequencies = Callable[[Iterable[str]], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side (one alone, mostly); ``prefix`` says that the last one may go on."""

    words: tuple[str, ...]
    wanted: bool = True
    prefix: bool = False

    @property
    def alternatives(self) -> tuple[tuple[str, ...], ...]:
        """For each word what it finds."""
        return tuple(forms(word) for word in self.words)

    @property
    def stems(self) -> tuple[str, ...]:
        """The words' stems, which stand side by side wherever the term is found."""
        return tuple(stem(word) for word in self.words)

    def widened(self, frequency: Frequencies) -> Term:
        """The term with first letters taken off that are clitics here: «وريف» for «ريف», but not «وزارة» for «زاره»."""
        doubtful = {w: w[1:] for w in self.words if w[:1] in CLITICS and len(w) > LEAST_REST}
        if not doubtful or self.prefix:
            return self
        found = frequency({article + w for pair in doubtful.items() for w in pair for article in ("", "ال")})
        clitic = {w for w, rest in doubtful.items() if _is_clitic(w, rest, found)}
        if not clitic:
            return self
        return replace(self, words=tuple(doubtful[w] if w in clitic else w for w in self.words)).widened(frequency)


def _is_clitic(word: str, rest: str, found: Mapping[str, int]) -> bool:
    """Whether the first letter of ``word`` is one before ``rest``.

    A noun takes the article: where the archive has «الريف» and no «الوريف», «وريف» is «و» and «ريف». Elsewhere the rest
    must be much more frequent than the word.
    """
    if found.get(f"ال{word}"):
        return False
    return bool(found.get(f"ال{rest}")) or found.get(rest, 0) > MUCH_MORE * found.get(word, 0)


CLITICS = frozenset((*CONJUNCTIONS, *PREPOSITIONS))


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a query. Raises :class:`ArchiveError` where nothing is looked for, or too much."""
    terms = [term for piece in PIECE.finditer(query) if (term := _term(piece)) is not None]
    if not any(term.wanted for term in terms):
        raise ArchiveError(f"{' '.join(query.split())[:60]!r} asks for no word; give one, as in: marsad search قصف")
    if sum(len(term.words) for term in terms) > MOST_TERMS:
        raise ArchiveError(f"a query may have {MOST_TERMS} words; this one has more")
    return tuple(dict.fromkeys(terms))


def _term(piece: re.Match[str]) -> Term | None:
    text = piece["word"] or piece["quoted"] or piece["angled"] or ""
    found = tuple(word.folded for word in words(text))
    prefix = piece["word"] is not None and text.endswith("*") and len(found) == 1 and len(found[0]) >= LEAST_PREFIX
    return Term(found, not piece["no"], prefix) if found else None
