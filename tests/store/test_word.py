from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.store.search.passage import MOST_WORDS, OVERLAP, passages_of
from marsad.store.search.word import forms, stem, without_article, words
from marsad.text.fold import fold

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءة"
ARABIC = st.text(LETTERS, min_size=2, max_size=8).map(fold)


def folded(text):
    return [word.folded for word in words(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("أعلنت الحكومةُ", "اعلنت الحكومه"),
        ("في ٢٠٢٥ و1,200 و٣٫٥", "في 2025 و 1200 و 3 5"),
        ("F-16 Al-Bāb", "f 16 al bab"),
        ("مـــحـمد، (علي)!", "محمد علي"),
        ("ﷲ", "الله"),
        ("!!! -- «»", ""),
        ("", ""),
    ],
)
def test_words_as_they_are_indexed(text, wanted):
    assert " ".join(folded(text)) == wanted


@given(st.text())
def test_words_are_letters_and_digits_and_stand_where_they_say(text):
    for word in words(text):
        assert word.folded == "" or word.folded.isalnum()
        assert word.span.of(text).strip() == word.span.of(text)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ريف", "ريف وريف فريف بريف لريف كريف وبريف ولريف الريف والريف بالريف للريف وبالريف وللريف كالريف"),
        ("الريف", "الريف ريف وريف بالريف للريف والريف لريف"),
        ("يعلن", "يعلن سيعلن وسيعلن ويعلن"),
        ("2025", "2025"),
        ("الله", "الله والله بالله لله ولله"),
        ("له", "له وله"),
        ("و", "و"),
    ],
)
def test_what_a_word_finds(word, found):
    assert set(found.split()) <= set(forms(word))


@pytest.mark.parametrize(
    ("word", "not_found"), [("الله", "له وله"), ("الان", "ان وان"), ("وزاره", "زاره"), ("ريف", "تريف ريفي خريف"), ("2025", "و2025"), ("له", "الله والله لله ولله")]
)  # fmt: skip
def test_what_it_does_not_find(word, not_found):
    assert not set(not_found.split()) & set(forms(word))


@given(ARABIC)
def test_all_that_a_word_finds_has_its_stem(word):
    assert {stem(form) for form in forms(word)} == {stem(word)}


@given(ARABIC)
def test_a_stem_is_its_own(word):
    assert stem(stem(word)) == stem(word)
    assert word.endswith(stem(word))


@pytest.mark.parametrize(
    ("word", "rest"), [("وبالريف", "ريف"), ("للريف", "ريف"), ("الريف", "ريف"), ("ريف", "ريف"), ("ال", "ال"), ("واله", "واله")]
)  # fmt: skip
def test_the_article_and_what_stands_before_it(word, rest):
    assert without_article(word) == rest


def test_passages_cover_a_text():
    text = "كلمة " * (2 * MOST_WORDS + 1)
    passages = list(passages_of(text))
    assert [len(p.words.split()) for p in passages] == [MOST_WORDS, MOST_WORDS, 1 + 2 * OVERLAP]
    assert passages[0].span.start == 0
    assert passages[-1].span.stop == len(text)
    assert all(b.span.start < a.span.stop for a, b in pairwise(passages))


@given(st.text())
def test_words_and_stems_stand_side_by_side(text):
    passages = list(passages_of(text))
    assert passages
    assert all(len(p.words.split(" ")) == len(p.stems.split(" ")) for p in passages)
