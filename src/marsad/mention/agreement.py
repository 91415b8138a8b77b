"""Adjectives that are also nouns for people: «القوات الحكومية», «هجوم مسلح», against «هاجم القائد المتمردين».

Arabic turns adjectives of relation (ـي) and participles (مـ) into nouns for people without a
mark; agreement in gender and number with the noun before tells the adjective.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.lexicon.lexicon import Lexicon
from marsad.text.fold import fold

if TYPE_CHECKING:  # item.py asks for the agreement of a state's name
    from marsad.mention.item import Item

SHORTEST_PARTICIPLE = 4  # مسلح; shorter words in م are nouns


def qualifies(noun: Item, other: Item, lexicon: Lexicon) -> bool:
    """Whether ``other`` may be an adjective of ``noun``: adjectival by its form, and agreeing. Definiteness is the caller's."""
    return adjectival(other, lexicon) and agrees(noun, other)


ORDINALS = frozenset("الاول الاولي الثاني الثانيه الثالث الثالثه الرابع الرابعه الخامس الخامسه الاخير الاخيره".split())
DUAL = ("ان", "ين")


def qualifies_event(noun: Item, other: Item, lexicon: Lexicon) -> bool:
    """Whether ``other``, right after an event noun, is its adjective: «التفجير الإرهابي», «تفجيرين انتحاريين», «الهجوم الثاني».

    An event is no person: its plural takes the feminine singular, so that «هجمات مسلحين» are those of gunmen. A definite noun
    takes no complement, and neither does a dual that keeps its ن.
    """
    if other.conjunction or other.preposition or other.pronoun or other.tag not in ("noun", "unknown", "number"):
        return False
    if noun.pronoun or other.article != noun.article:
        return False
    if other.token.folded in ORDINALS:
        return True
    if noun.article:
        return adjectival(other, lexicon) and _goes_with_event(noun, other)
    return noun.token.folded.endswith(DUAL) and noun.token.folded[-2:] == other.token.folded[-2:]


def _goes_with_event(noun: Item, adjective: Item) -> bool:
    """A plural in ـون or ـين is of people, whatever the noun."""
    ending = adjective.token.folded
    if ending.endswith("ه"):
        return _plural(noun) or _feminine(noun)
    return not ending.endswith(("ون", "ين")) and not _plural(noun) and not _feminine(noun)


def takes_feminine(event: Item) -> bool:
    """Whether a verb whose subject is this event noun stands in the feminine: «الغارة استهدفت», «الهجمات استهدفت»."""
    return _plural(event) or _feminine(event)


def ungendered(word: str) -> str:
    """A folded adjective without article and ending, so that «محال تجارية» is the plural of «محل تجاري»."""
    return word.removeprefix("ال").removesuffix("ه")


def adjectival(item: Item, lexicon: Lexicon) -> bool:
    """A noun of the lexicon that is an adjective of relation or a participle by its form."""
    if item.word is None:
        return False
    lemma = fold(lexicon.word(item.word.entry).lemma)
    if " " in lemma:
        return False  # «قوى كبرى» is no adjective for its last letter
    return lemma.endswith(("ي", "يه")) or (
        lemma.startswith("م") and len(lemma) >= SHORTEST_PARTICIPLE and not lemma.endswith("ه")
    )


def agrees(noun: Item, adjective: Item) -> bool:
    """Gender and number: a feminine singular goes with feminines and plurals, a sound plural with plurals."""
    ending = adjective.token.folded
    plural = _plural(noun)
    if ending.endswith("ه"):
        return plural or _feminine(noun)
    if ending.endswith(("ون", "ين")):
        return plural
    return not plural and not _feminine(noun)


def _plural(noun: Item) -> bool:
    return any(r.agreement.endswith("p") for r in noun.readings[:1]) or noun.token.folded.endswith(("ات", "ون", "ين"))


def _feminine(noun: Item) -> bool:
    return noun.token.folded.endswith("ه") or any(r.agreement.startswith("f") for r in noun.readings[:1])
