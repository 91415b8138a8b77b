import pytest
from tests.conftest import cases

from marsad.page import read_sentences


@pytest.mark.parametrize("case", cases("status.txt"))
def test_cases(case, reader):
    sentence, trigger, type_, status = (part.strip() for part in case.split("|"))
    article = reader.read_page(read_sentences([sentence], published="2015-07-23"))
    found = {e.trigger.of(article.text): (e.type, e.status) for e in article.events}
    assert found.get(trigger) == (type_, status)
