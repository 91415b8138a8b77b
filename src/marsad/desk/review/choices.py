"""Choices for words that were just marked: whom or which place they may mean, as the options of a list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from marsad.desk.asked import LONGEST
from marsad.desk.review.edit import entity_options, place_options
from marsad.desk.review.value import Refused
from marsad.desk.rights import Right, needs

KINDS = {"entity": entity_options, "place": place_options}


@needs(Right.REVIEW)
@require_GET
def choices(request: HttpRequest) -> HttpResponse:
    """``?kind=entity&words=…``: options by name. 400 for another kind."""
    find = KINDS.get(request.GET.get("kind", ""))
    if find is None:
        raise Refused("kind must be entity or place")
    words = request.GET.get("words", "")[:LONGEST].replace("\0", "")
    return render(request, "review/options.html", {"options": find(words, "")})
