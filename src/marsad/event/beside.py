"""What a blast was set beside: «انفجرت سيارة قرب مقر الحزب», «لدى مرور دورية», «أمام السفارة».

A bomb's target is seldom its verb's object. A body, a force or its seat right beside the blast is whom it was meant for; towns,
roads and squares tell where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.event.draft import Draft
from marsad.event.roles.party import participant_of
from marsad.event.view import View
from marsad.mention.describe import ACTING
from marsad.mention.phrase import Phrase
from marsad.record import Mention, MentionKind, Participant

BESIDE_BLAST = "beside_blast"  # the rule of a party that is also where the blast was
BESIDE = frozenset("قرب امام خارج بجوار لدي عند قباله علي بمحاذاه".split()) | {"بالقرب من", "علي مقربه من", "الي جانب"}
PASSING = frozenset({"مرور", "عبور", "وصول", "خروج"})
AREAS = frozenset("محافظه ولايه مدينه بلده قريه حي منطقه ناحيه قضاء مديريه حدود طريق".split())
BLASTS = frozenset({"explosives", "suicide-attack"})


def with_blast_sites(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each blast that names no target with the party that it was set beside."""
    return [
        replace(d, recipients=_site(view, d) or d.recipients) if _is_blast(d) and _names_nobody(view, d) else d
        for d in drafts
    ]


def _is_blast(draft: Draft) -> bool:
    return draft.candidate.trigger.type == "ASSAULT" and draft.candidate.trigger.mode in BLASTS


def _names_nobody(view: View, draft: Draft) -> bool:
    """No target, or only «مرور دورية», whose passing is none."""
    words = [view.items[view.items_under(party.span)[0]].token.folded for party in draft.recipients]
    return all(word in PASSING for word in words)


def _site(view: View, draft: Draft) -> tuple[Participant, ...]:
    at = view.phrase_of(draft.candidate.item + draft.candidate.length - 1)
    for number in view.right(at):
        phrase = view.phrases[number]
        if phrase.kind != "np" or phrase.preposition not in BESIDE:
            continue
        mention = _passing(view, phrase) or view.mention(number)
        if mention is not None and _is_target(view, phrase, mention):
            return (participant_of(view, mention, BESIDE_BLAST),)
    return ()


def _passing(view: View, phrase: Phrase) -> Mention | None:
    """«لدى مرور دورية»: who passes."""
    first = view.items[phrase.start].token.folded
    return view.within(phrase.start + 1, phrase.stop) if first in PASSING and phrase.stop - phrase.start > 1 else None


def _is_target(view: View, phrase: Phrase, mention: Mention) -> bool:
    """A body, a force or people in office, or a seat of theirs: of some sector, and no administrative area."""
    head = view.items[phrase.start].token.folded.removeprefix("ال")
    if head in AREAS or mention.kind is MentionKind.STATE or "place" in mention.rule:
        return False
    held = mention.sector not in (None, "CVL") and (mention.kind in ACTING or mention.kind is MentionKind.PLACE)
    return held or mention.kind is MentionKind.ORGANISATION
