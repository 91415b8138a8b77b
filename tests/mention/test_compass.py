"""Distances and directions to points."""

import pytest

from marsad.mention.compass import Offset, compass, distance, moved
from marsad.text.token import tokenize


@pytest.mark.parametrize(
    ("words", "bearing", "length"),
    [
        ("شمال شرقي بغداد", 45, 2),
        ("جنوب غرب حلب", 225, 2),
        ("الغرب من درنة", 270, 1),
        ("الشمال الغربي من حلب", 315, 2),
        ("بغداد", None, 0),
    ],
)
def test_bearings(words, bearing, length):
    assert compass(tokenize(words), 0) == (bearing, length)


@pytest.mark.parametrize(
    ("offset", "latitude", "longitude"),
    [
        (Offset(111.195, 0), 1.0, 179.5),
        (Offset(111.195, 90), 0.0, -179.5),
        (Offset(50, None), 0.0, 179.5),
    ],
)
def test_points(offset, latitude, longitude):
    assert moved(0.0, 179.5, offset) == (pytest.approx(latitude, abs=1e-3), pytest.approx(longitude, abs=1e-3))


def test_without_a_bearing_the_whole_distance_is_uncertain():
    assert Offset(50, None).uncertainty > 50 > Offset(50, 90).uncertainty


def test_a_moved_point_lies_as_far_away_as_it_was_moved():
    north, east = moved(33.3, 44.4, Offset(100.0, 45.0))
    assert distance(33.3, 44.4, north, east) == pytest.approx(100.0, abs=0.1)
    assert distance(33.3, 44.4, 33.3, 44.4) == 0.0
