"""Words by which the furniture of an Arabic news page is known."""

from __future__ import annotations

import re
from functools import cache

from marsad.text.fold import fold

# First words of category lines; all folded.
CATEGORIES = frozenset(
    fold(word)
    for word in (
        "أخبار الأخبار سياسة السياسة رياضة الرياضة اقتصاد الاقتصاد العالم عربي دولي محليات تقارير تحليلات مقالات رأي ثقافة "
        "منوعات حوادث عسكري عسكرية دفاع أمن الشرق حروب تحقيقات متابعات عاجل وصفات"
    ).split()
)
# Words that open a line about the author.
BIO = frozenset(
    fold(word)
    for word in (
        "مدون مدونة كاتب كاتبة صحفي صحفية صحافي صحافية محرر محررة باحث باحثة مراسل مراسلة محلل محللة خبير خبيرة متخصص متخصصة "
        "مهتم مهتمة طاهية طاه أكاديمي أستاذ إعلامي ناشط"
    ).split()
)
BYLINES = ("بقلم", "كتب:", "كتبت:", "كتبه", "إعداد:", "تحرير:", "الكاتب:", "المصدر:")
COMMENT_FORM = (
    "اترك تعليق", "أضف تعليق", "اكتب تعليق", "إلغاء الرد", "لن يتم نشر عنوان بريدك", "لن ينشر بريدك", "الحقول الإلزامية",
    "البريد الإلكتروني *", "شارك برأيك", "أترك ردا", "اترك ردا", "اترك رد",
)  # fmt: skip
KEY_WORDS = ("الوسوم:", "وسوم:", "كلمات مفتاحية", "الكلمات المفتاحية", "كلمات دالة", "الكلمات الدالة")
FURNITURE = (
    "اقرأ أيضا", "مواضيع ذات صلة", "مقالات ذات صلة", "شارك المقال", "جميع الحقوق محفوظة", "تابعنا على", "اشترك في",
    "المقال السابق", "المقال التالي", "التالي:", "السابق:",
)  # fmt: skip


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(fold(phrase)) for phrase in phrases))


def opens(line: str, phrases: tuple[str, ...]) -> bool:
    """Whether a line begins with one of the phrases, in any spelling."""
    return _pattern(phrases).match(fold(line.strip())) is not None


def first_word(line: str) -> str:
    """The first word of a line, folded, without marks; empty for an empty line."""
    words = fold(line).split()
    return words[0].strip(':-–|»«"،.') if words else ""
