"""Phrases: a flat division of a sentence into noun phrases, verbs, particles and marks.

Arabic writes definiteness on every noun of a phrase, and that is what closes one: an
indefinite noun takes its complement after it (iḍāfa) until a definite one ends the chain;
then only definite adjectives and names may follow. No parser is needed for that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from marsad.lexicon.compile import NOUN, SPEECH, WORD
from marsad.lexicon.lexicon import Lexicon, WordEntry
from marsad.mention.agreement import DUAL, adjectival, qualifies, qualifies_event, ungendered
from marsad.mention.item import Item
from marsad.span import Span

LONGEST = 14  # items in one noun phrase; longer ones in newspapers are lists that commas or و divide
NAME_PARTS = frozenset({"بن", "ابن", "بنت", "ابو", "ابي", "ام", "ال", "عبد", "دي", "فان", "فون", "بو", "ولد"})
OPEN, CLOSE = "«“\"‘'", "»”\"’'"
LONGEST_QUOTE = 6  # words that a name in quotation marks may have («المقاومة الشعبية»)


@dataclass(slots=True)
class Phrase:
    """Items ``[start, stop)`` of a sentence.

    ``kind``: ``np``, ``verb``, ``event`` (a noun that a trigger entry knows), ``particle``,
    ``mark``, ``time``. ``preposition`` is the folded preposition before a noun phrase, glued or
    free; ``conjunction`` is و or ف glued to it.
    """

    kind: str
    start: int
    stop: int
    preposition: str = ""
    conjunction: str = ""
    definite: bool = False


def noun_span(items: Sequence[Item], phrase: Phrase) -> Span:
    """The words of a noun phrase, without the conjunction and preposition before it."""
    return Span(items[phrase.start].span.start, items[phrase.stop - 1].token.span.stop)


def chunk(items: Sequence[Item], lexicon: Lexicon, events: Mapping[int, int] | None = None) -> list[Phrase]:
    """The phrases of a sentence, in order and without gaps.

    ``events`` are the numbers of nominal items that name an event, with how many items each takes: a phrase of its own.
    """
    phrases: list[Phrase] = []
    position = 0
    while position < len(items):
        phrase = _phrase(items, position, lexicon, events or {}, phrases)
        phrases.append(phrase)
        position = phrase.stop
    return phrases


def _phrase(
    items: Sequence[Item], at: int, lexicon: Lexicon, events: Mapping[int, int], before: list[Phrase]
) -> Phrase:
    item = items[at]
    if item.tag in ("mark", "verb", "time", "latin"):
        kind = "np" if item.tag == "latin" else item.tag
        return Phrase(kind, at, at + 1, conjunction=item.conjunction)
    if item.tag == "particle" and not _opens_noun_phrase(items, at):
        return Phrase("particle", at, at + _particle_length(items, at, lexicon), conjunction=item.conjunction)
    preposition = _preposition(items, before[-1:]) or item.preposition
    if at in events:
        stop = _past_adjectives(items, at, at + events[at], lexicon, events)
        return Phrase("event", at, stop, preposition, item.conjunction, item.article)
    if before and items[before[-1].start].token.text in OPEN:  # «لـ«الشرق الأوسط»»
        preposition = _preposition(items, before[-2:-1]) or preposition
    stop, definite = _grow(items, at, lexicon, events)
    return Phrase("np", at, stop, preposition, item.conjunction, definite)


def _past_adjectives(items: Sequence[Item], at: int, stop: int, lexicon: Lexicon, events: Mapping[int, int]) -> int:
    """«التفجير الإرهابي | الذي», «القصف المدفعي | السوري»: where the adjectives of an event noun end; a nationality is a party."""
    if stop != at + 1:  # a trigger of several words says all of it
        return stop
    while stop < len(items) and stop not in events and qualifies_event(items[at], items[stop], lexicon):
        stop += 1
    return stop


def _opens_noun_phrase(items: Sequence[Item], at: int) -> bool:
    """هذه القوات، كل الأطراف، عشرات القتلى: demonstratives and quantifiers belong to the phrase after them."""
    opens = {"demonstrative", "quantifier"} & set(items[at].classes)
    if not opens or at + 1 >= len(items) or "preposition" in items[at].classes:
        return False
    following = items[at + 1]
    if following.token.folded == "من" and at + 2 < len(items):  # «عدد من أعضاء اللجنة»
        return items[at].token.folded[items[at].prefix :] in PARTITIVE and items[at + 2].tag in (
            "noun",
            "unknown",
            "name",
        )
    return (
        following.tag in ("noun", "unknown", "demonym", "name", "number")
        and not following.conjunction
        and not following.preposition
    )


def _preposition(items: Sequence[Item], before: list[Phrase]) -> str:
    """The free preposition that ``before`` ends with, as its folded word; locative nouns (شمال، وسط) count as في."""
    if not before or before[-1].kind != "particle":
        return ""
    item = items[before[-1].start]
    if "preposition" not in item.classes:
        return ""
    words = [other.token.folded for other in items[before[-1].start : before[-1].stop]]
    return " ".join([words[0][len(item.conjunction) :], *words[1:]])


def _particle_length(items: Sequence[Item], at: int, lexicon: Lexicon) -> int:
    """How many items a particle takes: «إلى جانب», «من قبل» are one preposition each."""
    first = items[at].token.folded[len(items[at].conjunction) :]
    following = [item.token.folded for item in items[at + 1 : at + 4]]
    return next(
        (1 + len(rest) for rest, _ in lexicon.particle_phrases.get(first, ()) if following[: len(rest)] == rest), 1
    )


CLOSERS = frozenset({"verb", "time", "latin"})  # what no rule of growth takes in


def _grow(items: Sequence[Item], at: int, lexicon: Lexicon, events: Mapping[int, int]) -> tuple[int, bool]:
    """Where the noun phrase from ``at`` ends, and whether it is definite."""
    first, stop, end = items[at], at + 1, min(len(items), at + LONGEST)
    definite = _definite(first) or first.token.folded[first.prefix :] in lexicon.capitals
    if stop == end or items[stop].tag in CLOSERS:
        return stop, definite
    state = Growth(items, at, stop, definite, lexicon, events, items[stop], first)
    while step := _step(state):
        stop = state.stop + step
        state.definite = state.definite or any(map(_definite, items[state.stop : stop]))
        state.stop = stop
        if stop >= end or items[stop].tag in CLOSERS:
            break
        state.next, state.last = items[stop], items[stop - 1]
    return state.stop, state.definite


def _step(state: Growth) -> int:
    """How many items the first rule with an opinion takes in; 0 where the phrase ends."""
    for rule in BY_TAG.get(state.next.tag, GROWTH):
        step = rule(state)
        if step is not None:
            return step
    return 0


@dataclass(slots=True)
class Growth:
    """A noun phrase while it grows: ``[start, stop)`` so far, with its ``last`` item and the ``next``, which may join."""

    items: Sequence[Item]
    start: int
    stop: int
    definite: bool
    lexicon: Lexicon
    events: Mapping[int, int]
    next: Item
    last: Item

    def entry(self, item: Item) -> WordEntry | None:
        """The noun entry of an item, if it is one."""
        return self.lexicon.word(item.word.entry) if item.word else None


def _definite(item: Item) -> bool:
    return item.article or bool(item.pronoun) or item.tag == "name"


def same_name(g: Growth) -> int | None:
    """The words of one known name stay together."""
    if g.next.tag != "name" or g.last.tag != "name" or g.next.conjunction or g.next.preposition:
        return None
    return (
        1
        if g.next.name is g.last.name
        and g.next.stranger is g.last.stranger
        and (g.next.name is not None or g.next.stranger is not None or g.next.rule == g.last.rule == "place_name")
        else None
    )


def speech_noun(g: Growth) -> int | None:
    """«إعلان | القوات أنها …»: whoever speaks is a party of his own, not part of the word for his speech."""
    head = g.items[g.start]
    reading = head.of(SPEECH) if g.stop == g.start + 1 and not head.article and not head.pronoun else None
    return 0 if reading is not None and reading.pos == "masdar" and g.next.tag in ("name", "noun") else None


def joined_complement(g: Growth) -> int | None:
    """«وزيرا الخارجية والمالية»: a dual or plural title takes two complements."""
    entry = g.entry(g.items[g.start])
    if entry is None or entry.role not in ("title", "nominal") or entry.kind != "person" or g.stop != g.start + 2:
        return None
    head = g.items[g.start]
    several = head.token.folded.endswith(("ا", "ي")) or (head.word is not None and head.word.agreement.endswith("p"))
    joined = (
        g.next.conjunction == "و"
        and g.next.article
        and not g.next.preposition
        and g.next.tag in ("noun", "unknown", "demonym")
    )
    return 1 if several and joined and g.last.article else None


def stops(g: Growth) -> int | None:
    """Verbs, particles, times, clitic conjunctions and prepositions, and event nouns end a phrase."""
    item = g.next
    if item.token.folded == "باسم" or (item.token.folded == "غير" and g.stop + 1 < len(g.items)):
        return 1
    fixed = item.tag in ("verb", "time", "latin") or g.stop in g.events or item.token.folded == "الجميع"
    return 0 if fixed or item.tag == "particle" or item.conjunction or item.preposition else None


PARTITIVE = frozenset(
    "عدد عددا كلا مجموعه العديد كثير الكثير قسم جزء احد واحد معظم غالبيه افراد عناصر وفد قوات وحده رجال سرب رتل سرايا مسلحون مقاتلون فرقه دفعه عشرات مءات الاف جميع كل بعض اغلب".split()
)


def partitive(g: Growth) -> int | None:
    """«عدد من أعضاء اللجنة», «سبعة من عناصر الشرطة»: من joins a quantity to what it is of."""
    if g.next.token.folded != "من" or g.stop + 1 >= len(g.items):
        return None
    counted = all(
        item.tag == "number" or item.token.folded[item.prefix :] in PARTITIVE for item in g.items[g.start : g.stop]
    )
    noun = g.items[g.stop + 1].tag in ("noun", "name", "unknown", "demonym", "number")  # «خمسة من 13 سوريا»
    if not counted or not noun:
        return None
    g.definite = False
    return 2


def quoted_name(g: Growth) -> int | None:
    """تنظيم «داعش»: a short quotation after the head of a body's name is its name."""
    if g.next.tag != "mark":
        return None
    entry = g.entry(g.items[g.start]) or g.entry(g.last)
    if g.next.token.text not in OPEN or entry is None or entry.role not in ("head", "nominal", "title"):
        return 0
    if entry.role == "nominal" and g.last.article:
        return 0  # «هتف المحتجون «يسقط …»»: who is already pointed out shouts
    if g.items[min(g.stop + 1, len(g.items) - 1)].tag == "verb":
        return 0  # «رجال أمن «اختطفوا» …»
    for position in range(g.stop + 2, min(len(g.items), g.stop + LONGEST_QUOTE + 2)):
        if g.items[position].token.text in CLOSE:
            return position + 1 - g.stop
    return 0


def fixed_pair(g: Growth) -> int | None:
    """«القوى السياسية», «المحال التجارية»: the second word of a noun that the lexicon has as two words."""
    entries = (g.lexicon.word(r.entry) for r in g.last.readings if r.cls == WORD)
    word = ungendered(g.next.token.folded)
    return 1 if any(entry.rest and ungendered(entry.rest[0]) == word for entry in entries) else None


THE_TWO = frozenset("الاثنان الاثنين الاثنتان الاثنتين".split())


def after_number(g: Growth) -> int | None:
    """12 جنديا: the counted noun follows; a number after a noun starts another phrase. «الاثنان» counts nothing."""
    if g.next.tag == "number":
        return 1 if g.last.tag in ("number", "particle") else 0
    if g.last.token.folded in THE_TWO:
        return 0
    return 1 if g.last.tag == "number" else None


def rank_part(g: Growth) -> int | None:
    """«الفريق أول», «العقيد ركن», «المتحدث باسم الجيش»: words that go on with the title before them."""
    if g.last.token.folded == "باسم" and g.next.tag in ("noun", "name", "demonym", "unknown"):
        g.definite = g.next.tag == "name"  # whom he speaks for is a construct of its own
        return 1
    ranked = any(g.lexicon.word(r.entry).sector == "MIL" for r in g.last.readings if r.cls == WORD)
    return 1 if ranked and g.next.token.folded in ("اول", "ركن", "متقاعد", "طيار", "بحري") else None


def name_part(g: Growth) -> int | None:
    """بن، عبد، أبو join what stands before and after them."""
    return 1 if g.next.token.folded in NAME_PARTS or g.last.token.folded in NAME_PARTS else None


# Duals in construct that are written like «my …»: «منطقتي خور مكسر وكريتر».
TWO_PLACES = frozenset("منطقتي مدينتي محافظتي بلدتي قريتي ولايتي مديريتي جزيرتي مقاطعتي بلديتي".split())


def known_name(g: Growth) -> int | None:
    """A known name joins a title or a construct, and ends a phrase that is already closed."""
    if g.next.tag != "name":
        return None
    if g.stop == g.start + 1 and g.last.token.folded[g.last.prefix :] in TWO_PLACES:
        return 1
    if g.definite:
        return 1 if _titled(g) and _is_person(g, g.next) else 0
    return 1


def _is_person(g: Growth, item: Item) -> bool:
    known = item.name is not None and g.lexicon.name(item.name.entry).kind == "person"
    return known or item.stranger is not None


def _titled(g: Growth) -> bool:
    """Whether a title or a noun for a person stands in the phrase, so that a proper name may follow."""
    readings = (r for item in g.items[g.start : g.stop] for r in item.readings if r.cls == WORD)
    entries = (g.lexicon.word(reading.entry) for reading in readings)  # «الفريق» is a rank and a team
    return any(entry.role == "title" or entry.kind == "person" for entry in entries)


def definite_next(g: Growth) -> int | None:
    """A definite word closes a construct, or qualifies a definite noun unless it is a noun itself."""
    if not g.next.article:
        return None
    if g.definite and g.last.tag == "unknown" and not g.last.article and _titled(g):
        return 1  # «وزير النفط سامر الحداد»: a last name, common word or not
    if g.definite and _names_so_far(g) and _titled(g) and _calls_a_person(g):
        return 0  # «الناشط سالم الفيتوري المحامي …»: after a whole name another person's calling
    if g.definite and _titled(g) and _courtesy(g):
        return 1  # «صاحب السمو الملكي الأمير فيصل», «وزير الإسكان الأستاذ ماجد»
    if not g.definite or g.next.tag == "demonym" or (g.last.article and qualifies(g.last, g.next, g.lexicon)):
        return 1
    entry = g.entry(g.next)
    other = entry is not None and (entry.role in ("nominal", "target", "head") or _office(entry))
    noun = other or g.next.of("T") is not None
    return 0 if noun or g.next.common else 1


def _calls_a_person(g: Growth) -> bool:
    entry = g.entry(g.next)
    return entry is not None and (entry.kind == "person" or entry.role in ("title", "nominal"))


def _courtesy(g: Growth) -> bool:
    """«الدكتور» names whoever has an office; «الأمير», which may be one itself, only after an honorific («سمو الأمير فيصل»)."""
    nameless = not any(item.tag in ("name", "unknown") and not item.article for item in g.items[g.start : g.stop])
    named = nameless and g.stop + 1 < len(g.items) and g.items[g.stop + 1].tag in ("name", "unknown")
    before, titles = _titles(g, g.items[g.start]), _titles(g, g.next)
    honorific = any(entry.takes == "name" for entry in before)
    return named and bool(before) and any(e.takes == "name" or (honorific and e.takes == "body") for e in titles)


def _titles(g: Growth, item: Item) -> list[WordEntry]:
    entries = (g.lexicon.word(reading.entry) for reading in item.readings if reading.cls == WORD)
    return [entry for entry in entries if entry.role == "title"]


def _office(entry: WordEntry) -> bool:
    """A title of an office («المبعوث», «المحامي») names another person; one of courtesy («الدكتور») the same."""
    return entry.role == "title" and entry.takes != "name"


def free_state(g: Growth) -> int | None:
    """«مسلحون مجهولون | نقطة تفتيش»: a sound plural or dual that keeps its ن takes no complement, so a new noun is a new phrase.

    «سكان مدينة تعز»: the ن of a broken plural is its own.
    """
    head = g.items[g.start]
    known = head.word  # «طيران» is air power before it is two birds
    numbers = {r.agreement[-1:] for r in ((known,) if known is not None else head.readings)}
    sound = head.token.folded.endswith(("ون", "ين")) and not numbers.isdisjoint("pd")
    kept = not head.article and (sound or (head.token.folded.endswith("ان") and "d" in numbers))
    if kept and numbers == {"d"} and g.next.tag in ("noun", "unknown") and not g.next.token.folded.endswith(DUAL):
        return 0  # «مجهولان | أعيرة نارية»
    agreeing = g.next.token.folded[-2:] == head.token.folded[-2:]  # «مسلحون مجهولون»: an adjective
    entry = g.entry(g.next)
    noun = g.next.common or (entry is not None and entry.role in ("nominal", "target", "head"))
    return 0 if kept and not agreeing and (noun or g.next.article) else None


def after_adjective(g: Growth) -> int | None:
    """«مقاتلات تركية | مواقع»: an indefinite adjective ends its noun's phrase; what follows it is another noun."""
    described = g.stop - g.start == 2 and g.last.tag == "noun" and qualifies(g.items[g.start], g.last, g.lexicon)
    feminine = g.last.token.folded.endswith("ه")  # «مجموعة مسلحة | قافلة»; of masculines the form says too little
    described = described and feminine and not adjectival(g.next, g.lexicon)
    if g.definite or not (g.last.tag == "demonym" or described) or g.next.article:
        return None
    entry = g.entry(g.next)
    noun = g.next.common or (entry is not None and entry.role in ("nominal", "target", "head", "title"))
    return 0 if noun and not qualifies(g.items[g.start], g.next, g.lexicon) else None


CASELESS = tuple("اىءة\u064b")  # endings that show the accusative by themselves, or never («مستشفى ميدانيا»)


def indefinite_next(g: Growth) -> int | None:
    """An indefinite word continues an indefinite phrase; after a definite one only a proper name may follow a title."""
    if g.definite:
        common = g.next.tag == "noun" and all(r.cls == NOUN for r in g.next.readings)
        surname = common and g.last.tag in ("unknown", "name") and g.last.name is None  # «العقيد سامر حداد»
        proper = surname or (g.next.tag in ("unknown", "name") and g.last.tag in ("unknown", "noun", "demonym", "name"))
        return 1 if proper and _titled(g) and _names_so_far(g) < 4 else 0
    accusative = g.next.token.text.rstrip("\u064b").endswith("ا") and g.next.tag in ("noun", "demonym")
    if accusative and g.last.tag in ("noun", "demonym", "unknown") and not g.last.token.text.endswith(CASELESS):
        return 0  # «قتل مسلح جنديا»: subject, then object
    if (
        accusative
        and not g.next.pronoun
        and g.next.tag == "noun"
        and g.last.token.folded.endswith("ه")
        and g.last.tag in ("noun", "unknown")
    ):
        return 0  # «عبوة ناسفة رتلا»: what qualifies a feminine is one
    return 1


def _names_so_far(g: Growth) -> int:
    return sum(item.tag == "unknown" and not item.article for item in g.items[g.start : g.stop])


GROWTH: tuple[Callable[[Growth], int | None], ...] = (
    same_name,
    speech_noun,
    joined_complement,
    partitive,
    stops,
    fixed_pair,
    quoted_name,
    after_number,
    rank_part,
    name_part,
    known_name,
    free_state,
    definite_next,
    after_adjective,
    indefinite_next,
)
# Those of the rules that may have an opinion on an item of a tag, in their order; others of them say nothing of it.
BY_TAG: Mapping[str, tuple[Callable[[Growth], int | None], ...]] = {
    "mark": (quoted_name,),
    "particle": (partitive, stops),
    "number": (partitive, stops, fixed_pair, after_number),
    "name": tuple(rule for rule in GROWTH if rule not in (joined_complement, quoted_name)),
    "noun": tuple(rule for rule in GROWTH if rule not in (same_name, quoted_name, known_name)),
    "demonym": tuple(rule for rule in GROWTH if rule not in (same_name, speech_noun, quoted_name, known_name)),
    "unknown": tuple(rule for rule in GROWTH if rule not in (same_name, speech_noun, quoted_name, known_name)),
}
