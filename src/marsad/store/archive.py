"""Opening an archive: made on first use, checked for its version, with errors that say what to do."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from marsad.errors import ArchiveError
from marsad.store.location import VARIABLE, database, sqlite

SETTINGS = "marsad.store.settings"
MIGRATIONS = Path(__file__).parent / "migrations"
DEFAULT = "default"


def open_archive(given: str | None = None, *, create: bool = False) -> None:
    """Point Django at the archive that ``given``, ``MARSAD_DATABASE_URL`` or the default names, and check it.

    ``create`` makes it where it is not there yet. May be called again with another archive. Raises
    :class:`ArchiveError` where it cannot be opened, was made by another version, or is no archive.
    """
    settings = database(given)
    _set_up(settings)
    with said_clearly():
        _prepare(settings, create)


def start() -> None:
    """Start Django with the archive's settings, unless it runs already, as it does in the desk."""
    import django
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
        django.setup()


def _set_up(settings: dict[str, Any]) -> None:
    """Start Django once; after that, only change the database."""
    from django.db import connections

    start()
    _point_at(connections, settings)


def _point_at(connections: Any, settings: dict[str, Any]) -> None:
    with suppress(AttributeError):  # no connection yet in this thread
        connections[DEFAULT].close()
        del connections[DEFAULT]
    connections.settings[DEFAULT] = connections.configure_settings({DEFAULT: settings})[DEFAULT]


def _prepare(settings: dict[str, Any], create: bool) -> None:
    if settings["ENGINE"].endswith("sqlite3"):
        _prepare_file(Path(settings["NAME"]), create)
    elif not _applied():
        if not create:
            raise ArchiveError("the database holds no archive yet; marsad add SOURCE makes one")
        migrate()
    check_version()


def _prepare_file(path: Path, create: bool) -> None:
    if path.exists():
        if not path.is_file():
            raise ArchiveError(f"{path}: is no file; give the path of an archive")
        if not os.access(path.parent, os.W_OK) or not os.access(path, os.W_OK):
            _read_only(path, create)
        return
    if not create:
        raise ArchiveError(_missing(path))
    _make(path)


def _missing(path: Path) -> str:
    return f"{path}: no such archive; marsad add SOURCE makes one"


def _read_only(path: Path, create: bool) -> None:
    """Read an archive where nothing can be written: no log, no lock."""
    from django.db import connections

    if create:
        raise ArchiveError(f"{path}: cannot be written to; choose another place with --archive or {VARIABLE}")
    _point_at(connections, sqlite(path, read_only=True))


def _make(path: Path) -> None:
    """Make the file whole or not at all: it is filled under another name and then linked to its own."""
    from django.db import DatabaseError, connections

    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _point_at(connections, sqlite(part))
        migrate()
        connections[DEFAULT].close()
        with suppress(FileExistsError):  # another process was faster; its archive is as good
            os.link(part, path)
    except (OSError, DatabaseError) as error:
        raise ArchiveError(
            f"{path}: cannot be made ({error}); choose another place with --archive or {VARIABLE}"
        ) from error
    finally:
        for rest in path.parent.glob(f"{part.name}*") if path.parent.is_dir() else ():
            rest.unlink(missing_ok=True)
    _point_at(connections, sqlite(path))


def migrate() -> None:
    """Bring the open database to this version's tables."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def upgrade(given: str | None = None) -> tuple[str, ...]:
    """Bring an archive of an earlier version to this one's tables; the names of the steps taken."""
    settings = database(given)
    if settings["ENGINE"].endswith("sqlite3") and not Path(settings["NAME"]).exists():
        raise ArchiveError(_missing(Path(settings["NAME"])))
    _set_up(settings)
    with said_clearly():
        before = _applied()
        if not before:
            raise ArchiveError("there is no archive to upgrade; marsad add SOURCE makes one")
        if newer := sorted(before - _known()):
            raise ArchiveError(_newer(newer))
        migrate()
        return tuple(sorted(_known() - before))


def check_version() -> None:
    """Raises :class:`ArchiveError` where the open archive has not exactly this version's tables."""
    applied, known = _applied(), _known()
    if not applied:
        raise ArchiveError("this database is no archive of Marsad's; give another path or address")
    if newer := sorted(applied - known):
        raise ArchiveError(_newer(newer))
    if missing := sorted(known - applied):
        raise ArchiveError(
            f"the archive was made by an earlier Marsad ({missing[0]} is missing); run: marsad archive upgrade"
        )


def _newer(steps: list[str]) -> str:
    return f"the archive was made by a newer Marsad (it has {steps[-1]}); update marsad"


def _known() -> set[str]:
    return {path.stem for path in MIGRATIONS.glob("[0-9]*.py")}


def _applied() -> set[str]:
    """The steps that the open database went through; none where it is no archive."""
    from django.db import connection

    if "django_migrations" not in connection.introspection.table_names():
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'store'")
        return {name for (name,) in cursor.fetchall()}


def is_read_only() -> bool:
    """Whether the open archive is a file that cannot be written to."""
    from django.db import connection

    return "immutable=1" in str(connection.settings_dict["NAME"])


def named() -> str:
    """The open archive as it may be shown: a path, or a server's address without the password."""
    from django.db import connection

    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        name = str(settings["NAME"])
        return unquote(urlsplit(name).path) if name.startswith("file:") else name
    return f"postgresql://{settings['HOST'] or 'localhost'}/{settings['NAME']}"


@contextmanager
def said_clearly() -> Iterator[None]:
    """Turns what a database says into an :class:`ArchiveError` of one line that says what to do."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, InterfaceError

    try:
        yield
    except (DatabaseError, InterfaceError, sqlite3.Error) as error:
        raise ArchiveError(_advice(error)) from error
    except ImproperlyConfigured as error:
        if "psycopg" in str(error):
            raise ArchiveError("PostgreSQL needs a driver; run: pip install marsad[postgresql]") from error
        raise


ADVICE = (
    ("locked", "another process is writing to it; wait for it to end and run the command again"),
    ("not a database", "this file is no archive; give another path"),
    ("malformed", "the file is damaged; restore a copy, or add the pages to a new archive"),
    ("readonly", f"it cannot be written to; choose another place with --archive or {VARIABLE}"),
    ("unable to open", f"it cannot be opened; choose another place with --archive or {VARIABLE}"),
    ("full", "the disk is full; what was added before is safe"),
)


def _advice(error: Exception) -> str:
    said = " ".join(str(error).split())
    advice = next((advice for sign, advice in ADVICE if sign in said), "")
    return f"{named()}: {advice} ({said})" if advice else f"{named()}: {said}"
