import json

import pytest

from marsad.export.flat import flat_event, flat_item, flat_line
from marsad.mention.time.value import date_of
from marsad.page import read_fields, read_sentences
from marsad.record import (
    Article,
    Block,
    BlockKind,
    Casualty,
    Claim,
    EventMention,
    Page,
    Participant,
    Place,
    Quantity,
    Sentence,
    Time,
)
from marsad.span import Span

FIRST = "قصف الجيش السوري سوقا في حلب أمس وقتل 12 مدنيا بحسب ناشطين."
SECOND = "ونددت باريس بالقصف."
TEXT = f"{FIRST} {SECOND}"
FLAT = {
    "event", "s", "type", "mode", "trigger", "actors", "recipients", "place", "date", "status", "claimed_by", "killed",
    "injured", "confidence", "rule", "trigger_span", "place_id",
}  # fmt: skip
PARTY = {"text", "country", "sector", "entity", "span"}


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def party(words, **codes):
    return Participant(span(words), words, "test", **codes)


def event(**fields):
    known = {
        "event": 1,
        "sentence": 0,
        "type": "ASSAULT",
        "mode": None,
        "trigger": span("قصف"),
        "lemma": "قصف",
        "status": "fact",
        "confidence": 0.9,
        "rules": {"trigger": "ASSAULT/قصف:verb"},
    }
    return EventMention(**{**known, **fields})


def article(*events, rule="plain:paragraph"):
    blocks = (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH, rule),)
    sentences = (Sentence(0, 0, Span(0, len(FIRST)), ()), Sentence(1, 0, Span(len(FIRST) + 1, len(TEXT)), ()))
    return Article("a", Page(TEXT, blocks), sentences, (), events, (), ())


FULL = event(
    mode="aerial",
    actors=(party("الجيش السوري", country="SYR", sector="MIL", entity="syrian-army"),),
    recipients=(party("سوقا"),),
    place=Place(span("حلب"), "test", "geonames:170063"),
    time=Time(span("أمس"), "test", "2020-07-03T14:00"),
    claim=Claim(party("ناشطين"), span("بحسب"), "asserts", False, "test"),
    casualties=(Casualty("killed", Quantity(span("12"), 12, 12, "test"), "test"),),
)


def test_the_keys_are_those_of_the_format():
    flat = flat_event(article(FULL), FULL)
    assert set(flat) == FLAT
    assert set(flat["actors"][0]) == PARTY


def test_all_fields():
    flat = flat_event(article(FULL), FULL)
    assert (flat["event"], flat["s"], flat["type"], flat["mode"], flat["status"]) == (1, 0, "ASSAULT", "aerial", "fact")
    assert (flat["trigger"], flat["place"], flat["claimed_by"]) == ("قصف", "حلب", "ناشطين")
    assert (flat["place_id"], flat["date"], flat["killed"], flat["injured"]) == (
        "geonames:170063",
        "2020-07-03",
        12,
        None,
    )
    assert flat["actors"] == [
        {"text": "الجيش السوري", "country": "SYR", "sector": "MIL", "entity": "syrian-army", "span": [4, 16]}
    ]
    assert flat["recipients"] == [{"text": "سوقا", "country": None, "sector": None, "entity": None, "span": [17, 21]}]
    assert (flat["confidence"], flat["rule"]) == (0.9, "ASSAULT/قصف:verb")


def test_spans_count_in_the_sentence():
    found = event(sentence=1, trigger=span("ونددت"), actors=(party("باريس"),))
    flat = flat_event(article(found), found)
    assert flat["s"] == 1
    assert SECOND[slice(*flat["trigger_span"])] == flat["trigger"] == "ونددت"
    assert SECOND[slice(*flat["actors"][0]["span"])] == "باريس"


def test_words_of_another_sentence_are_left_out():
    found = event(
        sentence=1,
        trigger=span("ونددت"),
        actors=(party("الجيش السوري"), party("باريس")),
        recipients=(party("سوقا"),),
        place=Place(span("حلب"), "test", "geonames:170063"),
        claim=Claim(party("ناشطين"), span("بحسب"), "asserts", False, "test"),
    )
    flat = flat_event(article(found), found)
    assert [p["text"] for p in flat["actors"]] == ["باريس"]
    assert flat["recipients"] == []
    assert (flat["place"], flat["place_id"], flat["claimed_by"]) == (None, None, None)


def test_the_number_of_a_given_sentence_is_its_own():
    found = event(sentence=1, trigger=span("ونددت"))
    flat = flat_event(article(found, rule="given"), found)
    assert flat["s"] == 0
    assert TEXT[slice(*flat["trigger_span"])] == "ونددت"


@pytest.mark.parametrize(
    ("counts", "total"),
    [([], None), ([(12, 12)], 12), ([(12, 12), (3, 3)], 15), ([(20, 99)], None), ([(20, None)], None), ([(0, 0)], 0)],
)
def test_only_exact_counts_are_stated(counts, total):
    losses = tuple(Casualty("injured", Quantity(span("12"), *count, "test"), "test") for count in counts)
    assert flat_event(article(), event(casualties=losses))["injured"] == total


@pytest.mark.parametrize(
    ("value", "date"), [("2020-07-04T10:30", "2020-07-04"), ("2020-07", "2020-07"), ("2020", "2020"), (None, None)]
)
def test_an_hour_is_no_part_of_a_date(value, date):
    assert date_of(Time(Span(0, 1), "test", value)) == date
    assert date_of(None) is None


def test_a_line_is_one_line_of_json_with_arabic_letters():
    line = flat_line(article(FULL))
    assert "\n" not in line
    assert "قصف" in line
    assert json.loads(line) == flat_item(article(FULL))


def test_an_article_without_events():
    assert json.loads(flat_line(article())) == {"id": "a", "events": []}


@pytest.mark.parametrize(
    "page",
    [
        read_sentences(
            ["قصف الجيش السوري مدينة حلب", "اعتقلت الشرطة التونسية ستة مشتبه بهم. ثم قصف الجيش السوري مدينة إدلب."]
        ),
        read_fields(
            "", "قصف الجيش السوري مدينة حلب. اعتقلت الشرطة التونسية ستة مشتبه بهم.\nقصف الجيش السوري مدينة إدلب."
        ),
    ],
    ids=["sentences", "text"],
)
def test_every_span_of_a_reading_slices_its_sentence_to_its_words(reader, page):
    found = reader.read_page(page)
    given = [block.span.of(page.text) for block in page.blocks] if page.blocks[0].rule == "given" else None
    sentences = given or [sentence.span.of(page.text) for sentence in found.sentences]
    assert found.events
    for flat in flat_item(found)["events"]:
        words = sentences[flat["s"]]
        assert words[slice(*flat["trigger_span"])] == flat["trigger"]
        for one in (*flat["actors"], *flat["recipients"]):
            assert words[slice(*one["span"])] == one["text"]
        assert flat["place"] is None or flat["place"] in words
        assert flat["claimed_by"] is None or flat["claimed_by"] in words


def test_an_item_with_a_title_of_two_sentences_is_numbered_in_one_way(reader):
    page = read_fields(
        "قصف الجيش السوري مدينة حلب. اعتقلت الشرطة التونسية ستة مشتبه بهم", "قصف الجيش السوري مدينة إدلب."
    )
    found = reader.read_page(page)
    sentences = [sentence.span.of(page.text) for sentence in found.sentences]
    for flat in flat_item(found)["events"]:
        assert sentences[flat["s"]][slice(*flat["trigger_span"])] == flat["trigger"]
