"""A headless Chromium and the desk served to it, for end-to-end tests."""

import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
import tools.served

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"


def chromium():
    """The path of the browser; skips the test, with a reason, where there is none."""
    path = tools.served.chromium()
    if path is None:
        pytest.skip(tools.served.NO_BROWSER)
    return path


@contextmanager
def served():
    """The open archive's desk on a free port of this machine; the address."""
    from waitress import create_server

    from marsad.desk.wsgi import application

    server = create_server(application, host="127.0.0.1", port=0, threads=4, ident=None)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(timeout=5)


def serious_findings(page):
    """What axe-core finds of serious or critical impact on a page, as lines to read."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # evaluated by the debugger: the page's own policy stays strict
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
