import json

import pytest
from click.testing import CliRunner

from marsad.cli import main


def run(*arguments, code=0, **given):
    result = CliRunner().invoke(main, list(arguments), **given)
    assert result.exit_code == code, result.output
    return result


def test_words_value_days_and_reasons():
    line = run("when", "قصف الطيران المدينة مساء أمس.", "--published", "2021-11-17").stdout.strip()
    words = ["مساء أمس", "TIME", "2021-11-16TEV", "2021-11-16 to 2021-11-16", "rule day_word", "from published"]
    assert line.split("\t") == words


def test_without_a_date_relative_times_stay_unresolved():
    assert "unresolved" in run("when", "قصف الطيران المدينة أمس.").stdout


def test_both_readings_of_a_contradiction():
    assert "contradicts 2010-05-05" in run("when", "وقع الانفجار الأربعاء 4 مايو 2010.").stdout


def test_json():
    records = [
        json.loads(line)
        for line in run("when", "وصل الوفد أمس وغادر اليوم.", "--published", "2021-11-17", "--json").stdout.splitlines()
    ]
    assert [(r["text"], r["value"], r["anchor"]) for r in records] == [
        ("أمس", "2021-11-16", "published"),
        ("اليوم", "2021-11-17", "published"),
    ]


@pytest.mark.parametrize("charset", ["utf-8", "cp1256"])
def test_standard_input(charset):
    result = run("when", "-", "--published", "2021-11-17", input="قصف الطيران المدينة أمس.".encode(charset))
    assert result.stdout.split("\t")[:3] == ["أمس", "DATE", "2021-11-16"]


@pytest.mark.parametrize("text", ["", "لا شيء هنا."])
def test_no_time(text):
    assert run("when", text).stdout == "no time expression\n"


def test_a_date_that_is_none_is_refused():
    assert "no date" in run("when", "أمس", "--published", "yesterday", code=2).output


def test_bench_times(tmp_path):
    (tmp_path / "20211117.tml").write_text(
        '<TimeML>قصف الحي <TIMEX3 type="DATE" value="2021-11-16">أمس</TIMEX3>.</TimeML>', encoding="utf-8"
    )
    lines = dict(line.rsplit(maxsplit=1) for line in run("bench", "times", "--data", str(tmp_path)).stdout.splitlines())
    assert lines["documents"] == "1"
    assert float(lines["spans F1"]) == float(lines["value accuracy"]) == 1.0


def test_bench_times_without_documents(tmp_path):
    assert "no TimeML documents" in run("bench", "times", "--data", str(tmp_path), code=2).output
