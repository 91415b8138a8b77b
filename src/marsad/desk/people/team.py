"""The people of a team, for administrators: who there is, with which role; adding, closing, helping in again."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from marsad.desk.people import change
from marsad.desk.people.account import me
from marsad.desk.people.forms import PersonForm, RoleForm
from marsad.desk.rights import Right, needs
from marsad.store.models import Audit, User

PAGE = 50  # people
LATEST = 20  # entries of the record on a person's page


@needs(Right.ADMINISTER)
@never_cache
def team(request: HttpRequest) -> HttpResponse:
    """All people, and the form for a new one."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = change.add_person(form.cleaned_data["name"], form.cleaned_data["role"], by=me(request))
        except change.PeopleError as error:
            form.add_error("name", str(error))
        else:
            return _with_link(request, person)
    sought = request.GET.get("q", "").strip().replace("\0", "")[:150]
    people = User.objects.annotate(has_factor=_has_factor()).order_by("-is_active", "username")
    page = Paginator(people.filter(username__icontains=sought), PAGE).get_page(request.GET.get("page"))
    return render(request, "people/team.html", {"page": page, "form": form, "sought": sought})


def _has_factor() -> Exists:
    return Exists(TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True))


@needs(Right.ADMINISTER)
@never_cache
def person(request: HttpRequest, number: int) -> HttpResponse:
    """One person: role, state, what happened to the account."""
    return _person_page(request, _found(number))


def _found(number: int) -> User:
    return get_object_or_404(User.objects.annotate(has_factor=_has_factor()), pk=number)


def _person_page(request: HttpRequest, whom: User, link: str = "") -> HttpResponse:
    rows = Audit.objects.filter(table="user", row=whom.pk).select_related("user").order_by("-at", "-id")[:LATEST]
    form = RoleForm(initial={"role": whom.role})
    return render(request, "people/person.html", {"person": whom, "form": form, "rows": rows, "link": link})


def _with_link(request: HttpRequest, whom: User) -> HttpResponse:
    """The person's page with the link for a password, shown once."""
    link = request.build_absolute_uri(change.password_link(whom, by=me(request)))
    return _person_page(request, _found(whom.pk), link)


@needs(Right.ADMINISTER)
@never_cache
@require_POST
def act(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """Change a person's account."""
    whom = _found(number)
    if what == "link":
        return _with_link(request, whom)
    try:
        done = ACTS[what](request, whom)
    except KeyError as error:
        raise Http404 from error
    except change.PeopleError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("people:person", number)


def _role(request: HttpRequest, whom: User) -> str:
    form = RoleForm(request.POST)
    if not form.is_valid():
        raise change.PeopleError(_("There is no such role."))
    change.change_role(whom, form.cleaned_data["role"], by=me(request))
    return _("The role is changed.")


def _close(request: HttpRequest, whom: User) -> str:
    change.deactivate(whom, by=me(request))
    return _("The account is closed, and its sessions have ended. It can be opened again.")


def _open(request: HttpRequest, whom: User) -> str:
    change.activate(whom, by=me(request))
    return _("The account is open again.")


def _factor(request: HttpRequest, whom: User) -> str:
    if not change.remove_factor(whom, by=me(request)):
        raise change.PeopleError(_("There is no second factor."))
    return _("The second factor is removed.")


def _sessions(request: HttpRequest, whom: User) -> str:
    change.sign_out_everywhere(whom, by=me(request))
    return _("All sessions of this account have ended.")


ACTS: dict[str, Callable[[HttpRequest, User], str]] = {
    "role": _role, "close": _close, "open": _open, "factor": _factor, "sessions": _sessions,
}  # fmt: skip
