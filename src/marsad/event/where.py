"""Where: which of a sentence's places governs an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.claim.headline import scene_of
from marsad.event.candidate import Candidate
from marsad.event.reach import PHRASE_REACH, first_item, near, nearer_trigger, same_stretch
from marsad.event.view import COMMAS, View
from marsad.mention.phrase import Phrase
from marsad.record import Mention, MentionKind, Participant, Place

STATIC = frozenset("في ب قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي داخل امام قباله خارج عند".split()) | {
    "بالقرب من",
    "علي مقربه من",
}
# Types whose source, goal or object is the ground on which the event happens: «انسحب من عدن», «استعاد مدينة عدن».
GROUND = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "AID", "COERCE", "CONSULT", "CONCEDE"})
MOTION = frozenset({"من", "الي", "ل", "علي", "عن", "نحو", "باتجاه", "عبر", "لدي", "حول", "فوق"})


def find_place(
    view: View,
    candidate: Candidate,
    candidates: Sequence[Candidate],
    parties: Sequence[Participant],
    shown: int | None = None,
) -> tuple[Place, str] | None:
    """The event's place and the rule that chose it, ``None`` when the sentence gives none.

    ``shown`` is the phrase that a support verb makes its place («شهدت المدينة اشتباكات»). Else
    the first place after the trigger, named or described, then a name before it, its ground, the scene of a headline.
    """
    trigger = view.items[candidate.item].token.span
    close = [place for place in view.places if near(trigger, place.span)]
    named = [place for place in close if _is_location(view, place, parties)]
    described = [place for place in _described(view, candidate) if _is_location(view, place, parties)]
    inside = [p for p in described if not any(p.span.overlaps(other.span) for other in close)]
    for rule, chosen in (
        ("support_place", _shown(view, shown)),
        ("place_after_trigger", _after(view, candidate, candidates, sorted([*named, *inside], key=lambda p: p.span))),
        ("place_before_trigger", _before(view, candidate, candidates, named)),
        ("described_place", _after(view, candidate, candidates, described)),
        ("ground", _after(view, candidate, candidates, _ground(candidate, close, view, parties))),
        ("headline_scene", _shown(view, scene_of(view))),
    ):
        if chosen:
            return chosen, rule
    return None


def _shown(view: View, number: int | None) -> Place | None:
    """The place that a phrase is, by name or only by its words."""
    if number is None or view.phrases[number].kind != "np":
        return None
    span = view.span(number)
    mention = view.mention(number)
    known = next((place for place in view.places if place.span.overlaps(span)), None)
    somewhere = known is not None or (mention is not None and mention.kind in (MentionKind.PLACE, MentionKind.STATE))
    if not somewhere:
        return None
    return replace(known, span=span) if known else Place(span, "place_phrase", reason="described, not named")


BEFORE_BUILDINGS = frozenset({"امام", "قباله", "داخل", "قرب", "عند", "خارج", "بالقرب من", "علي مقربه من"})


def _stands_somewhere(phrase: Phrase, mention: Mention) -> bool:
    """A place, or a body where a preposition means its building: «أمام البرلمان»."""
    body = mention.kind is MentionKind.ORGANISATION and phrase.preposition in BEFORE_BUILDINGS
    return body or mention.kind is MentionKind.PLACE


def _ground(candidate: Candidate, close: Sequence[Place], view: View, parties: Sequence[Participant]) -> list[Place]:
    """Places below a state that the event starts from, goes to or is about."""
    if candidate.trigger.type not in GROUND:
        return []
    return [place for place in close if place.precision != "country" and _moves(view, place, parties)]


def _moves(view: View, place: Place, parties: Sequence[Participant]) -> bool:
    first = first_item(view, place.span)
    if first < 0:
        return False
    itself = any(party.span.covers(place.span) and party.kind is MentionKind.PLACE for party in parties)
    phrase = view.phrases[view.phrase_of(first)]
    free = not any(party.span.covers(place.span) for party in parties)
    taken = not phrase.preposition and phrase.kind == "np" and place.rule.startswith("place_word")  # «حرر مدينة عدن»
    return itself or (free and (taken or phrase.preposition in MOTION))


def _described(view: View, candidate: Candidate) -> list[Place]:
    """«أمام مقر الحكومة», «قرب الحدود الشمالية»: places near the trigger that have no name of their own."""
    at = view.phrase_of(candidate.item)
    return [
        Place(view.span(number), "place_phrase", reason="described, not named")
        for number in range(max(0, at - PHRASE_REACH), min(len(view.phrases), at + PHRASE_REACH))
        if (phrase := view.phrases[number]).kind == "np"
        and phrase.preposition
        and (mention := view.mention(number))
        and _stands_somewhere(phrase, mention)
    ]


def _is_location(view: View, place: Place, parties: Sequence[Participant]) -> bool:
    """A place after a preposition of place, outside the event's parties (unless it ends a party's phrase: «قاعدة في …»)."""
    first = first_item(view, place.span)
    if first < 0:
        return False
    phrase = view.phrases[view.phrase_of(first)]
    if place.rule == "direction":
        return True
    if any(
        party.span == place.span or (party.span.covers(place.span) and party.span.start == place.span.start)
        for party in parties
    ):
        return False
    before = view.items[first - 1] if first else None
    glued = view.items[first].preposition == "ب"
    free = before is not None and before.tag == "particle" and before.token.folded[len(before.conjunction) :] in STATIC
    return glued or free or phrase.preposition in STATIC


def _after(view: View, candidate: Candidate, candidates: Sequence[Candidate], places: Sequence[Place]) -> Place | None:
    for place in places:
        first = first_item(view, place.span)
        if (
            first > candidate.item
            and same_stretch(view, first, candidate.item)
            and not nearer_trigger(first, candidate, candidates, view)
            and not _another_clause(view, candidate.item, first)
        ):
            return place
    return None


def _another_clause(view: View, start: int, stop: int) -> bool:
    """Whether a comma and then a finite verb lie between two items: what follows is told of something else."""
    comma = False
    for item in view.items[start + 1 : stop]:
        comma = comma or (item.tag == "mark" and item.token.text in COMMAS)
        if comma and item.tag == "verb":
            return True
    return False


BEFORE_REACH = 8  # items from a place to the trigger after it


def _before(view: View, candidate: Candidate, candidates: Sequence[Candidate], places: Sequence[Place]) -> Place | None:
    """«في تعز، قصف …»: a place before the trigger, unless it belongs to a verb before it («بحث في نواكشوط … هجوم على …»)."""
    for place in reversed(places):
        first = first_item(view, place.span)
        if not 0 <= candidate.item - first < BEFORE_REACH or not same_stretch(view, first, candidate.item):
            continue
        told = any(c.verbal and c.item < first and same_stretch(view, c.item, first) for c in candidates)
        if candidate.verbal or not told:
            return place
    return None
