"""Whether a sentence speaks of what was or of what will be, as far as its verbs tell."""

from __future__ import annotations

from marsad.lexicon.lexicon import Lexicon
from marsad.mention.time.cursor import Cursor, Tense
from marsad.text.memo import Memo

PAST, PRESENT, FUTURE = -1, 0, 1
BACK, AHEAD = 18, 6  # tokens before an expression, and after one that opens the sentence, in which its verb stands
STOPS = frozenset(".؟!؛")


def tense_reader(lexicon: Lexicon) -> Tense:
    """A function from a token to the tense of the verb that it is and whether it can be nothing else; ``None``: no verb."""

    def tense(spelling: str) -> tuple[int, bool] | None:
        readings = lexicon.forms[spelling].readings
        verbs = [reading for reading in readings if reading.verbal]
        sure = len(verbs) == len(readings)
        if not verbs or readings[0].pos == "phrase" or not (sure or verbs[0].pos == "past"):  # «على» is no verb
            return None
        if any(reading.cut.future for reading in verbs):
            return FUTURE, sure
        return (PAST if all(verb.pos == "past" for verb in verbs) else PRESENT), sure

    known = Memo(tense)
    return lambda token: known[token.text]


def tense_at(c: Cursor) -> int | None:
    """The tense of the nearest verb before the expression, or after one without any; ``None`` where no verb says it."""
    maybe: int | None = None
    for position in range(c.at - 1, max(-1, c.at - 1 - BACK), -1):
        if c.tokens[position].text in STOPS:
            break
        found = _tense_of(c, position)
        if found is not None and _announces(c, position):
            continue
        if found is not None and found[1]:
            return found[0]
        if found is not None and maybe is None:
            maybe = found[0]
    if maybe is not None:
        return maybe
    following = (_tense_of(c, n) for n in range(c.at + 1, min(len(c.tokens), c.at + 1 + AHEAD)))
    return next((found[0] for found in following if found is not None and found[1]), None)


def _announces(c: Cursor, position: int) -> bool:
    """«دعا إلى انتخابات في 27 سبتمبر»: the verb is past, what it speaks of need not be."""
    if c.tokens[position].folded.removeprefix("و") not in c.words.announces:
        return False
    return any(token.folded in c.words.announced_by for token in c.tokens[position + 1 : c.at])


def _tense_of(c: Cursor, position: int) -> tuple[int, bool] | None:
    token = c.tokens[position]
    if (
        token.kind != "word" or token.folded in c.words.ago or token.folded in c.words.in_time
    ):  # «قبل» is «accepted» too
        return None
    if token.folded in c.words.ahead or token.folded.removeprefix("و") in c.words.ahead:
        return None if _than_expected(c, position) else (FUTURE, True)
    found = c.tense(token)
    if found and found[0] == PRESENT and position and c.tokens[position - 1].folded.removeprefix("و") == "لم":
        return PAST, found[1]  # «لم يصل»: did not arrive
    return found


def _than_expected(c: Cursor, position: int) -> bool:
    """«أعلى من المتوقع في يوليو»: a comparison, where «من المتوقع أن» looks ahead."""
    before, after = (c.tokens[n].folded if 0 <= n < len(c.tokens) else "." for n in (position - 1, position + 1))
    return before == "من" and c.tokens[position].folded == "المتوقع" and (after == "في" or not after.isalpha())
