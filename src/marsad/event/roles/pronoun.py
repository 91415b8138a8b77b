"""Whom an attached pronoun means: a party named before it in the sentence that agrees with it in number and gender."""

from __future__ import annotations

from collections.abc import Set

from marsad.event.roles.clause import shared_subject
from marsad.event.roles.gender import gender_of
from marsad.event.view import View
from marsad.record import MentionKind


def referent(view: View, at: int, pronoun: str, doers: Set[int] = frozenset()) -> list[int]:
    """The phrase that a pronoun in phrase ``at`` goes back to, none of the ``doers`` of its own verb.

    The subject of the clause before comes first («حصلت الحكومة على دعم من أنقرة، وتدعمها قطر»), then the nearest
    («التقى أعضاء اللجنة وحثهم»).
    """
    for number in (*shared_subject(view, at), *range(at - 1, -1, -1)):
        if (
            number not in doers
            and view.phrases[number].kind == "np"
            and view.acting(number)
            and agrees(view, number, pronoun)
        ):
            return [number]
    return []


def agrees(view: View, number: int, pronoun: str) -> bool:
    """هم means several persons, ه one or a body, ها a state, a body or several."""
    mention = view.mention(number)
    if mention is None:
        return False
    several = mention.kind is MentionKind.GROUP and mention.rule != "qualified"  # «قرار المجلس» is one
    if pronoun in ("هم", "هما"):
        return several
    if pronoun == "ه":
        return not several
    return pronoun == "ها" and (mention.kind is not MentionKind.PERSON or gender_of(view, number) == "f")
