"""Suite *gold*: typed event mentions of double-annotated news items.

A prediction matches a gold mention of the same sentence and type whose trigger overlaps;
mentions that one annotator alone made are optional, neither rewarded nor punished, and
fields on which the annotators differ are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from bench.data import Row

FIELDS = ("date", "killed", "injured", "mode")
Figures = dict[str, float]


def overlap(one: str, other: str, sentence: str) -> bool:
    """Whether two verbatim pieces of a sentence overlap, at their first places."""
    i, j = sentence.find(one), sentence.find(other)
    return i >= 0 and j >= 0 and i < j + len(other) and j < i + len(one)


def f_score(hits: float, predicted: float, wanted: float) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


class Tally:
    """Counts over all items."""

    def __init__(self) -> None:
        """Start from nothing."""
        self.hit = self.wrong = self.want = self.quiet = self.quiet_wrong = 0
        self.types: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.fields: Counter[tuple[str, str]] = Counter()

    def item(self, gold: Row, predicted: Sequence[Row]) -> None:
        """Count one item."""
        left = list(predicted)
        busy = {m["s"] for m in gold["events"]}
        self.quiet += len(gold["sentences"]) - len(busy)
        for mention in sorted(gold["events"], key=lambda m: not m["required"]):
            self._mention(mention, left, gold["sentences"][mention["s"]])
        for extra in left:
            self.wrong += 1
            self.types[extra["type"]][1] += 1
            self.quiet_wrong += extra["s"] not in busy

    def _mention(self, gold: Row, left: list[Row], sentence: str) -> None:
        self.want += gold["required"]
        self.types[gold["type"]][2] += gold["required"]
        found = [
            p
            for p in left
            if p["s"] == gold["s"] and p["type"] == gold["type"] and overlap(p["trigger"], gold["trigger"], sentence)
        ]
        if not found:
            return
        best = max(
            found, key=lambda p: len(pairs(gold, p, "actors", sentence)) + len(pairs(gold, p, "recipients", sentence))
        )
        left.remove(best)
        if gold["required"]:
            self.hit += 1
            self.types[gold["type"]][0] += 1
            self._fields(gold, best, sentence)

    def _fields(self, gold: Row, predicted: Row, sentence: str) -> None:
        for role in ("actors", "recipients"):
            self._parties(gold, predicted, role, sentence)
        for name, equal in (("place", overlap), ("claimed_by", overlap)):
            if gold.get(name) != "?":
                self._field(name, gold.get(name), predicted.get(name), lambda a, b, equal=equal: equal(a, b, sentence))
        for name in FIELDS:
            if gold.get(name) != "?":
                self._field(name, gold.get(name), predicted.get(name), lambda a, b: a == b)
        if gold["status"] != "?":
            self.fields["status", "n"] += 1
            self.fields["status", "hit"] += gold["status"] == predicted.get("status", "fact")

    def _field(self, name: str, gold: object, predicted: object, equal: Callable[..., bool]) -> None:
        self.fields[name, "gold"] += gold is not None
        self.fields[name, "predicted"] += predicted is not None
        self.fields[name, "hit"] += gold is not None and predicted is not None and equal(gold, predicted)

    def _parties(self, gold: Row, predicted: Row, role: str, sentence: str) -> None:
        found = pairs(gold, predicted, role, sentence)
        sure = [(g, p) for g, p in found if g["required"]]
        self.fields[role, "hit"] += len(sure)
        self.fields[role, "gold"] += sum(g["required"] for g in gold[role])
        self.fields[role, "predicted"] += len(predicted.get(role) or []) - (len(found) - len(sure))
        for g, p in sure:
            for code in ("country", "sector"):
                if g[code] != "?":
                    self.fields[code, "n"] += 1
                    self.fields[code, "hit"] += g[code] == p.get(code)

    def figures(self) -> Figures:
        """All figures by name."""
        precision, recall, f1 = f_score(self.hit, self.hit + self.wrong, self.want)
        found = {
            "precision": precision,
            "recall": recall,
            "F1": f1,
            "coded in 100 quiet sentences": 100 * self.quiet_wrong / max(self.quiet, 1),
        }
        for name in ("actors", "recipients", "place", "claimed_by", *FIELDS):
            found[f"{name} F1"] = f_score(
                self.fields[name, "hit"], self.fields[name, "predicted"], self.fields[name, "gold"]
            )[2]
        for name in ("country", "sector", "status"):
            found[f"{name} accuracy"] = self.fields[name, "hit"] / max(self.fields[name, "n"], 1)
        return found


def pairs(gold: Row, predicted: Row, role: str, sentence: str) -> list[tuple[Row, Row]]:
    """Gold and predicted parties of a role whose words overlap, each used once."""
    left, found = list(predicted.get(role) or []), []
    for g in sorted(gold[role], key=lambda e: not e.get("required", True)):
        match = next((p for p in left if overlap(g["text"], p["text"], sentence)), None)
        if match is not None:
            left.remove(match)
            found.append((g, match))
    return found


def score_gold(gold: Sequence[Row], predictions: Sequence[Row]) -> Figures:
    """The suite's figures for predictions in the flat format."""
    return tally_gold(gold, predictions).figures()


def tally_gold(gold: Sequence[Row], predictions: Sequence[Row]) -> Tally:
    """The suite's counts, types apart."""
    by_id = {p["id"]: p["events"] for p in predictions}
    tally = Tally()
    for item in gold:
        tally.item(item, by_id.get(item["id"], []))
    return tally
