import pytest

from marsad.event.confidence import confidence
from marsad.event.wording import FEATURE, feature, sentence_words, worth_of
from marsad.lexicon.wording import Scale, Wording
from marsad.page import read_sentences

TABLE = Wording(
    {"قصف": [2.0, 3.0], "راي": [2.0, -3.0], "صباح": [4.0, 0.0]},
    {"ASSAULT": Scale(column=1, worth=0.5, start=-1.0, even=-2.0)},
)


def words(sentence, reader):
    (reading,) = reader.readings(read_sentences([sentence]))
    return sentence_words(reading.view.items)


def test_words_stand_without_clitics_and_names_by_their_kind(reader):
    found = words("وقصفت الطائرات مدينة تعز أمس بعشرة صواريخ.", reader)
    assert {"قصفت", "طاءرات", "<name>", "<time>", "<number>", "."} <= found
    assert not {"تعز", "امس", "عشره", "وقصفت"} & found


@pytest.mark.parametrize(
    ("known", "value"),
    [
        ((), 0.5),  # half of what lies between the start and what is even
        (("قصف",), 1.25),  # and half of 3 / 2
        (("راي",), -0.25),
        (("قصف", "كلمة لا يعرفها الجدول"), 1.25),
    ],
)
def test_worth(known, value):
    assert worth_of(feature(known, TABLE, "ASSAULT")) == value


def test_a_rare_word_makes_the_others_count_less():
    alone, beside = (worth_of(feature(known, TABLE, "ASSAULT")) for known in (["قصف"], ["قصف", "صباح"]))
    assert beside < alone


def test_the_feature_holds_what_it_adds():
    assert confidence([f"{FEATURE}+2.00"], {}) == pytest.approx(0.881, abs=0.001)


@pytest.mark.parametrize(("sentence", "told"), [("قصف الجيش المدينة.", True), ("زار الوزير القاهرة.", False)])
def test_only_types_of_the_table_are_told_of(sentence, told, reader):
    (event,) = reader.read_page(read_sentences([sentence])).events
    assert any(name.startswith(FEATURE) for name in event.rules["confidence"].split()) is told
