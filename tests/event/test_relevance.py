"""Features of political relevance: asked of talk, cooperation and measures, not of violence."""

import pytest

from marsad.page import read_sentences


def names(reader, sentences, trigger):
    article = reader.read_page(read_sentences(sentences))
    event = next(e for e in article.events if trigger in e.trigger.of(article.text))
    return {name for name in event.rules["confidence"].split() if name.startswith(("talk_", "measure_"))}


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


def test_a_measure_is_asked_in_its_own_name(reader):
    sentence = "اتهم المدرب الحكم بالانحياز في مباراة الدوري."
    found = names(reader, [sentence], "اتهم")
    assert "measure_quiet_words" in found
    assert not any(name.startswith("talk_") for name in found)


def test_quiet_words_make_an_accusation_less_likely(reader):
    quiet, political = (
        "اتهم المدرب مساعده بالتقصير قبل مباراة الدوري.",
        "اتهم الوزير مساعده بالتقصير قبل جلسة البرلمان.",
    )
    confidence = {s: reader.read(s).events[0].confidence for s in (quiet, political)}
    assert confidence[quiet] < confidence[political]
