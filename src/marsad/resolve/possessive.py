"""«بلاده», «حكومتها», «قواتهم»: the country of whoever they belong to.

Whose they are is the subject nearest before them in the sentence that agrees, else the only subject of the sentence
before. Where he has no country, somebody of another stands closer, or two subjects were named, nothing is resolved.
"""

from __future__ import annotations

from marsad.event.view import View
from marsad.mention.item import Item
from marsad.record import Mention, MentionKind
from marsad.resolve.subject import is_subject, subject, subjects_of

PRONOUNS_END = "هام"  # ه، ها، هم، هما


def possessed(view: View, number: int, found: Mention | None, before: View | None) -> Mention | None:
    """The phrase with the country of its owner; ``before`` is the sentence before."""
    phrase = view.phrases[number]
    if found is not None and found.country:
        return None
    ending = [i for i in view.items[phrase.start : phrase.stop] if i.token.folded[-1] in PRONOUNS_END and i.readings]
    owned = ((item, o) for item in ending if (o := _owned(view, item)) is not None)
    item, (noun, pronoun) = next(owned, (None, ("", "")))
    owner = None if item is None else _owner(view, number, pronoun, before)
    if item is None or owner is None or owner.country is None:
        return None
    country = item is view.items[phrase.start] and view.lexicon.anaphora.owned[noun]
    kind = MentionKind.STATE if country else found.kind if found else None
    if kind is None:
        return None
    return Mention(
        view.span(number), kind, "owner_before", item.span, f"state:{owner.country}" if country else None,
        f"of {owner.span.of(view.text)}", owner.country, "GOV" if country else found.sector if found else None,
        antecedent=owner.span,
    )  # fmt: skip


def _owned(view: View, item: Item) -> tuple[str, str] | None:
    """The noun and its pronoun, of what belongs to a country; in «قواته» whatever else the letters may be."""
    cuts = (reading.cut for reading in item.readings if reading.cut.pronoun)
    return next(((cut.stem, cut.pronoun) for cut in cuts if cut.stem in view.lexicon.anaphora.owned), None)


def _owner(view: View, number: int, pronoun: str, before: View | None) -> Mention | None:
    for other in range(number - 1, -1, -1):
        if is_subject(view, other) and pronoun in (owner := subject(view, other)).pronouns:
            return None if _another_closer(view, other, number, owner.mention) else owner.mention
    subjects = subjects_of(before) if before else ()
    return subjects[0].mention if len(subjects) == 1 and pronoun in subjects[0].pronouns else None


def _another_closer(view: View, owner: int, number: int, mention: Mention) -> bool:
    """«بعث الملك إلى رئيس بنين … لبلاده»: somebody of another country, unless what is said begins after him («… إن بلاده»)."""
    for other in range(number - 1, owner, -1):
        if view.phrases[other].kind == "particle" and "complementizer" in view.item_of(other).classes:
            return False
        found = view.mention(other) if view.acting(other) else None
        if found is not None and found.country not in (None, mention.country):
            return True
    return False
