"""Who did what to whom: one case a line, `trigger | actors | recipients`, parties joined by ` + `."""

import pytest
from tests.conftest import cases

from marsad.page import read_sentences


def parties(found):
    return " + ".join(p.text for p in found) or "-"


@pytest.mark.parametrize("case", cases("roles.txt"))
def test_cases(case, reader):
    sentence, trigger, actors, recipients = (part.strip() for part in case.split("|"))
    article = reader.read_page(read_sentences([sentence]))
    event = next((e for e in article.events if e.trigger.of(article.text) == trigger), None)
    assert event is not None, [e.trigger.of(article.text) for e in article.events]
    assert (parties(event.actors), parties(event.recipients)) == (actors, recipients)
