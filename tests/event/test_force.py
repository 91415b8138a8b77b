"""What is coded as force: one case a line, `sentence | triggers in order`, `-` where a sentence has none."""

import pytest
from tests.conftest import cases

from marsad.page import read_sentences

FORCE = {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST"}


@pytest.mark.parametrize("case", cases("force.txt"))
def test_cases(case, reader):
    sentence, triggers = (part.strip() for part in case.split("|"))
    article = reader.read_page(read_sentences([sentence]))
    found = [event.trigger.of(article.text) for event in article.events if event.type in FORCE]
    assert " ".join(found) == triggers.removeprefix("-")
