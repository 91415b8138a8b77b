"""The subjects of a sentence, with the pronouns that may go back to them in the next."""

from __future__ import annotations

from typing import NamedTuple

from marsad.event.roles.clause import before_verb
from marsad.event.roles.pronoun import pronouns_of
from marsad.event.view import View
from marsad.record import Mention


class Subject(NamedTuple):
    """A mention and the attached pronouns that agree with it."""

    mention: Mention
    pronouns: frozenset[str]


def is_subject(view: View, number: int) -> bool:
    """A bare noun phrase that follows a verb, begins the sentence or follows a mark or a complementizer."""
    if not view.bare(number) or view.phrases[number].kind != "np" or not view.acting(number):
        return False
    before = before_verb(view, number)
    return before < 0 or view.phrases[before].kind == "verb" or view.ends_clause(before)


def subject(view: View, number: int) -> Subject:
    """A phrase that someone acts in, with its pronouns."""
    mention = view.mention(number)
    assert mention is not None, "asked for a phrase without a mention"
    return Subject(mention, pronouns_of(view, number))


def subjects_of(view: View) -> tuple[Subject, ...]:
    """The first subject of a sentence and those coordinated to it."""
    first = next((n for n in range(len(view.phrases)) if is_subject(view, n)), None)
    if first is None:
        return ()
    after = range(first + 1, len(view.phrases))
    stop = next(
        (n for n in after if not view.phrases[n].conjunction or view.phrases[n].kind != "np"), len(view.phrases)
    )
    return tuple(subject(view, n) for n in range(first, stop) if view.acting(n))


def parties_of(view: View) -> tuple[Subject, ...]:
    """All who can act in a sentence, for pronouns on the verbs of the next."""
    numbers = (n for n, phrase in enumerate(view.phrases) if phrase.kind == "np" and view.acting(n))
    return tuple(subject(view, n) for n in numbers)
