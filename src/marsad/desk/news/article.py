"""The reading room: an article with its anatomy and its events."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from marsad.desk.rights import Right, needs
from marsad.store import models
from marsad.store.restore import restore


@needs(Right.READ)
def article(request: HttpRequest, number: int) -> HttpResponse:
    """The current reading of an article, by the article's number."""
    reading = models.Reading.objects.filter(article=number, current=True).first()
    if reading is None:
        raise Http404
    (kept,) = restore([reading.pk])
    return render(request, "news/article.html", {"kept": kept})
