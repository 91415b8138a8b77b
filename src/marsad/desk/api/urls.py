"""Addresses of the page about the API; the API itself stands outside the languages, at /api/1/."""

from __future__ import annotations

from django.urls import path

from marsad.desk.api import pages

app_name = "api"
urlpatterns = [
    path("api/", pages.about, name="about"),
    path("api/tokens/", pages.tokens, name="tokens"),
    path("api/tokens/<int:number>/revoke/", pages.revoke, name="revoke"),
]
