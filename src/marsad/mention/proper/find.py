"""All proper names of a sentence as mentions, outer and inner ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from marsad.event.view import View
from marsad.lexicon.lexicon import NameEntry
from marsad.mention.describe import describe, sector_at
from marsad.mention.item import Item, letters
from marsad.mention.phrase import Phrase
from marsad.mention.proper.body import Bodies, BodyName
from marsad.mention.proper.land import LandName, Lands
from marsad.mention.proper.people import PeopleName, find_classes, find_peoples
from marsad.mention.proper.person import ROYAL
from marsad.record import Mention, MentionKind
from marsad.span import Span


class Finders(NamedTuple):
    """The finders that need tables."""

    bodies: Bodies
    lands: Lands


def find_proper(view: View, finders: Finders) -> Iterator[Mention]:
    """The names of a sentence: known ones, persons, bodies, places, peoples; nested names each by itself."""
    yield from _known(view, finders.bodies)
    yield from _strangers(view)
    yield from (_body(view, body) for body in finders.bodies.find(view.items))
    yield from (_land(view, land) for land in finders.lands.find(view.items) if not _outlet(view, land))
    yield from (_people(view, people) for people in find_peoples(view.items, view.phrases, view.lexicon))


def described(view: View) -> Iterator[Mention]:
    """What each noun phrase is of, and the groups of people by what they are («الموظفين», «أعضاء البرلمان»).

    A group's rule ends in its own («headed:nominal+group:class»); it is a description and no name.
    """
    groups = {_span(view.items, p.start, p.stop): p for p in find_classes(view.items, view.phrases, view.lexicon)}
    for mention in view.mentions():
        group = groups.pop(mention.span, None) if mention.kind in PEOPLE else None
        yield replace(mention, rule=f"{mention.rule}+group:{group.rule}") if group else mention
    for people in groups.values():
        found = _people(view, people)
        yield replace(found, rule=f"group:{people.rule}", proper=False)


PEOPLE = frozenset({MentionKind.GROUP, MentionKind.PERSON})


def _known_body(view: View, body: BodyName) -> Mention | None:
    """«حركة حماس», «تنظيم داعش»: a head and nothing more before a known body's name is that body."""
    marked = body.rule == "bracketed"
    start, stop = body.start + 1 + marked, body.stop - marked
    match = view.items[start].name
    if match is None or (match.start, match.stop) != (start, stop):
        return None
    entry = view.lexicon.name(match.entry)
    found = _of_entry(view, entry, view.items[match.start].span, spelled=match.spelled)
    return found if found.kind in (MentionKind.ORGANISATION, MentionKind.GROUP) else None


def _outlet(view: View, land: LandName) -> bool:
    """«الشرق الأوسط» in quotation marks: a known body by the words of a place."""
    match = view.items[land.start].name
    known = match is not None and (match.start, match.stop) == (land.start, land.stop)
    return known and match is not None and view.lexicon.name(match.entry).kind == "organisation"


def _land(view: View, land: LandName) -> Mention:
    """A place, with the country that the gazetteer or the lexicon gave to the words there."""
    span = _span(view.items, land.start, land.stop, land.prefix)
    place = view.place_over(span)
    return Mention(
        span, MentionKind.PLACE, f"name:land:{land.rule}", span, country=place.country if place else None, proper=True
    )


def _people(view: View, people: PeopleName) -> Mention:
    """A people or group, with the country and sector that its words give."""
    span = _span(view.items, people.start, people.stop)
    said = describe(view.items, Phrase("np", people.start, people.stop), view.lexicon, view.published)
    country, sector = (said.country, said.sector) if said is not None else (None, None)
    return Mention(
        span, MentionKind.GROUP, f"name:people:{people.rule}", span, None, None, country, sector, proper=True
    )


def _known(view: View, bodies: Bodies) -> Iterator[Mention]:
    """Names of the lexicon. A group's name that begins with a word for a body («قوات صالح») is a body's."""
    for number, item in enumerate(view.items):
        match = item.name
        if match is None or match.start != number:
            continue
        entry, stop = view.lexicon.name(match.entry), match.stop
        while stop > match.start + 1 and view.items[stop - 1].token.folded in EPITHETS:
            stop -= 1
        found = _of_entry(view, entry, _name_span(view, match.start, stop), spelled=match.spelled)
        if found.kind is MentionKind.GROUP and bodies.head[item.token.folded] is not None:
            found = replace(found, kind=MentionKind.ORGANISATION)
        yield found


def _name_span(view: View, start: int, stop: int) -> Span:
    """The words of a name; a king's or prince's title is part of his name («الملك حسين»)."""
    first = view.items[start]
    apart = not (first.conjunction or first.preposition)
    royal = start > 0 and apart and view.items[start - 1].token.folded.endswith(ROYAL_FORMS)
    return _span(view.items, start - royal, stop)


EPITHETS = frozenset(
    "الارهابي الارهابيه المتطرف المتطرفه المحظور المحظوره".split()
)  # said of a group, no part of its name
ROYAL_FORMS = tuple(form for title in ROYAL for form in (title, "لل" + title.removeprefix("ال")))


def _of_entry(view: View, entry: NameEntry, span: Span, *, spelled: bool) -> Mention:
    rule = "name:spelled_otherwise" if spelled else "name:known"
    sector = sector_at(entry, view.published)
    return Mention(
        span,
        MentionKind(entry.kind),
        rule,
        span,
        entry.id or None,
        f"name:{entry.name}",
        entry.country,
        sector,
        proper=True,
    )


def _strangers(view: View) -> Iterator[Mention]:
    """Names of persons whom the lexicon does not hold, with country and sector of the phrase around them."""
    for number, item in enumerate(view.items):
        name = item.stranger
        if name is None or name.start != number:
            continue
        span = _name_span(view, name.start, name.stop)
        said = view.mention(view.phrase_of(number))
        person = said if said is not None and said.kind in (MentionKind.PERSON, MentionKind.GROUP) else None
        yield Mention(
            span, MentionKind.PERSON, f"name:{item.rule}", span, None, None, person.country if person else None,
            person.sector if person else None, proper=True,
        )  # fmt: skip


def _body(view: View, body: BodyName) -> Mention:
    """A body by pattern; what its words say of country and sector."""
    span = _span(view.items, body.start, body.stop, body.prefix)
    phrase = Phrase("np", body.start, body.stop)
    said = describe(view.items, phrase, view.lexicon, view.published)
    rule = f"name:body:{body.rule}"
    if (known := _known_body(view, body)) is not None:
        return replace(known, span=span, head=span, rule=rule)
    if said is None or said.kind is not MentionKind.ORGANISATION:
        return Mention(span, MentionKind.ORGANISATION, rule, span, proper=True)
    return replace(said, span=span, rule=rule, entity=None, proper=True)


def _span(items: Sequence[Item], start: int, stop: int, prefix: int | None = None) -> Span:
    """The words of some items without the clitics before the first; لل is kept whole."""
    first = items[start]
    if prefix is None or first.token.folded[max(0, prefix - 1) : prefix + 1] == "لل":
        return Span(first.span.start, items[stop - 1].token.span.stop)
    return Span(first.token.span.start + letters(first.token.text, prefix), items[stop - 1].token.span.stop)
