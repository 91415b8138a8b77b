"""Time expressions and their values: absolute, counted from publication or from another event, lengths and sets."""

from marsad.lexicon.lexicon import Lexicon
from marsad.mention.time.find import TimeFinder, time_finder
from marsad.mention.time.tense import tense_reader
from marsad.mention.time.words import time_words
from marsad.record import Time

__all__ = ["TimeFinder", "find_in_text", "load_times"]


def load_times(lexicon: Lexicon) -> TimeFinder:
    """The finder over a lexicon's words of time."""
    return time_finder(time_words(lexicon.times), tense_reader(lexicon))


def find_in_text(text: str, lexicon: Lexicon, published: str | None) -> list[Time]:
    """The time expressions of a plain text, sentence by sentence; ``published`` is an ISO date or ``None``."""
    from marsad.page import read_sentences
    from marsad.text.sentence import segment

    finder = load_times(lexicon)
    sentences = segment(read_sentences([text])) if text.strip() else ()
    return [time for sentence in sentences for time, _, _ in finder.find(sentence.tokens, published)]
