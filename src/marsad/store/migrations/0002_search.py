"""The full-text index, made by each database in its own way."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from marsad.store.search import postgresql, sqlite


def _statements(editor: Any) -> Any:
    return postgresql if editor.connection.vendor == "postgresql" else sqlite


def make(apps: Any, editor: Any) -> None:
    """Make the index of this database."""
    for statement in _statements(editor).CREATE:
        editor.execute(statement, params=None)


def drop(apps: Any, editor: Any) -> None:
    """Drop it."""
    for statement in _statements(editor).DROP:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
