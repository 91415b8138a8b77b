from pathlib import Path

import pytest

from marsad.errors import ArchiveError
from marsad.store.location import VARIABLE, database, default_path


def test_the_default_is_in_the_users_data_folder(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_path() == Path("/data/marsad/archive.sqlite3")
    assert database()["NAME"] == "/data/marsad/archive.sqlite3"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/someone")
    assert database()["NAME"] == "/home/someone/.local/share/marsad/archive.sqlite3"


def test_what_is_given_overrules_the_environment(monkeypatch):
    monkeypatch.setenv(VARIABLE, "/env.sqlite3")
    assert database()["NAME"] == "/env.sqlite3"
    assert database("/given.sqlite3")["NAME"] == "/given.sqlite3"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:////var/a.sqlite3", "/var/a.sqlite3"),
        ("sqlite:///a%20b.sqlite3", str(Path("a b.sqlite3").absolute())),
        ("a.sqlite3", str(Path("a.sqlite3").absolute())),
    ],
)
def test_files(address, name):
    assert database(address)["NAME"] == name


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_servers(scheme):
    found = database(f"{scheme}://us%40er:p%2Fw@db.example:5433/ars%20d?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("us@er", "p/w", "db.example", "5433")
    assert found["NAME"] == "ars d"
    assert found["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://host/db", "mysql: is no archive"),
        ("postgresql://host", "names no database"),
        ("postgresql://host:port/db", "cannot be read"),
    ],
)
def test_other_addresses_are_refused(address, says):
    with pytest.raises(ArchiveError, match=says):
        database(address)
