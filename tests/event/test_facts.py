import pytest

from marsad.page import read_sentences


def features(sentence, reader):
    """The features of the first event of a sentence."""
    article = reader.read_page(read_sentences([sentence]))
    return article.events[0].rules["confidence"].split()


@pytest.mark.parametrize(
    ("sentence", "feature"),
    [
        ("قتل جنديان في تفجير عبوة ناسفة.", "near=weapon:ASSAULT"),
        ("هاجم مسلحون مجهولون نقطة تفتيش.", "near=gunman:ASSAULT"),
        ("بدأت محاكمة ضابط متهم في مقتل جنديين.", "near=court:ASSAULT"),
        ("تظاهر آلاف الطلاب في الساحة.", "near=crowd:PROTEST"),
        ("لم يقصف الجيش المدينة.", "negation"),
        ("أدان الوزير هجوما على القاعدة.", "behind_others"),
    ],
)
def test_a_fact_holds(sentence, feature, reader):
    article = reader.read_page(read_sentences([sentence]))
    assert any(feature in event.rules["confidence"].split() for event in article.events)


def test_clues_count_near_the_trigger_only(reader):
    filler = " ".join(["وكلمة"] * 40)
    assert "near=weapon:ASSAULT" not in features(f"هاجم الجيش المدينة {filler} وصاروخ.", reader)
