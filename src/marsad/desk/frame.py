"""What every page's frame needs: the ways to its parts, the other language's address, the rights of who looks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language

from marsad.desk.asked import address_of, filter_of
from marsad.desk.rights import Right, may
from marsad.desk.ways import ways
from marsad.errors import ArchiveError

# Direction by language: what the page says about itself; each stretch of text says its own (dir="auto", <bdi>).
DIRECTION = {"ar": "rtl", "en": "ltr"}


def _feed(request: HttpRequest) -> str:
    """The Atom feed of what the page shows: of its filter, else of everything."""
    try:
        query = address_of(filter_of(request.GET))
    except ArchiveError:
        query = ""
    return reverse("publish:feed") + (f"?{query}" if query else "")


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for ``desk/base.html``."""
    language = get_language() or "ar"
    other = "en" if language == "ar" else "ar"
    user = getattr(request, "user", None)
    return {
        "lang": language,
        "direction": DIRECTION[language],
        "other_language": other,
        "other_address": translate_url(request.get_full_path(), other),
        "ways": ways(request),
        "mode": settings.MODE.value,
        "feed_address": _feed(request),
        "rights": {right.name.lower(): user is not None and may(user, right) for right in Right},
    }
