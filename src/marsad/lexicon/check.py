"""The linter: everything in a lexicon folder that is wrong, incomplete or doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from pathlib import Path

from marsad.errors import LexiconError
from marsad.lexicon import word as words
from marsad.lexicon.check_links import link_faults, share_by_date
from marsad.lexicon.check_names import name_list_faults
from marsad.lexicon.compile import DEMONYM, compile_lexicon
from marsad.lexicon.context import ContextEntry, misleading, read_contexts
from marsad.lexicon.institution import single_offices
from marsad.lexicon.notation import parse
from marsad.lexicon.place import place_faults
from marsad.lexicon.source import layers, read_yaml
from marsad.lexicon.trigger import Trigger, read_triggers
from marsad.ontology.plover import CONTEXTS, MODES, SECTORS, STATUSES, SUPRANATIONAL, TYPES
from marsad.text.fold import fold

EXAMPLES_WANTED = 2
COUNTERS_WANTED = 1
KINDS = frozenset({"person", "organisation", "group", "state"})


def check_lexicon(folder: Path) -> tuple[list[str], str]:
    """The faults of a folder, one line each, and a summary line.

    Raises :class:`LexiconError` when a file cannot be read at all.
    """
    base = layers(folder)[0]
    triggers = read_triggers(folder)
    names = words.read_names(folder)
    payload = compile_lexicon(folder)
    faults = [
        *_trigger_faults(triggers),
        *_name_faults(names),
        *link_faults(names),
        *_shadow_faults(names, payload["forms"], base),
        *office_faults(names, base),
        *_word_faults(words.read_words(base)),
        *place_faults(base),
        *(f"conflict: {conflict}" for conflict in payload["conflicts"]),
    ]
    faults += name_list_faults(base)
    contexts = read_contexts(base)
    faults += [*_context_faults(contexts), *_doubled_cues(contexts, [cue.words for cue in misleading(base)])]
    examples = sum(len(t.examples()) for t in triggers)
    counters = sum(len(t.counters()) for t in triggers)
    gaps = sum(len(t.open_examples()) for t in triggers)
    per_type = Counter(t.type for t in triggers)
    counts = ", ".join(f"{type_} {per_type[type_]}" for type_ in TYPES)
    summary = (
        f"{len(faults)} faults; {len(triggers)} triggers ({counts}); {examples} examples, {counters} counter-examples, {gaps} open; "
        f"{len(payload['ids'])} entities, {len(payload['ids']) - len(names)} of them by rule; "
        f"{len(payload['forms'])} forms; "
        f"{len(contexts)} contexts by {sum(len(c.cues) for c in contexts)} words and phrases"
    )
    return faults, summary


def _trigger_faults(triggers: list[Trigger]) -> Iterator[str]:
    yield from (f"{type_}: no trigger at all" for type_ in TYPES if not any(t.type == type_ for t in triggers))
    doubled = Counter((t.type, t.lemma, t.needs, t.kind) for t in triggers)
    yield from (f"{type_}/{lemma}: stands {count} times" for (type_, lemma, *_), count in doubled.items() if count > 1)
    for trigger in triggers:
        yield from (f"{trigger.type}/{trigger.lemma}: {fault}" for fault in _faults(trigger))


def _faults(trigger: Trigger) -> Iterator[str]:
    if not trigger.source.get("gloss"):
        yield "no gloss"
    if len(trigger.examples()) < EXAMPLES_WANTED:
        yield f"fewer than {EXAMPLES_WANTED} examples"
    if len(trigger.counters()) < COUNTERS_WANTED:
        yield "no counter-example"
    for example in (*trigger.examples(), *trigger.open_examples()):
        if example.type not in TYPES or example.status not in STATUSES:
            yield f"unknown type or status in an example: {example.type}, {example.status}"
        elif example.mode and example.mode not in MODES[example.type]:
            yield f"no mode {example.mode} of {example.type}"
        try:
            parse(example.text)
        except LexiconError as error:
            yield str(error)
    yield from (f"a counter-example with marks: {text!r}" for text in trigger.counters() if "{" in text)


def _context_faults(contexts: list[ContextEntry]) -> Iterator[str]:
    """One entry a context, each explained and with sentences for and against it."""
    times = Counter(context.name for context in contexts)
    yield from (f"contexts: {name} stands {times[name]} times" for name in CONTEXTS if times[name] != 1)
    for context in contexts:
        wanting = {
            "no gloss": not context.gloss,
            f"fewer than {EXAMPLES_WANTED} examples": len(context.examples) < EXAMPLES_WANTED,
            "no counter-example": len(context.counters) < COUNTERS_WANTED,
            f"yields to unknown {sorted(set(context.yields_to) - set(CONTEXTS))}": not set(context.yields_to)
            <= set(CONTEXTS),
        }
        yield from (f"contexts: {context.name}: {fault}" for fault, wrong in wanting.items() if wrong)


def _doubled_cues(contexts: list[ContextEntry], misleading_phrases: list[str]) -> Iterator[str]:
    """A word that is listed twice for one context, or a phrase that both speaks for one and misleads."""
    listed = Counter((context.name, cue.words) for context in contexts for cue in context.cues)
    yield from (f"contexts: {name}: «{words}» stands {n} times" for (name, words), n in listed.items() if n > 1)
    both = {words for _, words in listed} & set(misleading_phrases)
    yield from (f"contexts: «{words}» names a context and misleads" for words in sorted(both))


def _name_faults(names: list[words.Name]) -> Iterator[str]:
    yield from (f"{id_}: id stands {count} times" for id_, count in Counter(n.id for n in names).items() if count > 1)
    states = {name.country for name in names if name.kind == "state"}
    for name in names:
        coded = (name.sector, *(p.get("sector") for p in (*name.sectors, *name.offices)))
        sectors = {sector for sector in coded if sector}
        if not sectors <= SECTORS:
            yield f"{name.id}: unknown sector {sorted(sectors - SECTORS)}"
        if name.kind not in KINDS:
            yield f"{name.id}: unknown kind {name.kind}"
        if name.country and name.country not in states | SUPRANATIONAL:
            yield f"{name.id}: unknown country {name.country}"
        yield from (
            f"{name.id}: {fault}" for period in (*name.sectors, *name.offices) for fault in _period_faults(dict(period))
        )
        yield from (f"{name.id}: {fault}" for fault in (*_term_faults(name), *_linked_periods(name)))
    yield from _shared_names(names)


def _term_faults(name: words.Name) -> Iterator[str]:
    """An entity's own beginning and end, by the rules of periods."""
    if name.start or name.stop:
        yield from _period_faults({"from": name.start, "to": name.stop, "source": name.source})


def _linked_periods(name: words.Name) -> Iterator[str]:
    """The dates of an entity's links, by the rules of periods."""
    for link in name.links:
        yield from _period_faults(dict(link))


def _period_faults(period: dict[str, object]) -> Iterator[str]:
    start, stop = str(period.get("from") or ""), str(period.get("to") or "")
    if start and stop and start[: len(stop)] > stop[: len(start)]:
        yield f"a period that ends before it begins: {start} to {stop}"
    if (start or stop) and not period.get("source"):
        yield f"a dated period without a source: {start} to {stop}"


def _shared_names(names: list[words.Name]) -> Iterator[str]:
    """Names that several of ours bear, unless the one follows the other and the date tells who is meant."""
    owners: dict[str, dict[str, words.Name]] = {}
    for name in names:
        for form in (name.name, *name.aliases) if not name.origin else ():
            owners.setdefault(fold(form), {})[name.id] = name
    for form, found in owners.items():
        if not all(share_by_date(one, other) for one, other in combinations(found.values(), 2)):
            yield f"«{form}» belongs to {', '.join(sorted(found))}"


def _shadow_faults(names: list[words.Name], forms: Mapping[str, str], base: Path) -> Iterator[str]:
    """Names of one word that are ordinary words too; those of states are settled by the reader's own rules."""
    kept = {fold(form) for listed in read_yaml(base / "words/shadowed.yaml").values() for form in listed}
    for name in names:
        for form in (name.name, *name.aliases) if name.kind != "state" and not name.ambiguous else ():
            word = fold(form)
            readings = forms.get(word) or forms.get(word.removeprefix("ال"), "")
            if word not in kept and any(not reading.startswith(DEMONYM) for reading in readings.split(";") if reading):
                yield f"{name.id}: «{form}» is an ordinary word: mark it ambiguous or give its other words"


def office_faults(names: list[words.Name], base: Path) -> Iterator[str]:
    """Two persons who hold at once what only one can hold: the offices of institutions.yaml."""
    for title, terms in single_offices(base, names).items():
        dated = sorted((str(o["from"]), str(o.get("to") or "9999"), name.id) for name, o in terms if o.get("from"))
        for (_, stop, one), (start, _, other) in pairwise(dated):
            if one != other and stop[: len(start)] > start[: len(stop)]:
                yield f"«{title}»: {one} (to {stop}) and {other} (from {start}) at once"


def _word_faults(entries: list[words.Word]) -> Iterator[str]:
    for entry in entries:
        if entry.sector and entry.sector not in SECTORS:
            yield f"{entry.role} {entry.lemma}: unknown sector {entry.sector}"
        if entry.kind and entry.kind not in KINDS | {"place"}:
            yield f"{entry.role} {entry.lemma}: unknown kind {entry.kind}"
