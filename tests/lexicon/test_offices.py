"""The linter on offices that one person holds at a time."""

from pathlib import Path

import pytest

from marsad.lexicon.check import office_faults
from marsad.lexicon.word import Name

LEXICON = Path(__file__).parents[2] / "lexicon"


def minister(id_, start, stop=None, title="وزير الدفاع التركي"):
    term = {"title": title, "from": start, **({"to": stop} if stop else {})}
    return Name(id_, id_, None, "person", "TUR", "GOV", (), offices=(term,))


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [
        (minister("a", "2011-03", "2013-05"), minister("b", "2013-02"), 1),
        (minister("a", "2011-03"), minister("b", "2013-02"), 1),
        (minister("a", "2011-03", "2013-05"), minister("b", "2012", title="وزير دفاع تركيا"), 1),
        (minister("a", "2011-03", "2013-05"), minister("b", "2013-05"), 0),
        (minister("a", "2011-03", "2013"), minister("b", "2013-05"), 0),
        (minister("a", "2011-03"), minister("b", "2013-02", title="نائب وزير الدفاع التركي"), 0),
        (minister("a", "2011-03", "2013-05"), minister("a", "2013-02"), 0),
    ],
)
def test_two_holders_at_once_are_told(first, second, faults):
    assert len(list(office_faults([first, second], LEXICON))) == faults
