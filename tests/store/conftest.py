"""Archives for tests: a new one each, on SQLite and, where a server is named, on PostgreSQL."""

import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from uuid import uuid4

import pytest

from marsad.store.archive import open_archive, start

start()  # before any model is imported
# ruff: noqa: E402

from marsad.page.item import Document, Form, find_documents
from marsad.reader import Reader
from marsad.store.ingest import add
from marsad.store.location import database
from marsad.store.pool import Settings

SERVER = "MARSAD_TEST_POSTGRES"
NUMBERS = count()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """A new archive in a file, to be copied."""
    path = tmp_path_factory.mktemp("archive") / "empty.sqlite3"
    open_archive(str(path), create=True)
    _close()
    return path


@pytest.fixture(scope="session")
def empty_database():
    """A new archive on a server, to be copied: the server's address and the database's name."""
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"needs a PostgreSQL server: set {SERVER}=postgresql://USER@HOST:PORT/postgres")
    name = f"marsad_empty_{uuid4().hex}"  # folders that share this fixture make one each
    with _administrator(server) as cursor:
        cursor.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
    open_archive(_address(server, name), create=True)
    _close()
    yield server, name
    _close()
    with _administrator(server) as cursor:
        cursor.execute(f"DROP DATABASE {name}")


DATABASES = ["sqlite", "postgresql"]


@pytest.fixture(params=DATABASES)
def archive(request, tmp_path):
    """The address of a new archive that is open."""
    with new_archive(request, tmp_path) as address:
        yield address


@contextmanager
def new_archive(request, folder):
    """A new archive of the kind that ``request`` asks for, open; it goes afterwards."""
    if request.param == "sqlite":
        path = folder / "archive.sqlite3"
        shutil.copy(request.getfixturevalue("empty_file"), path)
        open_archive(str(path))
        yield str(path)
        _close()
        return
    server, template = request.getfixturevalue("empty_database")
    name = f"marsad_test_{os.getpid()}_{next(NUMBERS)}"
    with _administrator(server) as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    open_archive(_address(server, name))
    yield _address(server, name)
    _close()
    with _administrator(server) as cursor:
        cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def file_archive(empty_file, tmp_path):
    """A new archive in a file, not opened."""
    path = tmp_path / "archive.sqlite3"
    shutil.copy(empty_file, path)
    return path


def _close():
    from django.db import connection

    connection.close()


def _administrator(server):
    """A cursor of the server's own database, outside of any transaction."""
    import psycopg

    settings = database(server)
    connection = psycopg.connect(
        dbname=settings["NAME"], user=settings["USER"], password=settings["PASSWORD"], host=settings["HOST"],
        port=settings["PORT"] or 5432, autocommit=True,
    )  # fmt: skip
    return _Cursor(connection)


class _Cursor:
    def __init__(self, connection):
        self.connection = connection

    def __enter__(self):
        return self.connection.cursor()

    def __exit__(self, *error):
        self.connection.close()


def _address(server, name):
    return server.rsplit("/", 1)[0] + f"/{name}"


def document(name="a.txt", text="قصف الجيش السوري مدينة حلب أمس.", **fields):
    """A page of plain text as it would be found."""
    return replace(Document(name, Form.PAGE, text.encode(), path=f"/pages/{name}"), **fields)


def item(number=1, **row):
    """An item of JSON Lines as it would be found."""
    row = {"id": f"item-{number}", "title": "", "published": "2020-07-04", **row}
    return Document("items.jsonl", Form.ITEM, json.dumps(row).encode(), path="/pages/items.jsonl", line=number)


def keep(*documents, **options):
    """Add documents to the open archive, every event of theirs."""
    return add(documents, Settings(min_confidence=0.0), **options)


@pytest.fixture(scope="session")
def sample_records(samples):
    """The samples as the reader reads them, sentences without tokens."""
    reader = Reader()
    from marsad.page.item import read_document

    items = [read_document(document) for document in find_documents(str(samples))]
    records = [reader.read_page(item.page, id=item.id) for item in items]
    return [replace(r, sentences=tuple(replace(s, tokens=()) for s in r.sentences)) for r in records]


@pytest.fixture
def filled(archive, samples):
    """An archive with the samples in it."""
    add(find_documents(str(samples)), Settings())
    return archive
