"""Whom a protest is against, where its own frame does not say: «ضد», a grievance, a demand, a shout, or whose door it is held at.

What is said of somebody weighs more than where the crowd stands: the building is asked last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from marsad.event.draft import Draft
from marsad.event.roles.noun import national_adjective
from marsad.event.roles.party import coordinated, is_party, participant_of, relational
from marsad.event.view import QUOTES, STOPS, View
from marsad.lexicon.compile import RELATION, TRIGGER, WORD
from marsad.record import Mention, MentionKind, Participant

REACH = 18  # phrases between a protest and whom it is against
AGAINST = frozenset({"ضد", "ب", "علي", "ل", "من"})
Parties = tuple[Participant, ...]
Rule = Callable[[View, int, Sequence[Draft]], Parties]


def with_grievances(view: View, drafts: list[Draft]) -> list[Draft]:
    """«مظاهرات … تطالب بمحاسبة الوزير»: a protest that names nobody is against whom its demand or its anger is about."""
    return [
        replace(d, recipients=_against(view, d, drafts))
        if d.candidate.trigger.type == "PROTEST" and not d.recipients
        else d
        for d in drafts
    ]


def _against(view: View, draft: Draft, drafts: Sequence[Draft]) -> Parties:
    """The parties that the first rule with an opinion names, nearest first, none of them a protester."""
    at = view.phrase_of(draft.candidate.item)
    taken = {actor.span for actor in draft.actors}
    reach = list(_within_reach(view, at))
    for rules in RULES:
        for number in reach:
            found = tuple(p for rule in rules for p in rule(view, number, drafts) if p.span not in taken)
            if found:
                return found
    return ()


def _within_reach(view: View, at: int) -> Iterator[int]:
    for number in range(at + 1, min(len(view.phrases), at + REACH)):
        if view.item_of(number).token.text in STOPS:
            return
        yield number


def grievance(view: View, number: int, drafts: Sequence[Draft]) -> Parties:
    """«ضد الحكومة», «احتجاجا على سياسات الحكومة», «بمحاسبة الوزير»: whom «against», a demand or a cause of anger names."""
    phrase = view.phrases[number]
    if phrase.preposition not in AGAINST and not phrase.conjunction:
        return ()
    if phrase.preposition == "ضد" and view.acting(number):
        return tuple(_parties(view, number, "protest_against"))
    if view.lexicon.grievances.at(view.stems, phrase.start):
        whole = phrase.stop - phrase.start > 1
        return (_inner(view, number) if whole else ()) or tuple(
            _parties(view, _past_quote(view, number + 1), "grievance")
        )
    return ()


CONDEMNED = frozenset({"علي", "ب"})


def condemned_act(view: View, number: int, drafts: Sequence[Draft]) -> Parties:
    """«احتجاجا على قصف الجيش», «تنديدا بالعدوان الإسرائيلي», «على رفض المجلس …»: the doer of the act that is protested."""
    if view.phrases[number].preposition not in CONDEMNED or view.phrases[number].kind != "event":
        return ()
    act = next((d for d in drafts if view.phrase_of(d.candidate.item) == number), None)
    if act is None or act.candidate.trigger.type == "PROTEST":
        return _adjective(view, number) if act is None else ()
    doers = act.actors or _refuser(view, act)
    return tuple(replace(p, rule=f"grievance:{p.rule}") for p in doers) or _adjective(view, number)


def _refuser(view: View, act: Draft) -> Parties:
    """«احتجاجا على رفض البلدية …»: who stands right after a maṣdar of speech that is condemned has said it."""
    after = view.phrase_of(act.candidate.item) + 1
    spoken = act.candidate.trigger.type in ("REJECT", "THREATEN", "SANCTION", "ACCUSE") and not act.candidate.verbal
    return tuple(p for p in act.recipients if spoken and p.rule.startswith("idafa_object") and _at(view, after, p))


def _at(view: View, number: int, party: Participant) -> bool:
    return number < len(view.phrases) and view.phrases[number].kind == "np" and view.span(number) == party.span


def _adjective(view: View, number: int) -> Parties:
    """«تنديدا بالقصف الإيراني»: the nation that the act is of."""
    mentions = (view.mention(filler.phrase) for filler in national_adjective(view, number))
    return tuple(participant_of(view, m, "grievance:national_adjective") for m in mentions if m is not None)


ADDRESSING = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"})


def addressed(view: View, number: int, drafts: Sequence[Draft]) -> Parties:
    """«متهمين الجيش بـ…», «لمطالبة الإدارة بـ…», «هتافات تندد بالحكومة»: whom the crowd's own words accuse or ask."""
    spoken = (d for d in drafts if view.phrase_of(d.candidate.item) == number)
    draft = next((d for d in spoken if d.candidate.trigger.type in ADDRESSING), None)
    if draft is None or not _words_of_crowd(view, draft, number):
        return ()
    return tuple(replace(p, rule=f"slogan:{p.rule}") for p in draft.recipients if p.kind is not None and _answers(p))


def _words_of_crowd(view: View, draft: Draft, number: int) -> bool:
    """A circumstance («متهمين»), a purpose («لمطالبة»), or a verb after what is shouted or shown («هتافات تندد»)."""
    reading = draft.candidate.reading
    if reading.pos == "participle":
        return not reading.cut.article and not reading.cut.preposition
    if reading.pos == "masdar":
        return reading.cut.preposition == "ل" or bool(reading.cut.conjunction)
    shown = view.phrases[number - 1].kind in ("np", "event") or "relative" in view.item_of(number - 1).classes
    return draft.candidate.verbal and not reading.cut.conjunction and shown


def accusing(view: View, number: int, drafts: Sequence[Draft]) -> Parties:
    """«احتج الطلاب متهمين الجنود بـ…»: a participle of accusing that is also a noun for people («متهم») accuses who stands after it."""
    phrase, item = view.phrases[number], view.item_of(number)
    single = phrase.kind == "np" and phrase.stop - phrase.start == 1 and not phrase.preposition and not item.article
    if not single or number + 1 >= len(view.phrases) or not view.bare(number + 1) or not view.acting(number + 1):
        return ()
    readings = [r for r in item.readings if r.cls == TRIGGER and r.pos == "participle"]
    accuses = any(view.lexicon.trigger(r.entry).type in ADDRESSING for r in readings)
    return tuple(_parties(view, number + 1, "slogan")) if accuses else ()


def _answers(party: Participant) -> bool:
    return party.kind is not MentionKind.PLACE


def opposed(view: View, number: int, drafts: Sequence[Draft]) -> Parties:
    """«مظاهرة مناهضة للحكومة», «المتظاهرون المعارضون للرئيس», «شعارات معادية للصين»: whom a word of opposition names."""
    phrase = view.phrases[number]
    if phrase.kind != "np" or phrase.preposition != "ل" or not number or not view.acting(number):
        return ()
    last = view.items[view.phrases[number - 1].stop - 1]
    relations = (view.lexicon.relation(r.entry) for r in last.readings if r.cls == RELATION)
    return tuple(_parties(view, number, "opposed")) if any(r.kind == "opposes" for r in relations) else ()


DOWN = frozenset(
    "يسقط تسقط ليسقط لتسقط فليسقط ليرحل فليرحل ليستقل ليستقيل ارحل ارحلي الموت الجحيم لا تبا سحقا لنسحق".split()
)
CALLING = frozenset({"", "ل", "يا"})


def shouted(view: View, number: int, drafts: Sequence[Draft]) -> Parties:
    """«يسقط الرئيس», «الموت لأمريكا», «إلى الجحيم يا …»: whom a shout between quotation marks wishes away."""
    item = view.item_of(number)
    if item.token.folded not in DOWN or not _quoted(view, number):
        return ()
    for after in range(number + 1, min(len(view.phrases), number + 3)):
        phrase = view.phrases[after]
        if phrase.kind == "np":
            wished = phrase.preposition in CALLING and is_party(view.mention(after))
            return tuple(_parties(view, after, "shouted")) if wished else _stranger(view, after)
    return ()


def _stranger(view: View, number: int) -> Parties:
    """«يسقط كيباكي»: one word that nothing knows."""
    phrase, span = view.phrases[number], view.span(number)
    unknown = phrase.stop - phrase.start == 1 and view.item_of(number).tag == "unknown"
    return (Participant(span, span.of(view.text), "shouted+unknown_name"),) if unknown else ()


def _quoted(view: View, number: int) -> bool:
    """A quotation mark opens within the two phrases before."""
    return any(view.item_of(n).token.text in QUOTES for n in range(max(0, number - 2), number))


AT_THE_DOOR = "at_the_door"  # the rule of a party that is also the place of the protest
BEFORE = frozenset("امام خارج حول قرب نحو الي حتي باتجاه صوب قباله داخل بمحاذاه بجوار".split())
DOORS = frozenset(
    "مقر مقار مقرات مبني مباني قصر سفاره قنصليه مكتب مكاتب مجمع بعثه منزل بيت وزاره برلمان مجلس محكمه".split()
)


def at_the_door(view: View, number: int, drafts: Sequence[Draft]) -> Parties:
    """«أمام السفارة», «نحو مقر الحكومة»: a crowd before the seat of a body or an office addresses whose it is."""
    phrase, mention = view.phrases[number], view.mention(number)
    if phrase.preposition not in BEFORE or mention is None or mention.kind is MentionKind.GROUP:
        return ()
    first = view.item_of(number)
    seat = any(view.lexicon.word(r.entry).lemma in SEATS for r in first.readings if r.cls == WORD)
    head = first.token.folded[first.prefix :].removeprefix("ال")
    if not (seat or head in DOORS) or (mention.country is None and mention.sector is None):
        return ()
    return (participant_of(view, mention, AT_THE_DOOR),)


SEATS = frozenset({"سفارة", "قنصلية", "وزارة", "برلمان", "مقر", "مبنى", "قصر", "مكتب"})


def _inner(view: View, number: int) -> Parties:
    """«سياسات الحكومة» as one phrase: the party in it."""
    phrase = view.phrases[number]
    for start in range(phrase.start + 1, phrase.stop):
        party = view.within(start, phrase.stop)
        if is_party(party) and (party.country or not relational(view, start)):
            return (participant_of(view, party, "grievance"),)
    return ()


def _past_quote(view: View, number: int) -> int:
    """«بـ«استقالة فلان» رئيس الوزراء»: the phrase behind a quotation mark."""
    return number + 1 if number < len(view.phrases) and view.item_of(number).token.text in QUOTES else number


def _parties(view: View, number: int, rule: str) -> Iterator[Participant]:
    joined = number < len(view.phrases) and (view.phrases[number].preposition or view.phrases[number].conjunction)
    if number < len(view.phrases) and not (joined and rule == "grievance"):
        mentions: Iterator[Mention | None] = (view.mention(n) for n in coordinated(view, number) if view.acting(n))
        yield from (participant_of(view, mention, rule) for mention in mentions if mention is not None)


# Words about somebody, in the order of the text; then what is shouted; then where the crowd stands.
RULES: tuple[tuple[Rule, ...], ...] = (
    (opposed, grievance, condemned_act, addressed, accusing),
    (shouted,),
    (at_the_door,),
)
