"""Comments: written, moderated, shown; what keeps machines and scripts out."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import Client
from tests.desk.comments.conftest import SENTINEL

from marsad.desk.comments import spam
from marsad.desk.comments.models import Trace
from marsad.desk.comments.moderate import decide
from marsad.desk.comments.templatetags.comments import linked
from marsad.desk.mode import Mode
from marsad.store.models import Audit, Comment


def shown(article, **query):
    """The thread as the reading room includes it."""
    from types import SimpleNamespace

    from django.test import RequestFactory
    from django.utils.translation import override

    request = RequestFactory().get("/", query)
    with override("en"):
        return Template('{% include "comments/thread.html" %}').render(
            Context({"kept": SimpleNamespace(article=article), "request": request})
        )


def keep(article, text="A comment", state="approved", parent=None, **more):
    now = datetime.now(UTC)
    return Comment.objects.create(
        article_id=article, parent=parent, name=more.get("name", "Huda"), email=SENTINEL, text=text, state=state,
        made_at=now, moderated_at=None if state == "pending" else now,
    )  # fmt: skip


def test_a_comment_awaits_moderation_and_then_appears(public, article, send, person):
    answer = send(Client(), text="First\r\n\r\n\r\nline")
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/en/article/{article}/?awaits=")
    comment = Comment.objects.get()
    assert (comment.state, comment.text, comment.email) == ("pending", "First\n\nline", SENTINEL)
    assert "First" not in shown(article)
    assert "awaits moderation" in shown(article, awaits="1")
    editor = person("editor")
    assert decide("approve", [comment.pk], "pending", editor.user) == [comment.pk]
    assert "First" in shown(article)


def test_what_was_typed_is_kept_but_never_the_email(public, send):
    page = send(Client(), text="").content.decode()
    assert 'value="Huda"' in page
    assert SENTINEL not in page
    assert "Comment: " in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"website": "x"}, "people do not see"),
        ({"text": "see http://a.example www.b.example https://c.example"}, "two links"),
        ({"text": "x" * 4001}, "4000"),
        ({"name": "x" * 81}, "80"),
        ({"text": "…!"}, "no words"),
        ({"name": "\u202e\u202e"}, "no words"),
        ({"email": "no address"}, "E-mail"),
        ({"email": "a@b.example\nBcc: c@d.example"}, "E-mail"),
        ({"stamp": "forged"}, "too long"),
        ({"stamp": ""}, "required"),
        ({"text": "a\0b"}, "Null"),
        ({"wait": False}, "very fast"),
    ],
)  # fmt: skip
def test_what_is_refused_and_why(public, send, typed, said):
    answer = send(Client(), **typed)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert Comment.objects.count() == 0


def test_a_form_of_yesterday_comes_back_with_the_words(public, send, monkeypatch):
    monkeypatch.setattr(spam, "OLDEST", timedelta(0))
    page = send(Client(), text="A long thought").content.decode()
    assert "open for too long" in page
    assert "A long thought" in page


def test_a_stamp_holds_for_its_article_alone(article):
    assert spam.age(spam.stamp(article), article) is not None
    assert spam.age(spam.stamp(article), article + 1) is None


def test_the_same_comment_is_taken_once(public, send):
    assert send(Client()).status_code == 302
    assert "sent before" in send(Client()).content.decode()


def test_an_address_writes_five_times_an_hour(public, send):
    for number in range(spam.OFTEN):
        assert send(Client(REMOTE_ADDR="192.0.2.1"), text=f"Number {number}").status_code == 302
    answer = send(Client(REMOTE_ADDR="192.0.2.1"), text="One more")
    assert answer.status_code == 429
    assert "One more" in answer.content.decode()
    assert send(Client(REMOTE_ADDR="192.0.2.2"), text="Another reader").status_code == 302
    assert not any("192.0.2" in mark for mark in Trace.objects.values_list("mark", flat=True))
    Trace.objects.update(at=datetime.now(UTC) - timedelta(days=2))
    assert send(Client(REMOTE_ADDR="192.0.2.1"), text="One more").status_code == 302
    assert Trace.objects.count() == 1  # older ones are forgotten


def test_controls_of_direction_do_not_get_in(public, send):
    send(Client(), name="A\u202eB\nC", text="x \u2066y\u2069 \x07z")
    comment = Comment.objects.get()
    assert (comment.name, comment.text) == ("AB C", "x y z")


def test_answers_stand_below_and_no_deeper(public, article, send):
    first = keep(article, "Top")
    send(Client(), text="Answer", to=first.pk)
    answer = Comment.objects.get(text="Answer")
    assert answer.parent == first
    Comment.objects.filter(pk=answer.pk).update(state="approved", moderated_at=datetime.now(UTC))
    send(Client(), text="Answer to the answer", to=answer.pk)
    assert Comment.objects.get(text="Answer to the answer").parent == first
    page = shown(article)
    assert page.index("Top") < page.index('<ol class="answers">') < page.index("Answer</p>")


def test_an_answer_to_what_is_not_shown_stands_for_itself(public, article, send):
    hidden = keep(article, "Hidden", state="pending")
    for number, to in enumerate([hidden.pk, 999_999, "x", "9" * 30]):
        answer = send(Client(REMOTE_ADDR=f"192.0.2.{number}"), text=f"Answer {number}", to=to)
        assert answer.status_code in (200, 302)
    assert not Comment.objects.filter(parent__isnull=False).exists()


def test_answers_of_a_rejected_comment_are_not_shown(public, article):
    top = keep(article, "Top")
    keep(article, "Below", parent=top)
    Comment.objects.filter(pk=top.pk).update(state="rejected")
    assert "Below" not in shown(article)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">', 'http://x.example/"onmouseover="alert(1)', "javascript:alert(1)", "http://x.example/<b>"]
)  # fmt: skip
def test_scripts_are_words(public, article, text):
    keep(article, text, name=text)
    page = shown(article)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert 'onmouseover="' not in page
    assert 'href="javascript' not in page


def test_links_say_that_they_are_not_ours():
    assert linked("see https://a.example/x?a=1&b=2, and www.b.example.") == (
        'see <a href="https://a.example/x?a=1&amp;b=2" rel="nofollow ugc noopener" dir="ltr">https://a.example/x?a=1&amp;b=2</a>'
        ', and <a href="https://www.b.example" rel="nofollow ugc noopener" dir="ltr">www.b.example</a>.'
    )
    assert "mailto" not in linked("me@mail.example")


@pytest.mark.parametrize(
    ("chosen", "setting", "status"),
    [(Mode.LOCAL, "", 404), (Mode.LOCAL, "1", 200), (Mode.PUBLIC, "", 404), (Mode.PUBLIC, "1", 200), (Mode.TEAM, "0", 404), (Mode.TEAM, "", 200)],
)  # fmt: skip
def test_where_comments_are_taken(mode, monkeypatch, article, person, chosen, setting, status):
    mode(chosen)
    monkeypatch.setattr(settings, "COMMENTS", setting)
    assert person("reader").get(f"/article/{article}/comment/").status_code == status


def test_closed_comments_are_still_read(mode, article):
    keep(article, "Said before")
    page = shown(article)
    assert "Said before" in page
    assert "Write a comment" not in page
    assert shown(article + 10_000).strip() == ""


def test_there_is_no_form_for_no_article(public):
    assert Client().get("/article/999999/comment/").status_code == 404
    assert Client().get(f"/article/{'9' * 30}/comment/").status_code == 404


def test_the_thread_is_one_question(public, article, django_queries):
    top = keep(article)
    for number in range(20):
        keep(article, f"Answer {number}", parent=top)
    with django_queries() as asked:
        shown(article)
    assert len(asked) == 1
    assert "email" not in asked[0]["sql"]


@pytest.fixture
def editor(desk, mode, person):
    """An editor of a team."""
    mode(Mode.TEAM)
    return person("editor")


def test_the_queue_approves_rejects_and_takes_back(editor, article):
    one, two = keep(article, "One", "pending"), keep(article, "Two", "pending")
    page = editor.get("/en/comments/").content.decode()
    assert page.index("One") < page.index("Two")
    assert SENTINEL not in page
    page = editor.post(
        "/en/comments/judge/", {"do": f"approve:{one.pk}", "state": "pending"}, follow=True
    ).content.decode()
    assert "1 comment approved." in page
    assert 'value="reopen"' in page
    editor.post("/comments/judge/", {"do": "reject", "chosen": [two.pk], "state": "pending"})
    assert [c.state for c in Comment.objects.order_by("pk")] == ["approved", "rejected"]
    editor.post("/comments/judge/", {"do": "reopen", "chosen": [one.pk], "state": "approved"})
    one.refresh_from_db()
    assert (one.state, one.moderated_by, one.moderated_at) == ("pending", None, None)
    rows = Audit.objects.filter(table="comment").order_by("pk").values_list("action", "row", "user")
    who = editor.user.pk
    assert list(rows) == [("comment-approved", one.pk, who), ("comment-rejected", two.pk, who), ("comment-reopened", one.pk, who)]  # fmt: skip


def test_what_another_moderator_decided_stays(editor, article):
    comment = keep(article, state="rejected")
    page = editor.post("/en/comments/judge/", {"do": f"approve:{comment.pk}", "state": "pending"}, follow=True)
    assert "Another moderator" in page.content.decode()
    comment.refresh_from_db()
    assert comment.state == "rejected"


@pytest.mark.parametrize("do", ["", "delete:1", "approve:x", "approve:1 OR 1=1", "approve:" + "9" * 40])
def test_forged_decisions_are_refused(editor, article, do):
    comment = keep(article, state="pending")
    assert editor.post("/comments/judge/", {"do": do, "state": "pending"}).status_code == 400
    comment.refresh_from_db()
    assert comment.state == "pending"


def test_nothing_ticked_is_said(editor):
    page = editor.post("/en/comments/judge/", {"do": "approve", "state": "pending"}, follow=True).content.decode()
    assert "Tick the comments first" in page
    assert "No comment waits." in page


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_only_editors_moderate(mode, person, article, role):
    mode(Mode.TEAM)
    client = person(role)
    comment = keep(article, state="pending")
    assert client.get("/comments/").status_code == 403
    assert client.post("/comments/judge/", {"do": f"approve:{comment.pk}"}).status_code == 403


def test_the_queue_asks_a_constant_number_of_questions(editor, article, django_queries):
    counts = []
    for _ in range(2):
        for number in range(10):
            keep(article, f"Waits {number}", "pending", parent=keep(article))
        with django_queries() as asked:
            editor.get("/comments/")
        counts.append(len(asked))
        assert not any('comment"."email"' in query["sql"] or 'T4"."email"' in query["sql"] for query in asked)
    assert counts[0] == counts[1]
