"""The annotation format: sentences and the events in them, as the gold sets of the benchmark have them."""

from __future__ import annotations

from typing import Any

from marsad.export.flat import flat_event, given_as_sentences
from marsad.export.told import Told


def gold_item(told: Told) -> dict[str, Any]:
    """One item: its sentences as given, or as they were cut, and its events by number of sentence."""
    article, page = told.record, told.record.page
    parts = [b.span for b in page.blocks] if given_as_sentences(page) else [s.span for s in article.sentences]
    return {
        "id": article.id,
        "source": told.source,
        "published": page.published.value if page.published else None,
        "sentences": [span.of(article.text) for span in parts],
        "events": [flat_event(article, event) for event in article.events],
    }
