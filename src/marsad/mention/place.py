"""Place names in a sentence: after place words, directions and prepositions of place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from marsad.lexicon.compile import COMMON_NOUN, DEMONYM, NOUN, QUIET, TRIGGER
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.compass import ABOUT, FROM, ON, REMOVE, TO, UNITS, Offset, compass
from marsad.mention.item import is_name_ali
from marsad.record import Token
from marsad.resolve.gazetteer import Gazetteer
from marsad.span import Span
from marsad.text.mark import COMMAS, QUOTES

LOCATIVE = frozenset(
    "في من الي علي عبر داخل خارج نحو باتجاه قرب قباله فوق وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي بين امام".split()
)
SIDES = frozenset(
    "الشمالي الشماليه الجنوبي الجنوبيه الشرقي الشرقيه الغربي الغربيه الحدودي الحدوديه الساحلي الساحليه الدولي".split()
)
WITHIN = frozenset("في داخل قرب".split())  # after which «العاصمة» is a place, and no government
HOMELAND = "البلاد"  # «شمال البلاد»: of the country that is spoken of
INSIDE = frozenset("في وفي داخل وداخل".split())
UNKNOWN_NAME = 2  # words of an unknown name after a place word


SETTLED = frozenset({"town", "governorate", "district", "zone", "rural"})  # words after which any name is a place
VAGUE = frozenset({"capital", "any"})  # words after which an unknown name is none
HEIGHTS = ("جبل", "جبال", "وادي", "تله", "تبه", "نقيل")  # called by common nouns as well: «جبل الجماجم»
ANY_NOUN = frozenset({"town", "quarter"})  # words after which a common noun may be a name: «مدينة الحجاج», «حي السلام»
AMID = "وسط"  # «وسط محاولات»: rather amid than in the middle of an unknown place


class PlaceExpression(NamedTuple):
    """Tokens ``[start, stop)`` of a place, the gazetteer name in them (``None``: unknown), and the rule."""

    start: int
    stop: int
    span: Span
    name: str | None
    rule: str
    inner: int = 0  # the first token of the name
    prefix: int = 0  # letters of clitics before the name
    kind: str = ""  # what the place word before the name says that it is
    offset: Offset | None = None  # how far from the name the place lies
    several: bool = False  # whether the kind holds for the names joined to it as well


class Known(NamedTuple):
    """What the finders look words up in, and the countries that the article speaks of."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    countries: Collection[str] = ()


def find_places(
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    countries: Collection[str] = (),
    counted: Mapping[int, tuple[int, int]] | None = None,
) -> list[PlaceExpression]:
    """The places of a sentence, left to right, none inside another.

    ``countries`` are those that the article speaks of; ``counted`` the numbers of the sentence: first token → (token
    after, value).
    """
    known = Known(gazetteer, lexicon, countries)
    found: list[PlaceExpression] = []
    stop = 0
    for position in _able(tokens, gazetteer, counted or {}):
        if position < stop:
            continue
        place = (
            _distance(tokens, position, known, counted or {})
            or _capital(tokens, position, known)
            or _place_word(tokens, position, gazetteer, lexicon)
            or _direction(tokens, position, gazetteer, lexicon)
            or _named(tokens, position, known, found[-1] if found else None)
            or _unknown_in(tokens, position, lexicon)
        )
        while place:
            found.append(place)
            stop = place.stop
            place = _joined_unknown(tokens, known, place)
    return found


def _able(tokens: Sequence[Token], gazetteer: Gazetteer, counted: Mapping[int, tuple[int, int]]) -> list[int]:
    """The tokens at which one of the rules may find a place: few, and each look is dear."""
    words, begins = [token.folded for token in tokens], gazetteer.begins
    return [
        n
        for n, word in enumerate(words)
        if (begins[word] or n in counted or word in OPENING or (n and words[n - 1] in INSIDE))
        and tokens[n].kind != "mark"
    ]


def _name_at(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, *, clitics: bool) -> tuple[str, int, int]:
    """(longest gazetteer name, tokens, letters before it) at a position."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return "", 0, 0
    for first, prefix in gazetteer.heads[tokens[at].folded]:
        if prefix and not clitics:
            continue
        for length in range(gazetteer.longest[first], 0, -1):
            words = [first, *(token.folded for token in tokens[at + 1 : at + length])]
            if len(words) == length and " ".join(words) in gazetteer:
                return " ".join(words), length, prefix
    return "", 0, 0


def _distance(
    tokens: Sequence[Token], at: int, known: Known, counted: Mapping[int, tuple[int, int]]
) -> PlaceExpression | None:
    """«على بعد 100 كلم شمال شرقي بغداد», «140 كلم شرق تمبكتو», «600 كيلومتر إلى الغرب من درنة»."""
    number = at
    if tokens[at].folded in ON and at + 1 < len(tokens) and tokens[at + 1].folded in REMOVE:
        number = _skip(tokens, at + 2, ABOUT)
    if number not in counted:
        return None
    unit, value = counted[number]
    if unit >= len(tokens) or tokens[unit].folded not in UNITS:
        return None
    inner = _skip(tokens, unit + 1, TO)
    bearing, inner = compass(tokens, inner)
    inner = _skip(tokens, inner, FROM)
    while inner < len(tokens) and tokens[inner].folded in known.gazetteer.kinds:
        inner += 1
    name, length, _ = _name_at(tokens, inner, known.gazetteer, clitics=False)
    if not name:
        return None
    offset = Offset(value * UNITS[tokens[unit].folded], bearing)
    return PlaceExpression(
        at, inner + length, _span(tokens, at, inner + length, 0), name, "distance", inner, offset=offset
    )


def _skip(tokens: Sequence[Token], at: int, words: Collection[str]) -> int:
    """The first token from a position on that is none of some words."""
    while at < len(tokens) and tokens[at].folded in words:
        at += 1
    return at


def _place_word(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon) -> PlaceExpression | None:
    """«مدينة سرت», «مطار عدن», «ريف حلب الشمالي», «بلدة كفر نبل» (unknown), «مدينتي الحوطة وعدن»."""
    if tokens[at].folded not in gazetteer.kinds:
        return None
    prefix, kind = gazetteer.kinds[tokens[at].folded]
    inner = at + 1
    while inner < len(tokens) and tokens[inner].folded in gazetteer.kinds and inner < at + 3:
        if gazetteer.kinds[tokens[inner].folded][0]:
            return None  # «قرية بمحافظة حلب»: the name is the governorate's
        inner += 1
    inner += _quoted(tokens, inner)
    whole, words, _ = _name_at(tokens, at, gazetteer, clitics=True) if kind != "capital" else ("", 0, 0)
    name, length, _ = _name_at(tokens, inner, gazetteer, clitics=False)
    rule = "place_word"
    if words > max(1, length + inner - at - 1):  # the place word is part of the name
        name, length, kind = whole, words - (inner - at), ""
    elif name and length == 1 and not _told(name, kind, gazetteer):
        name, length = "", 0
    if not name:
        rule = "place_word+unknown_name"
        length = _unknown_name(tokens, inner, gazetteer, lexicon, kind) or _street_name(tokens, inner, gazetteer)
    if not length or (kind in VAGUE and not name):
        return None
    stop = inner + length
    stop += stop < len(tokens) and tokens[stop].text in QUOTES and tokens[inner - 1].text in QUOTES
    stop += stop < len(tokens) and tokens[stop].folded in SIDES
    several = tokens[at].folded in gazetteer.several
    return PlaceExpression(
        at, stop, _span(tokens, at, stop, prefix), name or None, rule, inner, kind=kind, several=several
    )


def _quoted(tokens: Sequence[Token], at: int) -> int:
    """«مدينة «عين العرب»»: 1 where a quotation mark stands between the word and the name."""
    return int(at + 1 < len(tokens) and tokens[at].text in QUOTES and tokens[at + 1].kind == "word")


STREETS = frozenset("دوار ميدان ساحه شارع جسر مفرق مسجد سينما فندق حديقه جامع كنيسه ملعب حاره".split())


def _street_name(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """«دوار الزراعة», «ميدان التحرير»: squares and streets are called by any definite noun."""
    bare = tokens[at - 1].folded
    street = any(bare.endswith(word) for word in STREETS)
    if not street or at >= len(tokens) or tokens[at].folded in gazetteer.no_names:
        return 0
    return int(tokens[at].kind == "word" and tokens[at].folded.startswith("ال"))


def _told(name: str, kind: str, gazetteer: Gazetteer) -> bool:
    """Whether a place word of a kind makes a single word the place that it may be: «قرية الثورة», not «معسكر الثورة»."""
    return kind in SETTLED or (gazetteer.notable(name) and name not in gazetteer.guarded)


COMPOUND = SETTLED | {"quarter"}
FIRST_PARTS = frozenset(
    "بيت كفر عين دير تل ام ابو خربه راس باب برج دار شعب مرج خان بير بئر قلعه ذي ذو ذات بني اولاد".split()
)


def _compound(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon) -> bool:
    """«بلدة بيت أمر», «قرية أم الحيران»: a first part of names of villages and a word after it."""
    if at + 1 >= len(tokens) or tokens[at].folded not in FIRST_PARTS:
        return False
    second = tokens[at + 1]
    plain = second.kind == "word" and second.folded not in lexicon.particles and second.folded not in gazetteer.kinds
    return plain and len(second.folded) >= SHORTEST_NAME - 1


def _unknown_name(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon, kind: str = "") -> int:
    """How many words after a place word look like a name: unknown ones, up to two.

    After words that are used of other things as well («سوق المال», «منطقة الجزاء») a common noun is no name.
    """
    if kind in COMPOUND and _compound(tokens, at, gazetteer, lexicon):
        return UNKNOWN_NAME
    length = 0
    named_by_noun = kind in ANY_NOUN or (at > 0 and tokens[at - 1].folded.endswith(HEIGHTS))
    allowed = (COMMON_NOUN,) if named_by_noun else ()
    while length < UNKNOWN_NAME and at + length < len(tokens):
        token = tokens[at + length]
        known = any(r.cls != NOUN or r.entry not in allowed for r in lexicon.readings(token))
        if token.kind != "word" or token.folded in lexicon.particles or known:
            break
        if token.folded in gazetteer.directions or token.folded in gazetteer.kinds:
            break
        if len(token.folded) < SHORTEST_NAME or token.folded in gazetteer.no_names:
            break
        if not length and _name_at(tokens, at, gazetteer, clitics=True)[2]:
            break  # «ضاحية باسطنبول»
        if length and (token.folded.startswith("ال") or token.folded[:1] in "وبل"):
            break
        length += 1
    return length


CAPITAL = {f"{prefix}العاصمه": len(prefix) for prefix in ("", "و", "ب", "وب", "ل", "ف")} | {"للعاصمه": 2}


OPENING = CAPITAL.keys() | ON  # words that begin an expression and are none of the gazetteer's


def _capital(tokens: Sequence[Token], at: int, known: Known) -> PlaceExpression | None:
    """«العاصمة الليبية»: the capital of the state that the adjective names; «في العاصمة»: of the article's country."""
    folded = tokens[at].folded
    prefix = CAPITAL.get(folded)
    if prefix is None:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    readings = known.lexicon.readings(following) if following else ()
    state = next((known.lexicon.demonyms[r.entry] for r in readings if r.cls == DEMONYM), None)
    if state in known.gazetteer.capitals:
        name = known.gazetteer.capitals[state]
        said, words, _ = _name_at(tokens, at + 2, known.gazetteer, clitics=False)
        stop = at + 2 + words * _is_capital(said, state, known.gazetteer)
        return PlaceExpression(at, stop, _span(tokens, at, stop, prefix), name, "capital_of", at, prefix)
    before = tokens[at - 1].folded.removeprefix("و") if at else ""
    named = _name_at(tokens, at + 1, known.gazetteer, clitics=False)[0]
    inside = "ب" in folded[:prefix] or before in WITHIN or before in known.gazetteer.directions
    if state or named or not inside:
        return None
    return PlaceExpression(at, at + 1, _span(tokens, at, at + 1, prefix), None, "capital", at, prefix)


def _is_capital(name: str, state: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a name after «العاصمة الأفغانية» says the capital once more."""
    capital = gazetteer.capital(state or "")
    return bool(name) and capital is not None and any(c.id == capital.id for c in gazetteer.candidates(name))


def _direction(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, lexicon: Lexicon) -> PlaceExpression | None:
    """«شمال العراق», «جنوب شرق تركيا», «غرب بغداد», «شمال سيناء» (a governorate of that name)."""
    if tokens[at].folded not in gazetteer.directions:
        return None
    prefix = gazetteer.directions[tokens[at].folded]
    whole, words, _ = _name_at(tokens, at, gazetteer, clitics=True)
    if words > 1 and gazetteer.governs(whole):
        return None  # «جنوب أفريقيا» is a state
    if words > 1:
        return PlaceExpression(
            at, at + words, _span(tokens, at, at + words, prefix), whole, "direction", at + 1, kind="whole"
        )
    inner = at + 1
    inner += inner < len(tokens) and tokens[inner].text == "#"
    while inner < min(len(tokens), at + 3) and (
        tokens[inner].folded in gazetteer.directions or tokens[inner].folded in gazetteer.kinds
    ):
        inner += 1
    if inner < len(tokens) and tokens[inner].folded == HOMELAND:
        return PlaceExpression(at, inner + 1, _span(tokens, at, inner + 1, prefix), None, "direction_of_country", inner)
    name, length, _ = _name_at(tokens, inner, gazetteer, clitics=False)
    if length == 1 and name in gazetteer.guarded:
        return None
    if not name:
        length = _unknown_name(tokens, inner, gazetteer, lexicon) if not tokens[inner - 1].folded.endswith(AMID) else 0
        if not length or tokens[inner].folded.startswith("ال") or tokens[inner].folded[:1] in "وبل":
            return None
        return PlaceExpression(
            inner, inner + length, _span(tokens, inner, inner + length, 0), None, "direction+unknown_name"
        )
    kind = gazetteer.kinds.get(tokens[inner - 1].folded, (0, ""))[1]
    return PlaceExpression(
        at, inner + length, _span(tokens, at, inner + length, prefix), name, "direction", inner, kind=kind
    )


def _named(tokens: Sequence[Token], at: int, known: Known, before: PlaceExpression | None) -> PlaceExpression | None:
    """A known name after a preposition of place, glued to one («بالقاهرة»), or joined to the place ``before`` it."""
    name, length, prefix = _name_at(tokens, at, known.gazetteer, clitics=True)
    if not name or not known.gazetteer.expected(name, known.countries) or _side_of(tokens, at + length, name):
        return None
    if length == 1 and _is_another_word(tokens, at, name, known) and not _outweighs(tokens, at, prefix, name, known):
        return None
    joined = before is not None and _joins(tokens, at, prefix, before.stop)
    rule = "after_preposition" if joined or _placed(tokens, at, prefix) else ""
    rule = rule or _by_noun(tokens, at, prefix, name, known) or _listed(tokens, at, name, known, before)
    rule = rule or ("headline" if _opens_headline(tokens, at + length, name, known.gazetteer) and not at else "")
    if not rule:
        return None
    several = before is not None and joined and before.several
    kind = before.kind if before is not None and several else ""
    span = _span(tokens, at, at + length, prefix)
    return PlaceExpression(at, at + length, span, name, rule, at, prefix, kind, several=several)


def _is_another_word(tokens: Sequence[Token], at: int, name: str, known: Known) -> bool:
    """A single word that is rather a word of the lexicon than the place of the same letters."""
    gazetteer, lexicon, token = known.gazetteer, known.lexicon, tokens[at]
    if token.folded == f"ل{name}" and name.startswith("ل"):
        return not gazetteer.governs(name)  # «للحج» is of the pilgrimage, «للبنان» of Lebanon
    if gazetteer.is_state(name) or (token.text in gazetteer.as_written and _apart(tokens, at, name)):
        return False
    homograph = name in gazetteer.guarded or (_is_word(token, name, lexicon) and not token.folded.startswith("لل"))
    if homograph and not (name in gazetteer.outweighing and _apart(tokens, at, name)):
        return True
    if not gazetteer.notable(name):  # a village is told from a word that the lexicon knows by its place word alone
        return bool(lexicon.readings(token)) or bool(lexicon.name_heads[token.folded])
    return _is_common(token, name, lexicon) and not gazetteer.well_known(name)


def _outweighs(tokens: Sequence[Token], at: int, prefix: int, name: str, known: Known) -> bool:
    """«اشتباكات أبين»: a name that outweighs its homograph, after a noun for an event or a scene."""
    return name in known.gazetteer.outweighing and bool(_by_noun(tokens, at, prefix, name, known))


def _joins(tokens: Sequence[Token], at: int, prefix: int, stop: int) -> bool:
    """Whether a name is joined by و to a place that ends before ``stop``, a comma between them or not."""
    if not prefix or tokens[at].folded[0] not in "وف":
        return False
    return at == stop or (at == stop + 1 and tokens[stop].text in COMMAS)


def _joined_unknown(tokens: Sequence[Token], known: Known, before: PlaceExpression) -> PlaceExpression | None:
    """«بلدتي الوهط وصبر»: a word that no list holds after a place word for several places, a name and و."""
    at = before.stop
    if not before.several or at >= len(tokens) or tokens[at].kind != "word" or tokens[at].folded[:1] != "و":
        return None
    if _name_at(tokens, at, known.gazetteer, clitics=True)[0]:
        return None
    joined = tokens[at]
    bare = Token(Span(joined.span.start + 1, joined.span.stop), joined.text[1:], joined.folded[1:], joined.kind)
    if not _unknown_name([bare], 0, known.gazetteer, known.lexicon):
        return None
    rule, span = "place_word+unknown_name", _span(tokens, at, at + 1, 1)
    return PlaceExpression(at, at + 1, span, None, rule, at, 1, before.kind, several=True)


def _side_of(tokens: Sequence[Token], at: int, name: str) -> bool:
    """«الحدود الشمالية والشرقية»: the name of a province that is none here."""
    following = tokens[at].folded if at < len(tokens) else ""
    return " " in name and name.split()[-1] in SIDES and following.removeprefix("و") in SIDES and following[:1] == "و"


SHORTEST_LISTED = 3  # letters


def _listed(tokens: Sequence[Token], at: int, name: str, known: Known, before: PlaceExpression | None) -> str:
    """«في لحج، أبين، الضالع»: right after a place and a comma, no government's name."""
    if (
        before is None
        or at != before.stop + 1
        or tokens[before.stop].text not in COMMAS
        or known.gazetteer.governs(name)
    ):
        return ""
    if len(name) < SHORTEST_LISTED or known.lexicon.particles.keys() & {tokens[at].folded, tokens[at].folded[1:]}:
        return ""  # «وأن», «فإن»
    if before.rule == "listed" and tokens[at + 1 : at + 2] and tokens[at + 1].text in COMMAS:
        return "listed"  # in the middle of a list
    single = " " not in name and (known.lexicon.readings(tokens[at]) or not known.gazetteer.notable(name))
    return "" if single else "listed"


def _opens_headline(tokens: Sequence[Token], stop: int, name: str, gazetteer: Gazetteer) -> bool:
    """«جدة: ضبط …»: a town, no government, before the colon or dots that open a headline."""
    mark = tokens[stop].text if stop < len(tokens) else ""
    return (
        mark in (":", "..", "…") and stop + 1 < len(tokens) and gazetteer.notable(name) and not gazetteer.governs(name)
    )


AGAINST = frozenset({"علي", "ضد"})


def _by_noun(tokens: Sequence[Token], at: int, prefix: int, name: str, known: Known) -> str:
    """The rule by which the noun before a name makes it a place: «تفجير عسير», «سقوط عدن», «حرب اليمن»."""
    if _after_event(tokens, at, prefix, name, known):
        return "after_event"
    gazetteer = known.gazetteer
    if not at or prefix or not gazetteer.notable(name):
        return ""
    if known.lexicon.readings(tokens[at]) and name not in gazetteer.outweighing and not gazetteer.is_state(name):
        return ""
    if gazetteer.governs(name) and at + 1 < len(tokens) and tokens[at + 1].folded in AGAINST:
        return ""  # «هجوم واشنطن على …»
    scenes = gazetteer.state_scenes if gazetteer.is_state(name) else gazetteer.scenes
    return "after_noun" if tokens[at - 1].folded in scenes else ""


def _after_event(tokens: Sequence[Token], at: int, prefix: int, name: str, known: Known) -> bool:
    """«معارك عدن», «تفجير عسير»: a place, no government, right after a noun for an event without an article."""
    if not at or prefix or known.gazetteer.governs(name) or not known.gazetteer.notable(name):
        return False
    if known.lexicon.readings(tokens[at]) and name not in known.gazetteer.outweighing:  # «مسيرة سلمية»: also a town
        return False
    return any(
        r.cls == TRIGGER and not r.verbal and r.pos != "participle" and not (r.cut.article or r.cut.pronoun)
        for r in known.lexicon.readings(tokens[at - 1])
    )


def _placed(tokens: Sequence[Token], at: int, prefix: int) -> bool:
    """Whether a preposition of place stands before a name, free or glued, or a noun for an event («معارك عدن»)."""
    before = tokens[at - 1].folded if at and not is_name_ali(tokens, at - 1) else ""
    folded = tokens[at].folded
    glued = (prefix > 0 and folded[prefix - 1] in "بل") or folded.startswith("لل")
    return before in LOCATIVE or before[1:] in LOCATIVE or glued


SHORTEST_NAME = 3
PRONOUNS = ("ها", "هم", "هما", "نا")
OWNERS = ("ي", "ه", "ك")  # pronouns of one letter, which names end in as well


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
    if folded in lexicon.particles or lexicon.readings(token) or lexicon.name_heads[folded]:
        return False
    return not (token.text.endswith(OWNERS) and lexicon.readings(_without_owner(token)))


def _without_owner(token: Token) -> Token:
    """«رأيي» as «رأي», «مجمله» as «مجمل»."""
    return Token(token.span, token.text[:-1], token.folded[:-1], token.kind)


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
