"""Saved searches: kept by name for whoever is signed in, opened, renamed, deleted, and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marsad.desk.asked import address_of, filter_of
from marsad.desk.news.models import SavedSearch
from marsad.desk.news.narrow import Chip, chips
from marsad.desk.rights import Right, needs
from marsad.errors import ArchiveError
from marsad.store.query import events

SALT = "marsad.news.deleted-search"
UNDO = 3600  # seconds in which a deleted search can be brought back


@dataclass(frozen=True, slots=True)
class Shown:
    """A saved search with its filter in words and the events it finds now; ``wrong`` where it can be asked no longer."""

    row: SavedSearch
    chips: list[Chip]
    count: int
    wrong: str


@needs(Right.KEEP)
def saved(request: HttpRequest) -> HttpResponse:
    """The searches of whoever is signed in."""
    rows = SavedSearch.objects.filter(user_id=_user(request))
    return render(request, "news/saved.html", {"searches": [_shown(row) for row in rows]})


def _shown(row: SavedSearch) -> Shown:
    try:
        asked = filter_of(QueryDict(row.address))
        return Shown(row, chips(asked), events(asked).count(), "")
    except ArchiveError as error:
        return Shown(row, [], 0, str(error))


@needs(Right.KEEP)
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Save the question of the form under a name, and go back to it."""
    address = address_of(filter_of(QueryDict(request.POST.get("address", ""))))
    row = SavedSearch(user_id=_user(request), name=_name(request), address=address)
    if _is_kept(request, row):
        messages.success(request, _("Saved as “%(name)s”.") % {"name": row.name})
    return HttpResponseRedirect(f"{reverse('news:front')}?{address}" if address else reverse("news:front"))


@needs(Right.KEEP)
@require_POST
def rename(request: HttpRequest, number: int) -> HttpResponse:
    """Give a search another name."""
    row = _own(request, number)
    row.name = _name(request)
    if _is_kept(request, row):
        messages.success(request, _("Renamed to “%(name)s”.") % {"name": row.name})
    return redirect("news:saved")


@needs(Right.KEEP)
@require_POST
def delete(request: HttpRequest, number: int) -> HttpResponse:
    """Delete a search; what was deleted goes along, signed, so that it can be brought back."""
    row = _own(request, number)
    token = signing.dumps({"user": _user(request), "name": row.name, "address": row.address}, salt=SALT)
    row.delete()
    rows = SavedSearch.objects.filter(user_id=_user(request))
    context: dict[str, Any] = {"searches": [_shown(one) for one in rows], "deleted": row.name, "token": token}
    return render(request, "news/saved.html", context)


@needs(Right.KEEP)
@require_POST
def restore(request: HttpRequest) -> HttpResponse:
    """Bring back what was deleted a moment ago."""
    try:
        deleted = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=UNDO)
    except signing.BadSignature:
        messages.error(request, _("This can be brought back no longer."))
        return redirect("news:saved")
    row = SavedSearch(user_id=_user(request), name=deleted["name"], address=deleted["address"])
    if deleted["user"] == _user(request) and _is_kept(request, row):
        messages.success(request, _("“%(name)s” is back.") % {"name": row.name})
    return redirect("news:saved")


def _user(request: HttpRequest) -> int:
    """The number of whoever is signed in: nobody else has the right to come here."""
    number = request.user.pk
    assert number is not None
    return number


def _own(request: HttpRequest, number: int) -> SavedSearch:
    return get_object_or_404(SavedSearch, pk=number, user_id=_user(request))


def _name(request: HttpRequest) -> str:
    return " ".join(request.POST.get("name", "").replace("\0", "").split())


def _is_kept(request: HttpRequest, row: SavedSearch) -> bool:
    """Save a row; what speaks against it is said, and nothing is changed."""
    try:
        row.clean_fields()
        with transaction.atomic():
            row.save()
    except ValidationError:
        messages.error(request, _("A name has 1 to 100 characters."))
        return False
    except IntegrityError:
        messages.error(
            request, _("You have a search named “%(name)s” already; choose another name.") % {"name": row.name}
        )
        return False
    return True
