"""A filter as an address and back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from marsad.store.archive import start

start()
# ruff: noqa: E402

from django.http import QueryDict

from marsad.desk.asked import EVERYTHING, address_of, filter_of, with_value, without
from marsad.store.query import Filter

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(str.strip)
FILTERS = st.builds(
    Filter, who=WORDS, whom=WORDS, party=WORDS, speaker=WORDS, place=WORDS, text=WORDS, dated=st.booleans(),
    type=st.lists(st.sampled_from(["ASSAULT", "PROTEST", "AGREE"]), unique=True).map(tuple),
    status=st.lists(st.sampled_from(["fact", "negated"]), unique=True).map(tuple),
    source=st.lists(WORDS.filter(bool), unique=True, max_size=3).map(tuple),
    since=st.none() | st.dates(date(1900, 1, 1), date(2030, 1, 1)),
    until=st.none() | st.dates(date(2030, 1, 2), date(2100, 1, 1)),
    min_confidence=st.integers(0, 100).map(lambda n: n / 100),
)  # fmt: skip


@given(FILTERS)
def test_a_filter_is_its_address(asked):
    assert filter_of(QueryDict(address_of(asked))) == asked


def test_nothing_asked_is_no_address():
    assert address_of(EVERYTHING) == ""
    assert filter_of(QueryDict("")) == EVERYTHING


def test_a_month_is_from_its_first_to_its_last_day():
    asked = filter_of(QueryDict("from=2020-02&to=2020-02"))
    assert (asked.since, asked.until) == (date(2020, 2, 1), date(2020, 2, 29))


def test_values_are_added_and_taken_away():
    asked = with_value(with_value(EVERYTHING, "type", "ASSAULT"), "place", "حلب")
    assert address_of(asked, page=2) == "type=ASSAULT&place=%D8%AD%D9%84%D8%A8&page=2"
    assert without(without(asked, "type", "ASSAULT"), "place") == EVERYTHING
