"""Decisions about comments: each is noted, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction

from marsad.store.models import Audit, Comment, User

STATES = {"approve": Comment.State.APPROVED, "reject": Comment.State.REJECTED, "reopen": Comment.State.PENDING}
NOTED = {"approve": "comment-approved", "reject": "comment-rejected", "reopen": "comment-reopened"}
BACK: dict[str, str] = {state: act for act, state in STATES.items()}  # what brings a comment back to a state


def decide(act: str, numbers: Sequence[int], was: str, by: User) -> list[int]:
    """Bring comments that are ``was`` into another state; the numbers of those that were so.

    A comment that another moderator decided meanwhile stays as it is. Raises ``KeyError`` for an unknown act.
    """
    state, now = STATES[act], datetime.now(UTC)
    with transaction.atomic():
        rows = Comment.objects.select_for_update().filter(pk__in=numbers, state=was).exclude(state=state)
        changed = list(rows.order_by("pk").values_list("pk", flat=True))
        waits = state == Comment.State.PENDING
        Comment.objects.filter(pk__in=changed).update(
            state=state, moderated_by=None if waits else by, moderated_at=None if waits else now
        )
        Audit.objects.bulk_create(
            Audit(at=now, user=by, action=NOTED[act], table="comment", row=number, details={"was": was})
            for number in changed
        )
    return changed
