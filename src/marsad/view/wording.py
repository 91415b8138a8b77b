"""The fields of a reading as one line of words each, in Arabic or English.

Every stretch that comes from the page stands in an isolate (U+2068 … U+2069, Unicode UAX #9),
so that codes, digits and arrows beside it keep their place.
"""

from __future__ import annotations

from collections.abc import Iterable

from marsad.mention.time.value import date_of
from marsad.record import (
    Article,
    Casualty,
    Claim,
    Context,
    Entity,
    Participant,
    Place,
    Quantity,
    Quotation,
    Relation,
    Time,
)
from marsad.resolve.romanize import with_latin_name
from marsad.resolve.stranger import UNRESOLVED
from marsad.text.fold import fold
from marsad.view.label import label

WORDS_SHOWN = 6  # of those that speak for a context
FSI, PDI = "\u2068", "\u2069"


# Controls of the page must not reach the terminal: those of the terminal itself show as U+FFFD, those of
# direction, which would order our own words, as nothing. One code point stays one code point.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd")
_SPACES = dict.fromkeys(map(ord, "\n\r\t"), " ")
_DIRECTION = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u200b")
_HARMLESS = _CONTROLS | _SPACES | _DIRECTION


def harmless(text: str) -> str:
    """``text`` of as many code points on one line, without the controls of terminal and direction."""
    return text.translate(_HARMLESS)


def isolate(text: str) -> str:
    """Words of the page as a unit of their own direction, harmless."""
    return f"{FSI}{harmless(text)}{PDI}"


def shorten(text: str, most: int = 90) -> str:
    """``text`` on one line, cut after ``most`` code points with an ellipsis."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


class Wording:
    """Words for the records of one article in one language (``ar`` or ``en``)."""

    def __init__(self, article: Article, language: str) -> None:
        """Name the article's entities once."""
        self.article = article
        self.language = language
        self._names = {entity.id: self._name(entity) for entity in article.entities}

    def label(self, key: str) -> str:
        """The label for a key, see :func:`marsad.view.label.label`."""
        return label(key, self.language)

    def list(self, parts: Iterable[str]) -> str:
        """Several parts on one line."""
        return ("، " if self.language == "ar" else ", ").join(parts)

    def _name(self, entity: Entity) -> str:
        latin = f"≈ {entity.name_en}" if entity.transliterated else entity.name_en
        return entity.name if self.language == "ar" else latin or entity.name

    def party(self, party: Participant) -> str:
        """The words, whom they name where they say it otherwise, and the actor code."""
        code = " ".join(filter(None, (party.country, party.sector))) or self.label("unresolved")
        return f"{isolate(shorten(party.text, 60))}{self._meaning(party)} [{code}]"

    def _meaning(self, party: Participant) -> str:
        ids = party.members or ((party.entity,) if party.entity else ())
        names = [self._names[i] for i in ids if i in self._names]
        if not names or [fold(name) for name in names] == [fold(party.text)]:
            return ""
        return " = " + self.list(isolate(name) for name in names)

    def parties(self, parties: Iterable[Participant]) -> str:
        """Several participants, or that none is said."""
        return self.list(self.party(p) for p in parties) or self.label("not said")

    def time(self, time: Time) -> str:
        """The date, or else the length or stretch of time, and the words for it."""
        return f"{date_of(time) or time.value or self.label('unresolved')} ({isolate(time.span.of(self.article.text))})"

    def place(self, place: Place) -> str:
        """The words and how exactly they are known."""
        words = isolate(place.span.of(self.article.text))
        if not place.id:
            return f"{words} [{self.label('unresolved')}]"
        name = place.name_en if self.language == "en" and place.name_en else None
        known = ", ".join(filter(None, (self.label(place.precision or "unresolved"), place.country)))
        return f"{words}{f' = {isolate(name)}' if name else ''} [{known}]"

    def claim(self, claim: Claim) -> str:
        """Who says it, with what stance and in which words, and through whom."""
        cue = isolate(claim.cue.of(self.article.text))
        via = f" · {self.label('via')} {self.parties(claim.via)}" if claim.via else ""
        return f"{self.parties((claim.speaker, *claim.others))} · {self.label(claim.stance)} ({cue}){via}"

    def casualties(self, casualties: Iterable[Casualty]) -> str:
        """Each outcome with its count and the words that give it."""
        return self.list(self._casualty(c) for c in casualties)

    def _casualty(self, casualty: Casualty) -> str:
        words = isolate(casualty.quantity.span.of(self.article.text))
        return f"{self.label(casualty.outcome)} {count(casualty.quantity)} ({words})"

    def relation(self, relation: Relation) -> str:
        """Who stands how to whom."""
        return f"{self.parties(relation.subjects)} — {self.label(relation.kind)} — {self.party(relation.object)}"

    def quotation(self, quotation: Quotation) -> str:
        """Who says what."""
        said_by = (quotation.speaker, *quotation.others) if quotation.speaker else ()
        speaker = self.parties(said_by) if said_by else self.label("speaker unresolved")
        return f"{speaker}: {isolate(shorten(quotation.span.of(self.article.text), 110))}"

    def context(self, context: Context) -> str:
        """What the article is about, and the first words that say so, each once."""
        words = dict.fromkeys(span.of(self.article.text) for span in context.spans)
        shown = list(words)[:WORDS_SHOWN]
        more = "، …" if len(words) > len(shown) else ""
        return f"{self.label(f'context {context.name}')}: {self.list(map(isolate, shown))}{more}"

    def entity(self, entity: Entity) -> str:
        """Name, code, office and how often the article names it; ≈ marks a name in Latin letters that is no established one."""
        entity = with_latin_name(entity)
        names = dict.fromkeys((self._name(entity), entity.name))
        code = " ".join(filter(None, (entity.country, entity.sector)))
        if not code or entity.reason == UNRESOLVED:
            code = f"{code} {self.label('unresolved')}".lstrip()
        office = f" — {isolate(entity.office)}" if entity.office else ""
        times = f"{self.label('mentions')} {len(entity.mentions)}"
        return f"{' · '.join(map(isolate, names))} [{code}]{office} ({times})"


def count(quantity: Quantity) -> str:
    """``12``, ``20–99`` or, where it is open, ``20+``."""
    if quantity.exact:
        return str(quantity.least)
    return f"{quantity.least}+" if quantity.most is None else f"{quantity.least}–{quantity.most}"
