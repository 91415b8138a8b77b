"""What private people do to each other and feel lowers an event's confidence; what arms and offices do does not."""

import pytest

from marsad.page import read_sentences


def features(reader, sentences, trigger):
    article = reader.read_page(read_sentences(sentences))
    event = next(e for e in article.events if trigger in e.trigger.of(article.text))
    return {n for n in event.rules["confidence"].split() if n.startswith("private_") or n == "addressed"}


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("أقدم مواطن على قتل ابنه البالغ من العمر عشر سنوات.", "قتل", {"private_kin", "private_doer"}),
        ("ثلاثيني يقتل زوجته.", "يقتل", {"private_kin"}),
        ("طعن أحد أشقاء الضحية جاره بسكين.", "طعن", {"private_kin", "private_doer"}),
        ("أبدى زوار الحديقة استياءهم من الزحام.", "استياءهم", {"private_feeling"}),
        # arms, offices and states
        ("قتل مسلحون زوجته أمام المنزل.", "قتل", set()),
        ("قتلت الشرطة شابا في الميدان.", "قتلت", set()),
        ("أبدت بغداد استياءها من توغل القوات التركية.", "استياءها", set()),
        # whom it befell, in the passive
        ("قتل ابنه أمس على يد مسلحين.", "قتل", set()),
    ],
)
def test_private_people(sentence, trigger, expected, reader):
    assert features(reader, [sentence], trigger) == expected


def test_a_page_of_crime(reader):
    crime = ["قاتل شقيقه يسلم نفسه.", "أكد الجاني أنه مختل عقليا.", "وقع إطلاق النار مساء في منزل العائلة."]
    assert "private_page" in features(reader, crime, "إطلاق")
    war = ["المحكمة الجنائية الدولية تنظر في القضية الجنائية.", "وقع إطلاق النار مساء في منزل العائلة."]
    assert "private_page" not in features(reader, war, "إطلاق")


def test_who_is_spoken_to(reader):
    assert "addressed" in features(reader, ["دون أن تربط رغبتك في التعاون معهم بالأجر."], "رغبتك")
    assert "addressed" not in features(reader, ["أعلن الوزير رغبته في الحوار."], "رغبته")
