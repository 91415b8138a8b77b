"""``marsad who``: candidates, offices over time, scores and reasons."""

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.resolve.who import ask


def who(*arguments, code=0):
    result = CliRunner().invoke(main, ["who", *arguments])
    assert result.exit_code == code, result.output
    return result.output


@pytest.mark.parametrize(
    ("name", "date", "meant"),
    [
        ("خلوصي أكار", None, "hulusi-akar"),
        ("أكار", "2020-07-04", "hulusi-akar"),
        ("الرئيس التركي", "2010-01-01", "abdullah-gul"),
        ("رئيس تركيا", "2020-01-01", "recep-erdogan"),
        ("وزير الدفاع التركي", "2019-01-01", "hulusi-akar"),
        ("أنقرة", None, "state:TUR"),
        ("جيش بيرو", None, "per-army"),
    ],
)
def test_a_name_an_office_a_capital_and_a_body_made_by_rule(lexicon, name, date, meant):
    answer = ask(name, lexicon, date)
    assert answer.meant is not None
    assert answer.meant.entry.id == meant


def test_an_office_without_a_date_names_all_who_held_it_and_none(lexicon):
    answer = ask("الرئيس التركي", lexicon)
    assert {"recep-erdogan", "abdullah-gul"} <= {candidate.entry.id for candidate in answer.candidates}
    assert answer.meant is None


def test_the_country_spoken_of_decides_between_two_of_one_surname(lexicon):
    sides = {c.entry.id: c.score for c in ask("القذافي", lexicon, None, frozenset({"LBY"})).candidates}
    other = {c.entry.id: c.score for c in ask("القذافي", lexicon, None, frozenset({"TUR"})).candidates}
    assert sides["muammar-gaddafi"] > other["muammar-gaddafi"]


def test_the_score_is_the_sum_of_the_reasons(lexicon):
    for candidate in ask("أكار", lexicon, "2020-07-04", frozenset({"TUR"})).candidates:
        assert candidate.score == sum(reason.weight for reason in candidate.reasons)
        assert {reason.feature for reason in candidate.reasons} <= set(lexicon.resolution["features"])


def test_what_is_printed_names_offices_with_dates_and_sources():
    shown = who("أكار", "--at", "2020-07-04")
    assert "means Hulusi Akar (hulusi-akar) [person TUR GOV]" in shown
    assert "from 2018-07 to 2023-06 ← at the date (source: Official Gazette of Turkey)" in shown
    assert "+1 this is the last part of its name" in shown


def test_the_labels_may_be_arabic():
    assert "المقصود" in who("خلوصي أكار", "--lang", "ar")
    assert "لا يُعرف أحد" in who("سمكمك", "--lang", "ar", code=1)


def test_a_date_that_is_none_is_refused():
    assert "is no date" in who("أكار", "--at", "yesterday", code=2)


def test_what_became_of_a_group_is_told_from_both_sides():
    assert "later: Jabhat Fath al-Sham (jabhat-fath-sham) 2016-07 (source:" in who("جبهة النصرة")
    arabic = who("جبهة فتح الشام", "--lang", "ar")
    assert "اسمه قبل ذلك: جبهة النصرة (nusra) 2016-07" in arabic
    assert "اندمج في: هيئة تحرير الشام (hts) 2017-01" in arabic
