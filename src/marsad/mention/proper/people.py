"""Names of peoples and groups: «الفلسطينيون», «الشيعة», «الشعب السوري», «مقاتلو داعش», «عائلة حداد»."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from marsad.lexicon.compile import WORD
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.item import Item
from marsad.mention.phrase import Phrase

# Nouns of words/nominals.yaml for members of a faith or people.
FAITHS = frozenset(
    "شيعي سني مسيحي قبطي يهودي مسلم هندوسي درزي علوي كردي عربي أمازيغي تركماني أزيدي آشوري روهينغا طوارق غجري بدوي إخواني سلفي".split()
)
KIN = frozenset("عاءله قبيله عشيره حاموله طاءفه".split())


class PeopleName(NamedTuple):
    """Items ``[start, stop)`` that name a people or group, and the rule."""

    start: int
    stop: int
    rule: str


Rule = Callable[[Sequence[Item], Phrase, Lexicon], int | None]


def find_peoples(items: Sequence[Item], phrases: Sequence[Phrase], lexicon: Lexicon) -> list[PeopleName]:
    """The names of peoples that begin a noun phrase of the sentence."""
    found: list[PeopleName] = []
    for phrase in phrases:
        if phrase.kind == "np":
            for rule in RULES:
                stop = rule(items, phrase, lexicon)
                if stop is not None:
                    found.append(PeopleName(phrase.start, stop, rule.__name__))
                    break
    return found


def nationals(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«الفلسطينيون», «الأتراك»: a nationality that heads its phrase, in the plural."""
    item = items[phrase.start]
    plural = item.token.folded.endswith(("ون", "ين")) or any(r.agreement.endswith("p") for r in item.readings)
    return _with_adjectives(items, phrase) if item.tag == "demonym" and plural and not item.pronoun else None


def faithful(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«الشيعة», «المسيحيين», «الأكراد»: members of a faith or people that the lexicon knows as a noun."""
    item = items[phrase.start]
    lemmas = {lexicon.word(r.entry).lemma for r in item.readings if r.cls == WORD}
    plural = any(r.agreement.endswith("p") for r in item.readings) or item.token.folded.endswith(("ون", "ين"))
    return _with_adjectives(items, phrase) if lemmas & FAITHS and plural else None


def nation(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«الشعب السوري»: the word for a people with its nationality."""
    item, after = items[phrase.start], phrase.start + 1
    people = item.token.folded.endswith(("الشعب", "للشعب"))
    return after + 1 if people and after < len(items) and items[after].tag == "demonym" else None


def kin(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«عائلة حداد», «قبيلة الورفلة»: kin and its name."""
    after = phrase.start + 1
    if items[phrase.start].token.folded[items[phrase.start].prefix :] not in KIN or after >= phrase.stop:
        return None
    named = items[after].tag in ("unknown", "name") or items[after].article
    return phrase.stop if named and items[after].tag != "demonym" else None


def members(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«مقاتلو داعش», «سكان نابلس»: people in an iḍāfa with a name."""
    head, after = items[phrase.start], phrase.start + 1
    people = [lexicon.word(r.entry) for r in head.readings if r.cls == WORD and r.agreement.endswith("p")]
    if head.article or head.pronoun or after >= phrase.stop or not any(e.kind == "group" for e in people):
        return None
    return phrase.stop if all(items[n].tag == "name" for n in range(after, phrase.stop)) else None


RULES: tuple[Rule, ...] = (nationals, faithful, nation, kin, members)


def _with_adjectives(items: Sequence[Item], phrase: Phrase) -> int:
    """The noun and the definite adjectives of its phrase («اليهود الشرقيون»)."""
    stop = phrase.start + 1
    while stop < phrase.stop and items[stop].article and items[stop].tag in ("noun", "demonym"):
        stop += 1
    return stop
