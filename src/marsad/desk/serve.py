"""Starting the desk: the archive, the desk's own tables beside it, and a server on this machine."""

from __future__ import annotations

import os

from marsad.desk.mode import VARIABLE, Mode
from marsad.store.archive import open_archive, said_clearly

SETTINGS = "marsad.desk.settings"
THREADS = 4  # requests at once; SQLite readers do not wait for one another


def set_up(archive: str | None, mode: Mode, *, create: bool = False) -> None:
    """Start Django as the desk over an archive. Once in a process; raises :class:`ArchiveError` as ``open_archive``."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    os.environ[VARIABLE] = mode.value
    open_archive(archive, create=create)
    with said_clearly():
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


def serve(host: str, port: int) -> None:
    """Serve until interrupted."""
    from waitress import create_server

    from marsad.desk.wsgi import application

    server = create_server(application, host=host, port=port, threads=THREADS, ident=None)
    try:
        server.run()
    finally:
        server.close()
