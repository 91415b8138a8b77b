"""Which verb or event noun of a sentence each of its times belongs to.

An Arabic adverbial of time belongs to the nearest verb or event noun before it in its clause, and to what comes after
where it opens the clause («وفي 17 يونيو أعلن …»). A noun between a verb and the time takes it («قتل خمسة في غارة أمس»),
and passes it on to the verb whose bare subject or object it is, unless that verb only reports («أعلن مقتل خمسة أمس»).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from marsad.event.candidate import Candidate
from marsad.event.people import names_people
from marsad.event.reach import CLOSE, first_item
from marsad.event.view import COMMAS, View
from marsad.lexicon.compile import SPEECH
from marsad.mention.time.value import shape_of, shifted
from marsad.record import Time

REACH = 45  # items between a time and its verb: objects have long descriptions
NAMED = 3  # items of a phrase in which its event stands
AFTER = 2  # items between a time that opens a clause and its verb
STOPS = frozenset(".؟?!؛;")
DATED_BY_PREPOSITION = frozenset({"feast"})  # names of days that are also things: «الاحتفال بعيد الفطر»
IN_TIME = frozenset({"في", "خلال", "بعد", "قبل", "منذ", "عشيه", "قبيل", "ايام"})


@dataclass(frozen=True, slots=True)
class Governed:
    """A time that dates something, its first item, and the items of the verbs and event nouns that it dates."""

    time: Time
    item: int
    heads: Set[int]


@dataclass(frozen=True, slots=True)
class Nouns:
    """The items of the nouns that name events, of those for people that also do («شهيد», «متظاهرون»), and of event verbs."""

    events: Set[int]
    people: Set[int]
    verbs: Set[int]

    def __contains__(self, item: object) -> bool:
        """Whether either names an event there."""
        return item in self.events or item in self.people


def govern(view: View, candidates: Sequence[Candidate]) -> list[Governed]:
    """The times of a sentence that date something, each with what it dates."""
    named = [c for c in candidates if not c.verbal]
    people = {c.item for c in named if names_people(c, view.items[c.item], view.lexicon)}
    verbs = {c.item for c in candidates if c.verbal}
    nouns = Nouns(frozenset(c.item for c in named) - people, people, verbs)
    return [found for time in view.times for found in _governed(view, time, nouns)]


def _governed(view: View, time: Time, nouns: Nouns) -> Iterator[Governed]:
    at = first_item(view, time.span)
    if at < 0:
        return
    if time.anchor == "event":
        yield from _anchor_event(view, time, at, nouns)
    elif dates_events(view, time, at):
        yield Governed(time, at, frozenset(heads_of(view, time, at, nouns)))


def dates_events(view: View, time: Time, at: int) -> bool:
    """Whether a time says when: a day, hour or period, known or not; no length, no «now», no set."""
    if time.rule in DATED_BY_PREPOSITION:
        return at > 0 and view.items[at - 1].token.folded in IN_TIME
    if time.type == "DURATION":  # «منذ أسابيع», «خلال اليومين الماضيين»
        return time.anchor == "published"
    return time.type in ("DATE", "TIME") and not (time.value or "").endswith("_REF")


def _anchor_event(view: View, time: Time, at: int, nouns: Nouns) -> Iterator[Governed]:
    """«بعد شهر من إعلان الهدنة»: news of the day tells that the truce was announced a month before publication."""
    before = view.items[at - 1].token.folded.lstrip("وف") if at else ""
    if time.anchor_span is None or before not in ("بعد", "عقب"):
        return
    head = _head_of(view, first_item(view, time.anchor_span), nouns)
    value = _before_publication(view.published, time.value)
    if head is not None and value:
        shape = shape_of(value)
        told = replace(
            time, rule="before_event", type="DATE", value=value, start=shape.start, stop=shape.stop,
            precision=shape.precision, anchor="published", anchor_span=None,
        )  # fmt: skip
        yield Governed(told, at, frozenset({head}))


def _head_of(view: View, start: int, nouns: Nouns) -> int | None:
    """The event that a phrase names, or that what it names announces («إعلان القوات أنها أعادت السيطرة»)."""
    if start < 0:
        return None
    announces = view.items[start].of(SPEECH) is not None
    for position in range(start, min(len(view.items), start + (REACH if announces else NAMED))):
        if view.items[position].token.text in STOPS:
            return None
        if position in nouns or (announces and position in nouns.verbs):
            return position
    return None


def _before_publication(published: str | None, length: str | None) -> str | None:
    """The day, or month or year, that lies a length of one unit before publication."""
    number, unit = (length or "")[1:-1], (length or "")[-1:]
    if not published or len(published) < len("2021-01-01") or not number.isdigit() or unit not in "DWMY":
        return None
    days = int(number) * (7 if unit == "W" else 1)
    try:
        return shifted(date.fromisoformat(published[:10]), "D" if unit == "W" else unit, -days)
    except (OverflowError, ValueError):
        return None


def heads_of(view: View, time: Time, at: int, nouns: Nouns) -> list[int]:
    """The items of what a time at an item belongs to."""
    after = list(_after(view, at, nouns))
    if after and _opens_clause(view, at):
        return after
    since = time.type == "DATE" and time.start is not None and time.stop is None
    coming = bool(time.start and view.published and time.start > view.published[:10])
    before = list(_before(view, at, nouns, past=not (coming or since), since=since))
    return before or ([] if since else list(_following(view, at, nouns)))


# Prepositions of time and cause: «تظاهر الآلاف بعد مقتل شاب الجمعة» dates the death alone.
APART = frozenset("بعد عقب قبل قبيل منذ اثر جراء نتيجه بسبب خلال اثناء حول بشان ضد".split()) | {"علي خلفيه"}


def _before(view: View, at: int, nouns: Nouns, *, past: bool, since: bool) -> Iterator[int]:
    """The nearest event noun and its verb, or the nearest verb; what «التي تضم …» describes has no day of the past, and
    nothing is said since a year («أعربت قطر، العضو منذ 1971، عن …»).
    """
    noun: int | None = None
    for position in range(at - 1, max(-1, at - 1 - REACH), -1):
        item = view.items[position]
        if _ends_reach(view, position, past=past):
            return
        if position in nouns.people:
            yield position  # people are dated with what befell them, and do not keep the time to themselves
        elif position in nouns.events:
            if noun is not None and noun - position > CLOSE:
                return  # «احتجاجا على قتل ضابط أمس»: the nearer noun's alone
            yield position
            noun = noun or position
            if view.phrases[view.phrase_of(position)].preposition in APART:
                return
        elif item.tag == "verb" and not (past and position < at - 1 and describes(view, position)):
            speech = item.of(SPEECH)
            if speech is None or (noun is None and not (since and speech.pos == "past")):
                yield position
            if not item.conjunction:
                return
            yield from _joined_before(view, position)
            return


def _ends_reach(view: View, position: int, *, past: bool) -> bool:
    """A full stop, a complementizer, or a relative clause that has no verb of its own to be dated."""
    item = view.items[position]
    relative = "relative" in item.classes and not (past and describes(view, position + 1))
    return item.token.text in STOPS or "complementizer" in item.classes or relative


def _joined_before(view: View, position: int) -> Iterator[int]:
    """«رمى الجنود أسلحتهم وفروا فجر الخميس»: the verb before و, of one person and number with the next or its subject's."""
    own = {reading.agreement for reading in view.items[position].readings if reading.verbal}
    for other in range(position - 1, max(-1, position - 1 - REACH), -1):
        item = view.items[other]
        if item.token.text in STOPS or {"complementizer", "relative"} & set(item.classes):
            return
        if item.tag == "verb":
            agreeing = any(r.verbal and (r.agreement in own or own & PLURALS) for r in item.readings)
            if agreeing and item.of(SPEECH) is None:
                yield other
            return


PLURALS = frozenset({"3mp", "3fp", "3p", "mp", "fp"})  # after a singular verb with its plural subject


def describes(view: View, position: int) -> bool:
    """«القوات التي تساند الحكومة», «حافلة تقل جنودا»: a present verb on a noun tells what it is, not what happened."""
    item = view.items[position]
    present = item.tag == "verb" and all(reading.pos == "present" for reading in item.readings if reading.verbal)
    if not present or item.conjunction:
        return False
    before = view.items[position - 1] if position else None
    if before is not None and "relative" in before.classes:
        return True
    earlier = (view.items[n] for n in range(position - 1, max(-1, position - 1 - REACH), -1))
    main = next((i for i in earlier if i.tag == "verb" or i.token.text in STOPS or "complementizer" in i.classes), None)
    return main is not None and main.tag == "verb" and any(r.pos == "past" for r in main.readings if r.verbal)


def _opens_clause(view: View, at: int) -> bool:
    """«وأمس …», «، وفي 17 يونيو …», at the start of the sentence: what follows is what it dates."""
    start = at
    while start > 0 and "preposition" in view.items[start - 1].classes:
        start -= 1
    if start == 0 or view.items[start].conjunction:
        return True
    before = view.items[start - 1]
    return (before.tag == "mark" and before.token.text not in ")»”") or "complementizer" in before.classes


def _after(view: View, at: int, nouns: Nouns) -> Iterator[int]:
    """The verb right after a time, particles and a comma between them passed."""
    start = _past(view, at)
    for position in range(start, min(len(view.items), start + AFTER + 1)):
        item = view.items[position]
        if item.tag == "verb":
            yield position
            return
        if not (item.tag == "particle" or (item.token.text in COMMAS and position == start)) or position in nouns:
            return


def _following(view: View, at: int, nouns: Nouns) -> Iterator[int]:
    """The first verb or event noun of the clause, for a time with none before it."""
    for position in range(_past(view, at), min(len(view.items), at + REACH)):
        item = view.items[position]
        if item.token.text in STOPS:
            return
        if item.tag == "verb" or position in nouns:
            yield position
            return


def _past(view: View, at: int) -> int:
    """The first item after a time and those joined to it («بين الأول من يناير و30 يونيو»)."""
    timed = [item.tag == "time" for item in view.items[at : at + REACH]]
    last = 0
    for n, is_time in enumerate(timed):
        if is_time:
            last = n
        elif n > last + 1 or view.items[at + n].tag == "verb":
            break
    return at + last + 1
