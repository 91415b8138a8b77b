import pytest
from tests.conftest import cases

from marsad.page import read_sentences


def protests(sentence, reader):
    article = reader.read_page(read_sentences([sentence]))
    return {e.trigger.of(article.text): e for e in article.events if e.type == "PROTEST"}


@pytest.mark.parametrize("case", cases("protest.txt"))
def test_cases(case, reader):
    sentence, trigger, mode, weight = (part.strip() for part in case.split("|"))
    event = protests(sentence, reader)[trigger]
    acts = [name for name in event.rules["confidence"].split() if name.startswith("act=")]
    assert event.mode == mode
    assert acts == ([] if weight == "-" else [f"act={weight}"])


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("خرجت مظاهرة في العاصمة ضد الغلاء.", []),
        ("خرجت مظاهرة في العاصمة ضد الحكومة.", ["الحكومة"]),
        ("أغلق محتجون الطريق الدولي.", []),
        ("أحرق محتجون مقر البلدية.", ["البلدية"]),
    ],
)
def test_whom_a_protest_is_against(sentence, recipients, reader):
    (event,) = protests(sentence, reader).values()
    assert [party.text for party in event.recipients] == recipients
