"""Where a text holds what a query asks for: spans of its own code points, and a snippet around them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from marsad.span import Span
from marsad.store.search.query import Term
from marsad.store.search.word import Word, words

AROUND = 60  # code points of a snippet before the first word found
SNIPPET = 240  # code points of a snippet


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text and the spans in it that were found; all offsets are those of the whole text."""

    span: Span
    found: tuple[Span, ...]


def highlight(text: str, terms: Sequence[Term], start: int = 0, stop: int | None = None) -> tuple[Span, ...]:
    """The spans of ``text[start:stop]`` that wanted terms find, in order."""
    return tuple(sorted(set(_find(words(text, start, stop), terms))))


def _find(found: Iterable[Word], terms: Sequence[Term]) -> Iterator[Span]:
    """The spans, as their last words come: nothing after them is looked at."""
    wanted = [(term.alternatives, term.prefix) for term in terms if term.wanted]
    lately: deque[Word] = deque(maxlen=max((len(alternatives) for alternatives, _ in wanted), default=1))
    for word in found:
        lately.append(word)
        for alternatives, prefix in wanted:
            if _ends_here(lately, alternatives, prefix):
                yield Span(lately[-len(alternatives)].span.start, word.span.stop)


def _ends_here(lately: deque[Word], alternatives: Sequence[tuple[str, ...]], prefix: bool) -> bool:
    if len(lately) < len(alternatives):
        return False
    matches: Callable[[str, tuple[str, ...]], bool] = str.startswith if prefix else _is_one_of
    return all(matches(lately[-n].folded, alternatives[-n]) for n in range(1, len(alternatives) + 1))


def _is_one_of(word: str, forms: tuple[str, ...]) -> bool:
    return word in forms


def snippet(text: str, terms: Sequence[Term], start: int = 0, stop: int | None = None) -> Snippet:
    """The words around the first place of ``text[start:stop]`` that is found, cut at spaces."""
    end = len(text) if stop is None else stop
    spans = _find(words(text, start, end), terms)
    first = next(spans, None)
    if first is None:
        return Snippet(Span(start, min(end, start + SNIPPET)), ())
    begin = start if first.start - AROUND <= start else _space(text, first.start - AROUND, first.start)
    last = min(end, begin + SNIPPET)
    if last < end:
        last = max(text.rfind(" ", begin, last), first.stop)
    found = {first, *takewhile(lambda span: span.start < last, spans)}
    return Snippet(
        Span(begin, last), tuple(sorted(span for span in found if begin <= span.start and span.stop <= last))
    )


def _space(text: str, begin: int, stop: int) -> int:
    """The beginning of the first whole word in ``text[begin:stop]``."""
    at = text.find(" ", begin, stop)
    return begin if at < 0 else at + 1
