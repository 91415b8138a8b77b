"""Trigger candidates: words whose generated forms name an event and whose conditions hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from marsad.lexicon.compile import NOUN, TRIGGER
from marsad.lexicon.lexicon import Lexicon, Reading, TriggerEntry
from marsad.lexicon.wordset import Stems
from marsad.mention.item import Item, stems_in
from marsad.text.fold import fold

NEEDS_REACH = 12  # items after a trigger in which a needed word may stand
GOVERNED_REACH = 20  # … in which the preposition that a verb governs may stand: its object may be long
UNLESS_REACH = (4, 5)  # items before and after in which an excluding word is looked for
SHORTEST_GOVERNED = 3  # letters of an unknown word that may hold a glued preposition
SUBJECT_REACH = 6  # items between a verb and the rest of its fixed phrase
HAMZAS, WRITTEN = frozenset("أإآؤئء"), frozenset("أإ")  # a lemma's, and those on an alef
WEIGHTS = {"strong": 2, "medium": 1, "weak": 0}
PRONOUN_PREPOSITIONS = {
    "ب": ("به", "بها", "بهم", "بهما"), "ل": ("له", "لها", "لهم", "لهما", "لنا"), "علي": ("عليه", "عليها", "عليهم", "عليهما", "علينا"),
    "الي": ("اليه", "اليها", "اليهم", "الينا"), "من": ("منه", "منها", "منهم"), "عن": ("عنه", "عنها", "عنهم"), "مع": ("معه", "معها", "معهم"),
    "في": ("فيه", "فيها", "فيهم"), "ضد": ("ضده", "ضدها", "ضدهم"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word (and the ``length`` words of a fixed phrase) that names an event, by one entry and reading."""

    item: int
    length: int
    entry: int
    reading: Reading
    trigger: TriggerEntry
    needed: bool  # a condition of the entry was met

    @property
    def verbal(self) -> bool:
        """A finite verb."""
        return self.reading.verbal


def find_candidates(items: Sequence[Item], lexicon: Lexicon) -> list[Candidate]:
    """One candidate an item at most: the entry with the most specific conditions wins."""
    forms = lexicon.forms
    able = [n for n, item in enumerate(items) if forms[item.token.text].event and item.of(TRIGGER)]
    if not able:
        return []
    words = Words(items, stems := stems_in(items), frozenset().union(*stems))
    found = (_best(words, position, lexicon) for position in able)
    return _without_inner(items, [candidate for candidate in found if candidate])


class Words(NamedTuple):
    """The items of a sentence, the stems of each, and those of all, which rule most conditions out at once."""

    items: Sequence[Item]
    stems: Sequence[Stems]
    all_stems: Stems


def event_words(candidates: Sequence[Candidate]) -> dict[int, int]:
    """Item → length of what stays out of noun phrases: event nouns, and the rest of verbal phrases («أطلق | سراح | رهينة»)."""
    nouns = {c.item: c.length for c in candidates if not c.verbal}
    tails = {c.item + 1: c.length - 1 for c in candidates if c.verbal and c.length > 1}
    return nouns | tails


def _without_inner(items: Sequence[Item], candidates: list[Candidate]) -> list[Candidate]:
    """A fixed phrase covers the triggers among its own words, also behind its subject («ألقت الشرطة أمس القبض على …»)."""
    covered = {c.item + n for c in candidates for n in range(1, c.length)}
    for candidate in candidates:
        tail = candidate.trigger.tail
        if tail and candidate.length == 1:
            start = _tail_after_subject(items, candidate.item, tail)
            covered |= {start + n for n in range(len(tail))} if start is not None else set()
    return [c for c in candidates if c.item not in covered]


def _best(words: Words, at: int, lexicon: Lexicon) -> Candidate | None:
    """The best entry for an item."""
    items = words.items
    item = items[at]
    fixed = item.tag == "particle" and any(r.cls == TRIGGER and lexicon.trigger(r.entry).tail for r in item.readings)
    if not (fixed or item.tag in ("verb", "noun", "demonym")) or names_a_body(items, at, lexicon):
        return None
    able = [reading for reading in item.readings if reading.cls == TRIGGER]
    found = [
        candidate
        for reading in able
        if not _common_noun(items, at, reading, lexicon)
        and not _cut_from_whole(item, reading)
        and not (reading.dual and any(r.cls == NOUN and not r.dual for r in item.readings))  # «دكان» is a shop
        and not (reading.pos == "participle" and _surname(items, at, lexicon))
        and not _other_letters(item, reading, lexicon.trigger(reading.entry).lemma)
        and not (reading.verbal and item.tag == "noun" and (item.common or item.word is not None))
        and (candidate := _match(words, at, reading, lexicon.trigger(reading.entry)))
    ]
    return max(found, key=lambda c: _rank(item, c), default=None)


def _common_noun(items: Sequence[Item], at: int, reading: Reading, lexicon: Lexicon) -> bool:
    """«مدينة» is a city before it is a circumstance of أدان."""
    acting = reading.pos == "participle" and reading.voice == "a"
    return acting and items[at].word is not None and not _circumstance(items, at, reading, lexicon)


def _circumstance(items: Sequence[Item], at: int, reading: Reading, lexicon: Lexicon) -> bool:
    """«، متهما إيران بـ…»: a word for people in the accusative, followed by whom it is about and not by بـ.

    «اعتقلت الشرطة متهما بالقتل» and «متهما آخر» are of a person who is accused; «متهمة» may be one in construct, unless a
    comma stands before it.
    """
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    if after is None or item.word is None or lexicon.word(item.word.entry).role != "nominal":
        return False
    if reading.cut.article or reading.cut.preposition:
        return False
    opens = at > 0 and items[at - 1].token.text in "،,"
    accusative = item.token.folded.endswith("ا") or (opens and item.token.folded.endswith(("ه", "ين", "ات")))
    named = not after.preposition and (after.article or after.tag == "name")
    return accusative and (named or (opens and after.token.text in '«“"'))


def _surname(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """«الباحث خوسيه مدينا»: after a foreign given name that stands alone a surname comes, no circumstance."""
    if not at or items[at].article or items[at - 1].name is not None:
        return False
    first = items[at - 1].token.folded in lexicon.foreign_names
    return first and not (at > 1 and items[at - 2].tag in ("name", "unknown"))


def _cut_from_whole(item: Item, reading: Reading) -> bool:
    """«بحث» is a noun before it is «by urging», «سيطروا» a past before a future: no trigger is cut out of a whole word."""
    cut = reading.cut
    if not cut.future and (cut.article or not cut.prefix_length):
        return False
    whole = [r for r in item.readings if r.cut.stem == item.token.folded]
    return any(r.verbal if cut.future else r.cls == NOUN for r in whole)


def _other_letters(item: Item, reading: Reading, lemma: str) -> bool:
    """«لأم» is not «لام»: a hamza on an alef inside the stem, where the lemma has none at all.

    Folding takes hamzas off because newspapers leave them out; they do not put them where none belongs.
    """
    if WRITTEN.isdisjoint(item.token.text):
        return False
    written = [letter for letter in item.token.text if fold(letter)]
    inside = written[reading.cut.prefix_length + 1 : reading.cut.prefix_length + len(reading.cut.stem)]
    return not WRITTEN.isdisjoint(inside) and HAMZAS.isdisjoint(lemma) and len(written) == len(item.token.folded)


def _rank(item: Item, c: Candidate) -> tuple[int, ...]:
    fits = c.verbal == (item.tag == "verb")
    return (c.length, c.needed, fits, -len(item.token.folded) + len(c.reading.cut.stem), WEIGHTS[c.trigger.weight])


def names_a_body(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """«لجنة التحقيق», «وزارة الدفاع»: the complement of a body's head is its name, no event."""
    before = items[at - 1] if at else None
    if (
        before is None
        or before.word is None
        or before.article
        or before.pronoun
        or items[at].conjunction
        or items[at].preposition
    ):
        return False
    entry = lexicon.word(before.word.entry)
    named_after = entry.role == "target" and items[at].article  # «ميدان التحرير», «مستشفى الثورة»
    return named_after or entry.role == "head" or (entry.role == "title" and entry.takes in ("field", "body"))


def _match(words: Words, at: int, reading: Reading, trigger: TriggerEntry) -> Candidate | None:
    items, stems = words.items, words.all_stems
    together = not trigger.tail or _has_tail(items, at, trigger.tail)
    if not together and not (reading.verbal and _tail_after_subject(items, at, trigger.tail) is not None):
        return None
    conditional = bool(trigger.need_words or trigger.need_preps)
    named = bool(trigger.need_words) and trigger.need_words.among(stems)
    met = not conditional or ((named or trigger.need_preps) and _needs_met(words, at + len(trigger.tail), trigger))
    looks_back = (reading.verbal and not reading.cut.conjunction) or reading.pos == "participle"
    if not met and not (named and looks_back and _needed_before(words, at, trigger)):
        return None
    if trigger.unless and trigger.unless.among(stems) and _excluded(words, at, trigger):
        return None
    length = 1 + len(trigger.tail) if together else 1
    return Candidate(at, length, reading.entry, reading, trigger, conditional or not together)


def _has_tail(items: Sequence[Item], at: int, tail: tuple[str, ...]) -> bool:
    """The words of a fixed phrase follow; its last may carry a pronoun (مصرعه، مصرعهم)."""
    if at + len(tail) >= len(items):
        return False
    return all(word in items[at + 1 + n].stems or _same_stem(word, items[at + 1 + n]) for n, word in enumerate(tail))


def _tail_after_subject(items: Sequence[Item], at: int, tail: tuple[str, ...]) -> int | None:
    """«كسر الجيش السوري الحصار»: where the rest of a verbal phrase goes on behind its subject, ``None`` where it does not."""
    for position in range(at + 1, min(len(items) - 1, at + SUBJECT_REACH)):
        if items[position].tag in ("verb", "mark", "particle"):
            return None
        if _has_tail(items, position, tail):
            return position + 1
    return None


def _same_stem(word: str, item: Item) -> bool:
    token = item.token.folded
    if token[:3] != word[:3]:
        return False
    ends = ("ه", "ها", "هم", "هما", "هن")
    return any(word.endswith(a) and token == word[: -len(a)] + b for a in ends for b in ends if len(word) - len(a) > 2)


def _needs_met(words: Words, at: int, trigger: TriggerEntry) -> bool:
    items, named = words.items, trigger.need_words.among(words.all_stems)
    reach = NEEDS_REACH if trigger.kind == "noun" or not trigger.need_preps else GOVERNED_REACH
    for position in range(at + 1, min(len(items), at + 1 + reach)):
        item = items[position]
        if item.tag == "mark" and item.token.text in ".؟!؛":
            return False
        if trigger.need_preps and any(_is_preposition(item, prep) for prep in trigger.need_preps):
            return True
        if named and position <= at + NEEDS_REACH and trigger.need_words.at(words.stems, position):
            return True
    return False


def _needed_before(words: Words, at: int, trigger: TriggerEntry) -> bool:
    """«حاملة طائرات تصل إلى الخليج», «اتفاقية التعاون العسكري الموقعة»: the noun phrase right before meets the condition."""
    items = words.items
    for position in range(at - 1, max(-1, at - 1 - SUBJECT_REACH), -1):
        if "relative" in items[position].classes:  # «الاتفاق الذي أبرم في فيينا»
            continue
        if items[position].tag in ("verb", "mark", "particle", "time"):
            return False
        if trigger.need_words.at(words.stems, position):
            return True
        if items[position].conjunction or items[position].preposition:
            return False
    return False


def _is_preposition(item: Item, preposition: str) -> bool:
    if item.tag == "particle":
        folded = item.token.folded[len(item.conjunction) :]
        return folded == preposition or folded in PRONOUN_PREPOSITIONS.get(preposition, ())
    if (
        item.tag == "unknown" and len(preposition) == 1 and not item.prefix
    ):  # «بعقد»: only the lexicon could tell it from a root
        return item.token.folded.startswith(preposition) and len(item.token.folded) > SHORTEST_GOVERNED
    return item.preposition == preposition


def _excluded(words: Words, at: int, trigger: TriggerEntry) -> bool:
    before, after = UNLESS_REACH
    near = [p for p in range(max(0, at - before), min(len(words.items), at + after + 1)) if p != at]
    return any(trigger.unless.at(words.stems, p) for p in near)
