"""A comment in a browser, from the form to the thread, with and without scripts."""

from datetime import timedelta

import pytest
from tests.desk.browser import serious_findings
from tests.desk.comments.conftest import SENTINEL

from marsad.desk.comments import spam
from marsad.desk.comments.moderate import decide
from marsad.store.models import Comment

THREAD = "#comments"


@pytest.fixture(autouse=True)
def _shown_below_articles(public):
    """The site is public and takes comments."""


def fill(page, text, name="هدى"):
    page.locator("#id_name").fill(name)
    page.locator("#id_email").fill(SENTINEL)
    page.locator("#id_text").fill(text)


def send(page):
    page.locator(".comment-form button").click()


def test_a_comment_is_written_moderated_and_read(page, article, person, monkeypatch):
    page.goto(f"/article/{article}/")
    assert page.context.cookies() == []
    page.get_by_role("link", name="اكتب تعليقًا").click()
    fill(page, "تعليق أول على الخبر")
    send(page)  # at once: too fast
    page.get_by_text("أُرسل هذا بسرعة كبيرة").wait_for()
    assert page.locator("#id_email").input_value() == SENTINEL  # nothing that was typed is lost
    assert page.url.endswith(f"/article/{article}/")
    monkeypatch.setattr(spam, "YOUNGEST", timedelta(0))
    send(page)
    page.get_by_text("تعليقك بانتظار موافقة المشرف").wait_for()
    assert "تعليق أول" not in page.locator(THREAD).inner_text()
    decide("approve", [Comment.objects.get().pk], "pending", person("editor").user)
    page.goto(f"/article/{article}/#comments")
    assert "تعليق أول على الخبر" in page.locator(THREAD).inner_text()
    assert SENTINEL not in page.content()
    assert serious_findings(page) == []


def test_an_answer_names_whom_it_answers(page, article, person, monkeypatch):
    monkeypatch.setattr(spam, "YOUNGEST", timedelta(0))
    page.goto(f"/en/article/{article}/comment/")
    fill(page, "First", name="Huda")
    send(page)
    page.get_by_text("awaits moderation").wait_for()
    editor = person("editor").user
    decide("approve", [Comment.objects.get().pk], "pending", editor)
    page.goto(f"/en/article/{article}/")
    page.get_by_role("link", name="Answer Huda").click()
    page.get_by_role("heading", name="Answer to Huda").wait_for()
    assert serious_findings(page) == []
    fill(page, "Second", name="Ali")
    send(page)
    page.get_by_text("awaits moderation").wait_for()
    decide("approve", [Comment.objects.get(text="Second").pk], "pending", editor)
    page.reload()
    assert page.locator(".answers").inner_text().startswith("Ali")


def test_without_scripts_too(browser, site, article, monkeypatch):
    monkeypatch.setattr(spam, "YOUNGEST", timedelta(0))
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/en/article/{article}/")
    page.get_by_role("link", name="Write a comment").click()
    page.wait_for_url("**/comment/")
    fill(page, "see http://a.example http://b.example http://c.example")
    send(page)
    assert "two links" in page.get_by_role("alert").inner_text()
    assert page.locator("#id_text").input_value().startswith("see http")
    fill(page, "Without scripts")
    send(page)
    assert "awaits moderation" in page.get_by_role("status").last.inner_text()
    context.close()


def test_moderating_by_keys(page, article, mode, monkeypatch):
    from datetime import UTC, datetime

    from marsad.desk.mode import Mode
    from marsad.desk.people.change import add_person, set_password

    for text in ("Good one", "Spam here"):
        Comment.objects.create(article_id=article, name="N", email=SENTINEL, text=text, made_at=datetime.now(UTC))
    mode(Mode.TEAM)
    set_password(add_person("salma", "editor", by=None), "kitab wa qalam 1447", by=None)
    page.goto("/en/sign-in/?next=/en/comments/")
    page.locator("#id_username").fill("salma")
    page.locator("#id_password").fill("kitab wa qalam 1447")
    page.locator("main button").click()
    page.wait_for_url("**/en/comments/")
    assert serious_findings(page) == []
    page.keyboard.press("a")
    page.get_by_text("1 comment approved.").wait_for()
    page.keyboard.press("r")
    page.get_by_text("1 comment rejected.").wait_for()
    assert [c.state for c in Comment.objects.order_by("pk")] == ["approved", "rejected"]
    page.keyboard.press("u")
    page.get_by_text("1 comment waits again.").wait_for()
    assert Comment.objects.get(text="Spam here").state == "pending"
    page.goto("/comments/?state=approved")
    assert serious_findings(page) == []
