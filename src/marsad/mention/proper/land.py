"""Names of places: after words for places («مدينة سرت», «مخيم نور شمس»), parts of the world, and towns by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.lexicon.compile import ADJECTIVE, NOUN
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.item import Item
from marsad.resolve.gazetteer import Gazetteer
from marsad.text.clitic import first_words
from marsad.text.memo import Memo

LONGEST_LAND = 4
BORDERS = frozenset("الحدود الاراضي".split())  # with a nationality: «الحدود اللبنانية»
NAMED = frozenset({"capital", "place_name"})  # rules of items that name a place, whatever the tables know
SMALLEST = 20_000  # inhabitants of a town that is named without a preposition or word for a place
SIDES = frozenset(
    "الكبيره الصغيره الفوقا التحتا القديمه الجديده الشمالي الشماليه الجنوبي الجنوبيه الشرقي الشرقيه الغربي الغربيه الوسطي الكبري".split()
)
VILLAGE = frozenset(
    "قريه مخيم خربه بلده قضاء ناحيه لواء".split()
)  # after these any noun may be the name («قرية الشعب»)
GENERIC = frozenset("المدينه القريه البلده المحافظه المنطقه الولايه العاصمه الحي الجزيره".split())


class LandName(NamedTuple):
    """Items ``[start, stop)`` that name a place, the letters of clitics before it, and the rule."""

    start: int
    stop: int
    prefix: int
    rule: str


class Lands:
    """The finder over the lexicon's tables and the gazetteer. Build one a reader."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Index the names of ``names/lands.yaml`` by their first word."""
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._lands = frozenset(lexicon.lands["lands"])
        self._firsts = frozenset(land.split()[0] for land in self._lands)
        self._naming = frozenset(lexicon.lands["naming"])
        self._halves = frozenset(lexicon.lands["halves"])
        self._heads = Memo(self._read_heads)
        self._begins = Memo(lambda folded: bool(self._heads[folded] or gazetteer.heads[folded] or folded in BORDERS))

    def find(self, items: Sequence[Item]) -> list[LandName]:
        """The names of a sentence, left to right, none inside another."""
        found: list[LandName] = []
        begins, stop = self._begins, 0
        for position in [n for n, item in enumerate(items) if begins[item.token.folded] or item.rule in NAMED]:
            name = self._at(items, position) if position >= stop else None
            if name:
                found.append(name)
                stop = name.stop
        return found

    def _at(self, items: Sequence[Item], at: int) -> LandName | None:
        item = items[at]
        if item.tag == "time" or item.token.kind != "word":
            return None
        for form, prefix in self._heads[item.token.folded]:
            if form in self._naming and (stop := self._after_word(items, at, form)):
                return LandName(at, stop, prefix, "place_word")
            if form in self._firsts and (stop := self._land(items, at, form)):
                return LandName(at, stop, prefix, "land")
        return self._town(items, at)

    def _read_heads(self, folded: str) -> tuple[tuple[str, int], ...]:
        """(word for a place or first word of a land, letters before it) that a folded word may be; empty for most words."""
        forms = ((form, len(preposition) + len(conjunction)) for form, preposition, conjunction in first_words(folded))
        return tuple(pair for pair in forms if pair[0] in self._naming or pair[0] in self._firsts)

    def _land(self, items: Sequence[Item], at: int, form: str) -> int | None:
        for length in range(LONGEST_LAND, 0, -1):
            words = [form, *(item.token.folded for item in items[at + 1 : at + length])]
            if len(words) == length and " ".join(words) in self._lands:
                return at + length
        return None

    def _after_word(self, items: Sequence[Item], at: int, form: str) -> int | None:
        """Where the name after a place word ends («قضاء مدينة جنين»: one word for a place after another)."""
        inner = at + 1
        if inner >= len(items) or items[inner].conjunction or items[inner].preposition:
            return None
        if items[inner].token.folded in self._naming and (
            stop := self._after_word(items, inner, items[inner].token.folded)
        ):
            return stop
        stop = (
            self._land(items, inner, items[inner].token.folded)
            or self._known(items, inner, least=2)
            or self._compound(items, inner)
            or self._known(items, inner)
            or self._single(items, inner, form)
        )
        if stop and form == "لواء" and items[inner].tag != "name":
            return None
        following = items[stop].token.folded if stop and stop < len(items) else ""
        return stop and stop + (following in SIDES or (form == "مطار" and following == "الدولي"))

    def _known(self, items: Sequence[Item], at: int, least: int = 1) -> int | None:
        """The longest name of the gazetteer at a position, whole words, ``least`` of them or more."""
        first = items[at].token.folded
        for length in range(self._gazetteer.longest.get(first, 0), least - 1, -1):
            words = [item.token.folded for item in items[at : at + length]]
            if len(words) == length and " ".join(words) in self._gazetteer:
                return at + length if first not in GENERIC else None
        return None

    def _compound(self, items: Sequence[Item], at: int) -> int | None:
        """«بيت جبرين»: two words of which the first begins many towns' names."""
        stop = at
        while stop + 1 < len(items) and items[stop].token.folded in self._halves:  # «خان بني سعد» has two first halves
            stop += 1
        ends = items[stop].token.kind == "word" and items[stop].tag not in ("verb", "particle")
        return stop + 1 if stop > at and ends else None

    def _single(self, items: Sequence[Item], at: int, form: str) -> int | None:
        """One word: unknown, or any noun with the article after «قرية» and its like."""
        item = items[at]
        if item.token.kind != "word" or item.pronoun or item.tag in ("verb", "particle", "number", "time", "demonym"):
            return None
        adjective = any(r.cls == NOUN and r.entry == ADJECTIVE for r in item.readings)
        if item.tag == "unknown" and not adjective:
            return at + 1
        noun = item.article or (item.common and not item.token.folded.endswith("ه"))
        return at + 1 if form in VILLAGE and noun and not adjective and not item.word else None

    def _town(self, items: Sequence[Item], at: int) -> LandName | None:
        """A capital, or a town of the gazetteer that is no other word, wherever it stands."""
        item = items[at]
        if item.token.folded in BORDERS and at + 1 < len(items) and items[at + 1].tag == "demonym":
            return LandName(at, at + 2, item.prefix, "borders")
        if item.rule == "capital":
            if at + 1 < len(items) and items[at + 1].token.folded.startswith("راس"):  # «مسقط رأسه»: a birthplace
                return None
            return LandName(at, at + 1, item.prefix, "capital")
        if item.tag == "name" and item.rule == "place_name":
            if item.conjunction == "ف" or (
                item.conjunction and any(r.verbal for r in self._lexicon.readings(item.token))
            ):
                return None
            stop = at + 1
            while (
                stop < len(items)
                and items[stop].rule == "place_name"
                and not (items[stop].conjunction or items[stop].preposition)
            ):
                stop += 1
            return LandName(at, stop, item.prefix, "town")
        if item.tag != "unknown" and not (item.tag == "noun" and not item.readings):
            return None
        return self._bare_town(items, at)

    def _bare_town(self, items: Sequence[Item], at: int) -> LandName | None:
        for first, prefix in self._gazetteer.heads[items[at].token.folded]:
            for length in range(self._gazetteer.longest[first], 0, -1):
                words = [first, *(item.token.folded for item in items[at + 1 : at + length])]
                name = " ".join(words)
                if len(words) == length and name in self._gazetteer and self._outright(name, length, prefix):
                    return LandName(at, at + length, prefix, "bare_town")
        return None

    def _outright(self, name: str, length: int, prefix: int) -> bool:
        """A name that needs no preposition: of several words, of a region, or of a town of some size without clitics."""
        if name in self._gazetteer.guarded:
            return False
        if length > 1 or name in self._lexicon.own_places:
            return True
        return not prefix and any(c.population >= SMALLEST for c in self._gazetteer.candidates(name))
