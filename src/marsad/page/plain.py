"""Plain text with the furniture of a page around it: each line labelled by a named rule.

A rule looks at one line and its place among the others. The first rule with an opinion
holds; lines keep their place in the stored text, which is the source verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marsad.page.published import SHORT_LINE, date_in
from marsad.page.words import BIO, BYLINES, CATEGORIES, COMMENT_FORM, FURNITURE, first_word, opens
from marsad.record import Block, BlockKind
from marsad.span import Span
from marsad.text.fold import fold

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
FULL_STOPS = '.!؟?…۔:؛»”"'
HEADLINE_WORDS = 25  # the longest headlines of 30,000 newspaper articles stay below
HEADING_WORDS = 8
STANDFIRST_WORDS = 45
CATEGORY_WORDS = 4
TOP = 5  # lines in which a category may stand
# What stands beside the date in a line that is nothing but a date; folded.
DATE_WORDS = frozenset(
    fold(word)
    for word in (
        "نشر نشرت تاريخ النشر بتاريخ في يوم آخر تحديث التحديث الساعة بتوقيت توقيت غرينتش جرينتش صباحا مساء ظهرا ص م هـ ه الموافق "
        "السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة محرم صفر ربيع الأول الآخر الثاني جمادى الأولى الآخرة رجب شعبان "
        "رمضان شوال ذو ذي القعدة الحجة GMT"
    ).split()
)
LONGEST_DATE = 120  # characters
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A non-empty line, its number among all, and the labels of the page."""

    number: int
    span: Span
    text: str
    lines: Sequence[tuple[Span, str]]
    category: int | None  # the number of the category line
    headline: int | None  # the number of the line where the headline should stand
    form: int  # the number of the first line of the comment form, or past the last line
    titled: bool = False  # whether a headline stands above the first line

    @property
    def words(self) -> int:
        """How many words the line has."""
        return len(self.text.split())

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip()[-1:] in FULL_STOPS

    def text_of(self, number: int) -> str:
        """Another line's text, empty past either end."""
        return self.lines[number][1] if 0 <= number < len(self.lines) else ""


def is_date(text: str) -> bool:
    """Whether a line says nothing but a date, with at most a weekday, an hour and «نشر في» about it."""
    found = date_in(text) if len(text) <= LONGEST_DATE and len(text.split()) <= SHORT_LINE else None
    if found is None:
        return False
    around = f"{text[: found[1].start]} {text[found[1].stop :]}"
    return all(word in DATE_WORDS for word in LETTERS.findall(fold(around)))


def comment_form(line: Line) -> BlockKind | None:
    """From the invitation to comment on."""
    return BlockKind.COMMENT_FORM if line.number >= line.form else None


def category(line: Line) -> BlockKind | None:
    """A short line near the top that begins with the name of a desk."""
    return BlockKind.CATEGORY if line.number == line.category else None


def before_category(line: Line) -> BlockKind | None:
    """What stands above the category belongs to a neighbouring post."""
    return BlockKind.NEIGHBOUR if line.category is not None and line.number < line.category else None


def furniture(line: Line) -> BlockKind | None:
    """Sharing, related articles, rights."""
    return BlockKind.BOILERPLATE if opens(line.text, FURNITURE) else None


def published(line: Line) -> BlockKind | None:
    """«السبت 18 يوليو 2015»: a line that is nothing but a date."""
    return BlockKind.PUBLISHED if is_date(line.text) else None


def byline(line: Line) -> BlockKind | None:
    """«بقلم …», «كتب: …»."""
    return BlockKind.AUTHOR if line.words <= 8 and opens(line.text, BYLINES) else None


def headline(line: Line) -> BlockKind | None:
    """The first line, or the one after the category, when it is no full sentence and a text follows."""
    follows = line.number + 1 < min(line.form, len(line.lines))
    titled = line.number == line.headline and line.words <= HEADLINE_WORDS and line.text.rstrip()[-1:] not in ".؛:"
    return BlockKind.HEADLINE if titled and follows else None


def bio(line: Line) -> BlockKind | None:
    """Near the end, a line that says what the author is."""
    late = line.number >= min(line.form, len(line.lines)) - 2 and line.number > 2
    return BlockKind.BIO if late and line.words <= 30 and first_word(line.text) in BIO and not line.ended else None


def author(line: Line) -> BlockKind | None:
    """A name right before the line that says what the author is."""
    following = line.text_of(line.number + 1)
    last = line.number >= min(line.form, len(line.lines)) - 3 and line.number > 2
    return BlockKind.AUTHOR if last and line.words <= 5 and not line.ended and first_word(following) in BIO else None


def standfirst(line: Line) -> BlockKind | None:
    """The line under the headline of a page with a category, when it is a sentence and more follows."""
    under = line.category is not None and line.headline is not None and line.number == line.headline + 1
    more = line.number + 2 < min(line.form, len(line.lines))
    return BlockKind.STANDFIRST if under and more and line.words <= STANDFIRST_WORDS else None


def heading(line: Line) -> BlockKind | None:
    """A short line that is no sentence, between longer ones."""
    between = (0 if line.titled else 1) < line.number < min(line.form, len(line.lines)) - 1
    longer = (
        len(line.text_of(line.number + 1).split()) > HEADING_WORDS
        and len(line.text_of(line.number - 1).split()) > HEADING_WORDS
    )
    return BlockKind.HEADING if between and longer and line.words <= HEADING_WORDS and not line.ended else None


def paragraph(line: Line) -> BlockKind | None:
    """Anything else."""
    return BlockKind.PARAGRAPH


RULES: tuple[Callable[[Line], BlockKind | None], ...] = (
    comment_form, category, before_category, furniture, published, byline, headline, bio, author, standfirst, heading, paragraph,
)  # fmt: skip


def plain_blocks(text: str, start: int = 0, *, titled: bool = False) -> tuple[Block, ...]:
    """The blocks of plain text from ``start`` on; spans count in ``text``.

    ``titled`` says that the headline is known already, so that no line is taken for one.
    """
    lines = [
        (_trim(text, m.start(), m.end()), m.group().strip()) for m in LINE.finditer(text, start) if m.group().strip()
    ]
    desk = None if titled else _category(lines)
    top = _headline(lines, desk)
    form = next((n for n, (_, line) in enumerate(lines) if n and opens(line, COMMENT_FORM)), len(lines))
    rules = tuple(rule for rule in RULES if not (titled and rule in (headline, standfirst)))
    return tuple(
        _block(Line(n, span, line, lines, desk, top, form, titled), rules) for n, (span, line) in enumerate(lines)
    )


def _trim(text: str, start: int, stop: int) -> Span:
    line = text[start:stop]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _category(lines: Sequence[tuple[Span, str]]) -> int | None:
    for number, (_, line) in enumerate(lines[:TOP]):
        short = len(line.split()) <= CATEGORY_WORDS and line.rstrip()[-1:] not in FULL_STOPS
        if short and first_word(line) in CATEGORIES and number + 1 < len(lines):
            return number
    return None


def _headline(lines: Sequence[tuple[Span, str]], desk: int | None) -> int | None:
    """The first line, after the category where there is one, that is no date."""
    first = 0 if desk is None else desk + 1
    return next((n for n in range(first, len(lines)) if not is_date(lines[n][1])), None)


def _block(line: Line, rules: Sequence[Callable[[Line], BlockKind | None]]) -> Block:
    for rule in rules:
        kind = rule(line)
        if kind is not None:
            return Block(line.span, kind, f"plain:{rule.__name__}")
    raise AssertionError("the last rule always decides")
