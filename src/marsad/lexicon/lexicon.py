"""The lexicon as the stages use it: what a written word may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from marsad.lexicon.anaphora import anaphora_words
from marsad.lexicon.cache import load_payload
from marsad.lexicon.compile import DEMONYM, NOUN, QUIET, TRIGGER, WORD, Payload
from marsad.lexicon.vocabulary import ContextWords
from marsad.lexicon.wording import wording
from marsad.lexicon.wordset import WordSet, word_set
from marsad.record import Token
from marsad.text.clitic import Cut, first_words, splits, stems_of
from marsad.text.memo import Memo, Value
from marsad.text.spelling import skeleton
from marsad.text.token import token_of

VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
VERBAL = frozenset({"past", "present", "jussive"})
SHORTEST_COMMON = 3  # letters of a common noun that clitics may be taken off
SHORT_STEM = 4  # «وزير» is never و + زير: a conjunction is not taken off a known word for a stem below this


@dataclass(slots=True)
class Reading:
    """One thing that a written word may be: class letter, entry number, inflection and cut."""

    cls: str
    entry: int
    pos: str
    voice: str
    agreement: str
    cut: Cut
    verbal: bool  # a finite verb form

    @property
    def dual(self) -> bool:
        """In the dual."""
        return self.agreement[-1:] == "d"

    @property
    def first_person(self) -> bool:
        """«I», which looks like other words more often than any other person («أجل», «أبدت»)."""
        return self.agreement == "1s"


@dataclass(slots=True)
class Form:
    """Everything that a spelling by itself says, looked up once a token."""

    readings: tuple[Reading, ...]  # fewest clitics first; empty for an unknown word
    verbal: bool  # some reading is a finite verb
    event: bool  # some reading is a trigger's
    demonyms: tuple[int, ...]  # entries of nationality adjectives
    classes: frozenset[str]  # those of its readings
    quiet: bool  # a word of a topic without politics


Spelled = dict[str, list[list[Any]]]  # skeleton of a name's second word → its words and its entry
NO_WORD = Form((), False, False, (), frozenset(), False)


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """A compiled trigger; see :class:`marsad.lexicon.trigger.Trigger`."""

    lemma: str
    kind: str
    type: str
    mode: str | None
    weight: str
    frame: dict[str, list[str]]
    need_words: WordSet
    need_preps: frozenset[str]
    unless: WordSet
    idafa: str
    history: bool
    tail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A compiled noun of ``words/``."""

    lemma: str
    role: str
    kind: str | None
    sector: str | None
    takes: str | None
    unless: tuple[str, ...]
    rest: tuple[str, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A compiled entity."""

    id: str
    name: str
    kind: str
    en: str | None = None
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    ambiguous: bool = False
    offices: tuple[dict[str, Any], ...] = ()
    sectors: tuple[dict[str, Any], ...] = ()
    local: tuple[str, ...] = ()
    adjective: str | None = None
    source: str | None = None
    start: str | None = None
    stop: str | None = None
    links: tuple[dict[str, Any], ...] = ()
    origin: str = ""
    candidates: tuple[int, ...] = ()


class ReportingWords(NamedTuple):
    """How verbs of speech take what they report, all folded; see ``complements`` of attribution.yaml."""

    clausal: frozenset[str]
    opinion: frozenset[str]
    governed: dict[str, list[str]]
    relaying: dict[str, str]
    adding: frozenset[str]
    personal: frozenset[str]
    unspoken: frozenset[str]


class StatusWords(NamedTuple):
    """Words that settle whether an event happened, all folded; see words/status.yaml."""

    aiming: frozenset[str]
    aiming_bare: frozenset[str]
    copula: frozenset[str]
    thwarting: frozenset[str]
    stopping: frozenset[str]
    attempt: frozenset[str]
    to_come: frozenset[str]
    negations: frozenset[str]
    negations_of_noun: frozenset[str]
    any: frozenset[str]
    supposing: frozenset[str]
    carrying: frozenset[str]
    about: frozenset[str]
    awaited: frozenset[str]
    asking: frozenset[str]
    terms: frozenset[str]
    discussing: frozenset[str]
    only: frozenset[str]
    continuing: frozenset[str]
    when: frozenset[str]
    tonight: frozenset[str]
    obeying: frozenset[str]


class RelationEntry(NamedTuple):
    """A compiled relation word."""

    word: str
    kind: str
    pattern: str
    preposition: str
    objects: Sequence[str]  # folded


class Lexicon:
    """Read-only tables and the look-ups on them. Build one with :func:`load_lexicon`."""

    def __init__(self, payload: Payload, fingerprint: str) -> None:
        """Wrap a compiled payload; nothing is computed before it is asked for."""
        self.fingerprint = fingerprint
        self._known: Mapping[str, str] = payload["forms"]
        self._rows = payload
        self.particles: dict[str, list[str]] = payload["particles"]
        self.particle_phrases: dict[str, list[list[Any]]] = payload["particle_phrases"]
        self.name_index: Mapping[str, list[list[Any]]] = payload["name_index"]
        self.quoted: dict[str, int] = payload["quoted"]  # folded name in quotation marks → entry
        self._spelled: dict[str, Spelled] = {}  # skeleton of a first word → the names that may be spelled otherwise
        for key, names in payload["spelling_index"].items():
            first, second = key.split(" ", 1)
            self._spelled.setdefault(first, {})[second] = names
        self.according: dict[str, list[list[Any]]] = payload["according"]
        self.outcomes: dict[str, str] = payload["outcomes"]
        self.grievances = word_set(payload["grievances"])
        self.numbers: Payload = payload["numbers"]
        self.bounds: dict[str, list[list[str]]] = {}  # first word → the words before a count that bound it
        for words in (phrase.split() for side in ("at_least", "at_most") for phrase in self.numbers[side]):
            if len(words) > 1:
                self.bounds.setdefault(words[0], []).append(words)
        self.places: Payload = payload["places"]
        self.own_places = frozenset(name for entry in self.places["entries"] for name in entry["names"])
        self.times: Payload = payload["times"]
        self.capitals: dict[str, str] = payload["capitals"]
        self.capital_firsts = frozenset(name.split(" ", 1)[0] for name in self.capitals)
        self.people: dict[str, str] = payload["people"]
        self.foreign_names = frozenset(self.people["foreign"].split())  # given names of other languages
        self._borne: frozenset[str] | None = None
        self.bodies: Payload = payload["bodies"]
        self.lands: dict[str, list[str]] = payload["lands"]
        self.demonyms: list[str] = payload["demonyms"]
        self.demonym_sectors: list[str | None] = payload["demonym_sectors"]
        self.phrase_heads: frozenset[str] = frozenset(payload["phrase_heads"])
        self._linked: dict[str, list[int]] = payload["linked"]
        self._ids: Mapping[str, int] = payload["ids"]
        self._institutions: Mapping[str, int] = payload["institutions"]
        self._offices: Mapping[str, list[list[int]]] = payload["offices"]
        self.resolution: Payload = payload["resolution"]
        self.conflicts: list[str] = payload["conflicts"]
        self.abroad: frozenset[str] = frozenset(payload["abroad"])
        self.former: frozenset[str] = frozenset(payload["former"])
        self.quiet: list[str] = payload["quiet"]
        self.confidence: dict[str, dict[str, float]] = payload["confidence"]  # type → feature → weight
        self.wording = wording(payload["wording"], payload["wording_scales"])
        self.reporting = _reporting(payload["reporting"])
        self.status = StatusWords(**{name: frozenset(words) for name, words in payload["status"].items()})
        self.anaphora = anaphora_words(payload["anaphora"])
        self.contexts = ContextWords(payload["contexts"])
        self.crowd_verbs: dict[str, str] = payload["crowd_verbs"]
        self.private = {name: frozenset(forms) for name, forms in payload["private"].items()}
        self.clues: dict[str, list[str]] = payload["clues"]
        self.modes = {t: {m: word_set(ws) for m, ws in modes.items()} for t, modes in payload["modes"].items()}
        self.trigger = lru_cache(maxsize=None)(self._trigger)
        self.word = lru_cache(maxsize=None)(self._word)
        self.name = lru_cache(maxsize=None)(self._name)
        self._memos: dict[Callable[[Lexicon, str], Any], Memo[Any]] = {}
        self.clues_of = Memo(self._clues_of)  # spelling → lists
        self.according_heads = Memo(self._according_heads)
        self.forms = Memo(self._form)  # spelling → what it says by itself; about 30 MB when full
        # These are by folded word:
        self.capital = Memo(self._capital)
        self.particle = Memo(self._particle)
        self.name_heads = Memo(self._name_heads)
        self.names_by_second = Memo(self._names_by_second)
        self.spelled_heads = Memo(self._spelled_heads)
        self.begins_name = Memo(lambda folded: bool(self.name_heads[folded] or self.spelled_heads[folded]))

    def memo(self, make: Callable[[Lexicon, str], Value]) -> Memo[Value]:
        """What a stage makes of each spelling by this lexicon alone: one table for each function, kept with the lexicon."""
        return self._memos.setdefault(make, Memo(partial(make, self)))

    def _form(self, spelling: str) -> Form:
        token = token_of(spelling)
        if token.kind != "word":
            return NO_WORD
        ta_marbuta = token.folded[-1:] == "ه" and spelling.rstrip(VOWELS).endswith("ة")
        return self._make_form(token.folded, ta_marbuta)

    def readings(self, token: Token) -> tuple[Reading, ...]:
        """What a token may be, fewest clitics first; empty for an unknown word."""
        return self.forms[token.text].readings

    def _make_form(self, folded: str, ta_marbuta: bool) -> Form:
        readings = self._read(folded, ta_marbuta)
        return Form(
            readings,
            any(r.verbal for r in readings),
            any(r.cls == TRIGGER for r in readings),
            tuple(r.entry for r in readings if r.cls == DEMONYM),
            frozenset(r.cls for r in readings),
            any(r.cls == QUIET for r in readings),
        )

    def _clues_of(self, spelling: str) -> frozenset[str]:
        """The lists of ``words/clues.yaml`` that a word stands in, whatever its clitics; none for most words."""
        stems = stems_of()[spelling]
        return frozenset(clue for stem in stems if stem in self.clues for clue in self.clues[stem])

    def _capital(self, folded: str) -> tuple[str, str] | None:
        """(preposition, conjunction) before a capital's name, ``None`` for another word."""
        return next(((prep, conj) for form, prep, conj in first_words(folded) if form in self.capitals), None)

    def _particle(self, folded: str) -> tuple[tuple[str, ...], str, str] | None:
        """(classes, conjunction, preposition) of a word that is a particle, with a conjunction before it or not."""
        for cut, glued in ((0, ""), (1, folded[:1])):
            classes = self.particles.get(folded[cut:]) or (["according"] if folded[cut:] in self.according else None)
            if classes and (not cut or glued in ("و", "ف")):
                return tuple(classes), glued, ""
            if classes == ["quantifier"] and glued in ("ب", "ل"):  # «لعدد من الجنود»
                return ("quantifier",), "", glued
        return None

    def _name_heads(self, folded: str) -> tuple[tuple[str, str, str], ...]:
        """(first word of some known name, preposition, conjunction) that a folded word may be; empty for most words."""
        return tuple(form for form in first_words(folded) if form[0] in self.name_index)

    def _according_heads(self, folded: str) -> tuple[str, ...]:
        """The first words of phrases like «بحسب» that a folded word may be; empty for most words."""
        forms = (folded, folded[1:] if folded[:1] in "وف" else folded)
        return tuple(form for form in forms if form in self.according)

    def _names_by_second(self, first: str) -> dict[str, list[tuple[list[str], int]]]:
        """Second word, or "" → the words after the first and the entry of each name that begins with ``first``, longest first."""
        found: dict[str, list[tuple[list[str], int]]] = {}
        for rest, entry in self.name_index.get(first, ()):
            found.setdefault(rest[0] if rest else "", []).append((rest, entry))
        return found

    def _spelled_heads(self, folded: str) -> tuple[tuple[str, str, str, Spelled], ...]:
        """The same as :meth:`name_heads` of the first words of persons' names that may be spelled otherwise, with these."""
        spelled = ((form, self._spelled.get(skeleton(form[0]))) for form in first_words(folded))
        return tuple((*form, names) for form, names in spelled if names is not None)

    def bears(self, folded: str) -> bool:
        """Whether a folded word is a personal name that the lists hold, or the first word of a known name."""
        if self._borne is None:
            self._borne = frozenset(word for name in ("given", "family") for word in self.people[name].split())
        return folded in self._borne or folded in self.name_index

    def knows(self, folded: str) -> bool:
        """Whether a folded word without clitics has any reading."""
        return folded in self._known or (folded.startswith("ال") and folded[2:] in self._known)

    def _read(self, folded: str, ta_marbuta: bool) -> tuple[Reading, ...]:
        known = [(s, packed) for s in splits(folded, ta_marbuta) if (packed := self._known.get(s[4]))]
        known.sort(key=lambda pair: -len(pair[0][4]))  # fewest clitics first
        found = [
            Reading(row[0], int(row[1]), row[2], row[3], row[4], cut, row[2] in VERBAL)
            for cut, packed in ((Cut(*split), packed) for split, packed in known)
            for row in (reading.split(",") for reading in packed.split(";"))
        ]
        kept = [r for r in found if licensed(r)]
        whole = any(not r.cut.conjunction for r in kept)
        noun = any(not r.cut.conjunction and r.cls == WORD for r in kept)
        return tuple(r for r in kept if not (r.cut.conjunction and (noun or (whole and len(r.cut.stem) < SHORT_STEM))))

    def _trigger(self, number: int) -> TriggerEntry:
        row = self._rows["triggers"][number]
        conditions = {key: word_set(row[key]) for key in ("need_words", "unless")}
        return TriggerEntry(
            **{**row, **conditions, "need_preps": frozenset(row["need_preps"]), "tail": tuple(row["tail"])}
        )

    def _word(self, number: int) -> WordEntry:
        row = self._rows["words"][number]
        return WordEntry(**{**row, "unless": tuple(row["unless"]), "rest": tuple(row["rest"])})

    def _name(self, number: int) -> NameEntry:
        row: dict[str, Any] = self._rows["names"][number]
        lists: dict[str, Any] = {field: tuple(value) for field, value in row.items() if isinstance(value, list)}
        return NameEntry(**{**row, **lists})

    def entity(self, id_: str) -> NameEntry | None:
        """The entity of an id."""
        number = self._ids.get(id_)
        return None if number is None else self.name(number)

    def linked(self, id_: str) -> list[NameEntry]:
        """The entities whose links go to the one of an id."""
        return [self.name(number) for number in self._linked.get(id_, ())]

    def institution(self, phrase: str, country: str = "") -> NameEntry | None:
        """The body that a whole folded phrase names by rule («الجيش التركي»), or its bare form in a country («الجيش»)."""
        number = self._institutions.get(f"{phrase} {country}" if country else phrase)
        return None if number is None else self.name(number)

    def holders(self, title: str) -> list[tuple[NameEntry, dict[str, Any]]]:
        """Who has held the office of a folded title, each with the term."""
        found = ((self.name(number), position) for number, position in self._offices.get(title, ()))
        return [(entry, entry.offices[position]) for entry, position in found]

    def stance(self, number: int) -> str:
        """The stance of a speech verb: asserts, alleges, denies or expects."""
        stance: str = self._rows["speech"][number]["stance"]
        return stance

    def speech_verb(self, number: int) -> str:
        """The lemma of a speech verb."""
        lemma: str = self._rows["speech"][number]["past"]
        return lemma

    def support(self, number: int) -> tuple[str, str]:
        """Where a support verb's event noun stands, and what its subject is to the event."""
        row = self._rows["support"][number]
        return row["noun"], row["subject"]

    def support_hits(self, number: int) -> bool:
        """Whether a support verb's object is what its subject, an event, befell («طال القصف المدينة»)."""
        return bool(self._rows["support"][number]["hits"])

    def relation(self, number: int) -> RelationEntry:
        """A word of a standing relation."""
        return RelationEntry(*self._rows["relations"][number])

    @property
    def names(self) -> Sequence[dict[str, Any]]:
        """All compiled entities, as rows; each is decoded as it is asked for."""
        rows: Sequence[dict[str, Any]] = self._rows["names"]
        return rows

    @property
    def states(self) -> list[NameEntry]:
        """The states, which stand first."""
        return [self.name(number) for number in range(self._rows["states"])]


def _reporting(row: Payload) -> ReportingWords:
    sets = {name: frozenset(row[name]) for name in ("clausal", "opinion", "adding", "personal", "unspoken")}
    return ReportingWords(governed=row["governed"], relaying=row["relaying"], **sets)


def licensed(reading: Reading) -> bool:
    """Whether the clitics taken off fit the part of speech of what remains."""
    cut = reading.cut
    if reading.verbal:
        joined = not cut.preposition or (cut.preposition == "ل" and reading.pos != "past")
        return not cut.article and joined and (not cut.future or reading.pos == "present") and cut.pronoun != "ي"
    if reading.pos == "participle" and reading.voice == "a" and (cut.article or cut.preposition or cut.pronoun):
        return False  # circumstance is indefinite: متهماً, never المتهم
    if reading.cls == NOUN and len(cut.stem) < SHORTEST_COMMON and (cut.preposition or cut.conjunction or cut.pronoun):
        return False  # «لب», «يم»: too short to tell a clitic by
    if cut.future or cut.pronoun in ("ني", "ك", "كما") or (cut.article and cut.pronoun):
        return False
    if cut.pronoun == "ي" and len(cut.stem) < 4:
        return False
    return (
        cut.preposition != "ك" or cut.article
    )  # «كالجيش»; a bare noun after ك is far rarer than a word that begins so


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The compiled lexicon of ``folder`` (default: the packaged one); see :func:`load_payload`."""
    return Lexicon(*load_payload(folder))
