"""Whether a run of name material is a person's name: ordered rules on its units and on what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from marsad.mention.proper import context
from marsad.mention.proper.context import Line
from marsad.mention.proper.material import Word


class Unit(NamedTuple):
    """Tokens up to ``stop`` as one part of a name."""

    stop: int
    word: Word
    kunya: bool = False
    article: bool = False
    nisba: bool = False


@dataclass
class Run:
    """A run of units from a token on. What stands around it is looked at when a rule first asks: few do."""

    units: list[Unit]
    line: Line
    at: int
    clitic: bool

    @cached_property
    def titled(self) -> bool:
        """A title or noun for a person stands right before, adjectives between."""
        return context.titled(self.line, self.at)

    @cached_property
    def described(self) -> bool:
        """A title stands further back in the phrase."""
        return context.described(self.line, self.at)

    @cached_property
    def spoken(self) -> bool:
        """A verb of saying stands right before."""
        return context.spoken(self.line, self.at)

    @property
    def before_colon(self) -> bool:
        """It opens the sentence and a colon follows: a headline's speaker, or one who speaks in a dialogue."""
        tokens, stop = self.line.tokens, self.stop
        return not self.at and stop < len(tokens) and tokens[stop].text == ":"

    @property
    def apart(self) -> bool:
        """No noun stands right before."""
        return context.apart(self.line, self.at)

    @property
    def closed(self) -> bool:
        """No noun stands right after."""
        return context.closed(self.line, self.stop)

    @property
    def first(self) -> Unit:
        """The first unit."""
        return self.units[0]

    @property
    def stop(self) -> int:
        """The number of the token after the run."""
        return self.units[-1].stop

    @property
    def sure(self) -> int:
        """How many units are given names and nothing else."""
        return sum(u.word.sure for u in self.units)

    @property
    def introduced(self) -> bool:
        """Something before it says that a person follows."""
        return self.titled or self.described or self.spoken


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
    """«وأضاف بارتلز», «وقال الفايدي», «وأفاد الصباغ»: after a verb of saying a family name that is no other word, or a word
    that nothing knows, with the article only in ـي."""
    first = run.first
    stranger = first.word.unknown and (not first.article or first.nisba)
    return run.spoken and not run.clitic and (stranger or (first.word.family and not first.word.common))


def named_before_colon(run: Run) -> bool:
    """«الجبير: لن نقبل بذلك», «عماد: لا أعرف»: a name alone before a headline's colon."""
    word = run.first.word
    named = (word.given and word.many) or (word.family and not word.common) or run.first.nisba
    return run.before_colon and len(run.units) == 1 and named


def given_and_stranger(run: Run) -> bool:
    """«نجيب جرجورة»: a given name that many bear, an everyday word or none, and one word that nothing knows."""
    first, second = run.first.word, run.units[1] if len(run.units) > 1 else None
    return first.given and first.many and second is not None and second.word.unknown and not second.article


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
    named_before_colon,
    given_and_stranger,
)


def accepting_rule(run: Run) -> str | None:
    """The name of the first rule that takes a run for a name; ``None`` where none does."""
    return next((rule.__name__ for rule in ACCEPT if rule(run)), None)
