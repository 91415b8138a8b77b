"""Status: fact, negated, future, hypothetical or historical, each with the words that say so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from marsad.event.candidate import Candidate
from marsad.event.view import QUOTES, View
from marsad.record import Time
from marsad.span import Span

NEAR = 3  # items before a verb in which a particle of negation or tense stands
MASDAR_REACH = 4  # items before a maṣdar: «عدم … مشاركة», «محاولة اغتيال»
NEGATIONS_OF_NOUN = frozenset({"عدم", "دون", "بدون", "انعدام", "غير"})
WISH_VERBS = frozenset(
    {
        "اراد",
        "يريد",
        "تريد",
        "يريدون",
        "ينوي",
        "تنوي",
        "يعتزم",
        "تعتزم",
        "ياءمل",
        "يامل",
        "تامل",
        "يسعي",
        "تسعي",
        "حاول",
        "يحاول",
        "تحاول",
        "حاولت",
        "حاولوا",
        "يحاولون",
    }
)
ATTEMPT = frozenset({"محاوله", "لمحاوله", "محاولات"})
FUTURE_WORDS = frozenset({"المقبل", "المقبله", "القادم", "القادمه", "المقبلين"})


class Status(NamedTuple):
    """A status, the rule that gave it and the words it rests on (``None`` for the default)."""

    value: str
    rule: str
    span: Span | None = None


class Case(NamedTuple):
    """What a status rule may look at."""

    view: View
    candidate: Candidate
    time: Time | None
    support: int | None
    candidates: Sequence[Candidate] = ()


def _before(case: Case, reach: int) -> list[int]:
    """Numbers of the items before the trigger, nearest first, up to the clause's start."""
    found = []
    for position in range(case.candidate.item - 1, max(-1, case.candidate.item - 1 - reach), -1):
        item = case.view.items[position]
        if item.tag == "mark" and item.token.text not in '«"“،':
            break
        found.append(position)
    return found


def _support_items(case: Case) -> list[int]:
    """The item of the support verb and those before it, where negation and tense stand."""
    if case.support is None:
        return []
    start = case.view.phrases[case.support].start
    return [start, *range(start - 1, max(-1, start - 1 - NEAR), -1)]


NEGATIONS = frozenset("لم لن لا ليس ليست ليسوا ما".split())


def negated_verb(case: Case) -> Status | None:
    """لم، لن، لا، ما، ليس right before the verb or its support verb, in one clause with it."""
    positions = _before(case, NEAR) if case.candidate.verbal else _support_items(case)[1:]
    for position in positions:
        item = case.view.items[position]
        if item.tag in ("verb", "mark"):
            return None
        bare = item.token.folded[len(item.conjunction) :]
        if item.tag == "particle" and bare in NEGATIONS:
            return (
                None
                if bare == "ما" and _relative_ma(case, position)
                else Status("negated", "negated_verb", item.token.span)
            )
    return None


def _relative_ma(case: Case, position: int) -> bool:
    """«في ما»، «، ما أدى إلى …», «إزالة ما قام …»: after a preposition, a comma or a noun ما is the relative."""
    before = case.view.items[position - 1] if position else None
    return before is not None and (before.tag in ("mark", "noun", "unknown") or "preposition" in before.classes)


def negated_noun(case: Case) -> Status | None:
    """عدم، دون، بدون before a maṣdar."""
    if case.candidate.verbal:
        return None
    for position in _before(case, 2):
        item = case.view.items[position]
        bare = item.token.folded[item.prefix :] if item.tag == "particle" else item.token.folded.lstrip("بلو")
        if bare in NEGATIONS_OF_NOUN:
            return Status("negated", "negated_noun", item.token.span)
    return None


def denied(case: Case) -> Status | None:
    """نفى … : the event is what someone denies."""
    for position in _before(case, 10):
        item = case.view.items[position]
        if "negative_verb" in item.classes or any(
            r.cls == "S" and case.view.lexicon.stance(r.entry) == "denies" for r in item.readings
        ):
            return Status("negated", "denied", item.token.span)
        if item.tag == "verb" and position < case.candidate.item - 1 and not item.of("S"):
            return None
    return None


def future_verb(case: Case) -> Status | None:
    """سـ or سوف on the verb or its support verb."""
    if case.candidate.reading.cut.future:
        return Status("future", "future_prefix", case.view.items[case.candidate.item].token.span)
    for position in [*_before(case, NEAR), *_support_items(case)]:
        item = case.view.items[position]
        if any(r.cut.future for r in item.readings if r.verbal) and item.tag == "verb":
            return Status("future", "future_support", item.token.span)
        if "future" in item.classes:
            return Status("future", "future_particle", item.token.span)
        if item.tag == "verb" and position not in _support_items(case):
            return None
    return None


def planned(case: Case) -> Status | None:
    """من المقرر أن، يعتزم، المقبل: announced, not done."""
    for position in _before(case, 8):
        item = case.view.items[position]
        if "future" in item.classes and item.tag == "particle":
            return Status("future", "planned", item.token.span)
        if item.tag == "verb" and item.of("S"):
            return None
    if case.candidate.verbal and case.candidate.reading.pos == "past":
        return None
    for position in range(case.candidate.item + 1, min(len(case.view.items), case.candidate.item + 8)):
        item = case.view.items[position]
        if item.tag in ("verb", "mark"):
            return None
        if item.token.folded in FUTURE_WORDS:
            return Status("future", "next_period", item.token.span)
    return None


def future_time(case: Case) -> Status | None:
    """The event's own time lies after publication."""
    published = case.view.published
    if case.time and case.time.start and published and case.time.start > published[:10]:
        return Status("future", "future_time", case.time.span)
    return None


def supposed(case: Case) -> Status | None:
    """إذا، لو، ربما, قد with a present, محاولة: supposed, wished or only tried."""
    particles = frozenset({"اذا", "لو", "ربما", "لعل", "ليت", "لولا"})
    for position in _before(case, 8):
        item = case.view.items[position]
        bare = item.token.folded[len(item.conjunction) :]
        if item.tag == "particle" and bare in particles:
            return Status("hypothetical", "supposed", item.token.span)
        if bare in ("قد", "فقد") and case.candidate.reading.pos == "present" and position >= case.candidate.item - 2:
            return Status("hypothetical", "perhaps", item.token.span)
        if item.tag == "verb" and item.of("S"):
            return None
    return None


def attempted(case: Case) -> Status | None:
    """A word of possibility, fear, plan or attempt right before: محاولة اغتيال، احتمال شن هجوم."""
    for position in _before(case, MASDAR_REACH):
        item = case.view.items[position]
        bare = item.token.folded[len(item.conjunction) :]
        if item.token.folded in ATTEMPT and case.candidate.trigger.type == "ASSAULT":
            return None  # an attempted assassination is an assault (codebook, ASSAULT mode targeted)
        if "hypothesis" in item.classes and bare not in ("قد", "كي", "لكي"):
            return Status("hypothetical", "attempted", item.token.span)
        if item.tag == "verb" or item.article:
            return None
    return None


def purpose(case: Case) -> Status | None:
    """«لقصف …», «أن يقصف»: an aim, a demand or a wish, not an act."""
    candidate = case.candidate
    if candidate.verbal and candidate.reading.pos == "present":
        if candidate.reading.cut.preposition == "ل":
            return Status("hypothetical", "purpose_verb", case.view.items[candidate.item].token.span)
        before = _before(case, 1)
        if (
            before
            and case.view.items[before[0]].token.folded in ("ان", "لان", "كي", "لكي", "حتي", "الا", "بان")
            and not _said(case, before[0])
        ):
            return Status("hypothetical", "that_clause", case.view.items[before[0]].token.span)
    if (
        candidate.reading.pos == "masdar"
        and case.support is None  # «تعرض لقصف»
        and candidate.reading.cut.preposition == "ل"
    ):
        return Status("hypothetical", "purpose_noun", case.view.items[candidate.item].token.span)
    return None


def _said(case: Case, position: int) -> bool:
    """Whether أن follows a verb of saying rather than of wanting."""
    return position > 0 and case.view.items[position - 1].of("S") is not None


DEMANDS = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE"})


def demanded(case: Case) -> Status | None:
    """What is asked for, threatened or refused has not happened: «دعا إلى وقف القصف»."""
    if case.candidate.verbal:
        return None
    asking = [
        c for c in case.candidates if c.trigger.type in DEMANDS and 0 < case.candidate.item - c.item < MASDAR_REACH + 4
    ]
    for demand in reversed(asking):
        between = case.view.items[demand.item + 1 : case.candidate.item]
        stopped = any(i.tag == "verb" or (i.tag == "mark" and i.token.text not in QUOTES) for i in between)
        others = any(demand.item < c.item < case.candidate.item and not c.verbal for c in case.candidates)
        if not stopped and not others:
            return Status("hypothetical", "demanded", case.view.items[demand.item].token.span)
    return None


def historical(case: Case) -> Status | None:
    """More than a year before publication."""
    published, time = case.view.published, case.time
    if not (published and time and time.stop):
        return None
    year_ago = f"{int(published[:4]) - 1:04}{published[4:10]}"
    return Status("historical", "over_a_year_ago", time.span) if time.stop < year_ago[: len(time.stop)] else None


def era(case: Case) -> Status | None:
    """A movement or era named by its entry (انتفاضة) after «منذ» or without a date of its own."""
    if case.candidate.trigger.history and case.candidate.reading.cut.article and case.time is None:
        return Status("historical", "era", case.view.items[case.candidate.item].token.span)
    return None


RULES: tuple[Callable[[Case], Status | None], ...] = (
    historical,
    era,
    negated_verb,
    negated_noun,
    denied,
    future_verb,
    planned,
    future_time,
    supposed,
    attempted,
    purpose,
    demanded,
)


def find_status(
    view: View, candidate: Candidate, time: Time | None, support: int | None, candidates: Sequence[Candidate] = ()
) -> Status:
    """The status of an event; fact where no rule says otherwise. ``candidates`` are all triggers of the sentence."""
    case = Case(view, candidate, time, support, candidates)
    return next((status for rule in RULES if (status := rule(case))), Status("fact", "default"))
