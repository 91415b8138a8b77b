"""Accounts as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Pages, sessions, keys and recovery codes under the label ``people``."""

    name = "marsad.desk.people"
    label = "people"
    verbose_name = "Accounts and rights"

    def ready(self) -> None:
        """Note who signs in and who fails to."""
        from marsad.desk.people import heard

        heard.listen()
