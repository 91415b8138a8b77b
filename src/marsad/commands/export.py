"""``marsad export``: the archive, or what a filter lets through, in one of several formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from marsad.commands.common import archive_option, filter_of, filter_options, opened
from marsad.export import FORMATS

COUNTED = {"jsonl": "articles", "gold": "articles", "suggestions": "sentences"}


@click.command()
@archive_option
@filter_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True, help="What to write.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file; else standard output.")
@click.option("--judged", is_flag=True, help="What people judged lies over the machine's reading.")
@click.option("--only-judged", is_flag=True, help="The same, and only what somebody judged.")
def export(
    archive: str | None, form: str, output: Path | None, judged: bool, only_judged: bool, **options: Any
) -> None:
    """Write events of the archive with their articles.

    csv, parquet and geojson have a row a mention; jsonl has the full record of each article; polecat and cameo have a row
    for each pair of actor and recipient of each event, in the columns of POLECAT and ICEWS; gold is the
    annotation format; suggestions are entries for the lexicon, made of what people judged.
    """
    with opened(archive):
        from marsad.store.query import events
        from marsad.store.select import Values, chosen

        asked = filter_of(options)
        values = Values.JUDGED if judged else Values.MACHINE
        if only_judged or form == "suggestions":
            values = Values.ONLY_JUDGED
        count = _write(form, chosen(events(asked), everything=asked.is_empty, values=values), output)
    click.echo(f"{count} {COUNTED.get(form, 'rows')}", err=True)


def _write(form: str, told: Any, output: Path | None) -> int:
    from marsad.export.write import write

    if output is None:
        with click.open_file("-", "wb") as file:
            return write(form, told, file)
    return write(form, told, output)
