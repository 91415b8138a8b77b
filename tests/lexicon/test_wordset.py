import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.lexicon.wordset import word_set


def sentence(words):
    """The words of a line; ``وبحر/بحر`` gives a word and what remains of it without clitics."""
    return [frozenset(word.split("/")) for word in words.split()]


def places(listed, words):
    """Where in a line something of the set stands."""
    line, found = sentence(words), word_set(listed)
    return [n for n in range(len(line)) if found.at(line, n)]


@pytest.mark.parametrize(
    ("listed", "words", "expected"),
    [
        (["بحر"], "غادر بحر هادي", [1]),
        (["بحر"], "غادر وبحر/بحر هادي", [1]),
        (["بحر"], "بحر وبحر/بحر بحار", [0, 1]),
        (["بحر"], "غادر وبحر هادي", []),
        (["سوق عكاظ"], "زار سوق عكاظ امس", [1]),
        (["سوق عكاظ"], "زار سوق امس عكاظ", []),
        (["سوق عكاظ"], "عكاظ سوق", []),
        (["سوق عكاظ"], "زار سوق", []),
        (["سوق عكاظ"], "زار وسوق/سوق وعكاظ/عكاظ", [1]),
        (["سوق عكاظ", "سوق الحميديه"], "سوق الحميديه سوق عكاظ", [0, 2]),
        (["سوق عكاظ القديم"], "سوق عكاظ سوق عكاظ القديم", [2]),
        (["سوق عكاظ", "قمر"], "قمر فوق سوق عكاظ", [0, 2]),
        (["سوق عكاظ", "سوق"], "سوق كبير", [0]),
        ([], "سوق عكاظ", []),
    ],
)
def test_where_a_set_stands(listed, words, expected):
    assert places(listed, words) == expected


@pytest.mark.parametrize(("listed", "asks"), [([], False), (["قمر"], True), (["سوق عكاظ"], True)])
def test_an_empty_set_asks_for_nothing(listed, asks):
    assert bool(word_set(listed)) is asks


def test_words_and_phrases_stand_apart():
    found = word_set(["قمر", "سوق عكاظ", "سوق الحميديه", "قمر"])
    assert found.words == {"قمر"}
    assert found.phrases == {"سوق": (("عكاظ",), ("الحميديه",))}


letters = st.sampled_from("ابتث")
entries = st.lists(st.lists(letters, min_size=1, max_size=3).map(tuple), max_size=5)


@given(entries, st.lists(letters, min_size=1, max_size=8))
def test_a_set_stands_where_an_entry_begins(listed, words):
    line = [frozenset({word}) for word in words]
    found = word_set([" ".join(entry) for entry in listed])
    for position in range(len(words)):
        begins = any(tuple(words[position : position + len(entry)]) == entry for entry in listed)
        assert found.at(line, position) is begins
