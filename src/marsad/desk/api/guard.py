"""Who asks, how often, and whether he has the answer already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from ninja.security import HttpBearer
from ninja.throttling import AnonRateThrottle, AuthRateThrottle

from marsad.desk.api.models import token_of
from marsad.desk.rights import Right, may

PER_PERSON, PER_ADDRESS = "600/min", "120/min"


class ByToken(HttpBearer):
    """``Authorization: Bearer marsad_…``."""

    def authenticate(self, request: HttpRequest, token: str) -> Any | None:
        """The token's user, where he may read."""
        found = token_of(token)
        return found.user if found and may(found.user, Right.READ) else None


def by_page(request: HttpRequest) -> Any | None:
    """Whoever looks at the pages, signed in or where reading needs no account; a wrong token is not passed over."""
    if "Authorization" in request.headers or not may(request.user, Right.READ):
        return None
    return request.user if request.user.is_authenticated else "anybody"


class PersonThrottle(AuthRateThrottle):
    """So often for each person, whatever token he shows."""

    def get_cache_key(self, request: HttpRequest) -> str | None:  # type: ignore[override]
        """By user; none for those without an account."""
        key = getattr(getattr(request, "auth", None), "pk", None)
        return None if key is None else f"throttle_api_person_{key}"


class AddressThrottle(AnonRateThrottle):
    """So often for each address without an account."""

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """By address; none for those with an account."""
        if getattr(getattr(request, "auth", None), "pk", None) is not None:
            return None
        return f"throttle_api_address_{self.get_ident(request)}"


def throttles() -> list[Any]:
    """Both limits."""
    return [PersonThrottle(PER_PERSON), AddressThrottle(PER_ADDRESS)]


def answered(view: Callable[..., dict[str, Any]]) -> Callable[..., HttpResponse]:
    """A view's plain values as JSON with an ETag; 304 where the caller has them already."""

    @wraps(view)
    def conditional(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        body = json.dumps(view(request, *args, **kwargs), ensure_ascii=False, separators=(",", ":")).encode()
        etag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
        answer = HttpResponse(body, content_type="application/json; charset=utf-8")
        answer["ETag"] = etag
        answer["Cache-Control"] = "private, no-cache"  # keep it, and ask whether it still holds
        patch_vary_headers(answer, ["Authorization", "Cookie"])
        return get_conditional_response(request, etag=etag, response=answer) or answer

    return conditional
