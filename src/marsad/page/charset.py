"""Bytes to text: which codec, and why.

Order: byte order mark, the caller's word, UTF-8 validity, the page's own label, and for
labels that cannot hold Arabic or are absent a choice between windows-1256 and ISO-8859-6
by the share of Arabic letters that each gives.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
ARABIC_CODECS = ("windows-1256", "iso-8859-6")
# Letters that make up a third of any Arabic text: a wrong codec does not give them this often.
FREQUENT = frozenset("اليمونرتب")
LABEL = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
# Charsets of the web (WHATWG Encoding Standard) and the older Arabic ones. Python knows more
# codecs, but no page is written in them: some are no charsets (hex), some run escapes or raise.
CHARSETS = frozenset(
    codecs.lookup(name).name
    for name in (
        "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be ascii windows-1256 iso-8859-6 cp720 cp864 mac-arabic iso-8859-1 iso-8859-2 "
        "iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-7 iso-8859-8 iso-8859-9 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 "
        "iso-8859-16 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1257 windows-1258 "
        "cp866 cp874 koi8-r koi8-u mac-roman mac-cyrillic gbk gb2312 gb18030 big5 euc-jp iso-2022-jp shift_jis euc-kr"
    ).split()
)
HEAD = 4096  # bytes in which browsers look for the label (WHATWG, 1024) with room for long heads


class Decoded(NamedTuple):
    """Text, the codec it was read with, the rule that chose it, and warnings."""

    text: str
    charset: str
    rule: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, given: str | None = None) -> Decoded:
    """The text of ``data``. Never raises: bytes that no codec explains become U+FFFD, with a warning."""
    for mark, codec in BOMS:
        if data.startswith(mark):
            return _replace(data, codec, "byte_order_mark")
    if given and _known(given):
        return _replace(data, given, "given")
    if _decodes(data, "utf-8"):
        return Decoded(data.decode("utf-8"), "utf-8", "valid_utf8", _mislabelled(data, "utf-8"))
    label = declared(data)
    if label and label not in ("utf-8", "utf8") and _decodes(data, label) and _arabic_share(data.decode(label)) > 0.1:
        return Decoded(data.decode(label), label, "declared")
    best = max(ARABIC_CODECS, key=lambda codec: _arabic_share(data.decode(codec, "replace")))
    if _arabic_share(data.decode(best, "replace")) > 0.1 and _arabic_share(data.decode("utf-8", "ignore")) < 0.1:
        found = _replace(data, best, "letter_frequency")
        return found._replace(warnings=(*found.warnings, *_mislabelled(data, best)))
    return _replace(data, "utf-8", "fallback_utf8")


def declared(data: bytes) -> str | None:
    """The charset label in the page's head, lower case, if it is one of :data:`CHARSETS`."""
    label = _label(data)
    return label if label and _known(label) else None


def _label(data: bytes) -> str | None:
    match = LABEL.search(data[:HEAD])
    return match[1].decode("ascii").lower() if match else None


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name).name in CHARSETS
    except (LookupError, ValueError):  # ValueError: a name with a NUL or a surrogate
        return False


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return False
    return True


def _replace(data: bytes, codec: str, rule: str) -> Decoded:
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd")
    return Decoded(text, codec, rule, (f"{lost} characters could not be decoded as {codec}",) if lost else ())


def _mislabelled(data: bytes, codec: str) -> tuple[str, ...]:
    label = _label(data)
    if label is None:
        return ()
    if not _known(label):
        return (f"the page says {label}, which is no charset of the web; it is {codec}",)
    same = codecs.lookup(label).name == codecs.lookup(codec).name
    return () if same else (f"the page says {label} but is {codec}",)


def _arabic_share(text: str) -> float:
    """Share of the letters beyond ASCII that are frequent Arabic ones, over a sample of the text."""
    beyond = [char for char in text[:20_000] if char > "\x7f" and not char.isspace()]
    return sum(char in FREQUENT for char in beyond) / len(beyond) if beyond else 0.0
