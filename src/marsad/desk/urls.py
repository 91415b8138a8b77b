"""Addresses: Arabic at /, English at /en/; each part of the desk brings its own."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    *(path("", include(f"marsad.desk.{part}.urls")) for part in settings.PARTS),
    prefix_default_language=False,
)
if "api" in settings.PARTS:  # programs read no language
    from marsad.desk.api.service import api

    urlpatterns.append(path("api/1/", api.urls))
handler400 = "marsad.desk.problem.bad_request"
handler403 = "marsad.desk.problem.forbidden"
handler404 = "marsad.desk.problem.not_found"
handler500 = "marsad.desk.problem.broken"
