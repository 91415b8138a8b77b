"""Quantities: numbers in digits and Arabic words, ranges and vague counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.record import Quantity, Token
from marsad.span import Span


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Folded number words: ``simple`` values that add up, ``teens`` before عشر, ``scales`` that multiply, ``vague`` ranges."""

    simple: Mapping[str, int]
    teens: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[int, int | None]]
    at_least: Sequence[tuple[str, ...]]
    at_most: Sequence[tuple[str, ...]]


def number_words(row: Mapping[str, Any]) -> NumberWords:
    """The compiled table as a record."""
    phrases = {side: [tuple(phrase.split()) for phrase in row[side]] for side in ("at_least", "at_most")}
    vague = {word: (least, most) for word, (least, most) in row["vague"].items()}
    return NumberWords(row["simple"], row["teens"], row["scales"], vague, phrases["at_least"], phrases["at_most"])


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity and the tokens ``[start, stop)`` that spell its number."""

    quantity: Quantity
    start: int
    stop: int


def find_quantities(tokens: Sequence[Token], words: NumberWords) -> list[Counted]:
    """The quantities of a sentence, left to right, none inside another."""
    found: list[Counted] = []
    position = 0
    while position < len(tokens):
        counted = _at(tokens, position, words)
        if counted:
            found.append(counted)
        position = counted.stop if counted else position + 1
    return found


def _at(tokens: Sequence[Token], at: int, words: NumberWords) -> Counted | None:
    vague = words.vague.get(_bare(tokens[at]))
    if vague and at + 1 < len(tokens) and not (at and tokens[at - 1].kind == "number"):
        return Counted(Quantity(tokens[at].span, vague[0], vague[1], "vague"), at, at + 1)
    value, stop, rule = _digits(tokens, at, words) if tokens[at].kind == "number" else _spelled(tokens, at, words)
    if value is None:
        return None
    return _bounded(tokens, at, stop, value, rule, words)


def _bounded(tokens: Sequence[Token], at: int, stop: int, value: int, rule: str, words: NumberWords) -> Counted:
    """The number with what opens or closes its range before it («أكثر من 20») or makes one after it («10 إلى 15»)."""
    before = tuple(token.folded for token in tokens[max(0, at - 4) : at])
    least, most = value, value
    if any(before[-len(phrase) :] == phrase for phrase in words.at_least):
        return Counted(Quantity(_span(tokens, at, stop), least, None, f"{rule}+at_least"), at, stop)
    if any(before[-len(phrase) :] == phrase for phrase in words.at_most):
        return Counted(Quantity(_span(tokens, at, stop), 0, most, f"{rule}+at_most"), at, stop)
    return Counted(Quantity(_span(tokens, at, stop), least, most, rule), at, stop)


def _span(tokens: Sequence[Token], start: int, stop: int) -> Span:
    return Span(tokens[start].span.start, tokens[stop - 1].span.stop)


def _digits(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[int | None, int, str]:
    """12, 1,200, and digits before a scale word («20 ألفا»)."""
    text = tokens[at].folded.replace("\u066c", ",").replace("\u066b", ".")
    if text.count(".") > 1:  # «1.900.000» groups by stops
        text = text.replace(".", ",") if all(len(part) == 3 for part in text.split(".")[1:]) else ""
    if not text:
        return None, at + 1, ""
    whole, _, fraction = text.partition(".")
    grouped = whole.split(",")
    if any(len(group) != 3 for group in grouped[1:]) or (
        fraction and len(fraction) == 3 and len(grouped) == 1 and len(whole) > 3
    ):
        return None, at + 1, ""
    number = float(whole.replace(",", "") + (f".{fraction}" if fraction else ""))
    scale = words.scales.get(tokens[at + 1].folded) if at + 1 < len(tokens) else None
    if scale and scale not in (2000,):
        return int(number * scale), at + 2, "digits+scale"
    return (int(number), at + 1, "digits") if number == int(number) and len(whole) < 13 else (None, at + 1, "")


def _bare(token: Token) -> str:
    """A number word without the conjunction, preposition and article before it."""
    folded = token.folded
    for prefix in ("وال", "بال", "ال", "و", "ب", "ل", "ف"):
        if folded.startswith(prefix) and len(folded) - len(prefix) > 2:
            return folded[len(prefix) :]
    return folded


def _value(token: Token, words: NumberWords, *, first: bool) -> int | None:
    """A simple number word's value; after the first, only with و («خمسة وعشرين»)."""
    if token.folded in words.simple:
        return words.simple[token.folded]
    bare = _bare(token)
    return words.simple.get(bare) if first or token.folded.startswith("و") else None


def _spelled(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[int | None, int, str]:
    """Number words: units, teens, tens, hundreds and scales, joined by و."""
    total = current = 0
    position = at
    seen = False
    while position < len(tokens) and tokens[position].kind == "word":
        token = tokens[position]
        step, taken = _step(tokens, position, words, first=not seen)
        scale = words.scales.get(token.folded) or (
            words.scales.get(_bare(token)) if not seen or token.folded.startswith("و") else None
        )
        if step is not None and not (seen and not token.folded.startswith("و") and current % 100 != 0 and step < 100):
            current = (
                current * step
                if seen and step == 100 and current < 10 and not token.folded.startswith("و")
                else current + step
            )
            position += taken
        elif scale and (seen or scale == 2000 or token.folded in ("الف", "مليون", "الفي")):
            total, current = total + (scale if scale == 2000 else max(current, 1) * scale), 0
            position += 1
        else:
            break
        seen = True
    value = total + current
    alone = position - at == 1 and _bare(tokens[at]) in ("واحد", "واحده", "احد", "احدي", "ست", "سته", "عشر")
    return (None, at + 1, "") if not seen or value == 0 or (alone and value == 1) else (value, position, "words")


def _step(tokens: Sequence[Token], at: int, words: NumberWords, *, first: bool) -> tuple[int | None, int]:
    """One number word, or two for eleven to nineteen."""
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if following in ("عشر", "عشره"):
        bare = _bare(tokens[at]) if first or tokens[at].folded.startswith("و") else tokens[at].folded
        teen = words.teens.get(bare) or words.teens.get(tokens[at].folded)
        unit = words.simple.get(bare) or words.simple.get(tokens[at].folded)
        if teen or (unit and 2 < unit < 10):
            return teen or 10 + int(unit or 0), 2
    return _value(tokens[at], words, first=first), 1
