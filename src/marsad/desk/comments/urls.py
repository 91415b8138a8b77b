"""Addresses of comments."""

from __future__ import annotations

from django.urls import path

from marsad.desk.comments import queue, write

app_name = "comments"
urlpatterns = [
    path("article/<int:number>/comment/", write.write, name="write"),
    path("comments/", queue.queue, name="queue"),
    path("comments/judge/", queue.judge, name="judge"),
]
