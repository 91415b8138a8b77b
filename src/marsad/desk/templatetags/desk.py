"""Words and addresses in templates: the labels that the terminal view has too, and filters as addresses."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import get_language

from marsad.view.label import LABELS
from marsad.view.label import label as label_of

register = template.Library()


@register.filter
def label(key: str) -> str:
    """The label of a type, mode, status, role, …, in the page's language; a key without one stands for itself."""
    return label_of(key, get_language() or "ar") if key in LABELS else key


@register.filter
def named(record: Any) -> str:
    """The name of an entity, place or value of a facet in the page's language, else the one there is."""
    english = getattr(record, "name_en", None)
    return str(english if get_language() == "en" and english else record.name)


@register.filter
def percent(share: float) -> str:
    """``0.84`` as ``84%``."""
    return f"{share:.0%}"
