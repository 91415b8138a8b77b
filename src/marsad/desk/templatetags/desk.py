"""Words and addresses in templates: the labels that the terminal view has too, and filters as addresses."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from marsad.desk.names import name_of
from marsad.view.label import LABELS
from marsad.view.label import label as label_of

register = template.Library()


@register.filter
def label(key: str) -> str:
    """The label of a type, mode, status, role, …, in the page's language; a key without one stands for itself."""
    return label_of(key, get_language() or "ar") if key in LABELS else key


register.filter("named", name_of)


KINDS = {
    "person": _("person"), "organisation": _("organisation"), "group": _("group"), "state": _("state"),
    "place": _("place"), "nationality": _("nationality"),
}  # fmt: skip


@register.filter
def kind(key: str) -> str:
    """What an entity is, in words."""
    return str(KINDS.get(key, key))


@register.filter
def percent(share: float) -> str:
    """``0.84`` as ``84%``."""
    return f"{share:.0%}"


@register.filter
def installed(part: str) -> bool:
    """Whether a part of the desk is there, so that a page of another may include its templates."""
    return part in settings.PARTS
