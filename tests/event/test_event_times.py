"""Whose time it is: one case a line, `published | sentence with [trigger] and the {time} that dates it`."""

import re

import pytest
from tests.conftest import cases

from marsad.page import read_page

MARKS = re.compile(r"[\[\]{}]")


def words(sentence, opening, closing):
    found = re.search(rf"\{opening}(.*?)\{closing}", sentence)
    return MARKS.sub("", found[1]) if found else None


@pytest.mark.parametrize("case", cases("event_times.txt"))
def test_cases(case, reader):
    published, marked = (part.strip() for part in case.split("|", 1))
    article = reader.read_page(read_page(MARKS.sub("", marked), published=published))
    trigger, time = words(marked, "[", "]"), words(marked, "{", "}")
    events = [e for e in article.events if e.trigger.of(article.text) == trigger]
    assert events, [e.trigger.of(article.text) for e in article.events]
    assert {e.time.span.of(article.text) if e.time else None for e in events} == {time}


def read(reader, text, published="2021-11-17"):
    return reader.read_page(read_page(text, published=published))


def event(article, trigger):
    return next(e for e in article.events if e.trigger.of(article.text) == trigger)


def test_an_event_that_another_is_counted_from(reader):
    article = read(reader, "تأتي الزيارة بعد شهر من قصف المدينة.")
    time = event(article, "قصف").time
    assert (time.value, time.anchor, time.rule) == ("2021-10", "published", "before_event")


def test_the_rule_says_how_the_time_was_chosen(reader):
    article = read(reader, "أمس قصفت القوات القرية وهاجمت المدينة.")
    assert event(article, "قصفت").rules["time"] == "own_time+day_word"
    assert event(article, "وهاجمت").rules["time"] == "joined_verbs_time+day_word"
