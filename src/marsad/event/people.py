"""Nouns for people that also name what they do: متظاهرون, معتصمون, محتجون."""

from __future__ import annotations

from marsad.event.candidate import Candidate
from marsad.lexicon.lexicon import Lexicon
from marsad.lexicon.trigger import SPEECH_TYPES
from marsad.mention.item import Item


def names_people(candidate: Candidate, item: Item, lexicon: Lexicon) -> bool:
    """Whether a participle is also a noun for people: متظاهرون are first of all a party, only then an event.

    «متهما إيران» is read as a candidate only where it is a circumstance of a speaker, and then names nobody.
    """
    if item.word is None or lexicon.word(item.word.entry).role != "nominal":
        return False
    if candidate.reading.voice == "a" and candidate.trigger.type in SPEECH_TYPES:
        return False
    return candidate.reading.pos == "participle" or lexicon.word(item.word.entry).lemma == candidate.trigger.lemma
