"""One name, spelled otherwise: foreign vowels long or short, the letters for g, «عبد» and «أبو» glued or apart.

Arabic has no letter for g and none for the short foreign vowels, so newspapers write غولر, جولر and كولر, خلوصي and
خولوصي. The skeleton of a word keeps what they agree in: its consonants, with one letter for the ways to write g. (On the
letters: the tables of Arabic spellings of foreign names in Shaalan and Raza, NERA, JASIST 2009.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

VOWELS = frozenset("اويء")
G = str.maketrans("غكق", "ججج")
LEAST = 3  # consonants of a word that may be spelled otherwise: fewer are too many other words
GLUED = ("عبد", "ابو")


@lru_cache(maxsize=1 << 14)
def skeleton(folded: str) -> str:
    """The consonants of a folded word with its first letter, doubled ones once, g's letters as one."""
    return consonants(folded).translate(G)


def consonants(folded: str) -> str:
    """The same with each of g's letters by itself."""
    bare = folded.removesuffix("ه")
    return "".join(c for n, c in enumerate(bare) if not n or (c not in VOWELS and c != bare[n - 1]))


def spelled_alike(one: str, other: str, *, same_g: bool) -> bool:
    """Whether two folded words may be two spellings of one foreign name, written with the same letter for g if asked.

    Neither may be an Arabic word or name: ask before. Words with the article are Arabic.
    """
    reduced = consonants if same_g else skeleton
    same = reduced(one)
    return same == reduced(other) and len(same) >= LEAST and not one.startswith("ال")


def glued_and_split(words: Sequence[str]) -> Iterator[list[str]]:
    """The other ways to write a name's «عبد …» and «أبو …»: ``عبد الله`` as ``عبدالله`` and back."""
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else ""
        if word in GLUED and after and (word != "عبد" or after.startswith("ال")):
            yield [*words[:number], word + after, *words[number + 2 :]]
        for lead in GLUED:
            rest = word.removeprefix(lead)
            if rest != word and len(rest) > 2 and (lead != "عبد" or rest.startswith("ال")):
                yield [*words[:number], lead, rest, *words[number + 1 :]]
