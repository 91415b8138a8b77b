import pytest

from marsad.page import read_sentences


def told(sentence, reader):
    article = reader.read_page(read_sentences([sentence], published="2015-07-23"))
    return {e.trigger.of(article.text): e for e in article.events}


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("عقد الأمير اجتماعا مع الرئيس المصري، تم فيه بحث الأوضاع في المنطقة.", ["اجتماعا"]),
        ("بحث الوزير الأردني خلال لقائه وزير الخارجية المصري العلاقات الثنائية.", ["لقائه"]),
        ("غادر أمير الكويت إلى الرياض للمشاركة في القمة الخليجية.", ["غادر"]),
        ("وصل الرئيس التركي إلى الدوحة أمس في زيارة رسمية.", ["زيارة"]),
        ("سيرت الكويت شاحنات تحمل مساعدات إغاثية إلى النازحين في أربيل.", ["سيرت"]),
        ("أيدت السعودية حق تركيا في الدفاع عن نفسها.", ["أيدت"]),
        # two events, each with parties of its own
        ("قدمت قطر مساعدات إلى غزة، وقدمت تركيا مساعدات إلى الصومال.", ["مساعدات", "مساعدات"]),
        ("شارك أمير الكويت في القمة الخليجية أمس.", ["القمة"]),
    ],
)
def test_told_once(sentence, triggers, reader):
    article = reader.read_page(read_sentences([sentence], published="2015-07-23"))
    assert [e.trigger.of(article.text) for e in article.events] == triggers


def test_what_tells_of_it_lends_its_parties(reader):
    visit = told("أعلن في عدن وصول رئيس الوزراء اليمني خالد بحاح في زيارة إلى المدينة.", reader)["زيارة"]
    assert [actor.text for actor in visit.actors] == ["رئيس الوزراء اليمني خالد بحاح"]
