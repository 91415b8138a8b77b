"""The reading room: an article with its anatomy, its events beside it, and where to go on."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from marsad.desk.asked import address_of, filter_of
from marsad.desk.news.anatomy import anatomy
from marsad.desk.news.beside import claims, contexts, entities, quotations, relations
from marsad.desk.news.card import cards_of
from marsad.desk.news.explain import grounds
from marsad.desk.news.neighbour import neighbours
from marsad.desk.news.segment import Marked
from marsad.desk.rights import Right, needs
from marsad.store import models
from marsad.store.restore import restore
from marsad.view.evidence import evidence

ROLES = {
    "trigger": _("the act"), "actor": _("who"), "recipient": _("to whom"), "place": _("where"), "time": _("when"),
    "loss": _("losses"), "source": _("according to whom"), "cue": _("other words it rests on"),
}  # fmt: skip
MOST_FAILURES = 500


@needs(Right.READ)
def failures(request: HttpRequest) -> HttpResponse:
    """The pages that could not be read, the latest tried first."""
    rows = models.Article.objects.filter(error__isnull=False).defer("original").order_by("-tried_at", "-pk")
    return render(request, "news/failures.html", {"articles": rows[:MOST_FAILURES]})


def original(url: str | None) -> str:
    """A page's own address where it is one of the web's; nothing else may become a link."""
    return url if url and url.startswith(("http://", "https://")) else ""


@needs(Right.READ)
def article(request: HttpRequest, number: int) -> HttpResponse:
    """An article as its current reading, or the one asked for, has it; one that could not be read says why."""
    row = get_object_or_404(models.Article.objects.select_related("source").defer("original"), pk=number)
    asked = filter_of(request.GET)
    reading = _reading(request, row)
    if reading is None:
        return render(request, "news/failed.html", {"article": row})
    (kept,) = restore([reading.pk])
    found = cards_of(kept)
    beside: dict[str, list[Any]] = {
        "quotations": quotations(kept), "relations": relations(kept), "entities": entities(kept), "contexts": contexts(kept),
    }  # fmt: skip
    marks = [Marked(mark.span, f"event-{card.row}", mark.role) for card in found for mark in evidence(card.event)]
    marks += [mark for some in beside.values() for item in some for mark in item.marks]
    context: dict[str, Any] = {
        "kept": kept, "article": row, "reading": reading, "asked": asked, "address": address_of(asked),
        "anatomy": anatomy(kept.record, marks), "explained": [(card, grounds(kept.record, card.event)) for card in found],
        "claims": claims(found), "neighbours": neighbours(reading, asked), "readings": _readings(row), "roles": ROLES.items(),
        "original": original(row.url), **beside,
    }  # fmt: skip
    return render(request, "news/article.html", context)


def _reading(request: HttpRequest, row: models.Article) -> models.Reading | None:
    """The current reading, or an earlier one by its number."""
    number = request.GET.get("reading", "")
    readings = models.Reading.objects.filter(article=row)
    if not number:
        return readings.filter(current=True).first()
    found = readings.filter(pk=int(number)).first() if number.isascii() and number.isdigit() else None
    if found is None:
        raise Http404
    return found


def _readings(row: models.Article) -> list[models.Reading]:
    """All readings of an article, the latest first, without what they hold."""
    return list(
        models.Reading.objects.filter(article=row).only("code", "lexicon", "read_at", "current").order_by("-pk")
    )
