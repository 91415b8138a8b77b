"""Wikidata's dump format in, our entities out: hostile lines, a cut, packed dumps."""

import bz2
import gzip
import json

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.errors import LexiconError
from marsad.lexicon import wikidata
from marsad.lexicon.source import lexicon_dir, read_yaml
from marsad.lexicon.wikidata import import_dump


def snak(value, **more):
    return {"snaktype": "value", "datavalue": {"value": value}, **more}


def item(number):
    return snak({"id": number, "entity-type": "item"})


def time(value, precision=11):
    return snak({"time": value, "precision": precision})


def claim(main_snak, rank="normal", **qualifiers):
    return {"mainsnak": main_snak, "rank": rank, "qualifiers": {name: [found] for name, found in qualifiers.items()}}


def entity(number, ar=None, en=None, aliases=(), **claims):
    labels = {lang: {"language": lang, "value": value} for lang, value in (("ar", ar), ("en", en)) if value}
    given = {"ar": [{"language": "ar", "value": alias} for alias in aliases]}
    return {"type": "item", "id": number, "labels": labels, "aliases": given, "claims": claims}


SARAB = entity("Q900", "سراب", "Sarab", P298=[claim(snak("LBY"))])
PRESIDENT = entity("Q901", "رئيس سراب", "President of Sarab", P1001=[claim(item("Q900"))])
PARTY = entity("Q902", "حزب النخلة الطويلة", "Tall Palm Party", P31=[claim(item("Q7278"))], P17=[claim(item("Q900"))])
PERSON = entity(
    "Q903", "زهدان بن قرطاس", "Zahdan Qirtas", ["زهدان القرطاسي", "زهدان", "زهدان بن قرطاس"],
    P31=[claim(item("Q5"))], P27=[claim(item("Q900"))],
    P39=[
        claim(item("Q901"), P580=time("+2011-03-05T00:00:00Z"), P582=time("+2014-06-00T00:00:00Z", 10)),
        claim(item("Q901"), P580=time("+1900-00-00T00:00:00Z", 7)),
        claim({"snaktype": "somevalue"}),
        claim(item("Q999")),
        claim(item("Q901"), rank="deprecated", P580=time("+1980-01-01T00:00:00Z")),
    ],
)  # fmt: skip
NOBODY = entity("Q904", "بلا منصب", P31=[claim(item("Q5"))])
STAR = entity("Q905", "نجم بعيد", P31=[claim(item("Q523"))])
FOREIGN = entity("Q906", None, "No Arabic Label", P31=[claim(item("Q7278"))])


def lines(*rows):
    texts = [row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in rows]
    return b"[\n" + b",\n".join(texts) + b"\n]\n"


def written(folder):
    found = (folder / "entities" / "wikidata.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, found)}


@pytest.fixture
def dump(tmp_path):
    def make(*rows, name="dump.json", pack=bytes):
        path = tmp_path / name
        path.write_bytes(pack(lines(*rows)))
        return path

    return make


def test_a_person_has_country_offices_and_dates_of_their_own_precision(dump, tmp_path):
    progress = import_dump(
        dump(PERSON, PARTY, SARAB, PRESIDENT, NOBODY, STAR, FOREIGN), tmp_path / "out", lexicon_dir()
    )
    found = written(tmp_path / "out")
    assert (progress.written, progress.left_out, progress.faulty) == (2, 3, 0)
    person = found["wd:Q903"]
    assert (person["name"], person["en"], person["country"], person["sector"]) == (
        "زهدان بن قرطاس", "Zahdan Qirtas", "LBY", "GOV",
    )  # fmt: skip
    assert person["aliases"] == ["زهدان القرطاسي"]
    assert [(o["title"], o.get("from"), o.get("to")) for o in person["offices"]] == [
        ("رئيس سراب", "2011-03-05", "2014-06"),
        ("رئيس سراب", None, None),
    ]
    assert found["wd:Q902"] == {
        "id": "wd:Q902", "name": "حزب النخلة الطويلة", "en": "Tall Palm Party", "kind": "organisation",
        "country": "LBY", "sector": "PTY", "source": "Wikidata Q902 (CC0)",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "pack"), [("dump.json.gz", gzip.compress), ("dump.json.bz2", bz2.compress)])
def test_packed_dumps_read_alike(dump, tmp_path, name, pack):
    import_dump(dump(PERSON, SARAB, name=name, pack=pack), tmp_path / "out", lexicon_dir())
    assert set(written(tmp_path / "out")) == {"wd:Q903"}


@pytest.mark.parametrize(
    "hostile",
    [
        b'{"id": "Q1", "labels": {"ar": {"val',
        b"null",
        b"[1, 2]",
        b'"Q5"',
        b"\xff\xfe\x00",
        b'{"id": 7, "type": "item", "labels": {"ar": {"value": "x"}}, "claims": {"P298": []}}',
        json.dumps({**PERSON, "id": "../../etc"}).encode(),
        json.dumps({**PERSON, "claims": {"P31": "Q5"}}).encode(),
        json.dumps({**PERSON, "labels": {"ar": {"value": ["a"]}}}).encode(),
        json.dumps({**PERSON, "claims": {"P31": [{"mainsnak": {"snaktype": "value"}}]}}).encode(),
        b"[" * 100_000,
    ],
    ids=range(11),
)
def test_a_line_at_fault_is_counted_and_passed_over(dump, tmp_path, hostile):
    progress = import_dump(dump(hostile, PARTY, SARAB), tmp_path / "out", lexicon_dir())
    assert set(written(tmp_path / "out")) == {"wd:Q902"}
    assert progress.faulty + progress.left_out == 1


def test_a_line_longer_than_any_entity_is_skipped(dump, tmp_path, monkeypatch):
    monkeypatch.setattr(wikidata, "LONGEST_LINE", 4096)
    progress = import_dump(dump({**PARTY, "x": "y" * 50_000}, PERSON, SARAB), tmp_path / "out", lexicon_dir())
    assert set(written(tmp_path / "out")) == {"wd:Q903"}
    assert progress.faulty == 1


def test_an_entity_that_comes_twice_is_written_once(dump, tmp_path):
    assert import_dump(dump(PARTY, PARTY, SARAB), tmp_path / "out", lexicon_dir()).written == 1


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(dump, tmp_path, monkeypatch):
    monkeypatch.setattr(wikidata, "SAVED_EVERY", 1)
    whole = gzip.compress(lines(PARTY, SARAB, PERSON, PRESIDENT))
    path = tmp_path / "dump.json.gz"
    path.write_bytes(whole[: len(whole) - 40])
    with pytest.raises(LexiconError, match="run it again"):
        import_dump(path, tmp_path / "out", lexicon_dir())
    (tmp_path / "out" / "wikidata.part").open("ab").write(b'{"half": ')
    path.write_bytes(whole)
    import_dump(path, tmp_path / "out", lexicon_dir())
    assert set(written(tmp_path / "out")) == {"wd:Q902", "wd:Q903"}


def test_what_is_kept_is_coded_with_plover_sectors():
    from marsad.ontology.plover import SECTORS

    rules = read_yaml(lexicon_dir() / "wikidata.yaml")
    used = {row.get("sector") for row in (*rules["instances"].values(), *rules["sectors"])} - {None}
    assert used <= SECTORS


def test_the_reader_resolves_to_what_was_imported(dump, tmp_path):
    result = CliRunner().invoke(
        main, ["lexicon", "import-wikidata", str(dump(PERSON, PARTY, SARAB, PRESIDENT)), "-o", str(tmp_path / "out")]
    )
    assert result.exit_code == 0, result.output
    assert "2 entities written" in result.output
    shown = CliRunner().invoke(
        main, ["who", "زهدان القرطاسي", "--at", "2012-01-01", "--lexicon", str(tmp_path / "out")]
    )
    assert "means Zahdan Qirtas (wd:Q903) [person LBY GOV]" in shown.output
    assert "← at the date" in shown.output
