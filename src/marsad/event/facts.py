"""What stands around an event: facts by name, each a feature of its confidence.

Facts of the sentence are gathered once and hold for all its events.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claim.speech import Report
from marsad.event.candidate import Candidate
from marsad.event.people import names_people
from marsad.event.roles.slots import Slots
from marsad.event.size import find_casualties
from marsad.event.view import View
from marsad.record import Participant, Time

MODAL = frozenset("يجب ينبغي لابد بد علينا نحن اننا يمكننا".split())  # words of comment rather than report
LONG, SHORT = 45, 12  # tokens of a sentence: long ones are comment more often, short ones headlines
BACKGROUND = frozenset({"بعد", "عقب", "منذ", "علي خلفيه", "بسبب", "قبل", "اثر", "ضد", "عن", "من", "حول"})
YOU = frozenset(
    {"ك", "كم", "كما"}
)  # «رغبتك», «حاولوا»: who is spoken to in advice and prayers does nothing that is told
# Names of the time rules whose expressions say that something is news: أمس، اليوم، weekdays, parts of the day.
RECENT_RULES = ("day_word", "weekday", "night", "clock")
WITH_CLUES = frozenset({"ASSAULT", "PROTEST"})  # types with enough labelled sentences to fit what a clue is worth
CLUE_REACH = 25  # items before and after a trigger in which a clue counts


def sentence_facts(view: View, candidates: Sequence[Candidate], reports: Sequence[Report]) -> dict[str, bool]:
    """Its length, how much happens in it, whether it reports and counts, and whether it comments."""
    folded = {item.token.folded for item in view.items}
    outcomes = [casualty.outcome for casualty in find_casualties(view, view.lexicon.outcomes)]
    return {
        "long_sentence": len(view.items) > LONG,
        "short_sentence": len(view.items) < SHORT,
        "several_events": len(candidates) > 3,
        "reported_speech": bool(reports),
        "digits": any(item.token.kind == "number" for item in view.items),
        "place_known": any(place.id for place in view.places),
        "modal": not MODAL.isdisjoint(folded),
        "negation": not view.lexicon.status.negations.isdisjoint(folded),
        "question": view.items[-1].token.text in "؟?",
        "losses_in_sentence": "killed" in outcomes or "injured" in outcomes,
    }


def event_facts(view: View, candidate: Candidate, slots: Slots, candidates: Sequence[Candidate]) -> dict[str, bool]:
    """Where the trigger stands: its clause, and what comes before it."""
    number = view.phrase_of(candidate.item)
    before = view.item_of(number - 1) if number else None
    return {
        "relative_clause": before is not None and "relative" in before.classes,
        "background": view.phrases[number].preposition in BACKGROUND,
        "passive": slots.passive,
        "support_verb": slots.support is not None,
        "quoted": _opened(view, candidate.item),
        "early": candidate.item < 6,
        "addressed": candidate.reading.cut.pronoun in YOU or candidate.reading.agreement.startswith("2"),
        "behind_others": any(c.item < candidate.item and c.trigger.type != candidate.trigger.type for c in candidates),
        **_people(view, candidate),
    }


def clues(view: View) -> list[tuple[int, str]]:
    """Where a word of a list of ``words/clues.yaml`` stands: (item, list)."""
    listed = view.lexicon.clues_of
    return [(n, clue) for n, item in enumerate(view.items) if item.tag != "mark" for clue in listed[item.token.text]]


def clue_facts(candidate: Candidate, found: Sequence[tuple[int, str]]) -> dict[str, bool]:
    """The lists that have a word near the trigger; what each is worth depends on the event's type."""
    if candidate.trigger.type not in WITH_CLUES:
        return {}
    start, stop = candidate.item - CLUE_REACH, candidate.item + candidate.length + CLUE_REACH
    near = {clue for position, clue in found if start <= position < stop and position != candidate.item}
    return {f"near={clue}:{candidate.trigger.type}": True for clue in sorted(near)}


def _opened(view: View, item: int) -> bool:
    """Whether a quotation that is not closed yet stands before an item."""
    marks = [other.token.text for other in view.items[:item] if other.tag == "mark"]
    return sum(mark in "«“" for mark in marks) > sum(mark in "»”" for mark in marks)


def _people(view: View, candidate: Candidate) -> dict[str, bool]:
    """A noun for demonstrators that stands for the demonstration: as a goal or victim it seldom does."""
    if not names_people(candidate, view.items[candidate.item], view.lexicon):
        return {}
    phrase = view.phrases[view.phrase_of(candidate.item)]
    return {"people": True, "people_acted_on": bool(phrase.preposition), "people_defined": phrase.definite}


def time_facts(view: View, time: Time | None) -> dict[str, bool]:
    """Whether the event's time is near, far or to come."""
    recent = time is not None and time.rule.startswith(RECENT_RULES)
    published = view.published[:10] if view.published else None
    return {
        "recent_time": recent,
        "other_time": time is not None and not recent,
        "future_time": bool(time and time.start and published and time.start > published),
    }


def party_facts(view: View, parties: Sequence[Participant]) -> dict[str, bool]:
    """Whether a party is counted («عشرة مسلحين»)."""
    return {"counted_party": any(q.span.overlaps(p.span) for q in view.quantities for p in parties)}
