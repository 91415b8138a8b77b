import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.page import read_page
from marsad.page.language import language_of

ARABIC = "قال وزير الدفاع إن القوات هاجمت مواقع المسلحين في المدينة ليلا، وإن المعارك مستمرة."
PERSIAN = "نیروهای ارتش گفتند که پایگاه‌های گروه‌های مسلح را در چند شهر بزرگ هدف گرفتند و جنگ پایان نگرفته است."
URDU = "فوج نے کہا ہے کہ اس نے شہر میں مسلح گروہوں کے ٹھکانوں پر حملے کیے ہیں اور لڑائی جاری ہے۔"
ENGLISH = "The minister said that the forces attacked positions of armed men in the city at night."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARABIC, "ar"),
        (PERSIAN, "fa"),
        (URDU, "ur"),
        (ENGLISH, "und"),
        ("Министр заявил, что силы атаковали позиции.", None),
        (f"{ARABIC} {ENGLISH}", "ar"),
        (f"{ARABIC[:20]} {ENGLISH}", "und"),
        ("قصف حلب", None),
        ("", None),
        ("12345 67890 !!! ؟؟؟", None),
        ("ﻗﺎﻝ ﻭﺯﻳﺮ ﺍﻟﺪﻓﺎﻉ ﺇﻥ ﺍﻟﻘﻮﺍﺕ ﻫﺎﺟﻤﺖ", "ar"),
        ("زار وفد شركة غوغل ومسؤولون من ڤيتنام العاصمة، وقالت پريتي إن الزيارة كانت ناجحة جدا للجميع", "ar"),
    ],
)
def test_language(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("text", [PERSIAN, URDU, ENGLISH])
def test_a_page_in_another_language_gives_a_warning(text):
    assert any("not in Arabic" in warning for warning in read_page(text).warnings)


@pytest.mark.parametrize("text", [ARABIC, "قصف حلب"])
def test_an_arabic_or_very_short_page_gives_none(text):
    assert read_page(text).warnings == ()


@given(st.text(max_size=200))
def test_the_answer_is_one_of_five(text):
    assert language_of(text) in ("ar", "fa", "ur", "und", None)
