"""A verb at the head of its sentence without a subject goes on with whom the sentence before tells of."""

import pytest

from marsad.page import read_sentences


def actors(reader, *sentences):
    """The actors of the last sentence's first event, with whether they carry a reason."""
    article = reader.read_page(read_sentences(list(sentences), published="2021-03-10"))
    last = next(event for event in article.events if event.sentence == len(sentences) - 1)
    return [party.text for party in last.actors], last.actors


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("هاجمت قوات حفتر المدينة.", "وقصفت الميناء."), ["قوات حفتر"]),
        (("هاجم الجيش السوري البلدة فجرا.", "واعتقل عشرين رجلا."), ["الجيش السوري"]),
        (("هاجمت قوات حفتر المدينة.", "كما قصفت الميناء."), ["قوات حفتر"]),
        (("وصلت الشرطة إلى المكان.", "ثم اعتقلت عشرين رجلا."), ["الشرطة"]),
    ],
)
def test_the_subject_of_the_sentence_before_goes_on(reader, sentences, expected):
    found, parties = actors(reader, *sentences)
    assert found == expected
    assert [(p.reason, p.rule.split("+")[0]) for p in parties] == [("subject of the sentence before", "subject_before")]
    assert all(party.antecedent for party in parties)


@pytest.mark.parametrize(
    "sentences",
    [
        ("هاجمت قوات حفتر كتيبة مصراتة.", "وقصفت الميناء."),
        ("هاجمت قوات حفتر المدينة.", "وقصف الميناء."),
        ("كان البحر هادئا.", "وقصفت الميناء."),
        ("هاجمت قوات حفتر المدينة.", "كان البحر هادئا.", "وقصفت الميناء."),
        ("هاجمت قوات حفتر المدينة.", "وانفجرت سيارة في الميناء."),
        ("اجتمعت تركيا وروسيا.", "وقصفت الميناء."),
    ],
    ids=["two fit", "gender", "nobody", "a sentence between", "a subject of its own", "two subjects"],
)
def test_where_two_fit_or_none_nobody_is_named(reader, sentences):
    _, parties = actors(reader, *sentences)
    assert [p for p in parties if p.rule.startswith("subject_before")] == []
