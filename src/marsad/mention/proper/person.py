"""Names of persons whom the lexicon does not know: «الصحفي سامر حداد», «أبو لبدة», «كارل هوسهوفر».

A name is a run of units (a word, «عبد …», «أبو …», «بن …», an initial). The run is read as far as its words are name
material; whether it is a name is decided by the ordered rules of ``ACCEPT`` from what its units and the words before it
are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from marsad.lexicon.compile import SPEECH
from marsad.mention.proper.material import NOTHING, PARTS, SHORTEST, Material, Start, Word
from marsad.record import Token
from marsad.span import Span

UNITS = 6  # of the longest name
FAR = 6  # words that a title may stand before a name («رئيس اللجنة الأمنية في المجلس سامر حداد»)
COMPOUND = frozenset("الدين الله الاسلام الزمان العابدين الحق الملك".split())  # second halves: «صلاح الدين», «عطا الله»
RANKED = frozenset("باشا بك بيك افندي اغا خان".split())  # after a given name
LINKS = frozenset("بن بنت ابن ابو ابي ابا ال دي دا دو فان فون بو ولد ام".split())  # within a name, before one more word
GLUED = 5  # letters of the shortest glued kunya («أبولبدة»)
BYLINE = "byline"  # the rule of a name that a dash divides from the sentence it opens: who wrote, not who speaks
DASHES = frozenset("-–—")
VERBAL_START = frozenset("يتن")


class PersonName(NamedTuple):
    """Tokens ``[start, stop)`` that name a person, the letters of clitics before, and the rule."""

    start: int
    stop: int
    rule: str
    preposition: str = ""
    conjunction: str = ""

    @property
    def prefix(self) -> int:
        """Folded letters before the name."""
        return len(self.preposition) + len(self.conjunction)

    def span(self, tokens: Sequence[Token]) -> Span:
        """The words of the name, clitics left in."""
        return Span(tokens[self.start].span.start, tokens[self.stop - 1].span.stop)

    def words(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The folded words of the name."""
        first, *rest = (token.folded for token in tokens[self.start : self.stop] if token.kind != "mark")
        return (first[self.prefix :], *rest)


class Unit(NamedTuple):
    """Tokens up to ``stop`` as one part of a name."""

    stop: int
    word: Word
    kunya: bool = False
    article: bool = False
    nisba: bool = False


@dataclass(slots=True)
class Run:
    """A run of units with what stands before it."""

    units: list[Unit]
    titled: bool  # a title or noun for a person right before, adjectives between
    described: bool  # one further back in the phrase
    spoken: bool  # a verb of saying right before
    clitic: bool
    apart: bool  # no noun right before
    closed: bool = False  # no noun right after

    @property
    def first(self) -> Unit:
        """The first unit."""
        return self.units[0]

    @property
    def sure(self) -> int:
        """How many units are given names and nothing else."""
        return sum(u.word.sure for u in self.units)

    @property
    def introduced(self) -> bool:
        """Something before it says that a person follows."""
        return self.titled or self.described or self.spoken


def find_persons(tokens: Sequence[Token], taken: Collection[int], material: Material) -> list[PersonName]:
    """The persons' names of a sentence, left to right. ``taken`` are the tokens of known names and times."""
    found: list[PersonName] = []
    position = 0
    while position < len(tokens):
        name = None
        if position not in taken:
            name = next(
                (
                    n
                    for start in material.starts(tokens[position])
                    if (n := _name(tokens, position, start, taken, material))
                ),
                None,
            )
        if name:
            found.append(name)
        position = name.stop if name else position + 1
    return found


def _name(
    tokens: Sequence[Token], at: int, start: Start, taken: Collection[int], material: Material
) -> PersonName | None:
    first = _unit(tokens, at, start.word, start.form, taken, material)
    if first is None or material.demonym(tokens[at]) or (at and tokens[at - 1].folded in material.place_words):
        return None
    run = Run(
        [first],
        _titled(tokens, at, material),
        _described(tokens, at, material),
        spoken_before(tokens, at, material),
        start.prefix > 0,
        _apart(tokens, at, material),
    )
    while len(run.units) < UNITS and (unit := _next(tokens, run, taken, material)) is not None:
        run.units.append(unit)
    run.closed = run.units[-1].stop >= len(tokens) or _apart(tokens, run.units[-1].stop + 1, material)
    rule = next((rule.__name__ for rule in ACCEPT if rule(run)), None)
    if rule == "kunya" and start.form == "بن" and _may_have_father(tokens, at - 1, taken, material):
        at, rule, start = at - 1, "nasab", Start(NOTHING, tokens[at - 1].folded, "", "")
    if rule and not at and run.units[-1].stop < len(tokens) and tokens[run.units[-1].stop].text in DASHES:
        rule = BYLINE
    name = PersonName(at, run.units[-1].stop, rule or "", start.preposition, start.conjunction)
    return name if rule and " ".join(name.words(tokens)) not in material.lexicon.places["regions"] else None


def _unit(
    tokens: Sequence[Token], at: int, word: Word, form: str, taken: Collection[int], material: Material
) -> Unit | None:
    """The unit that begins at a token, whose bare form and material are given."""
    following = (
        tokens[at + 1] if at + 1 < len(tokens) and at + 1 not in taken and tokens[at + 1].kind == "word" else None
    )
    if form == "عبد":
        servant = following is not None and following.folded.startswith("ال")
        return Unit(at + 2, SURE) if servant else None
    if (
        form in LINKS and (form in PARTS or form == tokens[at].folded) and "إ" not in tokens[at].text
    ):  # «فإن» is no «فان»
        return _linked(tokens, at, form, following, taken, material)
    if word is NOTHING:
        return None
    if form.startswith("ابو") and len(form) > GLUED and form not in material.lexicon.capitals:
        return Unit(at + 1, word, kunya=True)
    if following is not None and following.folded in COMPOUND and word.any_given:
        return Unit(at + 2, SURE)
    if following is not None and following.folded in RANKED and word.any_given:
        return Unit(at + 2, word)
    return Unit(at + 1, word, article=form.startswith("ال"), nisba=material.nisba(tokens[at]))


SURE = Word(given=True)


def _linked(
    tokens: Sequence[Token], at: int, form: str, following: Token | None, taken: Collection[int], material: Material
) -> Unit | None:
    """«أبو لبدة», «بن عبد العزيز», «آل سعود»: a link and the word or «عبد …» after it."""
    if following is None or following.folded in material.lexicon.particles:
        return None
    if following.folded == "عبد":
        inner = _unit(tokens, at + 1, NOTHING, "عبد", taken, material)
        return Unit(inner.stop, SURE, kunya=True) if inner else None
    word = material.word(following)
    if form in ("ام", "ابن", "بنت") and not word.any_given:
        return None
    return Unit(at + 2, word, kunya=True)


def _next(tokens: Sequence[Token], run: Run, taken: Collection[int], material: Material) -> Unit | None:
    """The unit that goes on with a run, if the next word can."""
    at = run.units[-1].stop
    if at >= len(tokens) or at in taken:
        return None
    token = tokens[at]
    if token.kind != "word":
        return None
    if len(token.folded) == 1 and at + 1 < len(tokens) and token.folded != "و":
        return _initial(tokens, at, material)
    word = material.word(token)
    unit = _unit(tokens, at, word, token.folded, taken, material)
    return (
        unit
        if unit is not None and (unit.kunya or unit.stop > at + 1 or _goes_on(run, token, unit, material))
        else None
    )


def _initial(tokens: Sequence[Token], at: int, material: Material) -> Unit | None:
    """«تشارلز ك. بارتلز»: an initial, its full stop passed over, and the surname."""
    after = at + 1 + (tokens[at + 1].text == ".")
    named = after < len(tokens) and tokens[after].kind == "word" and material.word(tokens[after]) is not NOTHING
    return Unit(after + 1, material.word(tokens[after])) if named else None


def _goes_on(run: Run, token: Token, unit: Unit, material: Material) -> bool:
    word = unit.word
    if word.sure:
        return True
    if word.any_given or word.family:
        surname = word.noun and len(run.units) < 3 and (run.titled or run.units[-1].word.sure)
        return not word.common or word.any_given or unit.article or surname
    if unit.nisba:
        return True
    return word.unknown and _foreign_surname(run, token)


def _foreign_surname(run: Run, token: Token) -> bool:
    """A word that nothing knows goes on with a name unless it looks like a verb or a conjunct."""
    last = run.units[-1].word
    if token.folded[0] in VERBAL_START | {"و"} and not token.text.endswith("ة") and not (run.titled or last.foreign):
        return False
    if token.folded.startswith("ال"):
        return last.sure
    unknown = sum(u.word.unknown for u in run.units)
    return unknown < 2 and (run.introduced or last.sure or last.foreign or run.sure > 0)


# What accepts a run, first match first.


def _surname(unit: Unit) -> bool:
    """A family name that is no other word; with the article only an adjective of relation («الأنصاري»)."""
    return unit.word.family and not unit.word.common and (unit.nisba or not unit.article)


def kunya(run: Run) -> bool:
    """«أبو لبدة», «أم كريم»: a kunya alone or before more names."""
    return run.first.kunya and (run.introduced or not run.first.word.common or run.first.word.any_given)


def given_and_family(run: Run) -> bool:
    """«سليمان طوقان»: a given name that is nothing else, and more of a name."""
    return run.first.word.sure and len(run.units) > 1


def given_with_nasab(run: Run) -> bool:
    """«سعيد بن سلطان», «جميل أبو ...»: any given name before a linked one or a sure one."""
    return run.first.word.any_given and any(u.kunya or u.word.sure for u in run.units[1:])


def foreign_with_nasab(run: Run) -> bool:
    """«جيرمي بن عامي»: a word that nothing knows before «بن …»."""
    return run.first.word.unknown and not run.first.article and len(run.units) > 1 and run.units[1].kunya


def introduced_name(run: Run) -> bool:
    """«السيد كريم سعيد», «قال حسن نصر»: everyday words that are names, after a title or a verb of saying."""
    return run.introduced and len(run.units) > 1 and (run.first.word.any_given or _surname(run.first))


def given_with_family(run: Run) -> bool:
    """«كريم النشاشيبي»: any given name before a family name that is nothing else."""
    if len(run.units) < 2:
        return False
    second = run.units[1]
    return run.first.word.any_given and ((second.word.family and not second.word.common) or second.nisba)


def three_names(run: Run) -> bool:
    """«كريم سعيد حسن»: three names in a row are a person."""
    return len(run.units) > 2 and run.first.word.any_given and all(u.word.any_given or u.word.family for u in run.units)


def two_common_names(run: Run) -> bool:
    """«شكوى من صالح سالم»: two everyday words that many bear as names, with no noun before that they could qualify."""
    return run.apart and len(run.units) > 1 and all(u.word.given and u.word.many for u in run.units[:2])


def titled_given(run: Run) -> bool:
    """«السيد كريم», «الدكتور النشاشيبي»: one name right after a title."""
    first = run.first
    named = first.word.sure or (first.word.any_given and run.closed) or _surname(first)
    return run.titled and not run.clitic and named


def titled_foreign(run: Run) -> bool:
    """«الصحفي أنطوني لويد»: words that nothing knows right after a title."""
    return run.titled and not run.clitic and run.first.word.unknown and not run.first.article


def described_foreign(run: Run) -> bool:
    """«رئيس اللجنة الأمنية تابو مبيكي»: two words that nothing knows, after a title further back or a verb of saying."""
    return run.introduced and not run.clitic and len(run.units) > 1 and run.first.word.unknown and not run.first.article


def single_given(run: Run) -> bool:
    """«وصل محمود»: one given name that is nothing else."""
    return run.first.word.alone and len(run.units) == 1 and not run.first.article


def spoken_surname(run: Run) -> bool:
    """«وأضاف بارتلز»: a word that nothing knows right after a verb of saying."""
    first = run.first
    return run.spoken and not run.clitic and not first.article and (first.word.unknown or _surname(first))


ACCEPT: tuple[Callable[[Run], bool], ...] = (
    kunya,
    given_and_family,
    given_with_nasab,
    foreign_with_nasab,
    introduced_name,
    given_with_family,
    three_names,
    two_common_names,
    titled_given,
    titled_foreign,
    described_foreign,
    single_given,
    spoken_surname,
)


# What stands before a run.


def _may_have_father(tokens: Sequence[Token], at: int, taken: Collection[int], material: Material) -> bool:
    """«مساعد | بن محمد»: before «بن» any word without article is a name."""
    if at < 0 or at in taken or tokens[at].kind != "word" or len(tokens[at].folded) < SHORTEST:
        return False
    folded = tokens[at].folded
    return (
        not folded.startswith("ال")
        and folded not in material.lexicon.particles
        and not spoken_before(tokens, at + 1, material)
    )


def _titled(tokens: Sequence[Token], at: int, material: Material) -> bool:
    """A title or noun for one person right before, or with adjectives of nationality between («الصحفي البريطاني …»)."""
    before = at - 1
    if before > 0 and tokens[before].text == "." and tokens[before - 1].text == "د":  # «د. حسن»
        return True
    while before >= 0 and at - before < 3 and material.demonym(tokens[before]):
        before -= 1
    adjective = before < at - 1
    return (
        before >= 0
        and (adjective or "ال" in tokens[before].folded[:4] or tokens[before].folded[:2] == "لل")
        and material.names_person(tokens[before])
    )


def _described(tokens: Sequence[Token], at: int, material: Material) -> bool:
    for before in range(at - 1, max(-1, at - 1 - FAR), -1):
        token = tokens[before]
        if token.kind != "word" or token.folded in material.lexicon.particles:
            return False
        readings = material.lexicon.readings(token)
        if readings and all(r.verbal for r in readings):
            return False
        if material.names_person(token):
            return True
    return False


def spoken_before(tokens: Sequence[Token], at: int, material: Material) -> bool:
    """Whether a verb of saying stands right before a token («وأضاف حداد»)."""
    if not at or tokens[at - 1].folded in material.lexicon.particles:
        return False
    return any(r.cls == SPEECH and r.pos in ("past", "present") for r in material.lexicon.readings(tokens[at - 1]))


def _apart(tokens: Sequence[Token], at: int, material: Material) -> bool:
    """The start of a sentence, a mark, a particle or a verb stands before."""
    if not at or tokens[at - 1].kind != "word" or tokens[at - 1].folded in material.lexicon.particles:
        return True
    return any(r.verbal for r in material.lexicon.readings(tokens[at - 1])[:1])
