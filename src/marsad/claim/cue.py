"""Speech verbs of a sentence: which words report at all, and what each kind of them may report."""

from __future__ import annotations

from typing import NamedTuple

from marsad.event.view import View
from marsad.lexicon.compile import SPEECH
from marsad.lexicon.lexicon import Reading
from marsad.mention.item import Item
from marsad.text.fold import fold

NEGATIONS = frozenset("لم لن لا ليس الا".split())  # closed class of grammar; «ألا» is أن لا
OPEN_QUOTES = frozenset("«“\"‘'")
CLOSING = {"«": "»", "“": "”", '"': '"', "‘": "’", "'": "'"}


class Cue(NamedTuple):
    """A verb or circumstantial participle of speech: its phrase, its item and its reading."""

    view: View
    number: int
    at: int
    reading: Reading

    @property
    def item(self) -> Item:
        """The word itself."""
        return self.view.items[self.at]

    @property
    def verbal(self) -> bool:
        """A finite verb."""
        return self.view.phrases[self.number].kind == "verb"

    @property
    def lemma(self) -> str:
        """The folded verb."""
        return fold(self.view.lexicon.speech_verb(self.reading.entry))


def cue_at(view: View, number: int) -> Cue | None:
    """The cue that a phrase begins with; a feminine plural participle is a noun as a rule («لافتات»)."""
    phrase = view.phrases[number]
    if phrase.kind not in ("verb", "np", "event"):
        return None
    reading = view.items[phrase.start].of(SPEECH)
    if reading is None:
        return None
    circumstance = reading.pos == "participle" and reading.agreement != "fp"
    return Cue(view, number, phrase.start, reading) if phrase.kind == "verb" or circumstance else None


def stance_of(cue: Cue) -> str | None:
    """The verb's stance; what nobody says is no report («لم تعلن»), and a denial not made leaves it open («لم يستبعد»)."""
    stance = cue.view.lexicon.stance(cue.reading.entry)
    if not negated(cue):
        return stance
    return "expects" if stance == "denies" else None


def negated(cue: Cue) -> bool:
    """«لم تعلن أي جهة», «عدم ذكر اسمه»."""
    before = cue.view.items[cue.at - 1] if cue.at else None
    if before is None:
        return False
    bare = before.token.folded[len(before.conjunction) :]
    return bare in NEGATIONS or bare in ("عدم", "بدون", "دون")


def is_complementizer(item: Item) -> bool:
    """أن، إن, with or without a pronoun or بـ."""
    return item.tag == "particle" and "complementizer" in item.classes


def quote_end(view: View, opening: int) -> int:
    """The closing mark of the quotation whose opening mark stands at ``opening``, or the end of the sentence."""
    close = CLOSING[view.items[opening].token.text]
    after = range(opening + 1, len(view.items))
    return next((n for n in after if view.items[n].token.text == close), len(view.items))


def closes(view: View, position: int) -> bool:
    """Whether a mark that is written alike at both ends of a quotation («"») closes one that the sentence has opened."""
    mark = view.items[position].token.text
    return CLOSING.get(mark) == mark and sum(item.token.text == mark for item in view.items[:position]) % 2 == 1
