"""``python -m bench.places [ANNOTATIONS.jsonl] [--data DIR]``: place names to the right entry and the right country.

A line of the annotations: ``{"id", "sentence", "places": [{"span", "ids", "countries", "optional"}, …]}``, spans in code
points of the sentence with that number in the corpus article with that id; ``ids`` GeoNames ids (several where the words
may mean the town or its governorate; none where GeoNames' number is not known). The text itself stays in the corpus:
``bench/places.jsonl``, which is taken where no file is given, holds numbers alone. Optional places, such as a region
inside an office's name, are neither rewarded nor punished.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from bench.data import Row, articles, read_jsonl, shared_dir
from marsad.page import read_page
from marsad.reader import Reader
from marsad.record import Place


def score(reader: Reader, rows: list[Row], corpus: Path, wrong: list[str]) -> dict[str, float]:
    """The suite's figures; what is wrong is appended to ``wrong``, one line each."""
    counts: Counter[str] = Counter()
    by_id = {row["id"]: row for row in rows}
    for article in articles(corpus, set(by_id)):
        row = by_id[article["id"]]
        page = read_page(f"{article['title']}\n\n{article['content']}")
        sentence, places = reader.places(page)[row["sentence"]]
        _count(row["places"], places, sentence.span.start, page.text, counts, wrong)
    return {
        "sentences": len(rows),
        "places": counts["wanted"],
        "found": counts["found"] / max(counts["wanted"], 1),
        "right entry": counts["entry"] / max(counts["with id"], 1),
        "right country": counts["country"] / max(counts["found"], 1),
        "right entry of all": counts["entry"] / max(counts["all with id"], 1),
        "right country of all": counts["country"] / max(counts["wanted"], 1),
        "not a place, in 100 sentences": 100 * counts["spurious"] / max(len(rows), 1),
    }


def _count(
    wanted: list[Row], places: tuple[Place, ...], start: int, text: str, counts: Counter[str], wrong: list[str]
) -> None:
    left = list(places)
    for place in wanted:
        first, last = (start + offset for offset in place["span"])
        same = next((p for p in left if p.span.start < last and first < p.span.stop), None)
        if same is not None:
            left.remove(same)
        if place["optional"]:
            continue
        counts["wanted"] += 1
        counts["all with id"] += bool(place["ids"])
        if same is None:
            wrong.append(f"missed\t{text[first:last]}")
            continue
        entry = (same.id or "").removeprefix("geonames:") in place["ids"]
        country = same.country in place["countries"]
        counts["found"] += 1
        counts["with id"] += bool(place["ids"])
        counts["entry"] += entry
        counts["country"] += country
        if not country or (place["ids"] and not entry):
            wrong.append(f"resolved\t{text[first:last]}\t{same.id} {same.name_en} {same.country}: {same.reason}")
    counts["spurious"] += len(left)
    wrong += [f"spurious\t{place.span.of(text)}\t{place.rule} {place.id}" for place in left]


def main() -> None:
    """Print the figures, and with ``-v`` what is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("annotations", type=Path, nargs="?", default=Path(__file__).with_suffix(".jsonl"))
    parser.add_argument("--data", help="folder with corpora/")
    parser.add_argument("-v", action="store_true", help="what is wrong, one line each")
    options = parser.parse_args()
    shared = shared_dir(options.data)
    if shared is None or not options.annotations.exists():
        print("places: skipped, as the corpus or the annotations are absent")
        return
    wrong: list[str] = []
    figures = score(Reader(), read_jsonl(options.annotations), shared / "corpora/saudinewsnet.jsonl.gz", wrong)
    for name, value in figures.items():
        print(f"{name:32}{value:8.3f}")
    if options.v:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
