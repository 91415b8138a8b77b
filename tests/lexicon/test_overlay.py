"""A folder of additions lies over our lexicon; what it shares with ours is reported."""

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.errors import LexiconError
from marsad.lexicon.compile import compile_lexicon
from marsad.lexicon.lexicon import Lexicon
from marsad.lexicon.source import checked_dir
from marsad.page import read_sentences
from marsad.reader import Reader

NEW = "- {id: sand-front, name: جبهة الرمال السبع, en: Seven Sands Front, kind: organisation, country: LBY, sector: REB}\n"


@pytest.fixture
def overlay(tmp_path):
    def make(**files):
        for name, text in files.items():
            folder, stem = name.split("_", 1)
            (tmp_path / folder).mkdir(exist_ok=True)
            suffix = "jsonl" if stem.endswith("lines") else "yaml"
            (tmp_path / folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
        return tmp_path

    return make


def compiled(folder):
    return Lexicon(compile_lexicon(folder), "test")


def test_entities_and_triggers_are_added_to_ours(overlay):
    trigger = (
        "type: ASSAULT\ntriggers:\n- {verb: زمخر, present: يزمخر, masdar: [زمخرة], gloss: test, weight: strong,\n"
        "   frame: {actor: subject, recipient: object}, examples: [], counter: []}\n"
    )
    reader = Reader(overlay(entities_mine=NEW, triggers_ASSAULT=trigger), min_confidence=0.0)
    article = reader.read_page(read_sentences(["زمخرت جبهة الرمال السبع الجيش الليبي."], published="2020-01-01"))
    assert [(e.lemma, e.actors[0].entity) for e in article.events] == [("زمخر", "sand-front")]


def test_an_overlay_replaces_an_entity_of_ours_and_takes_its_names(overlay):
    ours = "- {id: hulusi-akar, name: خلوصي أكار, kind: person, country: TUR, sector: OPP}\n"
    taken = "- {id: my-akar, name: أردوغان, kind: person, country: TUR, sector: BUS}\n"
    lexicon = compiled(overlay(entities_mine=ours + taken))
    assert lexicon.entity("hulusi-akar").sector == "OPP"
    (number,) = [number for rest, number in lexicon.name_index["اردوغان"] if not rest]
    assert lexicon.name(number).id == "my-akar"
    assert any("my-akar (overlay)" in conflict and "recep-erdogan (ours)" in conflict for conflict in lexicon.conflicts)


def test_an_imported_entity_takes_no_name_from_ours(overlay):
    lexicon = compiled(
        overlay(entities_lines='{"id": "wd:Q1", "name": "خلوصي أكار", "kind": "person", "country": "USA"}\n')
    )
    (number,) = [number for rest, number in lexicon.name_index["خلوصي"] if rest == ["اكار"]]
    assert lexicon.name(number).id == "hulusi-akar"
    assert any("wd:Q1 (import)" in conflict for conflict in lexicon.conflicts)


TWO = (
    "- {id: one, name: قرطاس المهلهل, kind: person, country: LBY, sector: GOV, offices: [{title: والي الرمال, sector: GOV,"
    ' from: "2001", to: "2009", source: test}]}\n'
    "- {id: other, name: قرطاس المهلهل, kind: person, country: YEM, sector: MIL, offices: [{title: قائد الرمال, sector: MIL,"
    ' from: "2012", to: "2019", source: test}]}\n'
)


@pytest.mark.parametrize(
    ("published", "around", "meant"),
    [
        ("2005-01-01", "في ليبيا", "one"),
        ("2015-01-01", "في اليمن", "other"),
        ("2005-01-01", "أمس", "one"),
        ("2010-06-01", "أمس", None),
    ],
)
def test_a_name_of_two_is_settled_by_date_and_country_or_not_at_all(overlay, published, around, meant):
    reader = Reader(overlay(entities_mine=TWO), min_confidence=0.0)
    article = reader.read_page(read_sentences([f"اعتقلت الشرطة قرطاس المهلهل {around}."], published=published))
    assert [p.entity for e in article.events for p in e.recipients] == [meant]
    assert [entity.id for entity in article.entities if entity.id in ("one", "other")] == ([meant] if meant else [])


def test_a_folder_without_either_is_no_lexicon(tmp_path):
    with pytest.raises(LexiconError, match="give a folder that holds triggers/ or entities/"):
        checked_dir(tmp_path)


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("- {id: x, name: كتاب, kind: person, country: LBY, sector: GOV}", "«كتاب» is an ordinary word"),
        ("- {id: x, name: سمكمك العتيد, kind: person, country: ZZZ, sector: GOV}", "unknown country ZZZ"),
        ("- {id: x, name: سمكمك العتيد, kind: person, country: LBY, sector: XYZ}", "unknown sector ['XYZ']"),
        ("- {id: x, name: سمكمك العتيد, kind: thing, country: LBY}", "unknown kind thing"),
        ('- {id: x, name: سمكمك العتيد, kind: group, country: LBY, from: "2015"}', "a dated period without a source"),
        ("- {id: x, name: خلوصي أكار, kind: person, country: TUR}", "hulusi-akar (ours), x (overlay)"),
        (
            "- {id: x, name: سمكمك العتيد, kind: person, country: TUR, offices: [{title: الرئيس التركي, sector: GOV,"
            ' from: "2016", to: "2017", source: test}]}',
            "recep-erdogan (to 9999) and x (from 2016) at once",
        ),
    ],
)
def test_the_linter_says_what_is_wrong_with_an_entity(overlay, entry, fault):
    result = CliRunner().invoke(main, ["lexicon", "check", str(overlay(entities_mine=entry + "\n"))])
    assert result.exit_code == 1
    assert fault in result.output
