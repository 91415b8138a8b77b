"""Names of persons whom the lexicon does not know: «الصحفي سامر حداد», «أبو لبدة», «كارل هوسهوفر».

A name is a run of units (``unit.py``). The run is read as far as its words are name material (``material.py``); whether
it is a name is decided by ordered rules (``accept.py``) from its units and from what stands around it (``context.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from marsad.mention.name import NameMatch
from marsad.mention.proper import context
from marsad.mention.proper.accept import Run, accepting_rule, kunya
from marsad.mention.proper.context import Line
from marsad.mention.proper.material import Material, Start
from marsad.mention.proper.unit import next_unit, unit_at
from marsad.record import Token
from marsad.span import Span

UNITS = 6  # of the longest name
BYLINE = "byline"  # the rule of a name that a dash divides from the sentence it opens: who wrote, not who speaks
ROYAL = frozenset("الملك الملكه الامير الاميره".split())  # titles that belong to the name («الملك حسين»)
DASHES = frozenset("-–—")


class PersonName(NamedTuple):
    """Tokens ``[start, stop)`` that name a person, the rule, and the clitics before the name."""

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


def find_persons(tokens: Sequence[Token], taken: Collection[int], material: Material) -> list[PersonName]:
    """The persons' names of a sentence, left to right. ``taken`` are the numbers of the tokens of known names."""
    line = Line(tokens, taken, material)
    found: list[PersonName] = []
    starts, stop = material.starts, 0
    for position in [n for n, token in enumerate(tokens) if starts[token.text]]:
        if position < stop or position in taken:
            continue
        name = next(filter(None, (_name(line, position, start) for start in starts[tokens[position].text])), None)
        if name:
            found.append(name)
            stop = name.stop
    return found


def without_outgrown(tokens: Sequence[Token], matches: Sequence[NameMatch], material: Material) -> list[NameMatch]:
    """Known names without those that a family name goes on from to somebody else's («عبد الله بن عبد العزيز | الحداد»)."""
    return [match for match in matches if not _outgrown(tokens, match, material)]


def _outgrown(tokens: Sequence[Token], match: NameMatch, material: Material) -> bool:
    if match.stop >= len(tokens) or material.lexicon.name(match.entry).kind != "person":
        return False
    if "بن" not in (tokens[n].folded for n in range(max(match.start + 1, match.stop - 3), match.stop)):
        return False
    following = tokens[match.stop]
    surname = following.folded.startswith("ال") and following.folded != "ال" and material.word(following).family
    return surname and not material.demonym(following)


def _name(line: Line, at: int, start: Start) -> PersonName | None:
    """The name that begins at a token in one of the ways that its word can begin one."""
    run = _run(line, at, start)
    rule = accepting_rule(run) if run else None
    if run is None or rule is None:
        return None
    if rule == kunya.__name__ and start.form == "بن" and context.may_have_father(line, at - 1):
        return PersonName(at - 1, run.stop, "nasab")
    if not at and run.stop < len(line.tokens) and line.tokens[run.stop].text in DASHES:
        rule = BYLINE
    name = PersonName(at, run.stop, rule, start.preposition, start.conjunction)
    return None if " ".join(name.words(line.tokens)) in line.material.lexicon.own_places else name


def _run(line: Line, at: int, start: Start) -> Run | None:
    """The longest run of units from a token, with what stands around it; none after a word for a place."""
    first = unit_at(line, at, start.word, start.form)
    placed = at > 0 and line.tokens[at - 1].folded in line.material.place_words
    if first is None or placed or line.material.demonym(line.tokens[at]):
        return None
    run = Run([first], line, at, clitic=start.prefix > 0)
    while len(run.units) < UNITS and (unit := next_unit(line, run)) is not None:
        run.units.append(unit)
    return run
