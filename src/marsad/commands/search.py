"""``marsad search``: articles by their words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from marsad.commands.common import archive_option, opened

if TYPE_CHECKING:
    from marsad.store.search.find import Hit


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT…")
@archive_option
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many articles.")
@click.option("--skip", type=click.IntRange(0), default=0, help="How many to pass over first.")
def search(words: tuple[str, ...], archive: str | None, form: str, limit: int, skip: int) -> None:
    """Find articles that hold all words of TEXT, the newest first.

    Spelling, clitics and digits are folded: اعلنت finds أعلنت, ريف finds وريف and الريف, 2025 finds ٢٠٢٥.
    "…" asks for words side by side, -word leaves out, word* finds what begins so.
    """
    with opened(archive):
        from marsad.store.search.find import search as find

        hits = find(" ".join(words), start=skip, count=limit)
        for hit in hits.hits:
            click.echo(_line(hit) if form == "text" else json.dumps(_row(hit), ensure_ascii=False))
    click.echo(f"{len(hits.hits)} of {hits.count}", err=True)


def _line(hit: Hit) -> str:
    """Number, day, outlet and headline, and under them the stretch with what was found between « »."""
    from marsad.view.wording import isolate

    article = hit.reading.article
    source = article.source.name if article.source else "?"
    head = f"{article.pk}  {hit.reading.day or '?'}  {source}  {isolate(hit.reading.headline)}"
    return f"{head}\n    {isolate(_marked(hit))}"


def _marked(hit: Hit) -> str:
    text, at, parts = hit.reading.text.text, hit.snippet.span.start, []
    for span in hit.snippet.found:
        parts += [text[at : span.start], f"«{text[span.start : span.stop]}»"]
        at = max(at, span.stop)
    return "".join((*parts, text[at : hit.snippet.span.stop]))


def _row(hit: Hit) -> dict[str, object]:
    article, reading = hit.reading.article, hit.reading
    return {
        "article": article.pk, "id": article.name, "url": article.url, "source": article.source and article.source.name,
        "published": reading.published, "headline": reading.headline, "snippet": hit.snippet.span.of(reading.text.text),
        "snippet_span": list(hit.snippet.span), "found": [list(span) for span in hit.snippet.found],
    }  # fmt: skip
