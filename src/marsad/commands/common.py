"""What the commands share: errors in one line, the archive's option, filters, a progress bar."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from marsad.errors import ArchiveError, MarsadError

if TYPE_CHECKING:
    from marsad.store.pool import Settings
    from marsad.store.query import Filter

Command = TypeVar("Command", bound=Callable[..., Any])


def tell(message: str) -> None:
    """Say what went wrong, in one line on standard error."""
    click.echo(f"marsad: {message}", err=True)


@contextmanager
def said_in_one_line() -> Iterator[None]:
    """Ends the command with exit code 2 and one line where nothing can be done."""
    try:
        yield
    except MarsadError as error:
        tell(str(error))
        raise SystemExit(2) from error


@contextmanager
def opened(archive: str | None, *, create: bool = False) -> Iterator[None]:
    """The archive, open; what the database says against it is told in one line."""
    with said_in_one_line():
        needs_django()
        from marsad.store.archive import open_archive, said_clearly

        open_archive(archive, create=create)
        with said_clearly():
            yield


def needs_django() -> None:
    """Raises :class:`ArchiveError` where the extra is not installed."""
    if importlib.util.find_spec("django") is None:
        raise ArchiveError("the archive needs Django; run: pip install marsad[desk]")


def iso_date(value: str | None, option: str) -> str | None:
    """The value of a date option as ISO 8601; raises :class:`click.BadParameter` for what is no date."""
    from marsad.page.published import iso_or_none

    date = iso_or_none(value)
    if value is not None and date is None:
        raise click.BadParameter(f"{value!r} is no date; write it as 2020-07-04", param_hint=option)
    return date


def given_text(text: str) -> str:
    """An argument that is text; where it is ``-``, standard input in whichever charset of the web it is."""
    from marsad.page.charset import decode

    return decode(sys.stdin.buffer.read()).text if text == "-" else text


def archive_option(command: Command) -> Command:
    """``--archive``."""
    return click.option(
        "--archive",
        metavar="PATH",
        help="The archive: a path or an address (default: MARSAD_DATABASE_URL, or your data folder).",
    )(command)


def reading_options(command: Command) -> Command:
    """``--jobs``, ``--lexicon`` and ``--min-confidence``."""
    options = (
        click.option(
            "--jobs", "-j", type=click.IntRange(1, 256), default=os.cpu_count() or 1, show_default="all cores", help="Processes that read."
        ),
        click.option(
            "--lexicon", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another lexicon folder."
        ),
        click.option(
            "--min-confidence", type=click.FloatRange(0, 1), default=None, help="Leave out events less likely than this."
        ),
    )  # fmt: skip
    return _with(options, command)


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    """The command with options, which help lists in this order."""
    for option in reversed(options):
        command = option(command)
    return command


def settings_of(lexicon: Path | None, min_confidence: float | None) -> Settings:
    """How to read. Raises :class:`marsad.errors.LexiconError` for a lexicon at fault, before any page is touched."""
    from marsad.reader import MIN_CONFIDENCE
    from marsad.store.pool import Settings

    settings = Settings(lexicon, MIN_CONFIDENCE if min_confidence is None else min_confidence)
    settings.reader().lexicon  # noqa: B018 - a lexicon at fault is told once here, not once a page
    return settings


def filter_options(command: Command) -> Command:
    """The options that choose events."""
    options = (
        click.option("--who", default="", metavar="NAME", help="Who did it: a name, SYR, SYR:MIL, :MIL or an entity's key."),
        click.option("--whom", default="", metavar="NAME", help="To whom."),
        click.option("--party", default="", metavar="NAME", help="Either side."),
        click.option("--speaker", default="", metavar="NAME", help="According to whom."),
        click.option("--type", "types", multiple=True, metavar="TYPE", help="PLOVER type, as ASSAULT; may be repeated."),
        click.option("--mode", "modes", multiple=True, metavar="MODE", help="PLOVER mode, as aerial; may be repeated."),
        click.option("--status", "statuses", multiple=True, metavar="STATUS", help="fact, future, negated, hypothetical or historical."),
        click.option("--place", default="", metavar="PLACE", help="Where: a name, or a country's code."),
        click.option("--from", "since", metavar="DATE", help="First day (YYYY-MM-DD, YYYY-MM or YYYY)."),
        click.option("--to", "until", metavar="DATE", help="Last day."),
        click.option("--dated", is_flag=True, help="Only events whose own day the text gives."),
        click.option("--source", "sources", multiple=True, metavar="OUTLET", help="Told by this outlet; may be repeated."),
        click.option("--confidence", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="At least so likely."),
        click.option("--text", default="", metavar="QUERY", help="In articles that hold these words."),
    )  # fmt: skip
    return _with(options, command)


def filter_of(options: dict[str, Any]) -> Filter:
    """The filter that :func:`filter_options` ask for. Raises :class:`ArchiveError` for what cannot be asked."""
    from marsad.store.query import Filter

    return Filter(
        who=options["who"], whom=options["whom"], party=options["party"], speaker=options["speaker"],
        type=tuple(value.upper() for value in options["types"]), mode=tuple(value.lower() for value in options["modes"]),
        status=tuple(value.lower() for value in options["statuses"]), source=options["sources"], place=options["place"],
        since=_day(options["since"], "--from", last=False), until=_day(options["until"], "--to", last=True),
        dated=options["dated"], min_confidence=options["confidence"], text=options["text"],
    )  # fmt: skip


def _day(value: str | None, option: str, *, last: bool) -> date | None:
    """The first or last day of a date of any precision."""
    if value is None:
        return None
    from marsad.store.rows import bound

    day = bound(value, last=last)
    if day is None:
        raise click.BadParameter(f"{value!r} is no date; write it as 2020-07-04, 2020-07 or 2020", param_hint=option)
    return day


@contextmanager
def progress_bar(words: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal's standard error, nothing elsewhere; the function to call with what is done."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TaskProgressColumn(show_speed=True))
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(words, total=total)
        yield lambda count: bar.advance(task, count)
