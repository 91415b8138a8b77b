"""What one mention of an event lends to another: its time, if nothing contradicts."""

from marsad.page import read_page
from marsad.record import EventMention, Time
from marsad.resolve.time import inherit_times
from marsad.span import Span


def mention(event, value=None, time=True, sentence=0, lemma="قصف"):
    when = Time(Span(sentence, sentence + 1), "test", value) if time else None
    rules = {"time": "own_time+test"} if time else {}
    return EventMention(event, sentence, "ASSAULT", None, Span(0, 1), lemma, "fact", 0.9, time=when, rules=rules)


def dates(*mentions):
    return [m.time.value if m.time else None for m in inherit_times(mentions)]


def test_a_mention_without_a_time_takes_that_of_the_same_event():
    headline, report = mention(1, time=False), mention(1, "2021-11-16", sentence=1)
    found = inherit_times([headline, report])[0]
    assert found.time == report.time
    assert found.rules["time"] == "same_event+own_time+test"


def test_another_event_lends_nothing():
    assert dates(mention(1, time=False), mention(2, "2021-11-16")) == [None, "2021-11-16"]


def test_of_times_that_agree_the_finest_is_lent():
    assert dates(mention(1, "2021-11"), mention(1, "2021-11-16"), mention(1, time=False))[-1] == "2021-11-16"


def test_times_that_contradict_each_other_lend_nothing():
    assert dates(mention(1, "2021-11-15"), mention(1, "2021-11-16"), mention(1, time=False))[-1] is None


def test_a_time_of_its_own_stays_unresolved():
    assert dates(mention(1), mention(1, "2021-11-16"))[0] is None
    assert dates(mention(1, "P3D"), mention(1, time=False)) == ["P3D", None]


def test_another_word_lends_only_to_a_headline():
    mentions = [mention(1, time=False, lemma="غارة"), mention(1, "2021-11-16", sentence=1)]
    assert inherit_times(mentions)[0].time is None
    assert inherit_times(mentions, headlines={0})[0].time == mentions[1].time


def test_the_reader_dates_a_headline_by_its_report(reader):
    page = read_page(
        "غارة على ثكنة في درعا\n\nقصفت طائرات روسية ثكنة في درعا يوم الاثنين، وقال سكان إن الحي هادئ الآن.",
        published="2021-11-17",
    )
    headline, report = (e for e in reader.read_page(page).events if e.type == "ASSAULT")
    assert (headline.event, headline.time) == (report.event, report.time)
    assert headline.rules["time"].startswith("same_event+")
