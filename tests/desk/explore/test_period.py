"""Units of time: which period a day is in, which unit fits, and what a few far days do to it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.desk.explore.period import FIT, UNITS, first_of, fitting, last_of, middle, number_of, periods

DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(UNITS))
def test_a_day_is_in_its_period(day, unit):
    first = first_of(day, unit)
    assert first <= day <= last_of(first, unit)
    assert first_of(last_of(first, unit) + timedelta(days=1), unit) == last_of(first, unit) + timedelta(days=1)


@given(DAYS, st.integers(0, 900), st.sampled_from(UNITS))
def test_periods_are_as_many_as_are_counted(first, length, unit):
    last = first + timedelta(days=length)
    assert len(list(periods(first, last, unit))) == number_of(first, last, unit)


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        ("2020-01-01", "day"),
        ("2020-03-01", "day"),
        ("2020-06-01", "week"),
        ("2023-01-01", "month"),
        ("2200-01-01", "year"),
    ],
)
def test_the_smallest_unit_that_fits_is_taken(last, unit):
    first = date(2020, 1, 1)
    assert fitting(first, date.fromisoformat(last)) == unit
    assert unit == "year" or number_of(first, date.fromisoformat(last), unit) <= FIT


def test_the_last_year_of_all_ends():
    assert len(list(periods(date(9990, 1, 1), date.max, "year"))) == 10


def test_a_few_far_days_are_left_out():
    counts = {date(1635, 1, 1): 1, date(2015, 7, 1): 300, date(2015, 8, 1): 300, date(2030, 1, 1): 2}
    assert middle(counts, 0.01) == (date(2015, 7, 1), date(2015, 8, 1))
    assert middle(counts, 0) == (date(1635, 1, 1), date(2030, 1, 1))


def test_one_day_is_a_stretch():
    assert middle({date(2020, 1, 1): 1}, 0.01) == (date(2020, 1, 1), date(2020, 1, 1))
