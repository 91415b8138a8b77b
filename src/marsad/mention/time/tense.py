"""Whether a sentence speaks of what was or of what will be, as far as its verbs tell."""

from __future__ import annotations

from collections.abc import Callable

from marsad.lexicon.lexicon import Lexicon
from marsad.mention.time.cursor import Cursor
from marsad.record import Token

PAST, PRESENT, FUTURE = -1, 0, 1
BACK, AHEAD = 18, 6  # tokens before an expression, and after one that opens the sentence, in which its verb stands
STOPS = frozenset(".؟!؛")


def tense_reader(lexicon: Lexicon) -> Callable[[Token], int | None]:
    """A function from a token to the tense of the verb that it is; ``None`` where it is none."""

    def tense(token: Token) -> int | None:
        readings = lexicon.readings(token)
        verbs = [reading for reading in readings if reading.verbal]
        if not verbs or (len(verbs) < len(readings) and verbs[0].pos != "past"):
            return None
        if any(reading.cut.future for reading in verbs):
            return FUTURE
        return PAST if verbs[0].pos == "past" else PRESENT

    return tense


def tense_at(c: Cursor) -> int | None:
    """The tense of the nearest verb before the expression, or after one without any; ``None`` where no verb says it."""
    for position in range(c.at - 1, max(-1, c.at - 1 - BACK), -1):
        token = c.tokens[position]
        if token.text in STOPS:
            break
        found = _tense_of(c, token)
        if found is not None:
            return PAST if found == PRESENT and _negated_past(c, position) else found
    following = (c.tokens[n] for n in range(c.at + 1, min(len(c.tokens), c.at + 1 + AHEAD)))
    return next((found for token in following if (found := _tense_of(c, token)) is not None), None)


def _tense_of(c: Cursor, token: Token) -> int | None:
    if token.kind != "word":
        return None
    if token.folded in c.words.ahead or token.folded.removeprefix("و") in c.words.ahead:
        return FUTURE
    return c.tense(token)


def _negated_past(c: Cursor, position: int) -> bool:
    """«لم يصل»: did not arrive."""
    return position > 0 and c.tokens[position - 1].folded.removeprefix("و") == "لم"
