"""Contexts: the vocabulary by which an article is about elections, health, the military …

``contexts.yaml`` gives each of PLOVER's contexts the words and phrases that name it (``strong``) or
hint at it (``weak``), and phrases that mislead; see docs/lexicon.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from marsad.errors import LexiconError
from marsad.lexicon.morphology import conjugate, decline, verb
from marsad.lexicon.source import read_yaml
from marsad.lexicon.word import strings
from marsad.ontology.plover import CONTEXTS
from marsad.text.fold import fold

STRONG, WEAK = 2, 1  # points of one mention
KEYS = frozenset("context gloss strong weak verbs yields_to examples counter".split())
MISLEADING = ""  # the context of phrases that belong to none


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that speaks for a context: what it is listed as, and the forms of each of its words."""

    context: str
    words: str
    points: int
    forms: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class ContextEntry:
    """One context of ``contexts.yaml``. Where one of ``yields_to`` is found as well, this one is not given."""

    name: str
    gloss: str
    cues: tuple[Cue, ...]
    yields_to: tuple[str, ...]
    examples: tuple[str, ...]
    counters: tuple[str, ...]


def read_contexts(folder: Path) -> list[ContextEntry]:
    """The contexts of a lexicon folder. Raises :class:`LexiconError` for an unknown context or key."""
    return [_entry(raw) for raw in _content(folder)["contexts"]]


def misleading(folder: Path) -> list[Cue]:
    """The phrases in which the words of a context do not speak for it («جيش من المشجعين»)."""
    return [_cue(MISLEADING, str(words), 0) for words in _content(folder)["misleading"]]


def _content(folder: Path) -> Mapping[str, Any]:
    content = read_yaml(folder / "contexts.yaml")
    if not isinstance(content, dict) or set(content) != {"contexts", "misleading"}:
        raise LexiconError("contexts.yaml: must hold `contexts:` and `misleading:`")
    return content


def _entry(raw: Mapping[str, Any]) -> ContextEntry:
    name, unknown = raw.get("context"), set(raw) - KEYS
    if name not in CONTEXTS or unknown:
        raise LexiconError(f"contexts.yaml: {name}: no context of PLOVER's, or unknown keys {sorted(unknown)}")
    listed = chain(
        (_cue(name, words, STRONG) for words in strings(raw.get("strong"))),
        (_cue(name, words, WEAK) for words in strings(raw.get("weak"))),
        (_verb_cue(name, past, present) for past, present in raw.get("verbs") or ()),
    )
    return ContextEntry(
        name, raw.get("gloss") or "", tuple(listed), strings(raw.get("yields_to")), strings(raw.get("examples")),
        strings(raw.get("counter")),
    )  # fmt: skip


def _cue(context: str, words: str, points: int) -> Cue:
    return Cue(context, words, points, tuple(frozenset(_forms(word)) for word in words.split()))


def _verb_cue(context: str, past: str, present: str) -> Cue:
    return Cue(context, past, WEAK, (frozenset(i.form for i in conjugate(verb(past, present))),))


def _forms(word: str) -> Iterator[str]:
    """``singular/plural/…`` in all its forms, the feminine too, without article."""
    singular, *plurals = (_bare(part) for part in word.split("/"))
    yield fold(singular)
    if len(fold(singular)) > 2:  # particles of a phrase stay as they are
        yield from (i.form for i in decline(singular, plurals, "noun"))
    if len(fold(singular)) > 2 and not fold(singular).endswith(("ه", "ا", "ء")):
        yield from (i.form for i in decline(singular + "ة", [], "noun"))


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
