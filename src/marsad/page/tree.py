"""The document tree and its blocks: the innermost stretches of text, in document order.

Nothing here recurses: pages nested a hundred thousand deep exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marsad.page.labels import label, stands_alone

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
BLOCKS = HEADINGS | frozenset("p li blockquote figcaption time dt dd td th pre legend label address caption".split())
INLINE = frozenset(
    "a b i em strong span u s small sub sup mark bdi bdo font br wbr img abbr cite q code ins del time big tt strike "
    "acronym dfn kbd var nobr".split()
)
SKIPPED = frozenset("script style noscript template svg iframe select option button input textarea head title".split())
FEW = 8  # words around labelled inline elements; more are running text, which is not parted
NEAREST = 50  # elements above a block whose labels are read
SPACE = re.compile(r"\s+")
ILLEGAL = re.compile(r"[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")  # in XML, and thus in lxml
SEPARATORS = re.compile(r"[\x0b\x0c\x1c-\x1f]")  # illegal too, but white space
BREAK = "\x0b"  # a <br>; as an illegal character it stands for nothing else
SENTENCE_ENDS = (".", "!", "?", "؟", "…", ":", "»", '"')
WRAPPED = 90  # characters of a line, more than text wrapped by hand has

Run = tuple[str, bool]  # words, and whether they are a link


@dataclass(slots=True, eq=False)
class Place:
    """An element on the way down to a block: its label, and the numbers of the blocks that it holds."""

    tag: str
    label: str
    above: Place | None
    first: int
    last: int = 0  # exclusive

    def up(self) -> Iterator[Place]:
        """The place and those above it, the nearest ``NEAREST`` of them."""
        place: Place | None = self
        for _ in range(NEAREST):
            if place is None:
                return
            yield place
            place = place.above


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of the document as it stands: words, tag, place, its lines, and whether all of it is links."""

    text: str
    tag: str
    place: Place
    lines: tuple[str, ...]
    linked: bool


def clean(text: str) -> str:
    """A document without characters illegal in XML, and without the XML declaration, which its decoding outdates."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", SEPARATORS.sub(" ", ILLEGAL.sub("", text)))


def parse(source: str) -> tuple[Any, tuple[str, ...]]:
    """The tree of a clean document, ``None`` where there is no element, and warnings.

    Unclosed tags are closed as browsers do.
    """
    from lxml import etree, html

    parser = html.HTMLParser(huge_tree=True, remove_comments=True)
    try:
        tree = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None, ()
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return tree, ("the page is nested too deep; its rest was not read",) if cut else ()


def pieces_of(tree: Any) -> list[Piece]:
    """Every innermost block with words of its own, in document order."""
    holders = _holders(tree)
    found: list[Piece] = []
    stack: list[tuple[Any, Place | None]] = [(tree, None)]
    while stack:
        node, above = stack.pop()
        if isinstance(node, Place):  # all below it is read
            node.last = len(found)
        elif isinstance(node, list):
            assert above is not None
            found.extend(_paragraphs(node, above, len(found)))
        elif _read(node):
            place = Place(node.tag, _label(node), above, len(found))
            parts = _parts(node, holders)
            if len(parts) == 1 and isinstance(parts[0], list):
                found.extend(_whole(parts[0], place))
            else:
                stack.append((place, None))
                stack.extend((part, place) for part in reversed(parts))
    return found


def _read(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag not in SKIPPED


def _label(element: Any) -> str:
    # What the whole page is named says nothing of its blocks.
    if element.tag in ("html", "body"):
        return str(element.tag)
    names = [element.get(name) or "" for name in ("class", "id", "itemprop", "role")]
    return label(element.tag, names, element.get("rel") or "")


def _holders(tree: Any) -> set[Any]:
    """The elements that hold a block at any depth."""
    found: set[Any] = set()
    for element in tree.iter():
        if _read(element) and element.tag not in INLINE:
            above = element.getparent()
            while above is not None and above not in found and above.tag not in SKIPPED:
                found.add(above)
                above = above.getparent()
    return found


def _parts(element: Any, holders: set[Any]) -> list[Any]:
    """The children that are blocks or hold some, and the loose text around them as lists of runs."""
    apart = _apart(element, holders)
    parts: list[Any] = []
    loose: list[Run] = [(element.text or "", element.tag == "a")]
    for child in element:
        if child in apart:
            parts += [loose, child]
            loose = []
        else:
            loose += _words(child, element.tag == "a")
        loose.append((child.tail or "", element.tag == "a"))
    return [part for part in [*parts, loose] if not isinstance(part, list) or _joined(part).strip()]


def _apart(element: Any, holders: set[Any]) -> set[Any]:
    """The children to be read by themselves: blocks, and times and labelled elements outside running text."""
    children = [child for child in element if _read(child)]
    blocks = {child for child in children if child.tag not in INLINE or child in holders}
    labelled = [c for c in children if c not in blocks and (c.tag == "time" or stands_alone(_label(c)))]
    if not labelled:
        return blocks
    apart = blocks | set(labelled)
    inline = [_joined(_words(child)) for child in children if child not in apart]
    count = len("".join([element.text or "", *(child.tail or "" for child in element), *inline]).split())
    if count > FEW:  # a time may yet open an entry
        opening = labelled[0] is element[0] and labelled[0].tag == "time" and not (element.text or "").strip()
        return blocks | set(labelled[:1]) if opening and element.tag != "p" else blocks
    # A heading that is nothing but one labelled element stays a heading.
    return blocks if element.tag in HEADINGS and not count else apart


def _words(element: Any, linked: bool = False) -> list[Run]:
    """The text of an element without scripts and without its tail."""
    found: list[Run] = []
    stack: list[tuple[Any, bool]] = [(element, linked)]
    while stack:
        node, linked = stack.pop()
        if isinstance(node, str):
            found.append((node, linked))
        elif node.tag == "br":
            found.append((BREAK, linked))
        elif _read(node):
            inside = linked or node.tag == "a"
            found.append((node.text or "", inside))
            for child in reversed(node):
                stack += [(child.tail or "", inside), (child, inside)]
    return found


def _joined(runs: list[Run]) -> str:
    return "".join(text for text, _ in runs)


def _whole(runs: list[Run], place: Place) -> Iterator[Piece]:
    """The block that an undivided element is, or its paragraphs where line breaks part it."""
    texts = [_joined(runs)] if place.tag in HEADINGS else _parted(_joined(runs))
    place.last = place.first + len(texts)
    for number, text in enumerate(texts, place.first):
        apart = len(texts) > 1 and place.tag not in BLOCKS
        yield _piece(text, Place("p", "p", place, number, number + 1) if apart else place, runs)


def _paragraphs(runs: list[Run], above: Place, first: int) -> Iterator[Piece]:
    """The paragraphs of text that stands loose among the blocks of an element."""
    tag = above.tag if above.tag in BLOCKS else "p"
    for number, text in enumerate(_parted(_joined(runs)), first):
        yield _piece(text, Place(tag, tag, above, number, number + 1), runs)


def _piece(text: str, place: Place, runs: list[Run]) -> Piece:
    linked = all(link for words, link in runs if words.strip()) or any(above.tag == "a" for above in place.up())
    lines = tuple(filter(None, map(squeeze, text.split(BREAK))))
    return Piece(squeeze(text), place.tag, place, lines, linked)


def _parted(text: str) -> list[str]:
    """The paragraphs of a text with line breaks.

    Two breaks part paragraphs; so does one behind the end of a sentence, or behind a line too
    long to have been wrapped by hand.
    """
    found: list[list[str]] = []
    ended = True
    for line in text.split(BREAK):
        words = line.strip()
        if words and ended:
            found.append([])
        if words:
            found[-1].append(line)
        ended = not words or words.endswith(SENTENCE_ENDS) or len(words) > WRAPPED
    return [BREAK.join(lines) for lines in found]


def squeeze(text: str) -> str:
    """White space as single spaces."""
    return SPACE.sub(" ", text).strip()
