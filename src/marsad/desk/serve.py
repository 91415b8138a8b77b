"""Starting the desk: the archive, the desk's own tables beside it, and a server on this machine."""

from __future__ import annotations

import ipaddress
import logging
import os
from collections.abc import Callable
from typing import Any

from marsad.desk.mode import NO_KEY, VARIABLE, Mode
from marsad.errors import ArchiveError
from marsad.store.archive import is_read_only, open_archive, said_clearly

SETTINGS = "marsad.desk.settings"
THREADS = 4  # requests at once; SQLite readers do not wait for one another


def set_up(archive: str | None, mode: Mode, *, create: bool = False, keyless: bool = False) -> None:
    """Start Django as the desk over an archive; ``keyless``: the local mode is read without its key.

    Once in a process; raises :class:`ArchiveError` as ``open_archive``.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    os.environ[VARIABLE] = mode.value
    if keyless:
        os.environ[NO_KEY] = "1"
    try:
        open_archive(archive, create=create)
    except ValueError as error:  # a setting of the environment that is none
        raise ArchiveError(str(error)) from error
    with said_clearly():
        if not (mode is Mode.PUBLIC and is_read_only()):
            make_tables()


def make_tables() -> None:
    """Make or bring up to date the tables of the desk itself (sessions, accounts, saved searches); never the archive's."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    own = [node for node in executor.loader.graph.leaf_nodes() if node[0] != "store"]
    for label in dict.fromkeys(migration.app_label for migration, _ in executor.migration_plan(own)):
        call_command("migrate", label, verbosity=0, interactive=False)


def check_host(mode: Mode, host: str) -> None:
    """Raises :class:`ArchiveError` where the local mode, which trusts whoever holds its key, would face the network."""
    if mode is Mode.LOCAL and not is_loopback(host):
        raise ArchiveError(
            f"--host {host}: the local mode is for this machine alone; choose --mode team or --mode public, "
            "or leave --host out"
        )


def is_loopback(host: str) -> bool:
    """Whether nothing but this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve(host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve until interrupted; ``told`` is given the address once it answers. Raises :class:`ArchiveError` for a port in use."""
    from waitress import create_server

    from marsad.desk.wsgi import application

    try:
        server = create_server(application, host=host, port=port, threads=THREADS, ident=None, **_proxy())
    except (OSError, ValueError) as error:
        raise ArchiveError(f"cannot listen on {host} port {port}: {error}; choose another with --port") from error
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a reader who waits a moment is no news
    told(f"http://{_bracketed(host)}:{_port(server)}")
    try:
        server.run()
    finally:
        server.close()


def _proxy() -> dict[str, Any]:
    """Whose headers tell a visitor's address; from all others they are thrown away."""
    from django.conf import settings

    headers = {"x-forwarded-for", "x-forwarded-proto"}
    return {"trusted_proxy": settings.PROXY, "trusted_proxy_headers": headers} if settings.PROXY else {}


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _port(server: Any) -> int:
    """The port that was taken; a name of several addresses has a server on each."""
    listening = getattr(server, "effective_listen", None)
    return int(listening[0][1] if listening else server.effective_port)
