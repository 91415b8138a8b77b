"""Clitics, taken off only where a known word remains.

A written word is proclitics, stem and an attached pronoun. Each way to cut it is
proposed, longest stem first, and kept only if the caller knows the stem and the parts
fit its part of speech: «وجه» is the verb, not «و» and a noun «جه».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from marsad.text.memo import Memo
from marsad.text.token import token_of

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ني", "ي")
SHORTEST_STEM = 2
Split = tuple[str, str, bool, bool, str, str]  # the parts of a Cut, in its order
MAX_WORD = 40  # longer runs of letters are no Arabic word; cutting them would waste time


@dataclass(slots=True)
class Cut:
    """One way to cut a folded word: conjunction, preposition, future س, article, stem, pronoun."""

    conjunction: str
    preposition: str
    future: bool
    article: bool
    stem: str
    pronoun: str

    @property
    def prefix_length(self) -> int:
        """Folded letters before the stem's noun phrase: conjunction and preposition."""
        return len(self.conjunction) + len(self.preposition)


def cuts(folded: str, ta_marbuta: bool) -> tuple[Cut, ...]:
    """All cuts of a folded word, fewest clitics first.

    ``ta_marbuta`` says that the word is written with final ة: then it ends in no pronoun.
    """
    return tuple(
        sorted((Cut(*split) for split in splits(folded, ta_marbuta)), key=lambda cut: len(folded) - len(cut.stem))
    )


@lru_cache(maxsize=1 << 12)  # of an article or two: each new word is asked for by several tables, one after the other
def splits(folded: str, ta_marbuta: bool) -> tuple[Split, ...]:
    """The same as plain tuples, in no order: for those who keep few of them."""
    if len(folded) > MAX_WORD:
        return (("", "", False, False, folded, ""),)
    return tuple(
        [
            (*proclitics, stem, pronoun)
            for proclitics, rest in _proclitics(folded)
            for stem, pronoun in _pronouns(rest, ta_marbuta)
        ]
    )


@cache
def stems_of() -> Memo[frozenset[str]]:
    """Spelling → the folded word and everything that remains of it in some cut; a token that is no word is all there is."""
    return Memo(_stems)


def _stems(spelling: str) -> frozenset[str]:
    token = token_of(spelling)
    ways = splits(token.folded, spelling.endswith("ة")) if token.kind == "word" else ()
    return frozenset([token.folded, *(split[4] for split in ways)])


def _proclitics(word: str) -> Iterator[tuple[tuple[str, str, bool, bool], str]]:
    for conjunction in ("", *CONJUNCTIONS):
        if not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        if len(rest) >= SHORTEST_STEM:
            yield (conjunction, "", False, False), rest
        yield from (((conjunction, *found), stem) for found, stem in _inner(rest) if len(stem) >= SHORTEST_STEM)


def _inner(word: str) -> Iterator[tuple[tuple[str, bool, bool], str]]:
    if word.startswith("ال"):
        yield ("", False, True), word[2:]
    if word.startswith("س"):
        yield ("", True, False), word[1:]
    if word.startswith("لل"):
        yield ("ل", False, True), word[2:]
    if word[:1] in PREPOSITIONS:
        yield (word[0], False, False), word[1:]
        if word.startswith("ال", 1):
            yield (word[0], False, True), word[3:]


def _pronouns(word: str, ta_marbuta: bool) -> Iterator[tuple[str, str]]:
    yield word, ""
    if ta_marbuta:
        return
    for pronoun in PRONOUNS if word.endswith(PRONOUNS) else ():
        stem = word[: -len(pronoun)]
        if word.endswith(pronoun) and len(stem) >= SHORTEST_STEM:
            yield stem, pronoun
            if stem.endswith("ت"):
                yield stem[:-1] + "ه", pronoun  # زيارتها: the ta marbuta opens before a pronoun
            if stem.endswith("و") and len(stem) > SHORTEST_STEM:
                yield stem + "ا", pronoun  # قتلوه: the silent alef of the plural goes


@lru_cache(maxsize=1 << 16)
def first_words(folded: str) -> tuple[tuple[str, str, str], ...]:
    """What the first word of a name may be written as: (bare form, preposition, conjunction), the whole word first."""
    return tuple(_first_words(folded))


def written_forms(word: str) -> Iterator[str]:
    """Every folded token that may be a word with clitics before it, as :func:`first_words` takes them off, and some that may not."""
    for conjunction in ("", *CONJUNCTIONS):
        yield from (conjunction + preposition + word for preposition in ("", *PREPOSITIONS))
        if word.startswith("ال"):
            yield f"{conjunction}لل{word[2:]}"


def _first_words(folded: str) -> Iterator[tuple[str, str, str]]:
    yield folded, "", ""
    for conjunction in ("", "و", "ف"):
        if not folded.startswith(conjunction):
            continue
        rest = folded[len(conjunction) :]
        if conjunction and len(rest) > 2:
            yield rest, "", conjunction
        if rest.startswith("لل"):
            yield "ال" + rest[2:], "ل", conjunction
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            yield rest[1:], rest[0], conjunction
