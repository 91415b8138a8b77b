"""Reads benchmark items with the reader under test, through the same doors as users."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bench.data import Row
from marsad.export.flat import flat_item
from marsad.page.item import page_of_row
from marsad.reader import Reader
from marsad.record import Article


def article_of(reader: Reader, item: Row) -> Article:
    """The article of one JSON Lines item."""
    return reader.read_page(page_of_row(item), id=str(item["id"]))


def predictions(reader: Reader, items: Iterable[Row]) -> Iterator[Row]:
    """Flat predictions of items, as ``marsad read --format flat`` prints them."""
    return (flat_item(article_of(reader, item)) for item in items)


def labelled(rows: Iterable[Row]) -> Iterator[Row]:
    """Labelled sentences as items: the line number is the id."""
    return ({"id": str(number), "sentences": [row["text"]]} for number, row in enumerate(rows))
