"""The front page: the latest events that the filter lets through."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marsad.desk.asked import filter_of
from marsad.desk.rights import Right, needs
from marsad.store.query import events
from marsad.store.restore import restore_events

PAGE = 20  # events


@needs(Right.READ)
def front(request: HttpRequest) -> HttpResponse:
    """The first events of a filter."""
    asked = filter_of(request.GET)
    found = events(asked)
    kept = restore_events(list(found.values_list("pk", flat=True)[:PAGE]))
    return render(request, "news/front.html", {"asked": asked, "count": found.count(), "events": kept})
