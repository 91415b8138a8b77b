"""Readings that were wrong once, each with what must not change beside it."""

import pytest

from marsad.page import read_sentences


def events(sentence, reader):
    return reader.read_page(read_sentences([sentence])).events


def parties(sentence, type_, reader):
    (event,) = [e for e in events(sentence, reader) if e.type == type_]
    return [p.text for p in event.actors], [p.text for p in event.recipients]


@pytest.mark.parametrize(
    ("sentence", "type_", "actors", "recipients"),
    [
        # the ن of a broken plural is its own, that of a dual is not
        ("هاجم سكان مدينة تعز مقر المحافظة.", "ASSAULT", ["سكان مدينة تعز"], ["مقر المحافظة"]),
        ("هاجم مسلحان مدينة تعز.", "ASSAULT", ["مسلحان"], ["مدينة تعز"]),
        # what counts an event noun neither acts nor hides it
        ("شن طيران التحالف سلسلة من الغارات على مواقع الحوثيين.", "ASSAULT", ["طيران التحالف"], ["مواقع الحوثيين"]),
        ("طيران التحالف نفذ سلسلة من الغارات على مواقع الحوثيين.", "ASSAULT", ["طيران التحالف"], ["مواقع الحوثيين"]),
        # an adjective of relation is nobody; one of a country is
        ("تظاهر المئات ضد القرار الحكومي في بغداد.", "PROTEST", ["المئات"], []),
        ("تظاهر المئات ضد الحكومة في بغداد.", "PROTEST", ["المئات"], ["الحكومة"]),
        # a force announces its own gain, and tells of the deaths that others caused
        ("أعلن الجيش السيطرة على مدينة سرت.", "ASSAULT", ["الجيش"], ["مدينة سرت"]),
        ("أعلنت وزارة الصحة مقتل جنديين.", "ASSAULT", [], ["جنديين"]),
    ],
)
def test_parties(sentence, type_, actors, recipients, reader):
    assert parties(sentence, type_, reader) == (actors, recipients)


def test_dispersal_tells_whom_and_where(reader):
    (event,) = [
        e for e in events("أطلقت قوات الأمن الرصاص لتفريق محتجين أمام البرلمان.", reader) if e.type == "ASSAULT"
    ]
    assert [p.text for p in event.recipients] == ["محتجين"]
    assert event.place is not None
    assert event.rules["place"].startswith("place_after_trigger")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("قالت الوزارة إنها لا علم لها بموافقة الحكومة على نشر قوات أجنبية.", "hypothetical"),
        ("قال الناطق إن الوزير ليس لديه علم بموافقة الحكومة على نشر قوات أجنبية.", "hypothetical"),
        ("قالت الوزارة إنها على علم بموافقة الحكومة على نشر قوات أجنبية.", "fact"),
    ],
)
def test_what_nobody_knows_of_is_no_fact(sentence, status, reader):
    (event,) = [e for e in events(sentence, reader) if e.type == "AGREE"]
    assert event.status == status


def test_private_crime_is_less_sure_than_violence(reader):
    private = events("قتل شاب على يد لصوص خلال عملية سطو على متجر في الرياض.", reader)
    armed = events("قتل جندي على يد مسلحين خلال هجوم على حاجز في الرياض.", reader)
    assert max(e.confidence for e in private) < min(e.confidence for e in armed)
