"""When: which of a sentence's times governs an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.event.candidate import Candidate
from marsad.event.governor import STOPS, Governed
from marsad.event.reach import near, nearer_trigger, same_stretch
from marsad.event.roles.slots import Slots
from marsad.event.roles.support import only_told, stands
from marsad.event.view import COMMAS, View
from marsad.lexicon.compile import SPEECH, SUPPORT, TRIGGER
from marsad.record import Time

FAR = 16  # phrases between an event noun and its support verb, relative clauses between them
CLAUSE = 6  # phrases after an event noun in which the verb of its clause stands


def find_time(view: View, candidate: Candidate, slots: Slots, times: Sequence[Governed]) -> tuple[Time, str] | None:
    """The time of an event and the rule that chose it: its own, its verb's, or that of the verb it is joined to."""
    for rule, heads in (
        ("own_time", set(range(candidate.item, candidate.item + candidate.length))),
        ("verbs_time", set(_verbs_of(view, candidate, slots))),
        ("circumstance_of", set(circumstance_of(view, candidate))),
        ("joined_verbs_time", set(_joined_to(view, candidate, times))),
        ("outcomes_time", set(_outcome_of(view, candidate))),
    ):
        found = [governed for governed in times if heads & governed.heads and not _compares(view, candidate, governed)]
        if found:
            return min(found, key=lambda g: (g.time.value is None, abs(g.item - candidate.item))).time, rule
    return None


SUPERLATIVES = frozenset(
    "اعنف اكبر اول اسوا اعلي اقوي اخطر اضخم ادمي اشد اوسع الاعنف الاكبر الاول الاولي الاسوا الاعلي الاقوي الاخطر".split()
)
BESIDE = 3  # items around an event noun in which a superlative is its


def _compares(view: View, candidate: Candidate, governed: Governed) -> bool:
    """«أعنف قصف منذ فبراير»: since when there was none like it, not when it was."""
    before = view.items[governed.item - 1].token.folded if governed.item else ""
    if candidate.verbal or before != "منذ":
        return False
    around = view.items[max(0, candidate.item - 1) : candidate.item + BESIDE]
    return any(item.token.folded in SUPERLATIVES for item in around)


OUTCOME_REACH = 9  # items in which an outcome is told
OUTCOME_VERBS = frozenset("ادي ادت ادا اسفر اسفرت اسفرا اسفرتا تسبب تسببت اوقع اوقعت خلف خلفت نتج نتجت نجم".split())


def _outcome_of(view: View, candidate: Candidate) -> Iterator[int]:
    """«أضرموا النيران في منزل، مما أدى إلى مقتل طفل اليوم»: what an act brings about comes with it."""
    for position in range(candidate.item + 1, len(view.items) - 1):
        item = view.items[position]
        if item.token.text in STOPS or "complementizer" in item.classes:
            return
        if item.token.folded in ("مما", "ما") and view.items[position + 1].token.folded in OUTCOME_VERBS:
            yield from range(position + 1, min(len(view.items), position + 1 + OUTCOME_REACH))
            return
        if item.tag == "verb":
            return


def nearest_time(
    view: View, candidate: Candidate, candidates: Sequence[Candidate], times: Sequence[Governed]
) -> Time | None:
    """The time nearest to a trigger in its stretch, whatever it dates: that there is one makes an event likelier."""
    near_by = [
        governed
        for governed in times
        if near(view.items[candidate.item].token.span, governed.time.span)
        and same_stretch(view, governed.item, candidate.item)
        and not nearer_trigger(governed.item, candidate, candidates, view)
    ]
    return min(near_by, key=lambda g: abs(g.item - candidate.item)).time if near_by else None


def _verbs_of(view: View, candidate: Candidate, slots: Slots) -> Iterator[int]:
    """The verbs through which an event noun happens: «شنت … غارات», «هجوم نفذه …», «الهجوم وقع …»."""
    if candidate.verbal:
        return
    own = [number for number in (slots.support, slots.relative, _far_support(view, candidate)) if number is not None]
    yield from (view.phrases[number].start for number in own if not only_told(view, number, candidate))
    yield from _verb_after(view, view.phrase_of(candidate.item))


def _verb_after(view: View, at: int) -> Iterator[int]:
    """The verb of an event noun's clause; a second noun after و ends its reach, unless بين joins the two."""
    between = False
    for number in range(at + 1, min(len(view.phrases), at + 1 + CLAUSE)):
        phrase, item = view.phrases[number], view.item_of(number)
        if phrase.kind == "verb" and not item.conjunction:
            yield phrase.start
        between = between or phrase.preposition == "بين"
        clause = {"complementizer", "subordinator"} & set(item.classes)
        if phrase.kind in ("mark", "event", "verb") or clause or (phrase.conjunction and not between):
            return


def _far_support(view: View, candidate: Candidate) -> int | None:
    """«أعربت الوزارة في بيان أمس، نشرته الوكالة، عن تحفظها»: a support verb past the relative clauses between."""
    at = view.phrase_of(candidate.item)
    for number in range(at - 1, max(-1, at - 1 - FAR), -1):
        phrase, item = view.phrases[number], view.item_of(number)
        joined = item.token.text in COMMAS and view.item_of(number + 1).conjunction
        if item.token.text in STOPS or "complementizer" in item.classes or joined:
            return None
        if phrase.kind == "verb" and not item.pronoun and not _in_relative(view, phrase.start):
            reading = item.of(SUPPORT)
            stood = reading is not None and stands(view, number, at, view.lexicon.support(reading.entry)[0])
            return number if stood else None
    return None


CIRCUMSTANCE = frozenset({"في", "خلال", "اثر", "جراء", "نتيجه", "اثناء"})


def circumstance_of(view: View, candidate: Candidate) -> Iterator[int]:
    """«قتل أمس خمسة في غارة», «وصل السبت في زيارة»: what something happens in happens when it does."""
    if _goes_along(view, candidate):
        yield from _first_verb(view, candidate.item)
        return
    number = view.phrase_of(candidate.item)
    if candidate.verbal or view.phrases[number].preposition not in CIRCUMSTANCE:
        return
    for position in range(candidate.item - 1, -1, -1):
        item = view.items[position]
        if item.token.text in STOPS or {"complementizer", "relative"} & set(item.classes):
            return
        dated = item.of(SPEECH) is None if item.tag == "verb" else item.of(TRIGGER) is not None
        if dated:
            yield position
        if item.tag == "verb" and not (item.conjunction and item.of(SPEECH) is None):
            return  # «لقي شرطي مصرعه أمس وأصيب ثلاثة إثر إطلاق النار»


def _goes_along(view: View, candidate: Candidate) -> bool:
    """«…، متهما إيران», «… داعية إلى»: an accusative participle tells what the subject did along with the verb."""
    item, reading = view.items[candidate.item], candidate.reading
    bare = not (item.article or item.conjunction or item.preposition)
    return bare and reading.pos == "participle" and item.token.folded.endswith(("ا", "ه", "ين"))


def _first_verb(view: View, item: int) -> Iterator[int]:
    """«نفى الوزير الجمعة أن بلاده تساعد …، متهما …»: the verb that the sentence begins with, past what it is followed by."""
    start = next((n + 1 for n in range(item - 1, -1, -1) if view.items[n].token.text in STOPS), 0)
    yield from [n for n in range(start, item) if view.items[n].tag == "verb"][:1]


def _joined_to(view: View, candidate: Candidate, times: Sequence[Governed]) -> Iterator[int]:
    """«دانت الجامعة أمس القصف، وطالبت بوقفه، كما دعت …»: past verbs in a row happened when the first of them did."""
    if not candidate.verbal or not _joins(view, candidate.item) or candidate.reading.pos != "past":
        return
    dated = {head for governed in times for head in governed.heads}
    for position in range(candidate.item - 1, -1, -1):
        other = view.items[position]
        if other.token.text in STOPS or "complementizer" in other.classes:
            return
        if other.tag == "verb" and not _in_relative(view, position):
            past = any(reading.pos == "past" for reading in other.readings)
            if past and position in dated:
                yield position
            if position in dated or not (past and _joins(view, position)):
                return


def _joins(view: View, item: int) -> bool:
    """Whether a verb goes on from the one before: و, ف or كما stands before it."""
    return bool(view.items[item].conjunction) or (item > 0 and view.items[item - 1].token.folded == "كما")


def _in_relative(view: View, position: int) -> bool:
    return position > 0 and "relative" in view.items[position - 1].classes
