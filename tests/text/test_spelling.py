"""Spelling variants of names: by rule, and never of two persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import cases

from marsad.mention.name import find_names
from marsad.text.spelling import consonants, glued_and_split, skeleton
from marsad.text.token import tokenize

words = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), min_size=1, max_size=12)


@pytest.mark.parametrize("case", cases("spellings.txt"))
def test_spellings(lexicon, case):
    one, sign, other = case.partition("!=" if "!=" in case else "=")
    (known,) = find_names(tokenize(one), lexicon)
    found = {match.entry for match in find_names(tokenize(other), lexicon) if match.stop - match.start > 1}
    assert (known.entry in found) == (sign == "=")


def test_no_name_of_the_base_is_taken_for_another(lexicon):
    persons = [row for row in lexicon.names if row["kind"] == "person"]
    confused = [
        (form, lexicon.name(match.entry).id)
        for row in persons
        for form in (row["name"], *row.get("aliases", ()))
        for match in find_names(tokenize(form), lexicon)
        if match.spelled and lexicon.name(match.entry).id != row["id"]
    ]
    assert confused == []


@given(words)
def test_a_skeleton_keeps_the_first_letter_and_no_more_than_the_word(word):
    assert len(skeleton(word)) <= len(word)
    assert consonants(word)[:1] == word.removesuffix("ه")[:1]


def test_glued_and_split():
    assert list(glued_and_split(["عبد", "الله", "حداد"])) == [["عبدالله", "حداد"]]
    assert list(glued_and_split(["عبدالله", "حداد"])) == [["عبد", "الله", "حداد"]]
    assert list(glued_and_split(["عبد", "ربه"])) == []
    assert list(glued_and_split(["ابو", "بكر"])) == [["ابوبكر"]]
