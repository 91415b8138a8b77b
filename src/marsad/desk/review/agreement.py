"""The page of agreement: kappa of pairs, alpha of all, field by field, and what an editor has to decide."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from marsad.desk.review import agreed
from marsad.desk.review.screen import words_said
from marsad.desk.rights import Right, needs
from marsad.store import models
from marsad.store.judged import disputes
from marsad.store.restore import restore_events

PAGE = 20  # differences


@needs(Right.REVIEW)
@require_GET
def agreement(request: HttpRequest) -> HttpResponse:
    """How far reviewers agree, and where they differ."""
    units = agreed.units(agreed.counted())
    people = models.User.objects.in_bulk({person for said in units.values() for person in said})
    page = Paginator(disputes(), PAGE).get_page(request.GET.get("page"))
    found = agreed.differences(list(page))
    rows = restore_events([one.event.pk for one in found])
    shown = [
        (one, event.trigger.of(kept.record.text), kept.record.sentences[event.sentence].span.of(kept.record.text),
         [(judgement, words_said(judgement, event, kept.record)) for judgement in one.judgements])
        for one, (kept, event) in zip(found, rows, strict=True)
    ]  # fmt: skip
    return render(
        request, "review/agreement.html", {"measures": agreed.measures(units, people), "page": page, "shown": shown}
    )
