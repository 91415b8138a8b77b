"""The map: where the events of a filter are, as exactly as the texts say it and no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import condition

from marsad.desk.asked import address_of
from marsad.desk.explore import tiles
from marsad.desk.explore.aggregate import CLASSES, Area, Spot, areas, spots, without_point
from marsad.desk.explore.brush import brush
from marsad.desk.explore.page import asked_of, link, shared, told
from marsad.desk.explore.words import CLASS_NAMES
from marsad.desk.kept import digest, kept, state
from marsad.desk.names import country_names, name_of
from marsad.desk.rights import Right, needs
from marsad.export.geojson import LICENCE
from marsad.store import models
from marsad.store.query import Filter

ROWS = 100  # of the table, unless all are asked for
FEW = 5  # events told of a place
VERSION = 1  # of the data's form; part of its ETag
# Kilometres around a point within which such a place may mean anything; a town's own dot says nothing of its size.
REACH = {"district": 15, "governorate": 60}


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the table, however exactly its events are known to be there."""

    name: str
    country: str
    precisions: tuple[str, ...]
    address: str
    classes: tuple[int, ...]

    @property
    def count(self) -> int:
        """All events there."""
        return sum(self.classes)


@needs(Right.READ)
def map_page(request: HttpRequest) -> HttpResponse:
    """The map of a filter, with the same as a table. Where tiles are named, the page may load them and nothing else."""
    origin = tiles.origin(settings.TILES)
    if origin is None:
        return _page(request)
    admitting = csp_update({"img-src": [origin], "connect-src": [origin]})
    return cast(HttpResponse, admitting(_page)(request))


def _page(request: HttpRequest) -> HttpResponse:
    asked, found = asked_of(request)
    some, total = kept("spots", asked, lambda: spots(found)), found.count()
    every = rows(asked, some)
    shown = every if request.GET.get("rows") == "all" else every[:ROWS]
    context = shared(request, asked) | {
        "legend": [(name, str(CLASS_NAMES[name])) for name in CLASSES],
        "total": total,
        "on_points": sum(spot.count for spot in some if spot.latitude is not None),
        "in_countries": sum(area.count for area in areas(some)),
        "nowhere": total - sum(spot.count for spot in some),
        "rows": shown,
        "more_rows": len(every) - len(shown),
        "all_rows": link(request.path, asked, {"rows": "all"}),
        "data": link(reverse("explore:map-data"), asked),
        "here": link(reverse("explore:map-here"), asked),
        "tiles": settings.TILES,
        "brush": brush(request.path, asked),
    }
    return render(request, "explore/map.html", context)


def rows(asked: Filter, some: Iterable[Spot]) -> list[Row]:
    """The places of spots, one row each, the one with the most events first; a country counts all in it, as its filter does."""
    every = list(some)
    together: dict[str, list[Spot]] = {}
    for spot in every:
        together.setdefault(key_of(spot), []).append(spot)
    for code in [key for key, same in together.items() if key and same[0].place is None]:
        together[code] += [spot for spot in every if spot.country == code and spot.place is not None]
    countries = country_names({spot.country for spots in together.values() for spot in spots if spot.country})
    made = [_row(asked, key, spots, countries) for key, spots in together.items()]
    return sorted(made, key=lambda row: -row.count)


def key_of(spot: Spot) -> str:
    """What a filter calls the place of a spot."""
    return spot.place.key if spot.place else spot.country or ""


def _row(asked: Filter, key: str, some: list[Spot], countries: dict[str, str]) -> Row:
    first = some[0]
    country = countries.get(first.country or "", "")
    return Row(
        name_of(first.place) if first.place else country, country,
        tuple(dict.fromkeys(spot.precision for spot in some if spot.precision)),
        link(reverse("news:front"), replace(asked, place=key)),
        tuple(map(sum, zip(*(spot.classes for spot in some), strict=True))),
    )  # fmt: skip


def etag(request: HttpRequest) -> str:
    """What the data of an address depends on: the question, and the latest that was read and judged."""
    return f'"{digest(VERSION, request.get_full_path(), get_language(), state())}"'


@needs(Right.READ)
@condition(etag_func=etag)
def map_data(request: HttpRequest) -> HttpResponse:
    """The spots of a filter as GeoJSON (RFC 7946), beside them the countries of which no nearer point is known."""
    asked, found = asked_of(request)
    some = kept("spots", asked, lambda: spots(found))
    data = {
        "type": "FeatureCollection",
        "license": LICENCE,
        "features": [feature(spot) for spot in some if spot.latitude is not None],
        "areas": [{"code": area.country, **_counts(area)} for area in areas(some)],
    }
    answer = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
    answer["Content-Type"] = "application/geo+json"
    answer["Cache-Control"] = "private, no-cache"
    return answer


def feature(spot: Spot) -> dict[str, Any]:
    """A spot with a point as a feature; ``reach`` is in kilometres, 0 where the point itself is meant."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [spot.longitude, spot.latitude]},
        "properties": {
            "key": key_of(spot),
            "name": name_of(spot.place) if spot.place else "",
            "precision": spot.precision,
            "exact": spot.exact,
            "reach": 0 if spot.exact else REACH.get(spot.precision or "", REACH["governorate"]),
            **_counts(spot),
        },
    }


def _counts(one: Spot | Area) -> dict[str, int]:
    return {"count": one.count, **{f"class{n}": count for n, count in enumerate(one.classes)}}


@needs(Right.READ)
def map_here(request: HttpRequest) -> HttpResponse:
    """The latest events at a place (``at``: its key) or of a country without a nearer point (``in``: its code)."""
    asked, found = asked_of(request)
    at, country = request.GET.get("at", ""), request.GET.get("in", "")
    if at:
        place = models.Place.objects.filter(key=at).first()
        if place is None:
            raise Http404
        name, here, narrowed = name_of(place), found.filter(place=place), replace(asked, place=at)
    else:
        name, here = country_names([country])[country], without_point(found, country)
        narrowed = replace(asked, place=country)
    context = {
        "name": name, "country": country, "count": here.count(), "events": told(here, FEW),
        "address": link(reverse("news:front"), narrowed), "query": address_of(narrowed),
    }  # fmt: skip
    return render(request, "explore/here.html", context)
