"""The annotation format: sentences and the events in them, as the gold sets of the benchmark have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marsad.export.flat import flat_event, given_as_sentences
from marsad.export.told import Told
from marsad.record import Article


def gold_item(told: Told) -> dict[str, Any]:
    """One item: its sentences as given, or as they were cut, and its events by number of sentence.

    Of judged events it also has the numbers of the sentences that were ``reviewed``: only there is silence meant.
    """
    article, page = told.record, told.record.page
    parts = [b.span for b in page.blocks] if given_as_sentences(page) else [s.span for s in article.sentences]
    item: dict[str, Any] = {
        "id": article.id,
        "source": told.source,
        "published": page.published.value if page.published else None,
        "sentences": [span.of(article.text) for span in parts],
        "events": [flat_event(article, event) for event in article.events],
    }
    if told.verdicts is not None:
        verdicts = told.verdicts
        item["reviewed"] = sorted(_input(article, verdicts.reviewed) - _input(article, verdicts.unreviewed))
    return item


def _input(article: Article, sentences: Iterable[int]) -> set[int]:
    """The numbers that sentences of ours have in the item."""
    given = given_as_sentences(article.page)
    return {article.sentences[n].block if given else n for n in sentences}
