"""The forms of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from marsad.desk.people.throttle import minutes_left
from marsad.desk.people.words import ROLES
from marsad.store.models import User

LTR = {"dir": "ltr"}  # names and codes in Latin letters


class SignInForm(AuthenticationForm):
    """Name and password. ``minutes`` says how long to wait where there were too many failures."""

    minutes = 0

    def get_invalid_login_error(self) -> ValidationError:
        """One message for a name that is not there and for a wrong password; another for who must wait."""
        name = self.cleaned_data.get("username", "")
        if not (self.request and getattr(self.request, "axes_locked_out", False)):
            return ValidationError(_("This name and this password do not belong together."), code="invalid_login")
        self.minutes = max(1, minutes_left(self.request, name))
        words = ngettext(
            "Too many attempts. Wait %(n)s minute, then try again.",
            "Too many attempts. Wait %(n)s minutes, then try again.",
            self.minutes,
        )
        return ValidationError(words % {"n": self.minutes}, code="locked")


class CodeForm(forms.Form):
    """A code of the second factor, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, **LTR}),
    )


class PasswordForm(forms.Form):
    """The password of who is signed in, before a change that an unattended browser must not make."""

    password = forms.CharField(
        label=_("Your password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, user: User, data: Any = None) -> None:
        """``user`` is whose password is asked for."""
        super().__init__(data)
        self.user = user

    def clean_password(self) -> str:
        """The password, where it is right."""
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise ValidationError(_("This is not your password."))
        return password


class KeyForm(forms.Form):
    """The key that ``marsad desk`` printed."""

    key = forms.CharField(
        label=_("Key"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True, **LTR})
    )


class PersonForm(forms.Form):
    """A new person."""

    name = forms.CharField(label=_("Name for signing in"), max_length=150, widget=forms.TextInput(attrs=LTR))
    role = forms.ChoiceField(label=_("Role"), choices=list(ROLES.items()))


class RoleForm(forms.Form):
    """Another role."""

    role = forms.ChoiceField(label=_("Role"), choices=list(ROLES.items()))
