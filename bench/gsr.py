"""Suite *gsr*: arabic_event_gsr, sentences labelled by three to five people (openeventdata, MIT).

*Detection* ranks sentences labelled yes above those labelled no by the confidence of the
best event of the type; *spans* asks for an event of the type on the verb that people marked.
"""

from __future__ import annotations

from collections.abc import Sequence

from bench.data import Row

Figures = dict[str, float]
HAPPENED = ("fact", "historical")


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    """Average precision of (score, is positive) pairs; ties count as one block."""
    positives = sum(positive for _, positive in scored)
    ranked = sorted(scored, key=lambda pair: -pair[0])
    total = true = start = 0.0
    while start < len(ranked):
        score = ranked[int(start)][0]
        block = [positive for value, positive in ranked[int(start) :] if value == score]
        new = sum(block)
        true += new
        start += len(block)
        total += new / positives * true / start
    return total


def score_detection(rows: Sequence[Row], predictions: Sequence[Row], kind: str) -> Figures:
    """Average precision of the type over the sentences with a clear label."""
    by_id = {p["id"]: p["events"] for p in predictions}
    scored = [
        (_best(by_id[str(n)], kind), row["label"] == "yes") for n, row in enumerate(rows) if row["label"] != "ambiguous"
    ]
    coded = [positive for score, positive in scored if score > 0]
    return {
        "average precision": average_precision(scored),
        "precision": sum(coded) / max(len(coded), 1),
        "recall": sum(coded) / max(sum(positive for _, positive in scored), 1),
    }


def _best(events: Sequence[Row], kind: str) -> float:
    return max((e["confidence"] for e in events if e["type"] == kind and e["status"] in HAPPENED), default=0.0)


def score_spans(rows: Sequence[Row], predictions: Sequence[Row], kind: str) -> Figures:
    """Events on the verbs that people marked, events a sentence, and the countries of both sides."""
    by_id = {p["id"]: p["events"] for p in predictions}
    on = right = coded = 0
    sides: dict[str, list[int]] = {"source": [0, 0, 0], "target": [0, 0, 0]}
    for number, row in enumerate(rows):
        events = by_id[str(number)]
        mine = [e for e in events if e["type"] == kind]
        verbs = {_bare(w) for span in row["spans"] for w in span.get("verb") or ()}
        coded += len(events)
        right += bool(mine)
        on += any(_on_verb(e, verbs) for e in mine)
        for side, role in (("source", "actors"), ("target", "recipients")):
            _countries(row, mine, side, role, sides[side])
    figures = {
        "on the gold verb": on / len(rows),
        "right type": right / len(rows),
        "events a sentence": coded / len(rows),
    }
    for side, (true, found, wanted) in sides.items():
        figures |= {f"{side} country precision": true / max(found, 1), f"{side} country recall": true / max(wanted, 1)}
    return figures


def _countries(row: Row, events: Sequence[Row], side: str, role: str, counts: list[int]) -> None:
    roles = [span.get(f"{side}_role") for span in row["spans"]]
    gold = {r.get("main") for r in roles if isinstance(r, dict)} - {None, "None", "", "INT"}
    found = {party.get("country") for event in events for party in event.get(role) or ()} - {None}
    for position, figure in enumerate((len(gold & found), len(found), len(gold))):
        counts[position] += figure


def _bare(word: str) -> str:
    return word.lstrip("وف") if len(word) > 4 else word


def _on_verb(event: Row, verbs: set[str]) -> bool:
    words = [word for word in map(_bare, event["trigger"].split()) if len(word) > 2]
    return any(word in verb or verb in word for word in words for verb in verbs if len(verb) > 2)
