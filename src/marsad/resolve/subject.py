"""The subjects of a sentence, with the pronouns that may go back to them in the next."""

from __future__ import annotations

from typing import NamedTuple

from marsad.event.roles.clause import before_verb
from marsad.event.view import View
from marsad.record import Mention, MentionKind

HE, SHE, THEY = "ه", "ها", "هم"
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
SOUND_PLURALS = ("ون", "ين")


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
    return Subject(mention, pronouns_for(view, number, mention))


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


def pronouns_for(view: View, number: int, mention: Mention) -> frozenset[str]:
    """Which attached pronouns agree with a phrase, by the form of its first word; a name alone may be his or hers."""
    item = view.item_of(number)
    word = item.token.text.rstrip(VOWELS)
    if mention.kind is MentionKind.STATE or item.tag == "name":
        return frozenset({HE, SHE})
    reading = item.word
    several = (reading is not None and reading.agreement[1:] in ("p", "d")) or item.token.folded.endswith(SOUND_PLURALS)
    if several or item.tag in ("number", "particle"):
        return frozenset({SHE}) if mention.kind is MentionKind.ORGANISATION else frozenset({THEY})
    return frozenset({SHE}) if word.endswith("ة") else frozenset({HE})
