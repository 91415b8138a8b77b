"""Events and articles as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class NewsConfig(AppConfig):
    """Pages, templates and saved searches under the label ``news``."""

    name = "marsad.desk.news"
    label = "news"
    verbose_name = "Events and articles"
