"""Which of a sentence's places an event has: `sentence | trigger | place`, `-` for none."""

import pytest
from tests.conftest import cases


@pytest.mark.parametrize("case", cases("where.txt"))
def test_cases(case, reader):
    text, trigger, place = (part.strip() for part in case.split("|"))
    article = reader.read(text)
    found = {e.trigger.of(article.text): e.place.span.of(article.text) if e.place else "-" for e in article.events}
    assert found.get(trigger) == place


def test_an_inherited_place_says_from_where(reader):
    text = "أغلقت الشرطة المحال في مدينة سروج وطلبت من السكان التزام منازلهم."
    [asked] = [e for e in reader.read(text).events if e.type == "REQUEST"]
    assert asked.rules["place"].startswith("inherited_place")
    assert "inherited from «أغلقت»" in asked.place.reason


def test_a_dateline_is_no_place(reader):
    article = reader.read("القاهرة - رويترز\n\nقصف الجيش السوري مواقع المعارضة أمس.")
    assert [e.place for e in article.events if e.type == "ASSAULT"] == [None]
