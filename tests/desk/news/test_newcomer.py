"""``marsad desk`` for somebody who has nothing yet."""

import os
import socket
import subprocess
import sys
import time
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.desk.sample import with_sample


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty data folder, and no other archive named."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("MARSAD_DATABASE_URL", raising=False)
    return tmp_path


def test_the_sample_is_shown_where_there_is_nothing_else(home):
    chosen = with_sample(None, asked=False)
    assert chosen.is_sample
    assert chosen.archive.startswith(str(home))


def test_an_archive_that_is_named_or_there_is_shown_instead(home, monkeypatch):
    assert not with_sample("mine.sqlite3", asked=False).is_sample
    (home / "marsad").mkdir()
    (home / "marsad" / "archive.sqlite3").touch()
    assert not with_sample(None, asked=False).is_sample
    assert with_sample(None, asked=True).is_sample


def test_a_port_that_is_taken_is_said(desk):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = CliRunner().invoke(main, ["desk", "--archive", str(desk), "--port", port])
    assert result.exit_code == 2
    assert f"port {port}" in result.stderr
    assert "--port" in result.stderr


def test_a_newcomer_reads_the_sample_at_once(home):
    browser = home / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {home}/opened\n')
    browser.chmod(0o755)
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "BROWSER": f"{browser} %s"}
    environment.pop("MARSAD_DESK_MODE", None)
    command = [sys.executable, "-m", "marsad.cli", "desk", "--port", "0", "--open"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        address = next(line.strip() for line in process.stdout if "/enter/?key=" in line)
        assert opened(home / "opened") == address
        page = build_opener(HTTPCookieProcessor()).open(address, timeout=30).read().decode()
        assert '<article class="event ' in page
    finally:
        process.terminate()
        _output, said = process.communicate(timeout=30)
    assert "sample" in said
    assert "marsad add" in said


def opened(path):
    """What the browser was given, as soon as it was."""
    for _ in range(100):
        if path.exists() and path.read_text():
            return path.read_text().strip()
        time.sleep(0.1)
    return None
