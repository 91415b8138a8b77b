"""Stage *page*: bytes to a decoded page with its anatomy."""

from __future__ import annotations

from dataclasses import replace

from marsad.errors import PageError
from marsad.page.charset import Decoded, decode
from marsad.page.language import language_of
from marsad.record import Block, BlockKind, Page, Published
from marsad.span import Span

MAX_BYTES = 64 << 20  # well above any news page; what is larger is a dump, for JSON Lines
MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "gzip data",
    b"GIF8": "a picture",
}
NULS = 0.05  # share of NUL bytes above which data is no text in any charset read here

__all__ = ["MAX_BYTES", "read_fields", "read_page", "read_sentences"]


def read_page(
    data: bytes | str, *, url: str | None = None, published: str | None = None, charset: str | None = None
) -> Page:
    """The page of HTML or plain text.

    ``published`` and ``charset`` overrule what the page says. Raises :class:`PageError` for
    what is empty, binary or larger than ``MAX_BYTES``.
    """
    decoded = _decoded(data, charset)
    if not decoded.text.strip():
        raise PageError("the page is empty")
    page = _html(decoded, url) if looks_like_html(decoded.text) else _plain(decoded)
    given = Published(published, "given") if published else page.published
    return replace(page, url=url, published=given, warnings=(*page.warnings, *_language_warning(page)))


def _decoded(data: bytes | str, charset: str | None) -> Decoded:
    if isinstance(data, str):
        return Decoded(data, "str", "given")
    if not data.strip():
        raise PageError("the page is empty")
    if len(data) > MAX_BYTES:
        raise PageError(f"larger than {MAX_BYTES >> 20} MiB; split it or give JSON Lines")
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


def _plain(decoded: Decoded) -> Page:
    from marsad.page.plain import plain_blocks
    from marsad.page.published import published_in_text

    blocks = plain_blocks(decoded.text)
    return Page(
        decoded.text, blocks, published_in_text(decoded.text, blocks), None, decoded.charset, decoded.rule,
        language_of(decoded.text), decoded.warnings,
    )  # fmt: skip


def _language_warning(page: Page) -> tuple[str, ...]:
    return ("the page is not in Arabic; little will be read",) if page.language not in ("ar", None) else ()


def read_sentences(sentences: list[str], *, published: str | None = None, url: str | None = None) -> Page:
    """The page of an item given as sentences, the first its title: one block a sentence, so that numbers stay.

    Raises :class:`PageError` when there is no text at all.
    """
    if not any(sentence.strip() for sentence in sentences):
        raise PageError("the item has no text")
    blocks, start = [], 0
    for number, sentence in enumerate(sentences):
        kind = BlockKind.HEADLINE if number == 0 and len(sentences) > 1 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(start, start + len(sentence)), kind, "given"))
        start += len(sentence) + 1
    return _given("\n".join(sentences), tuple(blocks), published, url)


def read_fields(title: str, text: str, *, published: str | None = None, url: str | None = None) -> Page:
    """The page of an item with a title and a text of paragraphs; raises :class:`PageError` when both are empty."""
    from marsad.page.plain import plain_blocks

    if not (title.strip() or text.strip()):
        raise PageError("the item has no text")
    head = (Block(Span(0, len(title)), BlockKind.HEADLINE, "given"),) if title.strip() else ()
    stored = f"{title}\n{text}" if head else text
    return _given(stored, head + plain_blocks(stored, len(title) + 1 if head else 0, titled=True), published, url)


def _given(text: str, blocks: tuple[Block, ...], published: str | None, url: str | None) -> Page:
    date = Published(str(published), "given") if published else None
    return Page(text, blocks, date, url, "str", "given", language_of(text))
