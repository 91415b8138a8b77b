"""``marsad desk``: the web desk on this machine."""

from __future__ import annotations

import importlib.util

import click

from marsad.commands.common import archive_option, said_in_one_line, tell
from marsad.errors import ArchiveError


@click.command()
@archive_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@click.option(
    "--mode", "named", type=click.Choice(["local", "team", "public"]), default="local", show_default=True,
    help="local: this machine, one person. team: accounts. public: the published site, for reading alone.",
)  # fmt: skip
@click.option("--sample", is_flag=True, help="Show the sample archive, kept beside yours, instead of yours.")
def desk(archive: str | None, host: str, port: int, named: str, sample: bool) -> None:
    """Read, check and correct in a browser."""
    with said_in_one_line():
        if importlib.util.find_spec("waitress") is None:
            raise ArchiveError("the desk needs more packages; run: pip install marsad[desk]")
        from marsad.desk.mode import Mode
        from marsad.desk.sample import fill_sample, with_sample
        from marsad.desk.serve import serve, set_up

        chosen = with_sample(archive, asked=sample)
        if chosen.is_sample:
            tell("your archive holds nothing yet: this is the sample archive; fill yours with marsad add SOURCE")
        set_up(chosen.archive, Mode(named), create=True)
        if chosen.is_sample:
            fill_sample()
        serve(host, port)
