"""The record of who did what: rows are only ever added."""

from __future__ import annotations

from datetime import UTC, datetime

from marsad.store.models import Audit, User


def noted(action: str, table: str, row: int | None, by: User | None = None, **details: object) -> None:
    """Add a row about a row of a table; ``by`` is ``None`` where a command did it or nobody had signed in."""
    Audit.objects.create(at=datetime.now(UTC), user=by, action=action, table=table, row=row, details=details)
