import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from marsad.record import Quantity
from marsad.span import Span
from marsad.view.line import LRM, RLI, Line, right_to_left
from marsad.view.wording import FSI, PDI, count, harmless, isolate, shorten

texts = st.text(st.one_of(st.characters(), st.sampled_from("\n\r\t\x1b\x9b\u202e\u2067\u2068\u2069")), max_size=60)


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(7, 7, "7"), (0, 0, "0"), (20, 99, "20–99"), (20, None, "20+"), (0, 3, "0–3"), (1500, 1500, "1500")],
)
def test_count(least, most, expected):
    assert count(Quantity(Span(0, 1), least, most, "test")) == expected


@given(texts)
def test_harmless_keeps_the_length_and_one_line(text):
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not set(shown) & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))}
    assert not set(shown) & set("\u2066\u2067\u2068\u2069")


@given(texts)
def test_harmless_twice_is_harmless_once(text):
    assert harmless(harmless(text)) == harmless(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سفينة وقارب", "سفينة وقارب"),
        ("سفينة\nوقارب\t!\r", "سفينة وقارب ! "),
        ("\x1b[31mقارب", "\ufffd[31mقارب"),
        ("\u202eقارب\u2069", "\u200bقارب\u200b"),
        ("مي\u200cخواهم", "مي\u200cخواهم"),
    ],
)
def test_harmless(text, expected):
    assert harmless(text) == expected


@given(texts)
def test_an_isolate_opens_and_closes_once(text):
    shown = isolate(text)
    assert shown[0] == FSI
    assert shown[-1] == PDI
    assert sum(map(shown.count, (FSI, PDI, RLI))) == 2


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("رسا القارب", 10, "رسا القارب"),
        ("رسا القارب", 9, "رسا القا…"),
        ("رسا القارب", 5, "رسا…"),
        ("  رسا\n\tالقارب ", 10, "رسا القارب"),
        ("", 10, ""),
    ],
)
def test_shorten(text, most, expected):
    assert shorten(text, most) == expected


@given(texts, st.integers(1, 40))
def test_shortened_words_fit_on_one_line(text, most):
    shown = shorten(text, most)
    whole = " ".join(text.split())
    assert len(shown) <= most
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))


def lines(text, width, *, rtl):
    console = Console(file=io.StringIO(), record=True, width=width, highlight=False)
    console.print(Line(Text(text), rtl))
    return console.export_text().removesuffix("\n").split("\n")


words = st.text("ابتسن", min_size=1, max_size=9)
plain = st.lists(words, min_size=1, max_size=5).map(" ".join)
page = st.lists(st.one_of(plain, plain.map(isolate), st.just("[SYR MIL]")), min_size=1, max_size=8).map(" ".join)


@settings(deadline=None)
@given(page, st.integers(3, 100), st.booleans())
def test_isolates_are_balanced_on_every_line_at_any_width(text, width, rtl):
    for line in lines(text, width, rtl=rtl):
        depth = 0
        for char in line:
            depth += (char in {FSI, RLI}) - (char == PDI)
            assert depth >= 0, line
        assert depth == 0, line


@settings(deadline=None)
@given(page, st.integers(3, 100), st.booleans())
def test_wrapping_loses_no_letter_and_keeps_the_width(text, width, rtl):
    found = lines(text, width, rtl=rtl)
    marks = dict.fromkeys(map(ord, f" {FSI}{PDI}{RLI}{LRM}"))
    assert "".join(found).translate(marks) == text.translate(marks)
    assert max(map(cell_len, found)) <= width


def test_an_isolate_that_wraps_is_closed_and_opened_again():
    assert lines(isolate("رسا القارب"), 7, rtl=False) == [f"{FSI}رسا{PDI}", f"{FSI}القارب{PDI}"]


def test_right_to_left_lines_stand_at_the_right_edge():
    assert lines("قارب", 10, rtl=True) == [f"{LRM}{' ' * 6}{RLI}قارب{PDI}"]
    assert right_to_left(Text("قارب"), 2).plain == f"{LRM}{RLI}قارب{PDI}"
