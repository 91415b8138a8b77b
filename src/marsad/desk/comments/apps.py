"""Comments as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """Thread, form and moderators' queue under the label ``comments``."""

    name = "marsad.desk.comments"
    label = "comments"
    verbose_name = "Comments"
