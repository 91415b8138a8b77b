"""``marsad export``: the archive, or what a filter lets through, in one of several formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from marsad.commands.common import archive_option, filter_of, filter_options, opened
from marsad.export import FORMATS
from marsad.export.merged import ROWS, TABLES, merged

COUNTED = {"jsonl": "articles", "gold": "articles", "suggestions": "sentences"}


@click.command()
@archive_option
@filter_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="What to write.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file; else standard output.")
@click.option(
    "--events", "of", type=click.Choice(ROWS),
    help="What a row is of: each mention, or all mentions of an event brought together. By default merged for polecat and "
    "cameo, mentions for csv, parquet and geojson.",
)  # fmt: skip
@click.option("--judged", is_flag=True, help="What people judged lies over the machine's reading.")
@click.option("--only-judged", is_flag=True, help="The same, and only what somebody judged.")
def export(
    archive: str | None, form: str, output: Path | None, of: str | None, judged: bool, only_judged: bool, **options: Any
) -> None:  # fmt: skip
    """Write events of the archive with their articles.

    csv, parquet and geojson have a row a mention; jsonl has the full record of each article; polecat and cameo have a row
    for each pair of actor and recipient of each event, in the columns of POLECAT and ICEWS; gold is the
    annotation format; suggestions are entries for the lexicon, made of what people judged. With --events merged a row
    has what all mentions of an event say; counts that contradict each other are left out.
    """
    if of and form not in TABLES:
        raise click.UsageError(f"--events: {form} has no rows of events; choose from {', '.join(TABLES)}")
    with opened(archive):
        from marsad.store.query import events
        from marsad.store.select import Values, chosen

        asked = filter_of(options)
        values = Values.JUDGED if judged else Values.MACHINE
        if only_judged or form == "suggestions":
            values = Values.ONLY_JUDGED
        told = chosen(events(asked), everything=asked.is_empty, values=values)
        is_merged = (of or TABLES.get(form)) == "merged"
        count = _write(form, map(merged, told) if is_merged else told, output)
    click.echo(f"{count} {COUNTED.get(form, 'rows')}", err=True)


def _write(form: str, told: Any, output: Path | None) -> int:
    from marsad.export.write import write

    if output is None:
        with click.open_file("-", "wb") as file:
            return write(form, told, file)
    return write(form, told, output)
