"""When: one case a line, `published | sentence | expression | value`, a value with `/` the first and the last day."""

import pytest
from tests.conftest import cases

from marsad.record import Sentence
from marsad.span import Span
from marsad.text.token import tokenize


def find(reader, text, published):
    sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
    found = reader.circumstances.find(sentence, None if published == "-" else published, ())
    return {time.span.of(text): time for time in found.times}


@pytest.mark.parametrize("case", cases("times.txt"))
def test_cases(case, reader):
    published, sentence, expression, value = (part.strip() for part in case.split("|"))
    found = find(reader, sentence, published)
    if expression == "-":
        assert found == {}
        return
    assert expression in found
    time = found[expression]
    days = f"{time.start}/{time.stop}"
    assert (days if "/" in value else time.value or "-") == value


def test_absolute_dates_have_no_anchor(reader):
    text = "اندلعت الحرب في 26 مارس 2015 وتجددت أمس."
    found = find(reader, text, "2015-07-23")
    assert found["26 مارس 2015"].anchor is None
    assert found["أمس"].anchor == "published"


def test_what_goes_on_since_a_year_has_no_last_day(reader):
    time = find(reader, "تشهد البلاد حربا منذ عام 2011.", "2015-07-23")["عام 2011"]
    assert (time.value, time.start, time.stop) == ("2011", "2011-01-01", None)


@pytest.mark.parametrize(("published", "word"), [("0001-01-01", "أمس"), ("9999-12-31", "غدا")])
def test_a_day_beyond_the_calendar_has_no_value(reader, published, word):
    assert find(reader, f"قصف الجيش المدينة {word}.", published)[word].value is None
