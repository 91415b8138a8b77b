"""Accounts and comments on both databases: what depends on locks, on transactions and on what a column holds."""

import threading
from datetime import UTC, datetime

import pytest
from django.test import Client
from tests.store.conftest import archive, empty_database, empty_file  # noqa: F401

from marsad.desk.comments.moderate import decide
from marsad.desk.mode import Mode
from marsad.desk.people import change, factor
from marsad.desk.people.entry import make_key, take_key
from marsad.page.item import Form
from marsad.store import models

PASSWORD = "kitab wa qalam 1447"
AT_ONCE = 4


@pytest.fixture
def team(archive, mode):  # noqa: F811
    """A team's desk with one administrator."""
    mode(Mode.TEAM)
    person = change.add_person("salma", "administrator", by=None)
    change.set_password(person, PASSWORD, by=None)
    return person


def at_once(*acts):
    """What acts return, or the error that they end with, when they start at the same moment."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number):
        from django.db import connection

        start.wait()
        try:
            results[number] = acts[number]()
        except change.PeopleError as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_a_key_opens_for_one_of_those_who_come_at_once(team):
    key = make_key()
    assert sorted(at_once(*[lambda: take_key(key)] * AT_ONCE)) == [False] * (AT_ONCE - 1) + [True]


def test_a_recovery_code_holds_for_one_of_those_who_come_at_once(team):
    from django_otp.oath import totp

    device = factor.proposed(team)
    (code, *_rest) = factor.confirm(team, f"{totp(device.bin_key):06d}")
    assert at_once(*[lambda: factor.verify(team, code)] * AT_ONCE).count(True) == 1


def test_administrators_cannot_dismiss_one_another_at_once(team):
    other = change.add_person("nawal", "administrator", by=None)
    change.set_password(other, PASSWORD, by=None)
    acts = [lambda pk=pk: change.change_role(models.User.objects.get(pk=pk), "reader", by=None) for pk in (team.pk, other.pk)]  # fmt: skip
    assert sum(isinstance(result, change.PeopleError) for result in at_once(*acts)) == 1
    assert change.administrators().count() == 1


def test_failures_are_counted_across_threads(team):
    def fail():
        return Client().post("/sign-in/", {"username": "salma", "password": "wrong"}).status_code

    for _ in range(3):  # of five
        at_once(fail, fail)
    assert Client().post("/sign-in/", {"username": "salma", "password": PASSWORD}).status_code == 429


def test_one_moderator_decides(team):
    now = datetime.now(UTC)
    article = models.Article.objects.create(
        path="x", error="none", fetched_at=now, added_at=now, form=Form.PAGE, name="x"
    )
    comment = models.Comment.objects.create(article=article, name="a", email="a@b.example", text="c", made_at=now)
    acts = [lambda act=act: decide(act, [comment.pk], "pending", team) for act in ("approve", "reject")]
    assert sorted(at_once(*acts)) == [[], [comment.pk]]
    assert models.Audit.objects.filter(table="comment").count() == 1


@pytest.mark.parametrize("path", ["/people/", "/record/?who=salma", "/account/", "/comments/", "/feed/", "/sitemap.xml", "/sitemap-1.xml"])  # fmt: skip
def test_pages_answer(team, path):
    client = Client()
    client.force_login(team)
    assert client.get(path).status_code == 200


def test_odd_input_reaches_no_database(team):
    client = Client()
    client.force_login(team)
    assert client.post("/people/", {"name": "a\0b", "role": "reader"}).status_code == 200
    assert client.get(f"/people/{2**63}/").status_code == 404
    assert client.get("/record/", {"who": "\0"}).status_code == 200
    agent = Client(HTTP_USER_AGENT="x\0" * 300)
    assert agent.post("/sign-in/", {"username": "salma", "password": PASSWORD}).status_code == 400
