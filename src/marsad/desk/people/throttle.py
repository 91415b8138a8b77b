"""After too many failures an account, and an address, wait. Counted in the database: it holds across threads and processes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import ceil

from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.http import HttpRequest


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
    """How many minutes an account or an address still waits, whichever is longer; 0 where neither does."""
    now, pause = datetime.now(UTC), settings.AXES_COOLOFF_TIME
    recent = AccessAttempt.objects.filter(attempt_time__gt=now - pause).order_by("-attempt_time")
    ends = [
        end
        for some in (recent.filter(username=name), recent.filter(ip_address=address_of(request)))
        if (end := _end(some.values_list("attempt_time", "failures_since_start"), pause)) is not None
    ]
    return ceil((max(ends) - now) / timedelta(minutes=1)) if ends else 0


def _end(rows: object, pause: timedelta) -> datetime | None:
    """When so many of the failures will be old that fewer than the limit are left."""
    failures = 0
    for at, count in rows:  # type: ignore[attr-defined]  # axes ships no types
        failures += count
        if failures >= settings.AXES_FAILURE_LIMIT:
            end: datetime = at + pause
            return end
    return None
