"""Where: one case a line, `sentence | expression | country`."""

import pytest
from tests.conftest import cases

from marsad.reader import mentioned_countries
from marsad.record import Sentence
from marsad.span import Span
from marsad.text.token import tokenize


@pytest.mark.parametrize("case", cases("places.txt"))
def test_cases(case, reader):
    text, expression, country = (part.strip() for part in case.split("|"))
    sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
    forms = [reader.lexicon.forms[token.text] for token in sentence.tokens]
    countries = mentioned_countries([forms], (), reader.lexicon)
    places = reader.circumstances.find(sentence, None, countries).places
    found = {place.span.of(text): place.country or "-" for place in places}
    if expression == "-":
        assert found == {}
    else:
        assert found.get(expression) == country
