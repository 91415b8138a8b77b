"""The desk under several readers: how long each kind of page takes over a large archive.

    python -m bench.desk --archive PATH [--readers 4] [--requests 60] [--seed 1]

Starts ``marsad desk`` on a free port of this machine and asks for pages as readers do, each reader one after another,
every kind of page equally often and in a random order that the seed fixes. Prints the table of docs/desk.md. The archive
is the one that ``python -m bench.archive --archive PATH`` makes; nothing in it is changed but the desk's own tables.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from tools.served import desk, session

WAIT = 60  # seconds that an answer may take before the run fails


@dataclass
class Tally:
    """The times of each kind of page, in milliseconds, their sizes in bytes, and the answers that were no page."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True, slots=True)
class Served:
    """Where the desk answers, and the cookies of who is signed in."""

    host: str
    cookies: str

    def connection(self) -> http.client.HTTPConnection:
        """A connection of one reader."""
        return http.client.HTTPConnection(self.host, timeout=WAIT)

    def get(self, connection: http.client.HTTPConnection, address: str) -> tuple[int, bytes]:
        """The status and the body of a page."""
        connection.request("GET", address, headers={"Cookie": self.cookies})
        answer = connection.getresponse()
        return answer.status, answer.read()

    def status(self, address: str) -> int:
        """The status of one page; the first of its kind also warms what loads once."""
        connection = self.connection()
        found, _body = self.get(connection, address)
        connection.close()
        return found


def main() -> None:
    """Start, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", required=True)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--requests", type=int, default=60, help="of each kind of page, by all readers together")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    kinds = addresses(asked.archive, asked.requests, random.Random(asked.seed))  # noqa: S311 - a sample, no secret
    with desk("--archive", asked.archive) as served:
        there = Served(urlsplit(served.address).netloc, session(served.address))
        answered = {kind: some for kind, some in kinds.items() if there.status(some[0]) == http.client.OK}
        missing = sorted(set(kinds) - set(answered))
        begun = time.perf_counter()
        tally = read(there, answered, asked.readers, asked.seed)
        print(table(tally))
        print(facts(tally, time.perf_counter() - begun, asked.readers, served.pid))
    if missing or tally.wrong:
        raise SystemExit(f"no page: {missing}; wrong answers: {tally.wrong[:5]}")


def addresses(archive: str, count: int, chance: random.Random) -> dict[str, list[str]]:
    """For each kind of page as many addresses as are asked for, drawn from what the archive holds."""
    from marsad.store.archive import open_archive

    open_archive(archive)
    from marsad.store import models

    articles = list(models.Reading.objects.filter(current=True).values_list("article", flat=True))
    entities = list(models.Entity.objects.values_list("key", "name"))
    events = list(models.Event.objects.filter(current=True).values_list("pk", flat=True)[:5000])
    places = ["حلب", "تعز", "صنعاء", "غزة", "بغداد", "سيناء", "دمشق", "بنغازي"]
    words = ["قصف", "الرئيس", "مجلس الأمن", "هدنة", "مظاهرة", "قتلى", "اعتقال", "طائرات"]
    types = ["ASSAULT", "PROTEST", "COERCE", "CONSULT", "AGREE", "ACCUSE", "REQUEST", "MOBILIZE"]

    def draw(make: Callable[[Any], str], some: Sequence[Any]) -> list[str]:
        return [make(chance.choice(some)) for _ in range(count)]

    narrow = [f"type={t}&place={quote(p)}" for t in types for p in places]
    periods = [f"from=2015-0{m}&to=2015-0{m}&type={t}" for m in (7, 8) for t in types]
    return {
        "front page": ["/"] * count,
        "front page, next pages": draw(lambda n: f"/?page={n}", list(range(2, 40))),
        "front page, a type": draw(lambda t: f"/?type={t}", types),
        "front page, type and place": draw(lambda q: f"/?{q}", narrow),
        "front page, an actor": draw(lambda e: f"/?who={quote(e[0])}", entities),
        "front page, words": draw(lambda w: f"/?q={quote(w)}", words),
        "front page, articles": draw(lambda q: f"/?{q}&tab=articles", narrow),
        "article": draw(lambda n: f"/article/{n}/", articles),
        "entity": draw(lambda e: f"/entity/{quote(e[0])}/", entities),
        "map": draw(lambda q: f"/map/?{q}", periods),
        "map, its data": draw(lambda q: f"/map/events.geojson?{q}", ["", *periods]),
        "timeline": draw(lambda q: f"/timeline/?{q}", ["", *periods]),
        "network": draw(lambda q: f"/network/?{q}", ["", *periods]),
        "API, events": draw(lambda q: f"/api/1/events?{q}", narrow)[: count // 2],  # below its limit for an address
        "API, an event": draw(lambda n: f"/api/1/events/{n}", events)[: count // 2],
        "review, its queue": draw(lambda q: f"/review/?{q}", ["", *periods]),
        "review, an event": draw(lambda n: f"/review/event/{n}/", events),
    }


def read(there: Served, kinds: dict[str, list[str]], readers: int, seed: int) -> Tally:
    """Let readers ask for all pages, in an order of chance."""
    pages = [(kind, address) for kind, some in kinds.items() for address in some]
    random.Random(seed).shuffle(pages)  # noqa: S311 - an order, no secret
    tally = Tally()
    threads = [threading.Thread(target=_reader, args=(there, pages[n::readers], tally)) for n in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def _reader(there: Served, pages: list[tuple[str, str]], tally: Tally) -> None:
    connection = there.connection()
    for kind, address in pages:
        begun = time.perf_counter()
        status, body = there.get(connection, address)
        taken = (time.perf_counter() - begun) * 1000
        with tally.lock:
            tally.times[kind].append(taken)
            tally.sizes[kind].append(len(body))
            if status != http.client.OK:
                tally.wrong.append(f"{status} {address}")
    connection.close()


def table(tally: Tally) -> str:
    """Each kind of page, and all."""
    rows = ["| page | median, ms | p95, ms | size, kB |", "| --- | ---: | ---: | ---: |"]
    every = [taken for some in tally.times.values() for taken in some]
    sizes = [size for some in tally.sizes.values() for size in some]
    for kind, times in [*tally.times.items(), ("**all pages**", every)]:
        size = statistics.median(tally.sizes.get(kind, sizes)) / 1000
        rows.append(f"| {kind} | {statistics.median(times):.0f} | {share(times, 0.95):.0f} | {size:.0f} |")
    return "\n".join(rows)


def share(times: list[float], part: float) -> float:
    """The time within which a part of the answers came."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


def facts(tally: Tally, seconds: float, readers: int, pid: int) -> str:
    """How many answers came in which time, with how much of the processors (others may load the machine), and memory."""
    count = sum(map(len, tally.times.values()))
    cpu = f", {_cpu_of(pid) / count * 1000:.0f} ms of CPU each" if _cpu_of(pid) else ""
    peak = re.search(r"VmHWM:\s+(\d+) kB", _status_of(pid))
    memory = f", {int(peak[1]) // 1024} MB of memory at most" if peak else ""
    return f"{count} pages for {readers} readers in {seconds:.0f} s, {count / seconds:.0f} a second{cpu}{memory}"


def _cpu_of(pid: int) -> float:
    """Seconds of CPU that a process has taken, the start among them; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    user, system = fields[11:13]  # the fields behind the name: utime and stime
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _status_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return ""


if __name__ == "__main__":
    main()
