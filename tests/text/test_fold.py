import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.span import Span
from marsad.text.fold import fold, fold_map

ARABIC = st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=60)
ANY = st.text(max_size=80)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أعلنت", "اعلنت"),
        ("إلى", "الي"),
        ("حماة", "حماه"),
        ("قصـــف", "قصف"),
        ("كِتَاب", "كتاب"),
        ("٢٠٢٥", "2025"),
        ("۲۰۲۵", "2025"),
        ("مسؤول", "مسئول"),
        ("ﷲ", "الله"),
        ("ﻻ", "لا"),
        ("ایران", "إيران"),
        ("کرکوک", "كركوك"),
        ("مصر\u200f", "مصر"),
        ("ٱلْحَرْبُ", "الحرب"),
    ],
)
def test_one_spelling(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("سلمان", "سلطان"), ("حلب", "حلبي"), ("قتل", "قتال")])
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


@given(ANY)
def test_folding_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_the_map_folds_as_fold_does(text):
    assert fold_map(text).text == fold(text)


@given(ARABIC)
def test_every_folded_position_maps_back(text):
    folded = fold_map(text)
    for position in range(len(folded.text)):
        span = folded.to_source(Span(position, position + 1))
        assert 0 <= span.start < span.stop <= len(text)
        assert folded.text[position] in fold(span.of(text))


@given(ANY, st.data())
def test_slicing_the_source_by_a_mapped_span_gives_the_words(text, data):
    folded = fold_map(text)
    start = data.draw(st.integers(0, len(folded.text)))
    stop = data.draw(st.integers(start, len(folded.text)))
    words = folded.to_source(Span(start, stop)).of(text)
    assert folded.text[start:stop] in fold(words)


def test_marks_belong_to_the_letter_before():
    folded = fold_map("قَالَ")
    assert folded.to_source(Span(0, 1)).of("قَالَ") == "قَ"


def test_a_span_outside_is_refused():
    with pytest.raises(ValueError, match="does not lie"):
        fold_map("قال").to_source(Span(2, 9))


def test_vowels_are_dropped_and_nothing_else():
    text = unicodedata.normalize("NFC", "وَصَلَ 12 جندياً إلى Tripoli.")
    assert fold(text) == "وصل 12 جنديا الي Tripoli."
