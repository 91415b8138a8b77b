"""What ``marsad read`` prints, by format. Each prints articles as they come and says whether there was one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TextIO

from marsad.record import Article

Output = Callable[..., bool]


def print_text(articles: Iterator[Article], lang: str, file: TextIO, *, trace: bool, incidents: bool) -> bool:
    """The terminal view."""
    from rich.console import Console

    from marsad.view.terminal import print_article, print_incidents, print_trace

    console = Console(file=file, highlight=False)
    kept: list[Article] = []
    count = 0
    for article in articles:
        print_article(console, article, lang)
        if trace:
            print_trace(console, article)
        if incidents:
            kept.append(article)
        count += 1
    if incidents:
        from marsad.incident.link import find_incidents

        print_incidents(console, find_incidents(kept), kept, lang)
    return count > 0


def print_json(articles: Iterator[Article], lang: str, file: TextIO, *, trace: bool, incidents: bool) -> bool:
    """One JSON list of full records, written as it grows."""
    from marsad.export.nested import article_json

    count = 0
    for count, article in enumerate(articles, 1):
        file.write(("[\n" if count == 1 else ",\n") + article_json(article, indent=1))
    file.write("\n]\n" if count else "[]\n")
    return count > 0


def print_jsonl(articles: Iterator[Article], lang: str, file: TextIO, *, trace: bool, incidents: bool) -> bool:
    """One full record a line."""
    from marsad.export.nested import article_json

    return _lines(articles, file, article_json)


def print_flat(articles: Iterator[Article], lang: str, file: TextIO, *, trace: bool, incidents: bool) -> bool:
    """One flat item a line, in the prediction format."""
    from marsad.export.flat import flat_line

    return _lines(articles, file, flat_line)


def print_csv(articles: Iterator[Article], lang: str, file: TextIO, *, trace: bool, incidents: bool) -> bool:
    """A CSV table of event mentions."""
    from marsad.export.table import write_csv

    counted = Counted(articles)
    write_csv(counted, file)
    return counted.count > 0


def print_geojson(articles: Iterator[Article], lang: str, file: TextIO, *, trace: bool, incidents: bool) -> bool:
    """A GeoJSON feature collection of event mentions."""
    from marsad.export.geojson import write_geojson

    counted = Counted(articles)
    write_geojson(counted, file)
    return counted.count > 0


class Counted:
    """An iterator that counts what passes."""

    def __init__(self, articles: Iterator[Article]) -> None:
        """Wrap ``articles``."""
        self.count = 0
        self._articles = articles

    def __iter__(self) -> Iterator[Article]:
        """The articles, counted."""
        for article in self._articles:
            self.count += 1
            yield article


def _lines(articles: Iterator[Article], file: TextIO, line: Callable[[Article], str]) -> bool:
    count = 0
    for count, article in enumerate(articles, 1):  # noqa: B007 - the last number is the count
        file.write(line(article) + "\n")
    return count > 0


OUTPUTS: dict[str, Output] = {
    "text": print_text,
    "json": print_json,
    "jsonl": print_jsonl,
    "flat": print_flat,
    "csv": print_csv,
    "geojson": print_geojson,
}
