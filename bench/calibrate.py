"""Fits the confidence weights: logistic regression over the readings of the development data.

Run as ``python -m bench.calibrate``. An event of the gold items is right when it matches
a mention; of the labelled sentences, when people said yes to its type. A ridge penalty
keeps the weights of rare features near zero. Prints the reliability of the result.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.data import Row, read_jsonl, shared_dir
from bench.gold import overlap
from bench.read import article_of
from marsad.lexicon.source import lexicon_dir, read_yaml
from marsad.reader import Reader
from marsad.record import Article, EventMention

STEPS, RATE, RIDGE = 400, 0.5, 4.0
GOLD_SHARE = 5  # a gold item's event weighs as much as this many labelled sentences: its negatives are exhaustive

# Labels of sentences are stricter than events of the gold items: an offset a suite takes up the difference and is dropped.
DOMAIN = "suite="
Sample = tuple[frozenset[str], bool, float]


def samples(reader: Reader, bench: Path) -> Iterator[Sample]:
    """(features, right, weight) of every event read in the development data."""
    for item in read_jsonl(bench / "gold/dev.jsonl"):
        article = article_of(reader, item)
        for event in article.events:
            verdict = judge(article, event, item)
            if verdict is not None:
                yield _features(event), verdict, GOLD_SHARE
    for name in ("assault", "protest"):
        for row in read_jsonl(bench / f"gsr/{name}.jsonl"):
            if row["label"] != "ambiguous":
                article = article_of(reader, {"id": row["id"], "sentences": [row["text"]]})
                events = [e for e in article.events if e.type == name.upper() and e.status in ("fact", "historical")]
                domain = frozenset({f"{DOMAIN}{name}"})
                yield from ((_features(event) | domain, row["label"] == "yes", 1.0) for event in events)


def judge(article: Article, event: EventMention, item: Row) -> bool | None:
    """Whether the gold has the event; ``None`` where one annotator alone made it."""
    block = article.sentences[event.sentence].block
    words = event.trigger.of(article.text)
    found = [
        m
        for m in item["events"]
        if m["s"] == block and m["type"] == event.type and overlap(m["trigger"], words, item["sentences"][block])
    ]
    if not found:
        return False
    return True if any(m["required"] for m in found) else None


def _features(event: EventMention) -> frozenset[str]:
    return frozenset(event.rules["confidence"].split())


def fit(data: Sequence[Sample], fixed: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the data likeliest under the penalty, by gradient descent from zero; ``fixed`` ones stay."""
    weights = dict.fromkeys({name for names, _, _ in data for name in names}, 0.0) | dict(fixed)
    total = sum(weight for _, _, weight in data)
    for _ in range(STEPS):
        slope = dict.fromkeys(weights, 0.0)
        for names, right, weight in data:
            error = (_probability(names, weights) - right) * weight
            for name in names:
                slope[name] += error
        for name, value in weights.items():
            if name in fixed:
                continue
            penalty = 0.0 if name == "bias" else RIDGE * value
            weights[name] = value - RATE * 4 * (slope[name] + penalty) / total
    return weights


def _probability(names: frozenset[str], weights: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) for name in names)))


def reliability(data: Sequence[Sample], weights: dict[str, float]) -> list[tuple[str, int, float, float]]:
    """For each tenth of confidence: how many events, their mean confidence and the share that is right."""
    rows = []
    for tenth in range(10):
        inside = [
            (p, right, w) for names, right, w in data if tenth <= (p := _probability(names, weights)) * 10 < tenth + 1
        ]
        weight = sum(w for _, _, w in inside)
        if inside:
            rows.append(
                (
                    f"0.{tenth}",
                    len(inside),
                    sum(p * w for p, _, w in inside) / weight,
                    sum(r * w for _, r, w in inside) / weight,
                )
            )
    return rows


def main() -> None:
    """Fit, print the reliability table, and write the weights with ``--write``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder with bench/")
    parser.add_argument("--write", type=Path, help="confidence.yaml to rewrite")
    given = parser.parse_args()
    folder = shared_dir(given.data)
    if folder is None:
        raise SystemExit("no benchmark data: give --data")
    data = list(samples(Reader(min_confidence=0.0), folder / "bench"))
    fixed = read_yaml(lexicon_dir() / "confidence.yaml").get("fixed") or {}
    weights = fit(data, fixed)
    for row in reliability(data, weights):
        print(f"{row[0]}  {row[1]:5}  said {row[2]:.2f}  was {row[3]:.2f}")
    if given.write:
        write(given.write, {name: value for name, value in weights.items() if name not in fixed})


def write(path: Path, weights: dict[str, float]) -> None:
    """Replace the weights below the file's comment."""
    head = path.read_text(encoding="utf-8").split("weights:")[0]
    lines = [
        f"  {name}: {value:.2f}\n"
        for name, value in sorted(weights.items())
        if abs(value) >= 0.005 and not name.startswith(DOMAIN)
    ]
    path.write_text(f"{head}weights:\n{''.join(lines)}", encoding="utf-8")


if __name__ == "__main__":
    main()
