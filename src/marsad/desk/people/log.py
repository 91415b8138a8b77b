"""The record of who did what about accounts: rows of the archive's audit, and the words for all actions in it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from marsad.store.audit import noted
from marsad.store.models import User

ACTIONS: dict[str, str | Promise] = {
    "sign-in": _("signed in"),
    "sign-in-failed": _("failed to sign in"),
    "locked-out": _("locked out for a while"),
    "sign-out": _("signed out"),
    "person-added": _("person added"),
    "role-changed": _("role changed"),
    "deactivated": _("account closed"),
    "activated": _("account opened again"),
    "link-made": _("link for a new password made"),
    "password-changed": _("password changed"),
    "factor-added": _("second factor set up"),
    "factor-removed": _("second factor removed"),
    "recovery-code-used": _("recovery code used"),
    "codes-made": _("new recovery codes made"),
    "sessions-ended": _("sessions ended"),
    "comment-approved": _("comment approved"),
    "comment-rejected": _("comment rejected"),
    "comment-reopened": _("comment put back"),
    "make-token": _("token made"),
    "revoke-token": _("token revoked"),
    "judge": _("event judged"),
    "withdraw-judgement": _("judgement withdrawn"),
    "reinstate-judgement": _("judgement stands again"),
    "undo-judgement": _("judgement undone"),
    "settle-judgement": _("disagreement settled"),
    "move-judgement": _("judgement moved to a newer reading"),
    "leave-judgement": _("judgement left with its reading"),
}
DETAILS: dict[str, str | Promise] = {
    "address": _("address"),
    "role": _("role"),
    "before": _("before"),
    "after": _("after"),
    "count": _("how many"),
    "left": _("how many are left"),
    "was": _("what it was"),
}


def note(action: str, person: User | None, *, by: User | None, **details: object) -> None:
    """Add a row about ``person``'s account; ``by`` is ``None`` where a command did it or nobody had signed in."""
    noted(action, "user", person.pk if person else None, by, **details)
