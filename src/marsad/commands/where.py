"""``marsad where``: the places that a text names, their candidates with scores and reasons, and where its events happen."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from marsad.commands.common import given_text, said_in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marsad.mention.place import PlaceExpression
    from marsad.reader import Reader, Survey
    from marsad.record import Page, Place


@click.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--most", type=click.IntRange(min=1), default=5, show_default=True, help="Candidates to print a place.")
def where(text: str, as_json: bool, most: int) -> None:
    """Show the places in TEXT (or - for standard input): what each may be, with scores and reasons."""
    from marsad.page import read_page
    from marsad.reader import Reader

    with said_in_one_line():
        page = read_page(given_text(text))
        found = list(places_of(Reader(), page, most))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for place in found:
        click.echo("\n".join(_lines(place)))
    if not found:
        click.echo("no place is named")


def places_of(reader: Reader, page: Page, most: int) -> Iterator[dict[str, Any]]:
    """Each place of a page as plain values: words, choice, and the best candidates with their scores and reasons."""
    from marsad.text.sentence import segment

    sentences = segment(page)
    found = reader.survey(page, sentences)
    for sentence in sentences:
        scan = found.scans[sentence.index]
        places = reader.circumstances.resolve(sentence, scan, found.setting).places
        for expression, place in zip(scan.places, places, strict=True):
            yield _place(reader, page, found, expression, place, most)


def _place(
    reader: Reader, page: Page, found: Survey, expression: PlaceExpression, place: Place, most: int
) -> dict[str, Any]:
    from marsad.resolve.place import rank

    ranked = rank(expression, reader.circumstances.gazetteer, found.setting)
    return {
        "words": place.span.of(page.text),
        "chosen": {key: value for key, value in asdict(place).items() if key not in ("span", "candidates")},
        "span": list(place.span),
        "countries": dict(found.setting.countries),
        "candidates": [
            {"score": scored.score, "reasons": list(scored.reasons), **asdict(scored.candidate)}
            for scored in ranked[:most]
        ],
        "further": max(0, len(ranked) - most),
    }


def _lines(place: dict[str, Any]) -> Iterator[str]:
    """A place for the terminal: the choice, then its rivals."""
    chosen = place["chosen"]
    point = "no point" if chosen["latitude"] is None else f"{chosen['latitude']}, {chosen['longitude']}"
    around = f" ± {chosen['uncertainty']} km" if chosen["uncertainty"] is not None else ""
    name = f"{chosen['name_en'] or chosen['name']}, {chosen['country'] or '-'}" if chosen["id"] else "unresolved"
    yield f"«{place['words']}» → {name} ({chosen['rule']}): {chosen['reason']}"
    if chosen["id"]:
        yield f"    {chosen['id']}  {point}{around}  precision: {chosen['precision']}"
    for candidate in place["candidates"]:
        label = f"{candidate['name']} · {candidate['name_en']} · {candidate['kind']} · {candidate['country']}"
        yield f"    {candidate['score']:6.2f}  {label}  {'; '.join(candidate['reasons'])}"
    if place["further"]:
        yield f"    … and {place['further']} more"
