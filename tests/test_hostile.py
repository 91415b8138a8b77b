"""Whatever is fed in ends in an article or in a :class:`PageError` of one line that says what to do, in bounded time."""

import json
import re
import signal
import time
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import PageError
from marsad.export.flat import flat_line
from marsad.export.nested import article_json
from marsad.page import MAX_BYTES, read_page
from marsad.page.item import read_source
from marsad.reader import Reader
from marsad.record import Article

SENTENCE = "قصف الجيش السوري مدينة حلب أمس وقتل 12 مدنيا بحسب مصادر طبية في المدينة."
BODY = (
    f"<h1>غارات على حلب</h1><p>{SENTENCE}</p><p>{SENTENCE} وأضافت المصادر أن عشرات الجرحى نقلوا إلى مستشفيات قريبة.</p>"
)
ADVICE = re.compile(r"\b(give|save|split|set|check|use|name)\b")
GUARD = 20  # seconds of processor time: against the quadratic and the endless, not a measure


class Late(BaseException):
    """The guard's own end, which no handler of the product swallows."""


@contextmanager
def guard(seconds=GUARD):
    def stop(*_):
        raise Late

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    start = time.process_time()
    try:
        yield
    except Late:
        pytest.fail(f"not done after {seconds} s of processor time", pytrace=False)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    assert time.process_time() - start <= seconds


def outcome(reader, data, seconds=GUARD):
    """The article, or the error; anything else is a fault."""
    with guard(seconds):
        try:
            found = reader.read(data)
        except PageError as error:
            return error
    assert isinstance(found, Article)
    return found


def text_of(found):
    assert isinstance(found, Article), found
    return "\n".join(block.span.of(found.text) for block in found.page.blocks)


@pytest.fixture(scope="module")
def plain_reader(reader):
    """A reader with its tables loaded and the threshold that users have."""
    found = Reader()
    found.read(SENTENCE)
    return found


REFUSED = {
    "empty": b"",
    "empty str": "",
    "spaces": b"  \n\t\r\n ",
    "spaces str": " \u00a0\n\u2003",
    "utf-8 mark": b"\xef\xbb\xbf",
    "utf-16 mark": b"\xff\xfe",
    "png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "jpeg": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8,
    "gif": b"GIF89a" + bytes(range(256)) * 8,
    "zip": b"PK\x03\x04" + bytes(range(256)) * 8,
    "empty zip": b"PK\x05\x06" + b"\0" * 18,
    "gzip": b"\x1f\x8b\x08\x00" + bytes(range(1, 256)),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "nuls": b"\0" * 1000,
    "text among nuls": SENTENCE.encode() + b"\0" * 400,
    "elf": b"\x7fELF\x02\x01\x01" + b"\0" * 400,
    "utf-16 without mark": SENTENCE.encode("utf-16-le"),
    "above the limit": b"a" * (MAX_BYTES + 1),
    "html without words": b"<html><body><script>x()</script></body></html>",
    "doctype alone": b"<!doctype html>",
    "comment alone": "<!-- قصف الجيش -->",
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_no_page_is_refused_in_one_line(plain_reader, data):
    error = outcome(plain_reader, data)
    assert isinstance(error, PageError)
    assert str(error).strip()
    assert "\n" not in str(error)


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_the_refusal_says_what_to_do(plain_reader, data):
    assert ADVICE.search(str(outcome(plain_reader, data)))


@pytest.mark.parametrize("name", ["png", "zip", "gzip", "pdf"])
def test_the_refusal_names_what_it_is(plain_reader, name):
    assert {"png": "picture", "zip": "ZIP", "gzip": "gzip", "pdf": "PDF"}[name] in str(
        outcome(plain_reader, REFUSED[name])
    )


def big_text():
    return f"{SENTENCE}\n".encode() * (50_000_000 // len(f"{SENTENCE}\n".encode()))


def big_html():
    paragraph = f"<p>{SENTENCE} {SENTENCE}</p>\n".encode()
    return b"<html><body><h1>x</h1>" + paragraph * (50_000_000 // len(paragraph)) + b"</body></html>"


@pytest.mark.parametrize("make", [big_text, big_html])
def test_fifty_megabytes_end_in_a_clear_result(plain_reader, make):
    assert outcome(plain_reader, make())


@pytest.mark.parametrize("letter", ["x", "س"])
def test_one_word_of_a_megabyte(plain_reader, letter):
    assert outcome(plain_reader, letter * 1_000_000)


@pytest.mark.parametrize(
    "source",
    [
        f"<html><body><article><h1>غارات على حلب<p>{SENTENCE}<p><b>{SENTENCE}",
        f"<p>{SENTENCE}<table><tr><td>{SENTENCE}<table><tr>",
        f"<div class='x><p>{SENTENCE}</p>",
        f"<html><body><p>{SENTENCE}<p>{SENTENCE}<!-- {SENTENCE}",
        f"<article>{BODY}<script>var x = '",
        f"</div></p></html><p>{SENTENCE}</p></body></b></i>",
        f"<p>{SENTENCE}</p>" + "<",
        f"<html><frameset><frame></frameset><noframes><p>{SENTENCE}</p></noframes></html>",
        f"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>{SENTENCE} &b;</p>",
        f"<?xml version='1.0' encoding='utf-16'?><html><body><p>{SENTENCE}</p></body></html>",
        f"<p>{SENTENCE}&#0;&#xD800;&#x110000;&#99999999999;</p>",
        f"<p>{SENTENCE}\x00\x01\x0b\x1f</p>",
    ],
)
def test_unclosed_and_broken_html(plain_reader, source):
    assert outcome(plain_reader, source)


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "table", "ul", "font", "a", "p"])
def test_a_hundred_thousand_nested_tags(plain_reader, tag):
    source = f"<html><body>{BODY}" + f"<{tag}>" * 100_000 + SENTENCE + f"</{tag}>" * 100_000 + "</body></html>"
    assert outcome(plain_reader, source)


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_nesting_does_not_lose_the_page_around_it(plain_reader, tag):
    source = f"<html><body><article>{BODY}</article>" + f"<{tag}>" * 100_000 + "</body></html>"
    assert SENTENCE in text_of(outcome(plain_reader, source))


@pytest.mark.parametrize("depth", [100, 1000])
def test_words_below_deep_tags_are_read(plain_reader, depth):
    source = f"<html><body><h1>غارات على حلب</h1>{'<div>' * depth}<p>{SENTENCE}</p>{'</div>' * depth}</body></html>"
    assert SENTENCE in text_of(outcome(plain_reader, source))


def test_ten_thousand_siblings(plain_reader):
    assert outcome(plain_reader, f"<html><body>{BODY}" + "<p>x</p>" * 10_000)


def test_a_hundred_thousand_line_breaks_and_entities(plain_reader):
    assert outcome(plain_reader, f"<html><body>{BODY}<div>" + "&nbsp;<br>" * 100_000)


def test_a_class_of_a_hundred_thousand_letters(plain_reader):
    assert outcome(plain_reader, f"<html><body><div class='{'a-' * 50_000}'>{BODY}{'<p>x</p>' * 40}</div>")


@pytest.mark.parametrize(
    ("label", "codec"),
    [("windows-1256", "utf-8"), ("iso-8859-1", "windows-1256"), ("utf-8", "windows-1256"), ("utf-16", "utf-8"), ("big5", "utf-8"), ("undefined", "utf-8")],
)  # fmt: skip
def test_a_wrong_declared_charset(plain_reader, label, codec):
    data = f"<html><head><meta charset='{label}'></head><body><article>{BODY}</article></body></html>".encode(codec)
    found = outcome(plain_reader, data)
    assert SENTENCE in text_of(found)
    assert any(label in warning for warning in found.page.warnings)


@pytest.mark.parametrize("label", ["undefined", "idna", "hex", "punycode", "unicode_escape", "rot13"])
def test_a_declared_charset_that_is_a_python_codec(plain_reader, label):
    data = f"<html><head><meta charset='{label}'></head><body><article>{BODY}</article></body></html>"
    assert SENTENCE in text_of(outcome(plain_reader, data.encode("windows-1256")))


@pytest.mark.parametrize(
    "data",
    [
        "The army shelled the city of Aleppo yesterday, killing twelve civilians, doctors said.",
        "<html><body><h1>Army shells Aleppo</h1><p>The army shelled Aleppo yesterday, killing twelve civilians.</p></body></html>",
        "L'armée a bombardé la ville, tuant douze civils. " * 20,
    ],
)
def test_latin_text_gives_a_warning_and_no_events(plain_reader, data):
    found = outcome(plain_reader, data)
    assert found.events == ()
    assert any("not in Arabic" in warning for warning in found.page.warnings)


CONTROLS = ["\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\u200e", "\u061c", "\ufeff", "\u200b", "\u00ad"]


@pytest.mark.parametrize("control", CONTROLS, ids=[f"{ord(c):04x}" for c in CONTROLS])
def test_controls_in_and_between_words_change_nothing(plain_reader, control):
    plain = outcome(plain_reader, SENTENCE)
    inside = outcome(plain_reader, SENTENCE.replace("ص", "ص" + control))
    around = outcome(plain_reader, " ".join(f"{control}{word}{control}" for word in SENTENCE.split()))
    between = outcome(plain_reader, SENTENCE.replace(" ", " " + control * 10_000, 1))
    for found in (inside, around, between):
        assert [(e.type, e.status) for e in found.events] == [(e.type, e.status) for e in plain.events]


@pytest.mark.parametrize("control", CONTROLS, ids=[f"{ord(c):04x}" for c in CONTROLS])
def test_ten_thousand_controls_in_one_word(plain_reader, control):
    assert outcome(plain_reader, SENTENCE.replace("ص", "ص" + control * 10_000))


def test_a_control_after_every_letter(plain_reader):
    assert outcome(plain_reader, "\u202e".join(f"{SENTENCE} " * 20))


@pytest.mark.parametrize("control", CONTROLS, ids=[f"{ord(c):04x}" for c in CONTROLS])
def test_a_control_behind_a_full_stop_does_not_join_sentences(plain_reader, control):
    found = outcome(plain_reader, f"{SENTENCE}{control} {SENTENCE} {control}{SENTENCE}")
    assert len(found.sentences) == 3


@pytest.mark.parametrize("letter", ["س", "و", "قُ", "ـ", "ا", "لا"])
@pytest.mark.parametrize("around", ["{}", "قصف {} المدينة."])
def test_a_word_of_a_hundred_thousand_letters(plain_reader, letter, around):
    assert outcome(plain_reader, around.format(letter * (100_000 // len(letter))))


@pytest.mark.parametrize("digit", ["9", "٩", "1,", "1."])
def test_a_number_of_a_hundred_thousand_digits(plain_reader, digit):
    assert outcome(plain_reader, f"قتل {digit * (100_000 // len(digit))} جندي في المعارك.")


@pytest.mark.parametrize("number", ["1" * 4301, "9" * 400, "٩" * 30, "مليون " * 200])
def test_numbers_beyond_all_measure(plain_reader, number):
    found = outcome(plain_reader, f"قصف الجيش السوري مدينة حلب وقتل {number} مدني.")
    assert json.loads(flat_line(found))
    assert json.loads(article_json(found))


@pytest.mark.parametrize(
    "words", ["قصف الجيش السوري حلب و", SENTENCE[:-1], "رئيس", "12", "«", "الذي", "إن", "،", "أمس", "في حلب"]
)
def test_five_thousand_tokens_in_one_sentence(plain_reader, words):
    found = outcome(plain_reader, " ".join([words] * -(-5000 // len(words.split()))) + ".")
    assert len(found.sentences) == 1
    assert len(found.sentences[0].tokens) >= 5000


def test_scripts_and_event_handlers_are_no_text(plain_reader):
    source = (
        f"<html><body onload='قصف()'><script>var a = 'سري قصف الجيش';</script><article>{BODY}"
        f"<p onclick=\"alert('سري')\">{SENTENCE} ثم هدأت المدينة ليلا.<script>document.write('سري')</script></p>"
        f"<img src=x onerror='سري()'><a href='javascript:سري()'>رابط</a><style>p::after{{content:'سري'}}</style>"
        f"<noscript>سري</noscript><template>سري</template><svg><script>سري</script></svg><iframe srcdoc='سري'></iframe>"
        f"</article><!-- سري --><![CDATA[سري]]></body></html>"
    )
    found = text_of(outcome(plain_reader, source))
    assert "ثم هدأت" in found
    for hidden in ("سري", "alert", "document", "onclick", "javascript", "content:"):
        assert hidden not in found


@pytest.mark.parametrize("surrogate", ["\ud800", "\udc80\ud800"])
@pytest.mark.parametrize("around", ["{s} {s}", "<html><body><h1>{s}</h1><p>{s}</p></body></html>"])
def test_lone_surrogates_in_a_str(plain_reader, surrogate, around):
    found = outcome(plain_reader, around.format(s=SENTENCE[:10] + surrogate + SENTENCE[10:]))
    if isinstance(found, Article):
        assert flat_line(found).encode()
        assert article_json(found).encode()


JSON_LD = {
    "lists": "[" * 100_000 + "]" * 100_000,
    "open lists": "[" * 100_000,
    "graphs": '{"@graph":' * 5000 + "[]" + "}" * 5000,
    "listed graphs": '{"@graph":[' * 5000 + "]}" * 5000,
    "graphs below the parser's limit": '{"@graph":[' * 480 + "]}" * 480,
    "type is a mapping": '{"@type":{"a":1}}',
    "types are mappings": '{"@type":[{"a":1}]}',
    "graph is a number": '{"@type":"Article","@graph":7}',
    "fields are of other types": '{"@type":"Article","headline":{"a":[]},"author":[[1]],"datePublished":{},"articleSection":7}',
    "impossible date": '{"@type":"Article","datePublished":"2020-13-45"}',
    "huge number": '{"@type":"Article","wordCount":' + "9" * 10_000 + "}",
    "huge headline": '{"@type":"Article","headline":"' + "x" * 1_000_000 + '"}',
}


@pytest.mark.parametrize("script", JSON_LD.values(), ids=JSON_LD)
def test_hostile_json_ld_costs_nothing_but_itself(plain_reader, script):
    source = f"<html><head><script type='application/ld+json'>{script}</script></head><body><article>{BODY}</article></body></html>"
    assert SENTENCE in text_of(outcome(plain_reader, source))


@pytest.mark.parametrize(
    "value", ["0000-00-00", "2020-13-45", "2020-02-30T25:61", "0001-01-01", "9999-12-31", "٢٠٢٠-٠٧-٠٤"]
)
@pytest.mark.parametrize("where", ["<meta name='date' content='{}'>", "<time datetime='{}'>الآن</time>", "<p>{}</p>"])
def test_impossible_publication_dates(plain_reader, value, where):
    source = f"<html><head></head><body>{where.format(value)}<article>{BODY}<p>وكان قد زار المدينة أمس وغدا والأسبوع الماضي.</p></article>"
    assert text_of(outcome(plain_reader, source))


@pytest.mark.parametrize(
    "line",
    [
        json.dumps({"id": "big", "text": f"{SENTENCE} " * 2000}),
        json.dumps({"id": "big", "junk": "x" * 20_000_000, "text": SENTENCE}),
        '{"id": "big", "text": "' + "x" * 20_000_000,
        "[" * 1_000_000,
        '{"a":' * 100_000,
    ],
    ids=["long text", "long junk", "never closed", "deep lists", "deep mappings"],
)
def test_a_huge_line_of_json_is_an_item_or_a_reported_fault(plain_reader, tmp_path, line):
    path = tmp_path / "items.jsonl"
    path.write_text(f"{line}\n{json.dumps({'id': 'last', 'text': SENTENCE})}\n", encoding="utf-8")
    with guard():
        first, last = read_source(str(path))
        assert first.page is not None or first.error.startswith("items.jsonl, line 1: ")
        assert first.error is None or len(first.error) < 200
        if first.page is not None:
            assert plain_reader.read_page(first.page)
    assert last.id == "last"
    assert last.page is not None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_page_or_a_page_error(data):
    try:
        page = read_page(data)
    except PageError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either end is right
        return
    assert all(0 <= b.span.start <= b.span.stop <= len(page.text) for b in page.blocks)


TAGS = st.sampled_from(
    "<p> </p> <div> </div> <h1> <b> </b> <br> <table> <tr> <td> <time> <script> </script> <!-- --> <a> <li> <ul> & < >".split()
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(TAGS, st.sampled_from([SENTENCE, "قصف", "\u202e", "12", " "]), st.text(max_size=5)), max_size=30)
)
def test_any_tag_soup_ends_in_an_article_or_a_page_error(plain_reader, pieces):
    found = outcome(plain_reader, "<html><body>" + "".join(pieces))
    if isinstance(found, Article):
        for event in found.events:
            assert event.trigger.of(found.text)
            assert found.sentences[event.sentence].span.covers(event.trigger)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_ends_in_an_article_or_a_page_error(plain_reader, text):
    outcome(plain_reader, text)
