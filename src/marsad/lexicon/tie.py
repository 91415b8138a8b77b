"""What the knowledge base ties an entity to, in both directions: what it split from, and what split from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from marsad.lexicon.lexicon import Lexicon, NameEntry

# A link that another entity gives to this one, by what it is from here.
INVERSE = {
    "part-of": "has-part", "split-from": "split-off", "merged-into": "merged-from", "renamed-from": "renamed-to",
    "formed-by": "helped-form",
}  # fmt: skip


LASTING = frozenset({"part-of", "has-part"})  # with a beginning and an end; the others happen once


class Tie(NamedTuple):
    """A tie of an entity: its kind as seen from it, the other entity, and the link with dates and source."""

    kind: str
    other: NameEntry
    link: Mapping[str, Any]


def ties(entry: NameEntry, lexicon: Lexicon) -> list[Tie]:
    """The ties that an entity gives itself, then those that others give to it; each side by date, undated ones last."""
    own = [Tie(link["kind"], other, link) for link in entry.links if (other := lexicon.entity(link["of"]))]
    theirs = [
        Tie(INVERSE[link["kind"]], other, link)
        for other in lexicon.linked(entry.id)
        for link in other.links
        if link["of"] == entry.id
    ]
    return [*sorted(own, key=_date), *sorted(theirs, key=_date)]


def _date(tie: Tie) -> str:
    return str(tie.link.get("from") or "9999")
