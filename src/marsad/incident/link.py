"""Incidents: pairs of events scored by documented features, judged edges, and what they join.

Candidate pairs share type, a window of days and a country or place (blocking), so that the
work grows with the pairs that could match and not with the square of the archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from marsad.event.size import exact
from marsad.export.told import best_mentions
from marsad.mention.time.value import date_of
from marsad.record import Article, EventMention

WINDOW = 3  # days that reports of one incident may lie apart
THRESHOLD = 3.0  # a pair at or above it is one incident; below, two


@dataclass(frozen=True, slots=True)
class Report:
    """An event of one article: its best-filled mention and the article's number."""

    article: int
    event: EventMention
    day: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """Two reports, their score, and each feature's part in it with its reason."""

    one: Report
    other: Report
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Reports that edges join. ``killed`` and ``injured`` are (least, most) when they differ or agree; never a mean."""

    reports: tuple[Report, ...]
    edges: tuple[Edge, ...]

    def counts(self, outcome: str) -> tuple[int, int] | None:
        """The least and most that the reports state for an outcome."""
        found = [n for r in self.reports if (n := exact(r.event.casualties, outcome)) is not None]
        return (min(found), max(found)) if found else None

    @property
    def contradictions(self) -> tuple[str, ...]:
        """The fields on which the reports differ."""
        killed, injured = self.counts("killed"), self.counts("injured")
        found = [name for name, span in (("killed", killed), ("injured", injured)) if span and span[0] != span[1]]
        statuses = {r.event.status for r in self.reports}
        return tuple(found + (["status"] if len(statuses) > 1 else []))


def same_place(one: Report, other: Report) -> tuple[float, str] | None:
    """Both name one place (+2) or different ones (-2)."""
    a, b = one.event.place, other.event.place
    if not (a and b):
        return None
    if a.id and a.id == b.id:
        return 2.0, f"same place {a.name}"
    return (0.5, f"same country {a.country}") if a.country and a.country == b.country else (-2.0, "different places")


def same_day(one: Report, other: Report) -> tuple[float, str] | None:
    """The same day (+1.5), or within the window (+0.5)."""
    if not (one.day and other.day):
        return None
    apart = abs((_date(one.day) - _date(other.day)).days)
    return (1.5, "same day") if apart == 0 else (0.5, f"{apart} days apart")


def same_parties(one: Report, other: Report) -> tuple[float, str] | None:
    """Actors and recipients of the same country and sector (+1 each)."""
    roles = (
        ("actors", one.event.actors, other.event.actors),
        ("recipients", one.event.recipients, other.event.recipients),
    )
    shared = [
        name
        for name, ours, theirs in roles
        if {(p.country, p.sector) for p in ours if p.country} & {(p.country, p.sector) for p in theirs if p.country}
    ]
    return (float(len(shared)), f"same {' and '.join(shared)}") if shared else None


def same_trigger(one: Report, other: Report) -> tuple[float, str] | None:
    """The same lemma (+1) or mode (+0.5)."""
    if one.event.lemma == other.event.lemma:
        return 1.0, f"both say {one.event.lemma}"
    return (0.5, f"both {one.event.mode}") if one.event.mode and one.event.mode == other.event.mode else None


FEATURES: tuple[Callable[[Report, Report], tuple[float, str] | None], ...] = (
    same_place,
    same_day,
    same_parties,
    same_trigger,
)


def find_incidents(articles: Sequence[Article]) -> list[Incident]:
    """The incidents that at least two of the articles report, in order of first report."""
    reports = [report for number, article in enumerate(articles) for report in _reports(number, article)]
    edges = [edge for one, other in _pairs(reports) if (edge := compare(one, other)).score >= THRESHOLD]
    return [_incident(group, edges) for group in _components(reports, edges)]


def _reports(number: int, article: Article) -> Iterator[Report]:
    published = article.page.published.value[:10] if article.page.published else None
    for event in best_mentions(article):
        date_ = date_of(event.time) or ""
        day = date_ if len(date_) == len("2020-06-17") else published
        yield Report(number, event, day)


def _pairs(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs of different articles that share type, a block of days and a country."""
    blocks: dict[tuple[str, int, str], list[Report]] = defaultdict(list)
    for report in reports:
        for key in _keys(report):
            blocks[key].append(report)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for one, other in combinations(members, 2):
            pair = (id(one), id(other))
            if one.article != other.article and pair not in seen:
                seen.add(pair)
                yield one, other


def _keys(report: Report) -> Iterator[tuple[str, int, str]]:
    """Blocks overlap by a window, so that no pair within it is cut apart."""
    countries = {p.country for p in (*report.event.actors, *report.event.recipients) if p.country}
    if report.event.place and report.event.place.country:
        countries.add(report.event.place.country)
    if report.day is None:
        return
    block = _date(report.day).toordinal() // WINDOW
    yield from ((report.event.type, block + shift, country) for shift in (0, 1) for country in countries)


def _date(day: str) -> date:
    return date.fromisoformat(day[:10])


def compare(one: Report, other: Report) -> Edge:
    """The edge between two reports: the sum of the features that apply, with their reasons."""
    found = [part for feature in FEATURES if (part := feature(one, other))]
    return Edge(
        one, other, sum(score for score, _ in found), tuple(f"{score:+.1f} {reason}" for score, reason in found)
    )


def _components(reports: Sequence[Report], edges: Sequence[Edge]) -> list[list[Report]]:
    parent = {id(report): id(report) for report in reports}

    def root(key: int) -> int:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for edge in edges:
        parent[root(id(edge.other))] = root(id(edge.one))
    groups: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        groups[root(id(report))].append(report)
    return [group for group in groups.values() if len(group) > 1]


def _incident(group: list[Report], edges: Sequence[Edge]) -> Incident:
    members = {id(report) for report in group}
    return Incident(tuple(group), tuple(edge for edge in edges if id(edge.one) in members))
