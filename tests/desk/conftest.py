"""The desk over the sample archive: Django's test client, people of every role, and a browser."""

import shutil

import pytest

from marsad.store.archive import open_archive, start

start()
# ruff: noqa: E402

from django.conf import settings
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from tests.desk.browser import chromium, served
from tools.served import FLAGS

from marsad.desk.mode import Mode
from marsad.desk.sample import fill_sample
from marsad.desk.serve import make_tables

ROLES = ("reader", "reviewer", "editor", "administrator")


@pytest.fixture(scope="session", autouse=True)
def _test_environment():
    """Mail is kept in a list, templates tell what they were given."""
    setup_test_environment()
    yield
    teardown_test_environment()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """The sample archive with the desk's tables, to be copied."""
    path = tmp_path_factory.mktemp("desk") / "sample.sqlite3"
    open_archive(str(path), create=True)
    make_tables()
    fill_sample()
    _close()
    return path


@pytest.fixture
def desk(sample_file, tmp_path):
    """The sample archive, open; the path of its file."""
    path = tmp_path / "archive.sqlite3"
    shutil.copy(sample_file, path)
    open_archive(str(path))
    yield path
    _close()


def _close():
    from django.db import connection

    connection.close()


@pytest.fixture
def mode(monkeypatch):
    """Sets the desk's mode for a test: ``mode(Mode.TEAM)``."""
    return lambda chosen: monkeypatch.setattr(settings, "MODE", Mode(chosen))


@pytest.fixture(autouse=True)
def _read_without_a_key(monkeypatch):
    """Tests of pages read them as ``marsad desk --no-key`` lets everybody; ``locked`` takes that back."""
    monkeypatch.setattr(settings, "KEYLESS", True)


@pytest.fixture
def locked(monkeypatch, _read_without_a_key):
    """The local desk as it is served by default: even reading needs the key."""
    monkeypatch.setattr(settings, "KEYLESS", False)


@pytest.fixture
def client(desk):
    """Somebody who has not signed in."""
    return Client()


@pytest.fixture
def person(desk):
    """A client signed in as a new user of a role: ``person("reviewer")``; ``.user`` is the user."""
    from marsad.store.models import User

    def signed_in(role, name=None):
        assert role in ROLES
        user = User.objects.create_user(name or f"a-{role}", f"{role}@example.org", "a long enough secret", role=role)
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return signed_in


@pytest.fixture
def site(desk):
    """The address of the desk, served over the sample archive."""
    with served() as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium for the whole run."""
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def _is_fault(message):
    """An error that a script tells; pages that answer with 4xx do so on purpose, files are looked at by themselves."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")


@pytest.fixture
def page(browser, site):
    """A new window of the browser; paths are relative to the desk, and what a page's scripts complain of fails the test."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(10_000)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if _is_fault(message) else None)
    page.on(
        "response", lambda answer: errors.append(answer.url) if "/static/" in answer.url and not answer.ok else None
    )
    page.complaints = errors
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def django_queries(desk):
    """Counts what is asked of the database: ``with django_queries() as asked: …; len(asked)``."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    return lambda: CaptureQueriesContext(connection)
