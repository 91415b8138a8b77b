"""Words for two who were named before."""

import pytest

from marsad.page import read_sentences
from marsad.record import MentionKind

STATES = "ناقشت قطر وتركيا ملف الغاز."
MEN = "التقى خليفة حفتر عقيلة صالح."
THREE_MEN = "اجتمع خليفة حفتر وعقيلة صالح وفايز السراج."
QUIET = "كان البحر ساكنا هذا الصباح."


@pytest.fixture(scope="module")
def meant(reader):
    """Whom the actor of the last sentence's first event means, if its words are the ones asked for."""

    def of(words, *sentences):
        article = reader.read_page(read_sentences(list(sentences), published="2021-03-10"))
        last = [event for event in article.events if event.sentence == len(sentences) - 1]
        assert [party.text for party in last[0].actors] == [words]
        return last[0].actors[0].members

    return of


@pytest.mark.parametrize(
    ("before", "words", "sentence", "members"),
    [
        (STATES, "الجانبان", "وبحث الجانبان ملف المياه.", ("state:QAT", "state:TUR")),
        (STATES, "الطرفان", "واتفق الطرفان على هدنة.", ("state:QAT", "state:TUR")),
        (STATES, "البلدان", "ويبحث البلدان ملف الحدود.", ("state:QAT", "state:TUR")),
        ("ناقشت حركة حماس وحزب الله ملف الأسرى.", "الطرفان", "وبحث الطرفان ملف المياه.", ("hamas", "hezbollah")),
        (MEN, "الاثنان", "واتفق الاثنان على هدنة.", ("khalifa-haftar", "aguila-saleh")),
        (MEN, "الرجلان", "وبحث الرجلان ملف المياه.", ("khalifa-haftar", "aguila-saleh")),
    ],
)
def test_exactly_two_are_meant(meant, before, words, sentence, members):
    assert meant(words, before, sentence) == members


@pytest.mark.parametrize(
    ("before", "words", "sentence"),
    [
        ("ناقشت قطر ملف الغاز.", "الجانبان", "وبحث الجانبان ملف المياه."),
        ("ناقشت قطر وتركيا والكويت ملف الغاز.", "الجانبان", "وبحث الجانبان ملف المياه."),
        ("ناقشت قطر ملف الغاز مع شركات قطر.", "الجانبان", "وبحث الجانبان ملف المياه."),
        ("تحدث خليفة حفتر.", "الرجلان", "واتفق الرجلان على هدنة."),
        (THREE_MEN, "الرجلان", "واتفق الرجلان على هدنة."),
        (MEN, "الجانبان", "وبحث الجانبان ملف المياه."),
        (STATES, "الرجلان", "واتفق الرجلان على هدنة."),
        (QUIET, "الجانبان", "وبحث الجانبان ملف المياه."),
    ],
    ids=["one", "three", "one twice", "one man", "three men", "men are no sides", "states are no men", "none"],
)
def test_one_or_three_mean_nothing(meant, before, words, sentence):
    assert meant(words, before, sentence) == ()


@pytest.mark.parametrize("before", ["تحدث خليفة حفتر.", THREE_MEN, STATES], ids=["one", "three", "states"])
def test_both_abstain_where_not_two_are_named(reader, before):
    article = reader.read_page(read_sentences([before, "واتفق الاثنان على هدنة."]))
    assert {members for event in article.events for p in event.actors if (members := p.members)} == set()


def test_the_words_mean_nothing_without_a_sentence_before(meant):
    assert meant("الجانبان", "بحث الجانبان ملف المياه.") == ()


def test_a_sentence_that_names_none_is_passed_over(meant):
    assert meant("الجانبان", STATES, QUIET, "وبحث الجانبان ملف المياه.") == ("state:QAT", "state:TUR")


@pytest.mark.parametrize(
    ("between", "members"),
    [
        ("وناقشت الكويت ملف النفط.", ()),
        ("وناقشت مصر والأردن ملف النفط.", ("state:EGY", "state:JOR")),
        (MEN, ("state:QAT", "state:TUR")),
    ],
    ids=["one", "two others", "men"],
)
def test_the_nearest_sentence_that_names_any_decides(meant, between, members):
    assert meant("الجانبان", STATES, between, "وبحث الجانبان ملف المياه.") == members


def test_the_words_for_two_name_nobody_new(meant):
    assert meant(
        "الطرفان", STATES, "وبحث الجانبان ملف المياه.", "واتفق الطرفان على هدنة."
    ) == ("state:QAT", "state:TUR")  # fmt: skip


@pytest.mark.parametrize(
    ("before", "words", "country", "sector"),
    [
        (MEN, "الرجلان", "LBY", None),
        (STATES, "الجانبان", None, "GOV"),
    ],
)
def test_country_and_sector_are_given_where_they_are_one(reader, before, words, country, sector):
    article = reader.read_page(read_sentences([before, f"وبحث {words} ملف المياه."], published="2021-03-10"))
    both = article.events[-1].actors[0]
    assert (both.text, both.country, both.kind) == (words, country, MentionKind.GROUP)
    assert sector is None or both.sector == sector
    assert "two named before" in both.reason


@pytest.mark.parametrize("verb", ["وبحث", "وناقش"])
def test_both_are_actors_after_any_verb(reader, verb):
    article = reader.read_page(read_sentences([MEN, f"{verb} الاثنان ملف المياه."], published="2021-03-10"))
    assert [party.text for party in article.events[-1].actors] == ["الاثنان"]
