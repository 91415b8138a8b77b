import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from marsad.errors import ArchiveError
from marsad.store import models
from marsad.store.archive import named, open_archive, said_clearly, upgrade

from .conftest import document, keep


def test_made_on_first_use_with_its_folders(tmp_path):
    path = tmp_path / "new" / "deeper" / "a.sqlite3"
    open_archive(str(path), create=True)
    assert models.Article.objects.count() == 0
    assert named() == str(path)
    connection.close()
    assert [p.name for p in path.parent.iterdir() if not p.name.startswith("a.sqlite3-")] == ["a.sqlite3"]


def test_writes_ahead_of_its_log(file_archive):
    open_archive(str(file_archive))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)


def test_the_migrations_are_those_of_the_models(archive):
    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)


def test_another_archive_may_be_opened_in_the_same_process(tmp_path, empty_file):
    for name in ("one", "two", "one"):
        path = tmp_path / name
        open_archive(str(path), create=True)
        keep(document(text="زار الرئيس تونس."))
    assert models.Article.objects.count() == 1


@pytest.mark.parametrize("create", [False, True])
def test_a_missing_archive(tmp_path, create):
    path = tmp_path / "none.sqlite3"
    if create:
        open_archive(str(path), create=True)
        return
    with pytest.raises(ArchiveError, match="no such archive; marsad add"):
        open_archive(str(path))
    assert not path.exists()


@pytest.mark.parametrize("path", ["/proc/marsad/a.sqlite3", "/dev/null/a.sqlite3"])
def test_a_place_where_nothing_can_be_made(path):
    with pytest.raises(ArchiveError, match="cannot be made"):
        open_archive(path, create=True)


def test_a_folder_is_no_archive(tmp_path):
    with pytest.raises(ArchiveError, match="is no file"):
        open_archive(str(tmp_path), create=True)


def test_a_file_of_another_kind(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<p>صفحة</p>" * 100)
    with pytest.raises(ArchiveError, match="this file is no archive"):
        open_archive(str(path))


def test_a_database_of_something_else(tmp_path):
    path = tmp_path / "other.sqlite3"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE django_migrations (app, name)")
    with pytest.raises(ArchiveError, match="no archive of Marsad's"):
        open_archive(str(path))


def test_an_archive_of_a_newer_version(file_archive):
    with sqlite3.connect(file_archive) as other:
        other.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_future', '2030-01-01')"
        )
    for use in (open_archive, upgrade):
        with pytest.raises(ArchiveError, match=r"newer Marsad \(it has 9999_future\); update marsad"):
            use(str(file_archive))


def test_an_archive_of_an_earlier_version(tmp_path):
    path = tmp_path / "early.sqlite3"
    open_archive(str(path), create=True)
    call_command("migrate", "store", "0001", verbosity=0)
    with pytest.raises(ArchiveError, match=r"earlier Marsad \(0002_search is missing\); run: marsad archive upgrade"):
        open_archive(str(path))
    assert upgrade(str(path)) == ("0002_search", "0003_plans_on_the_day_they_were_told")
    assert upgrade(str(path)) == ()
    open_archive(str(path))


def test_a_locked_archive_says_so(file_archive, monkeypatch):
    monkeypatch.setattr("marsad.store.location.BUSY", 0.2)
    open_archive(str(file_archive))
    other = sqlite3.connect(file_archive, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(ArchiveError, match="another process is writing to it"), said_clearly():
            keep(document())
    finally:
        other.execute("ROLLBACK")
        other.close()
    keep(document())
    assert models.Article.objects.count() == 1


def test_a_damaged_file_says_so(file_archive):
    size = file_archive.stat().st_size
    with file_archive.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(ArchiveError, match=r"damaged|no archive"):
        open_archive(str(file_archive))


def test_an_archive_that_cannot_be_written_to_is_read(file_archive, monkeypatch):
    open_archive(str(file_archive))
    keep(document())
    connection.close()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    open_archive(str(file_archive))
    assert models.Article.objects.count() == 1
    assert named() == str(file_archive)
    with pytest.raises(ArchiveError, match="cannot be written to; choose another place"), said_clearly():
        keep(document(text="غيرها"))
    with pytest.raises(ArchiveError, match="cannot be written to; choose another place"):
        open_archive(str(file_archive), create=True)


def test_two_first_uses_at_once_make_one_archive(tmp_path):
    path = tmp_path / "a.sqlite3"
    command = [
        sys.executable,
        "-c",
        f"from marsad.store.archive import open_archive; open_archive({str(path)!r}, create=True)",
    ]
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: subprocess.run(command, capture_output=True, text=True), range(2)))
    assert [d.returncode for d in done] == [0, 0], [d.stderr for d in done]
    open_archive(str(path))
    assert [p.name for p in Path(tmp_path).glob(".a*")] == []


def test_no_server_says_so():
    pytest.importorskip("psycopg")
    with pytest.raises(ArchiveError, match=r"postgresql://127\.0\.0\.1/marsad") as error:
        open_archive("postgresql://someone:secret@127.0.0.1:9/marsad")
    assert "secret" not in str(error.value)


def test_the_core_does_not_know_django():
    code = "import sys, marsad.cli, marsad.reader; sys.exit(any(m.split('.')[0] == 'django' for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
