"""Trigger entries: words that name an event, their frames and conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.errors import LexiconError
from marsad.lexicon.morphology import (
    Inflection,
    circumstantial,
    conjugate,
    decline,
    decline_participle,
    verb,
)
from marsad.lexicon.source import layers, read_yaml
from marsad.ontology.plover import MODES
from marsad.text.fold import fold

SLOTS = frozenset(
    "subject object على من إلى في بـ لـ عن مع ضد بين نحو تجاه حول باتجاه داخل قرب لدى أمام فوق خلف عبر منذ عند حيال إزاء بشأن لصالح بحق".split()
)
WEIGHTS = ("strong", "medium", "weak")
# Speech acts: whoever speaks has done them; their participle reports as often as the verb does («متهماً إيران بـ…»).
SPEECH_TYPES = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
FORCE_TYPES = frozenset({"ASSAULT", "COERCE"})  # what is done to somebody by force
KEYS = frozenset(
    "verb noun phrase present masdar participles plural passive gloss mode weight frame needs unless idafa history examples open counter note".split()
)


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated sentence and what must be read from it."""

    text: str
    type: str
    status: str = "fact"
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of ``triggers/``; see docs/lexicon.md for what each key means."""

    lemma: str
    kind: str  # verb, noun or phrase
    type: str
    mode: str | None
    weight: str
    frame: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    idafa: str = "object"
    history: bool = False
    tail: tuple[str, ...] = ()  # the folded words after the first of a phrase
    file: str = ""  # name of the file it stands in
    source: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def transitive(self) -> bool:
        """Whether a bare noun phrase after the subject fills a role."""
        return any("object" in slots for slots in self.frame.values())

    def examples(self) -> list[Example]:
        """The entry's annotated examples."""
        return [_example(raw, self.type) for raw in self.source.get("examples") or ()]

    def open_examples(self) -> list[Example]:
        """Annotated sentences that the reader does not read right yet: known gaps, which may only become fewer."""
        return [_example(raw, self.type) for raw in self.source.get("open") or ()]

    def counters(self) -> list[str]:
        """Sentences in which the entry must not be coded."""
        return [raw["text"] if isinstance(raw, dict) else raw for raw in self.source.get("counter") or ()]

    def inflections(self) -> Iterator[Inflection]:
        """The written forms of the entry's first word."""
        source = self.source
        if self.kind == "noun":
            yield from decline(source["noun"].split()[0], _strings(source.get("plural")), "noun")
            return
        if source.get("present"):
            yield from self._verb_forms()
        elif self.kind == "phrase":
            yield Inflection(fold(source["phrase"].split()[0]), "phrase")
        for noun in source.get("masdar") or ():
            singular, *plurals = str(noun).split("/")
            yield from decline(singular, plurals, "masdar")
        for participle in source.get("participles") or ():
            yield from decline_participle(str(participle).split("/")[0])

    def _verb_forms(self) -> Iterator[Inflection]:
        past = (self.source.get("verb") or self.source["phrase"]).split()[0]
        forms = verb(past, self.source["present"].split()[0])
        # «دين», «زير»: the passive of a hollow three-letter verb is hardly written and looks like other words
        passive = self.source.get("passive", not (forms.hollow and len(forms.past) == 3))
        yield from (i._replace(voice="a") if not passive else i for i in conjugate(forms) if passive or i.voice != "p")
        if self.type in SPEECH_TYPES and self.source.get("participles") != []:
            yield from circumstantial(forms)


def _example(raw: str | Mapping[str, Any], type_: str) -> Example:
    if isinstance(raw, str):
        return Example(raw, type_)
    return Example(raw["text"], raw.get("type") or type_, raw.get("status") or "fact", raw.get("mode"))


def _strings(value: str | list[str] | None) -> list[str]:
    """A YAML value that may be missing, one string or a list of them."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else [str(item) for item in value]


def read_triggers(folder: Path) -> list[Trigger]:
    """All trigger entries; an overlay's replaces ours of the same type, lemma and conditions.

    Raises :class:`LexiconError` naming the file and the lemma at fault.
    """
    base, *over = ([t for path in _files(layer) for t in _read_file(path)] for layer in layers(folder))
    for added in over:
        replaced = {_key(trigger) for trigger in added}
        base = [*(trigger for trigger in base if _key(trigger) not in replaced), *added]
    return base


def _files(layer: Path) -> list[Path]:
    return sorted((layer / "triggers").glob("*.yaml"))


def _key(trigger: Trigger) -> tuple[object, ...]:
    return trigger.type, trigger.lemma, trigger.kind, trigger.needs


def mode_words(folder: Path) -> dict[str, dict[str, list[str]]]:
    """Type → mode → the words that settle the mode, as each trigger file's ``modes`` gives them."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in (path for layer in layers(folder) for path in _files(layer)):
        modes = found.setdefault(type_of(path), {})
        for mode, words in (read_yaml(path).get("modes") or {}).items():
            modes.setdefault(mode, []).extend(_strings(words))
    return found


def type_of(path: Path) -> str:
    """The event type of a trigger file: what stands before the family in its name (``ASSAULT_air.yaml``)."""
    return path.stem.split("_")[0]


def _read_file(path: Path) -> Iterator[Trigger]:
    content = read_yaml(path)
    type_ = type_of(path)
    if not isinstance(content, dict) or content.get("type") != type_ or type_ not in MODES:
        raise LexiconError(f"{path.name}: must hold `type: {type_}`, one of PLOVER's, and a list of triggers")
    for raw in content.get("triggers") or ():
        yield _read_trigger(raw, type_, path.name)


def _read_trigger(raw: Mapping[str, Any], type_: str, name: str) -> Trigger:
    kind = next((key for key in ("phrase", "verb", "noun") if raw.get(key)), None)
    if kind is None:
        raise LexiconError(f"{name}: an entry without verb, noun or phrase: {dict(raw)!r}")
    where = f"{name}: {raw[kind]}"
    _check(raw, where, type_)
    frame = {role: tuple(_strings(slots)) for role, slots in (raw.get("frame") or {}).items()}
    transitive = any("object" in slots for slots in frame.values())
    return Trigger(
        lemma=raw[kind],
        kind=kind,
        type=type_,
        mode=raw.get("mode"),
        weight=raw.get("weight") or "medium",
        frame=frame,
        needs=tuple(_strings(raw.get("needs"))),
        unless=tuple(_strings(raw.get("unless"))),
        idafa=raw.get("idafa") or ("object" if transitive and kind != "noun" else "subject"),
        history=bool(raw.get("history")),
        tail=tuple(fold(word) for word in raw[kind].split()[1:]),
        file=name,
        source=raw,
    )


def _check(raw: Mapping[str, Any], where: str, type_: str) -> None:
    """Raise for what cannot be compiled; style is the linter's business."""
    unknown = set(raw) - KEYS
    slots = {slot for value in (raw.get("frame") or {}).values() for slot in _strings(value)}
    faults = {
        f"unknown keys {sorted(unknown)}": bool(unknown),
        f"unknown slots {sorted(slots - SLOTS)}": bool(slots - SLOTS),
        f"unknown roles {sorted(raw.get('frame') or {})}": bool(set(raw.get("frame") or {}) - {"actor", "recipient"}),
        f"no mode {raw.get('mode')!r} of {type_}": raw.get("mode") not in (None, *MODES[type_]),
        f"weight must be one of {WEIGHTS}": raw.get("weight", "medium") not in (None, *WEIGHTS),
        "a verb needs its present": bool(raw.get("verb")) and not raw.get("present"),
    }
    for message, wrong in faults.items():
        if wrong:
            raise LexiconError(f"{where}: {message}")
