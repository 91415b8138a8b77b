"""The map's data, page and panel: what is drawn as what, what is told beside, and what the page may load."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from marsad.desk.asked import filter_of
from marsad.desk.explore.aggregate import Spot
from marsad.desk.explore.places import feature, rows
from marsad.desk.explore.tiles import origin
from marsad.store import models
from marsad.store.query import Filter, events


def data(client, question=""):
    return client.get(f"/map/events.geojson{question}").json()


def test_every_event_with_a_place_is_drawn_once(client):
    drawn = data(client)
    counts = [one["properties"]["count"] for one in drawn["features"]] + [one["count"] for one in drawn["areas"]]
    assert sum(counts) == events(Filter()).exclude(place=None, country=None).count()
    context = client.get("/map/").context
    assert context["on_points"] + context["in_countries"] + context["nowhere"] == context["total"]


def test_a_governorate_is_no_dot(client):
    found = {one["properties"]["precision"]: one["properties"] for one in data(client)["features"]}
    assert (found["town"]["exact"], found["town"]["reach"]) == (True, 0)
    assert (found["governorate"]["exact"], found["governorate"]["reach"]) == (False, 60)


def test_a_point_of_unknown_precision_is_no_dot(client):
    place = models.Place(key="x", name="س", latitude=1.0, longitude=2.0)
    properties = feature(Spot(place, "SYR", None, 1.0, 2.0, (1, 0, 0, 0)))["properties"]
    assert not properties["exact"]
    assert properties["reach"] > 0


def test_coordinates_are_longitude_and_latitude(client):
    (baghdad,) = [one for one in data(client)["features"] if one["properties"]["key"] == "geonames:98182"]
    assert [round(part) for part in baghdad["geometry"]["coordinates"]] == [44, 33]
    assert baghdad["properties"]["name"] == "بغداد"
    (english,) = [
        one for one in client.get("/en/map/events.geojson?place=IRQ").json()["features"]
        if one["properties"]["key"] == "geonames:98182"
    ]  # fmt: skip
    assert english["properties"]["name"] == "Baghdad"


def test_the_same_data_is_not_sent_twice(client):
    first = client.get("/map/events.geojson?type=ASSAULT")
    again = client.get("/map/events.geojson?type=ASSAULT", headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert client.get("/map/events.geojson", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_what_was_added_since_is_sent(client):
    first = client.get("/map/events.geojson")
    latest = models.Event.objects.latest("pk")
    models.Event.objects.create(**{
        field.attname: getattr(latest, field.attname) for field in latest._meta.fields if field.name not in ("id", "number")
    }, number=latest.number + 1000)  # fmt: skip
    assert client.get("/map/events.geojson", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_row_leads_to_its_events(client):
    some = client.get("/map/").context["rows"]
    assert some
    for row in some:
        assert events(filter_of(QueryDict(row.address.partition("?")[2]))).count() == row.count


def test_a_place_known_more_and_less_exactly_is_one_row(client):
    place = models.Place.objects.get(key="geonames:98182")
    both = [Spot(place, "IRQ", precision, 33.3, 44.4, (0, 0, 0, 2)) for precision in ("town", "district")]
    (row,) = rows(Filter(), both)
    assert (row.count, row.precisions) == (4, ("town", "district"))


def test_all_rows_can_be_asked_for(client, monkeypatch):
    monkeypatch.setattr("marsad.desk.explore.places.ROWS", 2)
    context = client.get("/map/").context
    assert len(context["rows"]) == 2
    assert len(client.get(context["all_rows"]).context["rows"]) == 2 + context["more_rows"]


def test_the_panel_tells_the_events_of_a_place(client):
    page = client.get("/en/map/here/?at=geonames:98182").content.decode()
    assert "Baghdad" in page
    assert page.count("#event-") == events(Filter(place="geonames:98182")).count() == 2
    assert 'href="/en/?place=geonames%3A98182"' in page


def test_the_panel_tells_the_events_of_a_country_without_a_nearer_place(client):
    (area,) = [one for one in data(client)["areas"] if one["code"] == "MLI"]
    answer = client.get("/en/map/here/?in=MLI")
    assert answer.context["count"] == area["count"] == 1


def test_no_place_is_no_page(client):
    assert client.get("/map/here/?at=nowhere").status_code == 404
    assert client.get("/map/here/?in=XXX").context["count"] == 0


def test_nothing_with_a_place_is_said(client):
    assert "No events were found" in client.get("/en/map/?from=1800&to=1801").content.decode()


@pytest.mark.parametrize("address", ["/map/", "/map/events.geojson", "/map/here/"])
def test_what_cannot_be_asked_is_said(client, address):
    assert client.get(f"{address}?type=KILL").status_code == 400


def test_queries_are_few(client):
    for address, most in (("/map/", 14), ("/map/events.geojson", 6)):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) <= most


def test_a_named_tile_server_may_be_loaded_from_on_the_map_alone(client, monkeypatch):
    monkeypatch.setattr(settings, "TILES", "https://tiles.example.org:8443/a/{z}/{x}/{y}.png")
    policy = dict(part.strip().split(" ", 1) for part in client.get("/map/")["Content-Security-Policy"].split(";"))
    assert policy["img-src"] == "'self' data: blob: https://tiles.example.org:8443"
    assert policy["connect-src"] == "'self' https://tiles.example.org:8443"
    assert policy["script-src"] == "'self'"
    assert "example" not in client.get("/timeline/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address", ["tiles", "ftp://x/{z}/{x}/{y}", "https://a;script-src *//{z}{x}{y}", "https://x/{z}/{x}"]
)
def test_a_bad_tile_address_is_refused(address):
    with pytest.raises(ImproperlyConfigured):
        origin(address)


def test_no_tiles_is_no_origin():
    assert origin("") is None
