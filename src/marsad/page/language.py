"""The language of a page, by its script and a few letters that only one language writes."""

from __future__ import annotations

import re
from functools import cache

SHORTEST = 12  # letters below which nothing is said
PERSIAN, URDU = frozenset("پچژگی"), frozenset("ٹڈڑےں")
SAMPLE = 20_000


@cache
def _letters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"), re.compile("[A-Za-z\u00c0-\u024f]")


def language_of(text: str) -> str | None:
    """ISO 639-1: ``ar``, ``fa``, ``ur``; ``und`` for another script; ``None`` when too short to tell."""
    arabic, latin = (pattern.findall(text[:SAMPLE]) for pattern in _letters())
    if len(arabic) + len(latin) < SHORTEST:
        return None
    if len(arabic) < len(latin) * 0.25:
        return "und"
    if sum(letter in URDU for letter in arabic) > 0.02 * len(arabic):
        return "ur"
    return "fa" if sum(letter in PERSIAN for letter in arabic) > 0.03 * len(arabic) else "ar"
