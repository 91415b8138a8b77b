"""Losses: one case a line, `sentence | trigger | killed | injured`, `-` where no exact count is stated."""

import pytest
from tests.conftest import cases

from marsad.event.size import exact
from marsad.page import read_sentences


def total(casualties, outcome):
    count = exact(casualties, outcome)
    return "-" if count is None else str(count)


@pytest.mark.parametrize("case", cases("losses.txt"))
def test_cases(case, reader):
    sentence, trigger, killed, injured = (part.strip() for part in case.split("|"))
    article = reader.read_page(read_sentences([sentence]))
    event = next((e for e in article.events if e.trigger.of(article.text) == trigger), None)
    assert event is not None, [e.trigger.of(article.text) for e in article.events]
    assert (total(event.casualties, "killed"), total(event.casualties, "injured")) == (killed, injured)
