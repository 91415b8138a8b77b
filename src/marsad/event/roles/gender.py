"""Gender of a phrase, which tells a verb's subject from its object: «اقتحمت القوات المبنى واعتقلت المدير»."""

from __future__ import annotations

from marsad.event.view import View
from marsad.record import MentionKind


def clashes(view: View, number: int, agreement: str) -> bool:
    """Whether a phrase cannot be the subject of a verb, because their genders differ, or it is one person and the verb says «they».

    Undecided phrases (broken plurals, persons by name, numbers) never clash.
    """
    if agreement == "3mp" and is_one_person(view, number):
        return True
    gender = gender_of(view, number)
    return gender is not None and agreement in ("3ms", "3fs") and agreement[1] != gender


def is_one_person(view: View, number: int) -> bool:
    """«شيخها», «أحد الوجهاء», «فلان»: one person, whom nobody is joined to."""
    mention, item = view.mention(number), view.item_of(number)
    if mention is None or _joined(view, number):
        return False
    one = item.token.folded[item.prefix :] in ONE
    singular = item.word is not None and item.word.agreement.endswith("s")
    named = item.tag == "name" or item.stranger is not None
    return one or (mention.kind is MentionKind.PERSON and (singular or named))


ONE = frozenset({"احد", "احدي"})


def _joined(view: View, number: int) -> bool:
    after = view.phrases[number + 1] if number + 1 < len(view.phrases) else None
    return after is not None and after.kind == "np" and bool(after.conjunction)


def _counts_men(view: View, number: int) -> bool:
    """«32 متمردا»: the counted noun in the singular shows its gender."""
    last = view.items[view.phrases[number].stop - 1]
    return last.token.folded.endswith("ا") and last.word is not None and last.word.agreement == "ms"


def gender_of(view: View, number: int) -> str | None:
    """``m`` or ``f`` of a phrase's first word, ``None`` where its form does not tell."""
    item = view.item_of(number)
    mention = view.mention(number)
    if mention is not None and mention.rule == "capital":
        return "f"  # cities are feminine: «وطالب الخرطوم» asks it, «وطالبت الخرطوم» asks
    if item.tag == "number" and _counts_men(view, number):
        return "m"
    if item.tag not in ("noun", "unknown") or item.token.kind != "word" or item.pronoun:
        return None
    if item.token.text.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة"):
        return "f"
    singular = item.word is not None and item.word.agreement == "ms"
    return "m" if singular and mention is not None and mention.kind is MentionKind.PERSON else None
