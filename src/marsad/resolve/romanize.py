"""Latin names of persons whom the knowledge base does not hold: transliterated, and marked so.

arabic-name-romanizer (UNICEF, MIT) knows attested spellings and has a small model for the rest; it is the optional extra
``romanize`` for its onnxruntime, and is loaded at the first name. Without it such persons keep their Arabic name alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from marsad.record import Entity, MentionKind

# The register's country codes (ISO 3166 alpha-2), by which it tells Gamal from Jamal.
ALPHA2 = {
    "DZA": "DZ", "EGY": "EG", "MAR": "MA", "TUN": "TN", "IRQ": "IQ", "SAU": "SA", "LBN": "LB", "SYR": "SY", "PSE": "PS",
    "JOR": "JO", "YEM": "YE", "ARE": "AE", "KWT": "KW", "SOM": "SO", "QAT": "QA", "SDN": "SD", "BHR": "BH", "LBY": "LY",
    "OMN": "OM", "MRT": "MR", "COM": "KM", "DJI": "DJ", "IRN": "IR", "PAK": "PK", "AFG": "AF",
}  # fmt: skip
KEPT = 1 << 14


def with_latin_name(entity: Entity) -> Entity:
    """The entity with an English display name where it is a person without one and the extra is installed."""
    if entity.name_en is not None or entity.kind is not MentionKind.PERSON:
        return entity
    latin = romanize(entity.name, ALPHA2.get(entity.country or ""))
    return entity if latin is None else replace(entity, name_en=latin, transliterated=True)


@lru_cache(maxsize=KEPT)
def romanize(name: str, country: str | None = None) -> str | None:
    """A person's Arabic name in Latin letters as that country spells it; ``None`` where the extra is not installed."""
    engine = _engine()
    return None if engine is None else str(engine.transliterate(name, country=country))


@cache
def _engine() -> Any:
    try:
        return import_module("arabic_name_romanizer").Transliterator()
    except ImportError:
        return None
