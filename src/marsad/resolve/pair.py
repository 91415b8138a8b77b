"""Words for two who were named before: «الاثنان», «الرجلان», «الجانبان», «البلدان».

They mean the two persons, or the two states or bodies, of the nearest earlier sentence that
names any; where that sentence names one or three, nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Mapping

from marsad.event.view import View
from marsad.record import Mention, MentionKind
from marsad.span import Span

PERSONS = frozenset({MentionKind.PERSON})
SIDES = frozenset({MentionKind.STATE, MentionKind.ORGANISATION})
Pairs = Mapping[str, Mention]


def pairs_of(view: View, before: Pairs) -> Pairs:
    """What the words for two mean in the sentences after ``view``; ``before`` is what they meant up to it."""
    pairs = dict(before)
    known = [mention for mention in view.mentions() if mention.entity is not None]
    words = view.lexicon.anaphora
    for two, kinds in ((words.two_persons, PERSONS), (words.two_sides, SIDES)):
        named = list({m.entity: m for m in known if m.kind in kinds}.values())
        if named:
            pairs = {word: mention for word, mention in pairs.items() if word not in two}
        if len(named) == 2:
            pairs |= dict.fromkeys(two, _pair(named, view.text))
    return pairs


def _pair(two: list[Mention], text: str) -> Mention:
    """A mention of both: their country and sector where these are one."""
    one, other = two
    names = " + ".join(m.span.of(text) for m in two)
    return Mention(
        Span(0, 0),
        MentionKind.GROUP,
        "two_named_before",
        country=one.country if one.country == other.country else None,
        sector=one.sector if one.sector == other.sector else None,
        reason=f"the two named before: {names}",
        members=tuple(m.entity for m in two if m.entity),
        antecedent=one.span,
    )
