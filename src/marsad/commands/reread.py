"""``marsad retry`` and ``marsad reread``: read again what failed, or what an earlier version read."""

from __future__ import annotations

from pathlib import Path

import click

from marsad.commands.common import (
    archive_option,
    opened,
    progress_bar,
    reading_options,
    said_in_one_line,
    settings_of,
    tell,
)


@click.command()
@archive_option
@reading_options
def retry(archive: str | None, jobs: int, lexicon: Path | None, min_confidence: float | None) -> None:
    """Read again the pages that could not be read."""
    with opened(archive), said_in_one_line():
        from marsad.store.reread import retry as read_again

        settings = settings_of(lexicon, min_confidence)
        with progress_bar("marsad retry") as progress:
            report, tally = read_again(settings, jobs=jobs, progress=progress, failed=tell)
    click.echo(f"read {report.read + tally.read}, failed {report.failed + tally.failed}")
    if report.failed or tally.failed:
        raise SystemExit(1)


@click.command()
@archive_option
@reading_options
@click.option("--all", "everything", is_flag=True, help="Also what this code and lexicon read already.")
def reread(
    archive: str | None, jobs: int, lexicon: Path | None, min_confidence: float | None, everything: bool
) -> None:
    """Read again, from the kept pages, what another code or lexicon read.

    Earlier readings are kept. People's judgements move to the newer reading where the words and the type that they
    rest on are the same; those that do not move are listed and stay with the reading that they judged.
    """
    with opened(archive), said_in_one_line():
        from marsad.store.reread import outdated
        from marsad.store.reread import reread as read_again

        settings = settings_of(lexicon, min_confidence)
        articles = outdated(settings, everything=everything)
        with progress_bar("marsad reread", len(articles)) as progress:
            report = read_again(articles, settings, jobs=jobs, progress=progress)
    for error in report.errors:
        tell(error)
    for stayed in report.stayed:
        click.echo(
            f"judgement {stayed.judgement} of {stayed.article} stays: {stayed.type} «{stayed.words}»: {stayed.why}"
        )
    click.echo(
        f"read {report.read}, failed {report.failed}, judgements moved {report.moved}, stayed {len(report.stayed)}"
    )
    if report.failed:
        raise SystemExit(1)
