"""Speech verbs of a sentence: which words report at all, and what each kind of them may report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from marsad.event.view import View
from marsad.lexicon.compile import SPEECH
from marsad.lexicon.lexicon import Reading
from marsad.mention.item import Item
from marsad.text.fold import fold

# Verbs that report a clause or a quotation only: an event noun after them is what they do («تابع القضاء التحقيق»).
CLAUSAL = frozenset(
    map(
        fold,
        "قال أضاف تابع أردف نقل اقتبس نسب سجل كتب شرح أظهر أثبت أبرز استعرض بث أذاع لخص حسم سرب تداول "
        "عقب أجاب كرر دون فسر استشهد هتف صاح اعتبر رأى ظن اعتقد قدر افترض".split(),
    )
)
# Verbs that only «أن» or «إن» makes verbs of speech: «تعتبر القاعدة أكبر …», «يرى المنقذون …».
OPINION = frozenset(map(fold, "اعتبر رأى ظن اعتقد قدر".split()))
# Prepositions other than بـ and عن after which a verb names the event that it reports: «شدد على دعمه», «أشار إلى مقتل …».
GOVERNED: Mapping[str, frozenset[str]] = {
    "علي": frozenset(map(fold, "شدد أكد دل".split())),
    "الي": frozenset(map(fold, "أشار لفت ألمح لمح نوه نبه خلص".split())),
    "من": frozenset(map(fold, "حذر خشي تخوف".split())),
}
RELAYING: Mapping[str, str] = {"نقل": "عن", "اقتبس": "عن", "نسب": "الي"}  # verb → preposition of who is quoted
NEGATIONS = frozenset("لم لن لا ليس".split())
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
