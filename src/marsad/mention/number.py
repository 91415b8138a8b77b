"""Quantities: numbers in digits and Arabic words, ranges and vague counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from marsad.record import Quantity, Token
from marsad.span import Span
from marsad.text.fold import fold_map


@dataclass(frozen=True, slots=True)
class Form:
    """What a written form says: its kind and value, and what stands before the word in it («وبعشرين»: two letters).

    Kinds: ``unit`` (1 to 10), ``teen`` (only before عشر or tens), ``tens``, ``hundred``,
    ``scale`` (ألف، مليون), ``dual`` (ألفان), ``part`` (نصف, in hundredths of a scale), ``vague`` (عشرات).
    """

    kind: str
    value: int
    lead: int = 0
    joined: bool = False
    article: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Every written form of a number word, the ranges of vague ones, and the phrases that open or close a range."""

    forms: Mapping[str, Form]
    vague: Mapping[int, tuple[int, int]]  # value of a vague form → least and most
    before: Mapping[tuple[str, ...], str]  # phrase before a number → at_least, at_most
    after: Mapping[tuple[str, ...], str]  # phrase after it and its noun
    months: frozenset[str]  # first words of month names: «14 آذار» counts nothing
    changes: frozenset[str]  # words of rise and fall: «ارتفع من 30 إلى 40» is no range


TEN, HUNDRED, THOUSAND = 10, 100, 1000
GROUP, LONGEST = 3, 12  # digits between commas, and of a whole number
FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_MONTH = 31
TANWIN, SHADDA = "\u064b", "\u0651"
KINDS = ("units", "teens", "tens", "hundreds", "scales", "duals", "parts")
LEADS = tuple(product(("", "ال"), ("", "ب", "ل", "ك"), ("", "و", "ف")))


def number_words(row: Mapping[str, Any]) -> NumberWords:
    """The compiled table as a record."""
    core = {
        word: ("tens" if kind == "tens" else kind.removesuffix("s"), value)
        for kind in KINDS
        for word, value in row[kind].items()
    }
    core |= {word: ("vague", least) for word, (least, _) in row["vague"].items()}
    forms: dict[str, Form] = {}
    for article, preposition, conjunction in sorted(LEADS, key=lambda parts: len("".join(parts))):
        for word, (kind, value) in core.items():
            lead = conjunction + preposition
            if preposition + conjunction.replace("و", "") and len(word) < 3:
                continue  # «لست», «بست» are other words
            written = lead + ("ل" if preposition == "ل" and article else article) + word
            forms.setdefault(written, Form(kind, value, len(lead), conjunction == "و", bool(article)))
    bounds = {
        place: {tuple(phrase.split()): side for side in ("at_least", "at_most") for phrase in row[place + side]}
        for place in ("", "after_")
    }
    vague = {least: (least, most) for least, most in row["vague"].values()}
    return NumberWords(forms, vague, bounds[""], bounds["after_"], frozenset(row["months"]), frozenset(row["changes"]))


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity and the tokens ``[start, stop)`` that spell its number."""

    quantity: Quantity
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Number:
    """A value, the tokens ``[start, stop)`` that it takes, its last scale word (1: none), and how it is written."""

    least: int
    most: int | None
    start: int
    stop: int
    scale: int
    rule: str


@dataclass(frozen=True, slots=True)
class Scan:
    """The tokens of a sentence with the number words that they may be."""

    tokens: Sequence[Token]
    words: NumberWords

    def word(self, at: int) -> str:
        """The folded token, empty outside the sentence."""
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def form(self, at: int) -> Form | None:
        """The number word at a position, if it is one."""
        return self.words.forms.get(self.word(at))

    def digits(self, at: int) -> bool:
        """Whether a number in digits stands at a position."""
        return at < len(self.tokens) and self.tokens[at].kind == "number"

    def bare(self, at: int) -> bool:
        """Whether a number starts at a position with no clitic before it."""
        form = self.form(at)
        return self.digits(at) or (form is not None and not form.lead)


def find_quantities(tokens: Sequence[Token], words: NumberWords) -> list[Counted]:
    """The quantities of a sentence, left to right, none inside another."""
    scan = Scan(tokens, words)
    found: list[Counted] = []
    forms, position = words.forms, 0
    for at in [n for n, token in enumerate(tokens) if token.folded in forms or token.kind == "number"]:
        if at < position:
            continue
        number = _at(scan, at)
        if number:
            found.append(Counted(_quantity(scan, number), number.start, number.stop))
            position = number.stop
    return found


def _at(s: Scan, at: int) -> Number | None:
    number = _vague(s, at) or _number(s, at)
    if number is None or _is_other_word(s, number):
        return None
    return _range(s, number) or _bounded(s, number)


def _quantity(s: Scan, number: Number) -> Quantity:
    form = s.form(number.start)
    first = s.tokens[number.start]
    skipped = fold_map(first.text).offsets[form.lead] if form and form.lead and not _fused(first) else 0
    span = Span(first.span.start + skipped, s.tokens[number.stop - 1].span.stop)
    return Quantity(span, number.least, number.most, number.rule)


def _fused(token: Token) -> bool:
    """«للعشرات»: preposition and article in one."""
    return token.folded.removeprefix("و").startswith("لل")


def _vague(s: Scan, at: int) -> Number | None:
    """عشرات: 20 to 99, «عشرات الآلاف»: 20000 to 99999, «بضعة عشر»: 13 to 19."""
    form, after = s.form(at), s.form(at + 1)
    if form is None or form.kind != "vague" or at + 1 >= len(s.tokens):
        return None
    least, most = s.words.vague[form.value]
    times = _multiplier(s, at + 1)
    if most < TEN and after and after.value == TEN and not after.lead:
        return Number(least + TEN, most + TEN, at, at + 2, 1, "vague")
    if times > 1 and form.value < times * 2:
        return Number(least * times, (most + 1) * times - 1, at, at + 2, 1, "vague")
    return Number(least, most, at, at + 1, 1, "vague")


def _number(s: Scan, at: int) -> Number | None:
    """Groups by falling scale, joined by و: «خمسة آلاف وثلاثمئة», «مليون و200 ألف», «مليون ونصف مليون»."""
    first = _group(s, at)
    if first is None:
        return None
    total, stop, scale = first.least, first.stop, first.scale
    while scale > 1 and (more := _joined(s, stop, scale)):
        total, stop, scale = total + more.least, more.stop, more.scale
    return replace(first, least=total, most=total, stop=stop)


def _joined(s: Scan, at: int, scale: int) -> Number | None:
    """The group after و that adds to one of a larger scale; «مليون ونصف» is half of the scale."""
    form = s.form(at)
    glued = form is not None and form.joined
    if form and glued and form.kind == "part" and _multiplier(s, at + 1) == 1:
        return Number(scale * form.value // 100, None, at, at + 1, 1, "words")
    start = at + 1 if s.word(at) == "و" and s.digits(at + 1) else at
    more = _group(s, start) if glued or start > at else None
    return more if more and more.least < scale else None


def _multiplier(s: Scan, at: int) -> int:
    """What a word multiplies the number before it by: ألف، آلاف، «نصف المليون»; 1 for any other."""
    form = s.form(at)
    if form is None or form.lead or form.kind not in ("scale", "vague"):
        return 1
    return form.value if form.kind == "scale" else form.value // 2 if form.value > HUNDRED else 1


def _group(s: Scan, at: int) -> Number | None:
    """Digits or words below a thousand with a scale after them, «نصف مليون», or a scale or dual alone."""
    if s.digits(at):
        return _digits(s, at)
    form = s.form(at)
    if form is None or form.kind == "vague":
        return None
    if form.kind == "part":
        times = _multiplier(s, at + 1)
        return _words(form.value * times // 100, at, at + 2, times) if times > HUNDRED else None
    if form.kind in ("dual", "scale"):
        dual = form.kind == "dual" or _is_dual(s, at)
        value = form.value * 2 if dual and form.kind == "scale" else form.value
        return _words(value, at, at + 1, value // 2 if dual else value)
    small = _below_thousand(s, at)
    return _scaled(s, *small, at, "words") if small else None


def _words(value: int, start: int, stop: int, scale: int) -> Number:
    return Number(value, value, start, stop, scale, "words")


def _scaled(s: Scan, value: float, stop: int, at: int, rule: str) -> Number:
    times = _multiplier(s, stop)
    total = round(value * times)
    return Number(
        total, total, at, stop + (times > 1), times, f"{rule}+scale" if times > 1 and rule == "digits" else rule
    )


def _is_dual(s: Scan, at: int) -> bool:
    """«ألفا متظاهر», «مليونا شخص»: two of them before an indefinite noun, unless tanwin says one («ألفاً»)."""
    after = s.word(at + 1)
    noun = len(after) > 2 and s.tokens[at + 1].kind == "word" and not after.startswith("ال")
    return s.word(at).endswith("ا") and noun and TANWIN not in s.tokens[at].text and s.form(at + 1) is None


def _below_thousand(s: Scan, at: int) -> tuple[int, int] | None:
    """(value, stop) of hundreds, tens and units: «مئة وعشرين», «أربعمئة وخمسة وستون», «إحدى وعشرون»."""
    found = _element(s, at)
    if found is None:
        return None
    value, stop, kinds = found
    while (form := s.form(stop)) and form.joined and form.kind in kinds and (more := _element(s, stop)):
        value, stop, kinds = value + more[0], more[1], more[2]
    form = s.form(at)
    return None if form and form.kind == "teen" and stop == at + 1 else (value, stop)


AFTER_HUNDRED = frozenset({"unit", "teen", "tens"})
AFTER_UNIT = frozenset({"tens"})
NOTHING: frozenset[str] = frozenset()


def _element(s: Scan, at: int) -> tuple[int, int, frozenset[str]] | None:
    """One number word below a thousand, or two («خمسة عشر», «ثلاث مئة»): value, stop, kinds that و may add."""
    form, after = s.form(at), s.form(at + 1)
    if form is None:
        return None
    plain = after if after and not after.lead and not after.article else None
    if form.kind in ("unit", "teen") and plain and plain.kind == "unit" and plain.value == TEN:
        return (form.value if form.kind == "teen" else form.value + TEN), at + 2, NOTHING
    if form.kind == "unit" and plain and plain.value == HUNDRED and form.value < TEN:
        return form.value * HUNDRED, at + 2, AFTER_HUNDRED
    if form.kind == "hundred":
        return form.value, at + 1, AFTER_HUNDRED
    if form.kind == "teen":
        return form.value - TEN, at + 1, AFTER_UNIT
    return (form.value, at + 1, AFTER_UNIT if form.value < TEN else NOTHING) if form.kind in ("unit", "tens") else None


def _digits(s: Scan, at: int) -> Number | None:
    """12, 1,200, 1.5 and digits before a scale word («20 ألفا»)."""
    value = _value_of(s.word(at).replace("\u066c", ",").replace("\u066b", "."))
    if value is None:
        return None
    number = _scaled(s, value, at + 1, at, "digits")
    return number if number.scale > 1 or value == int(value) else None


def _value_of(text: str) -> float | None:
    """The value of digits grouped by commas or stops («1.900.000»); ``None`` where the groups are no thousands."""
    if text.count(".") > 1:
        text = text.replace(".", ",") if all(len(part) == GROUP for part in text.split(".")[1:]) else ""
    whole, _, fraction = text.partition(".")
    grouped = whole.split(",")
    uneven = any(len(group) != GROUP for group in grouped[1:])
    serial = len(fraction) == GROUP and len(grouped) == 1 and len(whole) > GROUP
    if not whole or uneven or serial or "," in fraction or len(whole) > LONGEST:  # «542.963,440» groups by both
        return None
    return float(whole.replace(",", "") + (f".{fraction}" if fraction else ""))


def _is_other_word(s: Scan, number: Number) -> bool:
    """«واحدة من أهم», «ألف الباحث كتابا», «مدينة الخمس», «قوى 14 آذار»: what counts nothing here."""
    token, after = s.tokens[number.start], s.word(number.stop)
    if number.stop - number.start > 1 or s.digits(number.start):
        return after in s.words.months and number.least <= LONGEST_MONTH
    wrote = number.least == THOUSAND and number.most == THOUSAND and (after.startswith("ال") or SHADDA in token.text)
    city = token.folded == "الخمس" and s.word(number.start - 1).endswith("مدينه")
    return number.most == 1 or wrote or city


def _range(s: Scan, first: Number) -> Number | None:
    """«10 إلى 15», «خمسة أو ستة», «10-15», «بين 10 و15»: one number from the least to the most."""
    start = _second(s, first)
    second = _number(s, start) if start else None
    if second is None or first.most is None:
        return None
    times = second.scale if first.scale == 1 and first.least < second.least // second.scale else 1  # «10 إلى 15 ألفا»
    if first.most * times >= second.least:
        return None
    return Number(first.least * times, second.least, first.start, second.stop, second.scale, f"{first.rule}+range")


def _second(s: Scan, first: Number) -> int | None:
    """Where the second number of a range starts."""
    link, at = s.word(first.stop), first.stop + 1
    if link in ("الي", "او") and s.bare(at) and not (link == "الي" and _changes(s, first.start)):
        return at
    if link in ("-", "–") and s.digits(first.start) and s.digits(at) and _hyphened(s, first):
        return at
    if s.word(first.start - 1) not in ("بين", "وبين", "مابين"):
        return None
    form = s.form(first.stop)
    return at if link == "و" and s.digits(at) else first.stop if form and form.joined else None


REACH_OF_CHANGE = 9  # tokens between a verb of rise or fall and its first figure


def _changes(s: Scan, at: int) -> bool:
    """«ارتفع عدد القتلى من 30 إلى 40»: two figures of two times."""
    before = (s.word(n).lstrip("وف") for n in range(max(0, at - REACH_OF_CHANGE), at))
    return s.word(at - 1) == "من" and any(word in s.words.changes for word in before)


def _hyphened(s: Scan, first: Number) -> bool:
    """«10-15» without spaces and no part of a date, a number of years («2014-2015») or a row of figures."""
    one, hyphen, two = s.tokens[first.stop - 1 : first.stop + 2]
    close = one.span.stop == hyphen.span.start and hyphen.span.stop == two.span.start
    marks = {s.word(first.start - 1), s.word(first.stop + 2)} & {"-", "–", "/"}
    return close and not marks and not FIRST_YEAR <= first.least <= LAST_YEAR


def _bounded(s: Scan, number: Number) -> Number:
    """The number with what opens or closes its range: «أكثر من 20», «15 شخصا على الأقل», «فوق المئة»."""
    side = _side_before(s, number.start) or _side_after(s, number.stop)
    if side == "at_least":
        return replace(number, most=None, rule=f"{number.rule}+at_least")
    return replace(number, least=0, rule=f"{number.rule}+at_most") if side == "at_most" else number


LONGEST_BOUND = 4  # words of a phrase of bounds


def _side_before(s: Scan, start: int) -> str | None:
    """The longest phrase of bounds that ends before a number, «و» before it or not («وأكثر من 40»)."""
    form = s.form(start)
    stop = start - (s.word(start - 1) == "ال")
    if form and form.joined:
        return None
    for length in range(min(LONGEST_BOUND, stop), 0, -1):
        first, *rest = (s.word(n) for n in range(stop - length, stop))
        for word in (first, first[1:] if first[:1] in ("و", "ف") else first):
            if side := s.words.before.get((word, *rest)):
                return side
    definite = stop < start or (form is not None and form.article)
    return "at_least" if definite and s.word(stop - 1) in ("فوق", "وفوق") else None


REACH_OF_BOUND = 4  # tokens between a number and the phrase after its noun


def _side_after(s: Scan, stop: int) -> str | None:
    """The phrase of bounds after a number and its noun, no other number, mark or joined word between them."""
    for at in range(stop, min(stop + REACH_OF_BOUND, len(s.tokens))):
        for length in (3, 2, 1):
            if side := s.words.after.get(tuple(s.word(n) for n in range(at, at + length))):
                return side
        if s.tokens[at].kind != "word" or (at > stop and s.word(at).startswith("و")) or s.form(at):
            return None
    return None
