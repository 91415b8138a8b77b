"""When Python looks for reference cycles: never while a page is read, and seldom where page after page is.

Each search walks all that was made since the last, or all tables; reading leaves no cycle behind. The settings are the
process's own, so :func:`collect_seldom` is for programs that do little else than read: commands, workers, the benchmark.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (200_000, 20, 100)  # objects more than before that start a search, and how many searches make a deeper one


def collect_seldom() -> None:
    """Search for cycles after many pages, not after each; call it before the tables are loaded, which starts faster too."""
    gc.set_threshold(*SELDOM)


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search within; the process's setting is put back as it was found."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
