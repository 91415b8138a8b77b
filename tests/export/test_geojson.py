"""Events as GeoJSON: a point where one is known, and every event kept."""

import io
import json

import pytest

from marsad.export.geojson import write_geojson


@pytest.fixture(scope="module")
def collection(reader):
    article = reader.read(
        "قتل خمسة مدنيين في قصف للجيش السوري على حلب أمس. وندد الرئيس التركي بالقصف. وقتل جندي في هجوم في ليبيا.",
        id="a",
    )
    file = io.StringIO()
    count = write_geojson([article], file)
    found = json.loads(file.getvalue())
    assert len(found["features"]) == count == len(article.events)
    return found


def test_it_is_a_feature_collection_with_its_licence(collection):
    assert collection["type"] == "FeatureCollection"
    assert "GeoNames" in collection["license"]
    assert {f["type"] for f in collection["features"]} == {"Feature"}


def test_longitude_stands_first(collection):
    [point] = {tuple(f["geometry"]["coordinates"]) for f in collection["features"] if f["properties"]["place"] == "حلب"}
    assert point == (pytest.approx(37.16, abs=0.1), pytest.approx(36.2, abs=0.1))


def test_precision_and_reason_are_told(collection):
    properties = next(f["properties"] for f in collection["features"] if f["properties"]["place"] == "حلب")
    assert properties["precision"] == "town"
    assert properties["place_reason"]
    assert properties["country"] == "SYR"


def test_a_country_and_a_place_that_is_not_told_have_no_point(collection):
    without = [f for f in collection["features"] if f["properties"]["place"] in (None, "ليبيا")]
    assert without
    assert all(f["geometry"] is None for f in without)


def test_nothing_is_an_empty_collection():
    file = io.StringIO()
    assert write_geojson([], file) == 0
    assert json.loads(file.getvalue())["features"] == []
