"""Persons and bodies that the knowledge base does not hold."""

import pytest

from marsad.page import read_sentences
from marsad.resolve.stranger import UNRESOLVED, group


def entities(reader, *sentences):
    """The strangers of an article by name."""
    article = reader.read_page(read_sentences(list(sentences)))
    return {e.name: e for e in article.entities if e.id.startswith("article:")}, article.text


def test_a_surname_goes_with_the_full_name(reader):
    found, text = entities(
        reader, "قال العقيد سامر شلهوب إن الهدنة انهارت.", "وأضاف شلهوب أن القصف مستمر.", "وغادر شلهوب المدينة."
    )
    assert [span.of(text) for span in found["سامر شلهوب"].mentions] == ["سامر شلهوب", "شلهوب", "شلهوب"]


def test_a_surname_that_is_a_word_counts_after_a_verb_of_saying_alone(reader):
    found, text = entities(reader, "قال العقيد سامر حداد إن الهدنة انهارت.", "وأضاف حداد أن البلاد في حداد.")
    assert [span.of(text) for span in found["سامر حداد"].mentions] == ["سامر حداد", "حداد"]


def test_two_of_one_surname_leave_it_alone(reader):
    found, _ = entities(reader, "التقى سامر شلهوب ومحمود شلهوب.", "وقال شلهوب إن اللقاء جيد.")
    assert len(found["سامر شلهوب"].mentions) == len(found["محمود شلهوب"].mentions) == 1


def test_country_and_sector_come_from_the_words_around(reader):
    found, _ = entities(reader, "قال الضابط التركي سليم أرسلان إن القصف توقف.")
    person = found["سليم أرسلان"]
    assert (person.country, person.sector, person.reason) == ("TUR", "MIL", UNRESOLVED)


def test_strangers_stay_unresolved_in_their_mentions(reader):
    article = reader.read_page(read_sentences(["قال العقيد سامر شلهوب إن كتيبة شهداء الوادي انسحبت."]))
    names = [m for m in article.mentions if m.proper]
    assert len(names) == 2
    assert all(m.entity is None for m in names)


@pytest.mark.parametrize(
    ("sentence", "words", "country", "sector"),
    [
        ("قال مسؤول تركي إن القصف مستمر.", "مسؤول تركي", "TUR", "GOV"),
        ("قصف مسلحون موالون لحفتر المدينة.", "مسلحون موالون", "LBY", "UAF"),
    ],
)
def test_unnamed_ones_keep_country_and_sector(reader, sentence, words, country, sector):
    article = reader.read_page(read_sentences([sentence]))
    (mention,) = [m for m in article.mentions if m.span.of(article.text) == words]
    assert (mention.entity, mention.country, mention.sector) == (None, country, sector)


def test_group():
    full, first, last, other = ("سامر", "محمد", "حداد"), ("سامر", "محمد"), ("حداد",), ("سامر", "علي")
    assert group({full, first, last, other}) == {full: full, first: full, last: full, other: other}
    assert group({full, ("سامر",), other})[("سامر",)] == ("سامر",)
