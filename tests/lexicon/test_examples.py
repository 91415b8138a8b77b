"""Every example and counter-example of the trigger lexicon, read through the whole reader."""

import pytest

from marsad.lexicon.example import counter_faults, faults_of
from marsad.lexicon.source import lexicon_dir
from marsad.lexicon.trigger import read_triggers
from marsad.reader import MIN_CONFIDENCE, Reader

TRIGGERS = read_triggers(lexicon_dir())
EXAMPLES = [(t, e) for t in TRIGGERS for e in t.examples()]
OPEN = [(t, e) for t in TRIGGERS for e in t.open_examples()]
COUNTERS = [(t, c) for t in TRIGGERS for c in t.counters()]


@pytest.fixture(scope="module")
def strict() -> Reader:
    """A reader with the default threshold, as users have it."""
    return Reader(min_confidence=MIN_CONFIDENCE)


@pytest.mark.parametrize(
    ("trigger", "example"), EXAMPLES, ids=[f"{t.type}/{t.lemma}/{n}" for n, (t, _) in enumerate(EXAMPLES)]
)
def test_example(reader, trigger, example):
    assert faults_of(reader, example) == []


@pytest.mark.parametrize(
    ("trigger", "text"), COUNTERS, ids=[f"{t.type}/{t.lemma}/{n}" for n, (t, _) in enumerate(COUNTERS)]
)
def test_counter_example(strict, trigger, text):
    assert counter_faults(strict, trigger, text) == []


@pytest.mark.parametrize(("trigger", "example"), OPEN, ids=[f"{t.type}/{t.lemma}/{n}" for n, (t, _) in enumerate(OPEN)])
def test_open_example_is_still_open(reader, trigger, example):
    assert faults_of(reader, example) != [], "read as annotated: make it an example"
