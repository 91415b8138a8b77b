"""Sessions in the database with their owner, and how long they last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpRequest

from marsad.desk.mode import Mode
from marsad.desk.people.models import Session
from marsad.store.models import User


@dataclass(frozen=True, slots=True)
class Limit:
    """A session ends when nobody used it for ``idle``, and after ``whole`` in any case."""

    idle: timedelta
    whole: timedelta


LIMITS = {
    Mode.LOCAL: Limit(timedelta(days=7), timedelta(days=30)),  # one person's own machine
    Mode.TEAM: Limit(timedelta(hours=12), timedelta(days=7)),  # a working day, a working week
}
TOUCH = timedelta(minutes=5)  # a session is written at most so often, not with every page


class SessionStore(DatabaseStore):
    """Django's own, over a table that says whose a session is."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row, with columns for what a list of sessions shows."""
        row: Session = super().create_model_instance(data)  # type: ignore[assignment]
        row.account_id = int(data["_auth_user_id"]) if data.get("_auth_user_id") else None
        row.began_at, row.seen_at = _moment(data.get("began")), _moment(data.get("seen"))
        row.address, row.agent = data.get("address", ""), data.get("agent", "")
        return row


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def begin(request: HttpRequest) -> None:
    """Note in a session that was just signed in when and from where."""
    now = int(datetime.now(UTC).timestamp())
    request.session.update(
        {
            "began": now,
            "seen": now,
            "address": request.META.get("REMOTE_ADDR", "")[:64],
            "agent": request.META.get("HTTP_USER_AGENT", "")[:200],
        }
    )


def is_over(request: HttpRequest) -> bool:
    """Whether a signed-in session has lasted too long, lain idle too long, or is of the local account, which no team has."""
    limit, session = LIMITS[settings.MODE], request.session
    now, began, seen = datetime.now(UTC), _moment(session.get("began")), _moment(session.get("seen"))
    if began is None or seen is None or (settings.MODE is Mode.TEAM and not _has_password(request)):
        return True
    return now - began > limit.whole or now - seen > limit.idle


def _has_password(request: HttpRequest) -> bool:
    return cast(User, request.user).has_usable_password()


def touch(request: HttpRequest) -> None:
    """Note that a session is in use, where the last note is old."""
    now, seen = datetime.now(UTC), _moment(request.session.get("seen"))
    if seen is None or now - seen > TOUCH:
        request.session["seen"] = int(now.timestamp())


def sessions_of(user: User) -> list[Session]:
    """The living sessions of a user, the one used last first."""
    now, limit = datetime.now(UTC), LIMITS[settings.MODE]
    living = Session.objects.filter(account=user, seen_at__gt=now - limit.idle, began_at__gt=now - limit.whole)
    return list(living.order_by("-seen_at", "-began_at"))


def end_sessions(user: User, *, but: str | None = None) -> int:
    """End all sessions of a user, but the one with the key ``but``; how many."""
    return Session.objects.filter(account=user).exclude(session_key=but or "").delete()[0]
