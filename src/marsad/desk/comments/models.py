"""What is kept beside a comment, for a day: how often one address writes."""

from __future__ import annotations

from django.db import models


class Trace(models.Model):
    """That somebody wrote. ``mark`` is a keyed hash of the address, another one every day; no address is kept."""

    mark = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """Sought by mark and time."""

        indexes = [models.Index(fields=["mark", "at"], name="trace_of_address")]
