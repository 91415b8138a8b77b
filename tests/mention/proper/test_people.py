"""Groups of people by what they are: spans, and what is no group."""

import pytest

from marsad.page import read_sentences

GROUPS = [
    ("صرفت الوزارة رواتب الموظفين أمس.", ["الموظفين"]),
    ("تشمل المساعدات اللاجئين السوريين والنازحين.", ["اللاجئين السوريين", "النازحين"]),
    ("اجتمع الوزير مع أعضاء المجلس البلدي.", ["أعضاء المجلس البلدي"]),
    ("ناشد أهالي البصرة الحكومة.", ["أهالي البصرة"]),
    ("زار الوفد بيت عائلة النجار.", ["عائلة النجار"]),
    ("درس الباحثون هجرة الأطباء الشباب.", ["الباحثون", "الأطباء الشباب"]),
    ("ارتفع عدد الروس في المدينة.", ["الروس"]),
    ("حماية المساهمين هدف القانون.", ["المساهمين"]),
    ("أصيب جنود أتراك في الانفجار.", ["جنود أتراك"]),
    ("التقى الوفد مسؤولين أمنيين فلسطينيين.", ["مسؤولين أمنيين فلسطينيين"]),
    ("زار الوفد المسؤولين الأفغان.", ["المسؤولين الأفغان"]),
    ("نزح ستون مسيحيا من البلدة.", ["مسيحيا"]),
    ("يخدم الاتفاق مصلحة الأمة العربية والإسلامية.", ["الأمة العربية والإسلامية"]),
    ("عولج المرضى في المدينة.", ["المرضى"]),
    ("شكرت النقابة العاملين الصحيين.", ["العاملين الصحيين"]),
    # no groups: ministers in the name of an office, a delegation's adjective
    ("وصل رئيس الوزراء إلى المطار.", []),
    ("قدم مجلس الوزراء الخطة.", []),
    # no groups: one person, things, people in general, an adjective
    ("قال المفتي إن القانون واضح.", []),
    ("شاركت الشركة في معرض للتأمين.", []),
    ("حضر خمسة أشخاص إلى المركز.", []),
    ("أعجب المواطنون بالمعرض.", []),
    ("ثبتت الحواجز في الشارع.", []),
    ("درس الخبير الاقتصاد الروسي.", []),
]


@pytest.mark.parametrize(("sentence", "groups"), GROUPS)
def test_groups(reader, sentence, groups):
    article = reader.read_page(read_sentences([sentence]))
    found = [m.span.of(article.text) for m in article.mentions if "group:" in m.rule]
    assert sorted(found) == sorted(groups)
    assert not any(m.proper for m in article.mentions if "group:" in m.rule)


def test_a_group_that_is_a_phrase_is_told_once(reader):
    article = reader.read_page(read_sentences(["أعلن الأطباء الإضراب."]))
    (mention,) = [m for m in article.mentions if m.span.of(article.text) == "الأطباء"]
    assert (mention.kind, mention.sector, mention.rule) == ("person", "MED", "headed:nominal+group:class")
