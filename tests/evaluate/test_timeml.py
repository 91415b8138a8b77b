"""TimeML documents: what is read of them, and the figures, on rows small enough to count by hand."""

from pathlib import Path

import pytest

from marsad.errors import MarsadError
from marsad.evaluate.timeml import Timex, read_document, read_documents
from marsad.evaluate.times import Tally, find_times, is_calendar, pairs, same_day, score_times
from marsad.record import Time
from marsad.span import Span

OWN = Path(__file__).parents[1] / "timeml"
TIMEX = '<TIMEX3 tid="t1" type="DATE" value="2021-11-16">أمس</TIMEX3>'


def document(tmp_path, xml, name="a.tml", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(xml.encode(encoding))
    return read_document(path)


def test_text_and_spans(tmp_path):
    found = document(tmp_path, f"<TimeML><TEXT>قصف <s>{TIMEX} الحي</s>.</TEXT></TimeML>")
    assert found.text == "قصف أمس الحي."
    assert [(t.span.of(found.text), t.type, t.value) for t in found.times] == [("أمس", "DATE", "2021-11-16")]


def test_of_nested_expressions_the_outer_counts(tmp_path):
    xml = f'<TimeML><TIMEX3 type="TIME" value="2021-11-16TEV">مساء {TIMEX}</TIMEX3> قصف</TimeML>'
    assert [t.value for t in document(tmp_path, xml).times] == ["2021-11-16TEV"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<DCT><TIMEX3 type="DATE" value="2021-11-17" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>', "a"),
        ('<DCT><TIMEX3 type="DATE" value="20211117">x</TIMEX3></DCT>', "a"),
        ('<TIMEX3 type="TIME" value="2021-11-17T10:00" functionInDocument="PUBLICATION_TIME">x</TIMEX3>', "a"),
        ("<DCT>2021-11-17</DCT>", "a"),
        ("<DOCID>AB_20211117.0033</DOCID>", "a"),
        ("", "paper-20211117-3"),
    ],
)
def test_creation_time(head, name, tmp_path):
    found = document(tmp_path, f"<TimeML>{head}<TEXT>قصف {TIMEX}</TEXT></TimeML>", f"{name}.tml")
    assert found.created == "2021-11-17"
    assert len(found.times) == 1


def test_no_creation_time(tmp_path):
    assert document(tmp_path, f"<TimeML>{TIMEX}</TimeML>").created is None


def test_its_own_date_is_no_expression_of_the_text(tmp_path, reader):
    own = '<TIMEX3 type="DATE" value="2021-11-17" functionInDocument="CREATION_TIME">17 نوفمبر 2021</TIMEX3>'
    found = document(tmp_path, f"<TimeML>{own}\nقصف الحي {TIMEX}.</TimeML>")
    ours = find_times(reader.circumstances.times, found)
    assert [t.value for t in found.times] == [t.value for t in ours] == ["2021-11-16"]


def test_wrapped_lines_are_joined(tmp_path, reader):
    text = "وصل الوفد إلى العاصمة\nفي الساعة العاشرة صباح\nالأربعاء ثم غادر\nبعد لقاء قصير"
    found = document(tmp_path, f"<TimeML>{text}</TimeML>", "20211117.tml")
    assert [t.value for t in find_times(reader.circumstances.times, found)] == ["2021-11-17T10:00"]


def test_what_is_no_document(tmp_path):
    with pytest.raises(MarsadError, match="no TimeML documents"):
        list(read_documents(tmp_path))
    (tmp_path / "a.tml").write_text("", encoding="utf-8")
    with pytest.raises(MarsadError):
        list(read_documents(tmp_path))


def timex(start, stop, value="2021", type_="DATE"):
    return Timex(Span(start, stop), type_, value)


def ours(start, stop, value="2021", type_="DATE"):
    return Time(Span(start, stop), "test", value, type=type_)


def test_an_expression_is_matched_once_the_same_span_first():
    gold, found = [timex(0, 9), timex(5, 9)], [ours(5, 9)]
    assert pairs(gold, found) == [(gold[1], found[0])]


def test_figures():
    tally = Tally()
    tally.add(
        [timex(0, 4, "2021-11-16"), timex(10, 20, "P3D", "DURATION"), timex(30, 40, "2021-11-16T10:00", "TIME")],
        [
            ours(0, 4, "2021-11-15"),
            ours(10, 15, "P3D", "DURATION"),
            ours(30, 40, "2021-11-16T12:00", "TIME"),
            ours(50, 60),
        ],
    )
    assert {name: round(value, 3) for name, value in tally.figures().items()} == {
        "spans precision": 0.75,
        "spans recall": 1.0,
        "spans F1": 0.857,
        "exact spans F1": 0.571,
        "type accuracy": 1.0,
        "value accuracy": 0.333,
        "calendar value accuracy": 0.5,
    }


@pytest.mark.parametrize(
    ("value", "expected"), [("2021", True), ("2021-W46", True), ("P3D", False), ("PAST_REF", False), ("20", False)]
)
def test_values_on_the_calendar(value, expected):
    assert is_calendar(value) is expected


def test_the_same_day_whatever_the_hour():
    assert same_day("2021-11-16TEV", "2021-11-16")
    assert same_day("2021-11-16", "2021-11-16T10:00")
    assert not same_day("2021-11-16", "2021-11")
    assert not same_day("2021-11-16", None)


def test_our_own_documents(reader):
    figures = score_times(reader.circumstances.times, OWN)
    assert figures["documents"] >= 3
    assert figures["spans F1"] >= 0.95
    assert figures["exact spans F1"] >= 0.9
    assert figures["value accuracy"] >= 0.9
