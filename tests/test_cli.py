import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from marsad import __version__
from marsad.cli import FORMATS, main
from marsad.export.table import COLUMNS
from marsad.lexicon.source import lexicon_dir

SENTENCE = "قصف الجيش السوري مدينة حلب أمس وقتل 12 مدنيا."
SAMPLES = [
    "agency.html",
    "blog.html",
    "cp1256.html",
    "item-1",
    "item-2",
    "jsonld.html",
    "live.html",
    "recipe.html",
    "wire.txt",
]
# The prediction format of the annotation guidelines …
FORMAT = {
    "event", "s", "type", "mode", "trigger", "actors", "recipients", "place", "date", "status", "claimed_by", "killed", "injured",
}  # fmt: skip
FORMAT_PARTY = {"text", "country", "sector"}
# … and what it is extended by.
ADDED = {"confidence", "rule", "trigger_span", "place_id"}
ADDED_PARTY = {"entity", "span"}


def run(*arguments, code=0, **options):
    result = CliRunner().invoke(main, [str(a) for a in arguments], **options)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.stderr
    assert result.exit_code == code, (result.exit_code, result.stderr)
    return result


def stderr_lines(result):
    return result.stderr.splitlines()


@pytest.fixture(scope="module")
def flat(samples):
    return [json.loads(line) for line in run("read", samples, "--format", "flat").stdout.splitlines()]


@pytest.fixture(scope="module")
def full(samples):
    return json.loads(run("read", samples, "--format", "json").stdout)


@pytest.fixture
def mixed(tmp_path, samples):
    """A folder with a good page on either side of a broken one."""
    shutil.copy(samples / "agency.html", tmp_path / "a.html")
    (tmp_path / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    shutil.copy(samples / "wire.txt", tmp_path / "c.txt")
    return tmp_path


def test_version():
    assert __version__ in run("--version").stdout


@pytest.mark.parametrize("arguments", [["-h"], ["read", "--help"], ["lexicon", "-h"], ["lexicon", "test", "--help"]])
def test_help(arguments):
    assert "Usage:" in run(*arguments).stdout


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_reads_every_sample(samples, form):
    result = run("read", samples, "--format", form)
    assert result.stdout.strip()
    assert result.stderr == ""
    assert "ASSAULT" in result.stdout or "Assault" in result.stdout


def test_text_is_the_default(samples):
    page = samples / "agency.html"
    assert run("read", page).stdout == run("read", page, "--format", "text").stdout


def test_json_is_one_list_of_records(full):
    assert [record["id"] for record in full] == SAMPLES
    for record in full:
        assert {"id", "page", "sentences", "entities", "events", "relations", "quotations", "text", "versions"} <= set(
            record
        )
        for event in record["events"]:
            start, stop = event["trigger"]
            assert record["text"][start:stop] == event["trigger_text"]
            for party in event["actors"] + event["recipients"]:
                assert record["text"][slice(*party["span"])] == party["text"]


def test_jsonl_is_a_record_a_line(samples, full):
    lines = run("read", samples, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == full


def test_csv_is_a_row_a_mention(samples, full):
    rows = list(csv.DictReader(io.StringIO(run("read", samples, "--format", "csv").stdout)))
    assert tuple(rows[0]) == COLUMNS
    wanted = [(record["id"], e["trigger_text"], e["type"]) for record in full for e in record["events"]]
    assert [(row["article"], row["trigger"], row["type"]) for row in rows] == wanted


def test_flat_is_an_item_a_line(flat, full):
    assert [item["id"] for item in flat] == SAMPLES
    assert all(set(item) == {"id", "events"} for item in flat)
    assert [len(item["events"]) for item in flat] == [len(record["events"]) for record in full]


def test_flat_has_exactly_the_prediction_format(flat):
    events = [event for item in flat for event in item["events"]]
    parties = [party for event in events for party in event["actors"] + event["recipients"]]
    assert events
    assert {frozenset(event) for event in events} == {frozenset(FORMAT | ADDED)}
    assert {frozenset(party) for party in parties} == {frozenset(FORMAT_PARTY | ADDED_PARTY)}


def test_flat_values_are_of_the_right_kind(flat):
    for event in (event for item in flat for event in item["events"]):
        assert isinstance(event["event"], int)
        assert event["event"] >= 1
        assert re.fullmatch("[A-Z]+", event["type"])
        assert event["status"] in ("fact", "future", "negated", "hypothetical", "historical")
        assert event["date"] is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", event["date"])
        assert all(event[key] is None or isinstance(event[key], int) for key in ("killed", "injured"))
        assert 0 <= event["confidence"] <= 1
        assert event["rule"]


def test_flat_spans_slice_the_sentence_to_the_words(flat, full, samples):
    given = {
        row["id"]: row.get("sentences") for row in map(json.loads, (samples / "items.jsonl").open(encoding="utf-8"))
    }
    for item, record in zip(flat, full, strict=True):
        sentences = given.get(item["id"]) or [sentence["text"] for sentence in record["sentences"]]
        for event in item["events"]:
            words = sentences[event["s"]]
            assert words[slice(*event["trigger_span"])] == event["trigger"]
            for party in event["actors"] + event["recipients"]:
                assert words[slice(*party["span"])] == party["text"]
            assert event["place"] is None or event["place"] in words
            assert event["claimed_by"] is None or event["claimed_by"] in words


def test_the_agency_page_tells_of_an_assault_and_the_recipe_of_nothing(flat):
    found = {item["id"]: {event["type"] for event in item["events"]} for item in flat}
    assert "ASSAULT" in found["agency.html"]
    assert found["recipe.html"] == set()


@pytest.mark.parametrize(("language", "words"), [("en", "Events ("), ("ar", "الأحداث (")])
def test_the_language_of_the_labels(samples, language, words):
    assert words in run("read", samples / "agency.html", "--lang", language).stdout


def test_an_unknown_language_is_refused(samples):
    assert "--lang" in run("read", samples, "--lang", "fr", code=2).stderr


def test_trace(samples):
    plain, traced = (run("read", samples / "agency.html", *more).stdout for more in ([], ["--trace"]))
    assert traced.startswith(plain.rstrip())
    assert re.search(r"^page +\d+-\d+ +html:headline", traced, re.MULTILINE)
    assert re.search(r"^events +\d+-\d+ ", traced, re.MULTILINE)
    assert not re.search(r"^page +\d+-\d+ ", plain, re.MULTILINE)


def test_trace_is_part_of_the_json(samples):
    (record,) = json.loads(run("read", samples / "agency.html", "--trace", "--format", "json").stdout)
    assert {"page", "events"} <= {decision["stage"] for decision in record["trace"]}


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Incidents told by several sources ("), ("ar", "وقائع مشتركة بين المصادر (")]
)
def test_incidents(samples, language, words):
    shown = run("read", samples / "agency.html", samples / "wire.txt", "--incidents", "--lang", language).stdout
    assert words in shown
    assert "agency.html" in shown.split(words)[1]
    assert words not in run("read", samples / "agency.html", "--lang", language).stdout


@pytest.mark.parametrize("form", FORMATS)
def test_output_goes_to_a_file_as_to_the_terminal(samples, tmp_path, form):
    target = tmp_path / "out"
    page = samples / "agency.html"
    result = run("read", page, "--format", form, "--output", target)
    assert result.stdout == ""
    assert target.read_text(encoding="utf-8").split() == run("read", page, "--format", form).stdout.split()


def test_an_output_folder_that_is_not_there_is_said_in_one_line(samples, tmp_path):
    result = run("read", samples / "agency.html", "--output", tmp_path / "no" / "out", code=2)
    assert "out" in stderr_lines(result)[-1]


def test_a_given_date_overrules_the_pages(samples):
    page = samples / "agency.html"
    (record,) = json.loads(run("read", page, "--published", "2001-02-03", "--format", "json").stdout)
    assert record["page"]["published"] == {
        "value": "2001-02-03",
        "source": "given",
        "span": None,
        "confidence": "high",
    }


@pytest.mark.parametrize(
    "value",
    ["yesterday", "2020-13-01", "2020-02-30", "04/07/2020", "20200704", "2020-W27-6", "2020-07-04zzz", "0000-00-00"],
)
def test_a_bad_date_is_refused(samples, value):
    result = run("read", samples / "agency.html", "--published", value, code=2)
    assert "--published" in result.stderr
    assert "2020-07-04" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("value", ["2020-07-04", "2020-07-04T10:30", "2020-07-04T10:30:00+03:00"])
def test_a_good_date_is_taken(value):
    result = run("read", "-", "--published", value, "--format", "flat", input=SENTENCE)
    assert {e["date"] for e in json.loads(result.stdout)["events"]} <= {None, "2020-07-03"}


def test_the_address_dates_the_page_and_is_recorded():
    page = f"<html><body><h1>قصف على حلب</h1><p>{SENTENCE}</p></body></html>"
    result = run("read", "-", "--url", "https://example.org/2020/07/04/x", "--format", "json", input=page)
    (record,) = json.loads(result.stdout)
    assert record["page"]["url"] == "https://example.org/2020/07/04/x"
    assert record["page"]["published"]["value"] == "2020-07-04"


@pytest.mark.parametrize("form", FORMATS)
def test_one_broken_file_in_a_folder_leaves_the_rest(mixed, form):
    result = run("read", mixed, "--format", form, code=1)
    assert stderr_lines(result) == ["marsad: b.html: this is a picture, not a page; give HTML or plain text"]
    if form in ("jsonl", "flat"):
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a.html", "c.txt"]
    if form == "json":
        assert [record["id"] for record in json.loads(result.stdout)] == ["a.html", "c.txt"]


def test_a_missing_file_among_others_leaves_the_rest(samples):
    result = run(
        "read", samples / "agency.html", samples / "none.html", samples / "wire.txt", "--format", "flat", code=1
    )
    assert len(result.stdout.splitlines()) == 2
    assert len(stderr_lines(result)) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_readable(tmp_path, form):
    (tmp_path / "a.html").write_bytes(b"")
    result = run("read", tmp_path, "--format", form, code=2)
    assert len(stderr_lines(result)) == 1
    if form == "json":
        assert json.loads(result.stdout) == []


@pytest.mark.parametrize(
    "source", ["no/such/file.html", "https://example.org/x", SENTENCE * 20], ids=["file", "address", "a whole text"]
)
def test_a_source_that_is_none_is_said_in_one_line(source):
    result = run("read", source, code=2)
    assert len(stderr_lines(result)) == 1
    assert result.stderr.startswith("marsad: ")


def test_an_empty_folder(tmp_path):
    assert len(stderr_lines(run("read", tmp_path, code=2))) == 1


def test_no_source_at_all():
    assert "SOURCE" in run("read", code=2).stderr


@pytest.mark.parametrize("data", [SENTENCE, SENTENCE.encode("windows-1256"), SENTENCE.encode("utf-16")])
def test_standard_input(data):
    result = run("read", "-", "--format", "flat", input=data)
    item = json.loads(result.stdout)
    assert item["id"] == "-"
    assert "ASSAULT" in {event["type"] for event in item["events"]}


def test_json_lines_on_standard_input():
    rows = "\n".join(
        json.dumps(row) for row in ({"id": "a", "text": SENTENCE}, {"id": "b"}, {"id": "c", "sentences": [SENTENCE]})
    )
    result = run("read", "-", "--format", "flat", input=rows, code=1)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    assert stderr_lines(result) == ['marsad: -, line 2: an item needs "sentences", or "text" (and "title")']


def test_empty_standard_input():
    assert len(stderr_lines(run("read", "-", input="", code=2))) == 1


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "row",
    [
        {"id": "a", "text": f"{SENTENCE} \ud800 {SENTENCE}"},
        {"id": "\udfff", "text": SENTENCE},
        {"id": "a", "title": "[/b] خبر", "text": SENTENCE},
        {"id": "a", "text": SENTENCE, "published": "2020-13-45"},
        {"id": "a", "text": SENTENCE, "published": 1593820800},
        {"id": "a", "text": f"{SENTENCE}\x00\x1b[31m"},
    ],
    ids=["surrogate in the text", "surrogate in the id", "markup", "impossible date", "epoch", "controls"],
)
def test_an_odd_item_is_read_or_reported_and_the_next_is_read(tmp_path, row, form):
    path = tmp_path / "items.jsonl"
    path.write_text(f"{json.dumps(row)}\n{json.dumps({'id': 'next', 'text': SENTENCE})}\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(path), "--format", form, "-o", str(tmp_path / "out")])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in (0, 1)
    assert len(stderr_lines(result)) == result.exit_code
    assert (tmp_path / "out").read_text(encoding="utf-8").count("السوري") >= 1


def test_min_confidence(samples):
    page = samples / "agency.html"
    counts = []
    for least in ("0", "0.5", "0.9", "1"):
        item = json.loads(run("read", page, "--format", "flat", "--min-confidence", least).stdout)
        assert all(event["confidence"] >= float(least) for event in item["events"])
        counts.append(len(item["events"]))
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


@pytest.mark.parametrize("value", ["-0.1", "1.1", "high"])
def test_a_confidence_outside_its_range_is_refused(samples, value):
    assert "--min-confidence" in run("read", samples, "--min-confidence", value, code=2).stderr


def test_another_lexicon_may_be_named(samples):
    page = samples / "agency.html"
    named = run("read", page, "--format", "flat", "--lexicon", lexicon_dir()).stdout
    assert named == run("read", page, "--format", "flat").stdout


@pytest.mark.parametrize(
    "command", [["read", "-", "--lexicon"], ["lexicon", "check"], ["lexicon", "test"]], ids=["read", "check", "test"]
)
def test_a_folder_that_is_no_lexicon_is_said_in_one_line(tmp_path, command):
    result = run(*command, tmp_path, input=SENTENCE, code=2)
    assert len(stderr_lines(result)) == 1
    assert "triggers" in result.stderr or str(tmp_path) in result.stderr


@pytest.fixture
def broken(tmp_path):
    """A copy of the lexicon with one file that is no YAML."""
    folder = tmp_path / "lexicon"
    shutil.copytree(lexicon_dir(), folder)
    (folder / "triggers" / "AID.yaml").write_text("- lemma: [\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "command", [["read", "-", "--lexicon"], ["lexicon", "check"], ["lexicon", "test"]], ids=["read", "check", "test"]
)
def test_a_broken_lexicon_names_the_file(broken, command):
    result = run(*command, broken, input=SENTENCE, code=2)
    assert len(stderr_lines(result)) == 1
    assert "AID.yaml" in result.stderr


def test_lexicon_check_prints_a_fault_a_line_and_a_summary():
    result = CliRunner().invoke(main, ["lexicon", "check"])
    *faults, summary = result.stdout.splitlines()
    count = int(re.match(r"(\d+) faults; \d+ triggers \(", summary)[1])
    assert count == len(faults)
    assert result.exit_code == (1 if faults else 0)


def test_lexicon_test_reads_the_chosen_entries():
    result = CliRunner().invoke(main, ["lexicon", "test", "--only", "CONCEDE"])
    count, faults = map(
        int, re.fullmatch(r"(\d+) sentences, (\d+) read otherwise", result.stdout.splitlines()[-1]).groups()
    )
    assert count > faults >= 0
    assert result.exit_code == (1 if faults else 0)


def test_lexicon_test_of_an_entry_that_is_not_there_is_no_success():
    run("lexicon", "test", "--only", "NO_SUCH_FILE", code=2)


def test_lexicon_compile_says_what_it_holds():
    assert re.fullmatch(
        r"\d{4,} forms, \d{3,} names, \d{3,} triggers \([0-9a-f]{16}\)\n", run("lexicon", "compile").stdout
    )


def test_lexicon_compile_fills_the_named_cache(tmp_path):
    run("lexicon", "compile", env={"MARSAD_CACHE": str(tmp_path / "cache")})
    assert [path.suffix for path in Path(tmp_path / "cache").iterdir()] == [".pack"]


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path, samples):
    (tmp_path / "file").write_text("", encoding="utf-8")
    run("read", samples / "agency.html", env={"MARSAD_CACHE": str(tmp_path / "file")})
