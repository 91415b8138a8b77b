"""Sentences: an ordered list of small rules decides at each full stop.

A rule sees the words before and after a possible end and returns ``JOIN``, ``SPLIT``
or ``None`` for no opinion; the first opinion holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from marsad.record import Page, Sentence
from marsad.span import Span
from marsad.text.token import tokenize

JOIN, SPLIT = "join", "split"
ABBREVIATIONS = frozenset(
    {
        "د",  # د. أحمد: doctor
        "أ",  # أ. محمد: professor, teacher
        "م",  # م. علي: engineer; also ق.م.
        "ق",  # ق.م.
        "ت",  # ت. 1950
        "ص",  # ص. 12: page
        "ج",  # ج. 2: volume
        "هـ",  # 1441 هـ.
        "كلم",  # 30 كلم. شمال
        "كم",  # 30 كم. شمال
        "أ.د",
        "أ.م",
    }
)
CLOSERS = "\"'»”’)]}›"
# Format characters (Unicode category Cf): invisible, so that no rule may stumble over one between a stop and the space.
CONTROLS = "\u00ad\u061c\ufeff" + "".join(
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F))
    for code in range(first, last + 1)
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A possible sentence end: the word before, the marks, and the text after."""

    before: str
    marks: str
    after: str


def inside_number(stop: Stop) -> str | None:
    """``3.5``, ``a.b``: no space follows."""
    return JOIN if stop.after and not stop.after[0].isspace() else None


def abbreviation(stop: Stop) -> str | None:
    """``د. أحمد``: the stop belongs to the abbreviation."""
    return JOIN if stop.marks == "." and stop.before in ABBREVIATIONS else None


def initial(stop: Stop) -> str | None:
    """``J. Smith``: a Latin initial."""
    return (
        JOIN
        if stop.marks == "." and len(stop.before) == 1 and stop.before.isalpha() and stop.before < "\u0600"
        else None
    )


def list_number(stop: Stop) -> str | None:
    """``1. الوزير``: a list number at the start of a line."""
    return (
        JOIN
        if stop.marks == "." and stop.before.isdigit() and len(stop.before) < 3 and not stop.after.strip()
        else None
    )


def ellipsis(stop: Stop) -> str | None:
    """``انفجار في عدن.. وقتلى``: two or three dots join headline clauses."""
    return JOIN if stop.marks[0] in ".…" and (len(stop.marks) > 1 or stop.marks[0] == "…") else None


def end(stop: Stop) -> str | None:
    """Any other full stop, question or exclamation mark."""
    return SPLIT


RULES: tuple[Callable[[Stop], str | None], ...] = (inside_number, abbreviation, initial, list_number, ellipsis, end)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"([.!?؟…۔]+)([{re.escape(CLOSERS)}{CONTROLS}]*)|(\n)")


def decide(stop: Stop) -> tuple[str, str]:
    """The decision at a possible end and the name of the rule that made it."""
    for rule in RULES:
        decision = rule(stop)
        if decision:
            return decision, rule.__name__
    raise AssertionError("the last rule always decides")


def sentence_spans(text: str, span: Span) -> Iterator[Span]:
    """The sentences of one stretch of text, without surrounding space.

    ``span`` counts in ``text`` and so do the spans returned. A line break always ends
    a sentence: headings and headlines have no full stop.
    """
    start = span.start
    for match in _ends().finditer(text, span.start, span.stop):
        if match.group(3) is None and decide(_stop(text, span, match))[0] == JOIN:
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, span.stop)


def _stop(text: str, span: Span, match: re.Match[str]) -> Stop:
    before = text[max(span.start, match.start() - 12) : match.start()].rsplit(maxsplit=1)
    return Stop(
        before[-1].strip(CONTROLS).lstrip("«“\"'([") if before else "",
        match.group(1),
        text[match.end() : min(span.stop, match.end() + 2)],
    )


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Span(start, stop)


def segment(page: Page) -> tuple[Sentence, ...]:
    """The sentences of a page's content blocks, in order, with their tokens."""
    spans = [
        (number, span)
        for number, block in enumerate(page.blocks)
        if block.is_content
        for span in sentence_spans(page.text, block.span)
    ]
    return tuple(Sentence(index, block, span, tokenize(page.text, *span)) for index, (block, span) in enumerate(spans))
