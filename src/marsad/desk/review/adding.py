"""Adding an event that the machine missed: mark the words that name it, and say what it is."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marsad.desk.news.segment import Marked, segments
from marsad.desk.review import decide, edit
from marsad.desk.review.requested import reviewer
from marsad.desk.review.screen import Paragraph
from marsad.desk.review.value import Ground, Refused, note_of, read_added
from marsad.desk.rights import Right, needs
from marsad.ontology.plover import MODES, TYPES
from marsad.span import Span
from marsad.store import models
from marsad.store.judged import FIELDS
from marsad.store.restore import Kept, restore

PARTS = FIELDS[3:]  # fields beside type, mode and status, which one list each offers


@needs(Right.REVIEW)
def missed(request: HttpRequest, number: int) -> HttpResponse:
    """The article's words and an empty event; posted, the event is added."""
    reading = models.Reading.objects.filter(article=number, current=True).first()
    if reading is None:
        raise Http404
    (kept,) = restore([reading.pk])
    if request.method == "POST" and "look-up" not in request.POST:
        return _add(request, reading, kept)
    return _page(request, kept, request.POST.dict() if request.method == "POST" else {"type": "", "status": "fact"})


def _add(request: HttpRequest, reading: models.Reading, kept: Kept) -> HttpResponse:
    posted = request.POST.dict()
    try:
        if posted.get("reading") != str(reading.pk):
            raise Refused(decide.meanwhile())
        trigger, value = read_added(posted, _ground(kept, posted))
        decide.add(reviewer(request), reading, trigger, value, note_of(posted))
    except Refused as error:
        return _page(request, kept, posted, str(error), 422)
    messages.success(request, _("The event was added: “%(words)s”.") % {"words": trigger.of(kept.record.text)})
    return redirect(f"{reverse('news:article', args=[kept.article])}")


def _ground(kept: Kept, posted: dict[str, str]) -> Ground:
    """Words given without a place are looked for in the sentence of the trigger, else in the whole article."""
    article = kept.record
    everything = Span(0, len(article.text))
    start = posted.get("trigger-start", "")
    at = int(start) if start.isascii() and start.isdecimal() and len(start) < 10 else -1
    sentence = next((s.span for s in article.sentences if s.span.start <= at < s.span.stop), everything)
    return Ground(article.text, sentence, everything, "")


def _page(request: HttpRequest, kept: Kept, values: dict[str, str], error: str = "", status: int = 200) -> HttpResponse:
    kind = values.get("type", "")
    article, near = kept.record, _near(request, kept)
    marks = [Marked(event.trigger, "", "trigger") for event in article.events]
    return render(request, "review/add.html", {
        "kept": kept, "error": error, "values": values, "note": values.get("note", ""),
        "paragraphs": [
            Paragraph(block.span.start, segments(article.text, block.span, marks), near is None or block.span.covers(near))
            for block in article.page.blocks if block.is_content
        ],
        "trigger": edit.Marking("trigger", *(values.get(f"trigger-{part}", "") for part in ("words", "start", "stop"))),
        "types": edit.form("type", values, kind), "statuses": edit.form("status", values, kind),
        "modes": [(name, modes) for name, modes in MODES.items() if modes and (not kind or name == kind)],
        "parts": [edit.form(field, values, kind) for field in PARTS], "all_types": TYPES,
    }, status=status)  # fmt: skip


def _near(request: HttpRequest, kept: Kept) -> Span | None:
    """The words of the event that one comes from: there the marking begins."""
    return next(
        (e.trigger for n, e in zip(kept.events, kept.record.events, strict=True) if str(n) == request.GET.get("near")),
        None,
    )
