"""Writing a comment."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_hex

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from marsad.desk.comments import spam
from marsad.desk.comments.forms import CommentForm
from marsad.desk.comments.opened import are_open
from marsad.desk.comments.thread import answered
from marsad.desk.rights import Right, needs
from marsad.store.models import Comment, Reading

TOO_MANY = 429


@needs(Right.READ)
@never_cache
def write(request: HttpRequest, number: int) -> HttpResponse:
    """The form for a comment on an article, and taking what was typed into it."""
    headline = _headline(number)
    if not are_open() or headline is None:
        raise Http404
    if request.method != "POST":
        form = CommentForm(number, initial={"to": _number(request.GET.get("to")), "name": _known_name(request)})
        return _form_page(request, form, headline)
    form = CommentForm(number, request.POST)
    if form.is_valid() and _kept(request, form):
        return _thanks(request, number)
    status = TOO_MANY if form.has_error("text", "often") and not _is_part(request) else 200
    return _form_page(request, form, headline, status)


def _headline(number: int) -> str | None:
    found = Reading.objects.filter(article=number, current=True)
    return found.values_list("headline", flat=True).first()


def _number(typed: object) -> int | None:
    """A row's number, as an address or a form gives it; ``None`` for anything else."""
    digits = str(typed or "")
    return int(digits) if digits.isdecimal() and len(digits) < 19 else None


def _known_name(request: HttpRequest) -> str:
    return request.user.get_username() if request.user.is_authenticated else ""


def _kept(request: HttpRequest, form: CommentForm) -> bool:
    """Keep a comment for the moderators, unless the address writes too often."""
    mark = spam.mark_of(request.META.get("REMOTE_ADDR", ""))
    with transaction.atomic():
        if spam.writes_too_often(mark):
            form.add_error("text", _too_often())
            return False
        spam.leave_trace(mark)
        data = form.cleaned_data
        Comment.objects.create(
            article_id=form.article, parent=answered(form.article, data["to"]), name=data["name"], email=data["email"],
            text=data["text"], made_at=datetime.now(UTC),
        )  # fmt: skip
    return True


def _too_often() -> ValidationError:
    return ValidationError(_("Many comments came from your address. Wait an hour, then send this one."), code="often")


def _thanks(request: HttpRequest, number: int) -> HttpResponse:
    """Back to the article, which says that the comment waits; another address each time, so that browsers load it."""
    address = f"{reverse('news:article', args=[number])}?awaits={token_hex(3)}#comments"
    return HttpResponse(headers={"HX-Redirect": address}) if _is_part(request) else redirect(address)


def _form_page(request: HttpRequest, form: CommentForm, headline: str, status: int = 200) -> HttpResponse:
    """A page of its own, or, asked for by the article's page, the form alone."""
    to = answered(form.article, _number(form["to"].value()))
    context = {"form": form, "number": form.article, "headline": headline, "to": to}
    template = "comments/form.html" if _is_part(request) else "comments/write.html"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _is_part(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"
