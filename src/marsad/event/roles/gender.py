"""Gender of a phrase, which tells a verb's subject from its object: «اقتحمت القوات المبنى واعتقلت المدير»."""

from __future__ import annotations

from marsad.event.view import View
from marsad.record import MentionKind


def clashes(view: View, number: int, agreement: str) -> bool:
    """Whether a phrase right after a verb in the singular cannot be its subject, because their genders differ.

    Undecided phrases (broken plurals, persons by name, numbers) never clash.
    """
    gender = gender_of(view, number)
    return gender is not None and agreement in ("3ms", "3fs") and agreement[1] != gender


def gender_of(view: View, number: int) -> str | None:
    """``m`` or ``f`` of a phrase's first word, ``None`` where its form does not tell."""
    item = view.item_of(number)
    mention = view.mention(number)
    if mention is not None and mention.rule == "capital":
        return "f"  # cities are feminine: «وطالب الخرطوم» asks it, «وطالبت الخرطوم» asks
    if item.tag not in ("noun", "unknown") or item.token.kind != "word" or item.pronoun:
        return None
    if item.token.text.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة"):
        return "f"
    singular = item.word is not None and item.word.agreement == "ms"
    return "m" if singular and mention is not None and mention.kind is MentionKind.PERSON else None
