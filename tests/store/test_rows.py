from dataclasses import replace
from datetime import date

import pytest

from marsad.record import BlockKind, Participant, Relation
from marsad.span import Span
from marsad.store import models
from marsad.store.restore import restore
from marsad.store.rows import first_day, last_day, stems_of

from .conftest import document, item, keep


def restored():
    return [kept.record for kept in restore(models.Reading.objects.order_by("pk").values_list("pk", flat=True))]


def test_what_is_restored_is_what_was_read(filled, sample_records):
    assert restored() == sample_records


def test_every_table_holds_something(filled):
    rows = {model.__name__: model.objects.count() for model in (
        models.Article, models.Text, models.Passage, models.Reading, models.Block, models.Entity, models.Naming,
        models.Mention, models.Quotation, models.Event, models.Evidence, models.Casualty, models.Claim,
        models.Participant, models.Place,
    )}  # fmt: skip
    assert all(rows.values()), rows


def test_a_relation_is_kept(archive, sample_records, monkeypatch):
    record = sample_records[0]
    party, other = (
        Participant(Span(0, 4), record.text[0:4], "test", None, "state:TUR"),
        Participant(Span(5, 9), "غيره", "test"),
    )
    relation = Relation("backs", (party, other), other, (Span(2, 3), Span(7, 9)), 0, "test")
    monkeypatch.setattr("marsad.reader.Reader.read_page", lambda self, page, id: replace(record, relations=(relation,)))
    keep(document())
    assert restored()[0].relations == (relation,)


def test_readings_come_in_the_order_asked_for(archive):
    keep(*(document(f"{n}.txt", f"زار الرئيس تونس في {n} يوليو 2020.") for n in range(1, 6)))
    numbers = list(models.Reading.objects.order_by("-pk").values_list("pk", flat=True))
    assert [kept.reading for kept in restore(numbers)] == numbers


def test_nul_is_kept_as_what_every_database_can_hold(archive):
    keep(document(text="قصف الجيش\0 مدينة حلب أمس."))
    (record,) = restored()
    assert record.text == "قصف الجيش\ufffd مدينة حلب أمس."
    assert all(b.span.of(record.text) for b in record.page.blocks)


def test_any_number_of_people_is_kept(archive, sample_records, monkeypatch):
    record = next(r for r in sample_records if any(e.casualties for e in r.events))
    event = next(e for e in record.events if e.casualties)
    loss = event.casualties[0]
    huge = replace(event, casualties=(replace(loss, quantity=replace(loss.quantity, least=10**30, most=10**31)),))
    monkeypatch.setattr("marsad.reader.Reader.read_page", lambda self, page, id: replace(record, events=(huge,)))
    keep(document())
    assert models.Casualty.objects.get().least == 2**63 - 1


def test_the_outlet_is_named_by_the_item_or_the_caller_or_the_address(archive):
    keep(item(1, text="زار الرئيس تونس.", source="واع"), item(2, text="زار الرئيس مصر."), source="given")
    keep(item(3, text="زار الرئيس قطر.", url="https://www.example.org/a"))
    assert list(models.Article.objects.order_by("pk").values_list("source__name", flat=True)) == [
        "واع",
        "given",
        "example.org",
    ]


def test_a_headline_for_lists(archive):
    keep(item(text="نص المقال.", title="عنوان\nالمقال"))
    (reading,) = models.Reading.objects.all()
    assert reading.headline == "عنوان المقال"
    assert BlockKind.HEADLINE in {b.kind for b in restored()[0].page.blocks}


def test_an_events_day_is_its_own_or_else_the_articles(archive):
    keep(item(text="قصف الجيش السوري مدينة حلب. وقصف الجيش السوري مدينة إدلب في 12 يناير 2019."))
    days = list(models.Event.objects.order_by("number").values_list("day", "dated"))
    assert (date(2020, 7, 4), False) in days
    assert (date(2019, 1, 12), True) in days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-12", date(2020, 12, 1), date(2020, 12, 31)),
        ("2020-06-17", date(2020, 6, 17), date(2020, 6, 17)),
        ("2020-06-17T14:30", date(2020, 6, 17), date(2020, 6, 17)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("2020-02-31", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_days_of_a_date_of_any_precision(value, first, last):
    assert (first_day(value), last_day(value)) == (first, last)


def test_stems_stand_between_spaces():
    assert stems_of("الجيش السوري", None, "Army") == " جيش سوري army "
    assert stems_of(None).strip() == ""


def test_words_that_are_not_those_of_the_span_are_kept(archive, sample_records, monkeypatch):
    record = next(r for r in sample_records if any(e.actors for e in r.events))
    event = next(e for e in record.events if e.actors)
    changed = replace(event, actors=(replace(event.actors[0], text="غير ذلك"), *event.actors[1:]))
    events = tuple(changed if e is event else e for e in record.events)
    monkeypatch.setattr("marsad.reader.Reader.read_page", lambda self, page, id: replace(record, events=events))
    keep(document())
    assert restored()[0].events == events


def test_an_event_at_a_distance_moves_no_town(archive):
    keep(
        item(1, text="قصف الجيش السوري مدينة حلب أمس."),
        item(2, text="اعتقلت الشرطة ثلاثة مسلحين في حلب."),
        item(3, text="قصف الجيش السوري موقعا على بعد 40 كيلومترا شمال حلب أمس."),
    )
    readings = models.Reading.objects.order_by("pk").values_list("pk", flat=True)
    places = [kept.record.events[0].place for kept in restore(readings)]
    points = [place.latitude for place in places]
    assert points[0] == points[1]
    assert points[2] > points[0] + 0.2
    assert (places[0].uncertainty, places[2].uncertainty is None) == (None, False)
