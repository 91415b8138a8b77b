"""What every state has, as entities made by rule, and what offices and bodies are called when they are not named.

Source of the rules: ``lexicon/institutions.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.lexicon.source import read_list, read_yaml
from marsad.lexicon.word import Name, strings
from marsad.text.fold import fold

Numbers = dict[str, int]


@dataclass(frozen=True, slots=True)
class State:
    """A state's names and the adjectives of nationality that mean it alone, with their articles."""

    id: str
    name: str
    en: str
    adjectives: tuple[tuple[str, str], ...]  # (masculine, feminine)

    def forms(self, templates: Iterable[str]) -> Iterator[str]:
        """The names that templates make for this state."""
        for template in templates:
            if "{m}" in template or "{f}" in template:
                yield from (template.format(m=m, f=f) for m, f in self.adjectives)
            else:
                yield template.format(name=self.name)


def read_states(folder: Path) -> list[State]:
    """The states of ``states.yaml``."""
    rows = read_list(folder, "states.yaml")
    owners: dict[str, int] = {}
    for raw in rows:
        for form in dict.fromkeys(_demonyms(raw)):
            owners[form] = owners.get(form, 0) + 1
    return [
        State(
            raw["id"],
            raw["name"],
            raw["en"],
            tuple(_definite(form) for form in _demonyms(raw) if owners[form] == 1 and form not in _unclear(raw)),
        )
        for raw in rows
    ]


def _demonyms(raw: Mapping[str, Any]) -> list[str]:
    forms = [raw["demonym"], *strings(raw.get("demonym_variants"))] if raw.get("demonym") else []
    return [form for form in forms if all(word.endswith("ي") for word in form.split())]


def _unclear(raw: Mapping[str, Any]) -> tuple[str, ...]:
    return strings(raw.get("ambiguous"))


def _definite(demonym: str) -> tuple[str, str]:
    words = demonym.split()
    return " ".join("ال" + word for word in words), " ".join(f"ال{word}ة" for word in words)


@dataclass(frozen=True, slots=True)
class Institutions:
    """The entities made, and folded phrase → entity: «الجيش التركي», and «الجيش TUR» for the bare form in a context."""

    names: tuple[Name, ...]
    phrases: Numbers


def make_institutions(folder: Path, known: Sequence[Name]) -> Institutions:
    """One entity a state and role; where a ``known`` name is one of its forms, that entity stands for it.

    The numbers are those that the entities get when the made ones are put after ``known``.
    """
    rules = read_yaml(folder / "institutions.yaml")
    owners = {fold(form): number for number, name in enumerate(known) for form in (name.name, *name.aliases)}
    names: list[Name] = []
    phrases: Numbers = {}
    for state in read_states(folder):
        for role in rules["roles"]:
            if state.id in rules["without"].get(role.get("only"), ()):
                continue
            forms = list(dict.fromkeys(state.forms(role["forms"])))
            number = next((owners[fold(form)] for form in forms if fold(form) in owners), len(known) + len(names))
            if number == len(known) + len(names):
                names.append(_made(state, role, forms))
            phrases |= {key: number for key in map(fold, forms) if key not in owners}
            phrases |= {f"{fold(bare)} {state.id}": number for bare in strings(role.get("bare"))}
    return Institutions(tuple(names), {**phrases, **_local(known)})


def _made(state: State, role: Mapping[str, Any], forms: Sequence[str]) -> Name:
    return Name(
        f"{state.id.lower()}-{role['role']}", forms[0], role["en"].format(en=state.en), role["kind"], state.id,
        role["sector"], tuple(forms[1:]),
    )  # fmt: skip


def _local(known: Sequence[Name]) -> Numbers:
    """What an entity of one state is called where the context is that state («المقاومة الشعبية» in Yemen)."""
    return {f"{fold(form)} {name.country}": number for number, name in enumerate(known) for form in name.local}


def office_titles(folder: Path, names: Sequence[Name]) -> dict[str, list[list[int]]]:
    """Folded title → ``[[entity, number of its office], …]``, in all wordings that mean the same office."""
    rules = read_yaml(folder / "institutions.yaml")
    rows = [list(dict.fromkeys(state.forms(row))) for state in read_states(folder) for row in rules["offices"]]
    rows += [[title, *styles] for title, styles in rules["styles"].items()]
    same: dict[str, list[str]] = {}
    for row in rows:
        for form in row:
            same.setdefault(fold(form), []).extend(row)
    found: dict[str, list[list[int]]] = {}
    for number, name in enumerate(names):
        for position, office in enumerate(name.offices):
            title = str(office["title"])
            for key in dict.fromkeys(map(fold, (title, *same.get(fold(title), ())))):
                found.setdefault(key, []).append([number, position])
    return found


def single_offices(folder: Path, names: Sequence[Name]) -> dict[str, list[tuple[Name, Mapping[str, Any]]]]:
    """Offices that one person holds at a time, by their first title, with all who are known to have held them."""
    rules = read_yaml(folder / "institutions.yaml")
    held: dict[str, list[tuple[Name, Mapping[str, Any]]]] = {}
    for name in names:
        for office in name.offices:
            held.setdefault(fold(str(office["title"])), []).append((name, office))
    rows = [list(dict.fromkeys(state.forms(row))) for state in read_states(folder) for row in rules["offices"]]
    return {row[0]: [term for form in row for term in held.get(fold(form), ())] for row in rows if row}
