"""What the views call things: classes of events, kinds of nodes, units of time, sectors."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from marsad.desk.names import name_of
from marsad.store import models

CLASS_NAMES = {
    "verbal-cooperation": _("Cooperation in words"),
    "material-cooperation": _("Cooperation in deeds"),
    "verbal-conflict": _("Conflict in words"),
    "material-conflict": _("Conflict in deeds"),
}
NODE_NAMES = {"entity": _("Persons and bodies"), "country": _("Countries"), "sector": _("Sectors")}
UNIT_NAMES = {"day": _("Days"), "week": _("Weeks"), "month": _("Months"), "year": _("Years")}
BY_NAMES = {"class": _("Cooperation and conflict"), "type": _("Type of event"), "status": _("Status")}
# PLOVER's sectors, in our own words.
SECTOR_NAMES = {
    "COP": _("Police and security"), "GOV": _("Governments"), "JUD": _("Courts"), "LEG": _("Parliaments"),
    "MIL": _("Armed forces"), "PRM": _("Paramilitaries"), "PTY": _("Parties"), "REB": _("Rebels"),
    "SPY": _("Intelligence services"), "UAF": _("Unidentified armed groups"), "UNK": _("Unknown"),
    "AGR": _("Farmers"), "BUS": _("Business"), "CRM": _("Criminals"), "CVL": _("Civilians"), "EDU": _("Education"),
    "ELI": _("Elites"), "JRN": _("Journalists"), "LAB": _("Workers"), "MED": _("Health workers"),
    "REF": _("Refugees"), "OPP": _("Opposition"), "PRE": _("Partly recognised states"), "REL": _("Religious bodies"),
    "SOC": _("Civil society"), "IGO": _("Organisations between states"),
}  # fmt: skip


def entity_names(keys: Iterable[str]) -> dict[str, str]:
    """Names of entities by their keys."""
    return {row.key: name_of(row) for row in models.Entity.objects.filter(key__in=set(keys))}
