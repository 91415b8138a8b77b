"""``marsad lexicon import-wikidata``: a supplementary base from Wikidata's JSON dump."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.commands.common import said_in_one_line, tell


@click.command("import-wikidata")
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(file_okay=False, path_type=Path), default=Path("wikidata"), show_default=True,
    help="Folder to write; give it to --lexicon afterwards.",
)  # fmt: skip
def import_wikidata(dump: Path, output: Path) -> None:
    """Read DUMP (.json, .json.gz or .json.bz2) into a folder of entities that lies over the lexicon.

    A run that is cut off goes on where it stopped when it is started again with the same folder.
    """
    from marsad.lexicon.source import lexicon_dir
    from marsad.lexicon.wikidata import import_dump

    with said_in_one_line():
        progress = import_dump(dump, output, lexicon_dir())
    for fault in progress.faults:
        tell(f"{dump.name}, {fault}")
    click.echo(
        f"{progress.lines} lines read, {progress.written} entities written to {output}, "
        f"{progress.left_out} left out, {progress.faulty} at fault"
    )
