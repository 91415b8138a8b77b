import gzip
import io
import json
import re
import sys

import pytest

from marsad.errors import PageError
from marsad.page import MAX_BYTES
from marsad.page.item import Form, count_documents, find_documents, page_of_row, read_document, read_source

TEXT = "قصف الجيش السوري مدينة حلب أمس."
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d.*)?)?)?")


def lines(tmp_path, *rows, name="items.jsonl"):
    path = tmp_path / name
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return list(read_source(str(path)))


def read_or_refuse(read):
    try:
        return read()
    except PageError as error:
        return error


def blocks(page):
    return [(b.kind.value, b.span.of(page.text)) for b in page.blocks]


def stdin(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_the_sample_items(samples):
    one, two = read_source(str(samples / "items.jsonl"))
    assert (one.id, two.id) == ("item-1", "item-2")
    assert [kind for kind, _ in blocks(one.page)] == ["headline", "paragraph", "paragraph", "paragraph"]
    assert [kind for kind, _ in blocks(two.page)] == ["headline", "paragraph", "paragraph"]
    assert {b.rule for b in two.page.blocks} == {"given"}
    assert one.page.published.value == two.page.published.value == "2018-04-08"
    assert one.page.published.source == "given"


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"text": TEXT}, [("paragraph", TEXT)]),
        ({"content": TEXT}, [("paragraph", TEXT)]),
        ({"title": "عنوان", "text": TEXT}, [("headline", "عنوان"), ("paragraph", TEXT)]),
        ({"title": "عنوان"}, [("headline", "عنوان")]),
        ({"title": None, "text": TEXT}, [("paragraph", TEXT)]),
        ({"sentences": ["عنوان", TEXT]}, [("headline", "عنوان"), ("paragraph", TEXT)]),
        ({"sentences": [TEXT]}, [("paragraph", TEXT)]),
        ({"sentences": ["عنوان", TEXT], "text": "آخر"}, [("headline", "عنوان"), ("paragraph", TEXT)]),
    ],
)
def test_the_fields_of_an_item(row, wanted):
    assert blocks(page_of_row(row)) == wanted


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"id": 1},
        {"text": ""},
        {"text": "  \n "},
        {"text": None, "title": ""},
        {"sentences": []},
        {"sentences": ["", " "]},
    ],
)
def test_an_item_without_words_is_refused(row):
    with pytest.raises(PageError):
        page_of_row(row)


@pytest.mark.parametrize("key", ["published", "date_extracted"])
def test_the_date_of_an_item(key):
    published = page_of_row({"text": TEXT, key: "2020-07-04"}).published
    assert (published.value, published.source) == ("2020-07-04", "given")


def test_the_callers_date_overrules_the_items():
    assert page_of_row({"text": TEXT, "published": "2020-07-04"}, "2021-01-01").published.value == "2021-01-01"


@pytest.mark.parametrize("row", [{"text": TEXT}, {"sentences": ["عنوان", TEXT]}])
def test_the_address_of_an_item_is_kept(row):
    assert page_of_row({**row, "url": "https://example.org/a"}).url == "https://example.org/a"


@pytest.mark.parametrize(
    "value",
    ["yesterday", "2020-13-45", "0000-00-00", "04/07/2020", "Sat, 04 Jul 2020 10:00:00 GMT", "٢٠٢٠-٠٧-٠٤", 1593820800, ["2020-07-04"], {"a": 1}, True],
)  # fmt: skip
def test_what_is_no_iso_date_is_refused_or_left_out(value):
    page = read_or_refuse(lambda: page_of_row({"text": TEXT, "published": value}))
    assert isinstance(page, PageError) or page.published is None or ISO.fullmatch(page.published.value)


@pytest.mark.parametrize(
    "value", ["0000-00-00", "2020-13-45", "04/07/2020", "Sat, 04 Jul 2020", "0001-01-01", 1593820800]
)
def test_an_item_with_an_odd_date_is_read_or_refused(reader, value):
    assert read_or_refuse(lambda: reader.read_page(page_of_row({"text": TEXT, "published": value})))


def test_items_without_id_are_numbered(tmp_path):
    assert [item.id for item in lines(tmp_path, {"text": TEXT}, "", {"text": TEXT, "id": 7})] == ["0", "7"]


def test_a_broken_line_is_reported_with_its_number_and_the_rest_is_read(tmp_path):
    good, broken, other = lines(tmp_path, {"id": "a", "text": TEXT}, "{not json", {"id": "b", "text": TEXT})
    assert (good.id, other.id) == ("a", "b")
    assert broken.page is None
    assert broken.error.startswith("items.jsonl, line 2: not JSON")
    assert "\n" not in broken.error


def test_blank_lines_count(tmp_path):
    assert lines(tmp_path, "", "  ", "oops")[0].error.startswith("items.jsonl, line 3:")


@pytest.mark.parametrize(
    "row", ["[1, 2]", '"text"', "5", "null", "true", "{}", '{"text": ""}', '{"sentences": {}}', "[" * 200_000, "\ufffd"]
)
def test_a_line_that_is_no_item_is_reported(tmp_path, row):
    found = lines(tmp_path, row, {"id": "b", "text": TEXT})
    assert len(found) == 2
    assert found[0].page is None
    assert found[0].error.startswith("items.jsonl, line 1: ")
    assert found[1].page is not None


def test_a_byte_order_mark_is_no_fault(tmp_path):
    path = tmp_path / "items.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": TEXT}).encode())
    assert [(item.id, item.error) for item in read_source(str(path))] == [("a", None)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.JSONL"])
def test_the_names_of_json_lines(tmp_path, name):
    assert lines(tmp_path, {"id": "a", "text": TEXT}, name=name)[0].id == "a"


def test_a_folder_is_read_in_order_and_other_files_are_left(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.html", "sub/c.HTM", "sub/d.txt"):
        (tmp_path / name).write_text(f"<p>{TEXT}</p>" if "h" in name else TEXT, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "notes.md").write_text(TEXT, encoding="utf-8")
    assert [item.id for item in read_source(str(tmp_path))] == ["a.html", "b.txt", "c.HTM", "d.txt"]


def test_a_broken_file_in_a_folder_is_reported_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    found = list(read_source(str(tmp_path)))
    assert [item.error is None for item in found] == [False, False, True]
    assert all(item.error.startswith(f"{item.id}: ") and "\n" not in item.error for item in found[:2])


def test_an_empty_folder_says_what_it_looked_for(tmp_path):
    with pytest.raises(PageError, match=r"\.html"):
        list(read_source(str(tmp_path)))


@pytest.mark.parametrize(
    "name", ["missing.html", "missing/folder", "a\0b", "س" * 3000], ids=["file", "folder", "nul", "a whole text"]
)
def test_an_unknown_file(name):
    with pytest.raises(PageError, match="no such file"):
        list(read_source(name))


@pytest.mark.parametrize("address", ["http://example.org/a", "https://example.org/a"])
def test_addresses_are_not_fetched(address):
    with pytest.raises(PageError, match="save the page"):
        list(read_source(address))


def test_a_file_that_may_not_be_read_is_reported(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert [item.error for item in read_source(str(path))] == ["a.txt: Permission denied"]


def test_json_lines_that_may_not_be_read_are_reported(tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    path.write_text("{}", encoding="utf-8")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    try:
        found = [item.error for item in read_source(str(path))]
    except PageError as error:
        found = [str(error)]
    assert found == ["a.jsonl: Permission denied"]


def test_a_file_above_the_limit_is_not_even_opened(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (item,) = read_source(str(path))
    assert "JSON Lines" in item.error


def test_standard_input_is_a_page(monkeypatch):
    stdin(monkeypatch, f"<html><body><h1>عنوان</h1><p>{TEXT}</p></body></html>".encode())
    (item,) = read_source("-", published="2020-07-04", url="https://example.org/a")
    assert (item.id, item.page.published.value, item.page.url) == ("-", "2020-07-04", "https://example.org/a")


def test_standard_input_may_be_json_lines(monkeypatch):
    stdin(monkeypatch, b'\n{"id": "a", "text": "x"}\n{"id": "b"}\n')
    one, two = read_source("-")
    assert one.id == "a"
    assert two.error.startswith("-, line 3: ")


def test_line_separators_inside_a_json_string_do_not_part_lines(monkeypatch):
    row = json.dumps({"id": "a", "text": "سطر\u2028سطر\x85سطر"}, ensure_ascii=False)
    stdin(monkeypatch, row.encode())
    assert [(item.id, item.error) for item in read_source("-")] == [("a", None)]


def test_empty_standard_input_is_reported(monkeypatch):
    stdin(monkeypatch, b"")
    (item,) = read_source("-")
    assert item.error == "-: the page is empty; give HTML or plain text"


def test_a_date_that_is_none_leaves_a_warning_and_the_next_field_is_asked():
    page = page_of_row({"text": TEXT, "published": "2020-13-45", "date_extracted": "2020-07-04"})
    assert page.published.value == "2020-07-04"
    assert any("2020-13-45" in warning for warning in page.warnings)


def test_a_surrogate_is_replaced_with_a_warning(tmp_path):
    (item,) = lines(tmp_path, {"id": "\ud800", "text": f"{TEXT} \udfff"})
    assert (item.id, item.page.text) == ("\ufffd", f"{TEXT} \ufffd")
    assert any("surrogate" in warning for warning in item.page.warnings)


def test_a_file_of_items_may_be_larger_than_a_page_but_no_item(tmp_path):
    long = f"{TEXT} " * (MAX_BYTES // len(f"{TEXT} ".encode()) + 1)
    first, second = lines(tmp_path, {"id": "a", "text": long}, {"id": "b", "text": TEXT, "junk": long})
    assert first.error.startswith("items.jsonl, line 1: 4.0 MiB is more than the 4 MiB of a page; ")
    assert second.page is not None


def test_documents_are_the_bytes_as_they_were_found(tmp_path):
    path = tmp_path / "items.jsonl.gz"
    path.write_bytes(gzip.compress(b'\xef\xbb\xbf{"text": "a"}\r\n\n{"text": "b"}'))
    one, two = find_documents(str(path), published="2020-07-04")
    assert (one.data, one.line, two.data, two.line) == (b'\xef\xbb\xbf{"text": "a"}', 1, b'{"text": "b"}', 3)
    assert (one.name, one.path, one.form, one.published) == ("items.jsonl.gz", str(path), Form.ITEM, "2020-07-04")
    assert read_document(one).page.text == "a"


def test_a_document_that_cannot_be_had_says_why(tmp_path):
    path = tmp_path / "items.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n' * 100)[:-9])
    *_, last = find_documents(str(path))
    assert last.error
    assert last.path == str(path)
    assert read_document(last).error.startswith("items.jsonl.gz: ")


def test_documents_are_counted_before_they_are_read(samples, tmp_path):
    assert count_documents(str(samples)) == len(list(find_documents(str(samples))))
    assert count_documents("-") is None
    assert count_documents(str(tmp_path / "none")) is None
    (tmp_path / "bad.jsonl.gz").write_bytes(b"\x1f\x8bbad")
    assert count_documents(str(tmp_path)) is None


@pytest.mark.parametrize(("source", "wanted"), [("واع", "واع"), ("", None), (7, None), (None, None)])
def test_an_item_names_its_outlet(source, wanted):
    assert page_of_row({"text": TEXT, "source": source}).source == wanted
