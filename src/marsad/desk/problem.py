"""What a page says when something is wrong: in the reader's language, with what to do, never a bare trace."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from marsad.errors import ArchiveError

LARGEST = 2**63 - 1  # number of a row
LOG = logging.getLogger(__name__)


class ProblemMiddleware:
    """A question that cannot be asked (a date that is none, a name without letters) is a 400 that says why."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """``respond`` answers the request."""
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer."""
        return self.respond(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """No row has a number that the database cannot hold."""
        if any(isinstance(value, int) and value > LARGEST for value in kwargs.values()):
            raise Http404

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn the archive's own errors into pages."""
        if isinstance(error, ArchiveError):
            return bad_request(request, error)
        if isinstance(error, DatabaseError):
            LOG.exception("the database refused a request")
            return _page(request, 503)
        return None


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, with the reason where it is one of ours."""
    return _page(request, 400, str(exception) if isinstance(exception, ArchiveError) else "")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _page(request, 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that did not come from a page of ours, or came too late."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500."""
    return _page(request, 500)


def _page(request: HttpRequest, status: int, reason: str = "") -> HttpResponse:
    context: dict[str, Any] = {"status": status, "reason": reason}
    return render(request, "desk/problem.html", context, status=status)
