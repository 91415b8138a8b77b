"""Which names begin with a word, and whose they are where several entities bear one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from marsad.lexicon.word import Name
from marsad.text.spelling import glued_and_split, skeleton
from marsad.text.token import tokenize

RANK = {"import": 0, "": 1, "overlay": 2}  # an overlay's entity takes a name from ours, an imported one takes none


class NameIndex(NamedTuple):
    """First folded word → ``[[following words], name number]``, longest first; the names that several bear; conflicts."""

    rows: dict[str, list[list[Any]]]
    shared: list[Name]
    conflicts: list[str]


def folded_words(phrase: str) -> list[str]:
    """The folded tokens of a name as the tokenizer cuts a sentence, marks left out."""
    return [token.folded for token in tokenize(phrase) if token.kind != "mark"]


def name_index(names: Sequence[Name], first_number: int) -> NameIndex:
    """The index of all names. A name that several bear alike gets a row of its own, numbered from ``first_number``."""
    shared: list[Name] = []
    conflicts: list[str] = []
    rows: dict[str, list[list[Any]]] = defaultdict(list)
    for words, owners in _owners(names).items():
        best = max(RANK[names[owner].origin] for owner in owners)
        bearers = [owner for owner in owners if RANK[names[owner].origin] == best]
        if len({names[owner].origin for owner in owners}) > 1 or (len(bearers) > 1 and names[bearers[0]].origin):
            conflicts.append(f"«{' '.join(words)}»: {', '.join(_told(names[owner]) for owner in owners)}")
        number = bearers[0]
        if len(bearers) > 1:
            number = first_number + len(shared)
            shared.append(_shared(" ".join(words), names, bearers))
        rows[words[0]].append([list(words[1:]), number])
    return NameIndex(
        {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in rows.items()}, shared, conflicts
    )


def spelling_index(names: Sequence[Name]) -> dict[str, list[list[Any]]]:
    """Skeletons of the first two words → ``[[the words], name number]`` of persons' names of several words."""
    rows: dict[str, list[list[Any]]] = defaultdict(list)
    for number, name in enumerate(names):
        for form in dict.fromkeys((name.name, *name.aliases)) if name.kind == "person" else ():
            written = folded_words(form)
            if len(written) > 1:
                rows[" ".join(map(skeleton, written[:2]))].append([written, number])
    return rows


def _owners(names: Sequence[Name]) -> dict[tuple[str, ...], list[int]]:
    owners: dict[tuple[str, ...], list[int]] = {}
    for number, name in enumerate(names):
        for words in dict.fromkeys(_forms(name)):
            owners.setdefault(words, []).append(number)
    return owners


def _forms(name: Name) -> Iterator[tuple[str, ...]]:
    for form in (name.name, *name.aliases):
        written = folded_words(form)
        for words in filter(None, (written, *glued_and_split(written))):
            if len(words) > 1 or not name.ambiguous:  # a name that is also a common word needs its other words
                yield tuple(words)


def _shared(form: str, names: Sequence[Name], bearers: Sequence[int]) -> Name:
    """A name without an entity: what its bearers have in common, and who they are."""
    kinds, countries, sectors = (
        {getattr(names[bearer], field) for bearer in bearers} for field in ("kind", "country", "sector")
    )
    return Name(
        "", form, None, "person" if "person" in kinds else min(kinds), countries.pop() if len(countries) == 1 else None,
        sectors.pop() if len(sectors) == 1 else None, (), candidates=tuple(bearers),
    )  # fmt: skip


def _told(name: Name) -> str:
    return f"{name.id} ({name.origin or 'ours'})"
