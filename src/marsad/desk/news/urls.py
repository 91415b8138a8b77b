"""Addresses of events and articles."""

from __future__ import annotations

from django.urls import path

from marsad.desk.news import article, export, front

app_name = "news"
urlpatterns = [
    path("", front.front, name="front"),
    path("export/<str:form>/", export.export, name="export"),
    path("entity/<str:key>/", front.front, name="entity"),
    path("article/<int:number>/", article.article, name="article"),
]
