"""How many: one case a line, `sentence | words | least | most`."""

import pytest
from tests.conftest import cases

from marsad.record import Sentence
from marsad.span import Span
from marsad.text.token import tokenize


def find(reader, text):
    sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
    return {q.span.of(text): q for q in reader.circumstances.find(sentence, "2015-07-23", ()).quantities}


@pytest.mark.parametrize("case", cases("numbers.txt"))
def test_cases(case, reader):
    sentence, words, least, most = (part.strip() for part in case.split("|"))
    found = find(reader, sentence)
    if words == "-":
        assert found == {}
        return
    assert words in found
    quantity = found[words]
    assert (str(quantity.least), "-" if quantity.most is None else str(quantity.most)) == (least, most)


def test_a_number_inside_a_date_counts_nothing(reader):
    assert find(reader, "وصل الوفد في 17 يونيو 2015.") == {}
