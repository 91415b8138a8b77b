"""Losses: counts of dead, injured and others, from numbers beside outcome words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from marsad.event.view import View
from marsad.record import Casualty, MentionKind, Participant, Quantity, Sentence
from marsad.span import Span

# Maṣdars and verbs that state a loss; the attack that caused it is the event where the sentence names it.
LOSSES = frozenset("قتل مقتل قتيل أصاب إصابة جرح جريح سقوط مصرع ضحية وفاة أودى خلّف أسفر".split())
BEFORE_REACH = 4  # tokens between an outcome word and its count: «مقتل ما لا يقل عن 12»
AFTER_REACH = 2  # tokens between a count and the counted noun: «12 مدنيا قتيلا»
Outcomes = Mapping[str, str]  # ``before:`` or ``after:`` and a folded form → outcome


def find_casualties(view: View, outcomes: Outcomes) -> list[Casualty]:
    """The counted outcomes of a sentence, left to right; a count is used once."""
    found: list[Casualty] = []
    for quantity in view.quantities:
        casualty = _outcome(view, quantity, outcomes, found)
        if casualty:
            found.append(casualty)
    return found


def _outcome(view: View, quantity: Quantity, outcomes: Outcomes, before: Sequence[Casualty]) -> Casualty | None:
    first, last = _tokens(view.sentence, quantity.span)
    if _is_money_or_share(view.sentence, last):
        return None
    for position in range(last + 1, min(len(view.items), last + 1 + AFTER_REACH)):
        outcome = _word(view, position, outcomes, "after")
        if outcome:
            return Casualty(outcome, quantity, "counted_noun")
        if view.items[position].tag == "mark":
            break
    for position in range(first - 1, max(-1, first - 1 - BEFORE_REACH), -1):
        item = view.items[position]
        if item.tag == "mark" and item.token.text not in '«"':
            return None
        outcome = _word(view, position, outcomes, "before")
        if outcome:
            return Casualty(outcome, quantity, "outcome_before_count")
    return None


def uncounted_victims(
    view: View, trigger: int, victims: Sequence[Participant], counted: Sequence[Casualty]
) -> Iterator[Casualty]:
    """«مقتل جندي», «إصابة امرأتين»: a victim in the singular or dual counts as one or two where no number says so."""
    outcome = _word(view, trigger, view.lexicon.outcomes, "before")
    if outcome not in ("killed", "injured"):
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
    first, _ = _tokens(view.sentence, victim.span)
    item = view.items[first]
    if item.tag == "number" or item.word is None or "quantifier" in item.classes:
        return None
    return {"s": 1, "d": 2}.get(item.word.agreement[-1:])


def _word(view: View, position: int, outcomes: Outcomes, side: str) -> str | None:
    for stem in (view.items[position].token.folded, *view.items[position].stems):
        outcome = outcomes.get(f"{side}:{stem}")
        if outcome:
            return outcome
    return None


def _tokens(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The first and last token of a span."""
    inside = [n for n, token in enumerate(sentence.tokens) if token.span.overlaps(span)]
    return inside[0], inside[-1]


def _is_money_or_share(sentence: Sentence, last: int) -> bool:
    after = [token.folded for token in sentence.tokens[last + 1 : last + 3]]
    return bool(
        {"%", "دولار", "ريال", "دينار", "يورو", "جنيه", "كلم", "كيلومترا", "كيلومتر", "متر", "مترا"} & set(after)
    ) or after[:2] == ["في", "الماءه"]


def exact(casualties: Sequence[Casualty], outcome: str) -> int | None:
    """The total of the exact counts of one outcome, ``None`` when there is none."""
    counts = [c.quantity.least for c in casualties if c.outcome == outcome and c.quantity.exact]
    return sum(counts) if counts else None
