"""Around a word in its clause: bare noun phrases after it, its subject before it, antecedents, agents, shared subjects."""

from __future__ import annotations

from collections.abc import Callable

from marsad.event.roles.gender import clashes
from marsad.event.roles.slots import Filler
from marsad.event.view import COMMAS, DASHES, QUOTES, View
from marsad.lexicon.compile import DEMONYM, SPEECH, TRIGGER
from marsad.lexicon.trigger import FORCE_TYPES
from marsad.mention.agreement import adjectival, agrees
from marsad.mention.item import Item
from marsad.record import MentionKind

SKIPPED = frozenset({"adverb", "past_auxiliary", "negation", "future", "pronoun"})


def bare_after(view: View, at: int) -> list[int]:
    """The first two noun phrases without preposition after ``at`` in its clause, those in coordination counted once."""
    found: list[int] = []
    for number in view.right(at):
        phrase = view.phrases[number]
        if phrase.kind == "event" and not phrase.preposition:
            found.append(number)
            break  # what follows an event noun belongs to it
        own = view.bare(number) and not phrase.conjunction and not (number - 1 != at and of_event(view, number))
        own = own and "according" not in view.item_of(number - 1).classes  # «حسب مسؤولين»
        if own and not (found and any(rule(view, number) for rule in SAYS_MORE)):
            found.append(number)
        if len(found) == 2:
            break
    return found


def shows_accusative(view: View, number: int) -> bool:
    """«رتلا», «موكبا رسميا»: an indefinite noun whose ending says that it is no subject of the verb before it."""
    item = view.item_of(number)
    indefinite = item.tag in ("noun", "unknown") and not item.article and not item.pronoun and not item.preposition
    phrase = view.phrases[number]
    construct = phrase.stop - phrase.start > 1 and view.items[phrase.start + 1].article  # «وزيرا الخارجية»: a dual
    if not indefinite or not item.token.folded.endswith("ا") or construct:
        return False
    written = "\u064b" in item.token.text
    return written or (
        item.tag == "noun" and any(not r.verbal for r in view.lexicon.forms[item.token.text[:-1]].readings)
    )  # «ميليشيا» is no «ميليشي»


CIRCUMSTANCES = frozenset("في خلال اثر جراء بعد قبل عقب نتيجه بسبب اثناء منذ".split())


def of_event(view: View, number: int) -> bool:
    """«قتل في تفجير سيارة», «في ضربة جوية أمريكية»: what stands right after an event noun in a phrase of its own is that noun's."""
    before = view.phrases[number - 1] if number else None
    if before is None or before.kind != "event" or before.preposition not in CIRCUMSTANCES:
        return False
    if view.items[before.start].preposition:  # «بعد بوساطة …»
        return False
    if before.definite:  # «في الهجوم الأخير», but «في الهجوم ضابط»
        return qualifies_all(view, number)
    counted = view.item_of(number).tag in ("number", "particle")
    return not counted and not view.items[before.stop - 1].pronoun


def qualifies_all(view: View, number: int) -> bool:
    """A phrase of nothing but adjectives: «جوية أمريكية», «الانتحاري»."""
    phrase = view.phrases[number]
    return all(
        item.of(DEMONYM) or adjectival(item, view.lexicon) or plain_adjective(item)
        for item in view.items[phrase.start : phrase.stop]
    )


def plain_adjective(item: Item) -> bool:
    """A word that the vocabulary knows as an adjective alone."""
    return item.word is None and item.tag == "noun" and not item.common


def behind_attack(view: View, number: int) -> list[int]:
    """«استهدف تفجير انتحاري موكب السفير», «استهدف هجوم بسيارة مفخخة المقر»: past the attack's adjectives and means."""
    for other in view.right(number):
        phrase = view.phrases[other]
        if phrase.kind == "event" or phrase.conjunction:
            return []
        if view.bare(other) and not (other == number + 1 and not phrase.definite and qualifies_all(view, other)):
            own = (
                other == number + 1
                and view.phrases[number].definite is False
                and phrase.definite
                and view.acting(other)
            )
            return [] if own else [other]
    return []


SOUND = ("ون", "ين")
PARTS = frozenset("بينهم بينهن بينها منهم منهن منها ضمنهم".split())


def _names_part(view: View, number: int) -> bool:
    """«عشرة أشخاص بينهم ثلاثة أطفال»: some of those just named."""
    return view.item_of(number - 1).token.folded in PARTS


def _describes(view: View, number: int) -> bool:
    """«في هجوم مسلح», «ثلاثة آلاف جندي أميركي»: an indefinite adjective of the noun before, cut off from its phrase."""
    before, phrase = view.phrases[number - 1], view.phrases[number]
    noun, item = view.items[before.stop - 1], view.items[phrase.start]
    if before.kind not in ("np", "event") or phrase.stop - phrase.start > 1 or before.definite or item.article:
        return False
    adjective = bool(item.of(DEMONYM)) or adjectival(item, view.lexicon)
    people = noun.token.folded.endswith(SOUND) <= item.token.folded.endswith(SOUND)  # their adjectives are plural too
    return adjective and people and agrees(noun, item) and not _accusative(noun, item)


POSSESSED = frozenset("ذو ذا ذي ذوو ذوي ذات ذواتا ذوات".split())


def possessed(view: View, number: int) -> bool:
    """«المسلحين ذوي الخبرة», «منطقة الكرادة ذات الغالبية …»: an adjective made of «having» goes with the noun before it."""
    return view.item_of(number).token.folded in POSSESSED


def counts(view: View, number: int) -> bool:
    """«نواب الوزير الثلاثة»: a definite number after a definite noun counts it, it names nobody."""
    item, before = view.item_of(number), view.phrases[number - 1]
    counted = item.tag == "number" and item.token.text.startswith("ال")  # «آلاف» has no article
    return counted and before.kind == "np" and before.definite


def manner(view: View, number: int) -> bool:
    """«مقتل شخصين طعنا», «مشيرا إلى …»: a single indefinite accusative that no party bears tells how."""
    phrase, item = view.phrases[number], view.item_of(number)
    bare = not (phrase.preposition or phrase.conjunction or phrase.definite or item.pronoun)
    single = phrase.kind == "np" and phrase.stop - phrase.start == 1
    return bare and single and item.token.folded.endswith("ا") and item.tag in ("noun", "unknown")


def _accusative(noun: Item, item: Item) -> bool:
    """«مسلح فلسطينيا», «مسلحون مدنيين»: the ending of an object after a subject's."""
    words, ending = noun.token.folded, item.token.folded
    return ending.endswith("ا") or (words.endswith(("ون", "ان")) and ending.endswith("ين"))


def _apposed(view: View, number: int) -> bool:
    """«الملك عبد الله الثاني ملك الأردن»: a title right after a person's name is in apposition to him."""
    before = view.phrases[number - 1]
    if before.kind == "np" and view.item_of(number - 1).token.folded == f"ال{view.item_of(number).token.folded}":
        return True  # «الملك سلمان ملك السعودية», «الأمير فيصل أمير عسير»
    mention = view.mention(number - 1) if before.kind == "np" else None
    if mention is None or mention.kind is not MentionKind.PERSON or not is_office(view, view.item_of(number)):
        return False
    return any(item.tag in ("name", "unknown") and not item.article for item in view.items[before.start : before.stop])


def is_office(view: View, item: Item) -> bool:
    """A title, of an office or of courtesy."""
    return item.word is not None and view.lexicon.word(item.word.entry).role == "title"


DATELINE = 4  # phrases that a dateline takes at most


def before_verb(view: View, at: int) -> int:
    """The phrase before a verb, past what may stand between it and its subject; -1 where the sentence begins."""
    number = at - 1
    if _quoted_alone(view, at):
        number -= 1
    while number >= 0 and skippable(view, number):
        number -= 1
    return number


def _quoted_alone(view: View, at: int) -> bool:
    """«رجال أمن «اختطفوا» منسقها»: quotation marks around the verb alone, which cut nothing off."""
    if not 0 < at < len(view.phrases) - 1:
        return False
    return view.item_of(at - 1).token.text in QUOTES and view.item_of(at + 1).token.text in QUOTES


def subject_before(view: View, at: int) -> list[int]:
    """The subject of subject-verb order: a bare noun phrase that opens the clause before the verb."""
    number = before_verb(view, at)
    number = _before_aside(view, number)
    if number >= 0 and _ends_dateline(view, number):
        return []
    passed = 0
    number = _before_relative(view, number)
    while number >= 0 and passed < 4 and not view.bare(number):
        if view.ends_clause(number, commas=False) and not _closes_aside(view, number):
            return []
        number -= 1
        passed += 1
    if number < 0 or view.phrases[number].kind != "np":
        return []
    number = _coordination_start(view, number)
    return [number] if _opens_clause(view, number) and not _in_dateline(view, number) else []


def _in_dateline(view: View, number: int) -> bool:
    """«عين اليوم – تونس ألقت الشرطة …»: the town after the outlet and a dash that open the sentence."""
    if not 2 <= number <= DATELINE or view.item_of(number - 1).token.text not in DASHES:
        return False
    outlet, town = view.mention(number - 2), view.mention(number)
    place = town is not None and town.kind in (MentionKind.PLACE, MentionKind.STATE, MentionKind.ORGANISATION)
    return place and outlet is not None and outlet.sector == "JRN"


RELATIVE = 6  # phrases of a relative clause between a subject and its verb


def _before_relative(view: View, number: int) -> int:
    """«الحركة التي تسيطر على البلدة، هاجمت …»: whom a relative clause, closed by a comma, is about; ``number`` without one."""
    if number < 0 or view.item_of(number).token.text not in COMMAS:
        return number
    for verb in range(number - 1, max(-1, number - RELATIVE), -1):
        if view.phrases[verb].kind == "mark" or view.phrases[verb].conjunction:
            return number
        if view.phrases[verb].kind == "verb":
            about = antecedent(view, verb)
            return number if about is None or view.phrases[about].preposition else about
    return number


ASIDE = 7  # phrases that dashes may set apart: «الموقوفين -بينهم امرأتان- محتجزون»


def _before_aside(view: View, number: int) -> int:
    """The phrase before an aside between dashes that ends at ``number``; ``number`` where none does."""
    if number < 1 or view.item_of(number).token.text not in DASHES:
        return number
    opening = (n for n in range(number - 1, max(0, number - ASIDE - 1), -1) if view.item_of(n).token.text in DASHES)
    return next(opening, number + 1) - 1


def _ends_dateline(view: View, number: int) -> bool:
    """«صنعاء (رويترز) - قالت …»: a dash that closes no aside cuts off what stands before it."""
    dash = view.item_of(number).token.text in DASHES
    return dash and not any(view.item_of(n).token.text in DASHES for n in range(number))


def _closes_aside(view: View, number: int) -> bool:
    return view.item_of(number).token.text in ')»”"'


def skippable(view: View, number: int) -> bool:
    """Adverbs, auxiliaries, negation and times between subject and verb."""
    phrase = view.phrases[number]
    item = view.items[phrase.start]
    return phrase.kind == "time" or (
        phrase.kind == "particle" and (bool(SKIPPED & set(item.classes)) or item.token.folded in ("قد", "لقد"))
    )


def _coordination_start(view: View, number: int) -> int:
    while number > 0 and view.phrases[number].conjunction and view.phrases[number - 1].kind == "np":
        number -= 1
    return number


def _opens_clause(view: View, number: int) -> bool:
    """A noun phrase after which the verb may come: first in the sentence, or after a mark, a complementizer or كان."""
    if view.phrases[number].conjunction:
        return True
    before = number - 1
    while before >= 0 and view.phrases[before].kind == "time":
        before -= 1
    if before < 0:
        return True
    phrase, item = view.phrases[before], view.item_of(before)
    if phrase.kind == "mark":
        return True
    if phrase.kind == "verb":
        return item.token.folded in WAS  # «لم يكن الرئيس يهاجم أحدا»
    if phrase.kind != "particle":
        return False
    return bool(
        {"complementizer", "subordinator", "past_auxiliary", "coordinator", "adverb", "negation"} & set(item.classes)
    )


GOING_ON = frozenset({"كما", "ثم"})  # words by which a verb goes on with the subject of the clause before
WAS = frozenset("يكن تكن يكون تكون كان كانت".split())


def antecedent(view: View, at: int) -> int | None:
    """The antecedent when a relative pronoun stands right before the verb."""
    number = before_verb(view, at)
    if number < 1 or view.phrases[number].kind != "particle":
        return None
    item = view.item_of(number)
    if "relative" not in item.classes or item.token.folded == "حيث":
        return None
    return next(
        (other for other in range(number - 1, max(-1, number - 4), -1) if view.phrases[other].kind in ("np", "event")),
        None,
    )


def shared_subject(view: View, at: int, agreement: str = "") -> list[int]:
    """A verb without a subject of its own shares that of the clause before, if it agrees with it: «قصفت … واستهدفت»."""
    for number in range(at - 1, -1, -1):
        phrase = view.phrases[number]
        if phrase.kind != "np" or phrase.preposition or not view.acting(number) or _in_apposition(view, number):
            continue
        if manner(view, number) and view.phrases[number - 1].kind == "mark":  # «…، مشيرا إلى …»
            continue
        if clashes(view, number, agreement):
            continue
        if _follows_verb(view, number):
            return _before_its_verb(view, number) or [number]
        if _opens_clause(view, number) or _follows_speech_noun(view, number):
            return [number]
    return []


def _in_apposition(view: View, number: int) -> bool:
    """«قوات الرئيس المخلوع، فلان، …»: a person named between commas is the office holder spoken of before."""
    mark = view.item_of(number - 1).token.text if number > 1 else ""
    before, after = view.phrases[number - 2], view.phrases[min(number + 1, len(view.phrases) - 1)]
    if mark not in COMMAS or before.kind != "np" or after.kind != "mark" or view.phrases[number].conjunction:
        return False
    mention = view.mention(number)
    titled = any(is_office(view, item) for item in view.items[before.start : before.stop])
    return titled and mention is not None and mention.kind is MentionKind.PERSON


def _before_its_verb(view: View, number: int) -> list[int]:
    """«قيادات الحزب التقت أطرافا دولية، وحثتها …»: what follows a verb whose subject stands before it is its object."""
    if view.phrases[number - 1].conjunction:
        return []
    return [n for n in subject_before(view, number - 1) if view.acting(n)]


def asyndetic_subject(view: View, at: int) -> list[int]:
    """«مقتل مسلح أطلق النار»: a verb right after an indefinite noun for people is a relative clause of theirs."""
    before = view.phrases[at - 1] if at else None
    if before is None or before.kind not in ("np", "event") or before.definite or view.phrases[at].conjunction:
        return []
    if before.kind == "event":  # «غارات تستهدف مواقع الجيش»
        return [at - 1]
    mention = view.mention(at - 1)
    return [at - 1] if mention is not None and mention.kind in (MentionKind.GROUP, MentionKind.PERSON) else []


def _follows_speech_noun(view: View, number: int) -> bool:
    """«إعلان القوات أنها …»: the complement of a maṣdar of saying speaks."""
    reading = view.item_of(number - 1).of(SPEECH) if number else None
    return reading is not None and reading.pos == "masdar"


def _follows_verb(view: View, number: int) -> bool:
    return number > 0 and view.phrases[number - 1].kind == "verb"


def _abbreviated(view: View, number: int) -> bool:
    """«الأمين العام د. بطرس غالي»: a title in one letter."""
    return len(view.item_of(number).token.folded) == 1


# What a phrase behind another is where it names nobody new.
SAYS_MORE: tuple[Callable[[View, int], bool], ...] = (
    _apposed,
    _names_part,
    _describes,
    counts,
    possessed,
    _abbreviated,
)


AGENT_PREPOSITIONS = frozenset(
    {"من قبل", "من جانب", "من طرف", "علي يد", "علي ايدي", "بامر من", "بقرار من", "باوامر من", "بتكليف من"}
    | {"برصاص", "بنيران", "بايدي", "بيد"}
)


def _harms(view: View, number: int) -> bool:
    """An event noun of violence or force, which has a doer of its own."""
    readings = (r for r in view.item_of(number).readings if r.cls == TRIGGER)
    return any(view.lexicon.trigger(r.entry).type in FORCE_TYPES for r in readings)


def agent_of(view: View, at: int) -> list[Filler]:
    """«من قبل», «على يد», «بأيدي»: the doer of a passive or a maṣdar, of the nearest one before it that has none."""
    for number in view.right(at):
        phrase = view.phrases[number]
        if phrase.kind == "event" and view.item_of(number).of(TRIGGER) is not None and _harms(view, number):
            return []  # «للاحتجاج على مقتل مدنيين على يد الجنود»
        if phrase.kind == "np" and phrase.preposition in AGENT_PREPOSITIONS:
            return [Filler(number, "agent_phrase")]
    return []
