"""Headlines: «وزير الدفاع: الجيش استعاد المدينة»."""

from __future__ import annotations

from marsad.claim.cue import OPEN_QUOTES
from marsad.claim.report import Report, party
from marsad.event.view import View
from marsad.record import MentionKind

LONGEST = 6  # phrases of a speaker before the colon
SPEAKING = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP})


def find_headline(view: View) -> list[Report]:
    """The speaker before a colon that opens the sentence, if the phrase can act and something is said after it."""
    stop = next((n for n, phrase in enumerate(view.phrases[:LONGEST]) if view.item_of(n).token.text == ":"), 0)
    if not stop or any(phrase.kind not in ("np", "particle") for phrase in view.phrases[:stop]) or not _speaks(view):
        return []
    at = view.phrases[stop].start
    start = at + 1
    quoted = start < len(view.items) and view.items[start].token.text in OPEN_QUOTES
    if not any(phrase.kind in ("verb", "event") for phrase in view.phrases[stop:]):
        return []
    speaker = party(view, 0, "headline")
    cue = view.items[at].token.span
    return [Report(cue, speaker, "asserts", start + quoted, len(view.items), True, "headline", at)]


def _speaks(view: View) -> bool:
    """A person, a body or a group: a country before a colon is the topic («سوريا: مقتل …»)."""
    mention = view.mention(0) if view.phrases[0].kind == "np" and not view.phrases[0].preposition else None
    return mention is not None and mention.kind in SPEAKING
