"""The strip of periods beside the map: it narrows the map to a time, moves it, and leaves all else of the filter."""

import re
from datetime import date

import pytest
from tests.desk.browser import serious_findings

from marsad.desk.explore.brush import brush
from marsad.store.query import Filter, events


@pytest.fixture
def strip(client):
    """The strip of a filter on the English map, by the address of the map."""
    return lambda address: client.get(address).context["brush"]


def test_every_period_shows_its_events_and_no_others(client, strip):
    for step in strip("/en/map/?type=ASSAULT").steps:
        answer = client.get(step.address)
        assert answer.context["asked"].type == ("ASSAULT",)
        assert events(answer.context["asked"]).count() == step.count, step.name
        shown = [one.name for one in answer.context["brush"].steps if one.chosen]
        assert shown == [step.name]


def test_the_strip_has_all_times_whatever_is_shown(strip):
    whole = strip("/en/map/")
    narrowed = strip(whole.steps[0].address)
    assert [(one.name, one.count) for one in narrowed.steps] == [(one.name, one.count) for one in whole.steps]
    assert narrowed.all == "/en/map/"
    assert [whole.before, whole.after, whole.wider, whole.all] == [""] * 4


def test_one_moves_on_back_and_wider(strip):
    steps = strip("/en/map/").steps
    second = strip(steps[1].address)
    assert strip(second.before).shown == steps[0].name
    assert strip(second.after).shown == steps[2].name
    assert [one.chosen for one in strip(second.wider).steps[:4]] == [True, True, True, False]
    assert not strip(steps[0].address).before
    assert not strip(steps[-1].address).after


def test_a_part_of_a_period_is_shown_by_its_days(client, strip):
    step = next(one for one in strip("/en/map/").steps if one.count)
    since = client.get(step.address).context["asked"].since
    part = client.get(f"/en/map/?from={since}&to={since}")
    assert [one.name for one in part.context["brush"].steps if one.chosen] == [step.name]
    assert part.context["brush"].shown in ("", step.name)
    assert str(since) in part.content.decode()


def test_time_runs_from_the_right_in_arabic(client):
    for address, from_right in (("/map/", True), ("/en/map/", False)):
        places = [step.x for step in client.get(address).context["brush"].steps]
        assert places == sorted(places, reverse=from_right)


def test_nothing_found_has_no_strip(desk):
    assert brush("/map/", Filter(since=date(1800, 1, 1), who="nobody at all")) is None


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_the_keyboard_chooses_a_period(page, start):
    page.goto(f"{start}map/")
    page.locator(".strip a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"map/\?from=.*&to="))
    assert page.locator(".strip a[aria-current]").count() == 1
    assert serious_findings(page) == []
