"""Publication time: where it stands on a page, in order of trust."""

from __future__ import annotations

import re
from collections.abc import Sequence

from marsad.record import Block, BlockKind, Published
from marsad.span import Span
from marsad.text.fold import fold_map

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "يناير جانفي", "فبراير فيفري شباط", "مارس اذار", "ابريل افريل نيسان", "مايو ماي ايار", "يونيو جوان حزيران",
            "يوليو جويليه تموز", "اغسطس اوت اب", "سبتمبر ايلول", "اكتوبر", "نوفمبر", "ديسمبر",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WRITTEN = re.compile(r"(\d{{1,2}})\s+({})\s*(?:\([^)]{{2,20}}\)\s*)?[,،]?\s*(\d{{4}})".format("|".join(MONTHS)))
NUMERIC = re.compile(
    r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)"
)
IN_URL = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
SHORT_LINE = 12  # words of a line that may be nothing but a date


def iso(year: str, month: str | int, day: str) -> str | None:
    """An ISO date, ``None`` when there is no such day."""
    from datetime import date

    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def date_in(text: str) -> tuple[str, Span] | None:
    """The first full date written in a text, and where."""
    folded = fold_map(text)
    written, numeric = WRITTEN.search(folded.text), NUMERIC.search(folded.text)
    if written:
        value = iso(written[3], MONTHS[written[2]], written[1])
        return (value, folded.to_source(Span(*written.span()))) if value else None
    if numeric:
        parts = (numeric[1], numeric[2], numeric[3]) if numeric[1] else (numeric[6], numeric[5], numeric[4])
        value = iso(*parts)
        return (value, folded.to_source(Span(*numeric.span()))) if value else None
    return None


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
