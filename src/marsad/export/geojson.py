"""Events as GeoJSON (RFC 7946): one feature an event mention, with how exact its point is and why that place.

A mention whose place is not told, not known or a whole country has a feature without geometry: nothing is lost, and no
point is made up. Coordinates are longitude and latitude, WGS 84, as the standard asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from marsad.event.size import exact
from marsad.mention.time.value import date_of
from marsad.record import Article, EventMention, Participant, Place

LICENCE = "Places: GeoNames (CC BY 4.0)"


def write_geojson(articles: Iterable[Article], file: TextIO) -> int:
    """Write one feature collection; returns the number of features. Features are written as the articles come."""
    pieces = 0
    for piece in collection(articles):
        file.write(piece)
        pieces += 1
    return pieces - 2  # the first and the last piece are no features


def collection(articles: Iterable[Article]) -> Iterator[str]:
    """The text of a feature collection: its beginning, each feature, its end."""
    yield f'{{"type": "FeatureCollection", "license": {json.dumps(LICENCE)}, "features": ['
    for number, one in enumerate(one for article in articles for one in features(article)):
        yield ("\n" if number == 0 else ",\n") + json.dumps(one, ensure_ascii=False)
    yield "\n]}\n"


def features(article: Article) -> Iterator[dict[str, Any]]:
    """The features of an article's event mentions."""
    return (feature(article, event) for event in article.events)


def feature(article: Article, event: EventMention) -> dict[str, Any]:
    """One event mention as a feature."""
    return {"type": "Feature", "geometry": _geometry(event.place), "properties": _properties(article, event)}


def _geometry(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _properties(article: Article, event: EventMention) -> dict[str, Any]:
    return {
        "article": article.id,
        "url": article.page.url,
        "event": event.event,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "confidence": event.confidence,
        "date": date_of(event.time),
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "killed": exact(event.casualties, "killed"),
        "injured": exact(event.casualties, "injured"),
        "claimed_by": event.claim.speaker.text if event.claim else None,
        "trigger": event.trigger.of(article.text),
        "sentence": " ".join(article.sentences[event.sentence].span.of(article.text).split()),
        **_placed(article, event),
    }


def _party(party: Participant) -> dict[str, Any]:
    return {"text": party.text, "country": party.country, "sector": party.sector, "entity": party.entity}


def _placed(article: Article, event: EventMention) -> dict[str, Any]:
    """Which place, how exact its point, and why: every key is there, ``None`` where nothing is told."""
    place = event.place
    return {
        "place": place.span.of(article.text) if place else None,
        "place_span": list(place.span) if place else None,
        "place_id": place.id if place else None,
        "place_name": place.name if place else None,
        "place_name_en": place.name_en if place else None,
        "country": place.country if place else None,
        "precision": place.precision if place else None,
        "uncertainty_km": place.uncertainty if place else None,
        "place_rule": event.rules.get("place"),
        "place_reason": place.reason if place else None,
    }
