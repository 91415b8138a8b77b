"""What is done to judgements that were made: undo, withdraw, stand again, settle. All by forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from marsad.desk.review import decide
from marsad.desk.review.requested import came_from, reviewer
from marsad.desk.review.value import Refused
from marsad.desk.rights import Right, needs
from marsad.store import models


@needs(Right.REVIEW)
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Undo one's last judgement, and show what it was about."""
    undone = decide.undo(reviewer(request))
    if undone is None:
        messages.info(request, _("There is nothing to undo."))
        return redirect(came_from(request) or reverse("review:queue"))
    messages.success(request, _("Undone. It stays in the history, and can stand again."))
    if undone.event_id is None:
        return redirect(came_from(request) or reverse("review:queue"))
    query = request.GET.urlencode()
    return redirect(f"{reverse('review:event', args=[undone.event_id])}{f'?{query}' if query else ''}")


@needs(Right.REVIEW)
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw a judgement."""
    return _done(request, lambda: decide.withdraw(reviewer(request), number), _("Withdrawn; it can stand again."))


@needs(Right.REVIEW)
@require_POST
def reinstate(request: HttpRequest, number: int) -> HttpResponse:
    """Let a withdrawn judgement stand again."""
    return _done(request, lambda: decide.reinstate(reviewer(request), number), _("It stands again."))


@needs(Right.EDIT)
@require_POST
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """Decide between reviewers who differ."""

    def decided() -> None:
        count = decide.settle(reviewer(request), number)
        said = ngettext("Decided; %(n)d judgement was withdrawn.", "Decided; %(n)d judgements were withdrawn.", count)
        messages.success(request, said % {"n": count})

    return _done(request, decided, "")


def _done(request: HttpRequest, act: Callable[[], Any], said: str) -> HttpResponse:
    try:
        act()
    except models.Judgement.DoesNotExist as error:
        raise Http404 from error
    except Refused as error:
        messages.error(request, str(error))
    else:
        if said:
            messages.success(request, said)
    return redirect(came_from(request) or reverse("review:queue"))
