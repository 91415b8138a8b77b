"""Reviewing as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Pages and forms under the label ``review``; its rows are the archive's judgements."""

    name = "marsad.desk.review"
    label = "review"
    verbose_name = "Review"
