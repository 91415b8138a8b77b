"""``marsad who``: what is known of a name, and why one entity rather than another is meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from marsad.commands.common import iso_date, said_in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from marsad.lexicon.lexicon import Lexicon, NameEntry
    from marsad.resolve.who import Answer

LABELS = {
    "en": {
        "none": "nobody of that name is known", "tie": "unresolved: the reasons single out none of them",
        "means": "means", "also": "also", "from": "from", "to": "to", "score": "score", "offices": "Offices",
        "sectors": "Sectors", "source": "source", "exists": "Existed", "now": "at the date", "origin": "from",
        "part-of": "part of", "split-from": "split from", "merged-into": "merged into", "renamed-from": "before that",
        "formed-by": "formed by", "has-part": "has as a part", "split-off": "from it split", "merged-from": "took in",
        "renamed-to": "later", "helped-form": "helped to form",
    },
    "ar": {
        "none": "لا يُعرف أحد بهذا الاسم", "tie": "غير محسوم: الأسباب لا ترجّح أحدهم",
        "means": "المقصود", "also": "أيضا", "from": "من", "to": "إلى", "score": "الدرجة", "offices": "المناصب",
        "sectors": "القطاعات", "source": "المصدر", "exists": "الوجود", "now": "في التاريخ", "origin": "من",
        "part-of": "جزء من", "split-from": "انشق عن", "merged-into": "اندمج في", "renamed-from": "اسمه قبل ذلك",
        "formed-by": "شكّله", "has-part": "من أجزائه", "split-off": "انشق عنه", "merged-from": "اندمج فيه",
        "renamed-to": "اسمه بعد ذلك", "helped-form": "شارك في تشكيل",
    },
}  # fmt: skip


@click.command()
@click.argument("name")
@click.option("--at", metavar="DATE", help="A date (YYYY-MM-DD) at which offices and existence count.")
@click.option("--country", "countries", multiple=True, metavar="CODE", help="A country that the text speaks of (LBY).")
@click.option(
    "--lang", type=click.Choice(["ar", "en"]), default="en", show_default=True, help="Language of the labels."
)
@click.option(
    "--lexicon", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another lexicon, or an overlay."
)
def who(name: str, at: str | None, countries: tuple[str, ...], lang: str, lexicon: Path | None) -> None:
    """Show what is known of NAME: who it may mean, with offices over time, scores and their reasons.

    Exit code 1 where nobody of that name is known.
    """
    from marsad.lexicon.lexicon import load_lexicon
    from marsad.resolve.who import ask

    date = iso_date(at, "--at")
    with said_in_one_line():
        known = load_lexicon(lexicon)
        answer = ask(name, known, date, frozenset(code.upper() for code in countries))
    for line in _lines(answer, known, lang, date):
        click.echo(line)
    raise SystemExit(0 if answer.candidates else 1)


def _lines(answer: Answer, lexicon: Lexicon, lang: str, date: str | None) -> Iterator[str]:
    say = LABELS[lang]
    if not answer.candidates:
        yield f"{answer.name}: {say['none']}"
        return
    best = answer.meant
    yield f"{answer.name}: {say['means']} {_title(best.entry, lang)}" if best else f"{answer.name}: {say['tie']}"
    for number, candidate in enumerate(answer.candidates, 1):
        yield ""
        yield f"{number}. {_title(candidate.entry, lang)}  {say['score']} {candidate.score:g}"
        for feature, detail, weight in candidate.reasons:
            why = lexicon.resolution["features"][feature][lang]
            yield f"   {weight:+g} {why}{f' ({detail})' if detail else ''}"
        yield from (
            f"   {line}"
            for line in (*_known(candidate.entry, lang, date), *_ties(candidate.entry, lexicon, lang, date))
        )


def _title(entry: NameEntry, lang: str) -> str:
    name = entry.name if lang == "ar" else entry.en or entry.name
    codes = " ".join(filter(None, (entry.kind, entry.country, entry.sector)))
    return f"{name} ({entry.id}) [{codes}]"


def _known(entry: NameEntry, lang: str, date: str | None) -> Iterator[str]:
    """What the base says of an entity beside its name: other names, periods, offices."""
    say = LABELS[lang]
    other = [entry.en if lang == "ar" else entry.name, *entry.aliases]
    yield f"{say['also']}: {'، '.join(filter(None, other))}"
    if entry.start or entry.stop:
        yield f"{say['exists']}: {_period({'from': entry.start, 'to': entry.stop, 'source': entry.source}, lang, date)}"
    if entry.origin:
        yield f"{say['origin']}: {entry.origin}"
    for heading, periods in (("sectors", entry.sectors), ("offices", entry.offices)):
        if periods:
            yield f"{say[heading]}:"
        for period in periods:
            what = period.get("title" if lang == "ar" else "en") or period.get("title") or ""
            yield f"  {what} {period.get('sector') or ''} {_period(period, lang, date)}".rstrip()


def _ties(entry: NameEntry, lexicon: Lexicon, lang: str, date: str | None) -> Iterator[str]:
    """What the base ties an entity to, and what it ties to the entity."""
    from marsad.lexicon.tie import LASTING, ties

    for kind, other, link in ties(entry, lexicon):
        name = other.name if lang == "ar" else other.en or other.name
        when = _period(link, lang, date) if kind in LASTING else _moment(link, lang)
        yield f"{LABELS[lang][kind]}: {name} ({other.id}) {when}".rstrip()


def _moment(link: Mapping[str, object], lang: str) -> str:
    source = f" ({LABELS[lang]['source']}: {link['source']})" if link.get("source") else ""
    return f"{link.get('from') or ''}{source}"


def _period(period: Mapping[str, object], lang: str, date: str | None) -> str:
    from marsad.mention.describe import holds

    say = LABELS[lang]
    start, stop = period.get("from"), period.get("to")
    source = f" ({say['source']}: {period['source']})" if period.get("source") else ""
    dates = f"{say['from']} {start or '…'} {say['to']} {stop or '…'}" if start or stop else ""
    then = f" ← {say['now']}" if date and holds(period, date) else ""
    return f"{dates}{then}{source}".strip()
