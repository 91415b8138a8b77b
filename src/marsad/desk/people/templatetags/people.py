"""Roles and actions in words."""

from __future__ import annotations

from django import template

from marsad.desk.people.log import ACTIONS
from marsad.desk.people.words import ROLES

register = template.Library()


@register.filter
def role(key: str) -> str:
    """A role in words."""
    return str(ROLES.get(key, key))


@register.filter
def action(key: str) -> str:
    """An action of the record in words; one that another part notes stands for itself."""
    return str(ACTIONS.get(key, key))
