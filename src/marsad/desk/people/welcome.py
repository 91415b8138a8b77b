"""The page where a person chooses a password, by a link that an administrator handed on."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlsafe_base64_decode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from marsad.desk.mode import Mode
from marsad.desk.people.change import set_password
from marsad.desk.rights import Right, needs
from marsad.store.models import User


@needs(Right.OPEN)
@never_cache
@sensitive_post_parameters()
def welcome(request: HttpRequest, owner: str, token: str) -> HttpResponse:
    """Choose a password, then sign in with it. The link holds once, and not for long."""
    if settings.MODE is not Mode.TEAM:
        raise Http404
    user = _owner(owner)
    if user is None or not default_token_generator.check_token(user, token):
        return render(request, "people/welcome.html", {"form": None}, status=410)
    form: Any = SetPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        set_password(user, form.cleaned_data["new_password1"], by=user)
        messages.success(request, _("Your password is set: sign in with it."))
        return redirect("people:sign-in")
    return render(request, "people/welcome.html", {"form": form, "person": user})


def _owner(owner: str) -> User | None:
    try:
        number = int(urlsafe_base64_decode(owner).decode("ascii"))
    except ValueError:
        return None
    return User.objects.filter(pk=number, is_active=True).first() if 0 < number < 2**63 else None
