import re
from pathlib import Path

import pytest
import yaml

import marsad.view
from marsad.ontology.plover import MODES, STATUSES, TYPES
from marsad.record import BlockKind
from marsad.view.label import LABELS, LANGUAGES, label

WORDS = Path(__file__).resolve().parents[2] / "lexicon" / "words"
STANCES = ("asserts", "alleges", "denies", "expects")


def kinds_of_relation():
    entries = yaml.safe_load((WORDS / "relations.yaml").read_text(encoding="utf-8"))
    return {entry["kind"] for entry in entries if "kind" in entry}


def outcomes():
    entries = yaml.safe_load((WORDS / "outcomes.yaml").read_text(encoding="utf-8"))
    return {name for name, entry in entries.items() if isinstance(entry, dict)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "key",
    sorted({*TYPES, *(mode for modes in MODES.values() for mode in modes), *STATUSES, *STANCES, *map(str, BlockKind)}),
)
def test_every_type_mode_status_stance_and_block_kind_has_a_label(key, language):
    assert label(key, language).strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("named", [kinds_of_relation, outcomes])
def test_everything_that_the_lexicon_names_has_a_label(named, language):
    found = named()
    assert found
    assert [key for key in found if key not in LABELS or not label(key, language)] == []


def test_every_label_that_the_view_asks_for_is_there():
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(marsad.view.__path__[0]).glob("*.py"))
    asked = set(re.findall(r'label\("([^"]+)"', sources))
    assert asked
    assert asked <= set(LABELS)


@pytest.mark.parametrize("key", LABELS)
def test_arabic_labels_are_arabic_and_english_ones_english(key):
    assert re.search("[\u0621-\u064a]", label(key, "ar"))
    assert not re.search("[A-Za-z]", label(key, "ar"))
    assert re.fullmatch(r"[A-Za-z ();,.→-]+", label(key, "en"))


@pytest.mark.parametrize("language", [0, 1])
def test_types_are_told_apart(language):
    names = [LABELS[type_][language] for type_ in TYPES]
    assert len(set(names)) == len(names)


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        label("no such key", "en")
