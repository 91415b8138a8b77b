"""``marsad query``: events by who, whom, what, where, when, and according to whom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from marsad.commands.common import archive_option, filter_of, filter_options, opened

if TYPE_CHECKING:
    from marsad.record import EventMention
    from marsad.store.restore import Kept


@click.command()
@archive_option
@filter_options
@click.option("--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
@click.option(
    "--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the labels."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many events.")
@click.option("--skip", type=click.IntRange(0), default=0, help="How many to pass over first.")
@click.option(
    "--count", "counted", metavar="FIELD", help="Count by type, mode, status, source, country, place or actor instead."
)
def query(
    archive: str | None, form: str, lang: str, limit: int, skip: int, counted: str | None, **options: Any
) -> None:
    """List events of the archive, the latest first."""
    with opened(archive):
        from marsad.store.query import events

        found = events(filter_of(options))
        if counted:
            _print_counts(found, counted, form, lang)
            return
        from marsad.store.restore import restore_events

        kept = restore_events(list(found.values_list("pk", flat=True)[skip : skip + limit]))
        _PRINT[form](kept, lang)
        click.echo(f"{len(kept)} of {found.count()}", err=True)


def _print_counts(found: Any, name: str, form: str, lang: str) -> None:
    from marsad.errors import ArchiveError
    from marsad.store.query import FACETS, facet
    from marsad.view.label import LABELS, label
    from marsad.view.wording import isolate

    if name not in FACETS:
        raise ArchiveError(f"{name!r} cannot be counted; choose from {', '.join(FACETS)}")
    for value in facet(found, name):
        if form != "table":
            click.echo(
                json.dumps(
                    {"key": value.key, "name": value.name, "name_en": value.name_en, "count": value.count},
                    ensure_ascii=False,
                )
            )
            continue
        shown = value.name if lang == "ar" else value.name_en or value.name
        click.echo(f"{value.count:8}  {label(value.key, lang) if value.key in LABELS else isolate(shown)}")


def _print_table(kept: list[tuple[Kept, EventMention]], lang: str) -> None:
    from rich.console import Console

    from marsad.view.listing import event_table

    Console(highlight=False).print(event_table([(k.record, event, k.source) for k, event in kept], lang))


def _print_lines(kept: list[tuple[Kept, EventMention]], lang: str) -> None:
    for row in _records(kept):
        click.echo(json.dumps(row, ensure_ascii=False))


def _print_json(kept: list[tuple[Kept, EventMention]], lang: str) -> None:
    click.echo(json.dumps(_records(kept), ensure_ascii=False, indent=1))


def _records(kept: list[tuple[Kept, EventMention]]) -> list[dict[str, Any]]:
    from marsad.export.nested import event_record

    return [
        {"article": k.article, "article_id": k.record.id, "source": k.source, "url": k.record.page.url, **event_record(k.record, event)}
        for k, event in kept
    ]  # fmt: skip


_PRINT = {"table": _print_table, "json": _print_json, "jsonl": _print_lines}
