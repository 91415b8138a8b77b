"""What Django and its lock-out tell about signing in, put into the record."""

from __future__ import annotations

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from marsad.desk.people.log import note
from marsad.desk.people.sessions import begin
from marsad.desk.people.throttle import address_of, forgive
from marsad.store.models import User


def listen() -> None:
    """Connect; called once when the application is ready."""
    user_logged_in.connect(_signed_in, dispatch_uid="people")
    user_logged_out.connect(_signed_out, dispatch_uid="people")
    user_login_failed.connect(_failed, dispatch_uid="people")
    user_locked_out.connect(_locked, dispatch_uid="people")


def _signed_in(request: HttpRequest, user: User, **_rest: Any) -> None:
    begin(request)
    forgive(request, user.get_username())
    note("sign-in", user, by=user, address=address_of(request))


def _signed_out(request: HttpRequest, user: User | None, **_rest: Any) -> None:
    if user is not None:
        note("sign-out", user, by=user)


def _failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_rest: Any) -> None:
    """A name that no account has is not kept: it may be a password, typed into the wrong field."""
    if request is not None and not getattr(request, "axes_locked_out", False):
        note("sign-in-failed", _named(credentials.get("username")), by=None, address=address_of(request))


def _locked(request: HttpRequest, username: str | None, **_rest: Any) -> None:
    if getattr(request, "axes_failures_since_start", None):  # the failure that locks, not those after it
        note("locked-out", _named(username), by=None, address=address_of(request))


def _named(name: str | None) -> User | None:
    return User.objects.filter(username=name or "").first()
