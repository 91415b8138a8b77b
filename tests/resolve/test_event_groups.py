"""Which mentions of an article are one event: golden cases, `sentences | type | numbers`."""

import pytest
from tests.conftest import cases

from marsad.page import read_page


def read(reader, told):
    title, *body = (sentence.strip() for sentence in told.split("//"))
    text = f"{title}\n\n{' '.join(body)}" if not title.endswith(".") else " ".join((title, *body))
    return reader.read_page(read_page(text, published="2021-03-10"))


def groups(article, kind):
    """The numbers of a type's mentions, from 1 in order of first mention."""
    numbers = [event.event for event in article.events if event.type == kind]
    order = list(dict.fromkeys(numbers))
    return [order.index(number) + 1 for number in numbers]


@pytest.mark.parametrize("case", cases("event_groups.txt"))
def test_cases(case, reader):
    told, kind, wanted = (part.strip() for part in case.split("|"))
    assert groups(read(reader, told), kind) == [int(number) for number in wanted.split()]


def test_there_are_enough_cases_of_one_event_and_of_several():
    wanted = [case.rsplit("|", 1)[1].split() for case in cases("event_groups.txt")]
    one = sum(len(set(numbers)) == 1 for numbers in wanted)
    assert (one >= 12, len(wanted) - one >= 15) == (True, True)
