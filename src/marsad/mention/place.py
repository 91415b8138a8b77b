"""Place names in a sentence: after place words, directions and prepositions of place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.lexicon.compile import ADJECTIVE, COMMON_NOUN, DEMONYM, NOUN, QUIET
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.item import is_name_ali
from marsad.record import Token
from marsad.resolve.gazetteer import Gazetteer
from marsad.span import Span

LOCATIVE = frozenset(
    "في من الي علي عبر داخل خارج نحو باتجاه قرب قباله وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي بين امام".split()
)
SIDES = frozenset(
    "الشمالي الشماليه الجنوبي الجنوبيه الشرقي الشرقيه الغربي الغربيه الحدودي الحدوديه الساحلي الساحليه الدولي".split()
)
UNKNOWN_NAME = 2  # words of an unknown name after a place word


class PlaceExpression(NamedTuple):
    """Tokens ``[start, stop)`` of a place, the gazetteer name in them (``None``: unknown), and the rule."""

    start: int
    stop: int
    span: Span
    name: str | None
    rule: str
    inner: int = 0  # the first token of the name
    prefix: int = 0  # letters of clitics before the name


def find_places(tokens: Sequence[Token], gazetteer: Gazetteer, lexicon: Lexicon) -> list[PlaceExpression]:
    """The places of a sentence, left to right, none inside another."""
    found: list[PlaceExpression] = []
    position = 0
    while position < len(tokens):
        place = (
            _capital_of(tokens, position, lexicon)
            or _place_word(tokens, position, gazetteer, lexicon)
            or _direction(tokens, position, gazetteer, lexicon)
            or _named(tokens, position, gazetteer, lexicon)
            or _unknown_in(tokens, position, lexicon)
        )
        if place:
            found.append(place)
        position = place.stop if place else position + 1
    return found


def _name_at(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, *, clitics: bool) -> tuple[str, int, int]:
    """(longest gazetteer name, tokens, letters before it) at a position."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return "", 0, 0
    for first, prefix in gazetteer.heads(tokens[at].folded):
        if prefix and not clitics:
            continue
        for length in range(gazetteer.longest[first], 0, -1):
            words = [first, *(token.folded for token in tokens[at + 1 : at + length])]
            if len(words) == length and " ".join(words) in gazetteer:
                return " ".join(words), length, prefix
    return "", 0, 0


def _place_word(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon) -> PlaceExpression | None:
    """«مدينة سرت», «ريف حلب الشمالي», «بلدة كفر نبل» (unknown), «مدينتي الحوطة وعدن»."""
    if tokens[at].folded not in gazetteer.place_words:
        return None
    prefix = gazetteer.place_words[tokens[at].folded]
    inner = at + 1
    while inner < len(tokens) and tokens[inner].folded in gazetteer.place_words and inner < at + 3:
        inner += 1
    name, length, _ = _name_at(tokens, inner, gazetteer, clitics=False)
    rule = "place_word"
    if not name:
        rule = "place_word+unknown_name"
        length = _unknown_name(tokens, inner, lexicon) or _street_name(tokens, inner)
    if not length:
        return None
    stop = inner + length
    stop += stop < len(tokens) and tokens[stop].folded in SIDES
    return PlaceExpression(at, stop, _span(tokens, at, stop, prefix), name or None, rule, inner)


STREETS = frozenset("دوار ميدان ساحه شارع جسر مفرق مسجد سينما فندق حديقه جامع كنيسه ملعب حاره".split())


def _street_name(tokens: Sequence[Token], at: int) -> int:
    """«دوار الزراعة», «ميدان التحرير»: squares and streets are called by any definite noun."""
    bare = tokens[at - 1].folded
    street = any(bare.endswith(word) for word in STREETS)
    return int(street and at < len(tokens) and tokens[at].kind == "word" and tokens[at].folded.startswith("ال"))


def _unknown_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """How many words after a place word look like a name: unknown ones, up to two."""
    length = 0
    while length < UNKNOWN_NAME and at + length < len(tokens):
        token = tokens[at + length]
        known = any(r.cls != NOUN or r.entry == ADJECTIVE for r in lexicon.readings(token))
        if token.kind != "word" or token.folded in lexicon.particles or known:
            break
        if length and (token.folded.startswith("ال") or token.folded[:1] in "وبل"):
            break
        length += 1
    return length


def _capital_of(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> PlaceExpression | None:
    """«العاصمة الليبية»: the capital of the state that the adjective names."""
    folded = tokens[at].folded
    prefix = next(
        (len(p) for p in ("", "و", "ب", "وب", "ل") if folded == p + "العاصمه" or (p == "ل" and folded == "للعاصمه")),
        None,
    )
    if prefix is None or at + 1 >= len(tokens):
        return None
    state = next((lexicon.demonyms[r.entry] for r in lexicon.readings(tokens[at + 1]) if r.cls == DEMONYM), None)
    name = next((capital for capital, country in lexicon.capitals.items() if country == state), None)
    return (
        PlaceExpression(at, at + 2, _span(tokens, at, at + 2, prefix), name, "capital_of", at, prefix) if name else None
    )


def _direction(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon) -> PlaceExpression | None:
    """«شمال العراق», «جنوب شرق تركيا», «غرب بغداد»."""
    if tokens[at].folded not in gazetteer.directions:
        return None
    prefix = gazetteer.directions[tokens[at].folded]
    inner = at + 1
    while inner < min(len(tokens), at + 3) and (
        tokens[inner].folded in gazetteer.directions or tokens[inner].folded == "مدينه"
    ):
        inner += 1
    name, length, _ = _name_at(tokens, inner, gazetteer, clitics=False)
    if length == 1 and name in gazetteer.guarded:
        return None
    if not name:
        length = _unknown_name(tokens, inner, lexicon)
        if not length or tokens[inner].folded.startswith("ال") or tokens[inner].folded[:1] in "وبل":
            return None
        return PlaceExpression(
            inner, inner + length, _span(tokens, inner, inner + length, 0), None, "direction+unknown_name"
        )
    return PlaceExpression(at, inner + length, _span(tokens, at, inner + length, prefix), name, "direction", inner)


def _named(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon) -> PlaceExpression | None:
    """A known name after a preposition of place, or with one glued to it («بالقاهرة»)."""
    name, length, prefix = _name_at(tokens, at, gazetteer, clitics=True)
    if not name:
        return None
    homograph = length == 1 and (name in gazetteer.guarded or _is_word(tokens[at], name, lexicon))
    if homograph and not (name in gazetteer.outweighing and _apart(tokens, at, name)):
        return None
    if length == 1 and _is_common(tokens[at], name, lexicon) and not gazetteer.well_known(name):
        return None
    before = tokens[at - 1].folded if at and not is_name_ali(tokens, at - 1) else ""
    glued = (prefix > 0 and tokens[at].folded[prefix - 1] in "بل") or tokens[at].folded.startswith("لل")
    joined = prefix > 0 and tokens[at].folded[0] in "وف"
    if not (before in LOCATIVE or before[1:] in LOCATIVE or glued or joined):
        return None
    return PlaceExpression(
        at, at + length, _span(tokens, at, at + length, prefix), name, "after_preposition", at, prefix
    )


INSIDE = frozenset("في وفي داخل وداخل".split())
SHORTEST_NAME = 3
PRONOUNS = ("ها", "هم", "هما", "نا")


def _unknown_in(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> PlaceExpression | None:
    """«في لداخ»: between في and the end of its phrase a single word that nothing knows is a place that the gazetteer lacks."""
    if not at or tokens[at - 1].folded not in INSIDE or not _foreign(tokens[at], lexicon):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.kind == "word" and following.folded not in lexicon.particles:
        return None
    return PlaceExpression(at, at + 1, _span(tokens, at, at + 1, 0), None, "in+unknown_name")


def _foreign(token: Token, lexicon: Lexicon) -> bool:
    """A word without article or pronoun that neither the vocabulary nor the names know."""
    folded = token.folded
    if token.kind != "word" or len(folded) < SHORTEST_NAME or folded.startswith("ال") or folded.endswith(PRONOUNS):
        return False
    return not (folded in lexicon.particles or lexicon.readings(token) or lexicon.name_heads(folded))


def _apart(tokens: Sequence[Token], at: int, name: str) -> bool:
    """A name that is also a word needs its preposition apart: «في حجة», but «بحجة» is a pretext."""
    return tokens[at].folded == name and at > 0 and tokens[at - 1].folded.removeprefix("و") in LOCATIVE


def _is_common(token: Token, name: str, lexicon: Lexicon) -> bool:
    """«إطار» is a frame before it is a town in Mauritania."""
    bare = name.removeprefix("ال")
    return any(r.cls == NOUN and r.entry == COMMON_NOUN and r.cut.stem == bare for r in lexicon.readings(token))


def _is_word(token: Token, name: str, lexicon: Lexicon) -> bool:
    """A single-word name that is also a word of the lexicon is no place without a place word."""
    return name in lexicon.particles or any(
        r.cls not in (DEMONYM, QUIET, NOUN) and not r.verbal
        for r in lexicon.readings(token)
        if len(r.cut.stem) >= len(name.removeprefix("ال"))
    )


def _span(tokens: Sequence[Token], start: int, stop: int, prefix: int) -> Span:
    return Span(tokens[start].span.start + prefix, tokens[stop - 1].span.stop)
