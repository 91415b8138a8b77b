"""The compiled lexicon's file: what goes in comes out, and half a file is refused."""

import pytest

from marsad.lexicon import pack

PAYLOAD = {
    "forms": {f"كلمة{n}": f"V,{n},past,a,ms" for n in range(500)},
    "names": [{"id": str(n), "aliases": ["اسم"]} for n in range(7)],
    "name_index": {},
    "states": 3,
    "modes": {"ASSAULT": {"aerial": ["طائرة"]}},
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "lexicon.pack"
    path.write_bytes(pack.dump(PAYLOAD))
    return path


def test_every_section_comes_back(path):
    loaded = pack.load(path)
    assert dict(loaded["forms"]) == PAYLOAD["forms"]
    assert list(loaded["names"]) == PAYLOAD["names"]
    assert loaded["names"][2:4] == PAYLOAD["names"][2:4]
    assert {name: loaded[name] for name in ("states", "modes")} == {"states": 3, "modes": PAYLOAD["modes"]}
    assert [len(loaded[name]) for name in ("forms", "names", "name_index")] == [500, 7, 0]


def test_what_is_not_there_is_said_to_be_missing(path):
    forms, empty = pack.load(path)["forms"], pack.load(path)["name_index"]
    assert forms.get("ليس") is None
    assert "ليس" not in forms
    assert "ليس" not in empty
    with pytest.raises(KeyError):
        forms["ليس"]
    with pytest.raises(IndexError):
        pack.load(path)["names"][7]


@pytest.mark.parametrize("damage", [lambda b: b[:-5], lambda b: b + b"x", lambda b: b"{}\n", lambda b: b""])
def test_a_file_that_is_not_whole_is_refused(path, damage):
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ValueError, match=r"no compiled lexicon|Expecting value"):
        pack.load(path)
