"""What those try who mean no good: leaks, scripts, SQL, forged numbers, headers, floods."""

import re
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client
from tests.desk.walk import addresses, crawl

from marsad.desk.mode import Mode
from marsad.store import models

SENTINEL = "sentinel.reader@kept-secret.example"
SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def commented(desk):
    """Comments in every state on an article, with an address that must never be seen."""
    article = models.Reading.objects.filter(current=True).order_by("pk").first().article_id
    now = datetime.now(UTC)
    parent = None
    for state in models.Comment.State.values:
        parent = models.Comment.objects.create(
            article_id=article, parent=parent, name=f"Reader {state}", email=SENTINEL, text=f"A comment, {state}",
            state=state, made_at=now, moderated_at=None if state == "pending" else now,
        )  # fmt: skip
    return article


@pytest.mark.parametrize("role", [None, "reader", "reviewer", "editor", "administrator"])
@pytest.mark.parametrize("chosen", list(Mode))
def test_no_answer_ever_holds_a_commenters_address(mode, monkeypatch, person, commented, role, chosen):
    mode(chosen)
    monkeypatch.setattr(settings, "COMMENTS", "1")
    client = person(role) if role else Client()
    starts = [a.path.replace("/x/", "/jsonl/") for a in addresses()]
    starts += [f"/article/{commented}/", "/comments/?state=approved", "/comments/?state=rejected", "/feed/"]
    starts += [f"/export/{form}/" for form in ("csv", "jsonl", "geojson", "polecat", "cameo", "gold")]
    seen = 0
    for path, answer in crawl(client, *starts):
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert SENTINEL.encode() not in body, path
        assert b"kept-secret" not in body, path
        assert SENTINEL not in str(answer.headers), path
        seen += answer.status_code == 200
    assert seen > (2 if chosen is Mode.TEAM and role is None else 8)


def test_nor_does_any_export_of_the_command_line(commented, desk, tmp_path):
    from click.testing import CliRunner

    from marsad.cli import main

    for form in ("csv", "jsonl", "geojson", "polecat", "cameo", "gold"):
        result = CliRunner().invoke(main, ["export", "--format", form, "--archive", str(desk)])
        assert SENTINEL not in result.output
    assert SENTINEL not in CliRunner().invoke(main, ["archive", "info", "--archive", str(desk)]).output


@pytest.mark.parametrize("role", [None, "administrator"])
def test_what_a_page_says_is_never_run(mode, monkeypatch, person, commented, role):
    monkeypatch.setattr(settings, "COMMENTS", "1")
    models.Reading.objects.update(headline=SCRIPT)
    for number, source in enumerate(models.Source.objects.all()):
        models.Source.objects.filter(pk=source.pk).update(name=f"{SCRIPT}{number}")
    models.Entity.objects.update(name=SCRIPT, name_en=SCRIPT)
    models.Comment.objects.update(name=SCRIPT, text=SCRIPT)
    client = person(role, SCRIPT[:100]) if role else Client()
    for path, answer in crawl(
        client, "/", "/en/", f"/article/{commented}/", "/comments/", "/people/", "/record/", "/feed/"
    ):
        body = answer.content.decode() if not answer.streaming else ""
        assert "<script>alert" not in body, path
        assert "<img src=x" not in body, path


@pytest.mark.parametrize("name", ["who", "whom", "party", "speaker", "place", "q", "source", "type", "page", "next"])
@pytest.mark.parametrize("value", ["' OR '1'='1", '"; DROP TABLE store_event; --', "%00", "\\x00", "a" * 5000, "NEAR(a b)", '"', "-", "*", "{{7*7}}"])  # fmt: skip
def test_no_question_breaks_the_archive(client, name, value):
    before = models.Event.objects.count()
    answer = client.get("/en/", {name: value})
    assert answer.status_code in (200, 400)
    assert "Traceback" not in answer.content.decode()
    assert models.Event.objects.count() == before


@pytest.mark.parametrize("number", ["0", "999999999", str(2**63), "9" * 60])
def test_forged_numbers_find_nothing(person, number):
    client = person("administrator")
    for address in addresses():
        if "/1/" in address.path and isinstance(address.right, int) and address.part != "api":
            path = address.path.replace("/1/", f"/{number}/")
            assert client.get(path).status_code in (404, 405), path
            assert client.post(path).status_code in (400, 404, 405), path


def test_a_form_too_long_is_refused(person):
    client = person("administrator")
    answer = client.post("/people/", {"name": "x" * 2_000_000, "role": "reader"})
    assert answer.status_code == 400
    many = client.post("/comments/judge/", {f"f{n}": "x" for n in range(1000)})
    assert many.status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/\r\nSet-Cookie: a=b",
        "/%0d%0aSet-Cookie:%20a=b",
        "/sign-in/?next=/%0d%0aSet-Cookie:a=b",
        "//evil.example/%2e%2e",
    ],
)
def test_no_header_is_slipped_in(mode, desk, path):
    mode(Mode.TEAM)
    answer = Client().get(path)
    assert "a" not in answer.cookies
    assert not answer.get("Location", "/").startswith(("//", "http"))


@pytest.mark.parametrize("header", ["HX-Current-URL", "Referer"])
@pytest.mark.parametrize(
    "value", ["https://evil.example/x", "//evil.example", "javascript:alert(1)", "http://testserver//evil.example/"]
)
def test_headers_lead_to_no_other_host(mode, desk, header, value):
    mode(Mode.TEAM)
    answer = Client().post("/", headers={header: value, "HX-Request": "true"})
    after = Client().get(answer["HX-Redirect"]).content.decode()
    assert "evil.example" not in re.search(r'name="next" value="([^"]*)"', after)[1]


@pytest.mark.parametrize("method", ["put", "delete", "patch", "trace", "options"])
def test_other_methods_change_nothing(person, commented, method):
    client = person("administrator")
    before = (models.User.objects.count(), models.Comment.objects.count(), models.Audit.objects.count())
    for address in addresses():
        if isinstance(address.right, int):
            getattr(client, method)(address.path)
    assert (models.User.objects.count(), models.Comment.objects.count(), models.Audit.objects.count()) == before


def test_cookies_are_out_of_scripts_reach_and_only_ours(mode, person):
    mode(Mode.TEAM)
    person("reader")
    client = Client()
    client.post("/sign-in/", {"username": "a-reader", "password": "a long enough secret"})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert not cookie["domain"]
