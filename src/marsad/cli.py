"""The command line. Each command is a thin layer over the library.

Exit codes: 0 all read; 1 some sources failed and the rest was read; 2 nothing could be done.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from marsad import __version__
from marsad.commands.add import add
from marsad.commands.archive import archive_group
from marsad.commands.bench import bench
from marsad.commands.common import iso_date, said_in_one_line, tell
from marsad.commands.desk import desk
from marsad.commands.export import export
from marsad.commands.import_wikidata import import_wikidata
from marsad.commands.query import query
from marsad.commands.reread import reread, retry
from marsad.commands.search import search
from marsad.commands.user import user_group
from marsad.commands.when import when
from marsad.commands.where import where
from marsad.commands.who import who
from marsad.errors import LexiconError, MarsadError

if TYPE_CHECKING:
    from marsad.reader import Reader
    from marsad.record import Article

FORMATS = ("text", "json", "jsonl", "csv", "flat", "geojson")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="marsad")
def main() -> None:
    """Read Arabic defence and conflict news into events with evidence."""


for _command in (bench, when, where, add, retry, reread, query, search, export, archive_group, desk, user_group):
    main.add_command(_command)


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print.")
@click.option(
    "--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the labels."
)
@click.option("--published", metavar="DATE", help="Publication date (YYYY-MM-DD) that overrules the page's own.")
@click.option("--url", help="Address that the page came from, for its date and its record.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), default=None, help="Leave out events less likely than this."
)
@click.option(
    "--lexicon",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Another lexicon folder, or one whose entities/ or triggers/ lie over ours.",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file instead of the terminal."
)
@click.option("--trace", is_flag=True, help="After each page print which rule fired where.")
@click.option("--incidents", is_flag=True, help="After all pages print the incidents that several of them report.")
def read(
    sources: tuple[str, ...], form: str, lang: str, published: str | None, url: str | None, min_confidence: float | None,
    lexicon: Path | None, output: Path | None, trace: bool, incidents: bool,
) -> None:  # fmt: skip
    """Read SOURCE… (HTML or text files, folders, JSON Lines, or - for standard input).

    A page or an item may have 4 MiB; a file of JSON Lines may be of any size.
    """
    from marsad.collector import collect_seldom

    collect_seldom()
    from marsad.reader import MIN_CONFIDENCE, Reader

    date = iso_date(published, "--published")
    reader = Reader(lexicon, min_confidence=MIN_CONFIDENCE if min_confidence is None else min_confidence, trace=trace)
    failures: list[str] = []
    with said_in_one_line():
        conflicts = len(reader.lexicon.conflicts)  # read here, so that a lexicon at fault is told once, not once a page
        if conflicts:
            tell(f"{lexicon}: {conflicts} names that ours or another has too; see lexicon check")
        with _opened(output) as file:
            articles = _articles(reader, sources, date, url, failures)
            read_any = _print(articles, form, lang, file, trace=trace, incidents=incidents)
    if failures:
        raise SystemExit(1 if read_any else 2)


def _opened(output: Path | None) -> AbstractContextManager[IO[Any]]:
    """The file to print to; raises :class:`MarsadError` where it cannot be written."""
    try:
        return click.open_file(str(output) if output else "-", "w", encoding="utf-8")
    except OSError as error:
        raise MarsadError(f"--output {output}: {error.strerror}") from error


def _articles(
    reader: Reader, sources: tuple[str, ...], published: str | None, url: str | None, failures: list[str]
) -> Iterator[Article]:
    """Every readable article; errors go to standard error, one line each, and into ``failures``."""
    from marsad.page.item import read_source

    for source in sources:
        try:
            for item in read_source(source, published=published, url=url):
                if item.page is None:
                    failures.append(item.error or item.id)
                    tell(failures[-1])
                else:
                    yield reader.read_page(item.page, id=item.id)
        except MarsadError as error:
            failures.append(str(error))
            tell(str(error))


def _print(articles: Iterator[Article], form: str, lang: str, file: object, *, trace: bool, incidents: bool) -> bool:
    """Print in one format as the articles come; returns whether there was any."""
    from marsad.view.output import OUTPUTS

    return OUTPUTS[form](articles, lang, file, trace=trace, incidents=incidents)


@main.group()
def lexicon() -> None:
    """Check and extend the lexicon."""


@lexicon.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Lint the lexicon; exit 1 where something is wrong."""
    from marsad.lexicon.check import check_lexicon
    from marsad.lexicon.source import checked_dir, lexicon_dir

    with said_in_one_line():
        faults, summary = check_lexicon(checked_dir(folder) if folder else lexicon_dir())
    for fault in faults:
        click.echo(fault)
    click.echo(summary)
    sys.exit(1 if faults else 0)


@lexicon.command("test")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--only", default="", metavar="FILE", help="Only trigger files whose name begins so (ASSAULT, COERCE_police)."
)
@click.option("--lemma", help="Only the entry of this lemma.")
def test_examples(folder: Path | None, only: str, lemma: str | None) -> None:
    """Read every example and counter-example; exit 1 where one is read otherwise than annotated."""
    from marsad.lexicon.example import failing
    from marsad.lexicon.source import checked_dir, lexicon_dir

    count, faults = 0, 0
    with said_in_one_line():
        for fault in failing(checked_dir(folder) if folder else lexicon_dir(), only, lemma):
            count += 1
            if fault:
                faults += 1
                click.echo(fault)
        if not count:
            raise LexiconError("no sentence to read: check FOLDER, --only and --lemma")
    click.echo(f"{count} sentences, {faults} read otherwise")
    sys.exit(1 if faults else 0)


@lexicon.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--top", type=click.IntRange(1), default=50, show_default=True, help="How many words to print.")
@click.option("--least", type=click.IntRange(1), default=3, show_default=True, help="Leave out words that are rarer.")
@click.option("--kind", type=click.Choice(["verb", "masdar", "participle"]), help="Only these.")
def coverage(sources: tuple[str, ...], top: int, least: int, kind: str | None) -> None:
    """List the frequent verbs, verbal nouns and participles of political sentences that no trigger covers."""
    from marsad.lexicon.coverage import uncovered
    from marsad.lexicon.lexicon import load_lexicon
    from marsad.page.item import read_source

    with said_in_one_line():
        pages = (item.page for source in sources for item in read_source(source) if item.page is not None)
        found = uncovered(pages, load_lexicon(None), least=least)
        for word in [word for word in found if kind in (None, word.kind)][:top]:
            click.echo(f"{word.times:6}  {word.kind:10}  {word.word:14}  {word.example}")


@lexicon.command("compile")
def compile_() -> None:
    """Compile the lexicon into the cache now rather than at first use."""
    from marsad.lexicon.cache import load_payload

    with said_in_one_line():
        payload, mark = load_payload()
    click.echo(
        f"{len(payload['forms'])} forms, {len(payload['names'])} names, {len(payload['triggers'])} triggers ({mark})"
    )


main.add_command(who)
lexicon.add_command(import_wikidata)


if __name__ == "__main__":
    main()
