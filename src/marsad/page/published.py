"""Publication time: where it stands on a page, in order of trust."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from marsad.record import Block, BlockKind, Published
from marsad.span import Span
from marsad.text.fold import fold, fold_map

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("يناير", "جانفي", "كانون الثاني", "كانون ثاني"), ("فبراير", "فيفري", "شباط"), ("مارس", "اذار"),
            ("ابريل", "افريل", "نيسان"), ("مايو", "ماي", "ايار"), ("يونيو", "جوان", "حزيران"),
            ("يوليو", "جويليه", "تموز"), ("اغسطس", "اوت", "اب"), ("سبتمبر", "ايلول"),
            ("اكتوبر", "تشرين الاول", "تشرين اول"), ("نوفمبر", "تشرين الثاني", "تشرين ثاني"),
            ("ديسمبر", "كانون الاول", "كانون اول"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
MONTH = "|".join(MONTHS).replace(" ", r"\s+")
WRITTEN = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s+({MONTH})\s*(?:\([^)]{{2,20}}\)\s*|/\s*(?:{MONTH})\s*)?[,،]?\s*(\d{{4}})(?!\d)"
)
NUMERIC = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)"
)
IN_URL = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
SHORT_LINE = 12  # words of a line that may be nothing but a date
LONGEST_SHOWN = 40  # characters of a value in a warning
FIRST_YEAR, LAST_YEAR = 1800, 2100  # beyond, it is a program's «no date» (0001-01-01, 9999-12-31), not a newspaper's
ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)(?: ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?))?)?(?![0-9])",
    re.IGNORECASE,
)


def iso_or_none(value: object) -> str | None:
    """A declared date (2020-07-04) or date and time as ISO 8601; ``None`` for all else and for days that are none.

    Digits may be Arabic; a space may stand for the T. Every declared date enters through here.
    """
    from datetime import datetime

    match = ISO.fullmatch(fold(value).strip()) if isinstance(value, str) else None
    if match is None:
        return None
    day, hour, zone = match.groups()
    written = (f"{day}T{hour}{zone or ''}" if hour else day).upper()
    try:
        year = datetime.fromisoformat(written).year
    except ValueError:
        return None
    return written if FIRST_YEAR <= year <= LAST_YEAR else None


def leading_iso(value: object) -> str | None:
    """The ISO date that a declared value begins with, whatever words follow it; else ``None``."""
    match = ISO.match(fold(value).strip()) if isinstance(value, str) else None
    return iso_or_none(match.group()) if match else None


def no_date(value: object) -> str:
    """The warning for a declared date that is none."""
    shown = repr(value)
    return f"the declared date {shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + '…'} is none; it is left out"


def iso(year: str, month: str | int, day: str) -> str | None:
    """An ISO date, ``None`` when there is no such day."""
    from datetime import date

    try:
        return iso_or_none(date(int(year), int(month), int(day)).isoformat())
    except ValueError:
        return None


def date_in(text: str) -> tuple[str, Span] | None:
    """The first full date in a text, one with a written month before one in digits, and where."""
    folded = fold_map(text)
    for pattern in (WRITTEN, NUMERIC):
        for match in pattern.finditer(folded.text):
            value = iso(*_parts(match))
            if value:
                return value, folded.to_source(Span(*match.span()))
    return None


def _parts(match: re.Match[str]) -> tuple[str, str | int, str]:
    """Year, month and day of a written or a numeric date."""
    if match.re is WRITTEN:
        return match[3], MONTHS[" ".join(match[2].split())], match[1]
    return (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])


def published_in_text(text: str, blocks: Sequence[Block]) -> Published | None:
    """A full date in a short line of its own: a dateline, not a date that the report speaks of."""
    for block in blocks:
        words = block.span.of(text)
        if len(words.split()) > SHORT_LINE or block.kind in (
            BlockKind.COMMENT,
            BlockKind.COMMENT_FORM,
            BlockKind.HEADLINE,
        ):
            continue
        found = date_in(words)
        if found:
            return Published(found[0], "text", found[1].shift(block.span.start))
    return None


def published_in_url(url: str | None) -> Published | None:
    """``/2020/07/04/`` in the page's address."""
    match = IN_URL.search(url or "")
    value = iso(*match.groups()) if match else None
    return Published(value, "url") if value else None


def settled(*found: Published | None) -> Published | None:
    """The first of the dates that a page's sources give, in order of trust, with its confidence by what the others say."""
    dates = [published for published in found if published]
    if not dates:
        return None
    first, *others = dates
    agreed = [_days_between(first, other) <= 1 for other in others]
    confidence = "medium" if not agreed else "high" if any(agreed) else "low"
    return replace(first, confidence=confidence)


def _days_between(one: Published, other: Published) -> int:
    from datetime import date

    days = (date.fromisoformat(published.value[:10]).toordinal() for published in (one, other))
    return abs(next(days) - next(days))
