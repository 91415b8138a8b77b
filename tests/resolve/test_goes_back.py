"""Whom «الوزير», «الحركة», «بلاده», a last name or a pronoun on the verb means: mini-articles with the earlier words."""

import pytest
from tests.conftest import cases

from marsad.page import read_sentences

CASES = cases("anaphora.txt")
OPEN = cases("anaphora_open.txt")


def found_for(reader, case):
    """What the words of a case go back to as read, and what they should: (where the words begin, country), -1 for nothing."""
    told, words, wanted, country = (part.strip() for part in case.split("|"))
    article = reader.read_page(read_sentences([s.strip() for s in told.split("//")], published="2021-03-10"))
    at = article.text.rindex(words)
    events = [event for event in article.events if event.trigger.start < at + len(words) and at < event.trigger.stop]
    pronouns = [p for e in events for p in (*e.actors, *e.recipients) if p.rule.startswith("pronoun_before")]
    phrases = [m for m in article.mentions if m.span.start < at + len(words) and at < m.span.stop]
    meant = next((m for m in (*phrases, *pronouns) if m.antecedent), None)
    read = (meant.antecedent.start, meant.country) if meant else (-1, None)
    start = -1 if wanted == "-" else article.text.rindex(wanted, 0, at)
    return read, (start, read[1] if country == "-" else country), meant


@pytest.mark.parametrize("case", CASES)
def test_cases(reader, case):
    read, wanted, meant = found_for(reader, case)
    assert read == wanted
    assert meant is None or ((meant.reason and meant.antecedent.stop <= meant.span.start) or "pronoun" in meant.rule)


@pytest.mark.parametrize("case", OPEN)
def test_open_case_is_still_open(reader, case):
    read, wanted, _ = found_for(reader, case)
    assert read != wanted, "read as it should be: move it to anaphora.txt"


def test_there_are_enough_cases_for_and_against():
    meant = [case.split("|")[2].strip() != "-" for case in (*CASES, *OPEN)]
    assert (len(meant) >= 60, sum(not m for m in meant) >= 20) == (True, True)
