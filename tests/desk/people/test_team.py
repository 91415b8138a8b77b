"""Administrators' pages: people, roles, links, the record; and that an administrator always stays."""

import re
import threading

import pytest
from django.test import Client

from marsad.desk.mode import Mode
from marsad.desk.people import change
from marsad.store.models import Audit, User


@pytest.fixture
def boss(mode, person):
    """An administrator's client."""
    mode(Mode.TEAM)
    return person("administrator", "boss")


def test_a_person_is_added_by_a_link_and_chooses_a_password(boss):
    page = boss.post("/en/people/", {"name": "نوال", "role": "editor"}).content.decode()
    link = re.search(r"http://testserver(/en/welcome/[^<]+)", page)[1]
    client = Client()
    assert "نوال" in client.get(link).content.decode()
    new = "long enough for us 7"
    assert client.post(link, {"new_password1": new, "new_password2": new})["Location"] == "/en/sign-in/"
    assert client.get(link).status_code == 410  # once
    assert client.post("/sign-in/", {"username": "نوال", "password": new})["Location"] == "/"
    assert [row.action for row in Audit.objects.filter(user=boss.user).order_by("pk")] == ["sign-in", "person-added", "link-made"]  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/welcome/MQ/abc-def/", "/welcome/!!/x/", "/welcome/OTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ/x-y/"]
)
def test_forged_links_open_nothing(boss, path):
    assert Client().get(path).status_code == 410


@pytest.mark.parametrize(
    ("name", "said"), [("boss", "exists"), ("local", "kept for"), ("two words", "valid"), ("", "required")]
)
def test_bad_names_are_said_and_what_was_typed_stays(boss, name, said):
    page = boss.post("/en/people/", {"name": name, "role": "editor"}).content.decode()
    assert said in page
    assert '<option value="editor" selected>' in page
    assert User.objects.count() == 1


def test_the_last_administrator_stays(boss):
    number = boss.user.pk
    for path, data in ((f"/people/{number}/role/", {"role": "reader"}), (f"/people/{number}/close/", {})):
        page = boss.post(path, data, follow=True).content.decode()
        assert "لا بد من بقاء مدير" in page
    boss.user.refresh_from_db()
    assert (boss.user.role, boss.user.is_active) == ("administrator", True)
    assert not Audit.objects.filter(action__in=["role-changed", "deactivated"]).exists()


def test_who_never_chose_a_password_is_no_other_administrator(boss):
    change.add_person("later", "administrator", by=None)
    with pytest.raises(change.PeopleError):
        change.change_role(boss.user, "reader", by=None)


def test_two_administrators_cannot_dismiss_each_other_at_once(boss, person):
    other = person("administrator", "other")
    start, refused = threading.Barrier(2), []

    def dismiss(whom):
        from django.db import connection

        start.wait()
        try:
            change.deactivate(User.objects.get(pk=whom), by=None)
        except change.PeopleError:
            refused.append(whom)
        finally:
            connection.close()

    threads = [threading.Thread(target=dismiss, args=(one.user.pk,)) for one in (boss, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert change.administrators().count() == 1


def test_a_role_counts_at_once(boss, person):
    client = person("reader")
    assert client.get("/people/").status_code == 403
    boss.post(f"/people/{client.user.pk}/role/", {"role": "administrator"})
    assert client.get("/people/").status_code == 200
    row = Audit.objects.get(action="role-changed")
    assert (row.user, row.row, row.details) == (
        boss.user,
        client.user.pk,
        {"before": "reader", "after": "administrator"},
    )


def test_a_closed_account_is_out_at_once_and_can_come_back(boss, person):
    client = person("editor")
    boss.post(f"/people/{client.user.pk}/close/")
    assert client.get("/").status_code == 302
    boss.post(f"/people/{client.user.pk}/open/")
    assert client.post("/sign-in/", {"username": "a-editor", "password": "a long enough secret"}).status_code == 302


@pytest.mark.parametrize("what", ["role", "nothing", "delete"])
def test_unknown_acts_and_roles_change_nothing(boss, person, what):
    client = person("reader")
    answer = boss.post(f"/people/{client.user.pk}/{what}/", {"role": "god"})
    assert answer.status_code == (302 if what == "role" else 404)
    client.user.refresh_from_db()
    assert client.user.role == "reader"


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_people_who_are_not_there(boss, number):
    assert boss.get(f"/people/{number}/").status_code == 404


def test_acts_need_a_post(boss):
    assert boss.get(f"/people/{boss.user.pk}/close/").status_code == 405


@pytest.mark.parametrize("role", ["reader", "reviewer", "editor"])
def test_only_administrators_see_people_and_record(mode, person, role):
    mode(Mode.TEAM)
    client = person(role)
    for path in ("/people/", f"/people/{client.user.pk}/", "/record/"):
        assert client.get(path).status_code == 403
    assert client.post(f"/people/{client.user.pk}/role/", {"role": "administrator"}).status_code == 403


def test_the_record_is_found_by_person_and_action(boss, person):
    client = person("reader", "<script>x")
    client.post("/sign-out/")
    page = boss.get("/en/record/", {"who": "<script>x", "action": "sign-out"}).content.decode()
    assert "signed out" in page
    assert "<script>x" not in page
    assert len(re.findall("<tr>", page)) == 2
    assert "Nothing yet." in boss.get("/en/record/", {"who": "' OR 1=1 --"}).content.decode()


def test_the_list_of_people_asks_a_constant_number_of_questions(boss, person, django_queries):
    with django_queries() as few:
        boss.get("/people/")
    for number in range(10):
        change.add_person(f"p{number}", "reader", by=None)
    with django_queries() as many:
        boss.get("/people/")
    assert len(few) == len(many)


def test_people_are_sought_by_name(boss):
    change.add_person("zaid", "reader", by=None)
    assert "zaid" not in boss.get("/people/", {"q": "boss"}).content.decode()
    assert "Nobody has such a name" in boss.get("/en/people/", {"q": "'; DROP TABLE"}).content.decode()
