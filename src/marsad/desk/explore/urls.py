"""Addresses of the three views."""

from __future__ import annotations

from django.urls import path

from marsad.desk.explore import network, timeline

app_name = "explore"
urlpatterns = [
    path("timeline/", timeline.timeline, name="timeline"),
    path("network/", network.network, name="network"),
]
