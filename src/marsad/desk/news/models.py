"""Saved searches."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SavedSearch(models.Model):
    """A question that a user named. ``address`` is its filter as a query string, empty for everything."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=100)
    address = models.TextField(default="", blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A name once a user; the latest first."""

        ordering = ("-made_at", "-pk")
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="saved_search_name_once")]

    def __str__(self) -> str:
        """Its name."""
        return self.name
