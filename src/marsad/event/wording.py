"""How a whole sentence is worded: whether its words are those of news of an event, or those of talk about such events.

Each word has a weight for a type of event, and all together, each counted once, say how surely the sentence reports one.
Names, numbers and times count by their kind, so that no place or person speaks for or against anything. The table is
``lexicon/wording.yaml``; what was fitted and how: docs/decisions/0004.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from marsad.lexicon.wording import Wording
from marsad.mention.item import Item

BY_KIND = frozenset({"name", "number", "time"})
FEATURE = "wording"  # begins the name of the feature that holds what a sentence's words are worth: «wording+0.41»
ARTICLE = "ال"
SHORTEST = 3  # letters of a word that nothing knows, without its article


def sentence_words(items: Iterable[Item]) -> frozenset[str]:
    """The words of a sentence as the table counts them: without clitics; a name, number or time by its kind."""
    return frozenset(_word(item) for item in items)


def _word(item: Item) -> str:
    if item.tag in BY_KIND:
        return f"<{item.tag}>"
    if item.tag == "mark":
        return item.token.text
    if item.readings:
        return min((reading.cut.stem for reading in item.readings), key=len)
    bare = item.token.folded[item.prefix :]
    return bare.removeprefix(ARTICLE) if len(bare) >= SHORTEST + len(ARTICLE) else bare


def worth(words: Iterable[str], table: Wording, type_: str) -> float:
    """What words add to the log odds of an event of a type of the table; rare words make the others count less."""
    scale = table.scales[type_]
    known = [row for word in words if (row := table.rows.get(word))]
    length = math.sqrt(sum(row[0] ** 2 for row in known)) or 1.0
    odds = scale.start + sum(row[scale.column] for row in known) / length
    return scale.worth * (odds - scale.even)


def wording_features(items: Sequence[Item], table: Wording, types: Iterable[str]) -> dict[str, str]:
    """Type → the feature of its events in a sentence, for the types among ``types`` that the table tells of."""
    told = table.scales.keys() & set(types)
    words = sentence_words(items) if told else ()
    return {type_: feature(words, table, type_) for type_ in told}


def feature(words: Iterable[str], table: Wording, type_: str) -> str:
    """The feature that says what words are worth for a type."""
    return f"{FEATURE}{worth(words, table, type_):+.2f}"


def worth_of(feature: str) -> float:
    """The log odds that a feature's own name holds."""
    return float(feature.removeprefix(FEATURE))
