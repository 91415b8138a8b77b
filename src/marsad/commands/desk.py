"""``marsad desk``: the web desk on this machine."""

from __future__ import annotations

import importlib.util
import threading
import webbrowser
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from marsad.commands.common import archive_option, said_in_one_line, tell
from marsad.errors import ArchiveError

if TYPE_CHECKING:
    from marsad.desk.mode import Mode


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
@click.option("--open", "opens", is_flag=True, help="Open the address in this machine's browser.")
@click.option(
    "--no-key", "keyless", is_flag=True,
    help="local: read without the key, so that all users and programs of this machine can; acting still needs it.",
)  # fmt: skip
def desk(archive: str | None, host: str, port: int, named: str, sample: bool, opens: bool, keyless: bool) -> None:
    """Read, check and correct in a browser."""
    with said_in_one_line():
        if importlib.util.find_spec("waitress") is None:
            raise ArchiveError("the desk needs more packages; run: pip install marsad[desk]")
        from marsad.desk.mode import Mode
        from marsad.desk.sample import fill_sample, with_sample
        from marsad.desk.serve import check_host, serve, set_up

        check_host(Mode(named), host)
        if keyless and Mode(named) is not Mode.LOCAL:
            raise ArchiveError("--no-key: only the local mode has a key; leave it out")
        chosen = with_sample(archive, asked=sample)
        if chosen.is_sample:
            tell("your archive holds nothing yet: this is the sample archive; fill yours with marsad add SOURCE")
        set_up(chosen.archive, Mode(named), create=chosen.is_sample or Mode(named) is not Mode.PUBLIC, keyless=keyless)
        if chosen.is_sample:
            fill_sample()
        serve(host, port, _teller(Mode(named), opens=opens))


def _teller(mode: Mode, *, opens: bool) -> Callable[[str], None]:
    """What to print when the desk answers: in the local mode the address with its key, else what is still missing."""

    def told(address: str) -> None:
        from django.conf import settings

        from marsad.desk.knowledge import lexicon
        from marsad.desk.mode import Mode
        from marsad.desk.people.change import administrators
        from marsad.desk.people.entry import make_key
        from marsad.desk.people.sessions import SessionStore

        if mode is not Mode.PUBLIC:
            SessionStore.clear_expired()
        threading.Thread(target=lexicon, daemon=True).start()  # the first page about an entity need not wait for it
        if mode is Mode.LOCAL:
            address = f"{address}/enter/?key={make_key()}"
            click.echo(f"open this address; its key signs you in, once:\n\n    {address}\n")
            if settings.KEYLESS:
                tell("without a key all users and programs of this machine can read this archive (--no-key)")
        else:
            click.echo(f"{address} ({mode.value})")
        if opens and not webbrowser.open(address):
            tell("no browser could be opened; open the address yourself")
        if mode is Mode.TEAM and not administrators().exists():
            tell("nobody can sign in yet; run: marsad user add NAME --role administrator")

    return told
