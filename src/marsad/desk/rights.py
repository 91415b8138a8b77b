"""Who may do what. Roles are those of :class:`marsad.store.models.User`, each with all rights of the one before."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from marsad.desk.mode import Mode

View = Callable[..., HttpResponseBase]


class Right(IntEnum):
    """What can be asked for, from the least to the most."""

    OPEN = -1  # signing in: whoever comes
    READ = 0  # all pages that show what was read
    KEEP = 1  # save searches, hold tokens of the API: needs an account
    REVIEW = 2  # judge events
    EDIT = 3  # moderate comments, withdraw others' judgements
    ADMINISTER = 4  # people


OF_ROLE = {"reader": Right.KEEP, "reviewer": Right.REVIEW, "editor": Right.EDIT, "administrator": Right.ADMINISTER}


def right_of(user: Any) -> Right | None:
    """The greatest right of a user, signed in or not; ``None`` where even reading needs an account, or this machine's key."""
    if settings.MODE is Mode.PUBLIC:
        return Right.READ
    if user.is_authenticated and user.is_active:
        return OF_ROLE[user.role]
    return Right.READ if settings.MODE is Mode.LOCAL and settings.KEYLESS else None


def may(user: Any, right: Right) -> bool:
    """Whether a user may do what needs ``right``."""
    held = right_of(user)
    return right is Right.OPEN or (held is not None and held >= right)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the form, and back afterwards. HTMX would put the form into the page: it is told to leave the page instead."""
    part = request.headers.get("HX-Request") == "true"
    back = request.get_full_path() if request.method == "GET" and not part else _page_of(request)
    answer = redirect_to_login(back)
    return HttpResponse(status=401, headers={"HX-Redirect": answer["Location"]}) if part else answer


def _page_of(request: HttpRequest) -> str:
    """The page that a form or a part of a page was sent from."""
    came = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "")
    return urlunsplit(("", "", came.path or "/", came.query, "")) if came.netloc == request.get_host() else "/"


def needs(right: Right) -> Callable[[View], View]:
    """A view that only those with a right may call: others sign in first, or are refused with 403.

    On the public site what needs more than reading is not there (404).
    """

    def guarded(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if may(request.user, right):
                return view(request, *args, **kwargs)
            if settings.MODE is Mode.PUBLIC:
                raise Http404
            if request.user.is_authenticated:
                raise PermissionDenied
            return _to_sign_in(request)

        checked.right = right  # type: ignore[attr-defined]  # tests ask every view of the desk for it
        return checked

    return guarded
