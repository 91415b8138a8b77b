import pytest
from tests.conftest import cases

from marsad.page import read_sentences


@pytest.mark.parametrize("case", cases("claims.txt"))
def test_cases(case, reader):
    sentence, trigger, speaker, stance = (part.strip() for part in case.split("|"))
    article = reader.read_page(read_sentences([sentence]))
    event = next(e for e in article.events if e.trigger.of(article.text) == trigger)
    found = (event.claim.speaker.text, event.claim.stance) if event.claim else ("-", "-")
    assert found == (speaker, stance)
