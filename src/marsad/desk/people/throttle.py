"""After too many failures somebody waits. Counted in the database: it holds across threads and processes.

What is counted first is an account from one address, so that nobody locks another's account by failing on purpose. An address
that guesses at many accounts waits too. An account as a whole waits only after many failures, which come from many addresses,
and never where its owner signed in lately: whoever guesses does not sit there, and the owner is let in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.http import HttpRequest

from marsad.store.models import Audit, User

LATELY = timedelta(days=30)  # since an account's last sign-in from an address


class Handler(AxesDatabaseHandler):  # type: ignore[misc]  # axes ships no types
    """django-axes knows one limit for all that it counts by; ours has one for each."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """1, the limit that is set, where who asks must wait, and otherwise 0."""
        return int(_waits_until(request, get_client_username(request, credentials) or "") is not None)


def address_of(request: HttpRequest) -> str:
    """Who asks: the peer's address, which the server has set from the proxy's headers where it trusts one."""
    return str(request.META.get("REMOTE_ADDR", ""))


def forgive(request: HttpRequest, name: str) -> None:
    """Forget the failures of this account from this address: they were its owner's.

    Not all of the address: somebody with an account could then try others' passwords between two visits of his own.
    """
    if address := address_of(request):
        reset(ip=address, username=name)


def minutes_left(request: HttpRequest, name: str) -> int:
    """How many minutes who asks still waits, by whichever limit is the longest; 0 where by none."""
    end = _waits_until(request, name)
    return ceil((end - datetime.now(UTC)) / timedelta(minutes=1)) if end else 0


def _waits_until(request: HttpRequest, name: str) -> datetime | None:
    ends = (_end(rows, limit) for rows, limit in _counted(name, address_of(request)))
    return max((end for end in ends if end is not None), default=None)


def _counted(name: str, address: str) -> Iterator[tuple[Any, int]]:
    """Failures that count for who asks, the latest first, and how many of them are too many."""
    since = datetime.now(UTC) - settings.AXES_COOLOFF_TIME
    recent = AccessAttempt.objects.filter(attempt_time__gt=since).order_by("-attempt_time")
    yield recent.filter(username=name, ip_address=address), settings.FAILURES["account from an address"]
    yield recent.filter(ip_address=address), settings.FAILURES["address"]
    if not _is_known(name, address):
        yield recent.filter(username=name), settings.FAILURES["account"]


def _is_known(name: str, address: str) -> bool:
    """Whether the account was signed in to from this address lately."""
    user = User.objects.filter(username=name).first()
    lately = datetime.now(UTC) - LATELY
    return user is not None and (
        Audit.objects.filter(table="user", row=user.pk, action="sign-in", at__gt=lately)
        .filter(details__address=address)
        .exists()
    )


def _end(rows: Any, limit: int) -> datetime | None:
    """When so many of the failures will be old that fewer than the limit are left."""
    failures = 0
    for at, count in rows.values_list("attempt_time", "failures_since_start"):
        failures += count
        if failures >= limit:
            end: datetime = at + settings.AXES_COOLOFF_TIME
            return end
    return None
