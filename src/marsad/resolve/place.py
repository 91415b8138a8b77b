"""Places to the gazetteer: candidates scored by documented features, with the reason of the choice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log10

from marsad.mention.compass import Offset, moved
from marsad.mention.place import PlaceExpression
from marsad.record import Place
from marsad.resolve.gazetteer import EXACT, Candidate, Gazetteer

# What speaks for a candidate, in points; a score is their sum and its parts are named in the reason.
NAMED_KIND = 4.0  # the place word says its kind: «محافظة تعز», «مدينة تعز»
BESIDE = 6.0  # it lies in what stands right beside: «يريم في إب», «أريحا بمحافظة إدلب»
SPOKEN_OF = 2.0  # its country is spoken of in the article …
SHARE = 2.0  # … times its share of all countries' mentions
SAME_REGION = 1.0  # another place of the article lies in the same region
STATE = 6.0  # a state's own name is of the state
CAPITAL = 1.0
SEAT = 3.0  # a governorate, where nothing says that its town is meant
OWN = 1.5  # listed in the lexicon
PEOPLE = 0.7  # for every power of ten inhabitants
FAMOUS = 3.0  # in the country of a city of half a million beside which all others of its name are small
CITY = 500_000  # inhabitants
SMALL = 0.1  # of the city's inhabitants
HOME = 1.0  # in a country that the lexicon calls home
MARGIN = 0.5  # points before the best candidate of another country; less is a draw
# What a place word asks for, first choice first.
KINDS = {
    "town": ("town", "district"),
    "governorate": ("governorate", "region", "district"),
    "district": ("district", "town"),
    "quarter": ("quarter",),
    "point": ("point",),
    "area": ("area",),
    "water": ("water",),
    "zone": ("governorate", "region", "district", "area", "quarter"),
    "rural": ("governorate", "district"),
    "capital": ("town",),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article says of where it happens: country → mentions, regions with a place in it that is sure."""

    countries: Mapping[str, int] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate, its score and what made it."""

    candidate: Candidate
    score: float
    reasons: tuple[str, ...]


def resolve_places(expressions: Sequence[PlaceExpression], gazetteer: Gazetteer, setting: Setting) -> tuple[Place, ...]:
    """The places that a sentence's expressions mean. The last is resolved first, so that «يريم في إب» lies in Ibb."""
    found: list[Place] = []
    following: tuple[PlaceExpression, Candidate] | None = None
    for expression in reversed(expressions):
        beside = following[1] if following and following[0].start - expression.stop <= 1 else None
        place, chosen = _resolve(expression, gazetteer, setting, beside)
        found.append(place)
        following = (expression, chosen) if chosen else None
    return _in_one_country(expressions, tuple(reversed(found)), gazetteer)


def _in_one_country(
    expressions: Sequence[PlaceExpression], places: tuple[Place, ...], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """«محافظة لحج، جنوب البلاد»: without a name of its own a place lies in the country of the sentence's other places."""
    countries = {place.country for place in places if place.country}
    if len(countries) != 1:
        return places
    (country,) = countries
    setting = Setting({country or "": 1})
    return tuple(
        place if place.id else _of_country(expression, place, gazetteer, setting)
        for expression, place in zip(expressions, places, strict=True)
    )


def _of_country(expression: PlaceExpression, place: Place, gazetteer: Gazetteer, setting: Setting) -> Place:
    """«بلدة بريتال القريبة من مدينة بعلبك»: of a town that no list holds the sentence tells the country at least."""
    (country,) = setting.countries
    if expression.rule in NAMELESS:
        return _resolve(expression, gazetteer, setting, None)[0]
    if expression.name is None and expression.kind in LYING_IN:
        return replace(place, country=country, reason=f"{place.reason}; in {country}, as the sentence's other places")
    return place


LYING_IN = frozenset({"town", "district", "quarter", "zone", "governorate", "area", "rural"})


def rank(
    expression: PlaceExpression, gazetteer: Gazetteer, setting: Setting, beside: Candidate | None = None
) -> list[Scored]:
    """The candidates of an expression, the best first, each with its reasons."""
    candidates = gazetteer.candidates(expression.name) if expression.name else _alone(expression, gazetteer, setting)
    if not expression.kind and _said_by_name(expression):
        candidates = tuple(c for c in candidates if c.kind == "water") or candidates
    country = _famous(candidates, gazetteer)
    scored = (
        _score(c, expression, gazetteer, setting, beside, famous=c.country is not None and c.country == country)
        for c in candidates
    )
    return sorted(scored, key=lambda s: (-s.score, s.candidate.id))


def _famous(candidates: Sequence[Candidate], gazetteer: Gazetteer) -> str | None:
    """The country of the one big city among places of a name: «باريس» is not of Texas because the article speaks of America."""
    city = max(candidates, key=lambda c: c.population, default=None)
    if city is None or city.population < CITY:
        return None
    others = [c for c in candidates if c.country != city.country]
    if city.country not in gazetteer.home and any(c.country in gazetteer.home for c in others):
        return None  # «زنجبار» is in Abyan for newspapers that write of Abyan
    return city.country if all(c.population < SMALL * city.population for c in others) else None


def _alone(expression: PlaceExpression, gazetteer: Gazetteer, setting: Setting) -> tuple[Candidate, ...]:
    """«العاصمة», «شمال البلاد» without a name: of the one country that the article speaks of."""
    if expression.rule not in NAMELESS or len(setting.countries) != 1:
        return ()
    (country,) = setting.countries
    found = gazetteer.capital(country) if expression.rule == "capital" else gazetteer.state(country)
    return (found,) if found else ()


def _score(
    candidate: Candidate, expression: PlaceExpression, gazetteer: Gazetteer, setting: Setting, beside: Candidate | None,
    *, famous: bool,
) -> Scored:  # fmt: skip
    parts = list(_features(candidate, expression, gazetteer, setting, beside))
    if famous:
        parts.append((FAMOUS, "where the one big city of the name is"))
    return Scored(
        candidate, round(sum(points for points, _ in parts), 2), tuple(reason for _, reason in parts if reason)
    )


def _features(
    candidate: Candidate, expression: PlaceExpression, gazetteer: Gazetteer, setting: Setting, beside: Candidate | None
) -> Iterable[tuple[float, str]]:
    """Points and the reason for them; an empty reason says nothing of its own."""
    wanted = KINDS.get(expression.kind or _said_by_name(expression), ())
    if candidate.kind in wanted:
        yield NAMED_KIND - wanted.index(candidate.kind), f"a {candidate.kind} as the word before it says"
    if beside is not None and _lies_in(candidate, beside):
        yield BESIDE, f"in {beside.name}, beside it"
    yield from _by_article(candidate, expression, setting)
    yield from _by_itself(candidate, expression, gazetteer)


WATERS = ("بحر ", "البحر ", "خليج ", "الخليج ", "مضيق ", "نهر ")


def _said_by_name(expression: PlaceExpression) -> str:
    """«البحر الأحمر» is the sea, and the province on its coast only after «محافظة»."""
    return "water" if (expression.name or "").startswith(WATERS) else ""


def _by_article(candidate: Candidate, expression: PlaceExpression, setting: Setting) -> Iterable[tuple[float, str]]:
    """What the article says of a candidate's country and region."""
    mentions = setting.countries.get(candidate.country or "", 0)
    if mentions:
        share = mentions / sum(setting.countries.values())
        yield SPOKEN_OF + SHARE * share, f"in {candidate.country}, which the article speaks of"
    if candidate.parent and candidate.parent in setting.regions:
        yield SAME_REGION, "in a region of the article's other places"
    if expression.rule in NAMELESS:
        yield 0, f"the article speaks of {candidate.country} alone"


def _by_itself(candidate: Candidate, expression: PlaceExpression, gazetteer: Gazetteer) -> Iterable[tuple[float, str]]:
    """What a candidate is, whatever the article says."""
    if candidate.kind == "country":
        yield STATE, "a state"
    if candidate.country and gazetteer.capitals.get(candidate.country) == expression.name:
        yield CAPITAL, "a capital"
    if candidate.kind in ("governorate", "region"):
        yield SEAT, ""
    if candidate.id.startswith("marsad:"):
        yield OWN, ""
    if candidate.country in gazetteer.home:
        yield HOME, ""
    yield (
        PEOPLE * log10(candidate.population + 1),
        f"{candidate.population:,} inhabitants" if candidate.population else "",
    )


def _lies_in(candidate: Candidate, region: Candidate) -> bool:
    """Inside a region or country, or, where the region itself is a town's name, in the same region as that town."""
    if candidate.id == region.id:
        return False
    if region.kind == "country":
        return candidate.country == region.country
    return bool(candidate.parent) and candidate.parent in (region.id, region.parent)


def _resolve(
    expression: PlaceExpression, gazetteer: Gazetteer, setting: Setting, beside: Candidate | None
) -> tuple[Place, Candidate | None]:
    ranked = rank(expression, gazetteer, setting, beside)
    chosen, reason = _choose(ranked, expression, gazetteer, setting)
    if chosen is None:
        return Place(expression.span, expression.rule, reason=reason, candidates=len(ranked)), None
    point, precision, uncertainty = _point(chosen, expression)
    place = Place(
        expression.span, expression.rule, chosen.id, chosen.name, chosen.name_en, chosen.country, *point, precision, reason, len(ranked),
        uncertainty,
    )  # fmt: skip
    return place, chosen


def _choose(
    ranked: Sequence[Scored], expression: PlaceExpression, gazetteer: Gazetteer, setting: Setting
) -> tuple[Candidate | None, str]:
    if not ranked:
        return None, NOTHING[expression.rule in NAMELESS]
    best = ranked[0]
    if (
        expression.kind == "governorate"
        and best.candidate.kind == "town"
        and best.candidate.country not in gazetteer.home
    ):
        return None, "a town, where the word before it says a region"  # «ولاية بادن فورتمبيرج» is not Baden
    other = next((s for s in ranked if s.candidate.country != best.candidate.country), None)
    if other is not None and best.score - other.score < MARGIN:
        listed = _listed(ranked, expression, gazetteer, setting)
        return listed, "listed in the lexicon" if listed else f"{len(ranked)} candidates and nothing to choose by"
    if len(ranked) == 1 and not best.reasons:
        return best.candidate, "only candidate"
    return best.candidate, "; ".join(best.reasons) or "listed in the lexicon"


def _listed(
    ranked: Sequence[Scored], expression: PlaceExpression, gazetteer: Gazetteer, setting: Setting
) -> Candidate | None:
    """Of places between which nothing chooses the one that the lexicon lists, where no other country is spoken of."""
    drawn = (s.candidate for s in ranked if ranked[0].score - s.score < MARGIN)
    found = [c for c in drawn if gazetteer.listed(expression.name or "", c.id)]
    return found[0] if len(found) == 1 and not setting.countries.keys() - {found[0].country} else None


NAMELESS = frozenset({"capital", "direction_of_country"})
NOTHING = ("not in the gazetteer", "the article speaks of no country or of several")


def _point(
    chosen: Candidate, expression: PlaceExpression
) -> tuple[tuple[float | None, float | None], str, float | None]:
    """(latitude, longitude), precision and uncertainty in kilometres of what an expression says of a place."""
    point, precision = (chosen.latitude, chosen.longitude), chosen.precision
    if expression.offset is not None and chosen.latitude is not None and chosen.longitude is not None:
        return moved(chosen.latitude, chosen.longitude, expression.offset), *_around(expression.offset)
    if expression.rule.startswith("direction") and expression.kind != "whole" and precision == "country":
        return point, "governorate", None
    if expression.kind in ("around", "rural") and EXACT.index(precision) < EXACT.index("district"):
        return point, "district", None
    return point, precision, None


FAR = 25.0  # kilometres of uncertainty beyond which a computed point tells no more than the governorate


def _around(offset: Offset) -> tuple[str, float]:
    uncertainty = round(offset.uncertainty, 1)
    return ("governorate" if uncertainty > FAR else "district"), uncertainty


def setting_of(
    found: Iterable[tuple[PlaceExpression, Place]], countries: Mapping[str, int], gazetteer: Gazetteer
) -> Setting:
    """The setting of an article: the countries that it speaks of and those of names that are in one country alone.

    A region counts where two of the article's places lie in it: a place is no evidence for itself.
    """
    counted = Counter(countries)
    inside: dict[str, set[str]] = defaultdict(set)
    for expression, place in found:
        candidates = gazetteer.candidates(expression.name) if expression.name else ()
        if place.country and place.precision != "country" and len({c.country for c in candidates}) == 1:
            counted[place.country] += 1
        known = gazetteer.by_id(place.id) if place.id else None
        if known is not None and known.parent:
            inside[known.parent].add(known.id)
    return Setting(counted, frozenset(region for region, places in inside.items() if len(places) > 1))
