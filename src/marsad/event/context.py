"""What an article is about: PLOVER's contexts, by the words that name them.

One pass over the tokens; every context keeps the spans that speak for it. A single word proves nothing: a context
needs two mentions at least, one of a word that names it, more points in a long article, and twice as many on a page
of sport, markets or weather. Where the points are missing there is no context.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from marsad.lexicon.context import STRONG
from marsad.lexicon.vocabulary import ContextWords, Found
from marsad.ontology.plover import CONTEXT_OF_MODE
from marsad.record import Context, EventMention, Sentence

ENOUGH = 3  # points: a word or phrase that names the context has 2, one that hints at it 1
WORDS_A_POINT = 200  # words of an article for which one more point is needed
MOST = 2  # mentions of one word that count: repeating «الرئيس» makes nothing more presidential
QUIET_TIMES = 2  # as many points on a quiet page: «هجوم», «دفاع», «حكم» belong to sport there
VOCABULARY = "vocabulary"


def find_contexts(sentences: Sequence[Sentence], words: ContextWords, *, quiet: bool = False) -> tuple[Context, ...]:
    """The contexts of an article, those with most points first. ``quiet`` says that the page is hardly about politics."""
    length = sum(len(sentence.tokens) for sentence in sentences)
    wanted = (ENOUGH + length // WORDS_A_POINT) * (QUIET_TIMES if quiet else 1)
    mentioned = [found for sentence in sentences for found in words.find(sentence.tokens)]
    scored = [_context(name, mentioned) for name in dict.fromkeys(found.context for found in mentioned)]
    named = {found.context for found in mentioned if found.points == STRONG}
    enough = {c.name: c for c in scored if c.score >= wanted and len(c.spans) > 1 and c.name in named}
    kept = (c for c in enough.values() if not any(other in enough for other in words.yields_to(c.name)))
    return tuple(sorted(kept, key=lambda context: -context.score))


def _context(name: str, mentioned: Sequence[Found]) -> Context:
    mine = [found for found in mentioned if found.context == name]
    times = Counter(found.words for found in mine)
    points = {found.words: found.points for found in mine}
    score = sum(points[words] * min(count, MOST) for words, count in times.items())
    return Context(name, score, tuple(found.span for found in mine), VOCABULARY)


def with_contexts(
    events: Sequence[EventMention], contexts: Sequence[Context], sentences: Sequence[Sentence]
) -> tuple[EventMention, ...]:
    """The events, each with those contexts of its article that its own sentence has words of, and those of its mode."""
    spoken = _by_sentence(contexts, sentences)
    return tuple(replace(event, contexts=tuple(_of_event(event, spoken.get(event.sentence, ())))) for event in events)


def _by_sentence(contexts: Sequence[Context], sentences: Sequence[Sentence]) -> dict[int, list[Context]]:
    """Sentence number → the contexts that it has words of, with those words alone."""
    starts = [sentence.span.start for sentence in sentences]
    found: dict[int, list[Context]] = {}
    for context in contexts:
        for number, spans in groupby(context.spans, key=lambda span: bisect_right(starts, span.start) - 1):
            found.setdefault(number, []).append(replace(context, spans=tuple(spans)))
    return found


def _of_event(event: EventMention, spoken: Sequence[Context]) -> Iterator[Context]:
    brought = CONTEXT_OF_MODE.get(event.mode or "")
    yield from (context for context in spoken if context.name != brought)
    if brought:
        yield Context(brought, ENOUGH, (event.evidence.get("mode", event.trigger),), "mode")
