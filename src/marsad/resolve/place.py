"""Places to the gazetteer: candidates ranked by context, with the reason of the choice."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from marsad.mention.place import PlaceExpression
from marsad.record import Place
from marsad.resolve.gazetteer import Candidate, Gazetteer


def resolve_place(expression: PlaceExpression, gazetteer: Gazetteer, countries: Collection[str]) -> Place:
    """The place that an expression means, in view of the ``countries`` that the article speaks of.

    Unknown names, and names of several countries none of which the article mentions and
    none of which is much larger, stay unresolved.
    """
    candidates = gazetteer.candidates(expression.name) if expression.name else ()
    chosen, reason = _choose(candidates, countries)
    if chosen is None:
        return Place(expression.span, expression.rule, reason=reason, candidates=len(candidates))
    precision = "district" if expression.rule == "direction" and chosen.precision == "country" else chosen.precision
    return Place(
        expression.span, expression.rule, chosen.id, chosen.name, chosen.name_en, chosen.country, chosen.latitude,
        chosen.longitude, precision, reason, len(candidates),
    )  # fmt: skip


MUCH_LARGER = 5  # times the population of the next candidate, without help from context


def _choose(candidates: Sequence[Candidate], countries: Collection[str]) -> tuple[Candidate | None, str]:
    if not candidates:
        return None, "not in the gazetteer"
    if len(candidates) == 1 or candidates[0].precision == "country":
        return candidates[0], "only candidate" if len(candidates) == 1 else "a state"
    inside = [c for c in candidates if c.country in countries]
    if inside:
        best = max(inside, key=lambda c: (c.precision != "town", c.population))
        return best, f"in {best.country}, which the article speaks of"
    ranked = sorted(candidates, key=lambda c: -c.population)
    if len({c.country for c in candidates}) == 1:
        return ranked[0], "all candidates in one country; the largest"
    if ranked[0].population > MUCH_LARGER * max(1, ranked[1].population):
        return ranked[0], f"much larger than the {len(candidates) - 1} others"
    return None, f"{len(candidates)} candidates and nothing to choose by"
