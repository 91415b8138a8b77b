"""The notation of annotated examples: ``{role:words}`` marks a span of the plain sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from marsad.errors import LexiconError
from marsad.span import Span

ROLES = frozenset("trigger actor recipient place date claimed_by killed injured".split())


@dataclass(frozen=True, slots=True)
class Annotated:
    """A plain sentence and the marked spans in it, in order, as (role, span)."""

    text: str
    spans: tuple[tuple[str, Span], ...]

    def of(self, role: str) -> list[Span]:
        """The spans of one role."""
        return [span for name, span in self.spans if name == role]


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"\{([a-z_]+):([^{}]+)\}")


def parse(annotated: str) -> Annotated:
    """Read an annotated sentence.

    Raises :class:`LexiconError` for an unknown role, a stray brace or other than one trigger.
    """
    parts: list[str] = []
    spans: list[tuple[str, Span]] = []
    position = length = 0
    for match in _mark().finditer(annotated):
        before = annotated[position : match.start()]
        start = length + len(before)
        parts += [before, match[2]]
        length = start + len(match[2])
        spans.append((_role(match[1], annotated), Span(start, length)))
        position = match.end()
    text = "".join([*parts, annotated[position:]])
    if "{" in text or "}" in text:
        raise LexiconError(f"a stray brace in {annotated!r}")
    if sum(role == "trigger" for role, _ in spans) != 1:
        raise LexiconError(f"exactly one {{trigger:…}} is wanted in {annotated!r}")
    return Annotated(text, tuple(spans))


def _role(name: str, annotated: str) -> str:
    if name not in ROLES:
        raise LexiconError(f"unknown role {name!r} in {annotated!r}; roles are {', '.join(sorted(ROLES))}")
    return name
