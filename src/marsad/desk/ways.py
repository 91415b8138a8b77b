"""The ways that the frame offers: one list, in order, each with the right that it needs."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from marsad.desk.mode import Mode
from marsad.desk.rights import Right, may


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the main navigation."""

    address: str
    name: str
    current: bool


# part of the desk, name of the view, words, right
WAYS = (
    ("news", "news:front", _("Events"), Right.READ),
    ("news", "news:entities", _("Entities"), Right.READ),
    ("explore", "explore:map", _("Map"), Right.READ),
    ("explore", "explore:timeline", _("Timeline"), Right.READ),
    ("explore", "explore:network", _("Network"), Right.READ),
    ("review", "review:queue", _("Review"), Right.REVIEW),
    ("api", "api:about", _("API"), Right.READ),
    ("news", "news:saved", _("Saved"), Right.KEEP),
    ("comments", "comments:queue", _("Comments"), Right.EDIT),
    ("people", "people:team", _("People"), Right.ADMINISTER),
    ("people", "people:record", _("Record"), Right.ADMINISTER),
)


def _is_there(part: str) -> bool:
    return part in settings.PARTS and (settings.MODE is not Mode.PUBLIC or part in settings.PUBLISHED)


def ways(request: HttpRequest) -> list[Way]:
    """The links that whoever looks may follow; the one that leads here, or deepest towards here, is current."""
    user = getattr(request, "user", None)
    found = [
        (reverse(view), str(words))
        for part, view, words, right in WAYS
        if _is_there(part) and user is not None and may(user, right)
    ]
    here = max((a for a, _words in found if request.path.startswith(a)), key=len, default="")
    return [Way(address, words, address == here) for address, words in found]
