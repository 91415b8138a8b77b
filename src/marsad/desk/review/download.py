"""What was judged, to take away: suggestions for the lexicon, and gold annotations."""

from __future__ import annotations

import io

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from marsad.desk.asked import filter_of
from marsad.desk.rights import Right, needs
from marsad.export.write import write
from marsad.store.query import events
from marsad.store.select import Values, chosen


@needs(Right.REVIEW)
@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """Entries of ``lexicon/triggers`` with the judged sentences, of the events that a filter lets through."""
    return _file(request, "suggestions", "application/yaml", "marsad-suggestions.yaml")


@needs(Right.REVIEW)
@require_GET
def gold(request: HttpRequest) -> HttpResponse:
    """Judged events in the annotation format, one article a line."""
    return _file(request, "gold", "application/jsonl", "marsad-gold.jsonl")


def _file(request: HttpRequest, form: str, media_type: str, name: str) -> HttpResponse:
    asked, file = filter_of(request.GET), io.BytesIO()
    write(form, chosen(events(asked), everything=asked.is_empty, values=Values.ONLY_JUDGED), file)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(file.getvalue(), content_type=f"{media_type}; charset=utf-8", headers=headers)
