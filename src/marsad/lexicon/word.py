"""Word entries: people, bodies, titles, targets, verbs, particles, states and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.errors import LexiconError
from marsad.lexicon.morphology import Inflection, conjugate, decline, decline_participle, decline_plural, verb
from marsad.lexicon.source import layers, read_lines, read_list, read_yaml
from marsad.text.fold import fold


def _without_article(word: str) -> str:
    """The stem that the clitic rules leave of a word: «المجلس العسكري» is found as مجلس with the article taken off."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@dataclass(frozen=True, slots=True)
class Word:
    """A noun that decides what a phrase is of: ``متظاهر``, ``وزارة``, ``وزير``, ``مستشفى``.

    ``role`` is ``nominal``, ``head``, ``title`` or ``target``; ``takes`` and ``unless`` are
    those of titles and heads.
    """

    lemma: str
    role: str
    kind: str | None
    sector: str | None
    takes: str | None = None
    unless: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    ambiguous: bool = False  # as often an adjective or another noun

    def inflections(self) -> Iterator[Inflection]:
        """The written forms of the noun (first word of a title of several)."""
        first = _without_article(self.lemma.split()[0])
        plurals = [_without_article(plural.split()[0]) for plural in self.plurals]
        yield from decline(first, plurals, "noun")
        if not fold(first).endswith("ه"):
            titled = self.role == "title"  # «مساعدات» is aid before it is assistants
            yield from (i for i in decline(first + "ة", [], "noun") if not (titled and i.agreement == "fp"))


CIRCUMSTANCE = (("ا", "ms"), ("ه", "fs"), ("ين", "mp"), ("ات", "fp"))  # «قائلا», «مؤكدة»: an indefinite accusative


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying and the stance it gives to what is said."""

    past: str
    present: str
    stance: str
    masdars: tuple[str, ...]
    participle: str | None

    def inflections(self) -> Iterator[Inflection]:
        """Verb forms, circumstantial participles and maṣdars."""
        yield from conjugate(verb(self.past, self.present))
        if self.participle:
            stem = fold(self.participle).removesuffix("ا")
            yield from (Inflection(stem + ending, "participle", "a", agreement) for ending, agreement in CIRCUMSTANCE)
        for masdar in self.masdars:
            yield from decline(masdar, [], "masdar")


@dataclass(frozen=True, slots=True)
class SupportVerb:
    """A verb that lends its subject to an event noun; see words/support_verbs.yaml."""

    past: str
    present: str
    noun: str
    subject: str
    hits: bool = False  # its object is what the event befell


@dataclass(frozen=True, slots=True)
class Name:
    """A known entity: states included. Terms are tuples ``(title, sector, from, to)``."""

    id: str
    name: str
    en: str | None
    kind: str
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    ambiguous: bool = False
    offices: tuple[Mapping[str, Any], ...] = ()
    sectors: tuple[Mapping[str, Any], ...] = ()  # sector by period
    local: tuple[str, ...] = ()  # what it is called where the context is its state
    quoted: tuple[str, ...] = ()  # ordinary words that are its name in quotation marks: «الحياة»
    adjective: str | None = None  # of who belongs to it: «حوثي»
    source: str | None = None
    start: str | None = None  # when it came to be, and ended, as far as supported
    stop: str | None = None
    links: tuple[Mapping[str, Any], ...] = ()  # what it is part of, split from, merged into, renamed from, formed by
    origin: str = ""  # "overlay" or "import" where it is not ours
    candidates: tuple[int, ...] = ()  # the entities that share this name, where it is no entity itself


@dataclass(frozen=True, slots=True)
class Demonym:
    """An adjective of nationality, or of who belongs to a body («حوثي»), with its country and the body's sector."""

    country: str
    masculine: str
    plurals: tuple[str, ...]
    sector: str | None = None

    def inflections(self) -> Iterator[Inflection]:
        """ليبي، ليبية، ليبيون، ليبيين، ليبيات and the listed broken plurals."""
        yield from decline_participle(self.masculine)
        for plural in self.plurals:
            yield from decline_plural(fold(plural), "noun")


# In the order in which a word that stands in two files is read: «موقع» is a target before a web site.
ROLE_FILES = {"nominals": "noun", "titles": "title", "targets": "noun", "heads": "noun"}


def read_words(folder: Path) -> list[Word]:
    """The entries of nominals, heads, titles and targets."""
    return [
        _word(raw, name.rstrip("s"), key)
        for name, key in ROLE_FILES.items()
        for raw in read_list(folder, f"words/{name}.yaml")
    ]


def _word(raw: Mapping[str, Any], role: str, key: str) -> Word:
    kind = raw.get("kind") or ("person" if role == "title" else None)
    unless, plurals, ambiguous = strings(raw.get("unless")), strings(raw.get("plural")), bool(raw.get("ambiguous"))
    return Word(raw[key], role, kind, raw.get("sector"), raw.get("takes"), unless, plurals, ambiguous)


def strings(value: str | list[str] | None) -> tuple[str, ...]:
    """A YAML value that may be missing, one string or a list of them."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)


def read_verbs(folder: Path) -> list[tuple[str, str, bool]]:
    """Known verbs as (past, present, ambiguous with a noun)."""
    return [(raw["verb"], raw["present"], bool(raw.get("ambiguous"))) for raw in read_list(folder, "words/verbs.yaml")]


def read_vocabulary(folder: Path) -> tuple[list[str], list[str]]:
    """Common nouns and adjectives of ``words/vocabulary.yaml``, about which nothing else is known."""
    content = read_yaml(folder / "words/vocabulary.yaml")
    return [str(word) for word in content["nouns"]], [str(word) for word in content["adjectives"]]


def read_support_verbs(folder: Path) -> list[SupportVerb]:
    """The support verbs of ``words/support_verbs.yaml``."""
    rows = read_list(folder, "words/support_verbs.yaml")
    return [
        SupportVerb(raw["verb"], raw["present"], raw["noun"], raw["subject"], bool(raw.get("hits"))) for raw in rows
    ]


def read_speech(folder: Path) -> tuple[list[SpeechVerb], list[tuple[str, str]], list[Word]]:
    """Speech verbs, according-to phrases with their stance, and source nouns."""
    content = read_yaml(folder / "attribution.yaml")
    verbs = [
        SpeechVerb(raw["verb"], raw["present"], raw["stance"], strings(raw.get("masdar")), raw.get("participle"))
        for raw in content["verbs"]
    ]
    nouns = [
        Word(raw["noun"], "nominal", raw.get("kind") or "person", raw.get("sector"), plurals=strings(raw.get("plural")))
        for raw in content["nouns"]
    ]
    return verbs, [(raw["phrase"], raw["stance"]) for raw in content["phrases"]], nouns


def read_names(folder: Path) -> list[Name]:
    """States first, then the entities of every file of ``entities/``, ours, an overlay's and imported ones.

    An overlay's entity replaces ours of the same id; an imported one gives way to it.
    """
    base, *over = layers(folder)
    added = [_name(raw, "overlay") for layer in over for raw in _entities(layer)]
    replaced = {name.id for name in added}
    ours = [_state(raw) for raw in read_list(base, "states.yaml")] + [_name(raw) for raw in _entities(base)]
    known = [*(name for name in ours if name.id not in replaced), *added]
    ids = {name.id for name in known}
    imported = {str(raw["id"]): raw for layer in (base, *over) for raw in _imported(layer) if raw["id"] not in ids}
    return [*known, *(_name(raw, "import") for raw in imported.values())]


def _imported(folder: Path) -> Iterator[Mapping[str, Any]]:
    for path in sorted((folder / "entities").glob("*.jsonl")):
        yield from read_lines(path)


def _entities(folder: Path) -> Iterator[Mapping[str, Any]]:
    for path in sorted((folder / "entities").glob("*.yaml")):
        yield from read_list(folder, f"entities/{path.name}")


def _name(raw: Mapping[str, Any], origin: str = "") -> Name:
    missing = [key for key in ("id", "name", "kind") if not isinstance(raw.get(key), str)]
    if missing:
        raise LexiconError(f"an entity without {', '.join(missing)}: {str(dict(raw))[:120]}")
    sector = raw.get("sector")
    periods = tuple(sector) if isinstance(sector, list) else ()
    return Name(
        id=raw["id"], name=raw["name"], en=raw.get("en"), kind=raw["kind"], country=raw.get("country"),
        sector=periods[-1]["sector"] if periods else sector, aliases=strings(raw.get("aliases")),
        ambiguous=bool(raw.get("ambiguous")), offices=tuple(raw.get("offices") or ()), sectors=periods,
        local=strings(raw.get("local")), quoted=strings(raw.get("quoted")), adjective=raw.get("adjective"), source=raw.get("source"),
        start=raw.get("from"), stop=raw.get("to"), origin=origin, links=tuple(raw.get("links") or ()),
    )  # fmt: skip


def _state(raw: Mapping[str, Any]) -> Name:
    capitals = (raw.get("capital") or "", *strings(raw.get("capital_variants")))
    several = tuple(capital for capital in capitals if " " in capital and capital != raw["name"])  # «بيونغ يانغ»
    aliases = (*strings(raw.get("full")), *strings(raw.get("aliases")), *strings(raw.get("seat")), *several)
    unclear = strings(raw.get("ambiguous"))
    clear = tuple(alias for alias in aliases if alias not in unclear)
    return Name(
        f"state:{raw['id']}", raw["name"], raw.get("en"), "state", raw["id"], "GOV", clear, raw["name"] in unclear
    )


def read_demonyms(folder: Path) -> list[Demonym]:
    """The nationality adjectives of all states, variants included."""
    return [
        Demonym(raw["id"], form, _clear(raw, raw.get("plural")) if form == raw["demonym"] else ())
        for raw in read_list(folder, "states.yaml")
        if raw.get("demonym")
        for form in (raw["demonym"], *strings(raw.get("demonym_variants")))
        if form not in strings(raw.get("ambiguous"))  # «المالية» is finance before it is Malian
    ]


def read_adjectives(names: Iterable[Name]) -> list[Demonym]:
    """The adjectives that entities give for who belongs to them."""
    return [Demonym(name.country, name.adjective, (), name.sector) for name in names if name.adjective and name.country]


def _clear(raw: Mapping[str, Any], forms: str | list[str] | None) -> tuple[str, ...]:
    return tuple(form for form in strings(forms) if form not in strings(raw.get("ambiguous")))


def read_capitals(folder: Path) -> dict[str, str]:
    """Folded capital → country: the government's metonym («أنقرة ترسل»)."""
    return {
        fold(capital): raw["id"]
        for raw in read_list(folder, "states.yaml")
        for capital in (raw.get("capital"), *strings(raw.get("capital_variants")))
        if capital and capital not in strings(raw.get("ambiguous"))
    }


def read_particles(folder: Path) -> dict[str, list[str]]:
    """Class → particles, of ``words/function_words.yaml``."""
    return {
        name: [str(word) for word in words] for name, words in read_yaml(folder / "words/function_words.yaml").items()
    }


def read_quiet(folder: Path) -> dict[str, list[str]]:
    """Topic → words typical of pages without politics."""
    return {topic: [str(word) for word in words] for topic, words in read_yaml(folder / "words/quiet.yaml").items()}


def read_grievances(folder: Path) -> list[str]:
    """All words of ``words/grievances.yaml``."""
    return [str(word) for listed in read_yaml(folder / "words/grievances.yaml").values() for word in listed]


def read_clues(folder: Path) -> dict[str, list[str]]:
    """Clue → the words that give it, of ``words/clues.yaml``."""
    return {clue: [str(word) for word in words] for clue, words in read_yaml(folder / "words/clues.yaml").items()}


def read_private(folder: Path) -> dict[str, list[str]]:
    """List → words for private people, of ``words/private.yaml``."""
    return {name: [str(word) for word in words] for name, words in read_yaml(folder / "words/private.yaml").items()}


def read_crowd_verbs(folder: Path) -> dict[str, str]:
    """Written form → class of what demonstrators do, of ``words/crowd_verbs.yaml``; the first class that has a form keeps it."""
    found: dict[str, str] = {}
    for class_, rows in read_yaml(folder / "words/crowd_verbs.yaml").items():
        for past, present in rows:
            for inflection in conjugate(verb(past, present)):
                if inflection.agreement.startswith("3"):
                    found.setdefault(inflection.form, class_)
    return found


def read_abroad(folder: Path) -> list[str]:
    """The forms of the words of ``words/abroad.yaml``, by which a party is not simply of the country spoken of."""
    raw = read_yaml(folder / "words/abroad.yaml")
    return sorted(
        {
            inflection.form
            for listed in raw.values()
            for word in listed
            for inflection in (*decline(word, [], "noun"), *decline_participle(word))
        }
    )


def read_outcomes(folder: Path) -> Iterator[tuple[str, str]]:
    """``before:form`` or ``after:form`` → outcome, of ``words/outcomes.yaml``; ``thing:form`` and ``label:form`` for what loses no lives."""
    raw = read_yaml(folder / "words/outcomes.yaml")
    for side in ("thing", "label"):
        yield from ((f"{side}:{i.form}", side) for noun in raw.pop(f"{side}s") for i in decline(noun, [], "noun"))
    for outcome, rows in raw.items():
        for side in ("before", "after"):
            for noun in rows[side]:
                yield from ((f"{side}:{i.form}", outcome) for i in decline(noun, [], "noun"))
        for past, present in rows["verbs"]:
            yield from ((f"before:{i.form}", outcome) for i in conjugate(verb(past, present)))


@dataclass(frozen=True, slots=True)
class RelationWord:
    """A word of a standing relation; see words/relations.yaml."""

    word: str
    present: str | None
    kind: str
    pattern: str
    preposition: str
    objects: tuple[str, ...] = ()  # what a verb of holding office takes

    def inflections(self) -> Iterator[Inflection]:
        """A verb's forms, a participle's, or the word as it is written."""
        if self.present:
            yield from conjugate(verb(self.word, self.present))
        elif self.pattern == "leader":
            yield Inflection(fold(self.word), "noun")
        else:
            yield from decline_participle(self.word)


def read_relations(folder: Path) -> list[RelationWord]:
    """The entries of ``words/relations.yaml``."""
    return [
        RelationWord(
            raw.get("word") or raw["verb"],
            raw.get("present"),
            raw["kind"],
            raw["pattern"],
            str(raw.get("preposition") or ""),
            strings(raw.get("objects")),
        )
        for raw in read_list(folder, "words/relations.yaml")
        if "kind" in raw
    ]


def read_former(folder: Path) -> list[str]:
    """The forms of the words of ``words/relations.yaml`` by which an office is past."""
    words = [word for raw in read_list(folder, "words/relations.yaml") for word in strings(raw.get("former"))]
    return sorted({inflection.form for word in words for inflection in decline_participle(word)})


def read_numbers(folder: Path) -> dict[str, Any]:
    """``words/numbers.yaml`` folded: kinds of number words with values, vague ranges, phrases of bounds, words of change, months."""
    raw = read_yaml(folder / "words/numbers.yaml")
    kinds = ("units", "teens", "tens", "hundreds", "scales", "duals", "parts", "vague")
    months = [form for forms in read_yaml(folder / "words/times.yaml")["months"].values() for form in forms]
    phrases = ("at_least", "at_most", "after_at_least", "after_at_most", "changes")
    return {
        **{kind: _folded(raw[kind]) for kind in kinds},
        **{name: [fold(phrase) for phrase in raw[name]] for name in phrases},
        "months": sorted({fold(form).split()[0] for form in months}),
    }


def read_times(folder: Path) -> dict[str, Any]:
    """``words/times.yaml`` folded, key by key; month names point to their numbers, number words to their values."""
    raw = read_yaml(folder / "words/times.yaml")
    numbers = read_yaml(folder / "words/numbers.yaml")
    months = {
        name: {fold(form): int(n) for n, forms in raw[name].items() for form in forms} for name in ("months", "hijri")
    }
    others = {name: _folded_words(table) for name, table in raw.items() if name not in months}
    numbered = {name: _folded(numbers[name]) for name in ("tens", "teens", "hundreds")}
    return {**months, **others, **numbered, "numbers": _folded(numbers["units"] | numbers["hundreds"])}


def _folded_words(table: Any) -> Any:
    """A list or a mapping of words with each word folded."""
    return _folded(table) if isinstance(table, dict) else [fold(str(word)) for word in table]


def _folded(table: Mapping[str, Any]) -> dict[str, Any]:
    return {fold(str(word)): value for word, value in table.items()}


LISTS_OF_PLACES = ("directions", "only_after_place_word", "outweighs", "scene_nouns", "state_scene_nouns", "no_names")


def read_places(folder: Path) -> dict[str, Any]:
    """``places.yaml`` folded: the words that guide the search for places, and the places of our own, a mapping each."""
    raw = read_yaml(folder / "places.yaml")
    lists = {name: [fold(str(word)) for word in raw[name]] for name in LISTS_OF_PLACES}
    kinds = {fold(form): kind for kind, listed in raw["place_words"].items() for word in listed for form in _dual(word)}
    several = [form for form in kinds if form.endswith(("تا", "تي"))] + [fold(word) for word in raw["several"]]
    entries = [
        _place(country, kind, entry)
        for country, by_kind in raw["places"].items()
        for kind, listed in by_kind.items()
        for entry in listed
    ]
    return {
        **lists,
        "home": raw["home"],
        "place_words": kinds,
        "several": several,
        "as_written": raw["as_written"],
        "movables": raw["movables"],
        "entries": entries,
    }


def _dual(word: str) -> tuple[str, ...]:
    """A place word and its dual before a noun: «محافظة», «محافظتا», «محافظتي»."""
    return (word, f"{word[:-1]}تا", f"{word[:-1]}تي") if word.endswith("ة") else (word,)


def _place(country: str, kind: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """One place: its folded names, and its id made of its English name where it has none of a register."""
    slug = re.sub(r"[^a-z0-9]+", "-", str(raw["en"]).lower()).strip("-")
    return {
        "names": [fold(name) for name in raw["ar"]],
        "name": raw["ar"][0],
        "en": raw["en"],
        "kind": kind,
        "country": None if country == "INT" else country,
        "id": raw.get("id") or raw.get("of") or f"marsad:{country}:{slug}",
        **{key: raw.get(key) for key in ("of", "near", "at")},
        "population": raw.get("population", 0),
    }


def read_reporting(folder: Path) -> dict[str, Any]:
    """``complements`` and ``unspoken`` of ``attribution.yaml``, folded."""
    content = read_yaml(folder / "attribution.yaml")
    raw = content["complements"]
    return {
        **{name: [fold(verb) for verb in raw[name]] for name in ("clausal", "opinion", "adding", "personal")},
        "governed": {
            fold(preposition): [fold(verb) for verb in verbs] for preposition, verbs in raw["governed"].items()
        },
        "relaying": {fold(verb): fold(preposition) for verb, preposition in raw["relaying"].items()},
        "unspoken": [fold(word) for word in content["unspoken"]],
    }


def read_status(folder: Path) -> dict[str, list[str]]:
    """The lists of ``words/status.yaml``, folded."""
    return {name: [fold(word) for word in words] for name, words in read_yaml(folder / "words/status.yaml").items()}
