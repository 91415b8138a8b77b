"""``marsad bench``: a stage measured on annotated documents that the user gives."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.commands.common import said_in_one_line


@click.group()
def bench() -> None:
    """Measure a stage on annotated documents."""


@bench.command()
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with TimeML documents (*.tml).",
)
def times(data: Path) -> None:
    """Times on TimeML documents: spans, values and speed.

    A span counts when it shares words with an annotated one (exact spans are counted apart). Of those that match,
    the value accuracy asks for the same TIMEX3 value; the calendar value accuracy, over annotated values on the
    calendar, for the same day, week, month or year.
    """
    from marsad.evaluate.times import score_times
    from marsad.lexicon.lexicon import load_lexicon
    from marsad.mention.time import load_times

    with said_in_one_line():
        figures = score_times(load_times(load_lexicon(None)), data)
    for name, value in figures.items():
        click.echo(
            f"{name:30}{value:10.3f}" if value != int(value) or "accuracy" in name else f"{name:30}{value:10.0f}"
        )
