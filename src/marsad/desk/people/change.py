"""Changes to accounts, for pages and commands alike: each is noted, and the last administrator stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from marsad.desk.people.entry import NAME as LOCAL
from marsad.desk.people.log import note
from marsad.desk.people.models import RecoveryCode
from marsad.desk.people.sessions import end_sessions
from marsad.errors import ArchiveError
from marsad.store.models import User

UNUSABLE = "!"  # with which Django begins the password of an account that has none


class PeopleError(ArchiveError):
    """A change to an account that is refused, with the reason."""


def administrators() -> QuerySet[User]:
    """Those who can sign in and administer."""
    able = User.objects.filter(role=User.Role.ADMINISTRATOR, is_active=True)
    return able.exclude(password="").exclude(password__startswith=UNUSABLE)


@contextmanager
def _keeping_an_administrator(person: User) -> Iterator[User]:
    """Change a person in one transaction, undone where no administrator would be left.

    The rows of all administrators are locked first, so that two cannot dismiss each other at the same moment.
    """
    with transaction.atomic():
        before = list(administrators().select_for_update().order_by("pk"))
        person.refresh_from_db()
        yield person
        person.save()
        if before and not administrators().exists():
            raise PeopleError(_("The last administrator must stay: make somebody else one first."))


def add_person(name: str, role: str, *, by: User | None, email: str = "") -> User:
    """A new account without a password. Raises :class:`PeopleError` for a name that is taken or cannot be one."""
    name = User.normalize_username(name.strip())
    if name == LOCAL:
        raise PeopleError(_("This name is kept for the person at the machine."))
    person = User(username=name, email=email, role=role)
    person.set_unusable_password()
    try:
        UnicodeUsernameValidator()(name)
        person.full_clean(exclude=["password"])
        person.save()
    except ValidationError as error:
        raise PeopleError(" ".join(error.messages)) from error
    except IntegrityError as error:
        raise PeopleError(_("There is an account of this name.")) from error
    note("person-added", person, by=by, role=role)
    return person


def change_role(person: User, role: str, *, by: User | None) -> None:
    """Give a person another role. Raises :class:`PeopleError` for the last administrator."""
    with _keeping_an_administrator(person):
        before, person.role = person.role, role
        if before != role:
            note("role-changed", person, by=by, before=before, after=role)


def deactivate(person: User, *, by: User | None) -> None:
    """Close an account: its sessions end, what it did stays. Raises :class:`PeopleError` for the last administrator."""
    with _keeping_an_administrator(person):
        person.is_active = False
        end_sessions(person)
        note("deactivated", person, by=by)


def activate(person: User, *, by: User | None) -> None:
    """Open a closed account again."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    note("activated", person, by=by)


def set_password(person: User, password: str, *, by: User | None, keep: str | None = None) -> None:
    """Set a password; all sessions end but the one with the key ``keep``.

    Raises :class:`PeopleError` with what is wrong with a password that is too weak.
    """
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise PeopleError(" ".join(error.messages)) from error
    person.set_password(password)
    person.save(update_fields=["password"])
    end_sessions(person, but=keep)
    note("password-changed", person, by=by)


def password_link(person: User, *, by: User | None) -> str:
    """The path of a page where a person chooses a password, once, within ``PASSWORD_RESET_TIMEOUT``.

    The administrator hands it on; nobody else ever knows the password.
    """
    note("link-made", person, by=by)
    owner = urlsafe_base64_encode(force_bytes(person.pk))
    return reverse("people:welcome", args=[owner, default_token_generator.make_token(person)])


def remove_factor(person: User, *, by: User | None) -> bool:
    """Take away the second factor with its recovery codes, and end all sessions; whether there was one."""
    found, _counts = TOTPDevice.objects.filter(user=person).delete()
    RecoveryCode.objects.filter(account=person).delete()
    if found:
        end_sessions(person)
        note("factor-removed", person, by=by)
    return bool(found)


def sign_out_everywhere(person: User, *, by: User | None, but: str | None = None) -> int:
    """End a person's sessions; how many."""
    ended = end_sessions(person, but=but)
    note("sessions-ended", person, by=by, count=ended)
    return ended
