"""Fits the confidence weights: logistic regression over the readings of the development data.

Run as ``python -m bench.calibrate``. An event of the gold items is right when it matches a mention; one of a labelled
sentence as far as people said yes to its type. A ridge penalty keeps the weights of rare features near zero. Prints the
reliability of the result; ``--write`` puts it into a lexicon folder, and ``--folds`` tells what it is worth on text that it
was not fitted on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.data import shared_dir
from bench.development import KINDS, Development, Read, development
from bench.logistic import regress
from bench.wording import fit_wording, hand_set, write_wording
from marsad.event.confidence import confidence
from marsad.event.wording import feature
from marsad.lexicon.source import lexicon_dir, read_yaml
from marsad.lexicon.weights import ANY, Weights, weights_by_type, weights_of
from marsad.lexicon.wording import Wording

STEPS, RIDGE = 200, 12.0
GOLD_SHARE = 3  # a gold item's event weighs as much as this many labelled sentences: its negatives are exhaustive

# Labels of sentences are stricter than events of the gold items: an offset a suite takes up the difference and is dropped.
DOMAIN = "suite="
OWN = "/"  # between a type and the feature that it has a weight of its own for
Sample = tuple[frozenset[str], float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """What is fitted: the weights of features by type and the table of words."""

    weights: Weights
    wording: Wording

    def confidence(self, read: Read) -> float:
        """The confidence that the reader would give an event."""
        worded = [feature(read.words, self.wording, read.type)] if read.type in self.wording.scales else []
        return confidence([*read.features, *worded], weights_of(self.weights, read.type))


def samples(data: Development) -> Iterator[Sample]:
    """(features, how right, weight) of every event read."""
    for item in data.items:
        judged = zip(item.events, item.right, strict=True)
        yield from ((with_own(read), float(right), GOLD_SHARE) for read, right in judged if right is not None)
    for sentence in data.sentences:
        domain = frozenset({f"{DOMAIN}{sentence.type}"})
        yield from ((with_own(read) | domain, sentence.share, 1.0) for read in sentence.events)


def with_own(read: Read) -> frozenset[str]:
    """The features of an event, each a second time as its type's own where the type has labels of its own."""
    if read.type not in KINDS.values():
        return read.features
    return read.features | {f"{read.type}{OWN}{name}" for name in read.features}


def fit(data: Sequence[Sample], fixed: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the data likeliest under the penalty; ``fixed`` ones stay, and the bias has no penalty."""
    number = {name: n for n, name in enumerate(sorted({name for names, _, _ in data for name in names} | set(fixed)))}
    rows = [[(number[name], 1.0) for name in sorted(names)] for names, _, _ in data]
    penalties = [0.0 if name == "bias" else RIDGE for name in number]
    held = {number[name]: value for name, value in fixed.items()}
    values = regress(rows, [right for _, right, _ in data], penalties, [weight for _, _, weight in data], held, STEPS)
    return dict(zip(number, values, strict=True))


def fit_model(data: Development, folder: Path) -> Model:
    """Both parts, fitted on ``data``; what ``folder`` sets by hand stays. Words come on top of features, not among them:

    fitted together, words would take the place of features that hold for other types and other newspapers as well.
    """
    fixed = read_yaml(folder / "confidence.yaml").get("fixed") or {}
    unmoved = dict(fixed) | {f"{type_}{OWN}{name}": 0.0 for type_ in KINDS.values() for name in fixed}
    general, own = divided(fit(list(samples(data)), unmoved))
    return Model(weights_by_type(general, own), fit_wording(data.sentences, hand_set(folder)))


def divided(weights: Mapping[str, float]) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """General weights and, by type, those of its own; without what the suite itself is worth."""
    kept = {name: value for name, value in weights.items() if not name.startswith(DOMAIN)}
    own = {type_: _under(f"{type_}{OWN}", kept) for type_ in KINDS.values()}
    return {name: value for name, value in kept.items() if OWN not in name}, own


def _under(prefix: str, weights: Mapping[str, float]) -> dict[str, float]:
    return {name.removeprefix(prefix): value for name, value in weights.items() if name.startswith(prefix)}


def reliability(data: Development, model: Model) -> list[tuple[str, int, float, float]]:
    """For each tenth of confidence: how many events, their mean confidence and the share that is right."""
    judged = [
        (model.confidence(read), float(right), GOLD_SHARE)
        for item in data.items
        for read, right in zip(item.events, item.right, strict=True)
        if right is not None
    ]
    judged += [(model.confidence(read), s.share, 1) for s in data.sentences for read in s.events]
    return [row for tenth in range(10) if (row := _tenth(judged, tenth))]


def _tenth(judged: Sequence[tuple[float, float, int]], tenth: int) -> tuple[str, int, float, float] | None:
    inside = [(p, right, w) for p, right, w in judged if tenth <= p * 10 < tenth + 1 or (tenth == 9 and p == 1)]
    if not inside:
        return None
    weight = sum(w for _, _, w in inside)
    return (
        f"0.{tenth}",
        len(inside),
        sum(p * w for p, _, w in inside) / weight,
        sum(right * w for _, right, w in inside) / weight,
    )


def main() -> None:
    """Fit, print the reliability table, cross-validate with ``--folds``, and write the result with ``--write``."""
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__)
    parser.add_argument("--data", help="folder with bench/")
    parser.add_argument("--write", type=Path, help="lexicon folder whose confidence.yaml and wording.yaml to rewrite")
    parser.add_argument("--folds", type=int, help="cross-validate with so many parts, at least 2")
    parser.add_argument("--rounds", type=int, default=1, help="divisions into parts to average over (default: 1)")
    given = parser.parse_args()
    folder = shared_dir(given.data)
    if folder is None:
        parser.error("no benchmark data: give --data")
    if given.folds is not None and (given.folds < 2 or given.rounds < 1):
        parser.error("--folds must be 2 or more, --rounds 1 or more")
    data = development(folder)
    if given.folds is not None:
        from bench.crossval import cross_validate

        for name, value in cross_validate(data, given.folds, given.rounds).items():
            print(f"{name:44}{value:12.3f}")
        return
    model = fit_model(data, lexicon_dir())
    for row in reliability(data, model):
        print(f"{row[0]}  {row[1]:5}  said {row[2]:.2f}  was {row[3]:.2f}")
    if given.write:
        write(given.write, model)


def write(folder: Path, model: Model) -> None:
    """Replace the weights below the comments of both files."""
    path = folder / "confidence.yaml"
    fixed = read_yaml(path).get("fixed") or {}
    head = path.read_text(encoding="utf-8").split("\nweights:")[0]
    general = model.weights[ANY]
    lines = [
        "\nweights:\n",
        *_lines({name: value for name, value in general.items() if name not in fixed}, 2),
        "own:\n",
    ]
    for type_, weights in sorted(model.weights.items()):
        if type_ != ANY:
            lines += [f"  {type_}:\n", *_lines({n: value - general.get(n, 0.0) for n, value in weights.items()}, 4)]
    path.write_text(f"{head}{''.join(lines)}", encoding="utf-8")
    write_wording(folder / "wording.yaml", model.wording)


def _lines(weights: Mapping[str, float], indent: int) -> Iterator[str]:
    told = ((name, value) for name, value in sorted(weights.items()) if abs(value) >= 0.005)
    yield from (f"{' ' * indent}{name}: {value:.2f}\n" for name, value in told)


if __name__ == "__main__":
    main()
