import time

from hypothesis import given
from hypothesis import strategies as st

from marsad.text.fold import fold
from marsad.text.token import tokenize


def words(text):
    return [token.text for token in tokenize(text)]


def kinds(text):
    return [token.kind for token in tokenize(text)]


def test_words_numbers_and_marks():
    assert words("قُتل 1,200 جندي، بينهم 3.5% «ضباط».") == [
        "قُتل",
        "1,200",
        "جندي",
        "،",
        "بينهم",
        "3.5",
        "%",
        "«",
        "ضباط",
        "»",
        ".",
    ]


def test_kinds():
    assert kinds("في 12 UN-Habitat :") == ["word", "number", "latin", "mark"]


def test_arabic_and_persian_digits_are_numbers():
    assert [token.folded for token in tokenize("٢٠٢٥ ۱۲٬۳۰۰")] == ["2025", "12٬300"]


def test_controls_are_no_part_of_a_word_at_its_edge():
    assert words("\u200fقال\u200e") == ["قال"]


def test_dots_stay_together():
    assert words("انفجار.. وقتلى…") == ["انفجار", "..", "وقتلى", "…"]


@given(st.text(max_size=120))
def test_spans_slice_to_the_words(text):
    last = 0
    for token in tokenize(text):
        assert token.span.of(text) == token.text
        assert token.folded == fold(token.text)
        assert token.span.start >= last
        last = token.span.stop


def test_ten_thousand_controls_take_linear_time():
    text = ("م" + "\u202e" * 10_000 + "س") * 20
    start = time.process_time()
    assert len(tokenize(text)) <= 40 * 20
    assert time.process_time() - start < 20  # a guard against the quadratic, not a measure
