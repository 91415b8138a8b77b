"""All addresses of the desk, for tests that must leave none out."""

from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

# A value for each converter, of a row that may be there.
SAMPLES = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-0000-0000-000000000000", "path": "x"}


@dataclass(frozen=True)
class Address:
    """A pattern: its part of the desk, its view, and an address that it answers."""

    part: str
    name: str
    view: Any
    path: str

    @property
    def right(self):
        return getattr(self.view, "right", None)


def addresses():
    """Every pattern of the desk at the root language."""
    with override("ar"):
        return list(_below(get_resolver(), "/", ""))


def _below(resolver, path, part):
    for pattern in resolver.url_patterns:
        here = path + _filled(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _below(pattern, here, pattern.namespace or part)
        elif isinstance(pattern, URLPattern):
            yield Address(part, pattern.name or "", pattern.callback, here)


def _filled(pattern):
    text = str(pattern)
    for name, converter in getattr(pattern, "converters", {}).items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        text = text.replace(f"<{kind}:{name}>", SAMPLES.get(kind, "x")).replace(f"<{name}>", "x")
    return text
