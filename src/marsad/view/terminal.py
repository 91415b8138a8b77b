"""The reading on a terminal.

Right-to-left text in a terminal: words stay in logical order, as they must to be copied
and searched, and the terminal orders them. Every Arabic stretch in a mixed line stands in
an isolate (U+2068 … U+2069, Unicode UAX #9), so that codes, digits and arrows beside it
keep their place in terminals that follow the standard and lose nothing in those that do
not. With ``--lang ar`` the lines are aligned to the right edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from marsad.export.flat import date_of
from marsad.incident.link import Incident
from marsad.record import (
    Article,
    BlockKind,
    Casualty,
    Entity,
    EventMention,
    Participant,
    Place,
    Quotation,
    Relation,
    Time,
)
from marsad.span import Span
from marsad.view.label import label

FSI, PDI = "\u2068", "\u2069"
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


def isolate(text: str) -> str:
    """``text`` as a unit of its own direction."""
    return f"{FSI}{text}{PDI}"


def print_article(console: Console, article: Article, language: str) -> None:
    """Print the anatomy, the events with their evidence, the entities, relations and quotations."""
    for part in _parts(article, language):
        console.print(part, justify="right" if language == "ar" else "left")


def _parts(article: Article, language: str) -> Iterator[RenderableType]:
    title = next(iter(article.blocks(BlockKind.HEADLINE)), article.id or "—")
    yield Rule(Text(isolate(title), style="bold"))
    yield _anatomy(article, language)
    yield Text(f"\n{label('events', language)} ({len({e.event for e in article.events})})", style="bold underline")
    if not article.events:
        yield Text(label("no events", language), style="dim")
    for _, mentions in groupby(sorted(article.events, key=lambda e: (e.event, e.sentence)), key=lambda e: e.event):
        yield _event_panel(article, list(mentions), language)
    yield from _lists(article, language)


def _rows(rows: Iterable[tuple[str, str | Text]], language: str) -> Table:
    """A table of labels and values, mirrored for Arabic."""
    table = Table(box=None, show_header=False, padding=(0, 1), expand=language == "ar")
    if language == "ar":
        table.add_column(justify="right", overflow="fold", ratio=1)
        table.add_column(justify="right", style="dim", no_wrap=True)
    else:
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(*((value, name) if language == "ar" else (name, value)))
    return table


def _anatomy(article: Article, language: str) -> Table:
    return _rows(_anatomy_rows(article, language), language)


def _anatomy_rows(article: Article, language: str) -> Iterator[tuple[str, str | Text]]:
    for kind in SHOWN_ONCE:
        found = article.blocks(kind)
        if found:
            words = " · ".join(isolate(_short(text)) for text in found[:4])
            yield label(kind.value, language), words + (f" (+{len(found) - 4})" if len(found) > 4 else "")
    published = article.page.published
    yield (
        label("published", language),
        f"{published.value} ({published.source})" if published else label("no date", language),
    )
    if article.page.charset:
        yield label("charset", language), f"{article.page.charset} ({article.page.charset_rule})"
    yield label("language", language), article.page.language or label("unresolved", language)
    yield label("paragraphs", language), str(len(article.blocks(BlockKind.PARAGRAPH)))
    if article.page.warnings:
        yield label("warnings", language), "; ".join(article.page.warnings)


def _short(text: str, most: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _event_panel(article: Article, mentions: Sequence[EventMention], language: str) -> Panel:
    body = [part for mention in mentions for part in _mention(article, mention, language)]
    first = mentions[0]
    return Panel(
        Group(*body),
        title=_title(first, language),
        title_align="right" if language == "ar" else "left",
        border_style="dim",
    )


def _title(event: EventMention, language: str) -> Text:
    mode = f" / {label(event.mode, language)}" if event.mode else ""
    code = event.type + (f"/{event.mode}" if event.mode else "")
    return Text(
        f"{event.event}. {isolate(label(event.type, language) + mode)}" + (f" [{code}]" if language == "ar" else ""),
        style="bold",
    )


def _mention(article: Article, event: EventMention, language: str) -> Iterator[RenderableType]:
    yield _rows(_mention_rows(article, event, language), language)
    yield marked_sentence(article, event, language)


def _mention_rows(article: Article, event: EventMention, language: str) -> Iterator[tuple[str, str | Text]]:
    if event.recipients:
        arrow = " ← " if language == "ar" else " → "
        yield label("who", language), _parties(event.actors, language) + arrow + _parties(event.recipients, language)
    else:
        yield label("together" if len(event.actors) > 1 else "actor", language), _parties(event.actors, language)
    if event.time:
        yield label("when", language), _time(article, event.time, language)
    if event.place:
        yield label("where", language), _place(article, event.place, language)
    yield (
        label("status", language),
        f"{label(event.status, language)}   {label('confidence', language)} {event.confidence:.2f}",
    )
    if event.claim:
        stance = label(event.claim.stance, language)
        yield (
            label("claimed by", language),
            f"{_party(event.claim.speaker, language)} · {stance} ({isolate(event.claim.cue.of(article.text))})",
        )
    if event.casualties:
        yield label("losses", language), "، ".join(_casualty(article, c, language) for c in event.casualties)


def _casualty(article: Article, casualty: Casualty, language: str) -> str:
    quantity = casualty.quantity
    count = (
        str(quantity.least)
        if quantity.exact
        else f"{quantity.least}–{quantity.most if quantity.most is not None else ''}"
    )
    return f"{label(casualty.outcome, language)} {count} ({isolate(quantity.span.of(article.text))})"


def _parties(parties: Sequence[Participant], language: str) -> str:
    return "، ".join(_party(p, language) for p in parties) or label("not said", language)


def _party(party: Participant, language: str) -> str:
    code = " ".join(filter(None, (party.country, party.sector))) or label("unresolved", language)
    return f"{isolate(_short(party.text, 60))} [{code}]"


def _time(article: Article, time: Time, language: str) -> str:
    return f"{date_of(time) or label('unresolved', language)} ({isolate(time.span.of(article.text))})"


def _place(article: Article, place: Place, language: str) -> str:
    known = f"{place.precision}, {place.country}" if place.id else label("unresolved", language)
    return f"{isolate(place.span.of(article.text))} [{known}]"


def role_spans(event: EventMention) -> list[tuple[Span, str]]:
    """Each span of an event's evidence with its role, in order."""
    found = [(event.trigger, "trigger")]
    found += [(p.span, "actor") for p in event.actors] + [(p.span, "recipient") for p in event.recipients]
    if event.place:
        found.append((event.place.span, "place"))
    if event.time:
        found.append((event.time.span, "time"))
    if event.claim:
        found.append((event.claim.speaker.span, "source"))
    return sorted(found)


def marked_sentence(article: Article, event: EventMention, language: str) -> Text:
    """The event's sentence with its evidence in colour; brackets name the roles where there is no colour."""
    sentence = article.sentences[event.sentence].span
    text = Text(sentence.of(article.text).replace("\n", " "))
    for span, role in role_spans(event):
        if sentence.covers(span):
            text.stylize(ROLE_STYLES[role], span.start - sentence.start, span.stop - sentence.start)
    plain = Text("\u200f" if language == "ar" else FSI)
    plain.append_text(text)
    return plain.append("" if language == "ar" else PDI)


def _lists(article: Article, language: str) -> Iterator[RenderableType]:
    parts: list[tuple[str, list[str]]] = [
        ("standing-relations", [_relation(r, language) for r in article.relations]),
        ("quotations", [_quotation(article, q, language) for q in article.quotations]),
        ("entities", [_entity(e, language) for e in article.entities]),
    ]
    for name, lines in parts:
        if lines:
            yield Text(f"\n{label(name, language)} ({len(lines)})", style="bold underline")
            yield Group(*(Text("• " + line) for line in lines))


def _relation(relation: Relation, language: str) -> str:
    return f"{_parties(relation.subjects, language)} — {label(relation.kind, language)} — {_party(relation.object, language)}"


def _quotation(article: Article, quotation: Quotation, language: str) -> str:
    speaker = _party(quotation.speaker, language) if quotation.speaker else label("speaker unresolved", language)
    return f"{speaker}: {isolate(_short(quotation.span.of(article.text), 110))}"


def _entity(entity: Entity, language: str) -> str:
    name = entity.name if language == "ar" or not entity.name_en else f"{entity.name_en} · {isolate(entity.name)}"
    code = " ".join(filter(None, (entity.country, entity.sector)))
    office = f" — {isolate(entity.office)}" if entity.office else ""
    return f"{isolate(name) if language == 'ar' else name} [{code}]{office} ({len(entity.mentions)} {label('mentions', language)})"


def print_trace(console: Console, article: Article) -> None:
    """Which rule fired where: one line a decision."""
    for trace in article.trace:
        words = isolate(_short(trace.span.of(article.text), 40))
        console.print(
            Text(f"{trace.stage:9} {trace.span.start:>6}-{trace.span.stop:<6} {trace.rule:34} {words}  {trace.detail}")
        )


def print_incidents(
    console: Console, incidents: Sequence[Incident], articles: Sequence[Article], language: str
) -> None:
    """Each incident with its reports side by side, what they contradict each other on, and why they were joined."""
    console.print(Text(f"\n{label('incidents', language)} ({len(incidents)})", style="bold underline"))
    for incident in incidents:
        lines = [f"• {articles[r.article].id}: {_losses(r.event, language)}" for r in incident.reports]
        title = _title(incident.reports[0].event, language)
        reasons = "; ".join(dict.fromkeys(reason for edge in incident.edges for reason in edge.reasons))
        contradictions = ", ".join(incident.contradictions)
        body = [*map(Text, lines), Text(reasons, style="dim")]
        if contradictions:
            body.append(Text(f"{label('contradictions', language)}: {contradictions}", style="bold red"))
        console.print(Panel(Group(*body), title=title, title_align="right" if language == "ar" else "left"))


def _losses(event: EventMention, language: str) -> str:
    parts = [f"{label(c.outcome, language)} {c.quantity.least}" for c in event.casualties]
    return "، ".join(parts) or label("not said", language)
