"""The parts of a person's name: a word, «عبد …», «أبو …», «بن …», «… الدين», an initial with the surname after it."""

from __future__ import annotations

from marsad.mention.proper.accept import Run, Unit
from marsad.mention.proper.context import Line
from marsad.mention.proper.material import NOTHING, PARTS, Word
from marsad.record import Token

COMPOUND = frozenset("الدين الله الاسلام الزمان العابدين الحق الملك".split())  # second halves: «صلاح الدين», «عطا الله»
RANKED = frozenset("باشا بك بيك افندي اغا خان".split())  # after a given name
LINKS = frozenset("بن بنت ابن ابو ابي ابا ال دي دا دو فان فون بو ولد ام".split())  # within a name, before one more word
NEEDING_GIVEN = frozenset("ام ابن بنت".split())  # links that are everyday words too («ابن خالتي»)
GLUED = 5  # letters of the shortest glued kunya («أبولبدة»)
VERBAL_START = frozenset("يتن")
SURE = Word(given=True)


def unit_at(line: Line, at: int, word: Word, form: str) -> Unit | None:
    """The unit that begins at a token, whose bare form and material are given; ``None`` where none does."""
    following = line.word(at + 1)
    if form == "عبد":
        return Unit(at + 2, SURE) if following is not None and following.folded.startswith("ال") else None
    if _links(form, line.tokens[at]):
        return _linked(line, at, form, following)
    if word is NOTHING:
        return None
    if form.startswith("ابو") and len(form) > GLUED and form not in line.material.lexicon.capitals:
        return Unit(at + 1, word, kunya=True)
    if following is not None and word.any_given and following.folded in COMPOUND | RANKED:
        return Unit(at + 2, SURE if following.folded in COMPOUND else word)
    return Unit(at + 1, word, article=form.startswith("ال"), nisba=line.material.nisba(line.tokens[at]))


def _links(form: str, token: Token) -> bool:
    """A link with no clitic before it; «فإن» is no «فان»."""
    return form in LINKS and (form in PARTS or form == token.folded) and "إ" not in token.text


def _linked(line: Line, at: int, form: str, following: Token | None) -> Unit | None:
    """«أبو لبدة», «بن عبد العزيز», «آل سعود»: a link and the word or «عبد …» after it."""
    if following is None or following.folded in line.material.lexicon.particles:
        return None
    if following.folded == "عبد":
        inner = unit_at(line, at + 1, NOTHING, "عبد")
        return Unit(inner.stop, SURE, kunya=True) if inner else None
    word = line.material.word(following)
    return None if form in NEEDING_GIVEN and not word.any_given else Unit(at + 2, word, kunya=True)


def next_unit(line: Line, run: Run) -> Unit | None:
    """The unit that goes on with a run, if the next word can."""
    at = run.units[-1].stop
    token = line.word(at)
    if token is None:
        return None
    if len(token.folded) == 1:
        return _initial(line, at)
    word = line.material.word(token)
    if word is NOTHING and run.units[-1].word.sure and line.material.titular(token) and not _names(line, at + 1):
        return Unit(at + 1, Word(family=True, common=True), article=True)
    unit = unit_at(line, at, word, token.folded)
    if unit is None or unit.kunya or unit.stop > at + 1:
        return unit
    return unit if _goes_on(run, token, unit) else None


def _names(line: Line, at: int) -> bool:
    """Whether a word that may be of a name stands at a place («نديم الزرو | الصحفي محمد»: the title of the next one)."""
    token = line.word(at)
    return token is not None and line.material.word(token) is not NOTHING


def _initial(line: Line, at: int) -> Unit | None:
    """«تشارلز ك. بارتلز»: an initial, its full stop passed over, and the surname."""
    if line.tokens[at].folded == "و" or at + 1 >= len(line.tokens):
        return None
    after = at + 1 + (line.tokens[at + 1].text == ".")
    return Unit(after + 1, line.material.word(line.tokens[after])) if _names(line, after) else None


def _goes_on(run: Run, token: Token, unit: Unit) -> bool:
    """Whether a word of one token continues a name rather than the sentence."""
    word = unit.word
    if word.any_given or unit.nisba:
        return True
    if word.family:
        surname = word.noun and len(run.units) < 3 and (run.titled or run.units[-1].word.sure)
        return not word.common or unit.article or surname
    return word.unknown and _foreign_surname(run, token)


def _foreign_surname(run: Run, token: Token) -> bool:
    """A word that nothing knows goes on with a name unless it looks like a verb or a conjunct."""
    last = run.units[-1].word
    verbal = token.folded[0] in VERBAL_START | {"و"} and not token.text.endswith("ة")
    if verbal and not (run.titled or last.foreign):
        return False
    if token.folded.startswith("ال"):
        return last.sure or run.units[-1].kunya  # «علي بن ناصر العضيب»
    opened = last.given and last.many and len(run.units) == 1
    led = run.introduced or last.sure or last.foreign or run.sure > 0 or opened
    return led and sum(u.word.unknown for u in run.units) < 2
