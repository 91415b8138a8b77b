import itertools

import pytest
from tests.conftest import cases

from marsad.event.candidate import event_words, find_candidates
from marsad.mention.item import itemize
from marsad.mention.name import find_names
from marsad.mention.phrase import chunk, noun_span
from marsad.record import Sentence
from marsad.span import Span
from marsad.text.token import tokenize


def bracketed(text, lexicon):
    sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
    items = itemize(sentence, lexicon, find_names(sentence.tokens, lexicon))
    nominal = event_words(find_candidates(items, lexicon))
    spans = [noun_span(items, p) for p in chunk(items, lexicon, nominal) if p.kind == "np"]
    for span in reversed(spans):
        text = f"{text[: span.start]}[{span.of(text)}]{text[span.stop :]}"
    return text


@pytest.mark.parametrize("case", cases("phrases.txt"))
def test_cases(case, lexicon):
    assert bracketed(case.replace("[", "").replace("]", ""), lexicon) == case


def test_phrases_leave_no_gap(lexicon):
    text = "وقالت الوكالة إن «وزير الدفاع» زار، أمس، قاعدة الجفرة (وسط) و12 موقعا!"
    sentence = Sentence(0, 0, Span(0, len(text)), tokenize(text))
    phrases = chunk(itemize(sentence, lexicon, []), lexicon)
    assert phrases[0].start == 0
    assert phrases[-1].stop == len(sentence.tokens)
    assert all(one.stop == other.start for one, other in itertools.pairwise(phrases))
