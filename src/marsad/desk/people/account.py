"""One's own account: password, sessions, second factor."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from marsad.desk.people import factor
from marsad.desk.people.change import remove_factor, set_password, sign_out_everywhere
from marsad.desk.people.forms import CodeForm, PasswordForm
from marsad.desk.people.log import note
from marsad.desk.people.models import Session
from marsad.desk.people.sessions import sessions_of
from marsad.desk.rights import Right, needs
from marsad.store.models import User


def me(request: HttpRequest) -> User:
    """Who is signed in; views that ask need ``Right.KEEP``."""
    return cast(User, request.user)


@needs(Right.KEEP)
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """What the account is, and where it is signed in."""
    user = me(request)
    context = {
        "sessions": sessions_of(user),
        "here": request.session.session_key,
        "factor": factor.device_of(user),
        "codes": user.recovery_codes.count(),
    }
    return render(request, "people/account.html", context)


@needs(Right.KEEP)
@never_cache
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    """Another password; all other sessions end."""
    user = me(request)
    if not user.has_usable_password():
        return redirect("people:account")
    form: Any = PasswordChangeForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_password(user, form.cleaned_data["new_password1"], by=user, keep=request.session.session_key)
        update_session_auth_hash(request, user)
        messages.success(request, _("Your password is changed; all other sessions have ended."))
        return redirect("people:account")
    return render(request, "people/password.html", {"form": form})


@needs(Right.KEEP)
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End one of one's sessions, named by its mark, or all but this one."""
    user, here = me(request), request.session.session_key
    if which := request.POST.get("session"):
        ended = Session.objects.filter(account=user, pk__in=_named(user, which)).delete()[0]
        note("sessions-ended", user, by=user, count=ended)
    else:
        ended = sign_out_everywhere(user, by=user, but=here)
    if ended:
        messages.success(request, _("Ended."))
    return redirect("people:account")


def _named(user: User, mark: str) -> list[str]:
    """The key of the session with a mark: pages never hold the keys themselves."""
    return [session.pk for session in sessions_of(user) if session.mark == mark]


@needs(Right.KEEP)
@never_cache
def factors(request: HttpRequest) -> HttpResponse:
    """Set up a second factor; with one, ask for new recovery codes or take it away."""
    user = me(request)
    if not user.has_usable_password():
        return redirect("people:account")
    if factor.device_of(user) is not None:
        return render(request, "people/factor.html", {"form": PasswordForm(user)})
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        codes = factor.confirm(user, form.cleaned_data["code"])
        if codes is not None:
            return _set_up(request, user, codes)
        form.add_error(
            "code", _("This is not the code of now. Check the clock of your device, then try the next code.")
        )
    return _proposal(request, user, form)


def _proposal(request: HttpRequest, user: User, form: CodeForm) -> HttpResponse:
    device = factor.proposed(user)
    side, path = factor.qr_path(device.config_url)
    context = {
        "form": form, "side": side, "path": path, "secret": factor.secret_of(device), "must": settings.TWO_FACTORS,
    }  # fmt: skip
    return render(request, "people/enrol.html", context)


def _set_up(request: HttpRequest, user: User, codes: list[str]) -> HttpResponse:
    """Sessions that never gave a code end; this one has."""
    sign_out_everywhere(user, by=user, but=request.session.session_key)
    request.session["factor"] = True
    return render(request, "people/codes.html", {"codes": codes})


@needs(Right.KEEP)
@never_cache
@require_POST
@sensitive_post_parameters("password")
def change_factor(request: HttpRequest) -> HttpResponse:
    """New recovery codes, or no second factor any longer; the password is asked for."""
    user = me(request)
    form = PasswordForm(user, request.POST)
    if factor.device_of(user) is None:
        return redirect("people:factors")
    if not form.is_valid():
        return render(request, "people/factor.html", {"form": form})
    if request.POST.get("what") == "codes":
        note("codes-made", user, by=user)
        return render(request, "people/codes.html", {"codes": factor.make_codes(user)})
    remove_factor(user, by=user)
    messages.success(request, _("The second factor is removed; sign in again."))
    return redirect("people:sign-in")
