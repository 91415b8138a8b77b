"""A place in a sentence from which time rules look at the tokens around."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from marsad.mention.time.value import Reading
from marsad.mention.time.words import TimeWords
from marsad.record import Token

LONGEST = 3  # words of a phrase in the tables
FIRST_YEAR, LAST_YEAR = 1800, 2100  # what a bare four-digit number may be as a year
Tense = Callable[[Token], tuple[int, bool] | None]  # of the verb that a token is, and whether it is surely one


def forms(word: str) -> tuple[tuple[str, int], ...]:
    """What a token may be as the first word of an expression, with the letters of clitics before it.

    «وأمس» is أمس after one letter; in «للعام» preposition and article are one, and none is cut off.
    """
    found = [(word, 0)]
    for lead in (0, 1):
        rest = word[lead:]
        if lead and (word[:1] not in "وف" or len(rest) < 2):
            break
        if lead:
            found.append((rest, 1))
        if rest[:2] == "لل":
            found.append(("ال" + rest[2:], lead))
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 2:
            found.append((rest[1:], lead + 1))
    return tuple(found)


@dataclass(slots=True)  # not frozen, which would make each of many take thrice as long to build
class Cursor:
    """Tokens from a position on; ``head`` is the first word without clitics, ``day`` that of publication if known."""

    tokens: Sequence[Token]
    at: int
    head: str
    lead: int
    words: TimeWords
    day: date | None
    tense: Tense
    found: Sequence[tuple[int, Reading]] = field(default=())  # what the sentence said before, by its first token

    def word(self, offset: int) -> str:
        """The folded token at an offset, the first without its clitics; empty outside the sentence."""
        if offset == 0:
            return self.head
        position = self.at + offset
        return self.tokens[position].folded if 0 <= position < len(self.tokens) else ""

    def moved(self, offset: int) -> Cursor:
        """The cursor further on, at a whole token."""
        if not offset:
            return self
        return replace(self, at=self.at + offset, head=self.word(offset), lead=0)

    def text(self, offset: int) -> str:
        """The token at an offset as it is written."""
        position = self.at + offset
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def before(self, table: Set[str], back: int = 1) -> bool:
        """Whether the word before is in a table, clitics before it or not; prepositions glued to the head count."""
        if back == 1 and self.lead:
            glued = self.tokens[self.at].folded[self.lead - 1]
            return glued in table or {"ب": "في", "ل": "الي"}.get(glued, "") in table
        word = self.word(-back)
        return any(form in table for form, _ in forms(word)) if word else False

    def phrase(self, offset: int, table: Mapping[str, object] | Set[str]) -> tuple[str, int]:
        """The longest phrase of a table at an offset and its tokens; ``("", 0)`` for none."""
        words = [self.word(offset + n) for n in range(LONGEST)]
        for length in range(LONGEST, 0, -1):
            phrase = " ".join(words[:length])
            if phrase in table:
                return phrase, length
        return "", 0

    def number(self, offset: int, most: int) -> int | None:
        """A number in digits at an offset, if it is not above ``most``."""
        word = self.word(offset)
        return int(word) if word.isdigit() and len(word) < 5 and 0 < int(word) <= most else None

    def shift(self, offset: int) -> int | None:
        """-1 for الماضي, 1 for المقبل, 0 for الجاري at an offset, ``None`` for any other word."""
        word, words = self.word(offset), self.words
        return -1 if word in words.past else 1 if word in words.next else 0 if word in words.this else None

    def shift_of(self, offset: int) -> tuple[int | None, int]:
        """The shift at an offset and its tokens: «الماضي» -1, «قبل الماضي» -2."""
        phrase, length = self.phrase(offset, self.words.before_last)
        if phrase:
            return -2, length
        shift = self.shift(offset)
        return shift, int(shift is not None)

    def month(self, offset: int) -> tuple[int, int]:
        """The month of the solar year at an offset and its tokens; ``(0, 0)`` for none."""
        name, length = self.phrase(offset, self.words.months)
        return (self.words.months[name], length) if name else (0, 0)

    def year(self, offset: int) -> int | None:
        """A year in digits at an offset."""
        number = self.number(offset, LAST_YEAR)
        return number if number and number >= FIRST_YEAR else None
