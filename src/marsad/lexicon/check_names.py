"""The linter's part for ``names/*.yaml``: lists without repeats or foreign letters, heads with examples that mark a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from marsad.lexicon.bodies import read_bodies
from marsad.lexicon.source import read_yaml
from marsad.text.fold import fold

ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u0652 ]+")


def name_list_faults(folder: Path) -> Iterator[str]:
    """What is wrong in the lists of names, one line a fault. Raises ``LexiconError`` for a file that cannot be read."""
    people = read_yaml(folder / "names/people.yaml")
    lands = read_yaml(folder / "names/lands.yaml")
    bodies = read_yaml(folder / "names/bodies.yaml")
    read_bodies(folder)
    lists = {**people, **lands, **{key: bodies[key] for key in ("plain", "purposes", "closed")}}
    for name, words in lists.items():
        yield from _list_faults(name, words)
    never = {fold(word) for word in people["never"]}
    for name in ("given", "foreign", "common"):
        both = sorted(never & {fold(word) for word in people[name]})
        yield from (f"names/people.yaml: «{word}» stands in {name} and in never" for word in both)
    yield from _head_faults(bodies["heads"])


def _list_faults(name: str, words: Iterable[object]) -> Iterator[str]:
    counts = Counter(str(word) for word in words)
    yield from (f"names: «{word}» stands {count} times in {name}" for word, count in counts.items() if count > 1)
    yield from (
        f"names: «{word}» in {name} has other than Arabic letters" for word in counts if not ARABIC.fullmatch(word)
    )


def _head_faults(heads: Iterable[dict[str, object]]) -> Iterator[str]:
    counts = Counter(str(head["noun"]) for head in heads)
    yield from (f"names/bodies.yaml: head {noun} stands {n} times" for noun, n in counts.items() if n > 1)
    for head in heads:
        if not re.search(r"\{[^{}]+\}", str(head.get("example", ""))):
            yield f"names/bodies.yaml: head {head['noun']} has no example that marks a name in braces"
        if "{" in str(head.get("counter", "")):
            yield f"names/bodies.yaml: the counter-example of {head['noun']} marks a name"
