"""Builds the lists of personal names: ``python -m marsad.lexicon.names_build FOLDER``.

Source: the index of attested names in arabic-name-romanizer (MIT), whose rows are Wikidata's (CC0). Kept are single
words in Arabic letters that enough people bear; «عبد …», «أبو …» and «بن …» are rules, not entries.
"""

from __future__ import annotations

import sqlite3
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from marsad.text.fold import fold

Row = tuple[str, str, str, int]  # word, country, role, people
ARABIC = frozenset("ءابتثجحخدذرزسشصضطظعغفقكلمنهوي")
OWN_SPELLING = frozenset({"IR", "PK", "AF"})  # Persian and Urdu names: only those that many bear
LEAST, LEAST_ELSEWHERE = 2, 6  # bearers
SHORTEST = 3
MANY = {"given": 20, "family": 8}  # bearers of a name that outweighs a common noun of the same letters
HEAD = """\
# {what} that people bear in Arab, Iranian, Pakistani and Afghan sources, folded, single words. Made by
# python -m marsad.lexicon.names_build from Wikidata's labels (CC0) as arabic-name-romanizer (MIT) counts them: do not
# edit, but add to people.yaml. `many` have {many} bearers or more there.
"""


def read_rows() -> Iterator[Row]:
    """The rows of the installed package's index. Raises ``ImportError`` where it is not installed."""
    path = files("arabic_name_romanizer") / "resources/names.sqlite3"
    with sqlite3.connect(str(path)) as index:
        yield from index.execute("SELECT arabic_key, country, role, count FROM units WHERE source = 'wikidata'")


def kept(rows: Iterable[Row], role: str) -> dict[str, int]:
    """Folded word of a role that enough people bear → how many bear it."""
    near: Counter[str] = Counter()
    far: Counter[str] = Counter()
    for word, country, is_, people in rows:
        if is_ == role:
            (far if country in OWN_SPELLING else near)[fold(word)] += people
    return {
        word: near[word] + far[word]
        for word in sorted({*near, *far})
        if len(word) >= SHORTEST and set(word) <= ARABIC and (near[word] >= LEAST or far[word] >= LEAST_ELSEWHERE)
    }


def build(folder: Path) -> None:
    """Write ``given.yaml`` and ``family.yaml``, the names that many bear apart."""
    rows = list(read_rows())
    for role, name, what in (("given", "given", "Given names"), ("surname", "family", "Family names")):
        found = kept(rows, role)
        lists = {
            "many": [word for word, people in found.items() if people >= MANY[name]],
            "few": [word for word, people in found.items() if people < MANY[name]],
        }
        text = "".join(f"{key}: [\n{_wrapped(words)}\n]\n" for key, words in lists.items())
        (folder / f"{name}.yaml").write_text(HEAD.format(what=what, many=MANY[name]) + text, encoding="utf-8")


def _wrapped(words: list[str]) -> str:
    return textwrap.fill(", ".join(words), 118, break_long_words=False)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
