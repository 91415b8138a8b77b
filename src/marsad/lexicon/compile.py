"""Compiles the YAML sources into one JSON-able table: written form → what it may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from marsad.lexicon import word as words
from marsad.lexicon.anaphora import compile_anaphora
from marsad.lexicon.bodies import read_bodies
from marsad.lexicon.institution import make_institutions, office_titles
from marsad.lexicon.lands import read_lands
from marsad.lexicon.morphology import Inflection, conjugate, decline, decline_participle, verb
from marsad.lexicon.name_index import folded_words, name_index, spelling_index
from marsad.lexicon.people import read_people
from marsad.lexicon.source import layers, read_yaml
from marsad.lexicon.trigger import Trigger, mode_words, read_triggers
from marsad.lexicon.vocabulary import compile_contexts
from marsad.lexicon.weights import read_weights
from marsad.lexicon.wording import compile_rows, compile_scales
from marsad.text.fold import fold

Payload = dict[str, Any]
# Classes of forms: trigger, known verb, speech verb, support verb, noun of words/, demonym, quiet and relation word, and
# common nouns and adjectives of the vocabulary.
TRIGGER, VERB, SPEECH, SUPPORT, WORD, DEMONYM, QUIET, RELATION, NOUN = "TVSPWDQRN"
PREPOSITION_SLOTS = {"بـ": "ب", "لـ": "ل"}


def compile_lexicon(folder: Path) -> Payload:
    """The compiled form of a lexicon folder. Raises ``LexiconError`` for a file that breaks the format."""
    triggers, modes = read_triggers(folder), mode_words(folder)
    named = words.read_names(folder)
    folder = layers(folder)[0]  # an overlay has names and triggers; all else is ours
    speech, according, source_nouns = words.read_speech(folder)
    nouns = [*words.read_words(folder), *source_nouns]
    support = words.read_support_verbs(folder)
    demonyms = [*words.read_demonyms(folder), *words.read_adjectives(named)]
    institutions = make_institutions(folder, named)
    offices = office_titles(folder, names=[*named, *institutions.names])
    index = name_index(named, len(named) + len(institutions.names))
    names = [*named, *institutions.names, *index.shared]
    relations = words.read_relations(folder)
    quiet = words.read_quiet(folder)
    common, adjectives = words.read_vocabulary(folder)
    verbs = words.read_verbs(folder)
    forms = _forms(
        [
            (TRIGGER, [t.inflections() for t in triggers]),
            (SPEECH, [s.inflections() for s in speech]),
            (SUPPORT, [conjugate(verb(s.past, s.present)) for s in support]),
            (WORD, [w.inflections() for w in nouns]),
            (RELATION, [r.inflections() for r in relations]),
            (DEMONYM, [d.inflections() for d in demonyms]),
            (VERB, [conjugate(verb(past, present)) for past, present, _ in verbs]),
            (QUIET, [decline(word, [], "noun") for listed in quiet.values() for word in listed if " " not in word]),
            (NOUN, [_common(common, [past for past, _, ambiguous in verbs if ambiguous]), _adjectives(adjectives)]),
        ]
    )
    return {
        "forms": forms,
        "triggers": [_trigger(t) for t in triggers],
        "speech": [{"past": s.past, "stance": s.stance} for s in speech],
        "support": [asdict(s) for s in support],
        "relations": [
            [
                r.word,
                r.kind,
                r.pattern,
                PREPOSITION_SLOTS.get(r.preposition, fold(r.preposition)),
                [*map(fold, r.objects)],
            ]
            for r in relations
        ],
        "former": words.read_former(folder),
        "words": [_word(w) for w in nouns],
        "demonyms": [d.country for d in demonyms],
        "demonym_sectors": [d.sector for d in demonyms],
        "abroad": words.read_abroad(folder),
        "quiet": [topic for topic, listed in quiet.items() for word in listed if " " not in word],
        "names": [_name(n) for n in names],
        "states": sum(n.kind == "state" for n in names),
        "ids": {n.id: number for number, n in enumerate(names) if n.id},
        "linked": _linked(names),
        "name_index": index.rows,
        "quoted": {" ".join(folded_words(form)): number for number, n in enumerate(names) for form in n.quoted},
        "conflicts": index.conflicts,
        "institutions": institutions.phrases,
        "offices": offices,
        "phrase_heads": sorted({phrase.split()[0] for phrase in (*institutions.phrases, *offices)}),
        "spelling_index": spelling_index(named),
        "according": _phrase_index(according),
        "particles": _particles(words.read_particles(folder)),
        "particle_phrases": _particle_phrases(words.read_particles(folder)),
        "capitals": words.read_capitals(folder),
        "numbers": words.read_numbers(folder),
        "places": words.read_places(folder),
        "times": words.read_times(folder),
        "people": read_people(folder),
        "bodies": read_bodies(folder),
        "lands": read_lands(folder),
        "outcomes": dict(words.read_outcomes(folder)),
        "grievances": _all_forms(words.read_grievances(folder)),
        "confidence": read_weights(folder),
        "wording": compile_rows(folder),
        "wording_scales": compile_scales(folder),
        "contexts": compile_contexts(folder),
        "reporting": words.read_reporting(folder),
        "status": words.read_status(folder),
        "anaphora": compile_anaphora(folder),
        "crowd_verbs": words.read_crowd_verbs(folder),
        "private": {name: _all_forms(listed) for name, listed in words.read_private(folder).items()},
        "clues": _clues(words.read_clues(folder)),
        "resolution": read_yaml(folder / "resolution.yaml"),
        "modes": {t: {mode: _all_forms(listed) for mode, listed in found.items()} for t, found in modes.items()},
    }


def _clues(lists: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Written form → the clues that it gives."""
    found: dict[str, list[str]] = defaultdict(list)
    for clue, listed in lists.items():
        for form in _all_forms(listed):
            found[form].append(clue)
    return dict(found)


def _forms(groups: Sequence[tuple[str, Sequence[Iterable[Inflection]]]]) -> dict[str, str]:
    """Form → its readings as ``class,entry,pos,voice,agreement`` joined by ``;`` (small and quick to load)."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for letter, entries in groups:
        for index, inflections in enumerate(entries):
            for form, pos, voice, agreement in inflections:
                found[form][f"{letter},{index},{pos},{voice},{agreement}"] = None
    return {form: ";".join(readings) for form, readings in found.items()}


COMMON_NOUN, ADJECTIVE = 0, 1  # entries of class NOUN


def _common(nouns: Sequence[str], homographs: Sequence[str]) -> Iterator[Inflection]:
    """All common nouns as one entry; ``homographs`` are verbs whose bare past is also a noun (قتل، ذهب)."""
    for noun in nouns:
        yield from decline(noun, [], "noun")
    yield from (Inflection(fold(past), "noun", "x", "ms") for past in homographs)


def _adjectives(adjectives: Sequence[str]) -> Iterator[Inflection]:
    return (inflection for adjective in adjectives for inflection in decline_participle(adjective))


def _trigger(t: Trigger) -> Payload:
    needs = [need for need in t.needs if not _is_preposition(need)]
    return {
        "lemma": t.lemma,
        "kind": t.kind,
        "type": t.type,
        "mode": t.mode,
        "weight": t.weight,
        "frame": {
            role: [PREPOSITION_SLOTS.get(s, fold(s)) if s not in ("subject", "object") else s for s in slots]
            for role, slots in t.frame.items()
        },
        "need_words": _all_forms(needs),
        "need_preps": sorted({PREPOSITION_SLOTS.get(n, fold(n)) for n in t.needs if _is_preposition(n)}),
        "unless": _all_forms(t.unless),
        "idafa": t.idafa,
        "history": t.history,
        "tail": list(t.tail),
    }


def _is_preposition(need: str) -> bool:
    return need in PREPOSITION_SLOTS or fold(need) in {
        "علي",
        "من",
        "الي",
        "في",
        "عن",
        "مع",
        "ضد",
        "بين",
        "نحو",
        "تجاه",
        "حول",
        "لدي",
        "امام",
    }


def _all_forms(listed: Iterable[str]) -> list[str]:
    """Condition words in all their forms, sorted."""
    return sorted({form for word in listed for form in _noun_forms(word)})


def _noun_forms(word: str) -> Iterator[str]:
    """A condition word in all its forms, without article; a phrase as it is written."""
    if " " in word:
        yield fold(" ".join(word.split()))
        return
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    yield fold(word)
    yield from (inflection.form for inflection in decline(bare, [], "noun"))


def _name(n: words.Name) -> Payload:
    """An entity without the fields that it leaves empty, and without the names that stand in a table of their own."""
    return {field: value for field, value in asdict(n).items() if field == "id" or (value and field != "quoted")}


def _linked(names: Sequence[words.Name]) -> dict[str, list[int]]:
    """Entity → the numbers of those whose links go to it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for target in dict.fromkeys(str(link["of"]) for link in name.links):
            found[target].append(number)
    return dict(found)


def _word(w: words.Word) -> Payload:
    rest = [fold(part) for part in w.lemma.split()[1:]]
    return {
        "lemma": w.lemma,
        "role": w.role,
        "kind": w.kind,
        "sector": w.sector,
        "takes": w.takes,
        "unless": [fold(u) for u in w.unless],
        "rest": rest,
        "ambiguous": w.ambiguous,
    }


def _phrase_index(phrases: Sequence[tuple[str, str]]) -> dict[str, list[list[Any]]]:
    index: dict[str, list[list[Any]]] = defaultdict(list)
    for phrase, value in phrases:
        first, *rest = folded_words(phrase)
        index[first].append([rest, value])
    return {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in index.items()}


def _particles(classes: dict[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, members in classes.items():
        for word in members:
            if " " not in word:
                found[fold(word)][name] = None
    return {word: list(names) for word, names in found.items()}


def _particle_phrases(classes: dict[str, list[str]]) -> dict[str, list[list[Any]]]:
    return _phrase_index([(word, name) for name, members in classes.items() for word in members if " " in word])
