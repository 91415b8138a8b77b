import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from django.db import IntegrityError

from marsad.errors import ArchiveError
from marsad.page.item import find_documents
from marsad.store import models
from marsad.store.archive import open_archive
from marsad.store.ingest import document_of, original
from marsad.store.pool import FEW, Settings, read_all

from .conftest import document, item, keep

BROKEN = document("broken.html", "")
PICTURE = document("picture.html", "\x89PNG\r\n\x1a\n", data=b"\x89PNG\r\n\x1a\n\0\0")


def counts():
    tables = (
        models.Article,
        models.Text,
        models.Passage,
        models.Reading,
        models.Event,
        models.Participant,
        models.Source,
    )
    return {model.__name__: model.objects.count() for model in tables}


def test_added_once_however_often(archive, samples):
    first = keep(*find_documents(str(samples)))
    before = counts()
    again = keep(*find_documents(str(samples)), *find_documents(str(samples)))
    assert (first.read, first.failed, first.present) == (9, 0, 0)
    assert (again.read, again.failed, again.present) == (0, 0, 18)
    assert counts() == before


def test_known_by_its_bytes_not_by_its_name(archive):
    tally = keep(document("a.txt"), document("b.txt"), document("c.txt", "زار الرئيس تونس."))
    assert (tally.read, tally.present) == (2, 1)
    assert list(models.Article.objects.order_by("pk").values_list("name", flat=True)) == ["a.txt", "c.txt"]


def test_the_bytes_are_kept_as_they_were(archive):
    data = "قصف الجيش مدينة حلب.\r\n".encode("cp1256")
    keep(document(data=data, published="2020-01-02", url="http://example.org/a"))
    (article,) = models.Article.objects.all()
    assert original(article) == data
    assert article.size == len(data)
    found = document_of(article)
    assert (found.data, found.name, found.published, found.url) == (data, "a.txt", "2020-01-02", "http://example.org/a")


def test_what_fails_is_kept_with_its_error_and_told(archive):
    told = []
    tally = keep(document(), PICTURE, item(7, text=""), failed=told.append)
    assert (tally.read, tally.failed) == (1, 2)
    errors = dict(models.Article.objects.filter(error__isnull=False).values_list("name", "error"))
    assert "a picture" in errors["picture.html"]
    assert "an item needs" in errors["items.jsonl, line 7"]
    assert told == list(errors.values())
    assert original(models.Article.objects.get(name="picture.html")) == PICTURE.data
    assert models.Reading.objects.count() == 1
    assert keep(PICTURE).present == 1


def test_what_cannot_be_opened_is_kept_once(archive):
    gone = document("gone.html", data=b"", error="Permission denied")
    assert keep(gone).failed == 1
    assert keep(gone).present == 1
    (article,) = models.Article.objects.all()
    assert (article.digest, article.original, article.path) == (None, None, "/pages/gone.html")
    assert article.error == "gone.html: Permission denied"


def test_an_error_of_the_readers_own_is_the_pages(archive, monkeypatch):
    def broken(self, page, id):
        raise RecursionError("too deep")

    monkeypatch.setattr("marsad.reader.Reader.read_page", broken)
    assert keep(document()).failed == 1
    assert models.Article.objects.get().error == "a.txt: the reader failed (RecursionError: too deep)"


def test_lines_that_are_no_items_do_not_stop_the_others(archive, tmp_path):
    path = tmp_path / "items.jsonl.gz"
    lines = [
        '{"text": "زار الرئيس تونس."}',
        "{not json",
        "[1, 2]",
        "",
        '{"text": "قصف الجيش مدينة حلب."}',
        '{"id": 1}',
        "\xff",
    ]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    tally = keep(*find_documents(str(path)))
    assert (tally.read, tally.failed) == (2, 4)
    assert "line 2: not JSON" in models.Article.objects.get(facts__line=2).error


def test_a_batch_is_saved_whole_or_not_at_all(archive, monkeypatch):
    from marsad.store import write

    keep(document("zero.txt", "زار الرئيس تونس."))
    before = counts()
    monkeypatch.setattr(write, "_save_kinds", lambda rows: (_ for _ in ()).throw(IntegrityError("broken")))
    with pytest.raises(IntegrityError):
        keep(document("one.txt", "قصف الجيش السوري مدينة إدلب."), source="new")
    assert counts() == before


def test_several_processes_read_the_same(archive):
    documents = [item(n, text=f"قصف الجيش السوري مدينة حلب في {n} يوليو وقتل {n} مدنيا.") for n in range(1, FEW + 9)]
    several = list(read_all(documents, Settings(), 2))
    one = list(read_all(documents, Settings(), 1))
    assert several == one
    assert [outcome.document.line for outcome in several] == list(range(1, FEW + 9))


def dies(document):
    os._exit(9)


def test_a_reading_process_that_dies_is_told(monkeypatch):
    monkeypatch.setattr("marsad.store.pool._work", dies)
    documents = [item(n, text="نص.") for n in range(FEW)]
    with pytest.raises(ArchiveError, match="what was added is safe"):
        list(read_all(documents, Settings(), 2))


SENTENCES, EVENTS = 3, 3  # of a page


def sentences(number):
    return f"قصف الجيش السوري مدينة حلب في {number} يوليو 2019 قبل صفحة {number}. " * SENTENCES


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_loses_and_doubles_nothing(tmp_path, jobs):
    """Kills ``marsad add`` in the middle again and again; every page it saved is whole, and the last run completes it."""
    pages, path = 240, tmp_path / "a.sqlite3"
    source = tmp_path / "items.jsonl"
    rows = (
        {"id": f"i{n}", "title": f"عنوان {n}", "text": sentences(n), "source": f"outlet {n % 5}"} for n in range(pages)
    )
    source.write_text("\n".join(json.dumps(row) for row in rows))
    command = [sys.executable, "-m", "marsad.cli", "add", str(source), "--archive", str(path), "--jobs", str(jobs)]
    seen, children = [0], set()
    while len(seen) < 3:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        while process.poll() is None and kept(path) <= seen[-1]:
            time.sleep(0.02)
        children |= offspring(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen.append(kept(path))
    assert 0 < seen[1] < seen[2] <= pages
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"added {pages - seen[-1]}, failed 0, there already {seen[-1]}\n"
    whole(path, pages)
    assert gone(children), "a reading process outlived its parent"


def kept(path):
    if not path.exists():
        return 0
    with sqlite3.connect(path) as other:
        return other.execute("SELECT count(*) FROM store_article").fetchone()[0]


def whole(path, pages):
    """Every page once, with the rows that it has when nothing interrupts."""
    open_archive(str(path))
    assert models.Article.objects.count() == models.Reading.objects.count() == models.Text.objects.count() == pages
    assert set(models.Article.objects.values_list("name", flat=True)) == {f"i{n}" for n in range(pages)}
    events = Counter(models.Event.objects.values_list("reading", flat=True))
    assert len(events) == pages
    assert set(events.values()) == {EVENTS}
    assert models.Source.objects.count() == 5
    with sqlite3.connect(path) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        assert other.execute("SELECT count(*) FROM store_search WHERE store_search MATCH 'word : قصف'").fetchone() == (
            pages,
        )


def offspring(parent):
    done = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True)
    return {int(pid) for pid in done.stdout.split()}


def gone(children, seconds=20):
    """Whether all these processes end; a zombie has ended."""
    until = time.monotonic() + seconds
    while (left := [c for c in children if alive(c)]) and time.monotonic() < until:
        time.sleep(0.1)
    return not left


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
