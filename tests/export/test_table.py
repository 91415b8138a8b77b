import csv
import io

import pytest

from marsad.export.table import COLUMNS, FORMULA, write_csv
from marsad.page import read_page
from marsad.record import (
    Article,
    Block,
    BlockKind,
    Casualty,
    Claim,
    Context,
    EventMention,
    Page,
    Participant,
    Place,
    Published,
    Quantity,
    Sentence,
    Time,
)
from marsad.span import Span

TEXT = "قصف الجيش السوري والقوات الروسية سوقا في حلب أمس وقتل 12 مدنيا بحسب ناشطين"


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def party(words, **codes):
    return Participant(span(words), words, "test", **codes)


def event(**fields):
    known = {
        "event": 1,
        "sentence": 0,
        "type": "ASSAULT",
        "mode": "aerial",
        "trigger": span("قصف"),
        "lemma": "قصف",
        "status": "fact",
        "confidence": 0.9,
        "rules": {"trigger": "ASSAULT/قصف:verb"},
    }
    return EventMention(**{**known, **fields})


def article(*events, id="a", text=TEXT, published=None):
    blocks = (Block(Span(0, len(text)), BlockKind.PARAGRAPH, "given"),)
    sentences = (Sentence(0, 0, Span(0, len(text)), ()),)
    return Article(id, Page(text, blocks, published), sentences, (), events, (), ())


def rows(*articles):
    file = io.StringIO(newline="")
    count = write_csv(articles, file)
    read = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))
    assert len(read) == count
    return read


FULL = event(
    actors=(
        party("الجيش السوري", country="SYR", sector="MIL", entity="syrian-army"),
        party("القوات الروسية", country="RUS"),
    ),
    recipients=(party("سوقا"),),
    place=Place(span("حلب"), "test", "geonames:170063", "حلب", "Aleppo", "SYR", 36.2, -37.16, "town", "only one", 1),
    time=Time(span("أمس"), "test", "2020-07-03"),
    claim=Claim(party("ناشطين"), span("بحسب"), "asserts", False, "test"),
    casualties=(Casualty("killed", Quantity(span("12"), 12, 12, "test"), "test"),),
    contexts=(
        Context("military", 3, (span("الجيش"), span("قصف")), "vocabulary"),
        Context("terrorism", 3, (span("سوقا"),), "vocabulary"),
    ),
)


def test_all_columns():
    (row,) = rows(article(FULL, published=Published("2020-07-04", "given")))
    assert tuple(row) == COLUMNS
    assert row == {
        "article": "a",
        "event": "1",
        "sentence": "0",
        "type": "ASSAULT",
        "mode": "aerial",
        "cameo_root": "19",
        "quad_class": "material-conflict",
        "status": "fact",
        "confidence": "0.9",
        "trigger": "قصف",
        "trigger_start": "0",
        "trigger_stop": "3",
        "actors": "الجيش السوري; القوات الروسية",
        "actor_codes": "SYR:MIL; RUS:?",
        "actor_entities": "syrian-army; ?",
        "recipients": "سوقا",
        "recipient_codes": "?:?",
        "recipient_entities": "?",
        "date": "2020-07-03",
        "place": "حلب",
        "place_name": "حلب",
        "country": "SYR",
        "latitude": "36.2",
        "longitude": "-37.16",
        "killed": "12",
        "injured": "",
        "claimed_by": "ناشطين",
        "stance": "asserts",
        "contexts": "military; terrorism",
        "sentence_text": TEXT,
        "rule": "ASSAULT/قصف:verb",
        "published": "2020-07-04",
    }


def test_what_is_not_said_is_empty():
    (row,) = rows(article(event()))
    empty = (
        "actors",
        "recipients",
        "date",
        "place",
        "place_name",
        "country",
        "latitude",
        "killed",
        "claimed_by",
        "contexts",
        "published",
    )
    assert {row[name] for name in empty} == {""}


def test_no_events_leave_the_header():
    file = io.StringIO()
    assert write_csv([article()], file) == 0
    assert file.getvalue().strip() == ",".join(COLUMNS)


def test_a_row_a_mention_over_all_articles():
    assert [
        row["article"] for row in rows(article(event(), event(event=2)), article(id="b"), article(event(), id="c"))
    ] == [
        "a",
        "a",
        "c",
    ]


@pytest.mark.parametrize("start", FORMULA)
def test_no_cell_begins_as_a_formula(start):
    text = f'{start}HYPERLINK("http://x") قصف'
    found = event(trigger=Span(0, 10), actors=(Participant(Span(0, 5), f"{start}cmd", "test"),))
    (row,) = rows(article(found, id=f"{start}1+1", text=text))
    assert [name for name, value in row.items() if value.startswith(FORMULA)] == []
    assert row["actors"] == f"'{start}cmd"


def test_quotes_commas_and_line_breaks_survive():
    text = 'قال "نعم"، ثم\nقصف, المدينة; ليلا'
    found = event(
        trigger=Span(text.index("قصف"), text.index("قصف") + 3), actors=(Participant(Span(0, 3), 'أ "ب", ج\nد', "test"),)
    )
    (row,) = rows(article(found, text=text))
    assert row["actors"] == 'أ "ب", ج\nد'
    assert row["sentence_text"] == 'قال "نعم"، ثم قصف, المدينة; ليلا'


def test_the_sentence_stands_on_one_line(reader):
    page = read_page("قصف الجيش السوري\tمدينة   حلب.")
    for row in rows(reader.read_page(page, id="x")):
        assert row["sentence_text"] == "قصف الجيش السوري مدينة حلب."


def test_the_samples_fill_the_table(reader, samples):
    names = ["agency.html", "wire.txt"]
    found = rows(*(reader.read((samples / name).read_bytes(), id=name) for name in names))
    assert {row["article"] for row in found} == set(names)
    assert "ASSAULT" in {row["type"] for row in found}
    assert all(None not in row and None not in row.values() for row in found)
