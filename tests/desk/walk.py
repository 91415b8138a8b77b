"""All addresses of the desk, for tests that must leave none out."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

MOST = 120  # pages of one crawl
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


def crawl(client, *starts):
    """The pages that links lead to from some, each with its answer; no question twice in other words."""
    waiting, seen = list(starts), set()
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        key = re.sub(r"\d+", "0", urlsplit(path).path) if "?" in path else path
        if key in seen:
            continue
        seen.add(key)
        answer = client.get(path)
        yield path, answer
        if "html" in answer.get("Content-Type", ""):
            text = answer.content.decode()
            waiting += [
                urljoin(path, unescape(link))
                for link in re.findall(r'href="([^"#]+)', text)
                if not link.startswith(("http", "mailto", "data:", "/static/"))
            ]
