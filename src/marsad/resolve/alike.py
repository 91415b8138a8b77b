"""What two mentions of events may share or differ in: parties, places, days, numbers, words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from marsad.event.owner import PLACED
from marsad.mention.compass import distance
from marsad.mention.time.value import date_of
from marsad.record import MentionKind, Participant, Place, Quantity, Time
from marsad.span import Span
from marsad.text.fold import fold

# Parties

SAME = ("described_before", "last_name", "pronoun_before")  # rules that say who somebody is, not what he belongs to


def overlap(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Whether half of the shorter side's parties stand on the other: one shared soldier makes no shared meeting."""
    if len(one) <= len(other):
        few, shared = one, sum(any(same_party(a, b) for b in other) for a in one)
    else:  # whoever was told of earlier stays the first of the two that are compared
        few, shared = other, sum(any(same_party(a, b) for a in one) for b in other)
    return bool(few) and shared * 2 >= len(few)


def same_party(a: Participant, b: Participant) -> bool:
    """The same entity, the same words, one that goes back to the other, or the same country and sector."""
    if (a.entity and a.entity == b.entity) or _named(a) == _named(b):
        return True
    if a.country and b.country and a.country != b.country:
        return False  # «موقعا» of the one and «موقعا» of the other
    if a.text == b.text or _called_again(a.text, b.text):
        return True
    if any(p.rule.startswith("national_adjective") for p in (a, b)):
        return bool(a.country) and a.country == b.country  # «الدعم التركي» is Turkey's, whoever gives it there
    if a.kind is b.kind is MentionKind.PLACE:
        return b.text.startswith(f"{a.text} ") or a.text.startswith(f"{b.text} ")  # «مدينة الحوطة» is not «مدينة عدن»
    if PLACED in (a.reason, b.reason):
        return False
    one_of_many = (a.entity is None) != (b.entity is None) and MentionKind.GROUP in (a.kind, b.kind)
    return bool(a.country) and not one_of_many and (a.country, a.sector) == (b.country, b.sector)


def _named(party: Participant) -> Span:
    """The words that name a party: its own, or those that «الوزير» goes back to."""
    return party.antecedent if party.antecedent and party.rule.endswith(SAME) else party.span


def _called_again(earlier: str, later: str) -> bool:
    """«السوق» after «سوقا شعبيا»: a definite noun alone, and an indefinite one of the same letters."""
    word = fold(later)
    if " " in word or not word.startswith("ال"):
        return False
    first = fold(earlier.split()[0])
    return word[2:] in (first, first.removesuffix("ا"))


def opposed(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Two sides that cannot be one: no party in common, or each with one of a country that the other lacks.

    «ليبيا» and «العاصمة الليبية» are other words for one side, as far as countries tell, unless two named entities differ.
    """
    if not one or not other:
        return False
    ours, theirs = _countries(one), _countries(other)
    if ours - theirs and theirs - ours and all(map(_country, (*one, *other))):
        return True
    if overlap(one, other) or any(_vaguer(a, b) or _vaguer(b, a) for a in one for b in other):
        return False
    named = all(p.entity and not p.entity.startswith("state:") for p in (*one, *other))
    return named or not ours & theirs


def _vaguer(a: Participant, b: Participant) -> bool:
    """«طائرات حربية», then «طائرات التحالف العربي»: the same noun and sector, and nothing says whose the first are."""
    unknown = a.entity is None and a.country is None and a.kind is not MentionKind.PERSON
    return unknown and a.sector is not None and a.sector == b.sector and _head(a) == _head(b)


def _head(party: Participant) -> str:
    return fold(party.text.split()[0]).removeprefix("ال")


def _countries(side: Sequence[Participant]) -> set[str]:
    return {country for party in side if (country := _country(party))}


def _country(party: Participant) -> str | None:
    """A party's own country, not the one that it has from where it stands: a hospital and a bakery of one town are two."""
    return None if party.reason == PLACED else party.country


# Places and days

NEAR = 50.0  # kilometres between the middle of a region and a town that may lie in it
REGIONS = frozenset({"governorate", "district"})
POINTS = frozenset({"town", "point"})


def apart(one: Place | None, other: Place | None) -> bool:
    """Whether two places are known and neither may lie in the other: «صعدة» lies in «شمالي اليمن» and in «محافظة صعدة»."""
    if one is None or other is None or not (one.id and other.id) or one.id == other.id:
        return False
    if one.country != other.country:
        return True
    if any(_whole_country(place) for place in (one, other)):
        return False
    kinds = {one.precision, other.precision}
    return not (kinds & REGIONS and kinds & POINTS) or _distance(one, other) > NEAR


def _whole_country(place: Place) -> bool:
    """A country, or a part of it that only a direction names («شمالي اليمن»)."""
    return place.precision == "country" or (place.rule.startswith("direction") and place.latitude is None)


def _distance(one: Place, other: Place) -> float:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    return distance(one.latitude, one.longitude, other.latitude, other.longitude)


def other_days(one: Time | None, other: Time | None) -> bool:
    """Whether two times give days, months or years of which neither is the other or lies in it."""
    ours, theirs = date_of(one) or "", date_of(other) or ""
    return bool(ours and theirs) and not (ours.startswith(theirs) or theirs.startswith(ours))


# Numbers


def disjoint(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both counts: 12 and 15, not «أكثر من 10» and 12."""
    return _below(one, other) or _below(other, one)


def _below(one: Quantity, other: Quantity) -> bool:
    return one.most is not None and one.most < other.least


# Words

WEAK = re.compile("[اويءؤئ]|ه$")


def root(lemma: str) -> str:
    """The strong letters of a word, by which «هاجم» and «هجوم», «تظاهر» and «مظاهرة» are one; no more than a likeness."""
    letters = WEAK.sub("", fold(lemma))
    while len(letters) > 3 and letters[0] in "متن":
        letters = letters[1:]
    return letters
