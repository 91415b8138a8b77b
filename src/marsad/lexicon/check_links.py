"""The linter's part for what entities are tied to: targets that exist, dates in order, no circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marsad.lexicon.word import Name

LINKS = frozenset({"part-of", "split-from", "merged-into", "renamed-from", "formed-by"})
BEGINS = frozenset({"split-from", "renamed-from", "formed-by"})  # an entity exists from such a link on
SUCCESSION = frozenset({"merged-into", "renamed-from", "formed-by"})
Link = Mapping[str, Any]


def link_faults(names: list[Name]) -> Iterator[str]:
    """What is wrong with the links of all entities, one line a fault."""
    known = {name.id: name for name in names}
    for name in names:
        for link in name.links:
            other = known.get(str(link.get("of")))
            told = f"{name.id}: {link.get('kind')} {link.get('of')}"
            if link.get("kind") not in LINKS or other is None or other is name:
                yield f"{told}: an unknown kind of link, or a link to nobody or to itself"
            else:
                yield from (f"{told}: {fault}" for fault in _date_faults(name, link, other))
    yield from _circles(names)


def _date_faults(name: Name, link: Link, other: Name) -> Iterator[str]:
    """Dates against the lives of both sides, as far as these are known."""
    date = str(link.get("from") or "")
    if date and link["kind"] in BEGINS and name.start and _differ(date, name.start):
        yield f"from {date}, but the entity is from {name.start}"
    if date and link["kind"] == "merged-into" and name.stop and _differ(date, name.stop):
        yield f"in {date}, but the entity is to {name.stop}"
    if date and other.start and _before(date, other.start):
        yield f"in {date}, but the other is from {other.start}"
    if date and other.stop and _before(other.stop, date):
        yield f"in {date}, but the other is to {other.stop}"


def _differ(one: str, other: str) -> bool:
    """Whether two dates exclude each other at the precision of the coarser."""
    return one[: len(other)] != other[: len(one)]


def _before(one: str, other: str) -> bool:
    return one[: len(other)] < other[: len(one)]


def _circles(names: list[Name]) -> Iterator[str]:
    """An entity that comes from itself by way of others."""
    before: dict[str, set[str]] = {name.id: set() for name in names}
    for name in names:
        for link in name.links:
            if link.get("kind") in SUCCESSION and link.get("of") in before:
                later, earlier = (
                    (str(link["of"]), name.id) if link["kind"] == "merged-into" else (name.id, str(link["of"]))
                )
                before[later].add(earlier)
    yield from (f"{start}: comes from itself by its links" for start in before if _reaches(start, before))


def _reaches(start: str, before: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    waiting = list(before[start])
    while waiting:
        at = waiting.pop()
        if at == start:
            return True
        if at not in seen:
            seen.add(at)
            waiting += before[at]
    return False


def share_by_date(one: Name, other: Name) -> bool:
    """Whether two entities may bear one name: the one follows the other, and a date tells which of them is meant."""
    follows = any(link.get("of") == b.id for a, b in ((one, other), (other, one)) for link in a.links)
    return follows and any(
        earlier.stop is not None and later.start is not None and not _before(later.start, earlier.stop)
        for earlier, later in ((one, other), (other, one))
    )
