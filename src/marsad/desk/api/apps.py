"""The API as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Tokens and their page under the label ``api``."""

    name = "marsad.desk.api"
    label = "api"
    verbose_name = "API"
