"""The archive at size: time to add the corpus, file size, and how long searches and queries take.

    python -m bench.archive [--data SHARED] [--archive PATH] [--count N] [--jobs J] [--rounds R]

An archive that is there is completed, and measured. Prints the tables of docs/archive.md.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from bench.data import shared_dir
from marsad.page.item import Document, Form
from marsad.store.archive import open_archive

Question = Callable[[], object]


def main() -> None:
    """Add, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", help="folder with corpora/")
    parser.add_argument("--archive", help="where to make it; else a file that goes afterwards")
    parser.add_argument("--count", type=int, default=None, help="articles; all by default")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=15, help="times that each question is asked")
    asked = parser.parse_args()
    shared = shared_dir(asked.data)
    if shared is None:
        raise SystemExit("no data: give --data or set MARSAD_SHARED")
    with tempfile.TemporaryDirectory() as folder:
        open_archive(asked.archive or str(Path(folder) / "archive.sqlite3"), create=True)
        print(adding(islice(documents(shared / "corpora" / "saudinewsnet.jsonl.gz"), asked.count), asked.jobs))
        print(latencies(asked.rounds))


def documents(path: Path) -> Iterator[Document]:
    """The corpus as ``marsad add`` finds it."""
    with gzip.open(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            yield Document(path.name, Form.ITEM, line.rstrip(b"\n"), path=str(path), line=number)


def adding(found: Iterator[Document], jobs: int) -> str:
    """Add what is not there yet; the facts of the archive."""
    from marsad.store.ingest import add
    from marsad.store.pool import Settings
    from marsad.store.upkeep import facts

    begun = time.perf_counter()
    tally = add(found, Settings(), jobs=jobs)
    seconds = time.perf_counter() - begun
    cpu = {
        who: resource.getrusage(kind)
        for who, kind in (("own", resource.RUSAGE_SELF), ("readers", resource.RUSAGE_CHILDREN))
    }
    lines = [
        f"added {tally.read} articles, {tally.failed} failed, {tally.present} there already, in {seconds:.0f} s with {jobs} jobs"
    ]
    lines += [f"CPU, {who}: {used.ru_utime + used.ru_stime:.0f} s" for who, used in cpu.items()]
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in facts().items())])


def latencies(rounds: int) -> str:
    """Median and 95th percentile of each question, the CPU it takes (others may load the machine), and its answer."""
    rows = ["| question | median, ms | p95, ms | CPU, ms | found |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, ask in questions().items():
        answer, times = ask(), []
        cpu = time.process_time()
        for _ in range(rounds):
            begun = time.perf_counter()
            ask()
            times.append((time.perf_counter() - begun) * 1000)
        cpu = (time.process_time() - cpu) / rounds * 1000
        p95 = sorted(times)[int(0.95 * (rounds - 1))]
        rows.append(f"| {name} | {statistics.median(times):.0f} | {p95:.0f} | {cpu:.0f} | {answer} |")
    return "\n".join(rows)


def questions() -> dict[str, Question]:
    """What a reader of the desk asks: searches, filters with a page of 20 restored events, and facets."""
    from marsad.store.query import FACETS, Filter, events, facet
    from marsad.store.restore import restore_events
    from marsad.store.search.find import search

    def found(query: str) -> Question:
        return lambda: search(query).count

    def listed(asked: Filter) -> Question:
        def ask() -> int:
            restore_events(list(events(asked).values_list("pk", flat=True)[:20]))
            return events(asked).count()

        return ask

    def counted(asked: Filter, *names: str) -> Question:
        return lambda: sum(len(facet(events(asked), name)) for name in names)

    year, july = (date(2015, 1, 1), date(2015, 12, 31)), (date(2015, 7, 20), date(2015, 7, 31))
    return {
        "search: a rare word, «الإيزيديين»": found("الإيزيديين"),
        "search: a frequent word, «الرئيس»": found("الرئيس"),
        "search: two words": found("قصف تعز"),
        "search: a phrase, «مجلس الأمن الدولي»": found('"مجلس الأمن الدولي"'),
        "search: a beginning, «انتخاب*»": found("انتخاب*"),
        "20 latest events": listed(Filter()),
        "… of a type": listed(Filter(type=("ASSAULT",))),
        "… of a type and status, in a fortnight": listed(
            Filter(type=("ASSAULT",), status=("fact",), since=july[0], until=july[1])
        ),
        "… at a place": listed(Filter(place="تعز")),
        "… by a name": listed(Filter(who="الحوثيين")),
        "… by a country's army, against anybody": listed(Filter(who="SYR:MIL")),
        "… told by an outlet, 80 % sure": listed(Filter(source=("aawsat",), min_confidence=0.8)),
        "… in articles with a phrase": listed(Filter(text='"مجلس الأمن"')),
        "facet: types of all events": counted(Filter(), "type"),
        "facet: actors of all events": counted(Filter(), "actor"),
        "all seven facets, of a year": counted(Filter(since=year[0], until=year[1]), *FACETS),
        "all seven facets, of a type": counted(Filter(type=("ASSAULT",)), *FACETS),
    }


if __name__ == "__main__":
    main()
