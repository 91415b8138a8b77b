"""Whom an attached pronoun means: a party named before it in the sentence that agrees with it in number and gender."""

from __future__ import annotations

from collections.abc import Set

from marsad.event.candidate import Candidate
from marsad.event.roles.clause import GOING_ON, bare_after, manner, shared_subject, skippable
from marsad.event.roles.gender import clashes
from marsad.event.view import View
from marsad.mention.item import Item
from marsad.record import Mention, MentionKind


def referent(view: View, at: int, pronoun: str, doers: Set[int] = frozenset()) -> list[int]:
    """The phrase that a pronoun in phrase ``at`` goes back to, none of the ``doers`` of its own verb.

    The subject of the clause before comes first («حصلت الحكومة على دعم من أنقرة، وتدعمها قطر»), then the nearest
    («التقى أعضاء اللجنة وحثهم»).
    """
    if pronoun == dropped_subject(view):  # «وأعرب عن تعازيه»: of somebody named before the sentence
        return []
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
    """Whether an attached pronoun surely agrees with a phrase: a person's name alone does not say that it is a woman's."""
    mention = view.mention(number)
    person = mention is not None and mention.kind is MentionKind.PERSON and view.item_of(number).tag == "name"
    return pronoun in pronouns_of(view, number) and not (person and pronoun == SHE)


def dropped_subject(view: View) -> str:
    """The pronoun within a verb that begins its sentence and whose subject is not named in it («وقصفت الميناء»), else empty."""
    opening = next((n for n in range(len(view.phrases)) if not skippable(view, n)), None)
    if opening is None or view.phrases[opening].kind != "verb":
        return ""
    item = view.item_of(opening)
    pronouns = {pronoun_of(reading.agreement) for reading in item.readings if reading.verbal}
    if len(pronouns) != 1:
        return ""
    pronoun = next(iter(pronouns))
    named = (n for n in bare_after(view, opening)[:1] if not manner(view, n))
    return "" if any(_may_follow(view, n, pronoun) for n in named) else pronoun


def carried_subject(view: View, candidate: Candidate) -> Mention | None:
    """Whom the sentence before told of, if this verb heads its sentence («وقصفت», «كما قصفت», «ثم قصفت») and agrees with him."""
    at = view.phrase_of(candidate.item)
    before = view.items[: view.phrases[at].start]
    going_on = all(item.token.folded.removeprefix("و") in GOING_ON for item in before)
    joined = bool(candidate.reading.cut.conjunction) or bool(before)
    transitive = any("object" in slots for slots in candidate.trigger.frame.values())  # «وانفجرت سيارة» has its subject
    if view.earlier is None or not going_on or not joined or not transitive:
        return None
    pronoun = pronoun_of(candidate.reading.agreement)
    return view.earlier.subject(pronoun) if pronoun else None


def _may_follow(view: View, number: int, pronoun: str) -> bool:
    """Whether a phrase right after a verb may be its subject: the verb is then in the singular, and agrees in gender."""
    if pronoun not in (HE, SHE) or view.phrases[number].kind == "event":
        return pronoun in (HE, SHE)
    return not clashes(view, number, "3ms" if pronoun == HE else "3fs")


# Number and gender

HE, SHE, BOTH, THEY, WOMEN = "ه", "ها", "هما", "هم", "هن"
OF_AGREEMENT = {"ms": HE, "fs": SHE, "md": BOTH, "fd": BOTH, "mp": THEY, "fp": WOMEN}
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
SOUND_PLURALS = ("ون", "ين")


def pronoun_of(agreement: str) -> str:
    """The pronoun that a verb in the third person («3fs») or a participle («fs») has within it; empty for «I» and «you»."""
    return "" if agreement[:1] in ("1", "2") else OF_AGREEMENT.get(agreement.lstrip("3"), "")


def pronouns_of(view: View, number: int) -> frozenset[str]:
    """The pronouns that agree with a phrase, by its kind and the form of its first word; none for what nothing is known of.

    A state or a name alone may be his or hers. A broken plural takes «they» or «she», as what it names has reason or not.
    """
    mention = view.mention(number)
    if mention is None:
        return frozenset()
    if mention.rule == "capital":
        return frozenset({SHE})
    item = view.item_of(number)
    named = item.tag == "name" and mention.kind is not MentionKind.GROUP
    if named and mention.kind is not MentionKind.PERSON and item.token.folded.endswith("ه"):
        return frozenset({SHE})  # «الجبهة الشعبية»
    if named and mention.kind is not MentionKind.PERSON and item.token.folded.endswith("ات"):
        return frozenset({SHE, WOMEN})  # «قوات حفتر»
    if mention.kind is MentionKind.STATE or named:
        return frozenset({HE, SHE})
    return _several(mention.kind, item) or _one(mention.kind, item)


def _several(kind: MentionKind, item: Item) -> frozenset[str]:
    """Of a plural, a dual or a number; empty for a word in the singular."""
    agreement = item.word.agreement if item.word is not None else ""
    counted = item.tag in ("number", "particle")
    word = item.token.folded.removesuffix(item.pronoun)
    if kind is MentionKind.ORGANISATION and (agreement.endswith("p") or counted):
        return frozenset({SHE})  # «الشرطة», «عدد من الهيئات»
    if word.endswith("ات"):
        return frozenset({SHE, WOMEN})  # «القوات»
    if agreement.endswith("d"):
        return frozenset({BOTH, THEY})
    if counted or (word.endswith(SOUND_PLURALS) and not agreement.endswith("s")):  # «الأمين» is one
        return frozenset({THEY})
    return frozenset({THEY, SHE}) if agreement.endswith("p") else frozenset()


def _one(kind: MentionKind, item: Item) -> frozenset[str]:
    if item.token.text.rstrip(VOWELS).endswith("ة"):
        return frozenset({SHE})
    return frozenset({HE, THEY}) if kind is MentionKind.GROUP else frozenset({HE})  # «الوفد»
