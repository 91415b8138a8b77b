import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.clitic import cuts


def stems(word, *, ta_marbuta=False):
    return {cut.stem for cut in cuts(word, ta_marbuta)}


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("وسيقتلونهم", "يقتلون"),
        ("بالمدينه", "مدينه"),
        ("للجيش", "جيش"),
        ("زيارتها", "زياره"),
        ("فقصفوا", "قصفوا"),
        ("قتلوه", "قتلوا"),
        ("وبقواته", "قوات"),
        ("كالجيش", "جيش"),
    ],
)
def test_stems_are_proposed(word, stem):
    assert stem in stems(word)


def test_ta_marbuta_is_no_pronoun():
    assert "ضرب" in stems("ضربه")
    assert "ضرب" not in stems("ضربه", ta_marbuta=True)


def test_the_whole_word_comes_first():
    assert cuts("وجه", False)[0].stem == "وجه"


def test_endless_words_are_left_whole():
    assert [cut.stem for cut in cuts("ا" * 5000, False)] == ["ا" * 5000]


@given(st.text(alphabet="ابتلكوسفهميقنرد", min_size=1, max_size=12))
def test_parts_make_the_word_again(word):
    for cut in cuts(word, False):
        front = cut.conjunction + cut.preposition + ("س" if cut.future else "") + ("ال" if cut.article else "")
        spelled = {
            front + cut.stem + cut.pronoun,
            front + cut.stem[:-1] + "ت" + cut.pronoun,
            front + cut.stem[:-1] + cut.pronoun,
        }
        assert word in spelled | {w.replace("لال", "لل") for w in spelled}
