"""``python -m bench``: runs every suite, prints its table, checks the floors, writes the README's tables."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.calibrate import Model, reliability
from bench.crossval import cross_validate
from bench.data import read_corpus, read_jsonl, shared_dir
from bench.development import development
from bench.fresh import DEVELOPMENT, TEST, fresh_items
from bench.gold import score_gold
from bench.gsr import score_detection, score_spans
from bench.ner import score_ner
from bench.read import labelled, predictions
from bench.readme import patch_readmes
from bench.speed import score_cold, score_linear, score_throughput
from bench.times import score_folder
from marsad.reader import MIN_CONFIDENCE, Reader

FLOORS = Path(__file__).parent / "floors.json"
ROOT = Path(__file__).parents[1]
FOLDS = 5
ARTICLES = 300  # of the corpus, for throughput: about 3,000 sentences
Table = dict[str, float]


def gold(reader: Reader, data: Path) -> Table:
    """Typed event mentions of the gold items."""
    items = read_jsonl(data / "bench/gold/dev.jsonl")
    return score_gold(items, list(predictions(reader, items)))


def fresh(name: str) -> Callable[[Reader, Path], Table]:
    """Typed event mentions of annotated articles that the rules were not written on."""

    def run(reader: Reader, data: Path) -> Table:
        items = fresh_items(data, name)
        return score_gold(items, list(predictions(reader, items))) if items else {}

    return run


def gsr_detection(kind: str) -> Callable[[Reader, Path], Table]:
    """The detection suite of one event type."""

    def run(reader: Reader, data: Path) -> Table:
        rows = read_jsonl(data / f"bench/gsr/{kind}.jsonl")
        return score_detection(rows, list(predictions(reader, labelled(rows))), kind.upper())

    return run


def gsr_spans(kind: str) -> Callable[[Reader, Path], Table]:
    """The spans suite of one event type."""

    def run(reader: Reader, data: Path) -> Table:
        rows = read_jsonl(data / f"bench/gsr/{kind}_spans.jsonl")
        return score_spans(rows, list(predictions(reader, labelled(rows))), kind.upper())

    return run


def ner(reader: Reader, data: Path) -> Table:
    """Names of the validation sample."""
    return score_ner(reader, data / "bench/ner/val.txt")


def times(reader: Reader, data: Path) -> Table:
    """Times in the TimeML documents of the data, else in our own."""
    return score_folder(reader, data, ROOT / "tests/timeml")


def speed(reader: Reader, data: Path) -> Table:
    """Throughput, linearity, cold start and memory."""
    articles = list(read_corpus(data / "corpora/saudinewsnet.jsonl.gz", ARTICLES))
    page = sorted((ROOT / "samples").glob("*.html"))[0]
    return score_throughput(reader, articles) | score_linear(reader) | score_cold(page)


def calibration(reader: Reader, data: Path) -> Table:
    """Share of right events by tenth of confidence (development data, on which the weights were fitted)."""
    found = development(data)
    model = Model(reader.lexicon.confidence, reader.lexicon.wording)
    return {f"right where confidence is {tenth}": was for tenth, _, _, was in reliability(found, model)}


def cross_validation(reader: Reader, data: Path) -> Table:
    """The gold items and labelled sentences, each fifth with weights fitted on the others."""
    return cross_validate(development(data), FOLDS)


SUITES: dict[str, Callable[[Reader, Path], Table]] = {
    "gold": gold,
    "fresh": fresh(DEVELOPMENT),
    "fresh test": fresh(TEST),
    "gsr detection ASSAULT": gsr_detection("assault"),
    "gsr detection PROTEST": gsr_detection("protest"),
    "gsr spans ASSAULT": gsr_spans("assault"),
    "gsr spans PROTEST": gsr_spans("protest"),
    "ner": ner,
    "times": times,
    "calibration": calibration,
    "cross-validation": cross_validation,
    "speed": speed,
}


def main() -> None:
    """Run the chosen suites."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("suites", nargs="*", help=f"any of: {', '.join(SUITES)} (default: all)")
    parser.add_argument("--data", help="folder with bench/ and corpora/ (default: MARSAD_SHARED or ../shared)")
    parser.add_argument("--gate", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument(
        "--raise-floors", action="store_true", help="write floors that this run has passed; they never fall"
    )
    parser.add_argument("--readme", action="store_true", help="rewrite the README's tables from this run")
    given = parser.parse_args()
    timeml = given.suites == ["times"] and given.data  # these need no other data
    data = Path(given.data) if timeml else shared_dir(given.data)
    if data is None:
        print("bench: skipped, there is no benchmark data here; give --data FOLDER")
        return
    tables = dict(_run(given.suites or list(SUITES), data))
    if given.raise_floors:
        raise_floors(tables)
    if given.readme:
        patch_readmes(ROOT, tables)
    if given.gate:
        sys.exit(gate(tables))


def _run(names: list[str], data: Path) -> Iterator[tuple[str, Table]]:
    reader = Reader(min_confidence=MIN_CONFIDENCE)
    for name in names:
        table = SUITES[name](reader, data)
        print(f"\n## {name}")
        for row, value in table.items():
            print(f"{row:44}{value:12.3f}")
        yield name, table


def gate(tables: dict[str, Table]) -> int:
    """1 where a figure lies below its floor (or above, for ``max:`` rows), saying which; else 0."""
    floors: dict[str, Table] = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed = [
        f"{suite}: {row.removeprefix('max:')} is {value:.3f}, {'limit' if row.startswith('max:') else 'floor'} {floor:.3f}"
        for suite, rows in floors.items()
        if tables.get(suite)
        for row, floor in rows.items()
        for value in [tables[suite][row.removeprefix("max:")]]
        if (value > floor if row.startswith("max:") else value < floor)
    ]
    print("\n" + ("\n".join(["gate: FAILED", *failed]) if failed else "gate: passed"))
    return 1 if failed else 0


def raise_floors(tables: dict[str, Table]) -> None:
    """Lift each floor to a hundredth below what this run reached; lower none. Times vary with the machine: theirs stay."""
    floors: dict[str, Table] = json.loads(FLOORS.read_text(encoding="utf-8"))
    for suite, rows in floors.items():
        for row, floor in rows.items():
            if not row.startswith("max:") and tables.get(suite) and suite != "speed":
                rows[row] = max(floor, round(tables[suite][row] - 0.01, 3))
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
