"""Which candidate a name means, how exact it is, and why."""

import pytest

from marsad.page import read_page


@pytest.fixture(scope="module")
def places(reader):
    def of(text):
        page = read_page(text)
        return {p.span.of(page.text): p for _, found in reader.places(page) for p in found}

    return of


@pytest.mark.parametrize(
    ("text", "words", "english", "country"),
    [
        ("اعتقل الجيش اللبناني مسلحين في طرابلس.", "طرابلس", "Tripoli", "LBN"),
        ("اشتبكت قوات حكومة الوفاق الليبية في طرابلس.", "طرابلس", "Tripoli", "LBY"),
        ("دعت الجزائر إلى الحوار. وتظاهر المئات في الجزائر العاصمة.", "الجزائر العاصمة", "Algiers", "DZA"),
        ("عقد الاجتماع في واشنطن.", "واشنطن", "Washington, D.C.", "USA"),
        ("سيطر المسلحون على زنجبار في أبين.", "زنجبار", "Zinjibār", "YEM"),
        ("زار السياح زنجبار. وقالت تنزانيا إن الأمن مستتب في زنجبار.", "زنجبار", "Zanzibar", "TZA"),
    ],
)
def test_the_article_decides(places, text, words, english, country):
    found = places(text)[words]
    assert (found.name_en, found.country) == (english, country)
    assert found.reason


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("قصف الطيران محافظة تعز.", "محافظة تعز", "governorate"),
        ("قصف الطيران مدينة تعز.", "مدينة تعز", "town"),
        ("تقدم الجيش في ريف حلب الشمالي.", "ريف حلب الشمالي", "governorate"),
        ("انفجر لغم شرق أوكرانيا.", "شرق أوكرانيا", "governorate"),
        ("هبطت الطائرة في مطار عدن.", "مطار عدن", "point"),
        ("وصل الوفد إلى ليبيا.", "ليبيا", "country"),
    ],
)
def test_precision_follows_the_words(places, text, words, precision):
    assert places(text)[words].precision == precision


def test_a_distance_gives_a_computed_point_with_its_uncertainty(places):
    found = places("سقطت الطائرة على بعد 100 كلم شمال شرقي بغداد.")["على بعد 100 كلم شمال شرقي بغداد"]
    assert (found.latitude, found.longitude) == (pytest.approx(33.94, abs=0.1), pytest.approx(45.15, abs=0.1))
    assert found.uncertainty == 45.0
    assert found.precision == "governorate"


def test_the_capital_of_one_country_and_of_none(places):
    sudanese = places("أعلن الجيش السوداني حظر التجول. وانتشر الجنود في العاصمة.")["العاصمة"]
    assert (sudanese.name_en, sudanese.country) == ("Khartoum", "SDN")
    assert "alone" in sudanese.reason
    two = places("بحث الوزير السوداني مع نظيره المصري الأزمة. وانتشر الجنود في العاصمة.")["العاصمة"]
    assert two.id is None
    assert "several" in two.reason


def test_what_stands_beside_it_outweighs_the_article(places):
    text = "شن الطيران السعودي غارات، وقالت الرياض إنها أصابت محافظة الجوف في اليمن."
    assert places(text)["محافظة الجوف"].country == "YEM"


def test_nothing_to_choose_by_stays_unresolved(places):
    found = places("قتل ثلاثة في بلدة الطيبة.")["بلدة الطيبة"]
    assert found.id is None
    assert found.candidates > 1


def test_a_government_is_no_place(places):
    assert places("أنقرة ترسل تعزيزات، والخرطوم تندد.") == {}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("وصل الوزير الأميركي إلى باريس قادما من واشنطن.", "باريس", "FRA"),
        ("اعترضت سفينة حربية زورقا مسيرا في البحر الأحمر.", "البحر الأحمر", None),
        ("أطلق مسلح النار في ولاية تينيسي فقتل أربعة جنود.", "ولاية تينيسي", "USA"),
        ("قتل خمسة في هجوم لطالبان بولاية تخار.", "ولاية تخار", "AFG"),
        ("أصابت مسيرة أوكرانية مستودعا في مقاطعة كورسك.", "مقاطعة كورسك", "RUS"),
        ("فجر انتحاري نفسه في زيوريخ.", "زيوريخ", "CHE"),
    ],
)
def test_well_known_places_abroad(places, text, words, country):
    assert places(text)[words].country == country


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة أشخاص وسط محاولات لتهدئة الموقف.",
        "دعا الوزير إلى إجراءات للحد من العنف.",
        "تراجعت الأرباح في سوق المال أمس.",
        "هذا خطأ في رأيي وفي ظني.",
        "يعيش الملايين تحت خط الفقر.",
        "ضبطت الشرطة شبكة تعمل في مجالات كثيرة.",
    ],
)
def test_common_words_after_words_of_place_are_no_places(places, text):
    assert places(text) == {}
