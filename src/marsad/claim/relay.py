"""Who is quoted by whom: «نقلت الوكالة عن متحدث قوله إن …», «نسبت الصحيفة إلى ضابط قوله إن …»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.claim.cue import Cue
from marsad.claim.report import Report, part_party
from marsad.claim.speaker import last_speaker
from marsad.event.view import View
from marsad.lexicon.compile import SPEECH
from marsad.record import Participant

SAYING_REACH = 12  # items between who is quoted and «قوله»
OF_HIM = frozenset("عنه عنها عنهم اليه اليها اليهم".split())


class Source(NamedTuple):
    """Who is quoted, and the item of «قوله» where it stands there."""

    speaker: Participant
    saying: int | None


def source_of(cue: Cue, earlier: Sequence[Report] = ()) -> Source | None:
    """Whom a relaying verb quotes; a pronoun («نقلت عنه قوله») goes back to who spoke before."""
    preposition = cue.view.lexicon.reporting.relaying.get(cue.lemma)
    if preposition is None:
        return None
    for number in cue.view.right(cue.number):
        phrase = cue.view.phrases[number]
        if phrase.kind == "np" and phrase.preposition == preposition:
            saying = _saying(cue.view, phrase.start + 1)
            stop = phrase.stop if saying is None else min(phrase.stop, saying)
            return Source(part_party(cue.view, phrase.start, stop, "cited"), saying)
        if phrase.kind == "particle" and cue.view.item_of(number).token.folded in OF_HIM:
            before = last_speaker(cue.view, earlier, _pronoun(cue.view.item_of(number).token.folded))
            return Source(before, _saying(cue.view, phrase.start + 1)) if before else None
    return None


def _pronoun(word: str) -> str:
    """The pronoun that «عنه», «إليهم» end with."""
    return next(pronoun for pronoun in ("هم", "ها", "ه") if word.endswith(pronoun))


def _saying(view: View, start: int) -> int | None:
    """The item of «قوله», «تأكيدها»: a maṣdar of speech with a pronoun, before the clause or a verb comes."""
    for position in range(start, min(len(view.items), start + SAYING_REACH)):
        item = view.items[position]
        readings = view.lexicon.readings(item.token)  # whatever the item was taken for: «قوله» is a town too
        if any(r.cls == SPEECH and r.pos == "masdar" and r.cut.pronoun for r in readings):
            return position
        if item.tag in ("verb", "mark") or "complementizer" in item.classes:
            return None
    return None
