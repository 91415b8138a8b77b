"""What the review screen shows of one event: its words with the evidence, and each field with what people say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import get_language, gettext_lazy

from marsad.desk.names import name_of
from marsad.desk.news.segment import Marked, Segment, segments
from marsad.desk.review.value import Ground
from marsad.mention.time.value import date_of
from marsad.record import Article, Block, BlockKind, Casualty, EventMention, Participant
from marsad.span import Span
from marsad.store import models
from marsad.store.judged import FIELDS, WHOLE, Judged, State, Verdict, judged, judged_event
from marsad.store.restore import Kept, restore_events
from marsad.text.fold import fold
from marsad.view.evidence import evidence
from marsad.view.label import LABELS, label
from marsad.view.wording import count

NAMES = {
    "type": gettext_lazy("Type"), "mode": gettext_lazy("Mode"), "status": gettext_lazy("Status"),
    "actors": gettext_lazy("Actors"), "recipients": gettext_lazy("Recipients"), "place": gettext_lazy("Place"),
    "time": gettext_lazy("Time"), "claim": gettext_lazy("According to"), "casualties": gettext_lazy("Losses"),
    WHOLE: gettext_lazy("The event"),
}  # fmt: skip
ROLES = {
    "actors": "actor",
    "recipients": "recipient",
    "place": "place",
    "time": "time",
    "claim": "source",
    "casualties": "loss",
}
SENTENCE = "sentence"
BESIDE = 1  # paragraphs shown before and after that of the event


@dataclass(frozen=True, slots=True)
class Said:
    """A value in words: those of the page, and what they mean in ours."""

    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field on the screen: its key, the machine's value, the one that holds where it is another, and who says what."""

    number: int
    name: str
    machine: tuple[Said, ...]
    value: tuple[Said, ...]
    state: State
    opinions: tuple[tuple[models.Judgement, tuple[Said, ...]], ...]  # where people differ: what each says

    @property
    def title(self) -> str:
        """Its name in the page's language."""
        return str(NAMES[self.name])

    @property
    def role(self) -> str:
        """The role of its marks, empty where it has none."""
        return ROLES.get(self.name, "")

    @property
    def changed(self) -> bool:
        """Whether people say something else than the machine."""
        return self.state in (State.CORRECTED, State.REJECTED)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the page around the event: ``start`` in code points, and its pieces with their marks."""

    start: int
    pieces: tuple[Segment, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """All that is shown of an event to one person; other people's judgements only where that person has judged."""

    row: models.Event
    kept: Kept
    machine: EventMention
    event: EventMention
    whole: Judged
    fields: tuple[Field, ...]
    paragraphs: tuple[Paragraph, ...]
    history: tuple[models.Judgement, ...]
    hidden: int  # judgements of others that are not shown yet

    @property
    def trigger(self) -> str:
        """The words that name the event."""
        return self.machine.trigger.of(self.kept.record.text)

    @property
    def ground(self) -> Ground:
        """What corrections are checked against."""
        return ground(self.kept.record, self.machine.trigger, self.event)


def ground(article: Article, trigger: Span, event: EventMention | None) -> Ground:
    """What is checked against around a trigger."""
    block = block_of(article, trigger)
    sentence = next((s.span for s in article.sentences if s.span.overlaps(trigger)), block.span)
    return Ground(article.text, sentence, block.span, event.type if event else "", event)


def block_of(article: Article, span: Span) -> Block:
    """The block in which a span begins."""
    return next(b for b in article.page.blocks if b.span.start <= span.start < b.span.stop)


def screen(number: int, user: models.User) -> Screen:
    """The screen of an event's row. Raises :class:`models.Event.DoesNotExist`."""
    row = models.Event.objects.select_related("reading__article").get(pk=number)
    ((kept, machine),) = restore_events([number])
    kept = replace(kept, record=_with_blocks(kept.record, row.reading_id))
    history = tuple(
        models.Judgement.objects.filter(event=number).select_related("user", "withdrawn_by").order_by("made_at", "id")
    )
    standing = [judgement for judgement in history if judgement.withdrawn_at is None]
    mine = {judgement.field: judgement for judgement in standing if judgement.user_id == user.pk}
    shown = standing if mine else []
    said = judged(shown)
    event = judged_event(machine, shown) or machine
    return Screen(
        row, kept, machine, event, said[WHOLE],
        tuple(_field(n, name, machine, event, said[name], kept.record) for n, name in enumerate(FIELDS, 1)),
        _paragraphs(kept.record, machine, event),
        history if mine else tuple(j for j in history if j.user_id == user.pk), 0 if mine else len(standing),
    )  # fmt: skip


def _with_blocks(record: Article, reading: int) -> Article:
    """A listed event's article comes without its blocks."""
    rows = models.Block.objects.filter(reading=reading).order_by("number")
    blocks = tuple(Block(Span(row.start, row.stop), BlockKind(row.kind), row.rule) for row in rows)
    return replace(record, page=replace(record.page, blocks=blocks))


def _field(number: int, name: str, machine: EventMention, event: EventMention, said: Judged, article: Article) -> Field:
    value = () if said.state is State.REJECTED else words_of(name, event, article)
    differ = said.judgements if said.state is State.DISPUTED else ()
    opinions = tuple((judgement, words_said(judgement, machine, article)) for judgement in differ)
    return Field(number, name, words_of(name, machine, article), value, said.state, opinions)


def words_said(judgement: models.Judgement, machine: EventMention, article: Article) -> tuple[Said, ...]:
    """What a judgement says its field is, in words; nothing for one about the event as a whole, or a rejection."""
    if judgement.field == WHOLE or judgement.verdict == Verdict.REJECT:
        return ()
    return words_of(judgement.field, judged_event(machine, [judgement]) or machine, article)


def _paragraphs(article: Article, machine: EventMention, event: EventMention) -> tuple[Paragraph, ...]:
    """The paragraph of the event and its neighbours; whatever a mark stands in is shown too."""
    content = [block for block in article.page.blocks if block.is_content]
    marks = [Marked(mark.span, "", mark.role) for mark in evidence(event)]
    here = block_of(article, machine.trigger)
    at = next((n for n, block in enumerate(content) if block.span == here.span), 0)
    marks.append(Marked(article.sentences[machine.sentence].span, SENTENCE, SENTENCE))
    return tuple(
        Paragraph(block.span.start, segments(article.text, block.span, marks), block.span == here.span)
        for n, block in enumerate(content)
        if abs(n - at) <= BESIDE or any(mark.span.overlaps(block.span) for mark in marks)
    )


def words_of(field: str, event: EventMention, article: Article) -> tuple[Said, ...]:
    """The value of a field in words; nothing where it says nothing."""
    return tuple(WORDS[field](event, article))


def _label(key: str) -> str:
    return label(key, get_language() or "ar") if key in LABELS else key


def _code(field: str) -> Callable[[EventMention, Article], Iterator[Said]]:
    def words(event: EventMention, article: Article) -> Iterator[Said]:
        value = getattr(event, field)
        if value:
            yield Said("", _label(value))

    return words


def _each(parties: Sequence[Participant], article: Article) -> Iterator[Said]:
    names = {entity.id: entity for entity in article.entities}
    for party in parties:
        keys = party.members or ((party.entity,) if party.entity else ())
        named = [name_of(names[key]) for key in keys if key in names and fold(names[key].name) != fold(party.text)]
        code = ":".join(filter(None, (party.country, party.sector))) or _label("unresolved")
        yield Said(party.text, " · ".join((*named, code)))


def _place(event: EventMention, article: Article) -> Iterator[Said]:
    place = event.place
    if place:
        known = (
            (name_of(place), _label(place.precision or "unresolved"), place.country)
            if place.id
            else (_label("unresolved"),)
        )
        yield Said(place.span.of(article.text), " · ".join(filter(None, known)))


def _time(event: EventMention, article: Article) -> Iterator[Said]:
    if event.time:
        value = date_of(event.time) or event.time.value or _label("unresolved")
        yield Said(event.time.span.of(article.text), value)


def _claim(event: EventMention, article: Article) -> Iterator[Said]:
    if event.claim:
        yield from _each((event.claim.speaker, *event.claim.others), article)
        yield Said(event.claim.cue.of(article.text), _label(event.claim.stance))


def _casualties(event: EventMention, article: Article) -> Iterator[Said]:
    return (_casualty(casualty, article) for casualty in event.casualties)


def _casualty(casualty: Casualty, article: Article) -> Said:
    return Said(casualty.quantity.span.of(article.text), f"{_label(casualty.outcome)} {count(casualty.quantity)}")


WORDS: Mapping[str, Callable[[EventMention, Article], Iterator[Said]]] = {
    "type": _code("type"), "mode": _code("mode"), "status": _code("status"),
    "actors": lambda event, article: _each(event.actors, article),
    "recipients": lambda event, article: _each(event.recipients, article),
    "place": _place, "time": _time, "claim": _claim, "casualties": _casualties,
}  # fmt: skip
