"""The main content of an HTML page: what the extractor keeps, or else what is long enough for a report."""

from __future__ import annotations

from marsad.page.tree import HEADINGS, Piece, squeeze

LARGEST_FOR_EXTRACTOR = 4 << 20  # characters; beyond, only our own density rule is run, in bounded time
DENSE = 80  # characters of a paragraph that our own density rule takes for content
PART = 40  # characters of a block that may be known by a part
ENDS = 4  # words by which a block is known whose middle the extractor dropped
SENTENCE = 5  # words of a sentence that it takes where no paragraph is so long
SUBHEADINGS = frozenset("h2 h3 h4".split())
FILLED = SUBHEADINGS | {"p"}


def main_content(source: str, pieces: list[Piece]) -> tuple[set[int], tuple[str, ...]]:
    """The numbers of the blocks that are main content, and warnings."""
    if len(source) > LARGEST_FOR_EXTRACTOR:
        return _filled(_dense(pieces), pieces), ("the page is too large for the extractor; long paragraphs were taken",)
    lines = _extracted(source)
    merged = lines - {piece.text for piece in pieces}  # the extractor joins blocks that we part
    ends = {end for line in merged if len(line) > PART for end in _ends(line)}
    kept = {number for number, piece in enumerate(pieces) if _is_kept(piece, lines, merged, ends)}
    if kept:
        return _filled(kept, pieces), ()
    return _filled(_dense(pieces), pieces), ("the extractor found no main content; long paragraphs were taken",)


def _extracted(source: str) -> set[str]:
    """The lines that trafilatura keeps."""
    from trafilatura import extract

    # Comments are no content; tables on news pages are results and prices, but lists may be events.
    text = extract(source, include_comments=False, include_tables=True, fast=True) or ""
    return {squeeze(line.lstrip("-#> ")) for line in text.splitlines() if line.strip()}


def _is_kept(piece: Piece, lines: set[str], merged: set[str], ends: set[str]) -> bool:
    """Whether the extractor kept the words: as a line, as several, within one, or but for some labelled words.

    What is nothing but a short link leads elsewhere.
    """
    text = piece.text
    if piece.linked and len(text) < DENSE and piece.tag not in HEADINGS:
        return False
    if text in lines or 2 * sum(len(line) for line in piece.lines if line in lines) > len(text):
        return True
    return len(text) > PART and (any(text in line for line in merged) or any(end in ends for end in _ends(text)))


def _ends(text: str) -> tuple[str, str]:
    """The words that open and that close a text, told apart by the mark at their inner side."""
    words = text.split()
    return " ".join(words[:ENDS]) + " …", "… " + " ".join(words[-ENDS:])


def _dense(pieces: list[Piece]) -> set[int]:
    """The long paragraphs; where there is none, all that are sentences."""
    dense = {number for number, piece in enumerate(pieces) if len(piece.text) >= DENSE}
    return dense or {number for number, piece in enumerate(pieces) if _is_sentence(piece)}


def _is_sentence(piece: Piece) -> bool:
    ended = piece.tag == "p" or piece.text.endswith((".", "!", "؟", "…"))
    return ended and not piece.linked and len(piece.text.split()) >= SENTENCE


def _filled(kept: set[int], pieces: list[Piece]) -> set[int]:
    """What is kept, with the short paragraphs and the headings that the extractor drops. Links are others' news."""
    ends: dict[int, tuple[int, int]] = {}  # of an element, the first and the last of its children that are kept
    for number in sorted(kept):
        beside = id(pieces[number].place.above)
        ends[beside] = (ends.get(beside, (number, 0))[0], number)
    first = min(kept, default=0)
    return kept | {
        number
        for number, piece in enumerate(pieces)
        if piece.tag in FILLED and not piece.linked and number > first
        for start, stop in [ends.get(id(piece.place.above), (number, number))]
        if start < number < stop or (piece.tag in SUBHEADINGS and number + 1 in kept)
    }
