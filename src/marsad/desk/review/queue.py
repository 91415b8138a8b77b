"""The queue: what to judge first, how far one has come, and the ways on and back through it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marsad.desk.asked import address_of, filter_of
from marsad.desk.review import order, trail
from marsad.desk.review.requested import address, reviewer
from marsad.desk.rights import Right, needs
from marsad.ontology.plover import STATUSES, TYPES
from marsad.store.restore import restore_events

PAGE = 20  # events


@needs(Right.REVIEW)
@require_GET
def queue_page(request: HttpRequest) -> HttpResponse:
    """The first events of the queue with their points, and the filter that it obeys."""
    asked = filter_of(request.GET)
    passed = trail.trail(request)
    rows = order.first_of(asked, reviewer(request), PAGE)
    kept = restore_events([row.event for row in rows])
    return render(request, "review/queue.html", {
        "asked": asked, "query": address_of(asked), "progress": order.progress(asked, reviewer(request)),
        "queued": [(row, one, event) for row, (one, event) in zip(rows, kept, strict=True)],
        "passed": passed, "types": TYPES, "statuses": STATUSES,
    })  # fmt: skip


@needs(Right.REVIEW)
@require_GET
def go_on(request: HttpRequest) -> HttpResponse:
    """To the event after the one that ``after`` names: the one that one came back from, else the first of the queue."""
    asked, here = filter_of(request.GET), _here(request)
    later = trail.after(request, here) if here else None
    number = later or order.next_of(asked, reviewer(request), trail.trail(request))
    if number is None:
        messages.info(request, _("Nothing is left to judge here but what you passed over."))
        return redirect(address("review:queue", asked))
    return redirect(address("review:event", asked, number))


@needs(Right.REVIEW)
@require_GET
def go_back(request: HttpRequest) -> HttpResponse:
    """To the event that was shown before."""
    asked, here = filter_of(request.GET), _here(request)
    number = trail.before(request, here) if here else None
    if number is None:
        messages.info(request, _("There is no event before this one in this session."))
        return redirect(address("review:event", asked, here) if here else address("review:queue", asked))
    return redirect(address("review:event", asked, number))


@needs(Right.REVIEW)
@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Forget what was passed over, and begin with the first event."""
    trail.begin_again(request)
    return redirect(address("review:next", filter_of(request.GET)))


def _here(request: HttpRequest) -> int:
    number = request.GET.get("after", "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
