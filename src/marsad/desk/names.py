"""What pages call things that have a name in both languages, and countries by their codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from marsad.store import models

STATE = "state:"  # what the keys of states begin with
# PLOVER's codes that stand where a country's would.
SUPRANATIONAL_NAMES = {
    "UNO": _("United Nations"), "EUR": _("European Union"), "IGO": _("Organisations between states"),
    "NGO": _("Non-governmental organisations"), "IMG": _("International militant groups"),
    "MNC": _("Multinational companies"), "ISM": _("International social movements"),
}  # fmt: skip


def name_of(record: Any) -> str:
    """The name of an entity, place, choice or value of a facet in the page's language, else the one there is."""
    english = getattr(record, "name_en", None) if get_language() == "en" else None
    return str(english or record.name or "")


def country_names(codes: Iterable[str]) -> dict[str, str]:
    """Names of countries by their codes, as the archive has them; a code that it has no name for names itself."""
    wanted = set(codes)
    found = {code: str(name) for code, name in SUPRANATIONAL_NAMES.items() if code in wanted}
    for table in (models.Place, models.Entity):  # the latter's names are spelt with care, so that they win
        rows: Any = table.objects.filter(key__in=[STATE + code for code in wanted])
        found |= {row.key.removeprefix(STATE): name_of(row) for row in rows}
    return {code: found.get(code, code) for code in wanted}
