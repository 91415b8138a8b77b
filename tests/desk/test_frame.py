"""The frame that all pages share: language, direction, problems, security headers."""

import pytest


def test_arabic_is_at_the_root_and_reads_from_the_right(client):
    page = client.get("/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert 'href="/en/"' in page


def test_english_has_its_own_address(client):
    page = client.get("/en/").content.decode()
    assert '<html lang="en" dir="ltr">' in page
    assert "Events" in page


def test_the_language_of_a_browser_does_not_change_an_address(client):
    assert '<html lang="ar"' in client.get("/", headers={"accept-language": "en-GB"}).content.decode()


def test_the_switch_keeps_the_question(client):
    assert 'href="/en/?type=ASSAULT"' in client.get("/?type=ASSAULT").content.decode()


@pytest.mark.parametrize(
    "question", ["type=KILL", "from=yesterday", "from=2020-02-30", "confidence=2", "from=2021&to=2020", "who=%00"]
)
def test_what_cannot_be_asked_is_said(client, question):
    answer = client.get(f"/?{question}")
    assert answer.status_code == 400
    assert 'class="panel problem"' in answer.content.decode()


def test_no_page_is_a_page_too(client):
    answer = client.get("/en/no/such/page/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_nothing_is_loaded_or_run_from_elsewhere(client):
    answer = client.get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
