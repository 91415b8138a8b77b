"""What stands before every page: nobody signs in to the public site, sessions end, a second factor may be due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control, patch_vary_headers

from marsad.desk.mode import Mode
from marsad.desk.people.sessions import SessionStore, is_over, touch
from marsad.desk.problem import bad_request
from marsad.store.models import User

KEPT = ("HTTP_USER_AGENT", "HTTP_ACCEPT")  # headers that go into rows, where no database takes NUL
FACTOR_PAGES = {"people:factors", "people:sign-out"}  # open to those who have yet to set up their second factor


class GateMiddleware:
    """After Django's own authentication, before all views."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        """``respond`` answers the request."""
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, which says who may keep a copy of it."""
        if any("\0" in request.META.get(name, "") for name in KEPT):
            return bad_request(request)
        if settings.MODE is Mode.PUBLIC:
            request.user, request.session = AnonymousUser(), SessionStore()
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)  # it is another desk's, and stays with its reader
        elif request.user.is_authenticated:
            self._go_on_or_end(request)
        response = self.respond(request)
        if not response.has_header("Cache-Control"):
            _say_who_may_keep(request, response)
        return response

    def _go_on_or_end(self, request: HttpRequest) -> None:
        if is_over(request):
            request.session.flush()
            request.user = AnonymousUser()
        else:
            touch(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """In the public mode nothing but the published parts is there; who owes a second factor sets it up first."""
        match = request.resolver_match
        if settings.MODE is Mode.PUBLIC:
            if match and match.app_names and match.app_names[0] not in settings.PUBLISHED:
                raise Http404
            return None
        if match and match.view_name not in FACTOR_PAGES and owes_a_factor(request):
            return redirect("people:factors")
        return None


def _say_who_may_keep(request: HttpRequest, response: HttpResponse) -> None:
    """A published page may be kept by a server in front for a while, and by browsers, which ask whether it is the same still
    (a comment that was approved is seen at once); one with a form or from behind an account by its reader alone."""
    is_public = (
        settings.MODE is Mode.PUBLIC
        and request.method in ("GET", "HEAD")
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    )
    if is_public and response.status_code in (200, 301, 304, 404):
        patch_cache_control(response, public=True, max_age=0, s_maxage=settings.FRESH)
    elif not is_public:
        patch_cache_control(response, private=True, no_cache=True)
        patch_vary_headers(response, ["Cookie"])


def owes_a_factor(request: HttpRequest) -> bool:
    """Whether who is signed in must have a second factor (``MARSAD_TWO_FACTORS``) and did not use one."""
    user, asked = request.user, settings.TWO_FACTORS
    if not asked or settings.MODE is not Mode.TEAM or not user.is_authenticated or request.session.get("factor"):
        return False
    return bool(asked == "everybody" or user.role == User.Role.ADMINISTRATOR)
