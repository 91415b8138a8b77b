"""The desk's frame as a Django application: base templates, styles, and the words that all pages share."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Templates, static files and template tags under the label ``desk``."""

    name = "marsad.desk"
    label = "desk"
    verbose_name = "Marsad desk"
