"""Names of peoples and groups: «الفلسطينيون», «الشيعة», «الشعب السوري», «مقاتلو داعش», «عائلة حداد»."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from marsad.lexicon.compile import NOUN, WORD
from marsad.lexicon.lexicon import Lexicon
from marsad.mention.item import Item
from marsad.mention.phrase import Phrase

# Nouns of words/nominals.yaml for members of a faith or people.
FAITHS = frozenset(
    "شيعي سني مسيحي قبطي يهودي مسلم هندوسي درزي علوي كردي عربي أمازيغي تركماني أزيدي آشوري روهينغا طوارق غجري بدوي إخواني سلفي".split()
)
KIN = frozenset("عاءله قبيله عشيره حاموله طاءفه".split())
NATIONS = ("الشعب", "للشعب", "الشعبان", "الشعبين", "للشعبين", "الشعوب", "للشعوب", "الامه", "للامه")
PEOPLE_ENDINGS = (*KIN, *NATIONS, "ون", "ين")


class PeopleName(NamedTuple):
    """Items ``[start, stop)`` that name a people or group, and the rule."""

    start: int
    stop: int
    rule: str


Rule = Callable[[Sequence[Item], Phrase, Lexicon], int | None]


def find_peoples(items: Sequence[Item], phrases: Sequence[Phrase], lexicon: Lexicon) -> list[PeopleName]:
    """The names of peoples that begin a noun phrase of the sentence."""
    found: list[PeopleName] = []
    for phrase in phrases:
        if phrase.kind == "np" and _may_name(items[phrase.start]):
            for rule in RULES:
                stop = rule(items, phrase, lexicon)
                if stop is not None:
                    found.append(PeopleName(phrase.start, stop, rule.__name__))
                    break
    return found


def _may_name(item: Item) -> bool:
    """Whether any rule may have something to say of an item: few have, and each rule is dear."""
    return item.word is not None or item.tag == "demonym" or item.token.folded.endswith(PEOPLE_ENDINGS)


def nationals(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«الفلسطينيون», «الأتراك»: a nationality that heads its phrase, in the plural."""
    item = items[phrase.start]
    plural = item.token.folded.endswith(("ون", "ين")) or any(r.agreement.endswith("p") for r in item.readings)
    return _with_adjectives(items, phrase) if item.tag == "demonym" and plural and not item.pronoun else None


def faithful(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«الشيعة», «المسيحيين», «الأكراد»: members of a faith or people that the lexicon knows as a noun."""
    item = items[phrase.start]
    plural = any(r.agreement.endswith("p") for r in item.readings) or item.token.folded.endswith(("ون", "ين"))
    return _with_adjectives(items, phrase) if _lemmas(item, lexicon) & FAITHS and plural else None


def nation(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«الشعب السوري», «الشعبان السعودي والمصري», «الأمة العربية والإسلامية»: the word for a people with its nationality."""
    return _nation_at(items, phrase.start, lexicon)


def _nation_at(items: Sequence[Item], at: int, lexicon: Lexicon) -> int | None:
    stop = at + 1
    if not items[at].token.folded.endswith(NATIONS) or stop >= len(items):
        return None
    if items[stop].tag != "demonym" and not (items[stop].article and _lemmas(items[stop], lexicon) & FAITHS):
        return None
    stop += 1
    while stop < len(items) and items[stop].token.folded.startswith("وال") and _relation(items[stop]):
        stop += 1
    return stop


def _relation(item: Item) -> bool:
    """An adjective of relation by its ending."""
    return item.token.folded.endswith(("ي", "يه"))


def _lemmas(item: Item, lexicon: Lexicon) -> set[str]:
    """The lemmas of ``words/`` that an item may be a form of."""
    return {lexicon.word(r.entry).lemma for r in item.readings if r.cls == WORD}


def kin(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«عائلة حداد», «قبيلة الورفلة»: kin and its name."""
    after = phrase.start + 1
    if items[phrase.start].token.folded[items[phrase.start].prefix :] not in KIN or after >= phrase.stop:
        return None
    named = items[after].tag in ("unknown", "name") or items[after].article
    return phrase.stop if named and items[after].tag != "demonym" else None


def members(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«مقاتلو داعش», «سكان نابلس»: people in an iḍāfa with a name."""
    head, after = items[phrase.start], phrase.start + 1
    people = [lexicon.word(r.entry) for r in head.readings if r.cls == WORD and r.agreement.endswith("p")]
    if head.article or head.pronoun or after >= phrase.stop or not any(e.kind == "group" for e in people):
        return None
    return phrase.stop if all(items[n].tag == "name" for n in range(after, phrase.stop)) else None


RULES: tuple[Rule, ...] = (nationals, faithful, nation, kin, members)

# Nouns for people in general, who are no group by being called so, and for what is counted like people and is none.
ANYBODY = frozenset(
    "قتيل جريح شخص فرد ساكن مواطن شاب عائلة أسرة ناس إنسان رجل عنصر مشتبه ذوو ابن قريب رفيق سيد".split()
)
NOBODY = frozenset("حاجز جثة جثمان رفات شبكة خلية مدفع جرافة علامة فصيل زمرة ميليشيا مليشيا مصدر شخصية".split())
COLLECTIVE = frozenset({"أهالي"})  # singular by form
ROLES = frozenset({"nominal", "title"})
SOUND = ("ون", "ين")
BROKEN_ADJECTIVES = frozenset("الجدد الكبار الصغار الاجانب الفقراء الضعفاء".split())


def find_classes(items: Sequence[Item], phrases: Sequence[Phrase], lexicon: Lexicon) -> list[PeopleName]:
    """Groups of people by what they are, wherever they stand: «الموظفين», «اللاجئين السوريين», «أعضاء البرلمان»."""
    found: list[PeopleName] = []
    for phrase in phrases:
        at = phrase.start
        while phrase.kind in ("np", "event") and at < phrase.stop:
            if not _may_name(items[at]):
                at += 1
                continue
            rules = ((rule.__name__.strip("_"), rule(items, at, phrase, lexicon)) for rule in CLASSES)
            name, stop = next(((name, stop) for name, stop in rules if stop), ("", at + 1))
            found += [PeopleName(at, stop, name)] if name else []
            at = stop
    return found


def _family(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«أرشيف عائلة حداد»: kin and its name inside a phrase."""
    named = (
        at > phrase.start
        and at + 1 < phrase.stop
        and (items[at + 1].article or items[at + 1].tag in ("name", "unknown"))
    )
    return phrase.stop if named and items[at].token.folded in KIN else None


def _nation(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«مصلحة الأمة العربية»: a people and its nationality inside a phrase."""
    return _nation_at(items, at, lexicon) if at > phrase.start else None


def _members_of(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«أعضاء المجلس البلدي», «أهالي نابلس»: a noun for several persons with a definite complement."""
    item, last = items[at], items[phrase.stop - 1]
    if item.article or item.pronoun or at + 1 >= phrase.stop or not _persons(item, lexicon, frozenset()):
        return None
    definite = last.article or last.tag == "name"
    stop = next((n for n in range(at + 2, phrase.stop) if _titles(items, n, lexicon)), phrase.stop)
    return stop if definite and items[at + 1].tag in ("noun", "name", "unknown") else None


def _titles(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """«كبير علماء المركز | الدكتور سامر حداد»: a title of the name after it, where another name begins."""
    named = items[at].article and at + 1 < len(items) and items[at + 1].tag == "name"
    return named and any(lexicon.word(r.entry).role == "title" for r in items[at].readings if r.cls == WORD)


def _class(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«الأطباء», «المسؤولين الأتراك»: a noun for several persons with the article, and the adjectives that agree with it."""
    item = items[at]
    definite = item.article or item.token.folded.startswith("للا")  # «للاجئين» writes one ل less
    adjective = at > phrase.start and items[at - 1].article and items[at - 1].tag != "name"
    if not definite or adjective or _office(items, at) or not (_persons(item, lexicon, ANYBODY) or _sound(item)):
        return None
    stop = at + 1
    while (
        stop < len(items)
        and items[stop].article
        and not items[stop].conjunction
        and not items[stop].preposition
        and _of_several(items[stop])
    ):
        stop += 1
    return stop


def _office(items: Sequence[Item], at: int) -> bool:
    """«رئيس الوزراء», «مجلس الوزراء»: ministers in the name of an office are nobody by themselves."""
    before = items[at - 1].token.folded if at else ""
    return items[at].token.folded.endswith("الوزراء") and before.endswith(("رءيس", "رءيسه", "رءيسا", "رءاسه", "مجلس"))


def _of_a_nation(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«جنود أتراك», «مسؤولون أمنيون فلسطينيون»: several persons without article whose adjectives name their nation or faith."""
    if items[at].article or items[at].pronoun or not _persons(items[at], lexicon, frozenset()):
        return None
    stop, told = at + 1, False
    while stop < len(items) and _plain_plural(items[stop]):
        told = told or items[stop].tag == "demonym" or bool(_lemmas(items[stop], lexicon) & FAITHS)
        stop += 1
    return stop if told else None


def _plain_plural(item: Item) -> bool:
    """An adjective for several persons, without article and clitics before it."""
    return item.tag != "verb" and not (item.article or item.conjunction or item.preposition) and _of_several(item)


def _counted(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«ستون مسيحيا», «18 ألف سني»: one word for a faith or people after a number."""
    numbered = at > 0 and items[at - 1].tag == "number"
    return at + 1 if numbered and not items[at].article and _lemmas(items[at], lexicon) & FAITHS else None


def _national(items: Sequence[Item], at: int, phrase: Phrase, lexicon: Lexicon) -> int | None:
    """«عدد الروس», «قال فلسطيني»: a nationality that is a noun: what stands before it is nothing that it could qualify."""
    item = items[at]
    if item.tag != "demonym" or item.pronoun or item.token.folded.endswith(("ه", "ات")):
        return None
    before = items[at - 1] if at else None
    several = item.token.folded.endswith(SOUND) or any(r.agreement.endswith("p") for r in item.readings)
    if at == phrase.start:
        alone = before is None or (before.tag in ("verb", "particle") and not _also_noun(before))
        return at + 1 if several or (alone and at + 1 == phrase.stop) else None
    counted = before is not None and before.tag in ("number", "particle")
    construct = before is not None and several and item.article and not before.article
    return at + 1 if counted or construct else None


def _also_noun(item: Item) -> bool:
    """«وفد حوثي»: a verb by its place that is a noun as well."""
    return any(r.cls in (WORD, NOUN) and r.pos == "noun" for r in item.readings)


def _of_several(item: Item) -> bool:
    """An adjective that can go with several persons: «الأتراك», «الجدد», «المحليين»."""
    word = item.token.folded
    several = word.endswith((*SOUND, "ات")) or any(r.agreement.endswith("p") for r in item.readings)
    return several or word in BROKEN_ADJECTIVES


def _persons(item: Item, lexicon: Lexicon, barred: Set[str]) -> bool:
    """Whether an item is a noun for several persons of some kind, none of them in ``barred``."""
    entries = [(e, r.agreement) for r in item.readings if r.cls == WORD and not (e := lexicon.word(r.entry)).rest]
    if item.article and item.token.folded.endswith(("و", "ي")) and not item.token.text.endswith("ى"):
        return False  # a sound plural with the article keeps its ن: «المفتي» is one, «المرضى» are several
    people = [e for e, agreement in entries if agreement.endswith("p") or e.lemma in COLLECTIVE]
    kinds = {e.kind or ("person" if e.role == "title" else "organisation") for e in people if e.role in ROLES}
    ruled_out = any(e.lemma.removeprefix("ال") in barred or e.lemma in NOBODY for e in people)
    return bool(kinds) and "organisation" not in kinds and not ruled_out


def _sound(item: Item) -> bool:
    """«المساهمين», «العاملين»: a participle or adjective of relation in the sound masculine plural, which is for persons."""
    word = item.token.folded[item.prefix :].removeprefix("ال")
    stem = word[:-2]
    formed = stem.startswith("م") or stem.endswith("ي") or (len(stem) == PARTICIPLE and stem[1] == "ا")
    if any(r.cls == WORD and not r.agreement.endswith("d") for r in item.readings):
        return False  # «العاملين» are two, or several beside the broken plural that the lexicon has
    known = [r.agreement for r in item.readings if r.cls == NOUN]
    return word.endswith(SOUND) and len(stem) >= PARTICIPLE and formed and all(a.endswith(("p", "d")) for a in known)


PARTICIPLE = 4  # letters of عامل
Class = Callable[[Sequence[Item], int, Phrase, Lexicon], int | None]
CLASSES: tuple[Class, ...] = (_family, _nation, _of_a_nation, _members_of, _counted, _national, _class)


def _with_adjectives(items: Sequence[Item], phrase: Phrase) -> int:
    """The noun and the definite adjectives of its phrase («اليهود الشرقيون»)."""
    stop = phrase.start + 1
    while stop < phrase.stop and items[stop].article and items[stop].tag in ("noun", "demonym"):
        stop += 1
    return stop
