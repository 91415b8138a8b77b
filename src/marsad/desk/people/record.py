"""The record of who did what, for administrators."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from marsad.desk.people.log import ACTIONS
from marsad.desk.rights import Right, needs
from marsad.store.models import Audit, User

PAGE = 100  # rows


@needs(Right.ADMINISTER)
@never_cache
def record(request: HttpRequest) -> HttpResponse:
    """The latest entries, of one person or one action where that is asked."""
    who, action = (request.GET.get(name, "").replace("\0", "").strip()[:150] for name in ("who", "action"))
    page = Paginator(_rows(who, action), PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "page": page, "who": who, "action": action, "actions": _actions(),
        "names": User.objects.order_by("username").values_list("username", flat=True)[:1000],
        "address": urlencode({"who": who, "action": action}),
    }  # fmt: skip
    _name_those_concerned(page.object_list)
    return render(request, "people/record.html", context)


def _name_those_concerned(rows: Any) -> None:
    """Give each row about an account that account's name, all in one question."""
    names = dict(
        User.objects.filter(pk__in={row.row for row in rows if row.table == "user"}).values_list("pk", "username")
    )
    for row in rows:
        row.whom = names.get(row.row, "") if row.table == "user" else ""


def _rows(who: str, action: str) -> QuerySet[Audit]:
    """What a person did or what happened to the account; of one kind."""
    rows = Audit.objects.select_related("user").order_by("-at", "-id")
    if who:
        person = User.objects.filter(username=who).values_list("pk", flat=True).first()
        rows = rows.filter(Q(user=person) | Q(table="user", row=person)) if person else rows.none()
    return rows.filter(action=action) if action else rows


def _actions() -> list[tuple[str, str]]:
    """The actions that occur, with their words."""
    there = Audit.objects.order_by("action").values_list("action", flat=True).distinct()
    return sorted(((action, str(ACTIONS.get(action, action))) for action in there), key=lambda pair: pair[1])
