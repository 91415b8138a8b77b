"""Headlines: `headline | trigger | type | status | actors | recipients | place | speaker`; `*` leaves a field open."""

import pytest
from tests.conftest import cases

from marsad.page import read_fields

FIELDS = 7  # after the headline, which may hold a bar itself


def fields(case):
    *headline, trigger, type_, status, actors, recipients, place, speaker = (part.strip() for part in case.split(" | "))
    return " | ".join(headline), (trigger, type_, status, actors, recipients, place, speaker)


def read(reader, headline, trigger):
    article = reader.read_page(read_fields(headline, "", published="2015-08-01"))
    found = [e for e in article.events if trigger in e.trigger.of(article.text)]
    return article, found[0] if found else None


def parties(found):
    return " + ".join(p.text for p in found) or "-"


def read_as(reader, headline, wanted):
    """Which of the wanted fields were read, and what was read in their place."""
    article, event = read(reader, headline, wanted[0])
    if event is None:
        return [e.trigger.of(article.text) for e in article.events]
    found = (
        wanted[0],
        event.type,
        event.status,
        parties(event.actors),
        parties(event.recipients),
        event.place.span.of(article.text) if event.place else "-",
        event.claim.speaker.text if event.claim and event.claim.speaker else "-",
    )
    return [f for f, w in zip(found, wanted, strict=True) if w != "*"]


def closed(wanted):
    return [w for w in wanted if w != "*"]


@pytest.mark.parametrize("case", cases("headlines.txt"))
def test_cases(case, reader):
    headline, wanted = fields(case)
    assert read_as(reader, headline, wanted) == closed(wanted)


@pytest.mark.parametrize("case", cases("headlines_open.txt"))
def test_open_case_is_still_open(case, reader):
    headline, wanted = fields(case)
    assert read_as(reader, headline, wanted) != closed(wanted), "read right now: move it to headlines.txt"
