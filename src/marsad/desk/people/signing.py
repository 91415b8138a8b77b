"""Signing in and out: by name and password, by a second factor, or, at this machine, by the printed key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from marsad.desk.mode import Mode
from marsad.desk.people import factor
from marsad.desk.people.entry import local_administrator, take_key
from marsad.desk.people.forms import CodeForm, KeyForm, SignInForm
from marsad.desk.people.way import next_of
from marsad.desk.rights import Right, may, needs
from marsad.store.models import User

BACKEND = "django.contrib.auth.backends.ModelBackend"
PATIENCE = 600  # seconds between the password and the second factor
MINUTE = 60


@needs(Right.OPEN)
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form for name and password; at this machine, the one for the key."""
    if request.user.is_authenticated:
        return redirect(next_of(request))
    if settings.MODE is Mode.LOCAL:
        return _key_page(request, KeyForm())
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _after_password(request, form.get_user())
    response = render(request, "people/sign_in.html", {"form": form, "next": next_of(request)}, status=_status(form))
    if form.minutes:
        response["Retry-After"] = str(form.minutes * MINUTE)
    return response


def _status(form: SignInForm) -> int:
    return 429 if form.minutes else 200


def _after_password(request: HttpRequest, user: Any) -> HttpResponse:
    """In, or on to the second factor: until that is given nobody is signed in."""
    if factor.device_of(user) is None:
        login(request, user, BACKEND)
        return redirect(next_of(request))
    request.session.cycle_key()
    request.session["awaits"] = {"user": user.pk, "at": _now(), "next": next_of(request)}
    return redirect("people:code")


@needs(Right.OPEN)
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """The form for the second factor's code."""
    awaits: dict[str, Any] = request.session.get("awaits", {})
    user = _awaited(awaits)
    if user is None:
        return redirect("people:sign-in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if factor.verify(user, form.cleaned_data["code"]):
            login(request, user, BACKEND)
            request.session["factor"] = True
            request.session.pop("awaits", None)
            return redirect(awaits["next"])
        form.add_error("code", refusal(user))
    return render(request, "people/code.html", {"form": form})


def _awaited(awaits: dict[str, Any]) -> User | None:
    """Who gave a password a moment ago and has yet to give a code."""
    if settings.MODE is not Mode.TEAM or not awaits or _now() - awaits["at"] > PATIENCE:
        return None
    return User.objects.filter(pk=awaits["user"], is_active=True).first()


def refusal(user: User) -> str:
    """Why a code was not taken, with the time to wait."""
    device = factor.device_of(user)
    seconds = factor.seconds_left(device) if device else 0
    said = _("This code does not hold, or was used already.")
    if not seconds:
        return said
    wait = ngettext("Wait %(n)s second before the next.", "Wait %(n)s seconds before the next.", seconds)
    return f"{said} {wait % {'n': seconds}}"


def _now() -> int:
    return int(datetime.now(UTC).timestamp())


@needs(Right.OPEN)
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    logout(request)
    return redirect("news:front" if may(request.user, Right.READ) else "people:sign-in")


@needs(Right.OPEN)
@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """The address that ``marsad desk`` prints: its key signs in the person at this machine, once."""
    if settings.MODE is not Mode.LOCAL:
        return redirect("people:sign-in")
    form = KeyForm(request.POST if request.method == "POST" else request.GET)
    if form.is_valid() and take_key(form.cleaned_data["key"].strip()):
        login(request, local_administrator(), BACKEND)
        return redirect(next_of(request))
    if request.user.is_authenticated:  # the same address, opened again
        return redirect(next_of(request))
    if form.is_valid():
        form.add_error("key", _("This key does not hold, or was used already."))
    return _key_page(request, form)


def _key_page(request: HttpRequest, form: KeyForm) -> HttpResponse:
    context = {"form": form, "next": next_of(request), "keyless": settings.KEYLESS}
    return render(request, "people/enter.html", context)
