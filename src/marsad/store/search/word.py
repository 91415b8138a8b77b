"""What a word of a query finds, and the two spellings under which a word is indexed.

A word is indexed as it is written (folded) and, at the same position, as its *stem*: without the clitics و ف ب ل ك س and
the article, taken off one by one while two letters remain. The written forms decide what a single word finds
(:func:`forms`); the stems serve to find the words of a phrase side by side, whichever clitics they carry, because a word
has one stem alone: ``stem(clitic + word) == stem(word)`` for every word that is looked for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from marsad.span import Span
from marsad.text.clitic import CONJUNCTIONS, PREPOSITIONS, SHORTEST_STEM
from marsad.text.fold import fold
from marsad.text.token import tokenize

ARTICLES = ("ال", "بال", "كال", "لل")  # the article alone and after each preposition; ل swallows its alef
IMPERFECT = ("ي", "ت", "ن", "ا")  # what a verb in the future begins with after س
LONGEST = 64  # letters of a word that is indexed; longer runs are no words
LEAST_WITHOUT_ARTICLE = 3  # letters that must remain for «الريف» to find «ريف»: «الله» is not «له»
GOD = "الله"  # a name that is written as the article and «له», which it is not
STRIPPED = frozenset((*CONJUNCTIONS, *PREPOSITIONS))


class Word(NamedTuple):
    """A folded word of a text with the span of its source."""

    span: Span
    folded: str


def words(text: str, start: int = 0, stop: int | None = None) -> Iterator[Word]:
    """The words and numbers of ``text[start:stop]`` as they are indexed; marks are none."""
    for token in tokenize(text, start, stop):
        if token.kind == "word":
            yield Word(token.span, _letters(token.folded)[:LONGEST])
        elif token.kind in ("number", "latin"):
            yield from _parts(token.text, token.span.start, number=token.kind == "number")


def _parts(text: str, start: int, *, number: bool) -> Iterator[Word]:
    """``1,200`` is one word, ``3.5`` and ``Al-Bab`` two."""
    begin = 0
    for at in range(len(text) + 1):
        if at < len(text) and (text[at].isalnum() or (number and text[at] in ",\u066c")):
            continue
        if at > begin:
            yield Word(Span(start + begin, start + at), _letters(_plain(text[begin:at]))[:LONGEST])
        begin = at + 1


def _letters(word: str) -> str:
    """``word`` of letters and digits alone, which no database takes apart."""
    return word if word.isalnum() else "".join(c for c in word if c.isalnum())


@lru_cache(maxsize=1 << 14)
def _plain(text: str) -> str:
    """Latin letters in lower case without accents; digits of every script as ASCII."""
    return unicodedata.normalize("NFKD", fold(text)).casefold()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """``word`` (folded) without all that could be proclitics; the same for a word with and without them."""
    while (shorter := _shorter(word)) is not None:
        word = shorter
    return word


def _shorter(word: str) -> str | None:
    """``word`` without its first possible clitic."""
    if word[:1] in STRIPPED and len(word) > SHORTEST_STEM:
        return word[1:]
    if word.startswith("ال") and len(word) >= 2 + SHORTEST_STEM:
        return word[2:]
    if word[:1] == "س" and word[1:2] in IMPERFECT and len(word) > SHORTEST_STEM:
        return word[1:]
    return None


def forms(word: str) -> tuple[str, ...]:
    """Every folded word that a word of a query finds: with each conjunction, preposition and the article before it.

    A query's own article is taken off where enough remains («الريف» finds «ريف»); a letter that may be a clitic is not:
    «وزارة» must not find «زاره» (see :meth:`marsad.store.search.query.Term.widened`).
    """
    if len(word) < SHORTEST_STEM or not "\u0621" <= word[0] <= "\u064a":
        return (word,)
    bare = without_article(word)
    plain = [word] if bare == word or len(bare) < LEAST_WITHOUT_ARTICLE else [word, bare]
    starts = [p + w for w in plain for p in ("", *PREPOSITIONS)]
    starts += [article + bare for article in ARTICLES]
    starts += ["س" + word] if word[0] in IMPERFECT else []
    found = dict.fromkeys(c + w for w in starts for c in ("", *CONJUNCTIONS))
    if word == GOD[2:]:
        return tuple(form for form in found if not form.endswith((GOD, "لله")))
    return (*found, *(c + "لله" for c in ("", *CONJUNCTIONS))) if word == GOD else tuple(found)


def without_article(word: str) -> str:
    """``word`` without conjunction, preposition and article where it has an article: «وبالريف» → «ريف»."""
    rest = word[1:] if word[:1] in CONJUNCTIONS else word
    for article in sorted(ARTICLES, key=len, reverse=True):
        if rest.startswith(article) and len(rest) - len(article) >= SHORTEST_STEM:
            return rest[len(article) :]
    return word
