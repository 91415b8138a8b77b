"""Publishing as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class PublishConfig(AppConfig):
    """Feeds and sitemaps under the label ``publish``."""

    name = "marsad.desk.publish"
    label = "publish"
    verbose_name = "Published site"
