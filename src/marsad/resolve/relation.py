"""Standing relations: who backs, commands, recognises, opposes or is part of whom and holds which office.

They are told as background, by the words of ``lexicon/words/relations.yaml`` and by titles beside persons. A single act is
an event and no relation: a word that is a trigger in its sentence is left to the events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from marsad.event.roles.clause import antecedent, bare_after, subject_before
from marsad.event.roles.party import coordinated, participant_of
from marsad.event.view import View
from marsad.lexicon.compile import RELATION
from marsad.lexicon.lexicon import RelationEntry
from marsad.record import MentionKind, Participant, Relation
from marsad.resolve.office import held_offices, is_office, office_party, time_near

REACH = 6  # phrases between a relation word and its second party


def find_relations(view: View) -> Iterator[Relation]:
    """The relations that a sentence states."""
    yield from held_offices(view)
    for position in view.having(RELATION):
        item = view.items[position]
        reading = item.of(RELATION)
        if reading is None or item.tag == "name":
            continue
        entry = view.lexicon.relation(reading.entry)
        found = PATTERNS[entry.pattern](view, position, entry)
        if found is not None:
            yield found


def merge_relations(found: Sequence[Relation]) -> tuple[Relation, ...]:
    """One relation a kind and object, with all who stand in it: «تركيا الداعم …» and later «تدعمها قطر»."""
    merged: dict[tuple[str, str], Relation] = {}
    for relation in found:
        key = (relation.kind, relation.object.entity or relation.object.text)
        earlier = merged.get(key)
        if earlier is None:
            merged[key] = relation
            continue
        known = {party.entity or party.text for party in earlier.subjects}
        new = tuple(party for party in relation.subjects if (party.entity or party.text) not in known)
        merged[key] = replace(earlier, subjects=earlier.subjects + new, triggers=earlier.triggers + relation.triggers)
    return tuple(merged.values())


def _parties(view: View, number: int, rule: str) -> tuple[Participant, ...]:
    return tuple(
        participant_of(view, mention, rule)
        for other in coordinated(view, number)
        if (mention := view.mention(other)) and view.acting(other)
    )


def _made(
    view: View, position: int, entry: RelationEntry, subjects: Sequence[Participant], objects: Sequence[Participant]
) -> Relation | None:
    if not subjects or not objects or subjects[0].span == objects[0].span:
        return None
    trigger = view.items[position].token.span
    return Relation(
        entry.kind, tuple(subjects), objects[0], (trigger,), view.sentence.index, f"{entry.pattern}:{entry.word}",
        time_near(view, trigger),
    )  # fmt: skip


def _after(view: View, position: int, preposition: str) -> int | None:
    """The noun phrase after the relation word's preposition."""
    start = view.phrase_of(position)
    for number in range(start + 1, min(len(view.phrases), start + 1 + REACH)):
        if view.phrases[number].kind == "np" and view.phrases[number].preposition == preposition:
            return number
        if view.ends_clause(number):
            return None
    return None


def _holder(view: View, position: int) -> int | None:
    """The noun phrase that the relation word qualifies: the one it stands in, or the nearest bare one before."""
    number = view.phrase_of(position)
    if view.phrases[number].kind == "np" and view.phrases[number].start < position and view.acting(number):
        return number
    if number and view.phrases[number - 1].kind == "event":
        return None  # «الانتفاضة المدعومة من …»: an event is no party
    return next(
        (
            n
            for n in range(number - 1, max(-1, number - 1 - REACH), -1)
            if view.phrases[n].kind == "np" and view.acting(n)
        ),
        None,
    )


def passive(view: View, position: int, entry: RelationEntry) -> Relation | None:
    """«حفتر مدعوم من روسيا وفرنسا»: those after the preposition act on the one before."""
    holder, other = _holder(view, position), _after(view, position, entry.preposition)
    if holder is None or other is None:
        return None
    return _made(
        view, position, entry, _parties(view, other, "relation_agent"), _parties(view, holder, "relation_holder")[:1]
    )


def active(view: View, position: int, entry: RelationEntry) -> Relation | None:
    """«مسلحون موالون لحفتر»: the one before acts for the one after."""
    holder, other = _holder(view, position), _after(view, position, entry.preposition)
    if holder is None or other is None:
        return None
    return _made(
        view, position, entry, _parties(view, holder, "relation_holder")[:1], _parties(view, other, "relation_object")
    )


def leader(view: View, position: int, entry: RelationEntry) -> Relation | None:
    """«الجيش الليبي بقيادة خليفة حفتر»."""
    number = view.phrase_of(position)
    following = next(
        (n for n in (number, number + 1) if n < len(view.phrases) and view.phrases[n].kind == "np" and view.acting(n)),
        None,
    )
    holder = _holder(view, position)
    if following is None or holder is None or holder == following:
        return None
    return _made(
        view,
        position,
        entry,
        _parties(view, following, "relation_leader")[:1],
        _parties(view, holder, "relation_holder")[:1],
    )


def verb(view: View, position: int, entry: RelationEntry) -> Relation | None:
    """«تدعمها قطر», «التي تدعمها إيران»: a present that states no single act, its object a pronoun or a phrase."""
    item = view.items[position]
    if item.tag != "verb" or not any(r.pos == "present" and not r.cut.future for r in item.readings):
        return None
    number = view.phrase_of(position)
    after = [n for n in bare_after(view, number) if view.acting(n)]
    relative = antecedent(view, number)
    if item.pronoun and after:
        meant = relative if relative is not None else _holder_before_clause(view, number)
        return (
            _made(view, position, entry, _parties(view, after[0], "relation_subject"), _one(view, meant))
            if meant is not None
            else None
        )
    before = [relative] if relative is not None else subject_before(view, number)
    objects = [
        n for n in (after if not entry.preposition else [_after(view, position, entry.preposition)]) if n is not None
    ]
    if relative is None or not before or not objects:
        return None  # a main clause in the present is news, not background
    return _made(view, position, entry, _parties(view, before[0], "relation_subject"), _one(view, objects[0]))


def standing(view: View, position: int, entry: RelationEntry) -> Relation | None:
    """«ينتمي المعتقلون إلى التنظيم», «يتزعم نصر الله الحزب»: a present of a state, also in a main clause, not negated."""
    item = view.items[position]
    if item.tag != "verb" or position in view.matched or _negated(view, position):
        return None
    if item.pronoun or not any(r.pos == "present" and not r.cut.future for r in item.readings):
        return verb(view, position, entry) if item.pronoun else None
    number = view.phrase_of(position)
    relative = antecedent(view, number)
    after = [n for n in bare_after(view, number) if view.acting(n)]
    subjects = [relative] if relative is not None else subject_before(view, number) or after[:1]
    told = _after(view, position, entry.preposition) if entry.preposition else None
    objects = [told] if told is not None else [n for n in after if n not in subjects and not entry.preposition]
    if not subjects or not objects or not view.acting(objects[0]):
        return None
    return _made(view, position, entry, _parties(view, subjects[0], "relation_subject"), _one(view, objects[0]))


def _negated(view: View, position: int) -> bool:
    """Whether a particle of negation stands right before a verb."""
    return any("negation" in item.classes for item in view.items[max(0, position - 2) : position])


def office(view: View, position: int, entry: RelationEntry) -> Relation | None:
    """«تولى الكاظمي رئاسة الحكومة», «يشغل أكار منصب وزير الدفاع»: a person and the words for the office."""
    item = view.items[position]
    if item.tag != "verb" or _negated(view, position):
        return None
    number = view.phrase_of(position)
    found = [n for n in (*subject_before(view, number), *bare_after(view, number)) if view.phrases[n].kind == "np"]
    person = next((n for n in found if (m := view.mention(n)) and m.kind is MentionKind.PERSON and m.entity), None)
    post = next((n for n in found if n != person and is_office(view, n, entry.objects)), None)
    if person is None or post is None:
        return None
    return _made(view, position, entry, _parties(view, person, "relation_subject"), (office_party(view, post),))


def _one(view: View, number: int) -> tuple[Participant, ...]:
    return _parties(view, number, "relation_object")[:1]


def _holder_before_clause(view: View, number: int) -> int | None:
    """The first acting phrase of the sentence: what a background clause's pronoun goes back to."""
    return next(
        (
            n
            for n in range(number)
            if view.phrases[n].kind == "np" and not view.phrases[n].preposition and view.acting(n)
        ),
        None,
    )


PATTERNS: dict[str, Callable[[View, int, RelationEntry], Relation | None]] = {
    "passive": passive,
    "active": active,
    "leader": leader,
    "verb": verb,
    "standing": standing,
    "office": office,
}
