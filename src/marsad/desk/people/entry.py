"""The local mode's key: ``marsad desk`` prints an address that signs in whoever can read its output, once."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from hashlib import sha256

from marsad.desk.people.models import EntryKey
from marsad.store.models import User

NAME = "local"  # the account of whoever runs the command; it has no password


def make_key() -> str:
    """A new key; earlier ones open nothing from now on."""
    key = secrets.token_urlsafe(32)
    EntryKey.objects.all().delete()
    EntryKey.objects.create(digest=_digest(key), made_at=datetime.now(UTC))
    return key


def take_key(key: str) -> bool:
    """Use a key up; whether it was good. Two that come at once cannot both win: the database decides."""
    return EntryKey.objects.filter(digest=_digest(key), used_at=None).update(used_at=datetime.now(UTC)) == 1


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def local_administrator() -> User:
    """The account of the person at this machine; made at first, and an administrator whatever was done to it."""
    user, made = User.objects.get_or_create(username=NAME, defaults={"role": User.Role.ADMINISTRATOR})
    if made:
        user.set_unusable_password()
    user.role, user.is_active = User.Role.ADMINISTRATOR, True
    user.save()
    return user
