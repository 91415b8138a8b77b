"""What newspapers write that no trigger covers: where the lexicon should grow.

Counted are the verbs, verbal nouns and participles of sentences that name a state, a body or a person of politics or
arms. Verbal nouns and participles are told by their shape, so some other nouns come along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from marsad.lexicon.compile import SPEECH, SUPPORT, TRIGGER
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.item import Item, itemize
from marsad.mention.name import find_names
from marsad.record import Page
from marsad.text.sentence import segment

KNOWN = (TRIGGER, SPEECH, SUPPORT)
POLITICAL = frozenset("GOV MIL REB UAF SPY COP OPP LEG JUD PRM REF IGO".split())
# Folded shapes: تفعيل، تفعل، انفعال/افتعال، استفعال، إفعال؛ مفاعلة; active and passive participles in مـ.
MASDAR = re.compile(r"ت..ي.|ت..ا?.|ا(?:ن|.ت).ا.|است..ا.|ا..ا.|م.ا..ه")
PARTICIPLE = re.compile(r"م.{3,5}")
SHOWN = 110  # characters of an example


class Uncovered(NamedTuple):
    """A word without a trigger: how often it stands in political sentences, what it is, and one of them."""

    times: int
    kind: str
    word: str
    example: str


def uncovered(pages: Iterable[Page], lexicon: Lexicon, *, least: int = 3) -> list[Uncovered]:
    """The words that stand at least ``least`` times in political sentences and are no trigger, most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for page in pages:
        for sentence in segment(page):
            items = itemize(sentence, lexicon, find_names(sentence.tokens, lexicon), frozenset(), frozenset(), {})
            if not _political(items, lexicon):
                continue
            for word in _words(items):
                counts[word] += 1
                examples.setdefault(word, " ".join(sentence.span.of(page.text).split())[:SHOWN])
    frequent = ((word, count) for word, count in counts.most_common() if count >= least)
    return [Uncovered(count, kind, word, examples[kind, word]) for (kind, word), count in frequent]


def _political(items: Sequence[Item], lexicon: Lexicon) -> bool:
    named = any(item.name for item in items)
    return named or any(item.word and lexicon.word(item.word.entry).sector in POLITICAL for item in items)


def _words(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """(kind, folded word without clitics) of the words that tell an event and are no trigger."""
    for item in items:
        if item.token.kind != "word" or item.name or any(item.of(cls) for cls in KNOWN):
            continue
        bare = _bare(item)
        if item.tag == "verb":
            yield "verb", bare
        elif item.tag in ("noun", "unknown") and item.word is None and MASDAR.fullmatch(bare):
            yield "masdar", bare
        elif item.tag in ("noun", "unknown") and item.word is None and PARTICIPLE.fullmatch(bare):
            yield "participle", bare


def _bare(item: Item) -> str:
    cut = item.readings[0].cut if item.readings else None
    if cut is not None:
        return cut.stem
    return item.token.folded[item.prefix :].removeprefix("ال")
