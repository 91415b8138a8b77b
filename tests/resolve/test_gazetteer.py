"""Names to places: the spellings that the lexicon adds, and names that are also words."""

import pytest
import yaml
from tests.conftest import ROOT

from marsad.record import Sentence
from marsad.span import Span
from marsad.text.fold import fold
from marsad.text.token import tokenize

PLACES = yaml.safe_load((ROOT / "lexicon" / "places.yaml").read_text(encoding="utf-8"))
SPELLINGS = [
    (spelling, name, country)
    for country, towns in PLACES["spellings"].items()
    for name, spellings in towns.items()
    for spelling in spellings
]
NOT_BUILT = {"Bakhmut", "Pokrovsk"}
BUILT_ONLY_WITH_ARABIC_NAME = pytest.mark.xfail(
    strict=True,
    reason="gazetteer_build drops places that the package has no Arabic name for, whatever the lexicon adds",
)


@pytest.fixture(scope="module")
def places(reader):
    def of(text):
        sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
        found = reader.circumstances.find(sentence, None, frozenset()).places
        return {place.span.of(text): place for place in found}

    return of


@pytest.mark.parametrize(
    ("spelling", "name", "country"),
    [
        pytest.param(*case, marks=[BUILT_ONLY_WITH_ARABIC_NAME] if case[1] in NOT_BUILT else [], id=case[0])
        for case in SPELLINGS
    ],
)
def test_every_added_spelling_is_a_place_with_a_point(places, spelling, name, country):
    place = places(f"دوى انفجار في {spelling} مساء.")[spelling]
    assert (place.name_en, place.country, place.precision) == (name, country, "town")
    assert abs(place.latitude) <= 90
    assert abs(place.longitude) <= 180
    assert place.id.startswith("geonames:")


def test_no_spelling_is_given_twice():
    folded = [fold(spelling) for spelling, _, _ in SPELLINGS]
    assert len(folded) == len(set(folded))


@pytest.mark.parametrize(
    ("text", "name", "country", "latitude"),
    [
        ("دوى انفجار في درعا مساء.", "درعا", "SYR", 32.6),
        ("دوى انفجار في مأرب مساء.", "مأرب", "YEM", 15.5),
        ("عقد اللقاء في الرياض.", "الرياض", "SAU", 24.7),
    ],
)
def test_towns_outweigh_common_nouns(places, text, name, country, latitude):
    place = places(text)[name]
    assert place.country == country
    assert place.latitude == pytest.approx(latitude, abs=0.5)


@pytest.mark.parametrize(
    "text",
    ["اعتذر الضيف بحجة ضيق الوقت.", "غاب اللاعب بحجة المرض.", "جاء الشاهد بحجة واهية."],
)
def test_a_pretext_is_no_place(places, text):
    assert places(text) == {}


def test_a_guarded_name_is_a_place_after_a_place_word_alone(places):
    assert places("دوى انفجار في محافظة إب مساء.")["محافظة إب"].country == "YEM"
    assert places("دوى انفجار في الجبل مساء.") == {}


@pytest.mark.parametrize("name", PLACES["outweighs"])
def test_names_that_outweigh_are_known(reader, name):
    gazetteer = reader.circumstances.gazetteer
    assert fold(name) in gazetteer
    assert gazetteer.well_known(fold(name))


def test_an_unknown_name_has_no_candidates(reader):
    gazetteer = reader.circumstances.gazetteer
    assert gazetteer.candidates("قرنبيطستان") == ()
    assert "قرنبيطستان" not in gazetteer
    assert not gazetteer.well_known("قرنبيطستان")


@pytest.mark.parametrize(
    ("folded", "head", "prefix"),
    [("درعا", "درعا", 0), ("بدرعا", "درعا", 1), ("وبدرعا", "درعا", 2), ("للرياض", "الرياض", 1)],
)
def test_clitics_before_a_name(reader, folded, head, prefix):
    assert (head, prefix) in reader.circumstances.gazetteer.heads(folded)
