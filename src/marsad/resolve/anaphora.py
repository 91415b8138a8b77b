"""Who is meant: what the words of a sentence go back to in those before it.

A :class:`Discourse` goes with an article from sentence to sentence. It knows whom the article has named, by which words
each may be called again, and who was the subject of the sentence before. Every link carries its reason and the words
that it goes back to; where two fit, there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from marsad.claim.report import Report
from marsad.claim.speaker import last_word
from marsad.event.view import View
from marsad.record import Mention, Participant
from marsad.resolve.description import Known, described, last_name, referents
from marsad.resolve.pair import Pairs, pairs_of
from marsad.resolve.possessive import possessed
from marsad.resolve.subject import parties_of


@dataclass(slots=True)
class Discourse:
    """What the sentences of an article so far have said of whom; empty before the first."""

    known: Known = field(default_factory=Known)
    pairs: Pairs = field(default_factory=dict)
    last: View | None = None  # the sentence before
    spoke: tuple[Participant, str] | None = None  # who spoke in it last, and the gender of his verb

    def meant(self, view: View, number: int, found: Mention | None) -> Mention | None:
        """Whom a noun phrase without an entity goes back to; ``found`` is what it is by itself."""
        return (
            self._pair(view, number)
            or described(view, number, found, self.known)
            or last_name(view, number, found, self.known)
            or possessed(view, number, found, self.last)
        )

    def named_before(self, found: Mention) -> Mention:
        """«الرئيس الفرنسي» for its holder at the date: with the words that named him, where the article has done so."""
        known = self.known.by_entity.get(found.entity or "") if found.rule == "office_holder" else None
        if known is None:
            return found
        said = known.mention.span.of(self.last.text) if self.last else ""
        return replace(found, reason=f"{found.reason}; named before: {said}", antecedent=known.mention.span)

    def _pair(self, view: View, number: int) -> Mention | None:
        phrase = view.phrases[number]
        first = view.items[phrase.start]
        known = self.pairs.get(first.token.folded[first.prefix :]) if phrase.stop - phrase.start == 1 else None
        return None if known is None else replace(known, span=view.span(number))

    def pronoun(self, pronoun: str) -> Mention | None:
        """Whom an object pronoun on a verb means that nobody in its own sentence fits: the only party of the one before."""
        parties = parties_of(self.last) if self.last else ()
        fitting = {s.mention.span: s.mention for s in parties if pronoun in s.pronouns}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def speaker(self, gender: str) -> Participant | None:
        """Who spoke in the sentence before with a verb of this gender."""
        if self.spoke is None or self.spoke[1] != gender:
            return None
        speaker, _ = self.spoke
        return replace(speaker, rule="speaker_before", reason="spoke in the sentence before", antecedent=speaker.span)

    def hear(self, view: View, reports: Sequence[Report]) -> None:
        """Take in a sentence that has been read."""
        for referent in referents(view, len(view.phrases), self.known.seen):
            self.known.add(referent)
        self.pairs = pairs_of(view, self.pairs)
        self.last = view
        self.spoke = last_word(view, reports)
