"""What a deed says of the sector of its parties, where their own words name a country, a place or a number alone.

A state that bombs does so with its armed forces, a nation whose act is condemned is its government, a town that
demonstrates is its people, and who is counted among the killed is people. Each rule is one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from marsad.record import EventMention, MentionKind, Participant
from marsad.text.token import tokenize

Rule = Callable[[EventMention, Participant, str], Participant]
BY_FORCE = frozenset({"ASSAULT", "MOBILIZE", "RETREAT"})
TOWNS = frozenset("محافظه محافظات ولايه ولايات مدينه مدن بلده بلدات قريه قري حي احياء منطقه مناطق".split())
COALITION = frozenset("التحالف الدولي العربي الاسلامي".split())


def by_deed(events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The events with the sectors that their own type tells."""
    return tuple(_told(event) for event in events)


def _told(event: EventMention) -> EventMention:
    actors = tuple(_ruled(event, party, "actor") for party in event.actors)
    recipients = tuple(_ruled(event, party, "recipient") for party in event.recipients)
    if actors == event.actors and recipients == event.recipients:
        return event
    return replace(event, actors=actors, recipients=recipients)


def _ruled(event: EventMention, party: Participant, role: str) -> Participant:
    for rule in RULES:
        found = rule(event, party, role)
        if found is not party:
            return replace(found, rule=f"{party.rule}+{rule.__name__}")
    return party


def nation_acts(event: EventMention, party: Participant, role: str) -> Participant:
    """«القصف التركي»: an adjective of nationality alone is the state: its forces, its government, or its people in protest."""
    adjective = party.rule.startswith("national_adjective") or ":doer_of_act" in party.rule
    alone = len(_words(party)) == 1 and "+nationality" in party.rule
    if not adjective or not alone or party.sector not in (None, "CVL"):
        return party
    if role == "actor" and event.type == "PROTEST":
        return party
    sector = "MIL" if role == "actor" and event.type in BY_FORCE else "GOV"
    return replace(party, sector=sector)


def state_attacks(event: EventMention, party: Participant, role: str) -> Participant:
    """«شنت تركيا غارات»: a state that attacks does so with its armed forces."""
    state = party.kind is MentionKind.STATE and party.sector == "GOV"
    attacks = role == "actor" and event.type == "ASSAULT" and event.status != "negated"
    return replace(party, sector="MIL") if state and attacks else party


def coalition_attacks(event: EventMention, party: Participant, role: str) -> Participant:
    """«قصف التحالف»: who attacks under that name without more is a coalition of states."""
    words = _words(party)
    bare = bool(words) and words[0] == "التحالف" and set(words) <= COALITION
    if role != "actor" or event.type != "ASSAULT" or not bare or party.entity or party.sector:
        return party
    return replace(party, country="IGO", sector="MIL", reason="a coalition of states that attacks")


def town_demonstrates(event: EventMention, party: Participant, role: str) -> Participant:
    """«11 محافظة تتظاهر», «لبنان يتظاهر»: who demonstrates under a place's name is its people."""
    place = party.kind in (MentionKind.PLACE, MentionKind.STATE) or any(
        word.removeprefix("ال") in TOWNS for word in _words(party)[:2]
    )
    demonstrates = role == "actor" and event.type == "PROTEST" and party.sector != "CVL"
    return replace(party, sector="CVL") if place and demonstrates else party


def counted_victims(event: EventMention, party: Participant, role: str) -> Participant:
    """«إصابة 27», «مقتل نحو عشرين»: a number alone among those whom an assault befell counts people."""
    counted = party.rule.endswith("+unknown_name") and party.kind is None and _only_a_number(party)
    if role != "recipient" or event.type != "ASSAULT" or not counted:
        return party
    return replace(party, kind=MentionKind.GROUP, sector="CVL")


def everybody(event: EventMention, party: Participant, role: str) -> Participant:
    """«دعا الجميع إلى الهدوء»: whoever is called upon without distinction is the people."""
    alone = _words(party) == ["الجميع"] and party.kind is None
    return replace(party, kind=MentionKind.GROUP, sector="CVL") if alone and role == "recipient" else party


UNARMED = frozenset(
    "قتيل قتلي جريح جرحي مصاب مصابون مصابين ضحيه ضحايا شهيد شهداء رهينه رهاين رهاءن مختطف مختطفون مختطفين مخطوف مخطوفون مخطوفين مفقود مفقودون مفقودين معتقل معتقلون معتقلين محتجز محتجزون محتجزين سجين سجناء اسير اسري موقوف موقوفون موقوفين".split()
)


def unarmed_victims(event: EventMention, party: Participant, role: str) -> Participant:
    """«سقوط 12 قتيلا», «الإفراج عن المعتقلين»: victims and captives of whom nothing says that they were armed."""
    named = any(_bare(word) in UNARMED for word in _words(party)[:3])
    if role != "recipient" or party.sector or party.entity or party.kind not in PEOPLE or not named:
        return party
    return replace(party, sector="CVL")


PEOPLE = frozenset({MentionKind.GROUP, MentionKind.PERSON})


def _bare(word: str) -> str:
    return word.removeprefix("ال").removeprefix("لل").removesuffix("ا")


def _only_a_number(party: Participant) -> bool:
    tokens = tokenize(party.text)
    return bool(tokens) and tokens[-1].kind == "number"


def _words(party: Participant) -> list[str]:
    return [token.folded for token in tokenize(party.text) if token.kind == "word"]


RULES: tuple[Rule, ...] = (
    nation_acts,
    state_attacks,
    coalition_attacks,
    town_demonstrates,
    counted_victims,
    everybody,
    unarmed_victims,
)
