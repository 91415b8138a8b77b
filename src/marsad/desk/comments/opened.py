"""Whether readers may comment: ``MARSAD_COMMENTS``, else in a team's desk alone."""

from __future__ import annotations

from django.conf import settings

from marsad.desk.mode import Mode


def are_open() -> bool:
    """Whether new comments are taken; those that are there are shown in any case."""
    if settings.COMMENTS:
        return bool(settings.COMMENTS == "1")
    return settings.MODE is Mode.TEAM
