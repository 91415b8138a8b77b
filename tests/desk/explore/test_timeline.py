"""The timeline's page: bars that narrow the filter, units, divisions, and what it says where there is nothing."""

import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from marsad.desk.asked import filter_of
from marsad.store.query import Filter, events


def bars(client, address):
    return client.get(address).context["bars"]


def test_every_event_is_in_a_bar_or_told_to_lie_outside(client):
    context = client.get("/timeline/").context
    outside = sum(part[0] for part in (context["earlier"], context["later"]) if part)
    assert sum(bar.count for bar in context["bars"]) + outside + context["undated"] == events(Filter()).count()
    assert sum(one.count for one in context["series"]) == context["count"]


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
@pytest.mark.parametrize("by", ["class", "type", "status"])
def test_a_bar_leads_to_its_events(client, unit, by):
    for bar in bars(client, f"/timeline/?unit={unit}&by={by}"):
        if bar.count:
            asked = filter_of(QueryDict(bar.address.partition("?")[2]))
            assert events(asked).count() == bar.count == sum(bar.of_series)
            assert events(Filter(since=asked.since, until=asked.until, dated=True)).count() == bar.dated


def test_a_bar_keeps_the_filter_and_its_bounds(client):
    (year,) = bars(client, "/timeline/?from=2019-01-05&to=2019-12-06&unit=year")
    assert year.address == "/timeline/?from=2019-01-05&to=2019-12-06"


def test_the_axis_covers_what_was_asked_for(client):
    assert [bar.name for bar in bars(client, "/en/timeline/?from=1990&to=2030&unit=year")][::40] == ["1990", "2030"]


def test_too_many_bars_are_not_drawn_and_said(client):
    context = client.get("/timeline/?from=1000&to=2030&unit=day").context
    assert len(context["bars"]) == 400
    outside = context["earlier"][0] if context["earlier"] else 0
    assert sum(bar.count for bar in context["bars"]) + outside == context["count"]


@pytest.mark.parametrize("question", ["unit=hour", "by=colour", "from=2021&to=2020"])
def test_what_cannot_be_drawn_is_said(client, question):
    assert client.get(f"/timeline/?{question}").status_code == 400


def test_nothing_found_is_said(client):
    page = client.get("/en/timeline/?from=1800&to=1801").content.decode()
    assert "No events were found" in page
    assert '<svg class="chart"' not in page


def test_shapes_are_written_with_a_point_in_arabic_too(client):
    page = client.get("/timeline/").content.decode()
    assert re.search(r'<rect class="fill [\w-]+" x="[\d.]+" y="[\d.]+" width="[\d.]+" height="[\d.]+"/>', page)
    assert not re.search(r'(?:x|y|width|height)="\d+,\d', page)


def test_each_event_below_leads_to_its_evidence(client):
    page = client.get("/timeline/").content.decode()
    article, row = re.search(r'href="/article/(\d+)/#event-(\d+)"', page).groups()
    assert events(Filter()).get(pk=row).reading.article_id == int(article)


def test_queries_are_few(client):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get("/timeline/")
    assert len(queries) <= 16


def test_parts_of_the_filter_can_be_taken_away(client):
    page = client.get("/en/timeline/?type=ASSAULT&place=SYR&unit=year").content.decode()
    assert 'href="/en/timeline/?place=SYR&amp;unit=year"' in page
    assert 'href="/en/timeline/?type=ASSAULT&amp;unit=year"' in page
    assert '<input type="hidden" name="unit" value="year">' in page
