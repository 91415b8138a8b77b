"""When: sentences with every time expression in place, `published | … {value:words} …`; the families' figures have a bar."""

import re

import pytest
from tests.conftest import cases

from marsad.record import Sentence
from marsad.span import Span
from marsad.text.token import tokenize

DATE = r"\d{2,4}(?:-\d\d){0,2}|\d{4}-(?:W\d\d(?:-WE)?|[QHT]\d|SP|SU|FA|WI)"
CLOCK = r"T(?:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?|[A-Z]{2})"
VALUE = (
    rf"\?|(?:SET )?P[\dXTDWMYHSCE.]+|SET XXXX-WXX-\d(?:T\d\d:\d\d)?|[A-Z]+_REF|(?:{DATE})(?:{CLOCK}|/[\d-]+)?|{CLOCK}"
)
MARKED = re.compile(rf"\{{({VALUE}):([^{{}}]*)\}}")
BAR = 0.95  # spans F1 and share of right values over all cases, read and open


def find(reader, text, published):
    sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
    return reader.circumstances.find(sentence, None if published == "-" else published, ()).times


def wanted(case):
    """Published, plain sentence, and span → value."""
    published, marked = (part.strip() for part in case.split("|", 1))
    text, spans, position = "", {}, 0
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        spans[Span(len(text), len(text) + len(match[2]))] = match[1]
        text, position = text + match[2], match.end()
    text += marked[position:]
    assert not set("{}") & set(text), f"not read: {marked}"
    return published, text, spans


def read(reader, text, published):
    return {t.span: ("SET " if t.type == "SET" else "") + (t.value or "?") for t in find(reader, text, published)}


@pytest.mark.parametrize("case", cases("times.txt"))
def test_cases(case, reader):
    published, text, spans = wanted(case)
    assert {s.of(text): v for s, v in read(reader, text, published).items()} == {
        s.of(text): v for s, v in spans.items()
    }
    assert read(reader, text, published) == spans


def test_bar(reader):
    hits = right = found = sought = 0
    for case in cases("times.txt") + cases("times_open.txt"):
        published, text, spans = wanted(case)
        ours = read(reader, text, published)
        both = spans.keys() & ours.keys()
        hits, found, sought = hits + len(both), found + len(ours), sought + len(spans)
        right += sum(ours[span] == spans[span] for span in both)
    assert sought >= 150
    assert 2 * hits / (found + sought) >= BAR
    assert right / hits >= BAR


def one(reader, text, published="2021-11-17"):
    times = find(reader, text, published)
    assert len(times) == 1
    return times[0]


def test_absolute_dates_have_no_anchor(reader):
    times = {
        t.span.of(s): t for s in ["اندلعت الحرب في 26 مارس 2015 وتجددت أمس."] for t in find(reader, s, "2015-07-23")
    }
    assert times["26 مارس 2015"].anchor is None
    assert times["أمس"].anchor == "published"


def test_what_goes_on_since_a_year_has_no_last_day(reader):
    time = one(reader, "تشهد البلاد حربا منذ عام 2011.")
    assert (time.value, time.start, time.stop) == ("2011", "2011-01-01", None)


def test_what_goes_on_for_a_length_began_that_long_ago(reader):
    time = one(reader, "يحاصر الجيش المدينة منذ شهرين.")
    assert (time.type, time.value, time.start, time.stop) == ("DURATION", "P2M", "2021-09-01", None)


def test_a_length_that_ends_now_has_its_days(reader):
    time = one(reader, "تصاعد القصف خلال اليومين الماضيين.")
    assert (time.start, time.stop, time.anchor) == ("2021-11-15", "2021-11-17", "published")


@pytest.mark.parametrize(
    ("text", "precision", "start", "stop"),
    [
        ("قصف المطار أمس.", "day", "2021-11-16", "2021-11-16"),
        ("قصف المطار مساء أمس.", "part of day", "2021-11-16", "2021-11-16"),
        ("قصف المطار في الساعة 10:30 صباح أمس.", "minute", "2021-11-16", "2021-11-16"),
        ("قصف المطار الأسبوع الماضي.", "week", "2021-11-08", "2021-11-14"),
        ("قصف المطار نهاية الأسبوع الماضي.", "weekend", "2021-11-13", "2021-11-14"),
        ("قصف المطار الشهر الماضي.", "month", "2021-10-01", "2021-10-31"),
        ("قصف المطار في الربع الأول من عام 2020.", "part of year", "2020-01-01", "2020-03-31"),
        ("قصف المطار شتاء 2019.", "season", "2019-12-01", "2020-02-29"),
        ("قصف المطار عام 2019.", "year", "2019-01-01", "2019-12-31"),
        ("قصف المطار في ثمانينات القرن الماضي.", "decade", "1980-01-01", "1989-12-31"),
        ("كانت البلاد مستعمرة في القرن التاسع عشر.", "century", "1800-01-01", "1899-12-31"),
    ],
)
def test_precision_and_days(text, precision, start, stop, reader):
    time = one(reader, text)
    assert (time.precision, time.start, time.stop) == (precision, start, stop)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("عاد السفير مطلع العام.", "START"),
        ("عاد السفير في منتصف يونيو 2020.", "MID"),
        ("عاد السفير أواخر الشهر الماضي.", "END"),
        ("عاد السفير قبل نحو شهرين.", "APPROX"),
        ("عاد السفير في وقت متأخر من ليل أمس.", "END"),
        ("عاد السفير أمس.", None),
    ],
)
def test_part_of_a_period(text, mod, reader):
    assert one(reader, text).mod == mod


def test_a_weekday_that_contradicts_its_date_gives_both_readings(reader):
    time = one(reader, "وقع الانفجار الأربعاء 4 مايو 2010.")
    assert (time.value, time.other) == ("2010-05-04", "2010-05-05")
    assert one(reader, "وقع الانفجار الثلاثاء 4 مايو 2010.").other is None


def test_two_dates_of_one_day_that_contradict_each_other(reader):
    text = "صدر الحكم في 15 رمضان 1436هـ الموافق {} يوليو 2015."
    assert one(reader, text.format(2)).other is None
    assert one(reader, text.format(3)).other is None  # the moon is sighted a day late
    assert one(reader, text.format(9)).other == "2015-07-02"


def test_the_weekday_settles_the_year(reader):
    assert one(reader, "وقعت الهدنة السبت 20 نوفمبر.").value == "2021-11-20"
    assert one(reader, "وقعت الهدنة الجمعة 20 نوفمبر.").value == "2020-11-20"


def test_what_is_counted_from_an_event_names_it(reader):
    text = "استقال الوزير بعد شهر من إعلان الهدنة."
    time = one(reader, text)
    assert (time.anchor, time.anchor_span.of(text)) == ("event", "إعلان")


def test_what_is_counted_from_a_time_of_the_sentence_names_it(reader):
    text = "قتل الجندي السبت ودفن في اليوم التالي."
    time = find(reader, text, "2021-11-17")[1]
    assert (time.anchor, time.anchor_span.of(text)) == ("sentence", "السبت")


def test_an_hour_takes_the_day_of_its_sentence(reader):
    text = "انقطعت الكهرباء أمس في الحي عند الساعة التاسعة مساء."
    time = find(reader, text, "2021-11-17")[1]
    assert (time.value, time.anchor, time.anchor_span.of(text)) == ("2021-11-16T21:00", "sentence", "أمس")
    assert one(reader, "انقطعت الكهرباء عند الساعة التاسعة مساء.").start is None


@pytest.mark.parametrize(
    ("clock", "value"),
    [("دمشق", "2021-07-07T10:00+03:00"), ("القاهرة", "2021-07-07T10:00+02:00"), ("لندن", "2021-07-07T10:00+01:00")],
)
def test_clocks_that_change_with_the_season(clock, value, reader):
    assert one(reader, f"بدأ اللقاء في 7 يوليو 2021 الساعة 10:00 بتوقيت {clock}.").value == value


@pytest.mark.parametrize(("published", "word"), [("0001-01-01", "أمس"), ("9999-12-31", "غدا")])
def test_a_day_beyond_the_calendar_has_no_value(reader, published, word):
    assert one(reader, f"قصف الجيش المدينة {word}.", published).value is None


@pytest.mark.parametrize("number", ["0", "32", "99999999999999999999", "12.5.6.7", "1.1.1", "00.00.0000"])
@pytest.mark.parametrize(
    "frame", ["في {} يونيو 2020", "قبل {} أيام", "الساعة {} مساء", "عام {}", "{}/{}/{}", "القرن {}", "{}"]
)
def test_numbers_that_are_no_part_of_a_date_do_no_harm(frame, number, reader):
    for time in find(reader, f"وقع الحادث {frame.replace('{}', number)} هناك.", "2021-11-17"):
        assert time.value is None or "0000" not in time.value
