"""Roles and actions in words."""

from __future__ import annotations

from django import template

from marsad.desk.people.log import ACTIONS, DETAILS
from marsad.desk.people.words import ROLES

register = template.Library()


@register.filter
def role(key: object) -> str:
    """A role in words; anything else as it is."""
    return str(ROLES.get(str(key), str(key)))


@register.filter
def detail(key: str) -> str:
    """The name of a detail of the record in words."""
    return str(DETAILS.get(key, key))


@register.filter
def action(key: str) -> str:
    """An action of the record in words; one that another part notes stands for itself."""
    return str(ACTIONS.get(key, key))
