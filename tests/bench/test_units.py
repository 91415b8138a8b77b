"""Every governorate of the Arab states, and every district of those where fighting is told of, has an Arabic name."""

import pytest
from bench.gazetteer import ARAB_STATES, lacking


@pytest.fixture(scope="module")
def without_name(reader):
    return lacking(reader.circumstances.gazetteer)


@pytest.mark.parametrize("country", ARAB_STATES)
def test_governorates(country, without_name):
    count, missing = without_name.get((country, "1"), (0, []))
    assert count
    assert not missing


@pytest.mark.parametrize("country", ["IRQ", "SYR", "YEM", "LBY", "TUN", "DZA", "MAR", "JOR", "OMN", "SAU", "KWT"])
def test_districts(country, without_name):
    count, missing = without_name[country, "2"]
    assert count
    assert not missing


def test_districts_elsewhere(without_name):
    """What still lacks a name: Somalia's smaller districts, Sudan's former provinces, numbered sectors, doublets."""
    missing = {country: len(units) for (country, level), (_, units) in without_name.items() if level == "2" and units}
    assert missing == {"ARE": 9, "DJI": 1, "EGY": 6, "LBN": 1, "MRT": 1, "SDN": 9, "SOM": 41}
