"""Corrections as they are posted, checked against the text and the ontology."""

import pytest

from marsad.store.archive import start

start()
# ruff: noqa: E402

from hypothesis import given
from hypothesis import strategies as st

from marsad.desk.review.value import Ground, Refused, read_added, read_value, span_of
from marsad.record import Claim, EventMention, Participant
from marsad.span import Span

TEXT = "قصف الجيش السوري مدينة حلب أمس، وقتل 12 شخصا في حلب.\n\U0001f600 قال Reuters إن قصفًا طال إدلب."
SENTENCE = Span(0, TEXT.index("\n"))


def words(text, after=0):
    return Span(TEXT.index(text, after), TEXT.index(text, after) + len(text))


def event(**fields):
    known = {"event": 1, "sentence": 0, "type": "ASSAULT", "mode": None, "trigger": words("قصف"), "lemma": "قصف", "status": "fact",
             "confidence": 0.9}  # fmt: skip
    return EventMention(**{**known, **fields})


def ground(kind="ASSAULT", shown=None, block=None):
    return Ground(TEXT, SENTENCE, block or Span(0, len(TEXT)), kind, shown or event(type=kind))


def marked(name, span, **more):
    return {f"{name}-start": str(span.start), f"{name}-stop": str(span.stop), **more}


def test_a_mode_is_one_of_its_type():
    assert read_value("mode", {"mode": "aerial"}, ground()) == {"mode": "aerial"}
    assert read_value("mode", {"mode": ""}, ground()) == {"mode": None}
    with pytest.raises(Refused):
        read_value("mode", {"mode": "aerial"}, ground("PROTEST"))


@pytest.mark.parametrize(
    ("field", "value"), [("type", "KILL"), ("type", ""), ("status", "maybe"), ("lemma", "x"), ("", "x")]
)
def test_what_is_not_in_the_ontology_is_refused(field, value):
    with pytest.raises(Refused):
        read_value(field, {field: value}, ground())


BAD = [
    ("5", "3"),
    ("3", "3"),
    ("0", "9999"),
    ("-1", "4"),
    ("a", "4"),
    ("", "4"),
    ("٣", "4"),
    ("9" * 30, "4"),
    ("31", "32"),
]


@pytest.mark.parametrize(("start", "stop"), BAD)
def test_a_mark_stands_in_the_text_and_holds_words(start, stop):
    with pytest.raises(Refused):
        span_of("time", {"time-start": start, "time-stop": stop}, ground())


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 60))
def test_any_mark_is_trimmed_to_its_words(start, length):
    stop = min(start + length, len(TEXT))
    if TEXT[start:stop].strip():
        assert span_of("x", marked("x", Span(start, stop)), ground()).of(TEXT) == TEXT[start:stop].strip()


def test_words_are_found_in_the_sentence_before_the_paragraph():
    assert span_of("x", {"x-words": "قصف"}, ground()) == words("قصف")
    assert span_of("x", {"x-words": "إدلب"}, ground()) == words("إدلب")
    assert span_of("x", {"x-words": "مدينة  حلب"}, ground()) == words("مدينة حلب")


def test_words_that_stand_there_twice_need_a_number():
    with pytest.raises(Refused, match="2"):
        span_of("x", {"x-words": "حلب"}, ground())
    assert span_of("x", {"x-words": "حلب #2"}, ground()) == words("حلب", 30)


def test_words_that_stand_nowhere_are_refused():
    with pytest.raises(Refused, match="دمشق"):
        span_of("x", {"x-words": "دمشق"}, ground())


def test_typed_words_win_over_an_earlier_mark():
    posted = marked("x", words("حلب"), **{"x-words": "السوري"})
    assert span_of("x", posted, ground()) == words("السوري")
    posted = marked("x", words("حلب", 30), **{"x-words": "حلب"})
    assert span_of("x", posted, ground()) == words("حلب", 30)


def test_offsets_are_code_points_behind_an_emoji():
    (party,) = read_value("actors", marked("actors-0", words("Reuters")), ground())["actors"]
    assert party["text"] == "Reuters"


def test_parties_have_codes_and_order():
    posted = {
        **marked("actors-1", words("الجيش السوري"), **{"actors-1-country": "syr", "actors-1-sector": "MIL"}),
        **marked("actors-0", words("شخصا")), **marked("actors-2", words("حلب"), **{"actors-2-remove": "1"}),
    }  # fmt: skip
    value = read_value("actors", posted, ground())["actors"]
    assert [(p["text"], p["country"], p["sector"]) for p in value] == [
        ("الجيش السوري", "SYR", "MIL"),
        ("شخصا", None, None),
    ]
    assert read_value("actors", {}, ground()) == {"actors": []}


@pytest.mark.parametrize(
    ("part", "value"), [("country", "XQX"), ("country", "Syria"), ("sector", "ARMY"), ("entity", "state:none")]
)
def test_codes_and_entities_are_known_ones(desk, part, value):
    with pytest.raises(Refused):
        read_value("actors", marked("actors-0", words("شخصا"), **{f"actors-0-{part}": value}), ground())


def test_an_entity_brings_its_codes(desk):
    posted = marked("actors-0", words("الجيش السوري"), **{"actors-0-entity": "state:SYR"})
    (party,) = read_value("actors", posted, ground())["actors"]
    assert (party["entity"], party["country"], party["kind"]) == ("state:SYR", "SYR", "state")


def test_a_party_that_is_left_as_it_is_keeps_its_reasons():
    machine = Participant(
        words("الجيش السوري"), "الجيش السوري", "subject", entity="article:3", country="SYR", reason="words"
    )
    posted = marked("actors-0", machine.span, **{"actors-0-country": "SYR"})
    (party,) = read_value("actors", posted, ground(shown=event(actors=(machine,))))["actors"]
    assert (party["rule"], party["reason"]) == ("subject", "words")
    assert party["entity"] is None  # another reading may number it otherwise


def test_a_place_is_of_the_gazetteer_or_unresolved():
    key = "geonames:170063"
    place = read_value("place", marked("place", words("حلب"), **{"place-key": key}), ground())["place"]
    assert (place["id"], place["country"], place["rule"]) == (key, "SYR", "judged")
    assert read_value("place", marked("place", words("حلب")), ground())["place"]["id"] is None
    assert read_value("place", {}, ground()) == {"place": None}
    with pytest.raises(Refused, match="x:1"):
        read_value("place", marked("place", words("حلب"), **{"place-key": "x:1"}), ground())


@pytest.mark.parametrize(
    ("value", "start", "stop", "precision"),
    [
        ("2020-07-03", "2020-07-03", "2020-07-03", "day"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2020", "2020-01-01", "2020-12-31", "year"),
    ],
)
def test_a_time_has_its_days(value, start, stop, precision):
    time = read_value("time", marked("time", words("أمس"), **{"time-value": value}), ground())["time"]
    assert (time["start"], time["stop"], time["precision"]) == (start, stop, precision)


@pytest.mark.parametrize("value", ["yesterday", "2020-02-30", "2020-13", "20", "0000"])
def test_no_date_is_refused(value):
    with pytest.raises(Refused):
        read_value("time", marked("time", words("أمس"), **{"time-value": value}), ground())


def test_a_claim_has_its_cue():
    claim = Claim(Participant(words("شخصا"), "شخصا", "r"), words("قال"), "alleges", True, "r")
    posted = marked("claim", words("Reuters"), **{"claim-stance": "asserts"})
    assert read_value("claim", posted, ground(shown=event(claim=claim)))["claim"]["cue"] == list(words("قال"))
    assert read_value("claim", posted, ground())["claim"]["cue"] == list(words("Reuters"))
    with pytest.raises(Refused):
        read_value("claim", {**posted, "claim-stance": "shouts"}, ground())


def losses(**parts):
    return read_value(
        "casualties",
        marked("casualties-0", words("12"), **{f"casualties-0-{k}": v for k, v in parts.items()}),
        ground(),
    )


def test_losses_are_counted():
    quantity = losses(outcome="killed", least="12")["casualties"][0]["quantity"]
    assert (quantity["least"], quantity["most"]) == (12, 12)
    assert losses(outcome="killed", least="12", open="1")["casualties"][0]["quantity"]["most"] is None
    assert losses(outcome="killed", least="12", most="20")["casualties"][0]["quantity"]["most"] == 20


@pytest.mark.parametrize(
    "parts",
    [{"outcome": "eaten", "least": "1"}, {"outcome": "killed"}, {"outcome": "killed", "least": "x"}, {"outcome": "killed", "least": "-3"},
     {"outcome": "killed", "least": "9", "most": "3"}, {"outcome": "killed", "least": "9" * 25}],
)  # fmt: skip
def test_losses_that_are_none_are_refused(parts):
    with pytest.raises(Refused):
        losses(**parts)


def test_an_added_event_needs_words_and_a_type():
    span, value = read_added(
        {"trigger-words": "قصفًا", "type": "ASSAULT", "status": "fact", "mode": "aerial"}, ground("")
    )
    assert span == words("قصفًا")
    assert value == {"type": "ASSAULT", "status": "fact", "mode": "aerial"}
    with pytest.raises(Refused):
        read_added({"type": "ASSAULT", "status": "fact"}, ground(""))
    with pytest.raises(Refused):
        read_added({"trigger-words": "قصفًا", "type": "PROTEST", "status": "fact", "mode": "aerial"}, ground(""))
