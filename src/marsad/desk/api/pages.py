"""The page that says what can be asked, and the tokens of a person."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from marsad.desk.api.models import LONGEST, Token, make_token
from marsad.desk.rights import Right, needs
from marsad.store import models
from marsad.store.audit import noted

MOST = 20  # standing tokens of a person


@require_GET
@needs(Right.READ)
def about(request: HttpRequest) -> HttpResponse:
    """The operations and their parameters, from the OpenAPI description itself."""
    from marsad.desk.api.service import api

    described: dict[str, Any] = api.get_openapi_schema()
    operations = [
        _operation(path, one) for path, operations in described["paths"].items() for one in operations.values()
    ]
    context = {"operations": operations, "root": request.build_absolute_uri("/").rstrip("/")}
    return render(request, "api/about.html", context)


def _operation(path: str, described: dict[str, Any]) -> dict[str, Any]:
    parameters = [
        {"name": one["name"], "words": one["schema"].get("description", "")} for one in described.get("parameters", ())
    ]
    return {"path": path, "words": described.get("description") or described["summary"], "parameters": parameters}


@never_cache
@require_http_methods(["GET", "POST"])
@needs(Right.KEEP)
def tokens(request: HttpRequest) -> HttpResponse:
    """The person's tokens; a POST makes a new one, whose words this answer alone shows."""
    made, problem = None, ""
    if request.method == "POST":
        made, problem = _made(request)
    standing = Token.objects.filter(user=request.user.pk).order_by("revoked_at", "-made_at")
    context = {"tokens": standing, "made": made, "problem": problem}
    return render(request, "api/tokens.html", context, status=400 if problem else 200)


def _made(request: HttpRequest) -> tuple[str | None, str]:
    """The words of a new token, or why there is none."""
    assert isinstance(request.user, models.User)  # who may keep has an account
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())
    if not 0 < len(name) <= LONGEST:
        return None, _("Give the token a name of at most 100 letters.")
    if Token.objects.filter(user=request.user.pk, revoked_at=None).count() >= MOST:
        return None, _("You hold as many tokens as one person may; revoke one first.")
    token, words = make_token(request.user, name)
    noted("make-token", "token", token.pk, request.user, name=token.name)
    return words, ""


@require_POST
@needs(Right.KEEP)
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """End a token of the person's own, for good: what may have leaked must not come back."""
    token = get_object_or_404(Token, pk=number, user=request.user.pk)
    if token.revoked_at is None:
        token.revoked_at = datetime.now(UTC)
        token.save(update_fields=["revoked_at"])
        noted("revoke-token", "token", token.pk, token.user, name=token.name)
        messages.success(request, _("The token “%(name)s” opens nothing any more.") % {"name": token.name})
    return redirect("api:tokens")
