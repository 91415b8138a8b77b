"""``marsad user`` and where ``marsad desk`` listens."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.desk.people.change import administrators
from marsad.desk.people.entry import make_key
from marsad.store.models import User

PASSWORD = "kitab wa qalam 1447"


@pytest.fixture
def run(desk, monkeypatch):
    """Runs a command over the open archive; its result."""
    monkeypatch.setenv("MARSAD_DESK_MODE", "team")
    return lambda *words, typed="": CliRunner().invoke(main, [*words, "--archive", str(desk)], input=typed)


def test_the_first_administrator_is_added(run):
    result = run("user", "add", "nawal", "--role", "administrator", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    assert administrators().get().username == "nawal"
    assert "nawal                 administrator  never" in run("user", "list").output


def test_a_weak_password_leaves_no_account(run):
    result = run("user", "add", "nawal", typed="short\nshort\n")
    assert result.exit_code == 2
    assert not User.objects.filter(username="nawal").exists()


def test_people_are_changed(run):
    for name in ("nawal", "salma"):
        run("user", "add", name, "--role", "administrator", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert run("user", "role", "nawal", "editor").exit_code == 0
    assert "last administrator" in run("user", "close", "salma").stderr
    assert run("user", "close", "nawal").exit_code == 0
    assert "closed" in run("user", "list").output
    assert run("user", "open", "nawal").exit_code == 0
    assert run("user", "password", "nawal", typed="another long one 5\nanother long one 5\n").exit_code == 0
    assert User.objects.get(username="nawal").check_password("another long one 5")
    for act in ("factor", "sessions"):
        assert run("user", act, "nawal").exit_code == 0
    assert "no such account" in run("user", "role", "nobody", "editor").stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.org"])
def test_the_local_mode_does_not_face_the_network(run, host):
    result = run("desk", "--host", host)
    assert result.exit_code == 2
    assert "this machine alone" in result.stderr


@contextmanager
def running(*words, folder, **more):
    """A desk in a process of its own."""
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "PYTHONUNBUFFERED": "1", **more}
    command = [sys.executable, "-m", "marsad.cli", "desk", "--port", "0", *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.mark.parametrize(("setting", "scheme"), [({"MARSAD_DESK_HTTPS": "1"}, "https"), ({}, "http")])
def test_the_server_in_front_is_believed_where_it_is_named(desk, tmp_path, setting, scheme):
    with running(
        "--archive", str(desk), "--mode", "public", folder=tmp_path, MARSAD_DESK_HOSTS="news.example", **setting
    ) as process:
        base = next(line.split()[0] for line in process.stdout if line.startswith("http"))
        headers = {"Host": "news.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        page = build_opener().open(Request(f"{base}/sitemap.xml", headers=headers), timeout=30).read().decode()
        assert f"<loc>{scheme}://news.example/sitemap-1.xml</loc>" in page


def test_behind_a_server_with_https_forms_work_and_the_visitors_address_is_known(desk, tmp_path):
    from marsad.store.models import Audit

    with running(
        "--archive",
        str(desk),
        "--mode",
        "team",
        folder=tmp_path,
        MARSAD_DESK_HOSTS="desk.example",
        MARSAD_DESK_HTTPS="1",
    ) as process:
        base = next(line.split()[0] for line in process.stdout if line.startswith("http"))
        headers = {"Host": "desk.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        form = build_opener().open(Request(f"{base}/en/sign-in/", headers=headers), timeout=30)
        cookie = form.headers["Set-Cookie"]
        assert cookie.startswith("__Host-marsad_csrf=")
        assert "Secure" in cookie
        assert form.headers["Strict-Transport-Security"]
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.read().decode())[1]
        data = urlencode({"csrfmiddlewaretoken": token, "username": "nobody", "password": "wrong"}).encode()
        headers |= {"Cookie": cookie.split(";")[0], "Origin": "https://desk.example"}
        answer = build_opener().open(Request(f"{base}/en/sign-in/", data, headers), timeout=30)
        assert "do not belong together" in answer.read().decode()
        assert Audit.objects.get(action="sign-in-failed").details == {"address": "192.0.2.7"}


def test_the_printed_address_signs_in(desk, tmp_path):
    with running("--archive", str(desk), folder=tmp_path) as process:
        address = next(line.strip() for line in process.stdout if "/enter/?key=" in line)
        browser = build_opener(HTTPCookieProcessor())
        assert browser.open(address, timeout=30).status == 200
        base = address.split("/enter/")[0]
        assert browser.open(f"{base}/people/", timeout=30).status == 200
        assert "marsad user key" in build_opener().open(f"{base}/en/people/", timeout=30).read().decode()
        another = build_opener(HTTPCookieProcessor())
        assert "/enter/" in another.open(address, timeout=30).url
        request = Request(base, headers={"Host": "evil.example"})
        with pytest.raises(HTTPError) as refused:
            build_opener().open(request, timeout=30)
        assert refused.value.code == 400


def test_who_has_no_key_reads_nothing(desk, tmp_path):
    with running("--archive", str(desk), folder=tmp_path) as process:
        base = next(line.strip() for line in process.stdout if "/enter/?key=" in line).split("/enter/")[0]
        answer = build_opener().open(f"{base}/en/article/1/", timeout=30)
        assert "/en/sign-in/?next=" in answer.url
        with pytest.raises(HTTPError) as refused:
            build_opener().open(f"{base}/api/1/events", timeout=30)
        assert refused.value.code == 401


def test_reading_without_a_key_is_asked_for_and_said(desk, tmp_path):
    with running("--archive", str(desk), "--no-key", folder=tmp_path) as process:
        base = next(line.strip() for line in process.stdout if "/enter/?key=" in line).split("/enter/")[0]
        answer = build_opener().open(f"{base}/en/article/1/", timeout=30)
        assert answer.url.endswith("/en/article/1/")
        assert "/sign-in/" in build_opener().open(f"{base}/people/", timeout=30).url


def test_only_the_local_mode_has_a_key_to_leave_out(run):
    result = run("desk", "--mode", "team", "--no-key")
    assert result.exit_code == 2
    assert "only the local mode has a key" in result.stderr


def test_an_unknown_setting_is_said(desk, tmp_path):
    environment = {**os.environ, "MARSAD_TWO_FACTORS": "some"}
    command = [sys.executable, "-m", "marsad.cli", "user", "list", "--archive", str(desk)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert result.returncode == 2
    assert "MARSAD_TWO_FACTORS=some: choose from administrators, everybody" in result.stderr


def test_a_key_from_the_command_is_the_only_one(run):
    make_key()
    key = run("user", "key").output.strip()
    assert len(key) > 40


def test_a_file_that_cannot_be_written_to_is_published(desk, monkeypatch):
    """As on a server where the site runs as a user who may only read."""
    from django.test import Client

    from marsad.desk.mode import Mode
    from marsad.desk.serve import set_up
    from marsad.store import archive

    monkeypatch.setattr(archive.os, "access", lambda path, mode: mode != os.W_OK)
    monkeypatch.setenv("MARSAD_DESK_MODE", "public")  # set_up sets it: it goes back afterwards
    monkeypatch.setattr("django.conf.settings.MODE", Mode.PUBLIC)
    set_up(str(desk), Mode.PUBLIC)
    assert archive.is_read_only()
    for path in ("/", "/article/1/", "/feed/", "/sitemap.xml"):
        assert Client().get(path).status_code == 200
