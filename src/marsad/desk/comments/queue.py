"""The moderators' queue: comments that wait, and those that were decided, with approve, reject and undo."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from marsad.desk.comments.moderate import BACK, STATES, decide
from marsad.desk.rights import Right, needs
from marsad.store.models import Comment, Reading, User

PAGE = 50  # comments


@needs(Right.EDIT)
@never_cache
def queue(request: HttpRequest) -> HttpResponse:
    """Comments of one state: the oldest that waits first, of the decided ones the latest."""
    state = _state(request.GET.get("state"))
    order = ("made_at", "pk") if state == Comment.State.PENDING else ("-moderated_at", "-pk")
    rows = Comment.objects.filter(state=state).select_related("moderated_by", "parent").defer("email", "parent__email")
    page = Paginator(rows.order_by(*order), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "state": state, "counts": _counts(), "headlines": _headlines(page.object_list),
        "undo": request.session.pop("undo", None),
    }  # fmt: skip
    return render(request, "comments/queue.html", context)


def _state(asked: str | None) -> str:
    return asked if asked in Comment.State.values else Comment.State.PENDING


def _counts() -> list[tuple[str, int]]:
    counted = dict(Comment.objects.values_list("state").annotate(Count("pk")).order_by())
    return [(state, counted.get(state, 0)) for state in Comment.State.values]


def _headlines(rows: object) -> dict[int, str]:
    articles = {row.article_id for row in cast("list[Comment]", rows)}
    return dict(Reading.objects.filter(article__in=articles, current=True).values_list("article", "headline"))


@needs(Right.EDIT)
@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Decide about one comment (``do=approve:12``) or about those that are ticked (``do=approve``)."""
    act, _colon, one = request.POST.get("do", "").partition(":")
    chosen = [one] if one else request.POST.getlist("chosen")
    numbers = [int(number) for number in chosen if number.isdecimal() and len(number) < 19]
    if act not in STATES or len(numbers) != len(chosen):
        return HttpResponseBadRequest()
    was = _state(request.POST.get("state"))
    changed = decide(act, numbers, was, cast(User, request.user))
    _tell(request, act, was, numbers, changed)
    return redirect(f"{reverse('comments:queue')}?state={was}")


def _tell(request: HttpRequest, act: str, was: str, asked: list[int], changed: list[int]) -> None:
    """What was done, with what undoes it, and what another moderator had done before."""
    if changed:
        request.session["undo"] = {"do": BACK[was], "state": STATES[act], "numbers": changed}
        done = {
            "approve": ngettext("%(n)s comment approved.", "%(n)s comments approved.", len(changed)),
            "reject": ngettext("%(n)s comment rejected.", "%(n)s comments rejected.", len(changed)),
            "reopen": ngettext("%(n)s comment waits again.", "%(n)s comments wait again.", len(changed)),
        }
        messages.success(request, done[act] % {"n": len(changed)})
    elif not asked:
        messages.error(request, _("Tick the comments first."))
    if len(changed) < len(set(asked)):
        messages.error(request, _("Another moderator had decided about some of them; these stay as they are."))
