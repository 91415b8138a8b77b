import csv
import io
import json
import subprocess
import sys
from dataclasses import replace

import pytest

from marsad.export import FORMATS
from marsad.export.dataset import CAMEO_COLUMNS, POLECAT_COLUMNS
from marsad.export.merged import merged
from marsad.export.told import Told, best_mentions
from marsad.export.write import OUTLET_COLUMNS, WRITERS, write
from marsad.page import read_fields

TEXT = """قصف الجيش السوري مدينة حلب أمس، ما أدى إلى مقتل 12 مدنيا وإصابة 30، بحسب المرصد السوري لحقوق الإنسان.
زار وزير الخارجية التركي تونس في 12 يونيو 2019.
احتج متظاهرون في المدينة."""


@pytest.fixture(scope="module")
def told(reader):
    page = read_fields("=غارات على\tحلب", TEXT, published="2020-07-04", url="http://example.org/a")
    return Told(reader.read_page(page, id="a-1"), "وكالة", 7)


def written(form, *told):
    file = io.BytesIO()
    count = write(form, told, file)
    return count, file.getvalue()


def table(form, told):
    count, data = written(form, told)
    rows = list(csv.DictReader(io.StringIO(data.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert count == len(rows)
    return rows


def test_every_format_has_a_writer():
    assert set(WRITERS) == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_written_as_nothing(form):
    count, data = written(form)
    assert count == 0
    if form == "geojson":
        assert json.loads(data)["features"] == []


def test_csv_has_the_outlet_and_the_address(told):
    count, data = written("csv", told)
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert tuple(rows[0]) == OUTLET_COLUMNS
    assert count == len(rows) == len(told.record.events)
    assert {(row["source"], row["url"]) for row in rows} == {("وكالة", "http://example.org/a")}
    assert [row["key"] for row in rows] == [f"7-{event.event}" for event in told.record.events]
    assert not any(cell.startswith("=") for row in rows for cell in row.values())


def test_polecat(told):
    rows = table("polecat", told)
    assert tuple(rows[0]) == POLECAT_COLUMNS
    assault = next(row for row in rows if row["Event Type"] == "ASSAULT" and row["Actor Country"] == "SYR")
    assert (assault["Event Date"], assault["Quad Code"], assault["Intensity"]) == (
        "2020-07-03",
        "MATERIAL CONFLICT",
        "-9",
    )
    assert (assault["Primary Actor Sector"], assault["Actor Name Raw"], assault["Placename"]) == (
        "MIL",
        "الجيش السوري",
        "Aleppo",
    )
    assert (assault["Country"], assault["GeoNames ID"], assault["Publication Date"]) == ("SYR", "170063", "2020-07-04")
    protest = next(row for row in rows if row["Event Type"] == "PROTEST")
    assert protest["Event Date"] == ""  # a date that the text does not give is not the publication date


def test_cameo(told):
    rows = table("cameo", told)
    assert tuple(rows[0]) == CAMEO_COLUMNS
    visit = next(row for row in rows if row["Source Country"] == "TUR")
    assert (visit["CAMEO Code"], visit["Intensity"], visit["Event Date"]) == ("042", "1.0", "2019-06-12")
    assert (visit["Story ID"], visit["Publisher"]) == ("7", "وكالة")


def test_a_row_an_event_has_what_all_its_mentions_say(reader):
    page = read_fields(
        "انفجار في حلب",
        "وقع انفجار في حلب أمس.\nوأدى الانفجار إلى مقتل 12 مدنيا، بحسب الشرطة.\nوقال مصدر إن الانفجار قتل 9 مدنيين.",
        published="2020-07-04",
    )
    one = Told(reader.read_page(page, id="a-2"), "وكالة", 8)
    together = merged(one)
    assert len(together.record.events) == len(one.record.merged_events) < len(one.record.events)
    for mention, event in zip(together.record.events, one.record.merged_events, strict=True):
        assert (mention.event, mention.type, mention.status) == (event.number, event.type, event.status.value)
        assert [party.text for party in mention.recipients] == [party.value.text for party in event.recipients]
        contradicted = {c.field for c in event.contradictions}
        assert {c.outcome for c in mention.casualties} == {c.value.outcome for c in event.casualties} - contradicted
        assert (mention.claim is None) or not event.unattributed
    count, data = written("csv", together)
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert count == len(rows) == len({row["key"] for row in rows}) == len(one.record.merged_events)


def test_counts_that_contradict_each_other_are_no_number_of_a_row(told):
    event = next(e for e in told.record.events if e.casualties)
    (killed,) = [c for c in event.casualties if c.outcome == "killed"]
    fewer = replace(killed, quantity=replace(killed.quantity, least=9, most=9))
    other = replace(event, casualties=(fewer,))
    twice = replace(told, record=replace(told.record, events=(event, other)))
    (row,) = list(csv.DictReader(io.StringIO(written("csv", merged(twice))[1].decode())))
    assert (row["killed"], row["injured"]) == ("", "30")
    assert row["place_name"]


def test_a_row_for_each_pair_of_each_event(told):
    wanted = sum(max(len(e.actors), 1) * max(len(e.recipients), 1) for e in best_mentions(told.record))
    assert len(table("cameo", told)) == len(table("polecat", told)) == wanted
    ids = [row["Event ID"] for row in table("cameo", told)]
    assert len(set(ids)) == len(ids)


def test_geojson(told):
    count, data = written("geojson", told, told)
    features = json.loads(data)["features"]
    assert count == len(features) == 2 * len(told.record.events)
    aleppo = next(f for f in features if f["properties"]["trigger"] == "قصف")
    longitude, latitude = aleppo["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (37, 36)


def test_gold(told):
    _, data = written("gold", told)
    item = json.loads(data)
    assert (item["id"], item["source"], item["published"]) == ("a-1", "وكالة", "2020-07-04")
    for event in item["events"]:
        start, stop = event["trigger_span"]
        assert item["sentences"][event["s"]][start:stop] == event["trigger"]


def test_jsonl(told):
    _, data = written("jsonl", told)
    record = json.loads(data)
    assert record["text"] == told.record.text
    assert len(record["events"]) == len(told.record.events)


def test_parquet(told, tmp_path):
    arrow = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "events.parquet"
    assert write("parquet", [told, told], path) == 2 * len(told.record.events)
    rows = arrow.read_table(path).to_pylist()
    assert len(rows) == 2 * len(told.record.events)
    assault = next(row for row in rows if row["type"] == "ASSAULT" and row["killed"] == 12)
    assert (assault["injured"], assault["date"], assault["place_name"]) == (30, "2020-07-03", "حلب")
    assert [(p["country"], p["sector"]) for p in assault["actors"]] == [("SYR", "MIL")]
    assert assault["claimed_by"] == "المرصد السوري لحقوق الإنسان"


def test_a_file_is_whole_or_not_there(told, tmp_path):
    def broken():
        yield told
        raise RuntimeError

    path = tmp_path / "out.csv"
    path.write_text("what was there")
    with pytest.raises(RuntimeError):
        write("csv", broken(), path)
    assert path.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_exports_need_no_database():
    code = "import sys, marsad.export.write; sys.exit('django' in sys.modules or 'pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
