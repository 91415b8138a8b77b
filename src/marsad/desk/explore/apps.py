"""Map, timeline and network as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class ExploreConfig(AppConfig):
    """Pages and templates under the label ``explore``; no tables of its own."""

    name = "marsad.desk.explore"
    label = "explore"
    verbose_name = "Map, timeline and network"
