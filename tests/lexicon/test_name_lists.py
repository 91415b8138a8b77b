"""The lists of names: how the register's are made, and what the linter says of them."""

import shutil

import pytest

from marsad.errors import LexiconError
from marsad.lexicon.bodies import read_bodies
from marsad.lexicon.check_names import name_list_faults
from marsad.lexicon.names_build import kept
from marsad.lexicon.source import lexicon_dir

ROWS = [
    ("سامر", "SY", "given", 2),
    ("سامر", "IQ", "given", 3),
    ("نادرا", "EG", "given", 1),
    ("مهران", "IR", "given", 5),
    ("عبد الله", "EG", "given", 90),
    ("حداد", "LB", "surname", 9),
]


def test_kept_are_single_words_that_enough_people_bear():
    assert kept(ROWS, "given") == {"سامر": 5}
    assert kept(ROWS, "surname") == {"حداد": 9}


@pytest.fixture
def folder(tmp_path):
    """A copy of the lists that a test may spoil."""
    shutil.copytree(lexicon_dir() / "names", tmp_path / "names")
    return tmp_path


def spoil(folder, name, old, new):
    path = folder / "names" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_lists_have_no_faults():
    assert list(name_list_faults(lexicon_dir())) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("people.yaml", "given: [طه", "given: [طه, طه", "stands 2 times in given"),
        ("people.yaml", "given: [طه", "given: [Taha", "other than Arabic letters"),
        ("people.yaml", "given: [طه", "given: [باسم", "stands in given and in never"),
        ("bodies.yaml", "{وزارة الشباب والرياضة}", "وزارة الشباب والرياضة", "no example that marks a name"),
        ("bodies.yaml", "شكلت الحكومة الجديدة", "شكلت {الحكومة الجديدة}", "counter-example of حكومة marks a name"),
        ("bodies.yaml", "noun: برلمان", "noun: مجلس", "head مجلس stands 2 times"),
    ],
)
def test_the_linter_finds(folder, name, old, new, fault):
    spoil(folder, name, old, new)
    assert any(fault in found for found in name_list_faults(folder))


def test_a_head_that_takes_something_unheard_of(folder):
    spoil(folder, "bodies.yaml", "takes: any", "takes: all")
    with pytest.raises(LexiconError, match="takes all"):
        read_bodies(folder)
