"""What an act is done with: «أطلق النار على الدورية», «إطلاق النار»."""

from __future__ import annotations

from marsad.event.candidate import Candidate
from marsad.event.view import View


def is_instrument(view: View, candidate: Candidate, number: int) -> bool:
    """Whether a phrase begins with a word that the entry needs, in a frame without an object: it is no party."""
    frame = (slot for filled in candidate.trigger.frame.values() for slot in filled)
    if "object" in frame or view.acting(number):
        return False
    return candidate.trigger.need_words.at(view.stems, view.phrases[number].start)
