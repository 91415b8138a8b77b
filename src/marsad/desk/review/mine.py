"""A person's own judgements: listed, filtered, withdrawn and let stand again."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from marsad.desk.review.requested import reviewer
from marsad.desk.rights import Right, needs
from marsad.ontology.plover import TYPES
from marsad.span import Span
from marsad.store import models
from marsad.store.judged import FIELDS, Verdict

PAGE = 50  # judgements
STANDING = {"standing": True, "withdrawn": False}
EVENT = "event"  # in an address: of the event as a whole


@needs(Right.REVIEW)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """``?verdict=&field=&type=&state=``: one's judgements, the latest first."""
    asked = {name: request.GET.get(name, "") for name in ("verdict", "field", "type", "state")}
    page = Paginator(_found(reviewer(request), asked), PAGE).get_page(request.GET.get("page"))
    return render(request, "review/mine.html", {
        "page": page, "shown": [(judgement, _words(judgement)) for judgement in page.object_list], "chosen": asked,
        "verdicts": list(Verdict), "fields": FIELDS, "types": TYPES, "states": list(STANDING), "whole": EVENT,
        "query": urlencode({name: value for name, value in asked.items() if value}),
    })  # fmt: skip


def _found(user: models.User, asked: dict[str, str]) -> QuerySet[models.Judgement]:
    found = models.Judgement.objects.filter(user=user).select_related(
        "reading__text", "reading__article", "withdrawn_by"
    )
    if asked["verdict"] in Verdict.values:
        found = found.filter(verdict=asked["verdict"])
    if asked["field"] in (*FIELDS, EVENT):
        found = found.filter(field="" if asked["field"] == EVENT else asked["field"])
    if asked["type"] in TYPES:
        found = found.filter(type=asked["type"])
    if asked["state"] in STANDING:
        found = found.filter(withdrawn_at__isnull=STANDING[asked["state"]])
    return found.order_by("-made_at", "-id")


def _words(judgement: models.Judgement) -> str:
    return Span(judgement.start, judgement.stop).of(judgement.reading.text.text)
