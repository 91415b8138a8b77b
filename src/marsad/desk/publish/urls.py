"""Addresses for programs."""

from __future__ import annotations

from django.urls import path

from marsad.desk.publish import feed, sitemap

app_name = "publish"
urlpatterns = [
    path("feed/", feed.feed, name="feed"),
    path("sitemap.xml", sitemap.index, name="index"),
    path("sitemap-<int:page>.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
]
