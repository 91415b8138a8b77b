"""Quotations that close sentences after they open: «… . … . …»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.claim.report import Report
from marsad.event.view import View
from marsad.record import Quotation, Sentence
from marsad.span import Span

LONGEST = 12  # sentences of one quotation; without its closing mark within them it ends with its own sentence
CLOSE = {"«": "»", "“": "”", '"': '"'}
RULE = "quotation_goes_on"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation over sentences ``first`` to ``last``: its opening mark is a token of the one, its closing mark of the other."""

    first: int
    opening: int
    last: int
    closing: int


def stretches(sentences: Sequence[Sentence]) -> dict[int, Stretch]:
    """Each sentence in which a quotation of an earlier one goes on, with that quotation; ``sentences`` are an article's."""
    found: dict[int, Stretch] = {}
    opened: tuple[int, int, str] | None = None  # sentence, token and closing mark
    for sentence in sentences:
        if opened is not None and sentence.index - opened[0] > LONGEST:
            opened = None
        ending = opened and _ending(sentence, opened[2])
        if opened is not None and ending is not None:
            stretch = Stretch(opened[0], opened[1], sentence.index, ending)
            found |= dict.fromkeys(range(opened[0] + 1, sentence.index + 1), stretch)
            opened = None
        beginning = _beginning(sentence, 0 if ending is None else ending + 1)
        if beginning is not None:  # whatever was open before was never closed
            opened = beginning
    return found


def _ending(sentence: Sentence, close: str) -> int | None:
    """The token that closes a quotation, unless another one opens before it."""
    opening = next(mark for mark, closing in CLOSE.items() if closing == close)
    marks = (n for n, token in enumerate(sentence.tokens) if token.text in (close, opening))
    first = next(marks, None)
    return first if first is not None and sentence.tokens[first].text == close else None


def _beginning(sentence: Sentence, start: int) -> tuple[int, int, str] | None:
    """The sentence, token and closing mark of the last quotation that a sentence opens and leaves open."""
    opened: tuple[int, int, str] | None = None
    for number in range(start, len(sentence.tokens)):
        text = sentence.tokens[number].text
        if opened is not None and text == opened[2]:
            opened = None
        elif text in CLOSE and opened is None:
            opened = (sentence.index, number, CLOSE[text])
    return opened


def opened_by(reports: Iterable[Report], stretch: Stretch) -> Report | None:
    """The report with a speaker whose words begin at a quotation's opening mark."""
    near = (r for r in reports if r.direct and r.speaker and stretch.opening in (r.start - 1, r.start, r.start + 1))
    return next(near, None)


def going_on(view: View, stretch: Stretch, opening: Report) -> Report:
    """The report of a later sentence of a quotation, or of its part up to the closing mark."""
    stop = stretch.closing if view.sentence.index == stretch.last else len(view.items)
    return replace(opening, start=0, stop=stop, rule=RULE, item=-1, bare=False)


def whole(
    quotations: Iterable[Quotation], over: Mapping[int, Stretch], sentences: Sequence[Sentence]
) -> Iterator[Quotation]:
    """The quotations, each that goes on with its span up to its closing mark."""
    by_first = {stretch.first: stretch for stretch in over.values()}
    for quotation in quotations:
        stretch = by_first.get(quotation.sentence)
        if stretch is None or not quotation.direct:
            yield quotation
            continue
        after = sentences[stretch.first].tokens[stretch.opening].span.stop
        begins = 0 <= quotation.span.start - after <= 1
        end = sentences[stretch.last].tokens[stretch.closing].span.start
        yield replace(quotation, span=Span(quotation.span.start, end)) if begins else quotation
