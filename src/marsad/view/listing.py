"""Events of many articles as one table of the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from marsad.mention.time.value import date_of
from marsad.record import Article, EventMention
from marsad.view.label import label
from marsad.view.wording import Wording, isolate, shorten

COLUMNS = ("when", "event", "who", "where", "status", "claimed by", "source")


def event_table(events: Iterable[tuple[Article, EventMention, str | None]], language: str) -> Table:
    """A row for each event of an article told by an outlet; ``language`` is that of the labels."""
    table = Table(show_edge=False, pad_edge=False)
    columns = COLUMNS if language == "en" else COLUMNS[::-1]  # read from the right
    for name in columns:
        table.add_column(label(name, language), justify="left" if language == "en" else "right", overflow="fold")
    for article, event, source in events:
        cells = dict(zip(COLUMNS, _cells(article, event, source, Wording(article, language)), strict=True))
        table.add_row(*(cells[name] for name in columns))
    return table


def _cells(article: Article, event: EventMention, source: str | None, say: Wording) -> Iterable[str]:
    kind = say.label(event.type) + (f" · {say.label(event.mode)}" if event.mode else "")
    published = article.page.published.value[:10] if article.page.published else "?"
    yield date_of(event.time) or f"({say.label('published')} {published})"
    yield f"{kind}\n{isolate(shorten(event.trigger.of(article.text), 40))}"
    yield f"{say.parties(event.actors)} → {say.parties(event.recipients)}"
    yield say.place(event.place) if event.place else say.label("not said")
    yield say.label(event.status)
    yield say.party(event.claim.speaker) if event.claim else say.label("outlet")
    yield source or "?"
