"""Time expressions and their values: absolute, counted from publication or from another event, lengths and sets."""

from marsad.mention.time.find import TimeFinder, time_finder
from marsad.mention.time.tense import tense_reader
from marsad.mention.time.words import TimeWords, time_words

__all__ = ["TimeFinder", "TimeWords", "tense_reader", "time_finder", "time_words"]
