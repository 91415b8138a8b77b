"""Rows that load beside two data sets: POLECAT's tab-separated columns and ICEWS's.

One row for each pair of an actor and a recipient of an event, told from the event's best-filled mention. What the text does not say is
empty, where POLECAT writes ``None`` and its date may be the publication date: here a date is the event's own.
Columns: POLECAT's files on Dataverse (doi:10.7910/DVN/AJGVIT) and ICEWS's (doi:10.7910/DVN/28075). Nothing here
knows cities from districts, so that a place's name stands in ``City`` only where it is a town.
"""

from __future__ import annotations

from collections.abc import Iterator

from marsad import __version__
from marsad.export.told import Told, best_mentions
from marsad.mention.time.value import date_of
from marsad.ontology.plover import QUAD_CLASS
from marsad.ontology.scale import cameo_code, goldstein, plover_score
from marsad.record import Article, EventMention, MentionKind, Participant, Place

POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
CAMEO_COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
QUAD_CODE = {
    "verbal-cooperation": "VERBAL COOPERATION",
    "material-cooperation": "MATERIAL COOPERATION",
    "verbal-conflict": "VERBAL CONFLICT",
    "material-conflict": "MATERIAL CONFLICT",
}
Side = Participant | None


def polecat_rows(told: Told) -> Iterator[list[object]]:
    """The rows of an article in POLECAT's columns."""
    article, page = told.record, told.record.page
    named = _story(article)
    for event in best_mentions(article):
        for pair, (actor, recipient) in enumerate(_pairs(event)):
            yield [
                f"{told.key(event)}-{pair}", date_of(event.time), event.type, event.mode,
                plover_score(event.type, event.mode), QUAD_CODE[QUAD_CLASS[event.type]], None,
                *_polecat_side(article, actor), *_polecat_side(article, recipient), *_place(article, event.place),
                told.source, page.published.value[:10] if page.published else None, *named, page.language,
                f"marsad-{__version__}",
            ]  # fmt: skip


def cameo_rows(told: Told) -> Iterator[list[object]]:
    """The rows of an article in ICEWS's columns: source is who acts, target whom it is done to."""
    article = told.record
    for event in best_mentions(article):
        code, place = cameo_code(event.type, event.mode), event.place
        for pair, (actor, recipient) in enumerate(_pairs(event)):
            yield [
                f"{told.key(event)}-{pair}", date_of(event.time), *_cameo_side(article, actor), event.trigger.of(article.text),
                code, goldstein(code), *_cameo_side(article, recipient), told.number, event.sentence + 1, told.source,
                _town(place), None, None, place and place.country, place and place.latitude, place and place.longitude,
            ]  # fmt: skip


def _pairs(event: EventMention) -> list[tuple[Side, Side]]:
    actors: tuple[Side, ...] = event.actors or (None,)
    recipients: tuple[Side, ...] = event.recipients or (None,)
    return [(actor, recipient) for actor in actors for recipient in recipients]


def _name(article: Article, party: Participant) -> str:
    """The Latin name of what the phrase resolves to, else the words."""
    known = next((entity for entity in article.entities if entity.id == party.entity), None)
    return (known.name_en or known.name) if known else party.text


def _office(article: Article, party: Participant) -> str | None:
    return next((entity.office for entity in article.entities if entity.id == party.entity), None)


def _polecat_side(article: Article, party: Side) -> list[object]:
    if party is None:
        return [None] * 8
    return [
        _name(article, party), party.country, None, party.sector, party.sector, _office(article, party), party.text, None,
    ]  # fmt: skip


def _cameo_side(article: Article, party: Side) -> list[object]:
    return [None] * 3 if party is None else [_name(article, party), party.sector, party.country]


def _town(place: Place | None) -> str | None:
    return (place.name_en or place.name) if place and place.precision in ("town", "point") else None


def _place(article: Article, place: Place | None) -> list[object]:
    if place is None:
        return [None] * 10
    geonames = place.id.removeprefix("geonames:") if place.id and place.id.startswith("geonames:") else None
    return [
        place.name_en or place.name, _town(place), None, None, place.country, place.latitude, place.longitude, geonames,
        place.span.of(article.text), place.precision,
    ]  # fmt: skip


def _story(article: Article) -> list[object]:
    """The people, bodies and places that the article names, each joined by ``; ``."""
    people = [e.name for e in article.entities if e.kind is MentionKind.PERSON]
    bodies = [e.name for e in article.entities if e.kind in (MentionKind.ORGANISATION, MentionKind.GROUP)]
    places = dict.fromkeys(e.place.name for e in article.events if e.place and e.place.name)
    return ["; ".join(people) or None, "; ".join(bodies) or None, "; ".join(places) or None]
