"""What demonstrators do is the protest.

The demands, marches and riots of people who are named as demonstrators are mentions of
their PROTEST (annotation guidelines; codebook, PROTEST, modes demo and riot): «طالب
المتظاهرون بإقالة الوزير», «أحرق محتجون إطارات». The verb is the trigger then, and the noun
for the people is its actor, no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.event.candidate import Candidate
from marsad.event.people import names_people
from marsad.event.roles.fill import fill
from marsad.event.view import View
from marsad.lexicon.compile import SPEECH, TRIGGER

AUXILIARIES = frozenset({"كان", "كانت", "كانوا", "قد", "بدا", "ظل", "اصبح", "يكون", "ليس"})
FRAME = {"actor": ["subject"], "recipient": ["object", "ضد", "ب", "من"]}


def with_protesters(view: View, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the acts of demonstrators coded as PROTEST, and without the bare nouns behind them."""
    people = [
        c for c in candidates if c.trigger.type == "PROTEST" and names_people(c, view.items[c.item], view.lexicon)
    ]
    if not people:
        return list(candidates)
    phrases = {view.phrase_of(c.item): c for c in people}
    acts = dict(_acts(view, phrases))
    acting = {person.item for _, person in acts.values()}
    kept = [c for c in candidates if c.item not in acts and c.item not in acting]
    return sorted([*kept, *(act for act, _ in acts.values())], key=lambda c: c.item)


def _acts(view: View, people: dict[int, Candidate]) -> Iterator[tuple[int, tuple[Candidate, Candidate]]]:
    """Verb item → (the PROTEST candidate on it, the demonstrators) for verbs whose subject they are."""
    for number, phrase in enumerate(view.phrases):
        item = view.items[phrase.start]
        if phrase.kind != "verb" or item.of(SPEECH) or item.token.folded[len(item.conjunction) :] in AUXILIARIES:
            continue
        person = _subject(view, number, people)
        if person is not None:
            yield phrase.start, (_on_verb(view, phrase.start, person), person)


def _subject(view: View, number: int, people: dict[int, Candidate]) -> Candidate | None:
    person = next(iter(people.values()))
    probe = _on_verb(view, view.phrases[number].start, person)
    slots = fill(view, probe)
    return None if slots.passive else next((people[f.phrase] for f in slots.subject if f.phrase in people), None)


def _on_verb(view: View, item: int, person: Candidate) -> Candidate:
    verbal = next(r for r in view.items[item].readings if r.verbal)
    own = view.items[item].of(TRIGGER)
    violent = own is not None and view.lexicon.trigger(own.entry).type == "ASSAULT"
    trigger = replace(person.trigger, mode="riot" if violent else "demo", weight="medium", frame=FRAME, kind="act")
    return Candidate(item, 1, person.entry, verbal, trigger, needed=True)
