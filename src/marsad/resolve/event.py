"""Mentions of one event in one article: said in the title, told again in the body, denied by whoever is blamed."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from marsad.mention.time.value import date_of
from marsad.record import Casualty, EventMention, Participant
from marsad.resolve.alike import SAME, apart, disjoint, opposed, other_days, overlap, root, same_party
from marsad.span import Span

REACH = 6  # sentences back to which a mention may repeat an event
BACK_REACH = 14  # sentences back to which «الزيارة» without a party of its own may refer
ONLY_REACH = 3  # sentences back to which «الهجوم» may mean the only violence told there, by whatever word
TOLLS = 8  # counts of an event that a new one is held against


def number_events(
    mentions: Sequence[EventMention], text: str, headlines: Collection[int] = ()
) -> tuple[EventMention, ...]:
    """The mentions with ``event`` set, from 1 in order of first mention.

    ``text`` is the article's, ``headlines`` are the numbers of the sentences that are headlines.

    Two mentions are one event when type and status agree (or the one denies the other), a party, the trigger's word or
    place and mode tie them, and nothing that any mention of the event gives contradicts the other.
    """
    numbers: list[int] = []
    told: dict[str, list[_Event]] = {}  # by type, those that were spoken of lately
    count = 0
    for mention in mentions:
        recent = [e for e in told.get(mention.type, ()) if mention.sentence - e.last.sentence <= BACK_REACH]
        back = refers_back(mention, text)
        only = _only(recent, mention) if back and mention.lemma in GENERIC else None
        event = next((event for event in reversed(recent) if _told_before(event, mention, back, only, text)), None)
        if event is None:
            count += 1
            event = _Event(count, mention, mention.sentence in headlines)
            recent.append(event)
        event.add(mention, back=back)
        told[mention.type] = recent
        numbers.append(event.number)
    return tuple(replace(mention, event=number) for mention, number in zip(mentions, numbers, strict=True))


@dataclass(slots=True)
class _Event:
    """The mentions of one event so far: the lately told, and one of each that could contradict another."""

    number: int
    last: EventMention
    headline: bool  # first told in one
    lately: deque[EventMention] = field(
        default_factory=lambda: deque(maxlen=REACH)
    )  # with a party or name of their own
    distinct: dict[object, EventMention] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)
    tolls: list[tuple[Casualty, Participant | None]] = field(default_factory=list)  # each with who says it

    def add(self, mention: EventMention, *, back: bool) -> None:
        """Take a mention in; ``back`` says that it only refers back."""
        self.last = mention
        self.distinct.setdefault(_settled(mention), mention)
        self.roots.add(root(mention.lemma))
        self.tolls += ((loss, _speaker(mention)) for loss in single_counts(mention)[: TOLLS - len(self.tolls)])
        if not back:
            self.lately.append(mention)


def _settled(mention: EventMention) -> object:
    """What of a mention :func:`_contradict` looks at, but for where its parties stand: a long article repeats its few of them."""
    sides = (
        tuple((p.entity, p.text, p.antecedent if p.rule.endswith(SAME) else None, p.country, p.sector) for p in side)
        for side in (mention.actors, mention.recipients)
    )
    return mention.status, mention.lemma, date_of(mention.time), mention.place and mention.place.id, *sides


def _speaker(mention: EventMention) -> Participant | None:
    return mention.claim.speaker if mention.claim else None


def _told_before(event: _Event, mention: EventMention, back: bool, only: _Event | None, text: str) -> bool:
    if _another(mention, text):
        return False
    same = _asserted_anew(mention, text) if back else False
    if any(_contradict(earlier, mention, back, same) for earlier in event.distinct.values()):
        return False
    if back:
        meant = root(mention.lemma) in event.roots or event is only
        return meant and _plural(mention, text) <= _plural(event.last, text)
    return not _other_toll(event, mention) and any(
        same_event(earlier, mention, event.headline, known=_owned(mention, text)) for earlier in event.lately
    )


# Referring back


def refers_back(mention: EventMention, text: str) -> bool:
    """«الزيارة», «قتل سبعة في الهجوم»: a definite noun without a party of its own, but for the victims that it counts.

    «المعتقلون» are people, «أغلب القصف» and «عمليات الاحتجاز» are of the kind.
    """
    words = mention.trigger.of(text).lstrip("وفبل")
    bare = not mention.actors and not _targets(mention) and words.startswith("ال")
    return bare and not _people(mention) and OF_THE_KIND.search(text, *_before(mention)) is None


OF_THE_KIND = re.compile(r"(?:أغلب|معظم|كل|جميع|بعض|عمليات|حالات|أعمال|استخدام|وقف|منع)\s$")
LONGEST_WORD = 10  # letters of the longest word before a noun that is looked for


def _before(mention: EventMention) -> tuple[int, int]:
    """Where the word before a trigger stands, at most."""
    return max(0, mention.trigger.start - LONGEST_WORD), mention.trigger.start


GENERIC = frozenset({"هجوم", "اعتداء", "عملية"})


def _only(recent: Sequence[_Event], mention: EventMention) -> _Event | None:
    """What «الهجوم» means where no such word was told before: the only violence told in the last sentences."""
    late = [e for e in recent if mention.sentence - e.last.sentence <= ONLY_REACH]
    return late[0] if len(late) == 1 and late[0].last.sentence < mention.sentence else None


HAPPENED = re.compile(r"\s+(?:وقع|حدث|حصل|جرى|كان)(?:ت)?\s")


def _asserted_anew(mention: EventMention, text: str) -> bool:
    """«الهجوم وقع الأحد»: when or where something known happened is said as news; it is not by it that it is told apart."""
    return HAPPENED.match(text, mention.trigger.stop) is not None


def _plural(mention: EventMention, text: str) -> bool:
    """«التفجيرات» are not the one «تفجير» told before."""
    return mention.trigger.of(text).endswith("ات")


OTHER = re.compile(r"\s+(?:آخر|أخرى|اخرى|اخر|ثان|ثانية|ثالث|ثالثة|جديد|جديدة|مماثل|مماثلة|منفصل|منفصلة)\b")

FURTHER = re.compile(r"\bكما\s+(?:(?!أعلن|قال|ذكر|أفاد|أكد)\S+\s+)?$")  # «كما قصفت», «كما شنت غارة»
ELSEWHERE = re.compile(r"من جهة أخرى|من ناحية أخرى|على صعيد آخر|في سياق آخر|في حادث")
REACH_OF_ELSEWHERE = 60  # letters before a trigger in which «من جهة أخرى» may begin its sentence
FIRST = re.compile(r"\s+(?:أول|أولى)\b")  # «هجوم أول»; «الجندي أول» is a rank


def _another(mention: EventMention, text: str) -> bool:
    """«هجوم آخر», «قرية أخرى»: another one than was told before."""
    parties = (party.span for party in mention.recipients)
    said = any(OTHER.search(text, span.start, _after(span, text)) for span in parties)
    after = any(say.match(text, mention.trigger.stop) for say in (OTHER, FIRST))
    start = mention.trigger.start
    further = FURTHER.search(text, max(0, start - 2 * LONGEST_WORD), start)
    return said or after or bool(further or ELSEWHERE.search(text, max(0, start - REACH_OF_ELSEWHERE), start))


def _after(span: Span, text: str) -> int:
    """Where the word after a span ends, at most."""
    return min(len(text), span.stop + LONGEST_WORD)


# One event


def same_event(earlier: EventMention, later: EventMention, headline: bool, *, known: bool = False) -> bool:
    """Whether two mentions, in this order and free of contradiction, are of one event.

    ``headline``: the earlier was first told in one; ``known``: the later is spoken of as something of its doer's («في اجتماعه»).
    """
    if earlier.type != later.type or later.sentence - earlier.sentence > REACH or later.sentence == earlier.sentence:
        return False
    doers, targets = overlap(earlier.actors, later.actors), overlap(earlier.recipients, later.recipients)
    unnamed = not (earlier.actors and later.actors) and not _people(later)
    unnamed = unnamed and (headline or _circumstances(earlier, later))
    same_word = earlier.lemma == later.lemma and (doers or targets or unnamed)
    alike = earlier.mode == later.mode or _denies(earlier, later)
    met = min(len(earlier.actors), len(later.actors)) > 1  # both are named on both sides: «التقى»، «بحث مع»
    by_doer = doers and (later.mode is not None or met or known or root(earlier.lemma) == root(later.lemma))
    return same_word or (alike and (targets or by_doer)) or (unnamed and _placed_alike(earlier, later))


OWNERS = ("ه", "ها", "هما", "هم")


def _owned(mention: EventMention, text: str) -> bool:
    """«في اجتماعه», «زيارتهما»: a noun with its doer's pronoun speaks of what is known."""
    words = mention.trigger.of(text)
    noun = mention.rules.get("trigger", "").endswith((":masdar", ":noun"))
    return noun and words.endswith(OWNERS) and not mention.lemma.endswith(OWNERS)


WHOLE_DAY = len("2020-06-17")


def _circumstances(earlier: EventMention, later: EventMention) -> bool:
    """What ties two mentions where nobody is named on both: one place, day or count."""
    place = earlier.place is not None and later.place is not None and earlier.place.id == later.place.id is not None
    day = len(date_of(later.time) or "") == WHOLE_DAY and date_of(earlier.time) == date_of(later.time)
    counts = [[(loss.outcome, loss.quantity.least) for loss in mention.casualties] for mention in (earlier, later)]
    return place or day or (bool(counts[0]) and counts[0] == counts[1])


def _people(mention: EventMention) -> bool:
    """«معتقلون», «متظاهرون» without more are people, not an event told again."""
    return mention.rules.get("trigger", "").endswith(":participle")


def _placed_alike(earlier: EventMention, later: EventMention) -> bool:
    """«مظاهرة في الخرطوم», then «تظاهر المئات في الخرطوم»: the same root, mode and place."""
    one, other = earlier.place, later.place
    placed = one is not None and other is not None and one.id is not None and one.id == other.id
    return placed and earlier.mode == later.mode and root(earlier.lemma) == root(later.lemma)


# Two events


def _contradict(one: EventMention, other: EventMention, back: bool, asserted: bool) -> bool:
    """Another status, or days, places or parties that both give and that differ.

    ``back``: the other only refers back; ``asserted``: its days and places are news of what is known.
    """
    if one.status != other.status and not _denies(one, other):
        return True
    if not asserted and (other_days(one.time, other.time) or apart(one.place, other.place)):
        return True
    sides = (one.recipients, other.recipients)
    same_word = root(one.lemma) == root(other.lemma) and root(one.lemma) not in HARMING
    if back or same_word or _denies(one, other):
        sides = (_targets(one), _targets(other))
    return opposed(one.actors, other.actors) or opposed(*sides)


HARMING = frozenset(map(root, ("قتل", "مقتل", "أصاب", "جرح")))  # what tells these apart is who came to harm
HARMED = frozenset({"killed", "injured", "missing"})


def _targets(mention: EventMention) -> tuple[Participant, ...]:
    """The recipients but for the victims that are counted: an attack on a bus and one that killed seven may be one."""
    counted = [loss.quantity.span for loss in mention.casualties if loss.outcome in HARMED]
    return tuple(party for party in mention.recipients if not any(party.span.overlaps(span) for span in counted))


def _denies(one: EventMention, other: EventMention) -> bool:
    """«نفى المتحدث قصف السوق»: somebody denies what the other mention tells as a fact."""
    fact, denial = sorted((one, other), key=lambda mention: mention.status)
    claim = denial.claim
    return (fact.status, denial.status) == ("fact", "negated") and claim is not None and claim.stance == "denies"


def _other_toll(event: _Event, mention: EventMention) -> bool:
    """Whether one who has counted for an event counts otherwise now: it is another event; two may differ on one."""
    return any(
        loss.outcome == known.outcome and disjoint(loss.quantity, known.quantity) and _one_voice(who, _speaker(mention))
        for loss in single_counts(mention)
        for known, who in event.tolls
    )


def _one_voice(one: Participant | None, other: Participant | None) -> bool:
    """The outlet itself twice, or one speaker twice."""
    return (one is None and other is None) or (one is not None and other is not None and same_party(one, other))


def single_counts(mention: EventMention) -> list[Casualty]:
    """The counts that stand alone for their outcome: «أربعة مدنيين وجندي» give two, which are no toll by themselves."""
    outcomes = Counter(loss.outcome for loss in mention.casualties)
    return [loss for loss in mention.casualties if outcomes[loss.outcome] == 1]


def events_of(mentions: Iterable[EventMention]) -> dict[int, list[int]]:
    """The places in a list of mentions of each event's own, by its number, in order of first mention."""
    found: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        found.setdefault(mention.event, []).append(number)
    return found
