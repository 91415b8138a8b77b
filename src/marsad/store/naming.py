"""Where articles name an entity, and by which words."""

from __future__ import annotations

from collections import Counter

from django.db.models import QuerySet

from marsad.store import models

LOOKED_AT = 300  # of the latest articles, for the words that they use


def readings_naming(entity: models.Entity) -> QuerySet[models.Reading]:
    """The current readings of articles that name an entity, the newest first."""
    return models.Reading.objects.filter(current=True, namings__entity=entity).order_by("-day", "-id")


def names_found(entity: models.Entity) -> list[tuple[str, int]]:
    """The words by which the latest articles name an entity and how often, the most frequent first."""
    latest = list(readings_naming(entity).values_list("pk", flat=True)[:LOOKED_AT])  # texts are not sorted
    rows = models.Naming.objects.filter(entity=entity, reading__in=latest)
    spans = rows.values_list("spans", "reading__text__text")
    found = Counter(" ".join(text[start:stop].split()) for some, text in spans for start, stop in some)
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))
