"""Names of bodies by how they are made: a head («وزارة», «حركة», «لواء») and the words up to the name's right border.

Arabic shows the border: an iḍāfa ends at its first definite word or name; after that, and after a head with the article,
only definite adjectives go on, then «و» with the article in the names of fields, and what the body is for after «لـ».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.lexicon.compile import ADJECTIVE, DEMONYM, NOUN, TRIGGER, WORD
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.item import Item
from marsad.text.memo import Memo

NOMINAL = frozenset({"noun", "demonym", "unknown", "name"})  # tags of items in a name
TITLES = frozenset("الملك الملكه الامير الاميره الامام الشيخ السلطان الشهيد الرءيس".split())  # before a name in a name
GENERIC = frozenset("المدينه القريه البلده المحافظه المنطقه الولايه العاصمه الحي".split())
GOVERNED = frozenset("من عن علي الي لدي بها به بهم".split())
NUMBERED = frozenset("فرقه لواء كتيبه فوج فيلق سريه جيش".split())
ARTICLES = (("ال", 0), ("لل", 1), ("بال", 1), ("كال", 1))
LONGEST = 12  # items of a name
BRACKETS = {"(": ")", "/": "/", "[": "]"}
LONGEST_QUOTE = 6
OPEN, CLOSE = '«“”"', '»”"'
ELATIVE = frozenset("العليا الاعلي العام العامه الاحمر الكبري الحر الحره المركزيه".split())
FEMININE = frozenset("قوات سلطات سرايا ميليشيا مليشيا ميليشيات مليشيات كتاءب الويه فيالق استخبارات مخابرات".split())
FIELDS = frozenset(
    "وزاره هيءه لجنه كليه جهاز حركه حزب معهد مركز منظمه داءره مديريه سلطه موسسه نيابه مجلس مكتب وكاله اتحاد".split()
)


class BodyName(NamedTuple):
    """Items ``[start, stop)`` that name a body, and the rule; ``prefix`` counts the letters of clitics before it."""

    start: int
    stop: int
    prefix: int
    rule: str


class Head(NamedTuple):
    """A head as written: its bare form, what it takes, whether it has the article, and the letters of clitics before it."""

    noun: str
    takes: str
    article: bool
    prefix: int


class Bodies:
    """The finder over a lexicon's tables. Build one a reader."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the tables of ``names/bodies.yaml``."""
        self._lexicon = lexicon
        self._heads: dict[str, str] = lexicon.bodies["heads"]
        self._plain = frozenset(lexicon.bodies["plain"])
        self._purposes = frozenset(lexicon.bodies["purposes"])
        self._unless: dict[str, list[str]] = lexicon.bodies["unless"]
        self._ordinals = frozenset(lexicon.times["ordinals"])
        self._closed = frozenset(lexicon.bodies["closed"])
        self.head = Memo(self._head)  # folded word → the head that it is

    def find(self, items: Sequence[Item]) -> list[BodyName]:
        """The names of a sentence, left to right, none inside another."""
        found: list[BodyName] = []
        heads, stop = self.head, 0
        for position in [n for n, item in enumerate(items) if heads[item.token.folded]]:
            head, item = heads[items[position].token.folded], items[position]
            if head is None or position < stop or item.token.kind != "word" or item.tag in ("verb", "time"):
                continue
            body = self._body(items, position, head)
            if body:
                found.append(body)
                stop = body.stop
        return found

    def _head(self, folded: str) -> Head | None:
        for joined in ("", "و", "ف"):
            rest = folded[len(joined) :]
            if folded.startswith(joined) and (head := self._bare_head(rest, len(joined))):
                return head
        return None

    def _bare_head(self, rest: str, before: int) -> Head | None:
        forms = [(rest, False, 0), (rest[1:], False, 1) if rest[:1] in ("ب", "ل", "ك") else None]
        forms += [(rest[len(lead) :], True, prefix) for lead, prefix in ARTICLES if rest.startswith(lead)]
        for noun, article, prefix in filter(None, forms):
            if noun in self._heads:
                return Head(noun, self._heads[noun], article, before + prefix)
        return None

    def _body(self, items: Sequence[Item], at: int, head: Head) -> BodyName | None:
        if items[at].pronoun or at + 1 >= len(items) or (items[at].name and items[at].rule == "known_name"):
            return None
        if self._ruled_out(items, at) or items[at + 1].token.folded in self._unless[head.noun]:
            return None
        if items[at + 1].token.text in OPEN and not head.article:
            return self._quoted(items, at, head)
        if items[at + 1].token.text in BRACKETS and not head.article:
            return self._bracketed(items, at, head)
        name = self._definite(items, at, head) if head.article else self._construct(items, at, head)
        if name is None and not head.article and items[at].token.folded[head.prefix - 1 : head.prefix] == "ل":
            return self._definite(items, at, head)  # «للجنة» is لـ and «اللجنة» as well
        return name

    def _ruled_out(self, items: Sequence[Item], at: int) -> bool:
        after = items[at + 1].token.folded
        entries = [self._lexicon.word(r.entry) for r in items[at].readings if r.cls == WORD]
        return any(after in e.unless or after.removeprefix("ال") in e.unless for e in entries)

    def _quoted(self, items: Sequence[Item], at: int, head: Head) -> BodyName | None:
        """«تنظيم "الدولة الإسلامية"»: a short quotation after the head."""
        for stop in range(at + 3, min(len(items), at + LONGEST_QUOTE + 3)):
            if items[stop].token.text in CLOSE:
                return BodyName(at, stop + 1, head.prefix, "quoted")
        return None

    def _bracketed(self, items: Sequence[Item], at: int, head: Head) -> BodyName | None:
        """«تنظيم (داعش)», «تنظيم /داعش/»: a known name alone between marks after the head."""
        match = items[at + 2].name if at + 2 < len(items) else None
        if match is None or match.start != at + 2 or match.stop >= len(items):
            return None
        closes = items[match.stop].token.text == BRACKETS[items[at + 1].token.text]
        named = closes and self._lexicon.name(match.entry).kind in ("organisation", "group")
        return BodyName(at, match.stop + 1, head.prefix, "bracketed") if named else None

    def _definite(self, items: Sequence[Item], at: int, head: Head) -> BodyName | None:
        """«اللجنة الوطنية للانتخابات»: adjectives that agree, one of which tells which body it is."""
        stop = at + 1
        numbered = head.noun in NUMBERED and stop < len(items) and self._number(items[stop])
        while stop < len(items) and (self._agrees(items, stop, head) or (numbered and stop == at + 1)):
            stop += 1
        own = items[at + 1 : stop]
        telling = any(item.token.folded not in self._plain for item in own)
        if not own or not telling or own[-1].token.folded in self._plain:
            return None
        end = self._purpose(items, stop, head)
        named = any(self._national(item) for item in own) or (head.takes == "name" and end > stop)
        return BodyName(at, end, head.prefix, "article_and_adjective") if named or head.takes == "any" else None

    def _number(self, item: Item) -> bool:
        """«الرابعة», «17»."""
        return item.tag == "number" or item.token.folded.removesuffix("ه") in self._ordinals

    def _agrees(self, items: Sequence[Item], at: int, head: Head) -> bool:
        folded = items[at].token.folded
        if not self._adjective(items, at):
            return False
        if head.noun.endswith("ه") or head.noun in FEMININE:
            return folded.endswith(("ه", "ا")) or folded == "الكبري"
        return not folded.endswith("ه")

    def _adjective(self, items: Sequence[Item], at: int) -> bool:
        """A definite adjective: a nationality, an adjective of the vocabulary, or a word shaped like one."""
        item = items[at]
        folded = item.token.folded
        if not folded.startswith("ال") or item.tag not in ("noun", "unknown", "demonym", "name"):
            return False
        if self._national(item):
            return True
        if item.tag == "name" or _governs(items, at) or folded.endswith(("ون", "ين")):
            return False
        if folded in ELATIVE or any(r.cls == NOUN and r.entry == ADJECTIVE for r in item.readings):
            return True
        return not item.common and (folded.endswith(("ي", "يه")) or (folded.startswith("الم") and not self._noun(item)))

    def _national(self, item: Item) -> bool:
        """«السعودية» is a state and an adjective."""
        return item.tag == "demonym" or (
            item.tag == "name" and any(r.cls == DEMONYM for r in self._lexicon.readings(item.token))
        )

    def _qualifies(self, items: Sequence[Item], at: int) -> bool:
        """An adjective that may go on with a name."""
        return self._adjective(items, at) and items[at].token.folded not in self._plain

    def _noun(self, item: Item) -> bool:
        return any(r.cls in (WORD, TRIGGER) for r in item.readings)

    def _construct(self, items: Sequence[Item], at: int, head: Head) -> BodyName | None:
        """«وزارة الشباب والرياضة», «بلدية طرابلس», «شركة واصل»: up to the definite word or name that ends the iḍāfa."""
        stop, named = self._chain(items, at + 1)
        if stop is None:
            return None
        adjectives = stop
        while adjectives < len(items) and self._qualifies(items, adjectives):
            adjectives += 1
        district = head.noun == "لواء" and items[at + 1].rule in ("place_name", "capital")  # «لواء نابلس»
        if district or (head.takes == "nation" and not (named and self._person(items[at + 1]))):
            return None
        telling = named or adjectives > stop or items[stop - 1].tag == "demonym"
        stop = adjectives
        if head.noun in FIELDS and not named:
            stop = self._joined(items, stop)
        end = self._purpose(items, stop, head)
        return BodyName(at, end, head.prefix, "construct") if head.takes == "any" or telling or end > stop else None

    def _person(self, item: Item) -> bool:
        """«نظام حفتر»: a person's name, known or not."""
        known = item.name is not None and self._lexicon.name(item.name.entry).kind == "person"
        return known or item.stranger is not None

    def _chain(self, items: Sequence[Item], at: int) -> tuple[int | None, bool]:
        """Where an iḍāfa from ``at`` ends, and whether in a name; ``None`` where it does not end definite."""
        for stop in range(at, min(len(items), at + LONGEST)):
            item = items[stop]
            if item.tag not in NOMINAL or len(item.token.folded) == 1 or _bound(item):
                break
            if _begins_name(items, stop):
                return self._whole_name(items, stop), True
            definite = item.token.folded.startswith("ال") and item.tag != "name"
            if definite and not _titles(items, stop):
                return stop + 1, False
        return None, False

    def _whole_name(self, items: Sequence[Item], at: int) -> int:
        """The words of one name, or unknown words side by side."""
        stop = at + 1
        while stop < len(items) and not _bound(items[stop]):
            same = items[stop].tag == items[at].tag == "name" and _same_name(items[stop], items[at])
            unknown = items[stop].tag == items[at].tag == "unknown" and not items[stop].article
            if not (same or unknown):
                break
            stop += 1
        return stop

    def _joined(self, items: Sequence[Item], stop: int) -> int:
        """«… والرياضة»: another field with the article, its adjectives with it."""
        while stop < len(items) and self._field(items[stop]):
            stop += 1
            while stop < len(items) and self._qualifies(items, stop):
                stop += 1
        return stop

    def _field(self, item: Item) -> bool:
        if item.conjunction != "و" or not item.article or item.preposition or item.tag not in ("noun", "unknown"):
            return False
        return item.word is None and self.head[item.token.folded] is None

    def _purpose(self, items: Sequence[Item], stop: int, head: Head) -> int:
        """«… لحقوق الإنسان», «… للتأمين»: what the body is for."""
        if stop >= len(items) or items[stop].preposition != "ل" or items[stop].conjunction:
            return stop
        item = items[stop]
        if item.token.folded.startswith("لل"):
            fits = item.token.folded == "للاجءين" or (item.word is None and self.head[item.token.folded] is None)
            return self._joined_purpose(items, stop + 1) if fits and head.noun not in self._closed else stop
        if item.token.folded[1:] not in self._purposes:
            return stop
        end, named = self._chain(items, stop + 1)
        if end is None:
            return stop
        return end if named else self._joined_purpose(items, end)

    def _joined_purpose(self, items: Sequence[Item], stop: int) -> int:
        while stop < len(items) and self._qualifies(items, stop):
            stop += 1
        return self._joined(items, stop)


def _bound(item: Item) -> bool:
    """Whether a word has clitics, which end an iḍāfa before it or at it."""
    return bool(item.conjunction or item.preposition or item.pronoun)


def _begins_name(items: Sequence[Item], at: int) -> bool:
    """A name that is no word for a place by itself («المدينة»), or an unknown word without article."""
    item = items[at]
    if item.tag == "name":
        return item.token.folded not in GENERIC
    return item.tag == "unknown" and not item.article and not _broken_plural(items, at)


def _titles(items: Sequence[Item], at: int) -> bool:
    """«جامعة الملك سعود»: a title before a name within a name."""
    return items[at].token.folded in TITLES and at + 1 < len(items) and items[at + 1].tag == "name"


def _broken_plural(items: Sequence[Item], at: int) -> bool:
    """«أجناد الشام»: an unknown word of the pattern أفعال before a definite one is a noun in an iḍāfa, no name."""
    folded = items[at].token.folded
    pattern = len(folded) == 5 and folded[0] == folded[3] == "ا"
    return pattern and at + 1 < len(items) and items[at + 1].token.folded.startswith("ال")


def _governs(items: Sequence[Item], at: int) -> bool:
    """«مجلة الغدير الصادرة عن …»: a participle with its preposition after it begins another clause."""
    following = items[at + 1].token.folded if at + 1 < len(items) else ""
    return following in GOVERNED and not items[at].token.folded.endswith(("ي", "يه"))


def _same_name(one: Item, other: Item) -> bool:
    return one.name is other.name and one.stranger is other.stranger and one.rule == other.rule
