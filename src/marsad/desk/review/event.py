"""The review screen of one event: shown, and judged by forms."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marsad.desk.asked import address_of, filter_of
from marsad.desk.review import decide, edit, trail
from marsad.desk.review.order import progress
from marsad.desk.review.requested import address, came_from, reviewer
from marsad.desk.review.screen import NAMES, Screen, screen
from marsad.desk.review.value import Refused, note_of, read_value
from marsad.desk.rights import Right, needs
from marsad.store import models
from marsad.store.judged import FIELDS, WHOLE, Verdict

CONFLICT, UNPROCESSABLE = 409, 422
SAID = {
    Verdict.ACCEPT: gettext_lazy("Accepted"), Verdict.REJECT: gettext_lazy("Rejected"),
    Verdict.CORRECT: gettext_lazy("Corrected"), Verdict.ADD: gettext_lazy("Added"),
}  # fmt: skip


@needs(Right.REVIEW)
def event(request: HttpRequest, number: int) -> HttpResponse:
    """Show an event, or judge it as the form says."""
    shown = _screen(request, number)
    if request.method == "POST" and "look-up" not in request.POST:
        return _judge(request, shown)
    if shown.row.current:
        trail.visit(request, number)
    field = request.POST.get("field", "") if request.method == "POST" else request.GET.get("edit", "")
    values = request.POST.dict() if request.method == "POST" else None
    return _page(request, shown, field, values)


def _screen(request: HttpRequest, number: int) -> Screen:
    try:
        return screen(number, reviewer(request))
    except models.Event.DoesNotExist as error:
        raise Http404 from error


def _page(
    request: HttpRequest, shown: Screen, field: str = "", values: dict[str, str] | None = None, error: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The screen, with the form of ``field`` open: as it was posted, or as the event stands."""
    asked = filter_of(request.GET)
    form = None
    if field in FIELDS:
        begun = edit.initial(field, shown.event, shown.kept.record.text) if values is None else values
        form = edit.form(field, begun, shown.event.type)
    return render(request, "review/event.html", {
        "screen": shown, "asked": asked, "query": address_of(asked), "progress": progress(asked, reviewer(request)),
        "form": form, "picked": field if field in FIELDS else _picked(request), "error": error, "values": values or {},
        "note": (values or {}).get("note", ""), "now": None if shown.row.current else decide.current_of(shown.row),
    }, status=status)  # fmt: skip


def _picked(request: HttpRequest) -> str:
    pick = request.GET.get("pick", "")
    return pick if pick in FIELDS else ""


def _judge(request: HttpRequest, shown: Screen) -> HttpResponse:
    posted = request.POST.dict()
    field, verdict = posted.get("field", WHOLE), posted.get("verdict", "")
    try:
        value = read_value(field, posted, shown.ground) if verdict == Verdict.CORRECT else None
        made = decide.judge(reviewer(request), shown.row, verdict, field, value, note_of(posted))
    except decide.Reread as error:
        there = shown if error.event is None else _screen(request, error.event)
        return _page(request, there, field, posted if verdict == Verdict.CORRECT else None, str(error), CONFLICT)
    except Refused as error:
        return _page(request, shown, field, posted if verdict == Verdict.CORRECT else None, str(error), UNPROCESSABLE)
    messages.success(request, told(made, shown))
    return redirect(_on(request, shown, made))


def told(judgement: models.Judgement, shown: Screen) -> str:
    """What was decided, in one line."""
    words = {"verdict": SAID[Verdict(judgement.verdict)], "field": NAMES[judgement.field], "event": shown.trigger}
    return _("%(verdict)s: %(field)s — “%(event)s”") % words


def _on(request: HttpRequest, shown: Screen, made: models.Judgement) -> str:
    """Back to where the form stood; from the screen on to the next event, or with a field picked to this one again."""
    asked = filter_of(request.GET)
    if came := came_from(request):
        return came
    if made.field == WHOLE:
        return address("review:next", asked, after=shown.row.pk)
    return address("review:event", asked, shown.row.pk, pick=made.field)
