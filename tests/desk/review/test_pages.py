"""The pages of reviewing: shown, and judged by forms alone."""

import pytest

from marsad.store import models


def first(kind="ASSAULT"):
    return models.Event.objects.filter(type=kind, current=True).order_by("id").first()


ADDRESSES = [
    "/review/",
    "/review/mine/",
    "/review/agreement/",
    "/en/review/?type=ASSAULT",
    "/review/suggestions.yaml",
    "/review/gold.jsonl",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_answer(person, address):
    assert person("reviewer").get(address).status_code == 200


def test_the_event_shows_its_fields(person):
    event = first()
    page = person("reviewer").get(f"/en/review/event/{event.pk}/").content.decode()
    assert page.count('data-field="') == 9
    for field in ("type", "actors", "place", "casualties", "claim", "time", "mode", "status", "recipients"):
        page = person_page(person, event, field)
        assert "data-correction" in page


def person_page(person, event, field):
    person.seen = getattr(person, "seen", 0) + 1
    return person("reviewer", f"r{person.seen}").get(f"/review/event/{event.pk}/?edit={field}").content.decode()


def test_add(person):
    article = first().reading.article_id
    answer = person("reviewer").get(f"/en/review/article/{article}/add/")
    assert answer.status_code == 200
