"""Suite *speed*: sentences a second on one core, cold start of one page, and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.data import Row
from marsad.collector import collect_seldom
from marsad.page import read_fields
from marsad.reader import Reader

COLD_RUNS = 3


def score_throughput(reader: Reader, articles: Sequence[Row]) -> dict[str, float]:
    """Text to events over whole articles, the first one not counted (it loads the tables), as the commands read them."""
    collect_seldom()
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
    """How much longer a text ten times as long takes (10 is linear), and one sentence of 300 tokens than ten of 30 (1 is)."""
    clause = "وقال مصدر عسكري إن الطيران قصف مواقع المسلحين في ريف المدينة، ما أدى إلى مقتل عشرة منهم"
    text = {count: f"{clause}. " * count for count in (200, 2000)}
    long = ("، ".join([f"{clause} وإصابة خمسة آخرين بجروح خطيرة أمس في ريف حلب"] * 10) + ". ") * 20
    short = f"{clause} وإصابة خمسة آخرين بجروح خطيرة أمس في ريف حلب. " * 200
    return {
        "times as long for ten times the text": _seconds(reader, text[2000]) / _seconds(reader, text[200]),
        "times as long in sentences of 300 tokens as of 30": _seconds(reader, long) / _seconds(reader, short),
    }


def _seconds(reader: Reader, text: str) -> float:
    """The best of three readings."""
    page, times = read_fields("", text), []
    for _ in range(3):
        start = time.perf_counter()
        reader.read_page(page)
        times.append(time.perf_counter() - start)
    return min(times)


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
