"""The page of an entity: its names, what the knowledge base says of it, what it does and to whom, and the words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from marsad.desk.asked import EVERYTHING, LONGEST, address_of, with_value
from marsad.desk.knowledge import lexicon
from marsad.desk.news.card import cards
from marsad.desk.news.segment import Marked, Segment, segments
from marsad.desk.rights import Right, needs
from marsad.errors import ArchiveError
from marsad.lexicon.lexicon import NameEntry
from marsad.lexicon.tie import LASTING, ties
from marsad.span import Span
from marsad.store import models
from marsad.store.naming import LOOKED_AT, names_found, readings_naming
from marsad.store.query import Filter, events
from marsad.store.restore import restore_events
from marsad.store.rows import stems_of

SHOWN = 10  # events, articles, relations and companions on the page
PAGE = 60  # entities of the index
ROLES = {"actor": "who", "recipient": "whom", "speaker": "speaker"}  # role of an event: name of the filter's field


@dataclass(frozen=True, slots=True)
class Side:
    """An entity in a role: how many events, and the address of their list."""

    role: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity in the same events, and in how many."""

    entity: models.Entity
    count: int


@dataclass(frozen=True, slots=True)
class Related:
    """A standing relation that an article tells: the sentence with its words marked."""

    kind: str
    article: int
    headline: str
    sentence: tuple[Segment, ...]


@needs(Right.READ)
def entity(request: HttpRequest, key: str) -> HttpResponse:
    """An entity that some article of the archive names; 404 for all others."""
    row = get_object_or_404(models.Entity, key=key)
    sides = [_side(role, key) for role in ROLES]
    most = max(sides, key=lambda side: side.count).role
    role = request.GET.get("as", "") if request.GET.get("as") in ROLES else most
    found = _events(role, key)
    numbers = list(found.values_list("pk", flat=True)[:SHOWN])
    articles = readings_naming(row)
    known = lexicon().entity(key)
    context: dict[str, Any] = {
        "entity": row, "known": known, "offices": offices(known), "links": links(known), "sides": sides, "role": role,
        "cards": cards(restore_events(numbers), numbers), "address": address_of(asked_of(role, key)),
        "names": names_found(row), "looked_at": LOOKED_AT, "allies": companions(row, "actor"), "others": companions(row, "recipient"),
        "relations": relations(row), "article_count": articles.count(),
        "articles": articles.select_related("article__source").only("headline", "published", "article__source__name")[:SHOWN],
    }  # fmt: skip
    return render(request, "news/entity.html", context)


def _events(role: str, key: str) -> QuerySet[models.Event]:
    return events(asked_of(role, key))


def asked_of(role: str, key: str) -> Filter:
    """The filter for an entity in a role."""
    return with_value(EVERYTHING, ROLES[role], key)


def _side(role: str, key: str) -> Side:
    return Side(role, _events(role, key).count(), address_of(asked_of(role, key)))


def companions(row: models.Entity, role: str) -> list[Companion]:
    """Who acts with an entity (``actor``), or whom its acts are directed at (``recipient``), the most frequent first."""
    acts = models.Participant.objects.filter(known=row, role="actor", event__current=True).values("event")
    beside = models.Participant.objects.filter(event__in=acts, role=role, known__isnull=False).exclude(known=row)
    counts = beside.values("known").annotate(count=Count("event", distinct=True)).order_by("-count", "known")[:SHOWN]
    found = models.Entity.objects.in_bulk([one["known"] for one in counts])
    return [Companion(found[one["known"]], one["count"]) for one in counts]


def relations(row: models.Entity) -> list[Related]:
    """The latest standing relations that name an entity on either side."""
    sides = models.Participant.objects.filter(known=row, relation__isnull=False, relation__reading__current=True)
    numbers = sides.order_by("-relation").values_list("relation", flat=True)[: 3 * SHOWN]
    latest = list(dict.fromkeys(numbers))[:SHOWN]
    rows = models.Relation.objects.select_related("reading__text").prefetch_related("participants").in_bulk(latest)
    return [_related(rows[number]) for number in latest]


def _related(row: models.Relation) -> Related:
    reading = row.reading
    _block, start, stop = reading.sentences[row.sentence]
    marks = [Marked(Span(*span), "relation", "trigger") for span in row.triggers]
    marks += [
        Marked(Span(side.start, side.stop), "relation", "actor" if side.role == "subject" else "recipient")
        for side in row.participants.all()
    ]
    return Related(
        row.kind, reading.article_id, reading.headline, segments(reading.text.text, Span(start, stop), marks)
    )


@needs(Right.READ)
def index(request: HttpRequest) -> HttpResponse:
    """The entities of the archive by name, those of most events first."""
    asked = request.GET.get("q", "").strip()
    if len(asked) > LONGEST or "\0" in asked:
        raise ArchiveError("q is too long or no text")
    counts = {one["known"]: one["count"] for one in _counted(asked)}
    rows = _matching(asked).only("key", "kind", "name", "name_en", "country", "sector")
    ordered = sorted(rows, key=lambda row: (-counts.get(row.pk, 0), row.name))
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    found = [Companion(row, counts.get(row.pk, 0)) for row in page]
    return render(request, "news/entities.html", {"q": asked, "page": page, "found": found})


def _matching(asked: str) -> QuerySet[models.Entity]:
    stems = stems_of(asked)
    if not asked:
        return models.Entity.objects.all()
    return models.Entity.objects.filter(Q(key=asked) | Q(words__contains=stems) if stems.strip() else Q(key=asked))


def _counted(asked: str) -> Any:
    parties = models.Participant.objects.filter(known__isnull=False, event__isnull=False, event__current=True)
    if asked:
        parties = parties.filter(known__in=_matching(asked).values("pk"))
    return parties.order_by().values("known").annotate(count=Count("event", distinct=True))


def offices(known: NameEntry | None) -> Sequence[dict[str, Any]]:
    """The dated offices of an entry of the knowledge base, the latest first."""
    return sorted(known.offices if known else (), key=lambda one: str(one.get("from") or ""), reverse=True)


def links(known: NameEntry | None) -> list[dict[str, Any]]:
    """What the knowledge base ties an entity to, and to it; each with the other's row (``there``) where the archive has one."""
    found = ties(known, lexicon()) if known else []
    rows = {row.key: row for row in models.Entity.objects.filter(key__in=[tie.other.id for tie in found])}
    return [
        {
            **tie.link,
            "kind": tie.kind,
            "lasting": tie.kind in LASTING,
            "other": tie.other,
            "there": rows.get(tie.other.id),
        }
        for tie in found
    ]
