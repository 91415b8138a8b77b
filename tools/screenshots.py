"""Pictures of the desk's main pages for the README: ``python -m tools.screenshots [FOLDER]``, by default docs/images.

Serves the sample archive on this machine, signs in with the one-time key as a newcomer does, and photographs each page in
headless Chromium (``MARSAD_CHROMIUM``, else the system's).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from playwright.sync_api import ViewportSize

from tools.served import FLAGS, NO_BROWSER, chromium, desk

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
SIZE: ViewportSize = {"width": 1280, "height": 860}
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

    path = chromium()
    if path is None:
        raise SystemExit(NO_BROWSER)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        desk("--sample", XDG_DATA_HOME=home) as served,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport=SIZE)
        page.goto(served.address)
        for name, address, colours in PAGES:
            page.emulate_media(color_scheme=colours)
            photograph(page, address, folder / f"{name}.png")
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


if __name__ == "__main__":
    main()
