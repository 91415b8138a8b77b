import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.errors import PageError
from marsad.page import read_page
from marsad.page.published import date_in, iso, iso_or_none, published_in_url

BODY = "<h1>معارك غربي الموصل</h1><p>أعلنت وزارة الدفاع العراقية في بيان أن قواتها استعادت ثلاث قرى غربي المدينة.</p>"


def page(head="", body="", **options):
    return read_page(f"<html><head>{head}</head><body>{body}{BODY}</body></html>", **options)


def found(page):
    return (page.published.value, page.published.source) if page.published else None


def linked(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "name",
    [
        "property='article:published_time'",
        "name='date'",
        "name='DC.date.issued'",
        "itemprop='datePublished'",
        "name='pubdate'",
        "name='publishdate'",
        "property='og:published_time'",
    ],
)
def test_meta_elements(name):
    assert found(page(f"<meta {name} content='2020-07-04T10:00:00+03:00'>")) == ("2020-07-04T10:00:00+03:00", "meta")


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("2020-07-04", "2020-07-04"),
        (" 2020-07-04 10:30 ", "2020-07-04T10:30"),
        ("2020-07-04T10:30:00Z", "2020-07-04T10:30:00Z"),
        ("2020-07-04T10:30:00.123+0300", "2020-07-04T10:30:00.123+0300"),
    ],
)
def test_the_forms_of_a_declared_date(content, value):
    assert found(page(f"<meta name='date' content='{content}'>")) == (value, "meta")


@pytest.mark.parametrize("content", ["", "yesterday", "04/07/2020", "0000-00-00", "2020-13-45T00:00:00", "2020-02-30"])
def test_a_declared_date_that_is_none_is_passed_over(content):
    head = f"<meta property='article:published_time' content='{content}'><meta name='date' content='2020-07-04'>"
    assert found(page(head)) == ("2020-07-04", "meta")


@pytest.mark.parametrize("content", ["0000-00-00", "2020-13-45", "2020-02-30T10:00:00Z"])
def test_no_date_is_better_than_an_impossible_one(content):
    assert found(page(f"<meta name='date' content='{content}'>")) is None


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "NewsArticle", "datePublished": "2020-07-04"},
        {"@type": ["Thing", "Article"], "datePublished": "2020-07-04"},
        [{"@type": "WebSite"}, {"@type": "BlogPosting", "datePublished": "2020-07-04"}],
        {"@graph": [{"@type": "Organization"}, {"@type": "ReportageNewsArticle", "datePublished": "2020-07-04"}]},
    ],
)
def test_json_ld(value):
    assert found(page(linked(value))) == ("2020-07-04", "json-ld")


def test_an_article_outweighs_the_page_that_holds_it():
    graph = [
        {"@type": "WebPage", "datePublished": "2001-01-01"},
        {"@type": "NewsArticle", "datePublished": "2020-07-04"},
    ]
    assert found(page(linked({"@graph": graph}))) == ("2020-07-04", "json-ld")


@pytest.mark.parametrize(
    "script",
    ["{", "null", "[]", "5", '"text"', '{"@type": null}', '{"@type": {"a": 1}}', '{"@type": [{}]}', '{"@graph": 7}', '{"@graph": {"@graph": "x"}}', '{"@type": "Article", "datePublished": 20200704}', '{"@type": "Article", "author": [], "headline": {}}'],
)  # fmt: skip
def test_broken_json_ld_counts_as_none(script):
    head = f"<script type='application/ld+json'>{script}</script><meta name='date' content='2020-07-04'>"
    assert found(page(head)) == ("2020-07-04", "meta")


def test_time_elements():
    times = "<time datetime='2020-07-04T10:00'>أمس</time><time datetime='2021-01-01'>اليوم</time>"
    assert found(page(body=times)) == ("2020-07-04T10:00", "time-element")


def test_a_first_time_element_without_a_date_does_not_hide_the_next():
    assert found(page(body="<time>الآن</time><time datetime='2020-07-04'>أمس</time>")) == ("2020-07-04", "time-element")


def test_a_short_line_of_text():
    read = page(body="<p>بغداد - 4 يوليو 2020</p>")
    assert found(read) == ("2020-07-04", "text")
    assert read.published.span.of(read.text) == "4 يوليو 2020"


def test_a_date_in_a_comment_is_not_the_pages():
    assert found(page(body="<div id='comments'><p>4 يوليو 2020</p></div>")) is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/2020/07/04/attack", "2020-07-04"),
        ("https://example.org/news/2020-7-4/", "2020-07-04"),
        ("https://example.org/2020/07/04", "2020-07-04"),
        ("https://example.org/2020/13/45/x", None),
        ("https://example.org/1820/07/04/x", None),
        ("https://example.org/article/20200704", None),
        ("", None),
        (None, None),
    ],
)
def test_the_date_of_an_address(url, value):
    read = published_in_url(url)
    assert (read.value if read else None) == value
    assert found(page(url=url)) == ((value, "url") if value else None)


def test_the_declared_address_is_as_good():
    assert found(page("<meta property='og:url' content='https://example.org/2020/07/04/x'>")) == ("2020-07-04", "url")


def test_the_order_of_trust():
    url = "https://example.org/2020/01/05/x"
    head = linked({"@type": "Article", "datePublished": "2020-01-01"})
    meta, time = "<meta name='date' content='2020-01-02'>", "<time datetime='2020-01-03'>الآن</time>"
    text = "<p>4 يناير 2020</p>"
    assert found(page(head + meta, time + text, url=url, published="2020-01-06")) == ("2020-01-06", "given")
    assert found(page(head + meta, time + text, url=url)) == ("2020-01-01", "json-ld")
    assert found(page(meta, time + text, url=url)) == ("2020-01-02", "meta")
    assert found(page("", time + text, url=url)) == ("2020-01-03", "time-element")
    assert found(page("", text, url=url)) == ("2020-01-04", "text")
    assert found(page("", "", url=url)) == ("2020-01-05", "url")
    assert found(page()) is None


def test_plain_text_from_an_address_takes_its_date():
    assert found(read_page("قصف الجيش المدينة ليلا.", url="https://example.org/2020/07/04/x")) == ("2020-07-04", "url")


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("4 يوليو 2020", "2020-07-04", "4 يوليو 2020"),
        ("السبت 4 تموز 2020 م", "2020-07-04", "4 تموز 2020"),
        ("٤ تمّوز ٢٠٢٠", "2020-07-04", "٤ تمّوز ٢٠٢٠"),
        ("4 يوليو (تموز)، 2020", "2020-07-04", "4 يوليو (تموز)، 2020"),
        ("28 أيار 1999", "1999-05-28", "28 أيار 1999"),
        ("1 آب 2006", "2006-08-01", "1 آب 2006"),
        ("14 جانفي 2011", "2011-01-14", "14 جانفي 2011"),
        ("5 جويلية 1962", "1962-07-05", "5 جويلية 1962"),
        ("12 أوت 2015", "2015-08-12", "12 أوت 2015"),
        ("نشر: 04-07-2020", "2020-07-04", "04-07-2020"),
        ("2020/7/4", "2020-07-04", "2020/7/4"),
        ("4.7.2020", "2020-07-04", "4.7.2020"),
        ("١٨/٠٧/٢٠١٥", "2015-07-18", "١٨/٠٧/٢٠١٥"),
        ("4 كانون الثاني 2020", "2020-01-04", "4 كانون الثاني 2020"),
        ("4 تشرين الأول 2020", "2020-10-04", "4 تشرين الأول 2020"),
        ("4 تشرين الثاني 2020", "2020-11-04", "4 تشرين الثاني 2020"),
        ("31 كانون الأول 2019", "2019-12-31", "31 كانون الأول 2019"),
    ],
)
def test_written_dates(text, value, words):
    date, span = date_in(text)
    assert (date, span.of(text)) == (value, words)


@pytest.mark.parametrize("text", ["", "30 فبراير 2020", "45/13/2020", "يوليو 2020", "4 يوليو", "12345-67-8901", "2020"])
def test_what_is_no_full_date(text):
    assert date_in(text) is None


@pytest.mark.parametrize(
    "text",
    ["2 شباطية 2020", "5 ماية 2020"],
)
def test_a_month_is_a_whole_word(text):
    assert date_in(text) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_numeric_dates_of_both_orders(day):
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"):
        assert date_in(f"نشر في {day.strftime(form)} صباحا")[0] == day.isoformat()


@given(st.text(max_size=80))
def test_date_in_never_raises_and_its_span_lies_in_the_text(text):
    read = date_in(text)
    if read:
        assert date.fromisoformat(read[0])
        assert read[1].of(text)


def test_iso_refuses_days_that_are_none():
    assert iso("2020", 2, "30") is None
    assert iso("2020", 2, "29") == "2020-02-29"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2020-07-04", "2020-07-04"),
        ("٢٠٢٠-٠٧-٠٤", "2020-07-04"),
        ("\u200f2020-07-04 10:30 +03:00", "2020-07-04T10:30+03:00"),
        ("2020-07-04t10:30:00z", "2020-07-04T10:30:00Z"),
        ("2020-02-30", None),
        ("2020-07-04T25:00", None),
        ("0001-01-01T00:00:00", None),
        ("9999-12-31", None),
        ("20200704", None),
        ("2020-W27-6", None),
        ("2020-07", None),
        ("2020-07-04zzz", None),
        ("Sat, 04 Jul 2020 10:00:00 GMT", None),
        (1593820800, None),
        (["2020-07-04"], None),
        (None, None),
    ],
)
def test_declared_dates_enter_through_one_door(value, wanted):
    assert iso_or_none(value) == wanted


@pytest.mark.parametrize("value", ["2020-02-30", "04/07/2020", "0001-01-01"])
def test_a_given_date_that_is_none_is_refused(value):
    with pytest.raises(PageError, match="2020-07-04"):
        read_page(BODY, published=value)


def test_the_page_dates_an_article_that_does_not_say():
    graph = [{"@type": "NewsArticle", "headline": "خبر"}, {"@type": "WebPage", "datePublished": "2020-07-04"}]
    assert found(page(linked({"@graph": graph}))) == ("2020-07-04", "json-ld")


def test_a_month_under_both_its_names():
    assert date_in("31 كانون الأول/ديسمبر 2019")[0] == "2019-12-31"


LINE = "<p class='date'>4 يوليو 2020</p>"
META = "<meta property='article:published_time' content='2020-07-04T23:10:00Z'>"


@pytest.mark.parametrize(
    ("head", "body", "url", "confidence"),
    [
        (META, "", None, "medium"),
        (META, "", "https://example.org/2020/07/04/a", "high"),
        (META, "", "https://example.org/2020/07/05/a", "high"),  # the address may count in another time zone
        (META, "", "https://example.org/2020/08/04/a", "low"),
        (META, LINE, "https://example.org/2020/08/04/a", "high"),
        ("", LINE, None, "medium"),
        ("", "", "https://example.org/2020/07/04/a", "medium"),
    ],
)
def test_the_more_sources_agree_the_surer_the_date(head, body, url, confidence):
    assert page(head, body, url=url).published.confidence == confidence


def test_what_the_caller_gives_is_sure():
    assert page(META, published="2020-07-04").published.confidence == "high"
