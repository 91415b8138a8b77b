"""``marsad archive``: what the archive holds, its upgrade, and its search index."""

from __future__ import annotations

import click

from marsad.commands.common import archive_option, needs_django, opened, said_in_one_line


@click.group("archive")
def archive_group() -> None:
    """Look after the archive."""


@archive_group.command()
@archive_option
def info(archive: str | None) -> None:
    """Say where the archive is and what it holds."""
    with opened(archive):
        from marsad.store.upkeep import facts

        for name, value in facts().items():
            click.echo(f"{name:12} {value}")


@archive_group.command()
@archive_option
def upgrade(archive: str | None) -> None:
    """Bring an archive of an earlier version to this one's tables."""
    with said_in_one_line():
        needs_django()
        from marsad.store.archive import upgrade as bring_up

        steps = bring_up(archive)
    click.echo(f"upgraded: {', '.join(steps)}" if steps else "the archive is up to date")


@archive_group.command("index")
@archive_option
def reindex(archive: str | None) -> None:
    """Build the search index anew from the kept texts, as after a change of the folding rules."""
    with opened(archive):
        from marsad.store.upkeep import rebuild_index

        click.echo(f"indexed {rebuild_index()} texts")
