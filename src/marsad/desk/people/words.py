"""What roles are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROLES: dict[str, str | Promise] = {
    "reader": _("Reader"),
    "reviewer": _("Reviewer"),
    "editor": _("Editor"),
    "administrator": _("Administrator"),
}
