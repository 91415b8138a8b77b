"""Addresses of the three views."""

from __future__ import annotations

from django.urls import path

from marsad.desk.explore import network, places, timeline

app_name = "explore"
urlpatterns = [
    path("map/", places.map_page, name="map"),
    path("map/events.geojson", places.map_data, name="map-data"),
    path("map/here/", places.map_here, name="map-here"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("network/", network.network, name="network"),
]
