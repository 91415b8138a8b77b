"""Features of political relevance: asked of talk and cooperation, not of violence."""

import pytest

from marsad.page import read_sentences


def names(reader, sentences, trigger):
    article = reader.read_page(read_sentences(sentences))
    event = next(e for e in article.events if trigger in e.trigger.of(article.text))
    return {name for name in event.rules["confidence"].split() if name.startswith("talk_")}


def test_a_state_among_the_parties(reader):
    assert names(reader, ["دعت تركيا روسيا إلى ضبط النفس."], "دعت") == {"talk_political_party"}


def test_nobody_of_a_country_or_an_office(reader):
    assert "talk_no_politics" in names(reader, ["اجتمع الطلاب مع المعلمين أمس."], "اجتمع")


def test_quiet_words_of_the_sentence(reader):
    sentence = "اجتمع الشعراء مع الفنان قبل المهرجان."
    assert "talk_quiet_words" in names(reader, [sentence], "اجتمع")


@pytest.mark.parametrize("trigger", ["قصفت", "هجوم"])
def test_violence_is_not_asked(reader, trigger):
    sentences = ["قصفت الطائرات القرية قرب ملعب النادي.", "وقع هجوم على مركز للشرطة قرب ملعب."]
    assert names(reader, sentences, trigger) == set()


def test_a_long_page_without_countries(reader):
    page = [*["عقد المجلس اجتماعا في مقره مساء لمناقشة خطة العمل."] * 4]
    assert "talk_few_countries" in names(reader, page, "اجتماعا")
