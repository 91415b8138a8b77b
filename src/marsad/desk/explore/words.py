"""What the views call things: classes of events, kinds of nodes, units of time, sectors, countries."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

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
# PLOVER's codes that stand where a country's would.
SUPRANATIONAL_NAMES = {
    "UNO": _("United Nations"), "EUR": _("European Union"), "IGO": _("Organisations between states"),
    "NGO": _("Non-governmental organisations"), "IMG": _("International militant groups"),
    "MNC": _("Multinational companies"), "ISM": _("International social movements"),
}  # fmt: skip


def country_names(codes: Iterable[str]) -> dict[str, str]:
    """Names of countries by their codes, as the archive has them; a code that it has no name for names itself."""
    wanted = set(codes)
    found = {code: str(name) for code, name in SUPRANATIONAL_NAMES.items() if code in wanted}
    for table in (models.Place, models.Entity):  # the latter's names are spelt with care, so that they win
        rows: QuerySet[models.Place] | QuerySet[models.Entity] = table.objects.filter(
            key__in=[f"state:{code}" for code in wanted]
        )
        found |= {row.key.removeprefix("state:"): in_language(row) for row in rows}
    return {code: found.get(code, code) for code in wanted}


def entity_names(keys: Iterable[str]) -> dict[str, str]:
    """Names of entities by their keys."""
    return {row.key: in_language(row) for row in models.Entity.objects.filter(key__in=set(keys))}


def in_language(row: models.Place | models.Entity) -> str:
    """The name of a place or entity in the page's language, else the one there is."""
    return str(row.name_en if get_language() == "en" and row.name_en else row.name)
