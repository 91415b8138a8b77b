"""Atom feeds of events: the first events of any filter, as a reader of news follows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import parse_qsl
from uuid import NAMESPACE_URL, uuid5

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marsad.desk.asked import address_of, filter_of
from marsad.desk.rights import Right, needs
from marsad.record import EventMention
from marsad.store.models import Reading
from marsad.store.query import Filter, events
from marsad.store.restore import Kept, restore_events
from marsad.view.label import label
from marsad.view.wording import Wording, harmless, shorten

ENTRIES = 50
_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")  # no document may hold these


@needs(Right.READ)
def feed(request: HttpRequest) -> HttpResponse:
    """The first events that the filter of the address lets through."""
    asked = filter_of(request.GET)
    kept = restore_events(list(events(asked).values_list("pk", flat=True)[:ENTRIES]))
    readings = (
        Reading.objects.select_related("article")
        .defer("article__original")
        .in_bulk({one.reading for one, _event in kept})
    )
    atom = _empty(request, asked)
    numbers = _rows(kept)
    for (one, event), number in zip(kept, numbers, strict=True):
        _add(atom, request, one, event, number, readings[one.reading])
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _empty(request: HttpRequest, asked: Filter) -> Atom1Feed:
    query = address_of(asked)
    page = reverse("news:front") + (f"?{query}" if query else "")
    words = " · ".join(_xml(value) for _name, value in parse_qsl(query))
    title = _("Marsad: %(words)s") % {"words": words} if words else _("Marsad: events")
    return Atom1Feed(
        title=title,
        link=request.build_absolute_uri(page),
        description=None,
        language=get_language(),
        subtitle=_("Who did what to whom, when and where, and according to whom."),
        feed_url=request.build_absolute_uri(reverse("publish:feed") + (f"?{query}" if query else "")),
    )


def _xml(text: str) -> str:
    """``text`` of characters that XML can hold."""
    return harmless(text).translate(_NO_XML)


def _rows(kept: Sequence[tuple[Kept, EventMention]]) -> list[int]:
    """The number of each event's row, as the reading room names it."""
    return [
        next(row for row, other in zip(one.events, one.record.events, strict=True) if other is event)
        for one, event in kept
    ]


def _add(atom: Atom1Feed, request: HttpRequest, kept: Kept, event: EventMention, number: int, reading: Reading) -> None:
    language = get_language() or "ar"
    what = label(event.type, language)
    atom.add_item(
        title=f"{what}: {_xml(reading.headline or kept.record.id)}",
        link=request.build_absolute_uri(f"{reverse('news:article', args=[kept.article])}#event-{number}"),
        description=_summary(kept, event, language).translate(_NO_XML),
        unique_id=identity(reading, event),
        updateddate=reading.read_at,
        pubdate=datetime.combine(reading.day, datetime.min.time(), UTC) if reading.day else None,
        author_name=_xml(kept.source or _("unknown outlet")),
        categories=[event.type, *([event.mode] if event.mode else [])],
    )


def identity(reading: Reading, event: EventMention) -> str:
    """An event's id for ever: of the page's bytes, the event's type and words, so that reading again keeps it."""
    page = bytes(reading.article.digest or b"").hex() or str(reading.article_id)
    return uuid5(NAMESPACE_URL, f"marsad:{page}:{event.type}:{event.trigger.start}-{event.trigger.stop}").urn


def _summary(kept: Kept, event: EventMention, language: str) -> str:
    """The event in a line: who, to whom, when, where, according to whom; and the sentence that says so."""
    wording = Wording(kept.record, language)
    parts = [
        f"{wording.parties(event.actors)} ← {wording.parties(event.recipients)}"
        if language == "ar"
        else f"{wording.parties(event.actors)} → {wording.parties(event.recipients)}",
        wording.time(event.time) if event.time else "",
        wording.place(event.place) if event.place else "",
        f"{label('claimed by', language)} {wording.claim(event.claim)}" if event.claim else "",
    ]
    sentence = kept.record.sentences[event.sentence].span.of(kept.record.text)
    return " · ".join(filter(None, parts)) + f" — {shorten(harmless(sentence), 400)}"
