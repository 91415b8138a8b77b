import pytest
from tests.conftest import cases

from marsad.page import read_sentences


def protests(sentence, reader):
    article = reader.read_page(read_sentences([sentence]))
    return {e.trigger.of(article.text): e for e in article.events if e.type == "PROTEST"}


@pytest.mark.parametrize("case", cases("protest.txt"))
def test_cases(case, reader):
    sentence, trigger, mode, weight = (part.strip() for part in case.split("|"))
    event = protests(sentence, reader)[trigger]
    acts = [name for name in event.rules["confidence"].split() if name.startswith("act=")]
    assert event.mode == mode
    assert acts == ([] if weight == "-" else [f"act={weight}"])


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("خرجت مظاهرة في العاصمة ضد الغلاء.", []),
        ("خرجت مظاهرة في العاصمة ضد الحكومة.", ["الحكومة"]),
        ("أغلق محتجون الطريق الدولي.", []),
        ("أحرق محتجون مقر البلدية.", ["البلدية"]),
    ],
)
def test_whom_a_protest_is_against(sentence, recipients, reader):
    (event,) = protests(sentence, reader).values()
    assert [party.text for party in event.recipients] == recipients


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("خرج آلاف المتظاهرين في مظاهرة وسط العاصمة احتجاجا على رفع الأسعار.", ["مظاهرة"]),
        ("تجمع محتجون أمام البرلمان للتنديد بالقرار.", ["تجمع"]),
        ("تجمع محتجون أمام البرلمان ورددوا هتافات.", ["تجمع"]),
        ("اندلعت مواجهات بين الشرطة ومتظاهرين خلال مظاهرة في الميدان.", ["مواجهات", "مظاهرة"]),
        ("أضرب عمال الميناء يومين احتجاجا على تسريح زملائهم.", ["أضرب"]),
        ("استمر الحصار الذي يفرضه المتظاهرون على المطار.", ["الحصار"]),
        ("أغلق محتجون الجسر، وكانت الشرطة تحيط بالمظاهرة.", ["أغلق"]),
        ("رفع المتظاهرون لافتات كتب عليها «نحاصر ونجوع».", ["رفع"]),
        ("ردد المتظاهرون هتافات تدعو إلى الحرب.", ["ردد"]),
        # a strike is no demonstration
        ("أغلق محتجون الطريق، ودعت النقابة إلى الإضراب احتجاجا على الغلاء.", ["أغلق", "الإضراب"]),
        # two protests, each with a verb or noun of its own
        ("تظاهر الطلاب في الجامعة، وأغلق محتجون الطريق الدولي.", ["تظاهر", "وأغلق"]),
        ("احتجاجا على رفع الأسعار اعتصم العمال أمام المصنع.", ["احتجاجا", "اعتصم"]),
    ],
)
def test_one_protest_is_told_once(sentence, triggers, reader):
    assert list(protests(sentence, reader)) == triggers


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("خرجت مظاهرة تطالب بإقالة المحافظ.", {"PROTEST"}),
        ("تظاهر العشرات مطالبين الحكومة بزيادة الأجور.", {"PROTEST"}),
        ("رفع المتظاهرون لافتات تندد بالحكومة.", {"PROTEST"}),
        ("احتشد محتجون أمام الوزارة ينددون بالحكومة.", {"PROTEST"}),
        ("خرج المتظاهرون إلى الساحة معلنين رفضهم للقرار.", {"PROTEST"}),
        ("رفع المتظاهرون لافتات كتب عليها «أغيثوا المدينة» و«نطالب بالماء».", {"PROTEST"}),
        ("طالب الوزير الحكومة بزيادة الأجور.", {"REQUEST"}),
        ("تظاهر العشرات أمس، وطالب الوزير المحتجين بالهدوء.", {"PROTEST", "REQUEST"}),
    ],
)
def test_slogans_are_no_words_of_others(sentence, types, reader):
    article = reader.read_page(read_sentences([sentence]))
    assert {e.type for e in article.events} & {"PROTEST", "REQUEST", "ACCUSE", "REJECT", "AID"} == types


def test_a_slogan_tells_whom_a_protest_is_against(reader):
    (event,) = protests("احتشد أنصار الحزب أمام المحكمة ينددون بالحكومة.", reader).values()
    assert [(party.text, party.rule.partition(":")[0]) for party in event.recipients] == [("الحكومة", "slogan")]
