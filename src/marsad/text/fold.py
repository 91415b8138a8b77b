"""Folding: one spelling for what Arabic newspapers spell in many ways.

Alef with and without hamza, final ya and alef maqsura, ta marbuta and ha, hamza seats,
tatweel, vowels, presentation forms, Persian letters and digits, zero-width and bidi
controls. Which letters conflate follows the light normalisation that Arabic retrieval
has used since Larkey, Ballesteros and Connell (SIGIR 2002), plus hamza seats.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from marsad.span import Span

LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۃ": "ه", "ە": "ه", "ھ": "ه",
    "ؤ": "ء", "ئ": "ء",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "ڭ": "ك",
    "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز",
}  # fmt: skip
PRESENTATION = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
DROPPED = (
    *(0x0640, 0x0670, 0x00AD, 0x061C, 0xFEFF),  # tatweel, dagger alef, soft hyphen, ALM, BOM
    *range(0x064B, 0x0660),  # vowels, shadda, sukun, hamza above and below
    *range(0x0610, 0x061B),  # honorifics
    *range(0x06D6, 0x06ED),  # Quranic marks
    *range(0x200B, 0x2010),  # zero-width space, joiners, LRM, RLM
    *range(0x202A, 0x202F),  # embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, isolates
)


@cache
def fold_table() -> dict[int, str | None]:
    """The translation table of :func:`fold`: code point → folded text, ``None`` for dropped."""
    table: dict[int, str | None] = {ord(a): b for a, b in LETTERS.items()}
    table |= dict.fromkeys(DROPPED)
    for zero in (0x0660, 0x06F0):
        table |= {zero + n: str(n) for n in range(10)}
    for block in PRESENTATION:
        table |= {c: _decompose(c, table) for c in block if _decompose(c, table) != chr(c)}
    return table


def _decompose(code: int, table: dict[int, str | None]) -> str:
    """A presentation form as plain folded letters (``ﷲ`` → ``الله``)."""
    return unicodedata.normalize("NFKC", chr(code)).strip().translate(table)


def fold(text: str) -> str:
    """``text`` in folded Arabic. Idempotent; use :func:`fold_map` to find the way back."""
    return text.translate(fold_table())


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the source offset of each folded code point.

    ``offsets[i]`` is the code point of the source that ``text[i]`` came from, and
    ``offsets[len(text)]`` the length of the source.
    """

    source: str
    text: str
    offsets: tuple[int, ...]

    def to_source(self, span: Span) -> Span:
        """The span of the source that a span of the folded text came from.

        Marks that folding drops belong to the letter before them.
        Raises ``ValueError`` when the span does not lie in the folded text.
        """
        if not 0 <= span.start <= span.stop <= len(self.text):
            raise ValueError(f"{span} does not lie in a folded text of {len(self.text)}")
        if span.start == span.stop:
            return Span(self.offsets[span.start], self.offsets[span.start])
        last = self.offsets[span.stop - 1]
        stop = next((o for o in self.offsets[span.stop :] if o > last), len(self.source))
        return Span(self.offsets[span.start], stop)


def fold_map(source: str) -> Folded:
    """Fold ``source`` and keep, for each folded code point, where it came from."""
    table = fold_table()
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(source):
        folded = table.get(ord(char), char)
        letters.append(folded or "")
        offsets.extend([offset] * len(folded or ""))
    return Folded(source, "".join(letters), (*offsets, len(source)))
