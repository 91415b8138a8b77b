"""Where what a verb of speech reports begins and ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from marsad.claim.cue import (
    CLOSING,
    OPEN_QUOTES,
    Cue,
    closes,
    is_complementizer,
    quote_end,
)
from marsad.event.view import COMMAS, View
from marsad.lexicon.compile import SPEECH, TRIGGER
from marsad.record import Participant
from marsad.text.fold import fold

REACH = 40  # items between a speech verb and what is said: speakers have long titles and appositions
ASIDE = 16  # items of an aside between commas
STOP = -1  # a rule's answer: nothing is said


class Opening(NamedTuple):
    """The first item of what is said, and whether it is direct speech: after a colon or an opening quotation mark."""

    start: int
    direct: bool


def opening_of(cue: Cue) -> Opening | None:
    """Where what is said begins, ``None`` where the verb says nothing («تابع القضاء التحقيق»)."""
    position = cue.at + 1
    while position < min(len(cue.view.items), cue.at + REACH):
        past = _past_aside(cue.view, position)
        found = None if past else _opened(cue, position)
        if found is not None:
            return None if found.start == STOP else found
        position = past or position + 1
    return None


def _opened(cue: Cue, position: int) -> Opening | None:
    """What the first rule that answers says of an item."""
    answers = ((rule, start) for rule in OPENINGS if (start := rule(cue, position)) is not None)
    rule, start = next(answers, (halt, None))
    return None if start is None else Opening(min(start, len(cue.view.items)), rule in (colon, quotation))


def _past_aside(view: View, position: int) -> int | None:
    """«قال عضو في اللجنة، طلب عدم ذكر اسمه، إن …»: past an aside between commas after which the clause comes."""
    if view.items[position].token.text not in COMMAS:
        return None
    for other in range(position + 1, min(len(view.items) - 1, position + ASIDE)):
        if view.items[other].token.text in COMMAS:
            return other + 1 if _clause_at(view, other + 1) else None
    return None


def _clause_at(view: View, position: int) -> bool:
    """أن, إلى أن, على أن or a colon stands here."""
    item = view.items[position]
    following = view.items[position + 1] if position + 1 < len(view.items) else item
    governed = "preposition" in item.classes and is_complementizer(following)
    return is_complementizer(item) or governed or item.token.text == ":"


def complementizer(cue: Cue, position: int) -> int | None:
    """«قال الوزير إن | الطائرات …»."""
    return position + 1 if is_complementizer(cue.view.items[position]) else None


def colon(cue: Cue, position: int) -> int | None:
    """«قال القائد: | «قصفنا …»», past the quotation mark and «إن» after the colon."""
    if cue.view.items[position].token.text != ":":
        return None
    start = position + 1
    while start < len(cue.view.items) and (
        cue.view.items[start].token.text in OPEN_QUOTES or is_complementizer(cue.view.items[start])
    ):
        start += 1
    return start


def quotation(cue: Cue, position: int) -> int | None:
    """«وأضاف «| لن ننسحب …»», but not the name of a body («قائد «جيش الفتح»») nor of a paper («لـ"الوطن"»)."""
    view, item = cue.view, cue.view.items[position]
    if item.token.text not in OPEN_QUOTES or position == cue.at + 1 or _names(view, position):
        return None
    clause = position + 1 < len(view.items) and is_complementizer(view.items[position + 1])
    return None if cue.lemma in view.lexicon.reporting.opinion and not clause else position + 1


def _names(view: View, position: int) -> bool:
    """Whether a quotation mark opens or closes a name: inside a noun phrase, after لـ, or where the clause comes after it."""
    inside = view.phrases[view.phrase_of(position)].kind == "np"
    if inside or view.items[position - 1].token.folded in ("ل", "لـ") or closes(view, position):
        return True
    end = quote_end(view, position)
    return end + 1 < len(view.items) and _clause_at(view, end + 1)


def halt(cue: Cue, position: int) -> int | None:
    """The sentence ends, or another clause begins: a verb that belongs to no relative clause."""
    item = cue.view.items[position]
    if item.tag == "mark" and item.token.text in ".؟!؛":
        return STOP
    if item.tag != "verb" or position == cue.at + 1:
        return None
    return STOP if item.conjunction or not (item.of(SPEECH) or _in_relative(cue.view, position)) else None


def _in_relative(view: View, position: int) -> bool:
    """«المتحدث الذي زار …», «في تقرير أصدرته أمس»: a verb after a relative, or with a pronoun for the noun before it."""
    before = view.items[position - 1]
    return "relative" in before.classes or bool(view.items[position].pronoun)


def event_object(cue: Cue, position: int) -> int | None:
    """«أعلن الجيش | مقتل …»: an event noun counts only as the verb's own object."""
    item = cue.view.items[position]
    if item.of(TRIGGER) is None or item.tag != "noun":
        return None
    return position if _governed(cue, position) else None


def _governed(cue: Cue, position: int) -> bool:
    """Whether the verb governs this noun, directly or by its own preposition, and nothing else stands between."""
    view, number = cue.view, cue.view.phrase_of(position)
    words = view.lexicon.reporting
    preposition = view.phrases[number].preposition
    allowed = preposition in ("", "عن", "ب") or cue.lemma in words.governed.get(preposition, ())
    source = words.relaying.get(cue.lemma)
    if not allowed or (cue.lemma in words.clausal and source is None):
        return False
    between = [view.phrases[n] for n in range(view.phrase_of(cue.at) + 1, number)]
    cited = source is None or any(p.kind == "np" and p.preposition == source for p in between)
    return cited and all(p.kind != "np" or p.preposition in ("", "في", source) for p in between)


OPENINGS: tuple[Callable[[Cue, int], int | None], ...] = (complementizer, colon, quotation, halt, event_object)


# The end


def end_of(view: View, opening: Opening, speaker: Participant | None) -> int:
    """A quotation ends with its mark, indirect speech where another report or the speaker's next act begins."""
    start = opening.start
    if opening.direct:
        return quote_end(view, start - 1) if view.items[start - 1].token.text in CLOSING else len(view.items)
    after = range(start + 1, len(view.items) - 1)
    return next((n for n in after if _another_begins(view, n, speaker)), len(view.items))


def _another_begins(view: View, position: int, speaker: Participant | None) -> bool:
    """«… ، وأضاف أن», «… ، وأبدت الهيئة استعدادها», «… ، وخلال زيارة …، قال»: after a comma and و."""
    following = view.items[position + 1]
    if view.items[position].token.text not in COMMAS or not following.conjunction:
        return False
    if following.tag == "verb":
        return following.of(SPEECH) is not None or _same_head(view, position + 2, speaker)
    return _speech_after_circumstance(view, position + 1)


def _same_head(view: View, position: int, speaker: Participant | None) -> bool:
    """Whether the word here is the one that the speaker's name begins with («الهيئة الإسلامية …» … «الهيئة»)."""
    if speaker is None or position >= len(view.items):
        return False
    return view.items[position].article and fold(speaker.text.split()[0]) == view.items[position].token.folded


def _speech_after_circumstance(view: View, start: int) -> bool:
    """«وخلال زيارة إلى إندونيسيا، قال الرئيس …»: the first verb is one of speech and a comma stands before it."""
    if "preposition" not in view.items[start].classes:
        return False
    verbs = (n for n in range(start, min(len(view.items), start + ASIDE)) if view.items[n].tag == "verb")
    first = next(verbs, None)
    return first is not None and view.items[first].of(SPEECH) is not None and view.items[first - 1].token.text in COMMAS
