"""Latin names of unknown persons."""

import sys

import pytest

from marsad.record import Entity, MentionKind
from marsad.resolve import romanize
from marsad.span import Span

PERSON = Entity("article:1", MentionKind.PERSON, "سامر حداد", None, "EGY", None, (Span(0, 9),))


@pytest.fixture(autouse=True)
def _forget():
    romanize._engine.cache_clear()
    romanize.romanize.cache_clear()
    yield
    romanize._engine.cache_clear()
    romanize.romanize.cache_clear()


class Engine:
    """Stands in for the package's transliterator."""

    def transliterate(self, name, country=None):
        return f"{len(name)} letters in {country}"


class Package:
    Transliterator = Engine


def test_a_person_without_an_english_name_gets_one_that_is_marked(monkeypatch):
    monkeypatch.setitem(sys.modules, "arabic_name_romanizer", Package)
    found = romanize.with_latin_name(PERSON)
    assert (found.name_en, found.transliterated) == ("9 letters in EG", True)


def test_an_established_name_stays(monkeypatch):
    monkeypatch.setitem(sys.modules, "arabic_name_romanizer", Package)
    known = Entity("x", MentionKind.PERSON, "سامر حداد", "Samer Haddad", None, None, ())
    assert romanize.with_latin_name(known) is known
    body = Entity("article:2", MentionKind.ORGANISATION, "كتيبة الوادي", None, None, None, ())
    assert romanize.with_latin_name(body) is body


def test_without_the_package_nothing_is_made_up(monkeypatch):
    monkeypatch.setitem(sys.modules, "arabic_name_romanizer", None)
    assert romanize.with_latin_name(PERSON) is PERSON


def test_the_package_itself():
    pytest.importorskip("arabic_name_romanizer")
    assert romanize.romanize("سامر حداد") == "Samer Haddad"
