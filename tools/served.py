"""The desk as its command serves it, and the browser that looks at it: for benchmarks, pictures and tests."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, build_opener

# Chromium asks its maker's hosts for updates at each start; what is tested reaches nothing but this machine.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    # the map needs WebGL, which is drawn by the processor where there is no graphics card
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
]  # fmt: skip
NO_BROWSER = "needs a browser: install Debian's chromium, or set MARSAD_CHROMIUM"


def chromium() -> str | None:
    """The browser's path: ``MARSAD_CHROMIUM``, else the system's; ``None`` where there is none (see ``NO_BROWSER``)."""
    return os.environ.get("MARSAD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that answers: the address that it printed, with its key in the local mode, and its process."""

    address: str
    pid: int


@contextmanager
def desk(*options: str, **environment: str) -> Iterator[Desk]:
    """``marsad desk`` with some options on a free port of this machine, until the block ends.

    Raises :class:`SystemExit` where it does not start; what it says against that stands on standard error.
    """
    command = [sys.executable, "-m", "marsad", "desk", "--port", "0", *options]
    settings = {**os.environ, "PYTHONUNBUFFERED": "1", **environment}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=settings)  # noqa: S603 - ourselves
    assert process.stdout is not None
    try:
        address = next((found[0] for line in process.stdout if (found := re.search(r"http://\S+", line))), None)
        if address is None:
            raise SystemExit("the desk did not start")
        yield Desk(address, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=10)


def session(address: str) -> str:
    """The cookies of a browser that opened the printed address, as a header has them."""
    jar = CookieJar()
    build_opener(HTTPCookieProcessor(jar)).open(address, timeout=60).close()  # the page that it leads to
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
