"""``marsad add``: read pages and keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from marsad.commands.common import (
    archive_option,
    iso_date,
    opened,
    progress_bar,
    reading_options,
    said_in_one_line,
    settings_of,
    tell,
)
from marsad.errors import MarsadError

if TYPE_CHECKING:
    from marsad.page.item import Document


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@archive_option
@reading_options
@click.option("--outlet", help="The outlet of all these pages, where they do not say it themselves.")
@click.option("--published", metavar="DATE", help="Publication date (YYYY-MM-DD) that overrules the pages' own.")
@click.option("--url", help="Address that the page came from.")
def add(
    sources: tuple[str, ...], archive: str | None, jobs: int, lexicon: Path | None, min_confidence: float | None,
    outlet: str | None, published: str | None, url: str | None,
) -> None:  # fmt: skip
    """Read SOURCE… (files, folders, JSON Lines, or - for standard input) and keep what was read in the archive.

    What the archive holds already is passed over, so that a run which was cut off goes on when it is run again.
    A page that cannot be read is kept with its error: marsad retry reads it again.
    """
    errors: list[str] = []
    with opened(archive, create=True), said_in_one_line():
        from marsad.store.ingest import add as add_documents

        settings = settings_of(lexicon, min_confidence)
        with progress_bar("marsad add", _count(sources)) as progress:
            tally = add_documents(
                _documents(sources, iso_date(published, "--published"), url, errors), settings, jobs=jobs, source=outlet, failed=tell, progress=progress
            )  # fmt: skip
    click.echo(f"added {tally.read}, failed {tally.failed}, there already {tally.present}")
    if tally.failed or errors:
        raise SystemExit(1 if tally.read or tally.present else 2)


def _documents(sources: Iterable[str], published: str | None, url: str | None, errors: list[str]) -> Iterator[Document]:
    """The documents of all sources; a source that is not there is told and does not stop the others."""
    from marsad.page.item import find_documents

    for source in sources:
        try:
            yield from find_documents(source, published=published, url=url)
        except MarsadError as error:
            errors.append(str(error))
            tell(str(error))


def _count(sources: Iterable[str]) -> int | None:
    """How many documents there are, where that is quickly known: files count one, JSON Lines their lines."""
    from marsad.page.item import count_documents

    counts: list[int | None] = [count_documents(source) for source in sources]
    return None if None in counts else sum(count or 0 for count in counts)
