"""The archive as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Models under the label ``store``."""

    name = "marsad.store"
    label = "store"
    verbose_name = "Marsad archive"
