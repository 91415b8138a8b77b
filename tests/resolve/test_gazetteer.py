"""Names to candidates: the built file, the lexicon's own places, and names that are also words."""

import resource

import pytest
import yaml
from tests.conftest import ROOT

from marsad.mention.circumstance import load_circumstances
from marsad.record import Sentence
from marsad.resolve.gazetteer import PRECISION, read_gazetteer
from marsad.resolve.gazetteer_build import HEADING, arabic_names
from marsad.span import Span
from marsad.text.fold import fold
from marsad.text.token import tokenize

PLACES = yaml.safe_load((ROOT / "lexicon" / "places.yaml").read_text(encoding="utf-8"))
OWN = [
    (country, kind, entry)
    for country, by_kind in PLACES["places"].items()
    for kind, entries in by_kind.items()
    for entry in entries
]


@pytest.fixture(scope="module")
def gazetteer(reader):
    return reader.circumstances.gazetteer


@pytest.fixture(scope="module")
def places(reader):
    def of(text):
        sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
        found = reader.circumstances.find(sentence, None, frozenset()).places
        return {place.span.of(text): place for place in found}

    return of


def test_thirty_thousand_places_have_an_arabic_name():
    sections = read_gazetteer().split("\n\n")
    assert sections[0] == HEADING
    rows = [line.split("\t") for line in sections[2].split("\n")]
    assert sum(bool(row[8]) for row in rows) >= 30_000
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert {row[1] for row in rows} <= set(PRECISION)


def test_no_form_has_letters_that_arabic_lacks():
    names = read_gazetteer().split("\n\n")[2]
    assert not set(names) & set("پچژگکیہھۆێەڵڕڤټډړږښګڼې")


def test_it_loads_fast_and_small(lexicon):
    before = resource.getrusage(resource.RUSAGE_SELF)
    load_circumstances(lexicon)
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime - before.ru_utime < 1.0  # 0.1 to 0.2 s by itself; others share the machine
    assert (after.ru_maxrss - before.ru_maxrss) / 1024 < 60


@pytest.mark.parametrize(
    "country", ["SYR", "IRQ", "YEM", "LBY", "SDN", "LBN", "JOR", "PSE", "EGY", "SAU", "TUN", "DZA", "OMN"]
)
def test_every_arab_state_has_its_governorates(country):
    rows = [line.split("\t") for line in read_gazetteer().split("\n\n")[2].split("\n")]
    found = [row for row in rows if row[2] == country and row[1] == "governorate" and row[8]]
    assert len(found) >= {
        "SYR": 14, "IRQ": 16, "YEM": 22, "LBY": 21, "SDN": 18, "LBN": 8, "JOR": 12, "PSE": 14, "EGY": 27, "SAU": 13, "TUN": 24,
        "DZA": 58, "OMN": 11,
    }[country]  # fmt: skip


@pytest.mark.parametrize(("country", "kind", "entry"), OWN, ids=[f"{c}-{e['en']}" for c, _, e in OWN])
def test_every_place_of_our_own_is_found_under_each_name(gazetteer, country, kind, entry):
    for name in entry["ar"]:
        found = [c for c in gazetteer.candidates(fold(name)) if c.country == (None if country == "INT" else country)]
        assert found, name
        if "at" in entry:
            assert any((c.latitude, c.longitude) == tuple(entry["at"]) for c in found)
        if "of" in entry:
            assert entry["of"] in {c.id for c in found}


def test_an_entry_for_a_built_place_names_one(gazetteer):
    assert [e["en"] for _, _, e in OWN for key in ("of", "near") if key in e and gazetteer.by_id(e[key]) is None] == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["حلب", "حەلەب"], ("حلب",)),
        (["شیکاگو", "شيكاغو", "شیکاگۆ"], ("شيكاغو",)),
        (["محافظة إدلب", "إدلب"], ("إدلب",)),
        (["اَلسَّدّ"], ("السد",)),
        (["پاریس", "باريس"], ("باريس",)),
        (["تو"], ()),
    ],
)
def test_only_arabic_forms_are_kept(given, kept):
    assert arabic_names(given, "SYR", "X") == kept


def test_a_form_that_stands_before_a_persian_comma_is_persian():
    assert arabic_names(["سنفورد", "سنفورد، فلوریدا", "سانفورد"], "USA", "Sanford") == ("سانفورد",)


def test_latin_v_is_written_fa():
    assert arabic_names(["هوربانوو", "هوربانوفو"], "SVK", "Hurbanovo") == ("هوربانوفو",)


@pytest.mark.parametrize(
    ("text", "name", "country", "latitude"),
    [
        ("دوى انفجار في درعا مساء.", "درعا", "SYR", 32.6),
        ("دوى انفجار في مأرب مساء.", "مأرب", "YEM", 15.5),
        ("عقد اللقاء في الرياض.", "الرياض", "SAU", 24.7),
        ("سقط صاروخ قرب قاعدة عين الأسد.", "قاعدة عين الأسد", "IRQ", 33.8),
    ],
)
def test_known_names_have_their_point(places, text, name, country, latitude):
    place = next(place for words, place in places(text).items() if name in words)
    assert place.country == country
    assert place.latitude == pytest.approx(latitude, abs=0.5)


def test_a_place_without_a_point_lies_at_its_region_and_says_so(gazetteer):
    [found] = [c for c in gazetteer.candidates(fold("يريم")) if c.kind == "district"]
    assert found.precision in ("district", "governorate")
    assert found.latitude is not None


def test_a_state_has_no_point(gazetteer):
    [state] = [c for c in gazetteer.candidates(fold("سوريا")) if c.kind == "country"]
    assert (state.id, state.latitude, state.precision) == ("geonames:163843", None, "country")


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
def test_names_that_outweigh_are_known(gazetteer, name):
    assert fold(name) in gazetteer
    assert gazetteer.well_known(fold(name))


def test_an_unknown_name_has_no_candidates(gazetteer):
    assert gazetteer.candidates("قرنبيطستان") == ()
    assert "قرنبيطستان" not in gazetteer
    assert not gazetteer.well_known("قرنبيطستان")


@pytest.mark.parametrize(
    ("folded", "head", "prefix"),
    [("درعا", "درعا", 0), ("بدرعا", "درعا", 1), ("وبدرعا", "درعا", 2), ("للرياض", "الرياض", 1)],
)
def test_clitics_before_a_name(gazetteer, folded, head, prefix):
    assert (head, prefix) in gazetteer.heads[folded]
