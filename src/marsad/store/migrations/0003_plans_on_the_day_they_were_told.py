"""What is yet to come is listed under the day on which it was told: the latest news come first, not the farthest plans."""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.models import F, OuterRef, Subquery


def move(apps: Any, editor: Any) -> None:
    """Set the day of each event of a later day than its article's."""
    event, reading = apps.get_model("store", "Event"), apps.get_model("store", "Reading")
    told = reading.objects.filter(pk=OuterRef("reading"))
    event.objects.filter(day__gt=F("reading__day")).update(day=Subquery(told.values("day")[:1]), dated=False)


class Migration(migrations.Migration):
    """The days themselves stay in the events' times: nothing is lost, and nothing is to be undone."""

    dependencies = [("store", "0002_search")]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
