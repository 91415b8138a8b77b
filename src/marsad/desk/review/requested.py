"""Who asks, and where answers lead: what the views of reviewing share."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from marsad.desk.asked import address_of
from marsad.store.query import Filter


def reviewer(request: HttpRequest) -> Any:
    """The user who judges; views that need a right are only reached by one."""
    return request.user


def came_from(request: HttpRequest) -> str:
    """The page of ours that a form says it stands on (``next``), empty for none and for any other host."""
    came = request.POST.get("next", "")
    return came if came and url_has_allowed_host_and_scheme(came, {request.get_host()}, request.is_secure()) else ""


def address(view: str, asked: Filter, *arguments: int, **more: object) -> str:
    """The address of a view under a filter."""
    query = address_of(asked, **more)
    return f"{reverse(view, args=arguments)}{f'?{query}' if query else ''}"
