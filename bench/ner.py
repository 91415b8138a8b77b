"""Suite *ner*: outermost names of the public Wojood sample (SinaLab, MIT).

The sample's columns hold nested entities; the outermost span of each is scored, kinds
mapped to PERS, ORG, PLACE (GPE and LOC) and NORP. A span counts when both ends and kind agree.
Of ours are scored the mentions that are names (``Mention.proper``), outermost ones; the sample counts groups of people by
what they are («المرشحين», «أعضاء اللجنة») as NORP as well, so these descriptions are added. Its states that act are ORG, ours PLACE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bench.gold import f_score
from marsad.page import read_sentences
from marsad.reader import Reader
from marsad.record import Mention, MentionKind

KINDS = {"PERS": "PERS", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "NORP": "NORP"}
OURS = {
    MentionKind.PERSON: "PERS", MentionKind.ORGANISATION: "ORG", MentionKind.STATE: "PLACE", MentionKind.PLACE: "PLACE",
    MentionKind.GROUP: "NORP",
}  # fmt: skip
Named = tuple[int, int, str]
END = "$#$"  # the sample's end of sentence


def read_sample(path: Path) -> Iterator[tuple[list[str], set[Named]]]:
    """Sentences as words, and the outermost names in each as (first word, past the last, kind)."""
    words: list[str] = []
    tags: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *found = line.split()[:1] + line.split()[1:] or [END]
        if word == END:
            if words:
                yield words, outermost(tags)
            words, tags = [], []
        else:
            words.append(word)
            tags.append(found)
    if words:
        yield words, outermost(tags)


def outermost(tags: Sequence[Sequence[str]]) -> set[Named]:
    """The names that lie in no other name."""
    found = [name for kind in KINDS for name in _spans(tags, kind)]
    inside = {n for n in found for o in found if n[:2] != o[:2] and o[0] <= n[0] and n[1] <= o[1]}
    return {(start, stop, KINDS[kind]) for start, stop, kind in set(found) - inside}


def _spans(tags: Sequence[Sequence[str]], kind: str) -> Iterator[Named]:
    start: int | None = None
    for position, found in enumerate([*tags, []]):
        if start is not None and f"I-{kind}" not in found:
            yield start, position, kind
            start = None
        if f"B-{kind}" in found:
            start = position


def score_ner(reader: Reader, path: Path) -> dict[str, float]:
    """Precision, recall and F1 over all kinds, and F1 a kind."""
    gold_all = found_all = hits = 0
    per: dict[str, list[int]] = {kind: [0, 0, 0] for kind in set(KINDS.values())}
    for words, gold in read_sample(path):
        found = names_of(reader, words)
        hits += len(gold & found)
        gold_all += len(gold)
        found_all += len(found)
        for kind, counts in per.items():
            mine, theirs = {n for n in found if n[2] == kind}, {n for n in gold if n[2] == kind}
            for i, figure in enumerate((len(mine & theirs), len(mine), len(theirs))):
                counts[i] += figure
    precision, recall, f1 = f_score(hits, found_all, gold_all)
    return {"precision": precision, "recall": recall, "F1": f1} | {
        f"{kind} F1": f_score(*counts)[2] for kind, counts in sorted(per.items())
    }


def names_of(reader: Reader, words: Sequence[str]) -> set[Named]:
    """Our names of a sentence given as words, on the sample's word numbers."""
    text = " ".join(words)
    article = reader.read_page(read_sentences([text]))
    starts: dict[int, int] = {}
    position = 0
    for number, word in enumerate(words):
        starts.update(dict.fromkeys(range(position, position + len(word) + 1), number))
        position += len(word) + 1
    return outer(
        (starts[m.span.start], starts[m.span.stop - 1] + 1, "NORP" if is_people(m) else OURS[m.kind])
        for m in article.mentions
        if (m.proper and m.kind in OURS) or is_people(m)
    )


def is_people(mention: Mention) -> bool:
    """A description that the sample counts as NORP: a group of people by what they are («المرشحين», «أعضاء اللجنة»)."""
    return "group:" in mention.rule


def outer(names: Iterable[Named]) -> set[Named]:
    """The names that lie in no longer one."""
    found = set(names)
    return {n for n in found if not any(n[:2] != o[:2] and o[0] <= n[0] and n[1] <= o[1] for o in found)}
