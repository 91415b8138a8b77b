"""What private people do and feel, which is no event: «ordinary crime without a political or security actor».

No word of the deed tells it, so these are features of an event's confidence: whom it befell is of the doer's own house, the
doer is a man without an office, a force or a side, the page is one of crime, or nobody of politics is angry. The words are in
``lexicon/words/private.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping

from marsad.event.draft import Draft
from marsad.event.relevance import POLITICAL, political
from marsad.event.view import View
from marsad.lexicon.trigger import FORCE_TYPES
from marsad.record import MentionKind, Participant
from marsad.text.fold import fold

PRIVATE_SECTORS = frozenset({None, "CVL", "MED", "EDU", "LAB", "CRM", "BUS"})
OWN = ("ه", "ها", "هما", "هم")  # as they are written: «ابنه» may be «ابنة» once folded
ONE_OF = frozenset({"احد", "احدي", "بعض"})


def private_facts(view: View, draft: Draft, facts: Mapping[str, bool]) -> dict[str, bool]:
    """Features of an event of violence, arrest or anger; of other types none. ``facts`` are those of the page."""
    unnamed = {"crime_page": False}
    parties, type_ = (*draft.actors, *draft.recipients), draft.candidate.trigger.type
    if type_ == "ACCUSE":
        felt = fold(draft.candidate.trigger.lemma) in view.lexicon.private["feelings"]
        return unnamed | {"private_feeling": felt and not any(political(party) for party in parties)}
    if type_ not in FORCE_TYPES or any(_public(party) for party in parties):
        return unnamed
    doer = bool(draft.actors) and all(_private(view, actor) for actor in draft.actors)
    if not draft.violent:
        return unnamed | {"private_doer": doer and not draft.slots.passive}
    return unnamed | {
        "private_kin": not draft.slots.passive and any(_own_kin(view, party) for party in draft.recipients[:1]),
        "private_doer": doer,
        "private_page": facts.get("crime_page", False),
    }


def crime_page(crimes: int, sentences: int) -> bool:
    """Whether a page speaks of crime: by how many different words (``words/clues.yaml``, crime), in how many sentences."""
    return crimes >= CRIMES and crimes >= sentences * CRIMES_A_SENTENCE


CRIMES, CRIMES_A_SENTENCE = 2, 0.5


def _public(party: Participant) -> bool:
    """Somebody of politics or arms; police too, whose violence is an event."""
    return party.kind is MentionKind.STATE or party.sector in POLITICAL or bool(party.entity)


def _own_kin(view: View, party: Participant) -> bool:
    """«زوجته», «ابن عمه»: a word for a relative, and the pronoun of whose he is."""
    items = [view.items[n] for n in view.items_under(party.span)]
    related = bool(items) and not view.lexicon.private["kin"].isdisjoint(items[0].stems)
    return related and any(item.token.text.endswith(OWN) for item in items)


def _private(view: View, actor: Participant) -> bool:
    words = view.lexicon.private["people"]
    items = (view.items[n] for n in view.items_under(actor.span))
    head = next((item for item in items if item.token.folded not in ONE_OF), None)
    return actor.sector in PRIVATE_SECTORS and head is not None and not words.isdisjoint(head.stems)
