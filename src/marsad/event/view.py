"""A sentence as the event rules see it: items, phrases, and what each phrase is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from marsad.event.owner import with_owner
from marsad.lexicon.compile import DEMONYM, RELATION, WORD
from marsad.lexicon.lexicon import Form, Lexicon
from marsad.lexicon.wordset import Stems
from marsad.mention.describe import ACTING, describe
from marsad.mention.item import Item, stems_in
from marsad.mention.phrase import Phrase, noun_span
from marsad.record import Mention, MentionKind, Participant, Place, Quantity, Sentence, Time
from marsad.span import Span, under

if TYPE_CHECKING:
    from marsad.claim.report import Report

HARD_MARKS = frozenset('.!?؟؛;:…«»“”"()[]|/') | {"..", "..."}
COMMAS = frozenset("،,-–—")
STOPS = frozenset(".؟!؛")  # what ends a sentence or a long clause for good
DASHES = frozenset("-–—")
ACCOMPANYING = frozenset({"الي جانب", "برفقه", "بمشاركه", "بالتعاون مع", "بالاشتراك مع"})
QUOTES = frozenset('«»“”"{}')
SHORT_QUOTE = 4  # phrases between quotation marks that mark a few words: «قوى سوداء»
LONGEST_REACH = 9  # phrases that a role may lie away from its trigger


class Discourse(Protocol):
    """What the sentences before have said of whom; see :mod:`marsad.resolve.anaphora`."""

    def meant(self, view: View, number: int, found: Mention | None) -> Mention | None:
        """Whom a noun phrase goes back to."""

    def named_before(self, found: Mention) -> Mention:
        """A phrase that the base resolves, with the earlier words that named the same."""

    def speaker(self, pronoun: str, *, adding: bool, acted: bool) -> Participant | None:
        """Who spoke before and agrees with a pronoun, for «وأضاف أن …»."""

    def quoted(self, view: View) -> Report | None:
        """The report that a sentence goes on with, inside a quotation that an earlier one opened."""

    def subject(self, pronoun: str) -> Mention | None:
        """Whom the sentence before told of, for a verb whose subject is dropped and agrees with a pronoun."""

    def pronoun(self, pronoun: str) -> Mention | None:
        """Whom an object pronoun goes back to that nobody in its sentence fits."""


@dataclass(slots=True)
class View:
    """One sentence with everything that earlier stages found in it."""

    sentence: Sentence
    text: str
    items: Sequence[Item]
    phrases: Sequence[Phrase]
    lexicon: Lexicon
    published: str | None = None
    times: Sequence[Time] = ()
    quantities: Sequence[Quantity] = ()
    places: Sequence[Place] = ()
    matched: frozenset[int] = frozenset()  # items that are triggers with their conditions met
    earlier: Discourse | None = None
    _mentions: dict[int, Mention | None] = field(default_factory=dict)
    _index: list[int] = field(default_factory=list)
    _nouns: list[int] | None = None
    _forms: list[Form] | None = None
    _stems: list[Stems] = field(default_factory=list)

    @property
    def stems(self) -> Sequence[Stems]:
        """The stems of each item."""
        if not self._stems:
            self._stems = stems_in(self.items)
        return self._stems

    def phrase_of(self, item: int) -> int:
        """The number of the phrase that an item lies in."""
        if not self._index:
            self._index = [
                number for number, phrase in enumerate(self.phrases) for _ in range(phrase.start, phrase.stop)
            ]
        return self._index[item]

    def items_under(self, span: Span) -> range:
        """The numbers of the items that share a code point with a span."""
        return under(self.sentence.tokens, span)

    def mention(self, number: int) -> Mention | None:
        """What a noun phrase is of, ``None`` when nothing says so."""
        known = self._mentions
        if number not in known:
            known[number] = found = self._describe(number)  # what it owns may go back to it
            known[number] = with_owner(self, number, found)
        return known[number]

    @property
    def noun_phrases(self) -> Sequence[int]:
        """The numbers of the noun phrases, which alone have mentions."""
        if self._nouns is None:
            self._nouns = [number for number, phrase in enumerate(self.phrases) if phrase.kind == "np"]
        return self._nouns

    def mentions(self) -> Iterator[Mention]:
        """What each noun phrase is of, as far as something says so, in order."""
        return (mention for number in self.noun_phrases if (mention := self.mention(number)))

    def having(self, cls: str) -> list[int]:
        """The numbers of the items that have a reading of a class."""
        if self._forms is None:
            forms = self.lexicon.forms
            self._forms = [forms[item.token.text] for item in self.items]
        return [n for n, form in enumerate(self._forms) if cls in form.classes and self.items[n].of(cls)]

    def place_over(self, span: Span) -> Place | None:
        """The first place that shares a code point with a span."""
        return next((place for place in self.places if place.span.overlaps(span)), None)

    def _describe(self, number: int) -> Mention | None:
        phrase = self.phrases[number]
        if phrase.kind != "np":
            return None
        found = self._by_itself(phrase)
        if self.earlier is None:
            return found
        if found is not None and found.entity is not None:
            return self.earlier.named_before(found)
        return self.earlier.meant(self, number, found) or found

    def _by_itself(self, phrase: Phrase) -> Mention | None:
        """What a noun phrase is of by its own words, whatever the sentences before have said."""
        found = describe(self.items, phrase, self.lexicon, self.published)
        return self._placed(phrase, found) if self.places else found

    def _placed(self, phrase: Phrase, found: Mention | None) -> Mention | None:
        """A phrase that a place name is or ends («الفلوجة», «ثكنة في …» not): its kind and country come from the gazetteer."""
        span = noun_span(self.items, phrase)
        place = self.place_over(span)
        if place is not None and place.rule == "capital_of":
            return Mention(span, MentionKind.PLACE, "place:capital_of", None, None, place.reason, place.country)
        if found is not None and (found.country or found.kind is not MentionKind.PLACE):
            return found
        if place is None:
            return found
        if found is None:
            return Mention(span, MentionKind.PLACE, f"place:{place.rule}", None, None, place.reason, place.country)
        return replace(found, country=place.country, reason=place.reason)

    def within(self, start: int, stop: int) -> Mention | None:
        """What items ``[start, stop)`` of a noun phrase are of by themselves."""
        return self._by_itself(Phrase("np", start, stop))

    def acting(self, number: int) -> bool:
        """Whether a phrase is of someone who can act."""
        mention = self.mention(number)
        return mention is not None and mention.kind in ACTING and not self._qualifies_event(number)

    def _qualifies_event(self, number: int) -> bool:
        """«القصف التركي»: an adjective of nationality after an event noun is nobody by itself."""
        phrase = self.phrases[number]
        after_event = (
            number > 0
            and self.phrases[number - 1].kind == "event"
            and not phrase.preposition
            and not phrase.conjunction
        )
        agrees = after_event and self.items[self.phrases[number - 1].stop - 1].article == self.item_of(number).article
        return agrees and all(item.of(DEMONYM) for item in self.items[phrase.start : phrase.stop])

    def span(self, number: int) -> Span:
        """The words of a noun phrase without conjunction and preposition."""
        return noun_span(self.items, self.phrases[number])

    def item_of(self, number: int) -> Item:
        """The first item of a phrase."""
        return self.items[self.phrases[number].start]

    def bare(self, number: int) -> bool:
        """A noun phrase or event noun without a preposition."""
        phrase = self.phrases[number]
        return phrase.kind in ("np", "event") and not phrase.preposition

    def right(self, number: int, *, commas: bool = True) -> Iterator[int]:
        """Phrases after ``number`` up to the end of its clause, asides left out; event nouns are passed on, verbs end it."""
        other = number + 1
        for _ in range(LONGEST_REACH):
            while other < len(self.phrases) and (after := self._past_aside(other)):
                other = after
            if other >= len(self.phrases) or self.ends_clause(other, commas=commas):
                return
            if not self.attached(other):
                yield other
            other += 1

    def attached(self, number: int) -> bool:
        """«الجيش الموالي للشرعية»: a phrase whose preposition a word of relation right before it governs."""
        phrase = self.phrases[number]
        if phrase.kind != "np" or not phrase.preposition or not number:
            return False
        before = number - 1 if self.phrases[number - 1].kind != "particle" else number - 2
        if before < 0 or self.phrases[before].kind != "np":
            return False
        last = self.items[self.phrases[before].stop - 1]
        nouns = (self.lexicon.word(r.entry) for r in last.readings if r.cls == WORD)
        body = any(noun.kind == "organisation" for noun in nouns)  # «نواب المعارضة»
        words = (r for r in last.readings if r.cls == RELATION and not body)
        return any(self.lexicon.relation(word.entry).preposition == phrase.preposition for word in words)

    def _past_aside(self, number: int) -> int | None:
        """The phrase after an aside that opens here: a name between commas («المتحدث، فلان، …») or anything in brackets."""
        mark = self.item_of(number).token.text if self.phrases[number].kind == "mark" else ""
        if mark == "(":
            stop = min(len(self.phrases), number + LONGEST_REACH)
            return next((n + 1 for n in range(number + 1, stop) if self.item_of(n).token.text == ")"), None)
        if mark in QUOTES:
            return number + 1 if self._short_quote(number) else None
        if mark in DASHES and (closing := self._dash_after(number)):
            return closing + 1
        if mark not in COMMAS or number + 2 >= len(self.phrases) or not number:
            return None
        if (closing := self._relative_aside(number)) is not None:
            return closing + 1
        with_company = number + 3 < len(self.phrases) and self.phrases[number + 2].preposition in ACCOMPANYING
        if with_company and self.item_of(number + 3).token.text in COMMAS:  # «، إلى جانب رئيس المخابرات، …»
            return number + 4
        name, close = self.phrases[number + 1], self.phrases[number + 2]
        times = number + 1
        while times < len(self.phrases) and self.phrases[times].kind == "time":
            times += 1
        if times > number + 1 and times < len(self.phrases) and self.item_of(times).token.text in COMMAS:
            return times + 1  # «استهدف، اليوم الخميس، مسجدا»
        bare = (
            name.kind == "np"
            and not name.preposition
            and not name.conjunction
            and self.phrases[number - 1].kind == "np"
        )
        if not bare or close.kind != "mark" or self.item_of(number + 2).token.text not in COMMAS:
            return None
        mention = self.mention(number + 1)
        return number + 3 if mention is None or mention.kind is MentionKind.PERSON else None

    def _relative_aside(self, number: int) -> int | None:
        """The comma that closes «الطائرات، التي أقلعت من القاعدة، …»: after it neither a verb nor و goes on."""
        if "relative" not in self.item_of(number + 1).classes or self.phrases[number - 1].kind != "np":
            return None
        stop = min(len(self.phrases) - 1, number + LONGEST_REACH)
        closing = next((n for n in range(number + 2, stop) if self.item_of(n).token.text in COMMAS), None)
        after = self.phrases[closing + 1] if closing is not None else None
        return (
            closing
            if after is not None and after.kind in ("np", "event", "particle") and not after.conjunction
            else None
        )

    def _dash_after(self, number: int) -> int | None:
        """The dash that closes an aside opened here: «سامر -نجل الوزير- …», each dash written close to what it sets apart."""
        opening = self.item_of(number).token.span
        if (
            self.text[opening.stop : opening.stop + 1].isspace()
            or not self.text[opening.start - 1 : opening.start].isspace()
        ):
            return None
        dashes = (n for n in range(number + 1, min(len(self.phrases), number + LONGEST_REACH)) if self._dash(n))
        return next((n for n in dashes if not self.text[self.item_of(n).token.span.start - 1].isspace()), None)

    def _dash(self, number: int) -> bool:
        return self.phrases[number].kind == "mark" and self.item_of(number).token.text in DASHES

    def left(self, number: int) -> Iterator[int]:
        """Phrases before ``number``, nearest first, back to the start of its clause."""
        for other in range(number - 1, max(-1, number - 1 - LONGEST_REACH), -1):
            if self.ends_clause(other):
                return
            yield other

    def _short_quote(self, number: int) -> bool:
        """Whether a quotation mark has its partner within a few phrases and no verb between: it marks words, no speech."""
        after = range(number + 1, min(len(self.phrases), number + SHORT_QUOTE + 1))
        before = range(number - 1, max(-1, number - SHORT_QUOTE - 1), -1)
        return any(self._closes_quote(way) for way in (after, before))

    def _closes_quote(self, numbers: range) -> bool:
        for number in numbers:
            if self.phrases[number].kind == "verb":
                return False
            if self.phrases[number].kind == "mark" and self.item_of(number).token.text in QUOTES:
                return True
        return False

    def ends_clause(self, number: int, *, commas: bool = True) -> bool:
        """A verb, a complementizer, a relative or a mark divides clauses."""
        phrase = self.phrases[number]
        item = self.items[phrase.start]
        if phrase.kind == "verb":
            return True
        if phrase.kind == "mark":
            text = item.token.text
            return text in HARD_MARKS or (commas and text in COMMAS)
        return phrase.kind == "particle" and bool({"complementizer", "relative", "subordinator"} & set(item.classes))
