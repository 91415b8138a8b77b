"""The reading on a terminal.

Words stay in logical order, as they must to be copied and searched, and the terminal orders
them; see :mod:`marsad.view.wording` for how mixed lines keep together. With ``--lang ar``
the page is mirrored: lines, tables and titles stand at the right edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.box import HORIZONTALS
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from marsad.incident.link import Incident
from marsad.record import Article, BlockKind, EventMention
from marsad.span import Span
from marsad.view.event import EventWording
from marsad.view.evidence import evidence
from marsad.view.label import label
from marsad.view.line import Line, right_to_left
from marsad.view.wording import FSI, PDI, Wording, count, harmless, isolate, shorten

ROLE_STYLES = {
    "trigger": "bold red",
    "actor": "bold cyan",
    "recipient": "bold magenta",
    "place": "bold green",
    "time": "bold yellow",
    "source": "bold blue",
}
SHOWN_ONCE = (
    BlockKind.CATEGORY, BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.AUTHOR, BlockKind.BIO,
    BlockKind.TAGS, BlockKind.NEIGHBOUR, BlockKind.COMMENT_FORM, BlockKind.COMMENT,
)  # fmt: skip


def print_article(console: Console, article: Article, language: str) -> None:
    """Print the anatomy, the events with their evidence, the relations, quotations and entities."""
    wording = Wording(article, language)
    title = next(iter(article.blocks(BlockKind.HEADLINE)), article.id or "—")
    console.print(Rule(Text(isolate(shorten(title, 60)), style="bold")))
    console.print(_rows(_anatomy(wording), language))
    for part in _events(wording, coloured=console.color_system is not None):
        console.print(part)
    for part in _lists(wording):
        console.print(part)


def _line(words: str | Text, language: str, style: str = "") -> Line:
    return Line(words if isinstance(words, Text) else Text(words, style=style), rtl=language == "ar")


def _heading(name: str, number: int, language: str) -> Line:
    return _line(f"\n{label(name, language)} ({number})", language, "bold underline")


def _rows(rows: Iterable[tuple[str, str]], language: str) -> Table:
    """A table of labels and values, mirrored for Arabic."""
    mirrored = language == "ar"
    table = Table(box=None, show_header=False, padding=(0, 1), expand=mirrored)
    columns = [{"style": "dim", "no_wrap": True}, {"ratio": 1 if mirrored else None}]
    for column in reversed(columns) if mirrored else columns:
        table.add_column(**column)  # type: ignore[arg-type]
    for name, value in rows:
        cells = [_line(name, language), _line(value, language)]
        table.add_row(*(reversed(cells) if mirrored else cells))
    return table


def _anatomy(wording: Wording) -> Iterator[tuple[str, str]]:
    article, page = wording.article, wording.article.page
    for kind in SHOWN_ONCE:
        found = article.blocks(kind)
        if found:
            words = " · ".join(isolate(shorten(text)) for text in found[:4])
            yield wording.label(kind.value), words + (f" (+{len(found) - 4})" if len(found) > 4 else "")
    published = page.published
    yield (
        wording.label("published"),
        f"{published.value} ({wording.label('by ' + published.source)})" if published else wording.label("no date"),
    )
    if page.charset:
        yield wording.label("charset"), page.charset
    yield wording.label("language"), page.language or wording.label("unresolved")
    yield wording.label("paragraphs"), str(len(article.blocks(BlockKind.PARAGRAPH)))
    if page.warnings:
        yield wording.label("warnings"), isolate("; ".join(page.warnings))


def _events(wording: Wording, *, coloured: bool) -> Iterator[RenderableType]:
    events, language = wording.article.events, wording.language
    yield _heading("events", len({e.event for e in events}), language)
    if not events:
        yield _line(wording.label("no events"), language, "dim")
    elif coloured:
        yield _legend(language)
    for event in wording.article.merged_events:
        yield _panel(EventWording(wording, event), coloured=coloured)


def _legend(language: str) -> Line:
    """Which colour is which role."""
    parts = [Text(label(role, language), style=style) for role, style in ROLE_STYLES.items()]
    return _line(Text(" · ").join(parts), language)


def _panel(event: EventWording, *, coloured: bool) -> Panel:
    """One event: its fields, what its mentions contradict each other on, and the sentence of each mention."""
    wording, merged = event.say, event.event
    body: list[RenderableType] = [_rows(event.rows(), wording.language)]
    for line in event.contradictions():
        body.append(Padding(_line(line, wording.language, "bold red"), (0, 1)))
    for number in merged.mentions:
        sentence = marked_sentence(wording, wording.article.events[number], coloured=coloured)
        mark = f"{event.mark(number).lstrip()} ".lstrip()
        body.append(Padding(_line(Text.assemble(mark, sentence), wording.language), (0, 1)))
    title = _title(merged.number, merged.type, merged.mode.value if merged.mode else None, wording.language)
    return _boxed(body, title, wording.language)


def _boxed(body: Sequence[RenderableType], title: Text, language: str) -> Panel:
    """A panel without sides, so that a line can be copied and none is torn where a terminal counts cells otherwise."""
    if language == "ar":
        return Panel(Group(*body), HORIZONTALS, title=right_to_left(title), title_align="right", border_style="dim")
    return Panel(Group(*body), HORIZONTALS, title=title, title_align="left", border_style="dim")


def _title(number: int, type_: str, mode: str | None, language: str) -> Text:
    words = label(type_, language) + (f" / {label(mode, language)}" if mode else "")
    code = f" [{type_}{f'/{mode}' if mode else ''}]" if language == "ar" else ""
    return Text(f"{number}. {isolate(words)}{code}", style="bold")


def role_spans(event: EventMention) -> list[tuple[Span, str]]:
    """Each span of an event's evidence that has a colour, with its role, in order."""
    return [(span, role) for span, role in evidence(event) if role in ROLE_STYLES]


def marked_sentence(wording: Wording, event: EventMention, *, coloured: bool) -> Text:
    """The event's sentence with its evidence in colour, or with its evidence named where there is no colour."""
    sentence = wording.article.sentences[event.sentence].span
    words = harmless(sentence.of(wording.article.text))
    within = [(span, role) for span, role in role_spans(event) if sentence.covers(span)]
    text = Text(words)
    if coloured:
        for span, role in within:
            text.stylize(ROLE_STYLES[role], span.start - sentence.start, span.stop - sentence.start)
    marked = Text.assemble(FSI, text, PDI)
    if not coloured:
        named = (f"{wording.label(role)}: {isolate(span.of(wording.article.text))}" for span, role in within)
        marked.append("\n" + " · ".join(named))
    return marked


def _lists(wording: Wording) -> Iterator[RenderableType]:
    article, language = wording.article, wording.language
    parts: list[tuple[str, list[str]]] = [
        ("contexts", [wording.context(c) for c in article.contexts]),
        ("standing-relations", [wording.relation(r) for r in article.relations]),
        ("quotations", [wording.quotation(q) for q in article.quotations]),
        ("entities", [wording.entity(e) for e in article.entities]),
    ]
    for name, lines in parts:
        if lines:
            yield _heading(name, len(lines), language)
            yield from (_line(f"• {line}", language) for line in lines)


def print_trace(console: Console, article: Article) -> None:
    """Which rule fired where: one line a decision."""
    for trace in article.trace:
        words = isolate(shorten(trace.span.of(article.text), 40))
        console.print(
            Text(f"{trace.stage:9} {trace.span.start:>6}-{trace.span.stop:<6} {trace.rule:34} {words}  {trace.detail}")
        )


def print_incidents(
    console: Console, incidents: Sequence[Incident], articles: Sequence[Article], language: str
) -> None:
    """Each incident with its reports side by side, what they contradict each other on, and why they were joined."""
    console.print(_heading("incidents", len(incidents), language))
    for incident in incidents:
        lines = [f"• {isolate(articles[r.article].id)}: {_losses(r.event, language)}" for r in incident.reports]
        told = incident.reports[0].event
        title = _title(told.event, told.type, told.mode, language)
        reasons = "; ".join(dict.fromkeys(reason for edge in incident.edges for reason in edge.reasons))
        body = [*(_line(line, language) for line in lines), _line(isolate(reasons), language, "dim")]
        if incident.contradictions:
            contradictions = ", ".join(incident.contradictions)
            body.append(_line(f"{label('contradictions', language)}: {contradictions}", language, "bold red"))
        console.print(_boxed(body, title, language))


def _losses(event: EventMention, language: str) -> str:
    parts = [f"{label(c.outcome, language)} {count(c.quantity)}" for c in event.casualties]
    return "، ".join(parts) or label("not said", language)
