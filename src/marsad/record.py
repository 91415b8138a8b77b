"""The typed records that the stages pass on and every surface prints.

All offsets are code points of :attr:`Article.text`, half-open. A field that the
text does not settle is ``None`` (unresolved), never a guess; a field that it does
settle stands beside the span it rests on and the name of the rule that made it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from marsad.span import Span


class BlockKind(StrEnum):
    """What a stretch of a page is. Only ``CONTENT_KINDS`` are read for events."""

    CATEGORY = "category"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    CAPTION = "caption"
    ENTRY_TIME = "entry-time"  # the time stamp of one entry of a live blog
    PUBLISHED = "published"
    AUTHOR = "author"
    BIO = "bio"
    TAGS = "tags"
    NEIGHBOUR = "neighbour"  # a previous, next or related article's headline
    COMMENT_FORM = "comment-form"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"


CONTENT_KINDS = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a page: its span, what it is, and the rule that says so."""

    span: Span
    kind: BlockKind
    rule: str

    @property
    def is_content(self) -> bool:
        """Whether the block belongs to the article proper."""
        return self.kind in CONTENT_KINDS


@dataclass(frozen=True, slots=True)
class Published:
    """Publication time: ISO 8601 value (its length is its precision) and its source.

    ``source`` names where it was found (``given``, ``json-ld``, ``meta``,
    ``time-element``, ``text``, ``url``); ``span`` is set when it stands in the text.
    ``confidence`` is ``high`` for what the caller gives or two sources of the page agree on (to a day, for they may
    count in two time zones), ``medium`` for one source alone, ``low`` where another source of the page contradicts it.
    """

    value: str
    source: str
    span: Span | None = None
    confidence: str = "medium"


@dataclass(frozen=True, slots=True)
class Page:
    """A decoded page: its stored text, its blocks in order, and what was decided.

    ``published`` is ``None`` when nothing on the page supports a date.
    ``charset`` is the name of the codec used, ``charset_rule`` why;
    ``language`` is ISO 639-1, ``None`` when there is too little text to tell.
    ``warnings`` say in plain words what was odd (replaced bytes, a wrong charset label).
    ``source`` is the outlet as an item of JSON Lines names it.
    """

    text: str
    blocks: tuple[Block, ...]
    published: Published | None = None
    url: str | None = None
    charset: str | None = None
    charset_rule: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()
    source: str | None = None


@dataclass(slots=True)
class Token:
    """A word, number or mark: its span, its own spelling and its folded form.

    ``kind`` is ``word`` (Arabic letters), ``number``, ``latin`` or ``mark``.
    """

    span: Span
    text: str
    folded: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block. ``index`` counts over the article, from 0."""

    index: int
    block: int
    span: Span
    tokens: tuple[Token, ...]


class MentionKind(StrEnum):
    """What a mention is of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"  # people named by what they are: مسلحون، متظاهرون، سكان
    STATE = "state"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    NATIONALITY = "nationality"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of one kind, as a finder saw it.

    ``entity`` is the id of the entity that it resolves to, ``None`` when unresolved;
    ``reason`` says why it resolves so; ``members`` are the entities that a word for several means («الاثنان»). ``country`` is ISO 3166 alpha-3 or a PLOVER
    code for bodies above states, ``sector`` a PLOVER sector; ``head`` is the span of
    the word that decides the mention's kind; ``antecedent`` the earlier words that it goes back to
    («الوزير», «بلاده», «الاثنان»); ``proper`` says that the span is a name and nothing
    more, where a noun phrase may hold titles and several names.
    """

    span: Span
    kind: MentionKind
    rule: str
    head: Span | None = None
    entity: str | None = None
    reason: str | None = None
    country: str | None = None
    sector: str | None = None
    members: tuple[str, ...] = ()
    antecedent: Span | None = None
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its value.

    ``type`` and ``value`` are those of TimeML's TIMEX3: ``DATE`` (``2020-06-17``, ``2020-W25``, ``2020-06``, ``2020``,
    ``202`` for a decade, ``PAST_REF``), ``TIME`` (``2020-06-17T14:30``, ``2020-06-17TEV``), ``DURATION`` (``P3D``) or
    ``SET`` (``P1D``); ``first/last`` is a stretch, ``None`` unresolved. ``precision`` names the unit of the value and
    ``mod`` what part of it is meant (``START``, ``MID``, ``END``, ``APPROX`` …). ``start`` and ``stop`` are the first
    and last day that it may mean (ISO dates). ``anchor`` names what it was counted from: ``published``, ``sentence``
    (another time of the sentence) or ``event``; ``anchor_span`` marks that in the text. ``other`` is the second reading
    where the words contradict each other (a weekday and a date).
    """

    span: Span
    rule: str
    value: str | None = None
    start: str | None = None
    stop: str | None = None
    anchor: str | None = None
    type: str = "DATE"
    precision: str | None = None
    mod: str | None = None
    anchor_span: Span | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in digits or words: least and most it may mean (``عشرات``: 20 to 99).

    ``most`` is ``None`` when open (``أكثر من 20``). ``exact`` says that both are one value.
    """

    span: Span
    least: int
    most: int | None
    rule: str

    @property
    def exact(self) -> bool:
        """Whether the words state one number."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Place:
    """A place name and what it resolves to (``id`` ``None``: unresolved).

    ``latitude`` and ``longitude`` are WGS 84 degrees; ``precision`` is ``point``,
    ``town``, ``district``, ``governorate`` or ``country``; ``reason`` says why this
    candidate won; ``candidates`` counts those that the name has. ``uncertainty`` is set
    for a computed point («على بعد 100 كلم شرقي …»): kilometres around it.
    """

    span: Span
    rule: str
    id: str | None = None
    name: str | None = None
    name_en: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    reason: str | None = None
    candidates: int = 0
    uncertainty: float | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in a role of an event: the noun phrase, and what it resolves to.

    ``antecedent`` are the earlier words that it goes back to; where only a pronoun on the verb stands for
    somebody, his own words are the noun phrase, in the sentence that has them.
    """

    span: Span
    text: str
    rule: str
    kind: MentionKind | None = None
    entity: str | None = None
    country: str | None = None
    sector: str | None = None
    reason: str | None = None
    members: tuple[str, ...] = ()
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Casualty:
    """A count of people for one outcome (``killed``, ``injured``…), with its words."""

    outcome: str
    quantity: Quantity
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says an event. ``stance`` is ``asserts``, ``alleges``, ``denies`` or ``expects``.

    ``speaker`` is a noun phrase; ``cue`` the speech verb or phrase; ``quoted`` whether
    the event stands inside quotation marks that belong to the speaker; ``others`` say it with him («سكان ومسعفون»);
    ``via`` are those through whom his words come, the first to tell them first: «نقلت وكالة عن التلفزيون قوله …».
    """

    speaker: Participant
    cue: Span
    stance: str
    quoted: bool
    rule: str
    others: tuple[Participant, ...] = ()
    via: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What an article, or an event of it, is about: one of PLOVER's contexts.

    ``score`` are the points of the words at ``spans`` (see lexicon/contexts.yaml); ``rule`` is ``vocabulary``, or
    ``mode`` where an event's mode brings the context with it.
    """

    name: str
    score: int
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention of an event in one sentence, each field with its evidence.

    ``event`` numbers the event of the article that the mention belongs to, from 1.
    ``rules`` names what fired, field by field (``trigger``, ``actors``, …).
    """

    event: int
    sentence: int
    type: str
    mode: str | None
    trigger: Span
    lemma: str
    status: str
    confidence: float
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: Place | None = None
    time: Time | None = None
    claim: Claim | None = None
    casualties: tuple[Casualty, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, Span] = field(default_factory=dict)  # cues: negation, tense, mode …
    contexts: tuple[Context, ...] = ()  # those of the article that its sentence has words of


Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Sourced(Generic[Value]):
    """A value of an event, the mention that gives it (its place in :attr:`Article.events`) and the words it rests on."""

    value: Value
    mention: int
    span: Span


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field on which mentions of one event differ, with every value that excludes another, in the order of the text.

    ``field`` is ``time``, ``place``, ``status`` or a casualty's outcome (``killed``, ``injured`` …).
    """

    field: str
    values: tuple[Sourced[Time | Place | Casualty | str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """All that an article says of one event: its mentions brought together by :func:`marsad.resolve.merge.merge_events`.

    Each field has the value of the mention that says most of it: the best known parties of a side, the most exact place,
    the finest time, for each outcome the most exact count. Nothing is averaged: where mentions exclude each other,
    ``casualties`` has all counts, and ``contradictions`` names the field with all its values.

    ``number`` is the mentions' :attr:`EventMention.event`; ``mentions`` are their places in :attr:`Article.events`, and
    ``triggers`` the words of each. ``confidence`` is that of the surest. ``claims`` has each speaker and stance once;
    ``unattributed`` are the mentions that the outlet tells itself.
    """

    number: int
    type: str
    status: Sourced[str]
    confidence: float
    mentions: tuple[int, ...]
    triggers: tuple[Span, ...]
    mode: Sourced[str] | None = None
    actors: tuple[Sourced[Participant], ...] = ()
    recipients: tuple[Sourced[Participant], ...] = ()
    place: Sourced[Place] | None = None
    time: Sourced[Time] | None = None
    casualties: tuple[Sourced[Casualty], ...] = ()
    claims: tuple[Sourced[Claim], ...] = ()
    unattributed: tuple[int, ...] = ()
    contexts: tuple[Context, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions resolve to, within one article.

    ``id`` is the knowledge base's id, or ``article:N`` for one it does not know.
    ``office`` is what the person holds at the article's date, per base or text. ``transliterated`` says that
    ``name_en`` is no established form but the Arabic name in Latin letters.
    """

    id: str
    kind: MentionKind
    name: str
    name_en: str | None
    country: str | None
    sector: str | None
    mentions: tuple[Span, ...]
    office: str | None = None
    reason: str | None = None
    transliterated: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing relation (``backs``, ``commands``, ``holds-office`` …), not an event.

    All who the article says stand in it to ``object`` are ``subjects``, each with the words that name it;
    ``triggers`` are the words that say so, the first in ``sentence``; ``time`` is when it held or began, where told.
    """

    kind: str
    subjects: tuple[Participant, ...]
    object: Participant
    triggers: tuple[Span, ...]
    sentence: int
    rule: str
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct or indirect speech: what is said, by whom (``others`` say it with him), with which verb.

    A direct quotation may go on over several sentences; ``sentence`` is the one with the verb.
    """

    span: Span
    speaker: Participant | None
    cue: Span | None
    direct: bool
    sentence: int
    rule: str
    others: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """One decision: stage, rule, the words it rests on and what came of it."""

    stage: str
    rule: str
    span: Span
    detail: str


@dataclass(frozen=True, slots=True)
class Article:
    """A page as read: anatomy, sentences, entities, events, relations and quotations."""

    id: str
    page: Page
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    events: tuple[EventMention, ...]
    relations: tuple[Relation, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...] = ()
    contexts: tuple[Context, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    trace: tuple[Trace, ...] = ()

    @property
    def text(self) -> str:
        """The stored text that every span counts in."""
        return self.page.text

    @property
    def merged_events(self) -> tuple[Event, ...]:
        """The events, each with all its mentions brought together; derived from ``events`` anew at each call."""
        from marsad.resolve.merge import merge_events  # that module knows these records

        return merge_events(self.events)

    def blocks(self, kind: BlockKind) -> tuple[str, ...]:
        """The words of all blocks of one kind, in order."""
        return tuple(b.span.of(self.text) for b in self.page.blocks if b.kind is kind)
