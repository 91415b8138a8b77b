"""A row an event: the mentions of each event brought together, told as the one mention that says most of it.

Every field is the best-filled one among the mentions (:mod:`marsad.resolve.merge`), with the words of its own mention. Counts
that mentions contradict each other on are left out: a row has one number, and none of them is chosen or averaged. All of them
stand in the full record (``jsonl``), under ``merged_events``.
"""

from __future__ import annotations

from dataclasses import replace

from marsad.export.told import Told, filled
from marsad.record import Article, Claim, Event, EventMention

ROWS = ("mentions", "merged")  # what a row of a table is of
TABLES = {"csv": "mentions", "parquet": "mentions", "geojson": "mentions", "polecat": "merged", "cameo": "merged"}


def merged(told: Told) -> Told:
    """An article with one mention for each event that its mentions tell."""
    article = told.record
    mentions = tuple(_brought_together(article, event) for event in article.merged_events)
    return replace(told, record=replace(article, events=mentions))


def _brought_together(article: Article, event: Event) -> EventMention:
    """The best-filled mention of an event with the event's own values in place of its own."""
    best = max((article.events[number] for number in event.mentions), key=filled)
    contradicted = {contradiction.field for contradiction in event.contradictions}
    return replace(
        best, status=event.status.value, confidence=event.confidence, mode=event.mode.value if event.mode else None,
        actors=tuple(party.value for party in event.actors), recipients=tuple(party.value for party in event.recipients),
        place=event.place.value if event.place else None, time=event.time.value if event.time else best.time,
        casualties=tuple(loss.value for loss in event.casualties if loss.value.outcome not in contradicted),
        claim=_claim(best, event), contexts=event.contexts,
    )  # fmt: skip


def _claim(best: EventMention, event: Event) -> Claim | None:
    """Who tells it: nobody but the outlet where the outlet tells it anywhere by itself."""
    if event.unattributed:
        return None
    return best.claim or (event.claims[0].value if event.claims else None)
