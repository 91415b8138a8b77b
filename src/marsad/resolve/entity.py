"""Entities of an article: all mentions of one person, body or state, with the office held then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from marsad.event.view import View
from marsad.lexicon.lexicon import Lexicon, NameEntry
from marsad.mention.describe import holds
from marsad.mention.name import NameMatch
from marsad.record import Entity, MentionKind
from marsad.span import Span


def find_entities(views: Sequence[View], lexicon: Lexicon) -> tuple[Entity, ...]:
    """The known entities that the article speaks of, by name, body or office, in order of first mention."""
    spans: dict[str, list[Span]] = {}
    for view in views:
        for id_, span in sorted(_named(view, lexicon), key=lambda pair: pair[1].start):
            spans.setdefault(id_, []).append(span)
    published = next((view.published for view in views), None)
    known = ((lexicon.entity(id_), found) for id_, found in spans.items())
    return tuple(_entity(entry, found, published) for entry, found in known if entry is not None)


BY_RULE = ("institution", "office_holder", "capital")  # rules by which a phrase is an entity that it does not name


def _named(view: View, lexicon: Lexicon) -> Iterable[tuple[str, Span]]:
    yield from ((lexicon.name(match.entry).id, span) for match, span in _matches(view))
    for mention in view.mentions():
        if mention.entity and mention.rule in BY_RULE:
            yield mention.entity, mention.span


def _matches(view: View) -> Iterable[tuple[NameMatch, Span]]:
    for item in view.items:
        match = item.name
        if match is not None and view.items[match.start] is item:
            yield match, Span(item.span.start, view.items[match.stop - 1].token.span.stop)


def _entity(entry: NameEntry, spans: Sequence[Span], published: str | None) -> Entity:
    office, reason = office_at(entry, published)
    return Entity(
        entry.id, MentionKind(entry.kind), entry.name, entry.en, entry.country, entry.sector or _office_sector(entry),
        tuple(spans), office, reason,
    )  # fmt: skip


def _office_sector(entry: NameEntry) -> str | None:
    return str(entry.offices[-1].get("sector")) if entry.offices and entry.offices[-1].get("sector") else None


def office_at(entry: NameEntry, published: str | None) -> tuple[str | None, str | None]:
    """The office held at a date and why it is that one; ``None`` where the base does not say."""
    if not entry.offices:
        return None, None
    if published:
        for office in entry.offices:
            if holds(office, published):
                return str(office["title"]), f"held {office.get('from') or '…'} to {office.get('to') or '…'}"
    undated = [office for office in entry.offices if not office.get("from") and not office.get("to")]
    if undated:
        return str(undated[-1]["title"]), "undated office"
    if len(entry.offices) == 1 and not published:
        return str(entry.offices[0]["title"]), "only office known; the article's date is not"
    return None, None
