"""Standing relations: who backs, commands, belongs to or opposes whom, told as background."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from marsad.event.roles.clause import antecedent, bare_after, subject_before
from marsad.event.roles.party import coordinated, participant_of
from marsad.event.view import View
from marsad.lexicon.compile import RELATION
from marsad.lexicon.lexicon import RelationEntry
from marsad.record import Participant, Relation

REACH = 6  # phrases between a relation word and its second party


def find_relations(view: View) -> Iterator[Relation]:
    """The relations that a sentence states."""
    for position, item in enumerate(view.items):
        reading = item.of(RELATION) if item.tag != "name" else None
        if reading is None:
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
    rule = f"{entry.pattern}:{entry.word}"
    return Relation(
        entry.kind, tuple(subjects), objects[0], (view.items[position].token.span,), view.sentence.index, rule
    )


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
}
