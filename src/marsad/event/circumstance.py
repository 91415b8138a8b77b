"""When and where: which of a sentence's times and places governs an event."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claim.speech import Report
from marsad.event.candidate import Candidate
from marsad.event.view import View
from marsad.record import Participant, Place, Time
from marsad.span import Span

PLACE_PREPOSITIONS = frozenset(
    "في ب قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي داخل امام قباله خارج عند لدي ضمن عبر الي من علي نحو باتجاه".split()
)
STATIC = frozenset("في ب قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي داخل امام قباله خارج عند".split())
# Types whose goal or ground may itself be the place of the event.
GROUND = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "CONSULT"})


def distances(view: View, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """First and last item of each span."""
    return [_items(view, span) for span in spans]


def _items(view: View, span: Span) -> tuple[int, int]:
    inside = [n for n, item in enumerate(view.items) if item.token.span.overlaps(span)]
    return (inside[0], inside[-1]) if inside else (-1, -1)


def find_time(
    view: View, candidate: Candidate, candidates: Sequence[Candidate], reports: Sequence[Report]
) -> Time | None:
    """The time nearest to the trigger in its stretch, unless it stands on a reporting verb («قال أمس إن …»)."""
    best: tuple[int, Time] | None = None
    for time in view.times:
        first, _ = _items(view, time.span)
        if first < 0 or _on_report(first, reports) or _nearer_trigger(first, candidate, candidates, view):
            continue
        distance = abs(first - candidate.item)
        if _same_stretch(view, first, candidate.item) and (best is None or distance < best[0]):
            best = (distance, time)
    return best[1] if best else None


def _on_report(item: int, reports: Sequence[Report]) -> bool:
    """Whether an item stands between a speech verb and what is said."""
    return any(report.item < item < report.start for report in reports if report.rule != "according_to")


def _nearer_trigger(item: int, candidate: Candidate, candidates: Sequence[Candidate], view: View) -> bool:
    """Whether another event stands between the trigger and the item, or close before it."""
    between = (c for c in candidates if min(item, candidate.item) < c.item < max(item, candidate.item))
    return any(c.verbal or c.reading.pos != "participle" for c in between) and abs(item - candidate.item) > 2


def _same_stretch(view: View, one: int, other: int) -> bool:
    """No full stop, semicolon or complementizer lies between two items."""
    for position in range(min(one, other) + 1, max(one, other)):
        item = view.items[position]
        if item.tag == "mark" and item.token.text in ".؟!؛":
            return False
        if item.tag == "particle" and "complementizer" in item.classes:
            return False
    return True


def find_place(
    view: View, candidate: Candidate, candidates: Sequence[Candidate], parties: Sequence[Participant]
) -> tuple[Place, str] | None:
    """The event's place and the rule that chose it: after the trigger, else before it, else none."""
    free = [place for place in view.places if _is_location(view, place, parties)]
    for rule, chosen in (
        ("place_after_trigger", _after(view, candidate, candidates, free)),
        ("place_before_trigger", _before(view, candidate, free)),
    ):
        if chosen:
            return chosen, rule
    return None


def _is_location(view: View, place: Place, parties: Sequence[Participant]) -> bool:
    """A place after a preposition of place, outside the event's parties (unless it ends a party's phrase: «قاعدة في …»)."""
    first, _ = _items(view, place.span)
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
    glued = view.items[first].preposition in ("ب",)
    free = before is not None and before.tag == "particle" and before.token.folded[len(before.conjunction) :] in STATIC
    return glued or free or phrase.preposition in STATIC


def _after(view: View, candidate: Candidate, candidates: Sequence[Candidate], places: Sequence[Place]) -> Place | None:
    for place in places:
        first, _ = _items(view, place.span)
        if (
            first > candidate.item
            and _same_stretch(view, first, candidate.item)
            and not _nearer_trigger(first, candidate, candidates, view)
        ):
            return place
    return None


def _before(view: View, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    for place in reversed(places):
        first, _ = _items(view, place.span)
        if 0 <= first < candidate.item and _same_stretch(view, first, candidate.item) and candidate.item - first < 8:
            return place
    return None
