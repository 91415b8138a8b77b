"""Suite *speed*: sentences a second on one core, cold start of one page, and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.data import Row
from marsad.page import read_fields
from marsad.reader import Reader
from marsad.record import Page

COLD_RUNS = 3


def score_throughput(reader: Reader, articles: Sequence[Row]) -> dict[str, float]:
    """Text to events over whole articles, the first one not counted (it loads the tables)."""
    pages = [read_fields(row["title"], row["content"], published=row["date_extracted"][:10]) for row in articles]
    reader.read_page(pages[0])
    start = time.perf_counter()
    sentences = sum(len(reader.read_page(page).sentences) for page in pages)
    seconds = time.perf_counter() - start
    return {
        "articles": len(pages),
        "sentences a second": sentences / seconds,
        "articles a second": len(pages) / seconds,
    }


def score_linear(reader: Reader) -> dict[str, float]:
    """How much longer a text ten times as long takes, the best of three runs of each: 10 is linear."""
    sentence = "وقال مصدر عسكري إن الطيران قصف مواقع المسلحين في ريف المدينة، ما أدى إلى مقتل عشرة منهم. "
    times = []
    for count in (200, 2000):
        page = read_fields("", sentence * count)
        times.append(min(_seconds(reader, page) for _ in range(3)))
    return {"times as long for ten times the text": times[1] / times[0]}


def _seconds(reader: Reader, page: Page) -> float:
    start = time.perf_counter()
    reader.read_page(page)
    return time.perf_counter() - start


def score_cold(page: Path) -> dict[str, float]:
    """A whole ``marsad read`` of one page as a process: median seconds and peak memory in MB (Linux)."""
    code = (
        "import sys\n"
        "from marsad.cli import main\n"
        "try: main(['read', sys.argv[1], '--format', 'flat', '-o', '/dev/null'])\n"
        "except SystemExit: pass\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )  # not getrusage: its maximum counts the parent's pages from before exec
    runs = []
    for _ in range(COLD_RUNS):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, str(page)], capture_output=True, text=True, check=True, env=os.environ
        )
        runs.append((time.perf_counter() - start, int(done.stdout.splitlines()[-1]) / 1024))
    seconds, memory = sorted(runs)[len(runs) // 2]
    return {"cold start seconds": seconds, "peak memory MB": memory}
