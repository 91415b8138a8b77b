"""What fitted weights are worth on text that they were not fitted on.

The gold items and the documents of the labelled sentences are dealt into parts; each part is scored with weights fitted on
the others. The rules and the lexicon were written with all of the data in view: only the fit is tested, not they.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bench.calibrate import Model, fit_model
from bench.development import KINDS, Development, GoldItem, Labelled
from bench.gold import score_gold
from bench.gsr import average_precision
from marsad.lexicon.source import lexicon_dir
from marsad.reader import MIN_CONFIDENCE

Figures = dict[str, float]
Scored = dict[str, list[tuple[float, bool]]]
GOLD_FIGURES = ("precision", "recall", "F1", "coded in 100 quiet sentences")


def cross_validate(data: Development, folds: int, rounds: int = 1) -> Figures:
    """The figures at the reader's threshold, averaged over ``rounds`` divisions into ``folds`` parts."""
    found = [_round(data, folds, random.Random(number)) for number in range(rounds)]  # noqa: S311 - deals, hides nothing
    return {name: sum(figures[name] for figures in found) / rounds for name in found[0]}


def _round(data: Development, folds: int, dice: random.Random) -> Figures:
    items = _deal([item.gold["id"] for item in data.items], folds, dice)
    documents = _deal([sentence.document for sentence in data.sentences], folds, dice)
    scored: Scored = defaultdict(list)
    predicted: list[dict[str, object]] = []
    for fold in range(folds):
        rest = Development(
            tuple(item for item in data.items if items[item.gold["id"]] != fold),
            tuple(sentence for sentence in data.sentences if documents[sentence.document] != fold),
        )
        model = fit_model(rest, lexicon_dir())
        predicted += [shown(item, model) for item in data.items if items[item.gold["id"]] == fold]
        ranked(model, [s for s in data.sentences if documents[s.document] == fold], scored)
    gold = score_gold([item.gold for item in data.items], predicted)
    precision = {f"average precision {t}": average_precision(scored[t]) for t in KINDS.values()}
    return {name: gold[name] for name in GOLD_FIGURES} | precision


def _deal(keys: Sequence[str], folds: int, dice: random.Random) -> Mapping[str, int]:
    """Key → its part."""
    shuffled = sorted(set(keys))
    dice.shuffle(shuffled)
    return {key: number % folds for number, key in enumerate(shuffled)}


def shown(item: GoldItem, model: Model) -> dict[str, object]:
    """An item's flat prediction with the events that the reader would show."""
    rows = zip(item.flat["events"], item.events, strict=True)
    return {**item.flat, "events": [row for row, read in rows if model.confidence(read) >= MIN_CONFIDENCE]}


def ranked(model: Model, sentences: Sequence[Labelled], scored: Scored) -> None:
    """Adds each clearly labelled sentence: the confidence of its best event, and whether it was labelled yes."""
    for sentence in sentences:
        if sentence.label != "ambiguous":
            best = max((model.confidence(read) for read in sentence.events), default=0.0)
            scored[sentence.type].append((best, sentence.label == "yes"))
