"""Stage *page*: bytes to a decoded page with its anatomy."""

from __future__ import annotations

import re
from dataclasses import replace

from marsad.errors import PageError
from marsad.page.charset import Decoded, decode
from marsad.page.language import language_of
from marsad.page.published import iso_or_none, published_in_text, published_in_url, settled
from marsad.record import Block, BlockKind, Page, Published
from marsad.span import Span

MAX_BYTES = (
    4 << 20
)  # of a page, in UTF-8 where it is decoded already: far above any news page, and read in bounded time
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "gzip data",
    b"GIF8": "a picture",
}
EMPTY = "the page is empty; give HTML or plain text"
NO_TEXT = 'the item has no text; give "sentences", or "text" (and "title")'
SURROGATE = re.compile("[\ud800-\udfff]")
NULS = 0.05  # share of NUL bytes above which data is no text in any charset read here

__all__ = ["MAX_BYTES", "check_size", "read_fields", "read_page", "read_sentences", "storable"]


def read_page(
    data: bytes | str, *, url: str | None = None, published: str | None = None, charset: str | None = None
) -> Page:
    """The page of HTML or plain text.

    ``published`` (ISO date or time) and ``charset`` overrule what the page says. Raises
    :class:`PageError` for what is empty, binary or larger than ``MAX_BYTES``, and for a
    ``published`` that is no date.
    """
    given = _given_date(published)
    decoded, url = _decoded(data, charset), storable(url) if url else None
    if not decoded.text.strip():
        raise PageError(EMPTY)
    page = _html(decoded, url) if looks_like_html(decoded.text) else _plain(decoded, url)
    return replace(
        page, url=url, published=given or page.published, warnings=(*page.warnings, *_language_warning(page))
    )


def _given_date(published: str | None) -> Published | None:
    """What the caller says of the time; raises :class:`PageError` when it is no date."""
    if not published:
        return None
    value = iso_or_none(published)
    if value is None:
        raise PageError(f"{published!r} is no publication date; give it as 2020-07-04")
    return Published(value, "given", confidence="high")


def storable(text: str) -> str:
    """``text`` with lone surrogates, which no file can hold, replaced by U+FFFD: as long as before."""
    return SURROGATE.sub("\ufffd", text)


def _surrogate_warning(text: str) -> tuple[str, ...]:
    lost = len(SURROGATE.findall(text))
    return (f"lone surrogates replaced: {lost}",) if lost else ()


def check_size(size: int) -> None:
    """Raises :class:`PageError` for a page of more bytes than ``MAX_BYTES``."""
    if size > MAX_BYTES:
        limit = f"{MAX_BYTES >> 20} MiB"
        raise PageError(f"{size / (1 << 20):.1f} MiB is more than the {limit} of a page; split it or give JSON Lines")


def _decoded(data: bytes | str, charset: str | None) -> Decoded:
    if isinstance(data, str):
        check_size(len(data.encode("utf-8", "surrogatepass")))
        return Decoded(storable(data), "str", "given", _surrogate_warning(data))
    check_size(len(data))
    if not data.strip():
        raise PageError(EMPTY)
    kind = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if kind or (not wide and data[:65536].count(0) > NULS * len(data[:65536])):
        raise PageError(f"this is {kind or 'binary data'}, not a page; give HTML or plain text")
    return decode(data, charset)


def looks_like_html(text: str) -> bool:
    """Whether the text begins as markup does, or holds block tags early on."""
    head = text[:4096].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype", "<html", "<head", "<body", "<?xml", "<!--")) or any(
        tag in head for tag in ("<p>", "<p ", "<div", "<article", "<h1")
    )


def _html(decoded: Decoded, url: str | None) -> Page:
    from marsad.page.html import html_page

    return html_page(decoded, url)


def _plain(decoded: Decoded, url: str | None) -> Page:
    from marsad.page.plain import plain_blocks

    text, charset, rule, warnings = decoded
    blocks = plain_blocks(text)
    published = settled(published_in_text(text, blocks), published_in_url(url))
    return Page(text, blocks, published, url, charset, rule, language_of(text), warnings)


def _language_warning(page: Page) -> tuple[str, ...]:
    return ("the page is not in Arabic; little will be read",) if page.language not in ("ar", None) else ()


def read_sentences(sentences: list[str], *, published: str | None = None, url: str | None = None) -> Page:
    """The page of an item given as sentences, the first its title: one block a sentence, so that numbers stay.

    Raises :class:`PageError` when there is no text at all or more than ``MAX_BYTES``, and for a
    ``published`` that is no date.
    """
    if not any(sentence.strip() for sentence in sentences):
        raise PageError(NO_TEXT)
    blocks, start = [], 0
    for number, sentence in enumerate(sentences):
        kind = BlockKind.HEADLINE if number == 0 and len(sentences) > 1 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(start, start + len(sentence)), kind, "given"))
        start += len(sentence) + 1
    return _given("\n".join(sentences), tuple(blocks), published, url)


def read_fields(title: str, text: str, *, published: str | None = None, url: str | None = None) -> Page:
    """The page of an item with a title and a text of paragraphs.

    Raises :class:`PageError` when both are empty or larger than ``MAX_BYTES``, and for a
    ``published`` that is no date.
    """
    from marsad.page.plain import plain_blocks

    if not (title.strip() or text.strip()):
        raise PageError(NO_TEXT)
    check_size(len(title) + len(text))  # in characters, so that a dump is not cut into blocks first
    head = (Block(Span(0, len(title)), BlockKind.HEADLINE, "given"),) if title.strip() else ()
    stored = f"{title}\n{text}" if head else text
    return _given(stored, head + plain_blocks(stored, len(title) + 1 if head else 0, titled=True), published, url)


def _given(text: str, blocks: tuple[Block, ...], published: str | None, url: str | None) -> Page:
    check_size(len(text.encode("utf-8", "surrogatepass")))
    stored, address = storable(text), storable(url) if url else None
    date = _given_date(published) or published_in_url(address)
    return Page(stored, blocks, date, address, "str", "given", language_of(stored), _surrogate_warning(text))
