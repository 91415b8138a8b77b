"""Who is meant: what the words of a sentence go back to in those before it.

A :class:`Discourse` goes with an article from sentence to sentence. It knows whom the article has named, by which words
each may be called again, and who was the subject of the sentence before. Every link carries its reason and the words
that it goes back to; where two fit, there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from marsad.claim.across import Stretch, going_on, opened_by
from marsad.claim.report import Report
from marsad.claim.speaker import Spoke, last_words
from marsad.event.roles.party import participant_of
from marsad.event.roles.pronoun import dropped_subject
from marsad.event.view import View
from marsad.record import Mention, MentionKind, Participant
from marsad.resolve.description import Known, described, last_name, referents
from marsad.resolve.pair import Pairs, pairs_of
from marsad.resolve.possessive import possessed
from marsad.resolve.subject import Subject, parties_of, subjects_of

PRESS = "JRN"
SILENCE = 3  # sentences without speech after which «أضاف» goes back to nobody


@dataclass(slots=True)
class Discourse:
    """What the sentences of an article so far have said of whom; empty before the first."""

    known: Known = field(default_factory=Known)
    pairs: Pairs = field(default_factory=dict)
    last: View | None = None  # the sentence before
    acting: tuple[Subject, ...] = ()  # its subjects
    present: tuple[Subject, ...] = ()  # all who can act in it
    spoke: tuple[Spoke, ...] = ()  # who spoke last
    silence: int = 0  # sentences since then
    over: Mapping[int, Stretch] = field(default_factory=dict)  # sentences inside a quotation of an earlier one
    quoting: dict[int, Report] = field(default_factory=dict)  # the sentence that opens one → who says it

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
        if not self.pairs or phrase.stop - phrase.start > 1:
            return None
        first = view.items[phrase.start]
        known = self.pairs.get(first.token.folded[first.prefix :])
        return None if known is None else replace(known, span=view.span(number))

    def pronoun(self, pronoun: str) -> Mention | None:
        """Whom an object pronoun on a verb means that nobody in its own sentence fits: the only party of the one before."""
        fitting = {s.mention.span: s.mention for s in self.present if pronoun in s.pronouns}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def speaker(self, pronoun: str, *, adding: bool, acted: bool) -> Participant | None:
        """Who goes on speaking with a verb that agrees with ``pronoun``; ``None`` where two fit.

        He spoke in the sentence before; or, for a verb that adds to what was said, some sentences before it. Where nobody
        spoke there, a verb of saying may go on telling of the sentence's subject (``acted``).
        """
        if self.spoke and (self.silence == 0 or adding):
            return _one(self.spoke, pronoun, self.silence)
        subject = self.subject(pronoun, speaking=True) if acted and self.silence else None
        if subject is None or self.last is None:
            return None
        return participant_of(self.last, subject, "subject_before")

    def subject(self, pronoun: str, *, speaking: bool = False) -> Mention | None:
        """Whom the sentence before told of, for a verb whose subject is dropped: its one subject, if nobody else there agrees.

        Where a person is told of, only another person may be ``speaking`` in his place.
        """
        subject = self.acting[0] if len(self.acting) == 1 else None
        if subject is None or pronoun not in subject.pronouns:
            return None
        mention = subject.mention
        others = (s.mention for s in self.present if pronoun in s.pronouns and s.mention.span != mention.span)
        if speaking and mention.kind is MentionKind.PERSON:
            others = (other for other in others if other.kind is MentionKind.PERSON)
        if any(not _same(mention, other) for other in others):
            return None
        return replace(mention, reason="subject of the sentence before", antecedent=mention.antecedent or mention.span)

    def quoted(self, view: View) -> Report | None:
        """The report that a sentence goes on with, inside a quotation that an earlier one opened."""
        stretch = self.over.get(view.sentence.index)
        opening = self.quoting.get(stretch.first) if stretch else None
        return going_on(view, stretch, opening) if stretch and opening else None

    def hear(self, view: View, reports: Sequence[Report]) -> None:
        """Take in a sentence that has been read."""
        for referent in referents(view, len(view.phrases), self.known.seen):
            self.known.add(referent)
        self.pairs = pairs_of(view, self.pairs)
        self.acting, self.present = self._acting(view), parties_of(view)
        self.last = view
        self._listen(view, last_words(view, reports))
        following = self.over.get(view.sentence.index + 1)
        if following is not None and following.first == view.sentence.index:
            opening = opened_by(reports, following)
            if opening is not None:
                self.quoting[view.sentence.index] = opening

    def _acting(self, view: View) -> tuple[Subject, ...]:
        """The subjects of a sentence; whoever it goes on telling of where it names none."""
        pronoun = dropped_subject(view)
        if not pronoun:
            return subjects_of(view)
        carried = self.subject(pronoun)
        return () if carried is None else (Subject(carried, frozenset({pronoun})),)

    def _listen(self, view: View, spoke: tuple[Spoke, ...]) -> None:
        """Who spoke last, and for how many sentences nobody has; somebody else who acts since then may be meant by «أضاف»."""
        if spoke:
            self.spoke, self.silence = spoke, 0
            return
        stretch = self.over.get(view.sentence.index)
        if stretch is not None and stretch.first in self.quoting:
            return  # he is still speaking
        self.silence += 1
        silenced = any(before.pronouns & s.pronouns for before in self.spoke for s in self.acting)
        if silenced or self.silence > SILENCE:
            self.spoke = ()


def _same(one: Mention, other: Mention) -> bool:
    """Two mentions of one known entity, or one that goes back to the other."""
    return (one.entity is not None and one.entity == other.entity) or other.antecedent == (one.antecedent or one.span)


def _one(spoken: Sequence[Spoke], pronoun: str, silence: int) -> Participant | None:
    """The only one who agrees; a paper or an agency only where nobody else does."""
    fitting = [spoke.speaker for spoke in spoken if pronoun in spoke.pronouns]
    people = [speaker for speaker in fitting if speaker.sector != PRESS]
    meant = people or fitting
    if len(meant) != 1:
        return None
    (speaker,) = meant
    reason = "spoke in the sentence before" if not silence else f"spoke last, {silence + 1} sentences before"
    return replace(speaker, rule="speaker_before", reason=reason, antecedent=speaker.antecedent or speaker.span)
