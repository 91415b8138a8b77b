"""What a word may be in a person's name: given name, family name, or a word that no list knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from marsad.lexicon.compile import DEMONYM, NOUN, WORD
from marsad.lexicon.lexicon import VOWELS, Lexicon, Reading
from marsad.record import Token
from marsad.text.clitic import first_words
from marsad.text.memo import Memo
from marsad.text.token import token_of

SHORTEST = 3
LONGEST = 14  # letters; longer runs are glued words
TANWIN = frozenset("\u064b\u064c\u064d")


class Word(NamedTuple):
    """A folded word as name material.

    ``common``: it is an everyday word too; ``alone``: a given name of many that is no other word at all; ``unknown``: neither lexicon nor lists know it, so that it may be a foreign name.
    """

    given: bool = False
    foreign: bool = False
    family: bool = False
    common: bool = False
    unknown: bool = False
    alone: bool = False
    many: bool = False
    noun: bool = False  # what else it is, the vocabulary alone says

    @property
    def any_given(self) -> bool:
        """A given name of any language."""
        return self.given or self.foreign

    @property
    def sure(self) -> bool:
        """A given name that is no everyday word."""
        return self.any_given and not self.common


class Start(NamedTuple):
    """A first word of a name: what it is, its bare folded form, and the clitics before it."""

    word: Word
    form: str
    preposition: str
    conjunction: str

    @property
    def prefix(self) -> int:
        """Letters of clitics."""
        return len(self.preposition) + len(self.conjunction)


NOTHING = Word()
CLITIC_SHAPE = ("لل", "بال", "وال", "فال", "كال", "ولل", "است", "مست", "ست", "سي", "مت", "وت", "وا")
PRONOUN_SHAPE = ("ها", "هم", "هما", "نا", "كم", "ته", "ات", "يه", "تين", "تان", "ءين", "ءون")
KEPT_TIMES = frozenset("رجب ربيع شعبان رمضان جمعه خميس".split())  # months and days that are given names as well
FINAL = {"علي": "ي", "مني": "ى"}  # names that only their last letter tells from particles (على، مني)
PARTS = frozenset("عبد ابو ابي ابا ام بن".split())  # words that a name may begin with and that are none by themselves
OBLIQUE = frozenset("عبد ابي بن".split())  # those that may stand after a preposition glued to them
SERVANT = "عبدال"  # «عبدالله», «عبدالرحمن»: glued


class Material:
    """The lists of names over a lexicon. Build one a reader."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Split the lists of ``lexicon``."""
        self._lexicon = lexicon
        lists = {name: frozenset(words.split()) for name, words in lexicon.people.items()}
        self._given, self._family = lists["given"], lists["family"]
        self._foreign, self._common = lists["foreign"], lists["common"]
        self._listed = self._given | self._family | self._foreign
        self._before, self._many, self._never = lists["before"], lists["many"], lists["never"]
        self._never |= _time_words(lexicon) - KEPT_TIMES
        words = lexicon.places["place_words"]
        self.place_words = frozenset(prefix + word for prefix in ("", "و", "ب", "ل", "وب", "ول") for word in words)
        self.starts = Memo(self._read)  # spelling → what a name may begin with that begins with it

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon under the lists."""
        return self._lexicon

    def word(self, token: Token) -> Word:
        """What a whole token may be in a name."""
        starts = self.starts[token.text]
        return starts[0].word if starts and not starts[0].prefix else NOTHING

    def _read(self, spelling: str) -> tuple[Start, ...]:
        """What a name that begins with a word may begin with, the whole word first; empty for words of no name."""
        token = token_of(spelling)
        if token.kind != "word" or token.folded in self._lexicon.capitals or self._region(token.folded):
            return ()
        whole, *cut = (Start(self._bare(form, token), form, *clitics) for form, *clitics in first_words(token.folded))
        listed = tuple(s for s in cut if s.preposition != "ك" and (s.word is not NOTHING or _opens(s)))
        known = any(not _clitic(r) for r in self._lexicon.readings(token))
        if whole.word.any_given or whole.word.family or whole.form in PARTS or known:
            return (whole,) if whole.word is not NOTHING or whole.form in PARTS else ()
        return listed or ((whole,) if whole.word.unknown else ())

    def _bare(self, folded: str, token: Token) -> Word:
        whole = folded == token.folded
        listed = folded in self._listed or (folded.startswith(SERVANT) and len(folded) > len(SERVANT) + 1)
        if not (whole or listed) or len(folded) > LONGEST or self._function(folded, token) or TANWIN & set(token.text):
            return NOTHING
        readings = self._lexicon.readings(token)
        if listed:
            return self._listed_word(folded, [r for r in readings if not whole or not _clitic(r)])
        unheard = len(folded) >= SHORTEST and not readings and not self._lexicon.name_heads[folded]
        return Word(unknown=True) if unheard and foreign_shape(folded) else NOTHING

    def _listed_word(self, folded: str, readings: Sequence[Reading]) -> Word:
        """A word of the lists, with what else the lexicon says that it is."""
        by_hand, many = folded in self._common, folded in self._many
        title = self._titles(readings)
        if title and not by_hand:
            return NOTHING
        common = by_hand or self._outweighs(folded, readings)
        given = (folded in self._given or folded.startswith(SERVANT)) and (by_hand or not common)
        return Word(
            given,
            folded in self._foreign and not title,
            folded in self._family,
            common,
            alone=given and many and not common and not readings,
            many=many,
            noun=all(r.cls == NOUN for r in readings),
        )

    def _region(self, folded: str) -> bool:
        return folded in self._lexicon.own_places and folded not in self._many

    def _outweighs(self, folded: str, readings: Sequence[Reading]) -> bool:
        """Whether a listed name is as often another word: not where many bear it and only the vocabulary has the other."""
        weak = (NOUN,) if folded in self._many else ()
        return any(r.cls not in weak and r.pos not in ("present", "jussive") for r in readings)

    def _function(self, folded: str, token: Token) -> bool:
        """A particle with or without a conjunction, or a word of time or number; «علي» with dotted ya is a name."""
        if folded in FINAL:
            return not token.text.rstrip(VOWELS).endswith(FINAL[folded])
        cut = folded[0] in "وفبلك" and folded not in self._listed  # «كمال» is no كـ and «مال»
        return any(word in self._lexicon.particles or word in self._never for word in (folded, folded[cut:]))

    def _titles(self, readings: Sequence[Reading]) -> bool:
        """«الصحفي», «قاضي»: titles and nouns for persons begin a name of their own."""
        entries = [self._lexicon.word(r.entry) for r in readings if r.cls == WORD]
        return any(e.role == "title" or e.kind == "person" for e in entries) and not any(e.ambiguous for e in entries)

    def names_person(self, token: Token) -> bool:
        """«الصحفي», «وزير»: a title or noun for one person, by what the lexicon says of the word."""
        for reading in self._lexicon.readings(token):
            if reading.cls == WORD and not reading.agreement.endswith(("p", "d")):
                entry = self._lexicon.word(reading.entry)
                if entry.role == "title" or (entry.kind == "person" and reading.cut.article):
                    return True
        return self._introduces(token.folded)

    def _introduces(self, folded: str) -> bool:
        """«الشاعرة», «للحاج», «د»."""
        bare = folded[1:] if folded[0] in "وبلك" and len(folded) > 4 else folded
        return folded == "د" or (bare[:2] in ("ال", "لل") and bare[2:] in self._before)

    def titular(self, token: Token) -> bool:
        """«الخطيب»: a title with the article that many bear as a family name."""
        return token.folded in self._family and token.folded in self._many and token.folded.startswith("ال")

    def nisba(self, token: Token) -> bool:
        """«النشاشيبي», «الأنصاري»: an adjective of relation with the article that is no other word, as many family names are."""
        folded, word = token.folded, self.word(token)
        relation = folded.startswith("ال") and folded.endswith("ي") and len(folded) > 5
        return relation and (word.unknown or (word.family and not word.common))

    def demonym(self, token: Token) -> bool:
        """«المصري»: a family name and a nationality."""
        return any(r.cls == DEMONYM for r in self._lexicon.readings(token))


def _time_words(lexicon: Lexicon) -> frozenset[str]:
    """Words of times and numbers, folded: never part of a name."""
    times = ("months", "hijri", "weekdays", "days", "units", "seasons", "parts")
    numbers = ("units", "teens", "tens", "hundreds", "scales", "duals", "vague")
    found = [*(w for key in times for w in lexicon.times[key]), *(w for key in numbers for w in lexicon.numbers[key])]
    return frozenset(word for phrase in found for word in (phrase, "ال" + phrase))


def foreign_shape(folded: str) -> bool:
    """Whether an unheard word may be a foreign name: none of the clitics, prefixes and endings that Arabic words show."""
    sound_plural = folded[0] == "م" and folded.endswith(("ون", "ين"))
    return not (folded.startswith(CLITIC_SHAPE) or folded.endswith(PRONOUN_SHAPE) or sound_plural)


def _opens(start: Start) -> bool:
    return start.form in PARTS and (not start.preposition or start.form in OBLIQUE)


def _clitic(reading: Reading) -> bool:
    return bool(reading.cut.conjunction or reading.cut.preposition or reading.cut.pronoun)
