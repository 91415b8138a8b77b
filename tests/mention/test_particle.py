"""Particles with a conjunction that look like other words."""

import pytest

from marsad.page import read_sentences


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("وفي دمشق قصفت طائرات حيا سكنيا.", "دمشق"),
        ("وفي حلب، هاجم مسلحون ثكنة.", "حلب"),
        ("ففي بغداد قتل مسلحون ثلاثة جنود.", "بغداد"),
    ],
)
def test_a_sentence_that_begins_with_its_place(reader, sentence, place):
    [event] = [e for e in reader.read_page(read_sentences([sentence])).events if e.type == "ASSAULT"]
    assert event.place.name is not None
    assert place in sentence[event.place.span.start : event.place.span.stop]


def test_fa_qad_before_a_verb_is_no_verb(reader):
    events = reader.read_page(read_sentences(["فقد قصفت الطائرات السورية مدينة حلب."])).events
    assert [e.lemma for e in events] == ["قصف"]
    assert [p.text for p in events[0].actors] == ["الطائرات السورية"]
