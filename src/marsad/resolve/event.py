"""Mentions of one event in one article: said in the title, told again in the body."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from marsad.mention.time.value import date_of
from marsad.record import EventMention, MentionKind, Participant
from marsad.span import Span

REACH = 6  # sentences back to which a mention may repeat an event
BACK_REACH = 14  # sentences back to which «الزيارة» without a party of its own may refer


def number_events(mentions: Sequence[EventMention], text: str) -> tuple[EventMention, ...]:
    """The mentions with ``event`` set, from 1 in order of first mention. ``text`` is the article's.

    Two mentions are one event when type and status agree, a party or the trigger's lemma ties
    them, and nothing that any mention of the event gives contradicts the other.
    """
    numbers: list[int] = []
    told: dict[str, list[_Event]] = {}  # by type, those that were spoken of lately
    count = 0
    for mention in mentions:
        recent = [e for e in told.get(mention.type, ()) if mention.sentence - e.last.sentence <= BACK_REACH]
        event = next((event for event in reversed(recent) if _told_before(event, mention, text)), None)
        if event is None:
            count += 1
            event = _Event(count, mention)
            recent.append(event)
        event.add(mention, back=refers_back(mention, text))
        told[mention.type] = recent
        numbers.append(event.number)
    return tuple(replace(mention, event=number) for mention, number in zip(mentions, numbers, strict=True))


@dataclass(slots=True)
class _Event:
    """The mentions of one event so far: the lately told, and one of each that could contradict another."""

    number: int
    last: EventMention
    lately: deque[EventMention] = field(
        default_factory=lambda: deque(maxlen=REACH)
    )  # with a party or name of their own
    distinct: dict[object, EventMention] = field(default_factory=dict)

    def add(self, mention: EventMention, *, back: bool) -> None:
        """Take a mention in; ``back`` says that it only refers back."""
        self.last = mention
        self.distinct.setdefault(_settled(mention), mention)
        if not back:
            self.lately.append(mention)


def _settled(mention: EventMention) -> object:
    """What of a mention :func:`_contradict` looks at, but for where its parties stand: a long article repeats its few of them."""
    sides = (
        tuple((p.entity, p.text, p.antecedent if p.rule.endswith(SAME) else None, p.country, p.sector) for p in side)
        for side in (mention.actors, mention.recipients)
    )
    return mention.status, date_of(mention.time), mention.place and mention.place.id, *sides


def _told_before(event: _Event, mention: EventMention, text: str) -> bool:
    if any(_contradict(earlier, mention) for earlier in event.distinct.values()):
        return False
    if refers_back(mention, text):
        return event.last.lemma == mention.lemma and _plural(mention, text) <= _plural(event.last, text)
    return any(same_event(earlier, mention) for earlier in event.lately)


def refers_back(mention: EventMention, text: str) -> bool:
    """«الزيارة», «الهجوم»: a definite noun without a party of its own speaks of an event told before."""
    words = mention.trigger.of(text).lstrip("وفبل")
    return not mention.actors and not mention.recipients and words.startswith("ال")


def _plural(mention: EventMention, text: str) -> bool:
    """«التفجيرات» are not the one «تفجير» told before."""
    return mention.trigger.of(text).endswith("ات")


def same_event(earlier: EventMention, later: EventMention) -> bool:
    """Whether two mentions, in this order and free of contradiction, are of one event."""
    if earlier.type != later.type or later.sentence - earlier.sentence > REACH or later.sentence == earlier.sentence:
        return False
    shared = _overlap(earlier.actors, later.actors) or _overlap(earlier.recipients, later.recipients)
    unnamed = not (earlier.actors and later.actors)
    return (earlier.lemma == later.lemma and (shared or unnamed)) or (shared and earlier.mode == later.mode)


def _contradict(one: EventMention, other: EventMention) -> bool:
    """Another status, or days, places or parties that both give and that differ."""
    days = (date_of(one.time), date_of(other.time))
    places = (one.place.id if one.place else None, other.place.id if other.place else None)
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    return (
        one.status != other.status
        or bool(places[0] and places[1] and places[0] != places[1])
        or not _one_within_other(*days)
        or any(a and b and not _overlap(a, b) and not _one_country(a, b) for a, b in sides)
    )


def _one_within_other(one: str | None, other: str | None) -> bool:
    """Whether a day, month or year is the other or lies in it, or one is not known."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _overlap(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Whether half of the shorter side's parties stand on the other: one shared soldier makes no shared meeting."""
    few, many = sorted((one, other), key=len)
    shared = sum(any(_same_party(a, b) for b in many) for a in few)
    return bool(few) and shared * 2 >= len(few)


SAME = ("described_before", "last_name", "pronoun_before")  # rules that say who somebody is, not what he belongs to


def _named(party: Participant) -> Span:
    """The words that name a party: its own, or those that «الوزير» goes back to."""
    return party.antecedent if party.antecedent and party.rule.endswith(SAME) else party.span


def _same_party(a: Participant, b: Participant) -> bool:
    """The same entity, the same words, one that goes back to the other, or the same country and sector."""
    if (a.entity and a.entity == b.entity) or a.text == b.text or _named(a) == _named(b):
        return True
    if any(
        p.rule.startswith("national_adjective") for p in (a, b)
    ):  # «الدعم التركي» is Turkey's, whoever gives it there
        return bool(a.country) and a.country == b.country
    one_of_many = (a.entity is None) != (b.entity is None) and MentionKind.GROUP in (a.kind, b.kind)
    return bool(a.country) and not one_of_many and (a.country, a.sector) == (b.country, b.sector)


def _one_country(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """«ليبيا» and «العاصمة الليبية»: other words for one side, as far as countries tell, unless two named entities differ."""
    named = all(p.entity and not p.entity.startswith("state:") for p in (*one, *other))
    return not named and bool({p.country for p in one if p.country} & {p.country for p in other if p.country})
