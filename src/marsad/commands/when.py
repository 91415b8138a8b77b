"""``marsad when``: the times of a text with their values, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from marsad.commands.common import given_text, iso_date, said_in_one_line

if TYPE_CHECKING:
    from marsad.record import Time


@click.command()
@click.argument("text")
@click.option("--published", metavar="DATE", help="Day that relative expressions count from (YYYY-MM-DD).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object an expression.")
def when(text: str, published: str | None, as_json: bool) -> None:
    """Find the time expressions of TEXT (or - for standard input) and say what they mean, by which rule, and counted from what."""
    from marsad.lexicon.lexicon import load_lexicon
    from marsad.mention.time import find_in_text

    day, text = iso_date(published, "--published"), given_text(text)
    with said_in_one_line():
        found = find_in_text(text, load_lexicon(None), day)
    for time in found:
        click.echo(_json(time, text) if as_json else _line(time, text))
    if not found and not as_json:
        click.echo("no time expression")


def _line(time: Time, text: str) -> str:
    """One expression: the words, type and value, the days it may mean, and the reasons."""
    days = f"{time.start or '…'} to {time.stop or '…'}" if time.start or time.stop else "no days"
    words = [time.span.of(text), time.type, time.value or "unresolved", days, *_reasons(time, text)]
    return "\t".join(words)


def _reasons(time: Time, text: str) -> list[str]:
    anchor = f"from {time.anchor}" if time.anchor else "absolute" if time.value else "not counted"
    if time.anchor_span:
        anchor += f" «{time.anchor_span.of(text)}»"
    found = [f"rule {time.rule}", anchor]
    found += [f"mod {time.mod}"] if time.mod else []
    return found + ([f"contradicts {time.other}"] if time.other else [])


def _json(time: Time, text: str) -> str:
    import json

    from marsad.export.nested import plain

    record: dict[str, Any] = {"text": time.span.of(text), **plain(time)}
    return json.dumps(record, ensure_ascii=False)
