import builtins
import csv
import io
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.export import FORMATS

TEXT = "قصف الجيش السوري مدينة حلب أمس، ما أدى إلى مقتل 12 مدنيا، بحسب المرصد السوري لحقوق الإنسان."


def run(*arguments, code=0, **options):
    result = CliRunner().invoke(main, [str(a) for a in arguments], **options)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.stderr
    assert result.exit_code == code, (result.exit_code, result.stderr)
    return result


@pytest.fixture(scope="module")
def filled(tmp_path_factory, samples):
    path = tmp_path_factory.mktemp("commands") / "a.sqlite3"
    assert run("add", samples, "--archive", path).stdout == "added 9, failed 0, there already 0\n"
    return path


@pytest.fixture
def archive(monkeypatch, tmp_path):
    """A new archive, named in the environment."""
    path = tmp_path / "a.sqlite3"
    monkeypatch.setenv("MARSAD_DATABASE_URL", str(path))
    return path


def test_add_again_adds_nothing(filled, samples):
    assert run("add", samples, "--archive", filled).stdout == "added 0, failed 0, there already 9\n"


def test_add_from_standard_input(archive):
    assert run("add", "-", input=TEXT).stdout == "added 1, failed 0, there already 0\n"
    lines = "".join(json.dumps({"id": n, "text": TEXT}) + "\n" for n in range(3))
    assert run("add", "-", input=lines).stdout == "added 3, failed 0, there already 0\n"


def test_add_keeps_what_fails_and_says_so(archive, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run("add", folder, tmp_path / "none.html", code=1)
    assert result.stdout == "added 1, failed 1, there already 0\n"
    assert "b.html: this is a picture" in result.stderr
    assert "no such file or folder" in result.stderr
    result = run("retry", code=1)
    assert result.stdout == "read 0, failed 1\n"
    assert "b.html" in result.stderr


def test_add_of_nothing_at_all(archive, tmp_path):
    assert "no such file" in run("add", tmp_path / "none.html", code=2).stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--published", "yesterday"], "is no date"),
        (["--lexicon", "/tmp"], "is no lexicon"),
        (["--archive", "/proc/a.sqlite3"], "cannot be made"),
        (["--archive", "mysql://host/db"], "is no archive"),
        (["--jobs", "0"], "--jobs"),
    ],
)
def test_add_refuses(archive, samples, options, says):
    assert says in run("add", samples, *options, code=2).stderr


@pytest.mark.parametrize(
    "command",
    [["retry"], ["reread"], ["search", "x"], ["query"], ["export"], ["archive", "info"], ["archive", "upgrade"]],
)
def test_without_an_archive(archive, command):
    result = run(*command, code=2)
    assert result.stderr.count("\n") == 1
    assert "marsad add" in result.stderr
    assert not archive.exists()


def test_without_django(archive, monkeypatch, samples):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    for command in (
        ["add", samples],
        ["query"],
        ["search", "x"],
        ["export"],
        ["archive", "upgrade"],
        ["archive", "info"],
    ):
        assert "run: pip install marsad[desk]" in run(*command, code=2).stderr


def test_the_core_imports_nothing_of_the_archive():
    code = "import sys, marsad.cli, marsad.reader; print([m for m in sys.modules if m.startswith(('marsad.store', 'django', 'rich.'))])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_search(filled):
    result = run("search", "اليمن", "--archive", filled)
    assert "«" in result.stdout
    rows = [
        json.loads(line)
        for line in run("search", "اليمن", "--format", "jsonl", "--archive", filled).stdout.splitlines()
    ]
    assert rows
    for row in rows:
        start, stop = row["snippet_span"]
        assert all(start <= a < b <= stop for a, b in row["found"])
    assert f"{len(rows)} of {len(rows)}" in result.stderr


@pytest.mark.parametrize("query", ["", "--", "«»", "!"])
def test_search_for_nothing(filled, query):
    assert "asks for no word" in run("search", "--archive", filled, "--", query, code=2).stderr


def test_query_as_a_table_in_both_languages(filled):
    english = run("query", "--type", "assault", "--archive", filled)
    assert "Assault" in english.stdout
    arabic = run("query", "--type", "ASSAULT", "--lang", "ar", "--archive", filled)
    assert "عنف" in arabic.stdout
    assert "Assault" not in arabic.stdout


def test_query_as_records(filled):
    result = run("query", "--format", "jsonl", "--limit", 5, "--archive", filled)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == 5
    assert all({"article", "url", "type", "trigger_text", "actors", "rules"} <= set(row) for row in rows)
    assert json.loads(run("query", "--format", "json", "--limit", 5, "--archive", filled).stdout) == rows
    skipped = run("query", "--format", "jsonl", "--limit", 2, "--skip", 3, "--archive", filled).stdout
    assert [json.loads(line) for line in skipped.splitlines()] == rows[3:]


@pytest.mark.parametrize("field", ["type", "mode", "status", "source", "country", "place", "actor"])
def test_query_counts(filled, field):
    lines = run("query", "--count", field, "--archive", filled).stdout.splitlines()
    rows = [
        json.loads(line)
        for line in run("query", "--count", field, "--format", "jsonl", "--archive", filled).stdout.splitlines()
    ]
    assert len(lines) == len(rows)
    assert [int(line.split()[0]) for line in lines] == [row["count"] for row in rows]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--type", "WAR"], "is no type; choose from"), (["--mode", "loud"], "is no mode"), (["--status", "maybe"], "is no status"),
        (["--from", "soon"], "is no date"), (["--from", "2020", "--to", "2019"], "exchange the two"),
        (["--place", "!"], "names nobody"), (["--text", "!"], "asks for no word"), (["--count", "rule"], "cannot be counted"),
    ],
)  # fmt: skip
def test_query_refuses(filled, options, says):
    assert says in run("query", "--archive", filled, *options, code=2).stderr


def test_dates_of_any_precision(filled):
    def count(*options):
        return run("query", "--archive", filled, *options).stderr

    assert count("--from", "2015-07", "--to", "2015-07") == count("--from", "2015-07-01", "--to", "2015-07-31")


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"suggestions"}))
def test_export_of_everything(filled, tmp_path, form):
    path = tmp_path / "out"
    result = run("export", "--format", form, "-o", path, "--archive", filled)
    assert path.stat().st_size > 1000
    assert int(result.stderr.split()[0]) > 0
    assert list(tmp_path.iterdir()) == [path]


def test_export_of_what_was_asked_for(filled):
    result = run("export", "--type", "PROTEST", "--archive", filled)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {row["type"] for row in rows} == {"PROTEST"}
    assert result.stderr == f"{len(rows)} rows\n"


def test_export_of_what_nobody_judged(filled):
    assert run("export", "--format", "suggestions", "--archive", filled).stderr == "0 sentences\n"
    assert run("export", "--only-judged", "--format", "gold", "--archive", filled).stderr == "0 articles\n"
    every = run("export", "--archive", filled)
    assert run("export", "--judged", "--archive", filled).stdout == every.stdout


def test_export_to_where_nothing_can_be(filled):
    assert "/proc/out.csv" in run("export", "-o", "/proc/out.csv", "--archive", filled, code=2).stderr


def test_parquet_without_pyarrow(filled, monkeypatch, tmp_path):
    real = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", lambda name, *rest: _refuse(name) or real(name, *rest))
    assert (
        "pip install marsad[parquet]"
        in run("export", "--format", "parquet", "-o", tmp_path / "x", "--archive", filled, code=2).stderr
    )
    assert not (tmp_path / "x").exists()


def _refuse(name):
    if name.startswith("pyarrow"):
        raise ImportError(name)


def test_reread_and_upkeep(archive, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    run("add", tmp_path / "a.txt")
    assert run("reread").stdout == "read 0, failed 0, judgements moved 0, stayed 0\n"
    assert run("reread", "--all").stdout == "read 1, failed 0, judgements moved 0, stayed 0\n"
    assert run("archive", "upgrade").stdout == "the archive is up to date\n"
    assert run("archive", "index").stdout == "indexed 1 texts\n"
    info = run("archive", "info").stdout
    assert str(archive) in info
    assert "articles     1" in info
