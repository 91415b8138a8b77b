"""Addresses of events and articles."""

from __future__ import annotations

from django.urls import path

from marsad.desk.news import article, entity, export, front, saved

app_name = "news"
urlpatterns = [
    path("", front.front, name="front"),
    path("export/<str:form>/", export.export, name="export"),
    path("entities/", entity.index, name="entities"),
    path("entity/<str:key>/", entity.entity, name="entity"),
    path("saved/", saved.saved, name="saved"),
    path("saved/keep/", saved.keep, name="keep"),
    path("saved/restore/", saved.restore, name="restore"),
    path("saved/<int:number>/rename/", saved.rename, name="rename"),
    path("saved/<int:number>/delete/", saved.delete, name="delete"),
    path("failures/", article.failures, name="failures"),
    path("article/<int:number>/", article.article, name="article"),
]
