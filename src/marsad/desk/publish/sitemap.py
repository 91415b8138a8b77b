"""Sitemaps, in pages, and what robots may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override

from marsad.desk.mode import Mode
from marsad.desk.problem import LARGEST
from marsad.desk.rights import Right, needs
from marsad.store.models import Reading

ARTICLES = 1000  # of a page, which is made in 0.2 s; each has two addresses, and 50,000 are allowed
XML = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the site in all its languages."""

    addresses: dict[str, str]
    changed: datetime | None


@needs(Right.READ)
def index(request: HttpRequest) -> HttpResponse:
    """The pages of the sitemap."""
    found = Reading.objects.filter(current=True)
    pages = max(1, -(-found.count() // ARTICLES))
    addresses = [request.build_absolute_uri(reverse("publish:sitemap", args=[n])) for n in range(1, pages + 1)]
    context = {"addresses": addresses, "changed": found.aggregate(Max("read_at"))["read_at__max"]}
    return render(request, "publish/index.xml", context, content_type=XML)


@needs(Right.READ)
def sitemap(request: HttpRequest, page: int) -> HttpResponse:
    """One page: articles by number, the first page with the front page before them."""
    start = (page - 1) * ARTICLES
    rows = Reading.objects.filter(current=True).order_by("article").values_list("article", "read_at")
    if not 0 <= start <= LARGEST - ARTICLES:
        raise Http404
    found = list(rows[start : start + ARTICLES])
    if not found and page != 1:
        raise Http404
    base = f"{request.scheme}://{request.get_host()}"
    places = [Place(_addresses(base, "news:front"), None)] if page == 1 else []
    places += [Place(_addresses(base, "news:article", number), at) for number, at in found]
    return render(request, "publish/sitemap.xml", {"places": places}, content_type=XML)


def _addresses(base: str, view: str, *args: int) -> dict[str, str]:
    addresses = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            addresses[language] = base + reverse(view, args=args)
    return addresses


@needs(Right.OPEN)
def robots(request: HttpRequest) -> HttpResponse:
    """All that is published may be read, but not every question that can be asked; of other desks nothing."""
    where = request.build_absolute_uri(reverse("publish:index"))
    context = {"is_public": settings.MODE is Mode.PUBLIC, "sitemap": where}
    return render(request, "publish/robots.txt", context, content_type="text/plain; charset=utf-8")
