"""Whose a party is by what stands right after it: «ثكنة للجيش العراقي», «قيادي في حركة حماس», «قاعدة للشرطة في بعقوبة».

A noun phrase closes at a preposition, so the body or place that a party belongs to often stands in the next one. Each rule
says under which preposition which phrase owns which; a party that has a country by its own words keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.lexicon.compile import RELATION
from marsad.mention.describe import ARMED, kin_of_officials
from marsad.record import Mention, MentionKind

if TYPE_CHECKING:
    from marsad.event.view import View

ASIDE = frozenset("،,-–—")
SYMPATHY = frozenset({"مؤيد", "مناصر", "داعم", "حليف"})  # who backs somebody may be of any country
VEHICLES = frozenset(
    "سياره سيارات شاحنه شاحنات عربه عربات مركبه مركبات حافله حافلات قافله قوافل موكب دراجه قطار".split()
)
Rule = Callable[["View", int, Mention, int, Mention], Mention | None]
BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.GROUP})
LANDS = frozenset({MentionKind.PLACE, MentionKind.STATE})
IN = frozenset("في ب داخل وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي قرب".split())
# Sectors of those whose work or home is where they are; soldiers and gunmen may be in any country.
SETTLED = frozenset("GOV COP JUD LEG PTY OPP REL EDU MED LAB SOC BUS SPY REB".split())
INHABITANTS = frozenset("سكان اهالي اهل ابناء مواطنو مواطني عشائر قبائل عرب اكراد مسيحيو مسيحيي مسلمو مسلمي".split())

PLACED = "of the place that it is in"  # the reason of a country that a thing has from where it stands


def with_owner(view: View, number: int, mention: Mention | None) -> Mention | None:
    """A phrase with the country and sector of whom or where the phrase after it says that it belongs to."""
    if mention is None or mention.country or mention.entity:
        return mention
    if mention.kind is MentionKind.PERSON and mention.sector is None and (kin := _apposed_kin(view, number)):
        return replace(mention, country=kin.country, sector=kin.sector, reason="of whose family the aside says")
    following = _following(view, number)
    owner = view.mention(following) if following is not None else None
    if following is None or owner is None or owner.country is None:
        return mention
    return next((owned for rule in RULES if (owned := rule(view, number, mention, following, owner))), mention)


def _apposed_kin(view: View, number: int) -> Mention | None:
    """«فلان، نجل الرئيس»: what is said behind a comma or dash of the family of a person named without an office."""
    after = number + 2
    if after >= len(view.phrases) or view.item_of(number + 1).token.text not in ASIDE:
        return None
    phrase = view.phrases[after]
    said = view.mention(after) if phrase.kind == "np" and not phrase.preposition and not phrase.conjunction else None
    return said if said is not None and said.rule == kin_of_officials.__name__ else None


def _following(view: View, number: int) -> int | None:
    """The noun phrase after a preposition right behind a phrase, glued to it or free."""
    following = number + 1
    if following < len(view.phrases) and view.phrases[following].kind == "particle":
        following += 1
    if following >= len(view.phrases):
        return None
    phrase = view.phrases[following]
    return following if phrase.kind == "np" and phrase.preposition and not phrase.conjunction else None


def belonging(view: View, number: int, mention: Mention, following: int, owner: Mention) -> Mention | None:
    """«ثكنة للجيش العراقي»: what لـ follows is of whom it names, unless the word before it says «against»."""
    if view.phrases[following].preposition != "ل" or following != number + 1 or _apart(view, number):
        return None
    both_armed = {mention.sector, owner.sector} <= ARMED and owner.kind in BODIES
    sector = owner.sector if both_armed else mention.sector or owner.sector
    return replace(mention, country=owner.country, sector=sector, reason="owner after لـ")


def _apart(view: View, number: int) -> bool:
    """«المتظاهرين المناوئين للحكومة», «حزب حليف للرئيس»: the last word of the phrase puts whom لـ names on another side."""
    last = view.items[view.phrases[number].stop - 1]
    relations = [view.lexicon.relation(r.entry) for r in last.readings if r.cls == RELATION]
    return any(relation.kind == "opposes" or relation.word in SYMPATHY for relation in relations)


def membership(view: View, number: int, mention: Mention, following: int, owner: Mention) -> Mention | None:
    """«قيادي في حركة حماس», «قوة من الشرطة العراقية»: people and units of a body are of its country, and armed as it is."""
    preposition = view.phrases[following].preposition
    partitive = preposition == "من" and not view.phrases[number].definite
    if not (preposition == "في" or partitive) or owner.kind not in BODIES or mention.kind is MentionKind.PLACE:
        return None
    inside = mention.sector in ARMED or (mention.sector == "CVL" and preposition == "في")  # «ناشط في كتائب …»
    sector = owner.sector if inside and owner.sector in ARMED else mention.sector or owner.sector
    return replace(mention, country=owner.country, sector=sector, reason=f"belongs to what «{preposition}» names")


def origin(view: View, number: int, mention: Mention, following: int, owner: Mention) -> Mention | None:
    """«11 شخصا من إندونيسيا»: unarmed people, not pointed out before, are from where «من» says."""
    people = mention.kind in (MentionKind.GROUP, MentionKind.PERSON) and mention.sector not in ARMED
    indefinite = not view.phrases[number].definite
    if view.phrases[following].preposition != "من" or owner.kind not in LANDS or not people or not indefinite:
        return None
    return replace(mention, country=owner.country, reason="from where «من» says")


def seat(view: View, number: int, mention: Mention, following: int, owner: Mention) -> Mention | None:
    """«قائد الشرطة في بغداد», «سكان الموصل», «مسجدا في كركوك»: bodies, officials, inhabitants and things are of where they are."""
    abroad = _from_abroad(view, number) and not _inhabits(view, number)
    if view.phrases[following].preposition not in IN or owner.kind not in LANDS or abroad:
        return None
    if mention.kind is not MentionKind.PLACE and not _settled(view, number, mention):
        return None
    return replace(mention, country=owner.country, reason=PLACED)


def _settled(view: View, number: int, mention: Mention) -> bool:
    home = _inhabits(view, number)
    office = mention.sector in SETTLED and (view.phrases[number].definite or mention.kind is MentionKind.ORGANISATION)
    return home or office


def _inhabits(view: View, number: int) -> bool:
    """«سكان», «أهالي», «العرب في …»: a word for those who live somewhere."""
    first = view.item_of(number)
    return first.token.folded[first.prefix :].removeprefix("ال") in INHABITANTS


def _from_abroad(view: View, number: int) -> bool:
    phrase = view.phrases[number]
    words = (item.token.folded[item.prefix :].removeprefix("ال") for item in view.items[phrase.start : phrase.stop])
    return any(word in view.lexicon.abroad or word in VEHICLES for word in words)


RULES: tuple[Rule, ...] = (belonging, membership, origin, seat)
