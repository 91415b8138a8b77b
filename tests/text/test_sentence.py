import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import cases

from marsad.span import Span
from marsad.text.sentence import JOIN, SPLIT, Stop, decide, sentence_spans


def split(text):
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize("case", cases("sentences.txt"))
def test_cases(case):
    assert split(case.replace(" | ", " ").replace("⏎", "\n")) == case.replace("⏎", "").split(" | ")


@pytest.mark.parametrize(
    ("stop", "decision", "rule"),
    [
        (Stop("3", ".", "5 "), JOIN, "inside_number"),
        (Stop("د", ".", " أ"), JOIN, "abbreviation"),
        (Stop("المدينة", "..", " و"), JOIN, "ellipsis"),
        (Stop("المدينة", ".", " و"), SPLIT, "end"),
        (Stop("J", ".", " S"), JOIN, "initial"),
    ],
)
def test_each_rule_decides_its_own(stop, decision, rule):
    assert decide(stop) == (decision, rule)


@given(st.text(max_size=200))
def test_sentences_hold_all_words_in_order(text):
    spans = list(sentence_spans(text, Span(0, len(text))))
    assert all(one.stop <= other.start for one, other in itertools.pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
