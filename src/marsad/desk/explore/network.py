"""Who acts on whom: persons and bodies, countries or sectors as nodes, what the one does to the other as arrows."""

from __future__ import annotations

from cmath import exp
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log2, pi
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from marsad.desk.explore.aggregate import CLASSES, NODES, Pair, pairs
from marsad.desk.explore.layout import placed
from marsad.desk.explore.page import Link, asked_of, chosen, link, shared, told
from marsad.desk.explore.words import CLASS_NAMES, NODE_NAMES, SECTOR_NAMES, entity_names
from marsad.desk.kept import kept
from marsad.desk.names import country_names
from marsad.desk.rights import Right, needs
from marsad.store.query import Filter
from marsad.view.wording import shorten

TOPS = ("10", "20", "40", "60")
ARROWS = 4  # at most, for each node that is drawn: the strongest; more would hide one another
ROWS = 200  # of the table
WIDTH, HEIGHT, SIDE, TOP = 1000, 620, 90, 40  # of the drawing; room for names at its edges
BEND = 0.13  # of an arrow's length, so that there and back are two
LABEL = 26  # letters of a name that are drawn


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the drawing: its name, where it leads, where it stands, and in how many drawn events it takes part."""

    key: str
    name: str
    label: str
    address: str
    x: float
    y: float
    radius: float
    count: int

    @property
    def label_y(self) -> float:
        """Where the line of its name stands, below it."""
        return round(self.y + self.radius + 14, 1)


@dataclass(frozen=True, slots=True)
class Arrow:
    """Who acts on whom, as a row of the table and, where both stand in the drawing, as a path."""

    actor: str
    recipient: str
    address: str
    count: int
    classes: tuple[int, ...]
    style: str
    path: str
    width: float


@needs(Right.READ)
def network(request: HttpRequest) -> HttpResponse:
    """The network of a filter. ``nodes`` is a kind of node, ``top`` how many of them are drawn."""
    asked, found = asked_of(request)
    nodes, top = chosen(request, "nodes", tuple(NODES), "entity"), chosen(request, "top", TOPS, "20")
    own = {"nodes": nodes if nodes != "entity" else "", "top": top if top != "20" else ""}
    counted = kept(f"pairs of {nodes}", asked, lambda: pairs(found, nodes, asked.who, asked.whom))
    context = shared(request, asked, **own) | {
        "kinds": [Link(str(NODE_NAMES[key]), link(request.path, asked, {**own, "nodes": key}), key == nodes) for key in NODES],
        "tops": [Link(key, link(request.path, asked, {**own, "top": key}), key == top) for key in TOPS],
        "legend": [(name, str(CLASS_NAMES[name])) for name in CLASSES],
        "width": WIDTH,
        "height": HEIGHT,
        **(_drawn(asked, counted, nodes, int(top)) if counted else {}),
    }  # fmt: skip
    return render(request, "explore/network.html", context | {"events": told(found) if counted else []})


def _drawn(asked: Filter, counted: Sequence[Pair], nodes: str, top: int) -> dict[str, Any]:
    weights = weights_of(counted)
    kept = [key for key, _count in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:top]]
    inside = [pair for pair in counted if pair.actor in kept and pair.recipient in kept][: ARROWS * top]
    listed = list(dict.fromkeys([*inside, *counted]))[:ROWS] if len(counted) > ROWS else list(counted)
    names = _names({key for pair in listed for key in (pair.actor, pair.recipient)} | set(kept), nodes)
    shown = _placed(asked, kept, inside, names, nodes)
    points = {node.key: node for node in shown}
    return {
        "nodes_drawn": shown,
        "arrows": [_arrow(asked, pair, names, nodes, points) for pair in reversed(inside)],  # the strongest on top
        "rows": [_arrow(asked, pair, names, nodes, {}) for pair in listed],
        "more_rows": len(counted) - len(listed),
        "not_drawn": len(weights) - len(kept),
        "not_drawn_pairs": len(counted) - len(inside),
    }


def weights_of(some: Iterable[Pair]) -> Counter[str]:
    """How often each key acts or is acted on; within one key counts once."""
    weights: Counter[str] = Counter()
    for pair in some:
        for key in {pair.actor, pair.recipient}:
            weights[key] += pair.count
    return weights


def _names(keys: Iterable[str], nodes: str) -> dict[str, str]:
    if nodes == "sector":
        return {key: str(SECTOR_NAMES.get(key, key)) for key in keys}
    return country_names(keys) if nodes == "country" else entity_names(keys)


def _placed(asked: Filter, kept: list[str], inside: list[Pair], names: dict[str, str], nodes: str) -> list[Node]:
    number = {key: n for n, key in enumerate(kept)}
    ties: Counter[tuple[int, int]] = Counter()
    for pair in inside:
        a, b = sorted((number[pair.actor], number[pair.recipient]))
        ties[a, b] += pair.count
    weights = weights_of(inside)
    most = max(weights.values(), default=1)
    return [
        _node(asked, key, names[key], nodes, weights[key], most, point)
        for key, point in zip(kept, placed(len(kept), ties), strict=True)
    ]


def _node(
    asked: Filter, key: str, name: str, nodes: str, count: int, most: int, point: tuple[float, float]
) -> Node:  # fmt: skip
    x, y = SIDE + point[0] * (WIDTH - 2 * SIDE), TOP + point[1] * (HEIGHT - 2 * TOP - 20)
    radius = 7 + 15 * (count / most) ** 0.5
    return Node(
        key, name, shorten(name, LABEL), _page_of(asked, key, nodes), round(x, 1), round(y, 1), round(radius, 1), count
    )


def _page_of(asked: Filter, key: str, nodes: str) -> str:
    """Where a node leads: an entity to its page, a code to the events in which it is either side."""
    if nodes == "entity":
        return reverse("news:entity", args=[key])
    return link(reverse("news:front"), replace(asked, party=code(key, nodes)))


def code(key: str, nodes: str) -> str:
    """A node's key as a filter writes it."""
    return f":{key}" if nodes == "sector" else key


def narrowed(held: str, key: str, nodes: str) -> str:
    """What a filter by name becomes when a node is chosen: the node, within what was asked for before.

    A person or body is narrower than any code; a country within ``:MIL`` is ``SYR:MIL``; a code within a name stays that name.
    """
    if nodes == "entity" or not held.strip():
        return code(key, nodes)
    country, separator, sector = held.strip().partition(":")
    if separator and not country and nodes == "country":
        return f"{key}:{sector}"
    if not separator and country.isupper() and nodes == "sector":
        return f"{country}:{key}"
    return held


def _arrow(asked: Filter, pair: Pair, names: dict[str, str], nodes: str, points: dict[str, Node]) -> Arrow:
    who, whom = narrowed(asked.who, pair.actor, nodes), narrowed(asked.whom, pair.recipient, nodes)
    style = CLASSES[max(range(len(CLASSES)), key=lambda n: pair.classes[n])]
    path = path_of(points[pair.actor], points[pair.recipient]) if points else ""
    return Arrow(
        names[pair.actor], names[pair.recipient], link(reverse("news:front"), replace(asked, who=who, whom=whom)),
        pair.count, pair.classes, style, path, round(1.2 + min(log2(pair.count), 8) * 0.7, 1),
    )  # fmt: skip


def path_of(actor: Node, recipient: Node) -> str:
    """A bent line from the edge of one node to that of the other, or a loop at a node that acts on itself."""
    start, end = complex(actor.x, actor.y), complex(recipient.x, recipient.y)
    if actor.key == recipient.key:
        radius = actor.radius
        left, right = start + radius * exp(-0.75j * pi), start + radius * exp(-0.25j * pi)
        reach = radius * 1.9 + 14
        return f"M{_at(left)} C{_at(left - complex(8, reach))} {_at(right + complex(8, -reach))} {_at(right)}"
    bend = (start + end) / 2 + (end - start) * 1j * BEND
    first = start + _unit(bend - start) * (actor.radius + 2)
    last = end + _unit(bend - end) * (recipient.radius + 4)
    return f"M{_at(first)} Q{_at(bend)} {_at(last)}"


def _unit(vector: complex) -> complex:
    return vector / (abs(vector) or 1)


def _at(point: complex) -> str:
    return f"{point.real:.1f} {point.imag:.1f}"
