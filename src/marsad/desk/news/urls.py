"""Addresses of events and articles."""

from __future__ import annotations

from django.urls import path

from marsad.desk.news import article, front

app_name = "news"
urlpatterns = [
    path("", front.front, name="front"),
    path("article/<int:number>/", article.article, name="article"),
]
