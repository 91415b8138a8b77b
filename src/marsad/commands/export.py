"""``marsad export``: the archive, or what a filter lets through, in one of several formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from marsad.commands.common import archive_option, filter_of, filter_options, opened
from marsad.export import FORMATS


@click.command()
@archive_option
@filter_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="What to write.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file; else standard output.")
def export(archive: str | None, form: str, output: Path | None, **options: Any) -> None:
    """Write events of the archive with their articles.

    csv, parquet and geojson have a row a mention; jsonl has the full record of each article; polecat and cameo have a row
    for each pair of actor and recipient of each event, in the columns of POLECAT and ICEWS; gold is the
    annotation format.
    """
    with opened(archive):
        from marsad.store.query import events
        from marsad.store.select import chosen

        asked = filter_of(options)
        count = _write(form, chosen(events(asked), everything=asked.is_empty), output)
    click.echo(f"{count} {'articles' if form in ('jsonl', 'gold') else 'rows'}", err=True)


def _write(form: str, told: Any, output: Path | None) -> int:
    from marsad.export.write import write

    if output is None:
        with click.open_file("-", "wb") as file:
            return write(form, told, file)
    return write(form, told, output)
