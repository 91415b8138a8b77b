"""Losses: counts of dead, injured and others, from numbers beside outcome words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from marsad.event.view import QUOTES, View
from marsad.lexicon.compile import DEMONYM, WORD
from marsad.mention.item import Item
from marsad.record import Casualty, MentionKind, Participant, Quantity, Sentence

# Maṣdars and verbs that state a loss; the attack that caused it is the event where the sentence names it.
LOSSES = frozenset(
    "قتل مقتل قتيل أصاب إصابة جرح جريح سقط سقوط مصرع لقي ضحية وفاة توفي استشهد استشهاد شهيد أودى خلّف أسفر أوقع".split()
)
SUFFERED = frozenset("لقي استشهد توفي أوقع أودى".split())  # those whose active form names no doer either
BEFORE_REACH = 4  # words between an outcome word and its count: «مقتل ما لا يقل عن 12»
AFTER_REACH = 2  # tokens between a count and the counted noun: «12 مدنيا قتيلا»
PART_REACH = 3  # tokens between «بينهم» and the number of a part
LIVES = frozenset({"killed", "injured"})
Outcomes = Mapping[str, str]  # ``before:``, ``after:``, ``thing:`` or ``label:`` and a folded form → outcome
PARTS = frozenset("بينهم بينهن بينها منهم منهن منها ضمنهم فيهم فيهن معظمهم اغلبهم غالبيتهم".split())


def find_casualties(view: View, outcomes: Outcomes) -> list[Casualty]:
    """The counted outcomes of a sentence, left to right; a count is used once, a part of another («بينهم 7 نساء») not at all."""
    return [casualty for quantity in view.quantities if (casualty := _outcome(view, quantity, outcomes))]


def _outcome(view: View, quantity: Quantity, outcomes: Outcomes) -> Casualty | None:
    under = view.items_under(quantity.span)
    first, last = under[0], under[-1]
    if (
        _is_money_or_share(view.sentence, last)
        or _counts_no_people(view, first, last, outcomes)
        or _is_part(view, first, outcomes)
    ):
        return None
    noun, state = _counted_noun(view, last, outcomes), _stated_before(view, first, outcomes)
    if noun and (noun in LIVES or state not in LIVES):
        return Casualty(noun, quantity, "counted_noun")
    if state:  # «أعدم عشرين أسيرا»: what befell them, not what they were
        return Casualty(state, quantity, "outcome_before_count")
    told = _told_after(view, last, outcomes)
    return Casualty(told, quantity, "outcome_after_count") if told else None


def _counted_noun(view: View, last: int, outcomes: Outcomes) -> str | None:
    """«12 قتيلا», «20 من الجرحى»: a noun that says what befell those counted, before any «و» («14 شخصا وإصابة 30»)."""
    for position in range(last + 1, min(len(view.items), last + 1 + AFTER_REACH)):
        item = view.items[position]
        if item.tag == "mark" or item.conjunction or item.token.folded in ("و", "بين"):
            return None
        outcome = _word(view, position, outcomes, "after")
        if outcome:
            return outcome
    return None


def _stated_before(view: View, first: int, outcomes: Outcomes) -> str | None:
    """«مقتل 12», «قتل في الهجوم خمسة»: the nearest outcome word before the count, no other verb between them."""
    reach = BEFORE_REACH
    for position in range(first - 1, -1, -1):
        item = view.items[position]
        reach -= item.rule != "bound"
        if reach < 0 or (item.tag == "mark" and item.token.text not in QUOTES):
            return None
        outcome = _word(view, position, outcomes, "before")
        if outcome:
            return None if _shares_count(view, position, outcomes) else outcome
        if item.tag == "verb":
            return None
    return None


def _shares_count(view: View, position: int, outcomes: Outcomes) -> bool:
    """«مقتل وإصابة 30 شخصا»: one count for dead and injured says how many of neither."""
    if (
        not view.items[position].conjunction
        or not position
        or {view.items[n].tag for n in (position - 1, position)} != {"noun"}
    ):
        return False
    state = _word(view, position - 1, outcomes, "before")
    counted = _word(view, position - 1, outcomes, "after")
    return state in LIVES and not counted and state != _word(view, position, outcomes, "before")


AT_LEAST = frozenset({"علي", "الاقل", "الاكثر"})  # «12 شخصا على الأقل قتلوا»
TOLD_REACH = 3  # tokens between a count and the verb after it
OF_WHOM = 4  # more of them where the count says of whom: «25 عنصرا من الجماعة المتمردة لقوا مصرعهم»


def _told_after(view: View, last: int, outcomes: Outcomes) -> str | None:
    """«12 شخصا قتلوا في الهجوم»: a plural verb of loss after its subject, without an object."""
    reach = TOLD_REACH
    for position in range(last + 1, len(view.items)):
        item = view.items[position]
        reach += OF_WHOM if item.token.folded == "من" else -(item.token.folded not in AT_LEAST)
        if reach < 0:
            return None
        if item.tag == "mark" or item.conjunction or item.token.folded == "و":
            return None
        if item.tag == "verb":
            outcome = _word(view, position, outcomes, "before") if item.token.folded.endswith("وا") else None
            return outcome if outcome in LIVES and _ends_told(view, position + 1) else None
    return None


def _ends_told(view: View, position: int) -> bool:
    """The end of a clause, after «مصرعهم» if it follows."""
    death = position < len(view.items) and view.items[position].token.folded in DEATHS
    return death or _ends_clause(view, position)


def _ends_clause(view: View, position: int) -> bool:
    item = view.items[position] if position < len(view.items) else None
    return item is None or bool(item.conjunction) or item.tag in ("mark", "particle", "time")


def _is_part(view: View, first: int, outcomes: Outcomes) -> bool:
    """«بينهم 7 نساء», «من بينهم ثلاثة ضباط»: a part of those counted before («قتل منهم 5» is none)."""
    for position in range(first - 1, max(-1, first - 1 - PART_REACH), -1):
        item = view.items[position]
        if item.token.folded.removeprefix("و") in PARTS:
            return position == 0 or _word(view, position - 1, outcomes, "before") is None
        if item.tag in ("mark", "verb") or _word(view, position, outcomes, "before"):
            return False
    return False


def _counts_no_people(view: View, first: int, last: int, outcomes: Outcomes) -> bool:
    """«3 ملايين برميل», «اللواء 35»: things, or a number that names."""
    noun = last + 1
    thing = noun < len(view.items) and _word(view, noun, outcomes, "thing") is not None
    digits = view.items[first].token.kind == "number"
    return thing or (digits and first > 0 and _word(view, first - 1, outcomes, "label") is not None)


SUFFERING = ("اصيب", "استشهد", "لقي", "توفي")  # verbs whose subject suffered, as they begin
DEATH = frozenset({"مصرعه", "مصرعها", "مصرعهما", "حتفه", "حتفها", "حتفهما"})
DEATHS = frozenset({"مصرعهم", "حتفهم", "مصرعهن", "حتفهن"})
DEATH_REACH = 6  # tokens between لقي and مصرعه
OTHERS = {"اخر": 1, "اخري": 1, "اخران": 2, "اخريان": 2}  # «وجرح آخران», «وإصابة آخر»


def _sufferers(view: View, outcomes: Outcomes, counted: Sequence[Casualty]) -> Iterator[Casualty]:
    """«أصيب مدنيان», «إصابة امرأتين», «وجرح آخران»: one or two without a number, right after what befell them."""
    taken = [casualty.quantity.span for casualty in counted]
    for position in range(len(view.items) - 1):
        outcome = _word(view, position, outcomes, "before") if view.items[position].tag in ("verb", "noun") else None
        number = _number_of(view, position) if outcome in LIVES else None
        span = view.items[position + 1].span
        if outcome and number and not any(span.overlaps(other) for other in taken):
            yield Casualty(outcome, Quantity(span, number, number, "grammatical_number"), "uncounted_victim")


def _number_of(view: View, position: int) -> int | None:
    """How many the noun after an outcome word is, where that word cannot be an active verb with its subject."""
    item, noun = view.items[position], view.items[position + 1]
    other = OTHERS.get(noun.token.folded)
    if other and not item.article:
        return other if _ends_clause(view, position + 2) else None
    word = item.token.folded[len(item.conjunction) :]
    if position in view.matched:
        return None  # an event of its own: its victims count
    if item.tag == "verb" and not word.startswith(SUFFERING):
        return None
    if word.startswith("لقي") and not any(
        i.token.folded in DEATH for i in view.items[position : position + DEATH_REACH]
    ):
        return None
    return None if item.article or item.pronoun else _people(view, noun)


def _people(view: View, item: Item) -> int | None:
    """One for a noun for a person in the singular, two in the dual; ``None`` for a plural and for what is no person."""
    entry = view.lexicon.word(item.word.entry) if item.word else None
    if entry is None and item.of(DEMONYM) is None:
        return None
    person = entry is None or (entry.kind in ("person", "group") and entry.role != "head")
    return _grammatical(view, item) if person and not item.conjunction and not item.preposition else None


def uncounted_victims(
    view: View, trigger: int, victims: Sequence[Participant], counted: Sequence[Casualty]
) -> Iterator[Casualty]:
    """«مقتل جندي», «إصابة امرأتين»: a victim in the singular or dual counts as one or two where no number says so.

    Those whose loss is no event of its own («وأصيب آخر») come once, with the sentence's first trigger.
    """
    if trigger == min(view.matched, default=trigger):
        yield from _sufferers(view, view.lexicon.outcomes, counted)
    outcome = _word(view, trigger, view.lexicon.outcomes, "before")
    if outcome not in LIVES:
        return
    for victim in victims:
        number = _grammatical_number(view, victim)
        if number and not any(victim.span.covers(c.quantity.span) for c in counted):
            yield Casualty(outcome, Quantity(victim.span, number, number, "grammatical_number"), "uncounted_victim")


def _grammatical_number(view: View, victim: Participant) -> int | None:
    """One for a named person or a noun in the singular, two for a dual, ``None`` for what may be any number."""
    if victim.kind is MentionKind.PERSON and victim.entity:
        return 1
    if victim.kind not in (MentionKind.GROUP, MentionKind.PERSON):
        return None
    first = view.items_under(victim.span)[0]
    return _grammatical(view, view.items[first])


def _grammatical(view: View, item: Item) -> int | None:
    """The number that a noun's form says; «مدنيين» is dual or plural, «عائلة» one of nobody knows how many."""
    readings = [r for r in item.readings if r.cls in (WORD, DEMONYM) and not r.verbal]
    collective = any(f"thing:{stem}" in view.lexicon.outcomes for stem in item.stems)
    if item.tag == "number" or not readings or "quantifier" in item.classes or collective:
        return None
    numbers = {reading.agreement[-1:] for reading in readings}
    return 1 if "s" in numbers else 2 if numbers == {"d"} else None


def _word(view: View, position: int, outcomes: Outcomes, side: str) -> str | None:
    for stem in (view.items[position].token.folded, *view.items[position].stems):
        outcome = outcomes.get(f"{side}:{stem}")
        if outcome:
            return outcome
    return None


def _is_money_or_share(sentence: Sentence, last: int) -> bool:
    after = [token.folded for token in sentence.tokens[last + 1 : last + 3]]
    return bool(
        {"%", "دولار", "ريال", "دينار", "يورو", "جنيه", "كلم", "كيلومترا", "كيلومتر", "متر", "مترا"} & set(after)
    ) or after[:2] == ["في", "الماءه"]


def exact(casualties: Sequence[Casualty], outcome: str) -> int | None:
    """The total of the counts of one outcome, ``None`` when there is none or one of them is no exact count."""
    counts = [c.quantity for c in casualties if c.outcome == outcome]
    return sum(c.least for c in counts) if counts and all(c.exact for c in counts) else None
