"""Counts by place, day and pair, the same on both databases."""

from datetime import date

import pytest

from marsad.desk.explore.aggregate import CLASSES, areas, days, pairs, spots, undated, without_point
from marsad.store import models
from marsad.store.archive import open_archive
from marsad.store.query import Filter, events

from .conftest import DATABASES, item, keep, new_archive

ITEMS = [
    ("قصف الجيش السوري مدينة حلب أمس.", "2020-07-04"),
    ("قصف الجيش السوري مدينة حلب اليوم.", "2020-07-05"),
    ("زار وزير الخارجية التركي تونس في 12 يونيو 2019.", "2020-07-05"),
    ("نددت إيران بإسرائيل.", "2020-07-06"),
    ("تظاهر مئات المحتجين في العراق أمس.", "2020-07-07"),
]
FIGHT = CLASSES.index("material-conflict")


@pytest.fixture(scope="module", params=DATABASES)
def told(request, tmp_path_factory):
    with new_archive(request, tmp_path_factory.mktemp("counted")) as address:
        keep(*(item(n, text=text, source="one", published=day) for n, (text, day) in enumerate(ITEMS)))
        yield address


@pytest.fixture
def found(told):
    open_archive(told)
    return lambda **asked: events(Filter(**asked))


def test_a_town_is_a_spot_with_its_point_and_its_events(found):
    (aleppo,) = [spot for spot in spots(found()) if spot.place and spot.place.name == "حلب"]
    assert aleppo.count == aleppo.classes[FIGHT] == 2
    assert aleppo.exact
    assert (round(aleppo.latitude), round(aleppo.longitude)) == (36, 37)


def test_a_country_is_no_spot_that_a_dot_may_stand_for(found):
    (iraq,) = [spot for spot in spots(found()) if spot.country == "IRQ"]
    assert not iraq.exact
    assert iraq.latitude is None
    (area,) = areas(spots(found()))
    assert (area.country, area.count, area.classes[FIGHT]) == ("IRQ", 1, 1)
    assert without_point(found(), "IRQ").count() == area.count


def test_events_at_spots_are_those_with_a_place(found):
    assert sum(spot.count for spot in spots(found())) == found().exclude(place=None, country=None).count()


def test_a_filter_holds(found):
    assert spots(found(place="IRQ", type=("ASSAULT",))) == []
    assert days(found(type=("AID",))) == []
    assert pairs(found(type=("AID",)), "country") == []


def test_days_are_the_events_own_or_those_that_told_them(found):
    counted = days(found())
    assert [row.day for row in counted] == sorted(row.day for row in counted)
    assert sum(row.count for row in counted) == found().count()
    assert {(row.day, row.dated) for row in counted if row.type == "CONSULT"} == {(date(2019, 6, 12), True)}
    assert {(row.day, row.dated) for row in counted if row.type == "ACCUSE"} == {(date(2020, 7, 6), False)}
    assert undated(found()) == 0


def test_pairs_are_counted_by_event(found):
    (accused,) = [pair for pair in pairs(found(), "country") if pair.actor == "IRN"]
    assert (accused.recipient, accused.count) == ("ISR", 1)
    assert found(who="IRN", whom="ISR").count() == accused.count


@pytest.mark.parametrize("nodes", ["entity", "country", "sector"])
def test_each_pair_counts_what_its_filter_finds(found, nodes):
    prefix = ":" if nodes == "sector" else ""
    some = pairs(found(), nodes)
    assert some or nodes == "entity"
    for pair in some:
        assert found(who=prefix + pair.actor, whom=prefix + pair.recipient).count() == pair.count


def test_only_the_participants_that_a_filter_names_count(found):
    assert {pair.actor for pair in pairs(found(), "country", who="IRN")} == {"IRN"}
    assert pairs(found(), "country", whom="TUR") == []


def test_entities_are_named_by_key(found):
    keys = set(models.Entity.objects.values_list("key", flat=True))
    assert all({pair.actor, pair.recipient} <= keys for pair in pairs(found(), "entity"))
