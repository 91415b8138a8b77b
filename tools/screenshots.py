"""Pictures of the desk's main pages for the README: ``python -m tools.screenshots [FOLDER]``, by default docs/images.

Serves the sample archive on this machine, signs in with the one-time key as a newcomer does, and photographs each page in
headless Chromium (``MARSAD_CHROMIUM``, else the system's).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from playwright.sync_api import ViewportSize

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
SIZE: ViewportSize = {"width": 1280, "height": 860}
FLAGS = [
    "--no-sandbox",
    "--enable-unsafe-swiftshader",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--disable-background-networking",
]
SETTLED = 1500  # milliseconds after the network is quiet: the map draws its labels last
# file, address, colours
PAGES: tuple[tuple[str, str, Literal["light", "dark"]], ...] = (
    ("front-ar", "/", "light"),
    ("article-ar", "/article/{article}/", "light"),
    ("map-en", "/en/map/", "light"),
    ("review-ar", "/review/", "dark"),
)


def main() -> None:
    """Take all pictures."""
    from playwright.sync_api import sync_playwright

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, desk(home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        for name, path, colours in PAGES:
            page.emulate_media(color_scheme=colours)
            photograph(page, path, folder / f"{name}.png")
            print(folder / f"{name}.png")
        browser.close()


def photograph(page: Any, path: str, file: Path) -> None:
    """One page; the article is the first that the front page leads to, with its first event chosen."""
    if "{article}" in path:
        page.goto(urljoin(page.url, "/"))
        path = page.locator("main a[href*='/article/']").first.get_attribute("href").partition("#")[0]
    page.goto(urljoin(page.url, path), wait_until="networkidle")
    if "/article/" in path:
        page.keyboard.press("j")  # chooses the first event
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=str(file))


def chromium() -> str:
    """The browser's path. Raises :class:`SystemExit` where there is none."""
    path = os.environ.get("MARSAD_CHROMIUM") or shutil.which("chromium")
    if not path:
        raise SystemExit("needs a browser: install Debian's chromium, or set MARSAD_CHROMIUM")
    return path


@contextmanager
def desk(home: str) -> Iterator[str]:
    """The sample archive's desk; the address whose key signs in, once."""
    command = [sys.executable, "-m", "marsad", "desk", "--sample", "--port", "0"]
    environment = {**os.environ, "XDG_DATA_HOME": home, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)  # noqa: S603 - ourselves
    assert process.stdout is not None
    try:
        yield next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
    finally:
        process.terminate()
        process.wait(timeout=10)


if __name__ == "__main__":
    main()
