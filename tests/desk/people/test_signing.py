"""Signing in and out: passwords, lock-out, second factors, keys, sessions."""

import re
import time
from datetime import UTC, datetime, timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client
from django_otp.oath import totp

from marsad.desk.mode import Mode
from marsad.desk.people import factor
from marsad.desk.people.change import add_person, set_password
from marsad.desk.people.entry import make_key
from marsad.desk.people.models import RecoveryCode, Session
from marsad.desk.people.sessions import sessions_of
from marsad.store.models import Audit, User

PASSWORD = "kitab wa qalam 1447"


@pytest.fixture
def team(desk, mode):
    """A team's desk with one person, Salma."""
    mode(Mode.TEAM)
    person = add_person("salma", "reviewer", by=None)
    set_password(person, PASSWORD, by=None)
    return person


def sign_in(client, name="salma", password=PASSWORD, **more):
    return client.post("/en/sign-in/", {"username": name, "password": password, **more})


def now_code(device, step=0):
    return f"{totp(device.bin_key, drift=step):06d}"


def test_who_is_not_signed_in_signs_in_and_comes_back(team):
    client = Client()
    answer = client.get("/en/?type=ASSAULT")
    assert answer["Location"] == "/en/sign-in/?next=/en/%3Ftype%3DASSAULT"
    assert sign_in(client, next="/en/?type=ASSAULT")["Location"] == "/en/?type=ASSAULT"
    assert client.get("/en/?type=ASSAULT").status_code == 200


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\tjavascript:x", "evil", "https:/evil.example"],
)  # fmt: skip
def test_nothing_leads_to_another_host(team, elsewhere):
    client = Client()
    assert f'name="next" value="{elsewhere}' not in client.get("/en/sign-in/", {"next": elsewhere}).content.decode()
    assert sign_in(client, next=elsewhere)["Location"] == "/en/"


def test_a_name_that_is_not_there_and_a_wrong_password_look_the_same(team):
    wrong, unknown = (
        re.sub(r"[\w-]{64}|value=\"\w+\"", "", sign_in(Client(), name, "not this one at all").content.decode())
        for name in ("salma", "nobody")
    )
    assert "do not belong together" in wrong
    assert wrong == unknown


def test_a_closed_account_says_no_more_than_a_wrong_password(team):
    User.objects.filter(pk=team.pk).update(is_active=False)
    assert "do not belong together" in sign_in(Client()).content.decode()


def have_failed(name, *addresses):
    """One failure of an account from each of some addresses, as the lock-out counts it."""
    now = datetime.now(UTC)
    AccessAttempt.objects.bulk_create(
        AccessAttempt(
            username=name, ip_address=address, user_agent="", attempt_time=now, failures_since_start=1, get_data="", post_data=""
        )
        for address in addresses
    )  # fmt: skip


PAIR, ADDRESS, ACCOUNT = (settings.FAILURES[name] for name in ("account from an address", "address", "account"))


@pytest.mark.parametrize("name", ["salma", "nobody"])
def test_too_many_failures_from_an_address_lock_the_account_there_and_say_for_how_long(team, name):
    for _ in range(PAIR):
        sign_in(Client(REMOTE_ADDR="192.0.2.1"), name, "wrong")
    answer = sign_in(Client(REMOTE_ADDR="192.0.2.1"), name)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert "Wait 15 minutes" in answer.content.decode()
    assert Audit.objects.filter(action="locked-out").count() == 1
    assert "sign-in" not in Audit.objects.values_list("action", flat=True)


def test_who_fails_on_purpose_does_not_lock_another_s_account(team):
    for _ in range(PAIR + 3):
        sign_in(Client(REMOTE_ADDR="192.0.2.1"), password="wrong")
    assert sign_in(Client(REMOTE_ADDR="192.0.2.2")).status_code == 302


@pytest.mark.parametrize("name", ["salma", "nobody"])
def test_many_failures_from_many_addresses_lock_the_account(team, name):
    have_failed(name, *(f"192.0.2.{number}" for number in range(ACCOUNT - 1)))
    assert sign_in(Client(REMOTE_ADDR="192.0.2.199"), name, "wrong").status_code == 429
    answer = sign_in(Client(REMOTE_ADDR="192.0.2.200"), name)
    assert answer.status_code == 429
    assert "Wait 15 minutes" in answer.content.decode()


def test_whose_address_is_known_is_let_in_while_others_guess(team):
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7")).status_code == 302
    have_failed("salma", *(f"192.0.2.{number}" for number in range(ACCOUNT)))
    assert sign_in(Client(REMOTE_ADDR="192.0.2.200")).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7")).status_code == 302
    Audit.objects.update(at=datetime.now(UTC) - timedelta(days=31))
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7")).status_code == 429


def test_a_known_address_cannot_guess_without_end(team):
    here = {"REMOTE_ADDR": "198.51.100.7"}
    assert sign_in(Client(**here)).status_code == 302
    for _ in range(PAIR):
        sign_in(Client(**here), password="wrong")
    assert sign_in(Client(**here)).status_code == 429


def test_too_many_failures_lock_an_address_and_no_other(team):
    for number in range(ADDRESS - 1):
        have_failed(f"guess{number}", "192.0.2.1")
    sign_in(Client(REMOTE_ADDR="192.0.2.1"), "another", "wrong")
    assert sign_in(Client(REMOTE_ADDR="192.0.2.1")).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="192.0.2.2")).status_code == 302


def test_a_lock_ends_and_attempts_in_it_do_not_prolong_it(team, monkeypatch):
    for _ in range(PAIR + 3):
        sign_in(Client(), password="wrong")
    early = datetime.now(UTC) - settings.AXES_COOLOFF_TIME + timedelta(minutes=2)
    AccessAttempt.objects.update(attempt_time=early)
    answer = sign_in(Client())
    assert answer.status_code == 429
    assert "Wait 2 minutes" in answer.content.decode()
    AccessAttempt.objects.update(attempt_time=early - timedelta(minutes=3))
    assert sign_in(Client()).status_code == 302


def test_who_signs_in_between_does_not_free_the_address_to_guess_others(team):
    mine = add_person("mine", "reader", by=None)
    set_password(mine, PASSWORD, by=None)
    for number in range(ADDRESS - 1):
        have_failed(f"guess{number}", "127.0.0.1")
    assert sign_in(Client(), "mine").status_code == 302
    assert sign_in(Client(), "salma", "wrong").status_code == 429


def test_a_name_that_no_account_has_is_not_kept_in_the_record(team):
    sign_in(Client(), "my-password-in-the-wrong-field", "x")
    row = Audit.objects.get(action="sign-in-failed")
    assert row.row is None
    assert "wrong-field" not in str(row.details)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "' OR 1=1 --", "سلمى"])
def test_strange_names_are_only_wrong(team, name):
    assert sign_in(Client(), name).status_code == 200


def test_the_session_is_another_after_signing_in(team):
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = fixed = "a" * 32
    sign_in(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != fixed
    assert client.get("/account/").status_code == 200
    assert Session.objects.filter(session_key=fixed).count() == 0


def test_signing_out_needs_a_post(team):
    client = Client()
    sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/account/").status_code == 302
    assert Session.objects.count() == 0


@pytest.mark.parametrize("age", [{"seen": 13 * 3600}, {"began": 8 * 86400}])
def test_a_session_ends_when_it_is_idle_or_old(team, age):
    client = Client()
    sign_in(client)
    session = client.session
    for name, seconds in age.items():
        session[name] = int(time.time()) - seconds
    session.save()
    assert client.get("/account/").status_code == 302


def test_a_session_is_written_once_in_five_minutes(team):
    client = Client()
    sign_in(client)
    session = client.session
    session["seen"] = int(time.time()) - 600
    session.save()
    client.get("/account/")
    assert time.time() - client.session["seen"] < 5
    assert sessions_of(team)[0].seen_at > datetime.now(UTC) - timedelta(seconds=5)


def test_another_password_ends_all_other_sessions(team):
    here, there = Client(), Client()
    sign_in(here)
    sign_in(there)
    new = "another long secret 9"
    data = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post("/en/account/password/", data)["Location"] == "/en/account/"
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    assert sign_in(Client(), password=PASSWORD).status_code == 200
    assert sign_in(Client(), password=new).status_code == 302


@pytest.mark.parametrize("weak", ["short1", "1q2w3e4r5t6y", "123456789012345"])
def test_weak_passwords_are_refused(team, weak):
    client = Client()
    sign_in(client)
    data = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
    answer = client.post("/account/password/", data)
    assert answer.status_code == 200
    assert 'class="errorlist"' in answer.content.decode()


def test_sessions_are_listed_and_ended(team):
    here, there = Client(), Client(HTTP_USER_AGENT="Another <b>browser</b>")
    sign_in(here)
    sign_in(there)
    page = here.get("/en/account/").content.decode()
    assert "Another &lt;b&gt;browser&lt;/b&gt;" in page
    assert there.session.session_key not in page
    mark = re.search(r'name="session" value="(\w+)"', page)[1]
    here.post("/account/sessions/", {"session": mark})
    assert there.get("/account/").status_code == 302
    sign_in(there)
    here.post("/account/sessions/")
    assert there.get("/account/").status_code == 302
    assert here.get("/account/").status_code == 200


def test_nobody_ends_anothers_session(team, person):
    other = person("reader")
    mark = Session.objects.get(account=other.user).mark
    client = Client()
    sign_in(client)
    client.post("/account/sessions/", {"session": mark})
    assert other.get("/account/").status_code == 200


@pytest.fixture
def enrolled(team):
    """A client of Salma's that has set up a second factor, the factor, and the recovery codes."""
    client = Client()
    sign_in(client)
    assert "<svg" in client.get("/en/account/factors/").content.decode()
    device = factor.proposed(team)
    answer = client.post("/en/account/factors/", {"code": now_code(device, -1)})
    return client, device, re.findall(r'<li class="code">([\w-]+)</li>', answer.content.decode())


def test_a_second_factor_is_asked_for_after_the_password(team, enrolled):
    _client, device, codes = enrolled
    assert len(codes) == 10
    client = Client()
    assert sign_in(client, next="/en/record/")["Location"] == "/en/sign-in/code/"
    assert client.get("/account/").status_code == 302  # the password alone opens nothing
    assert client.post("/en/sign-in/code/", {"code": now_code(device)})["Location"] == "/en/record/"
    assert client.get("/account/").status_code == 200


def test_a_code_holds_once(team, enrolled):
    _client, device, _codes = enrolled
    code = now_code(device)
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client)
    assert first.post("/en/sign-in/code/", {"code": code}).status_code == 302
    answer = second.post("/en/sign-in/code/", {"code": code})
    assert "was used already" in answer.content.decode()


def test_a_recovery_code_holds_once_and_is_not_kept_as_it_is(team, enrolled):
    _client, _device, codes = enrolled
    assert not RecoveryCode.objects.filter(digest__in=codes).exists()
    for expected in (302, 200):
        client = Client()
        sign_in(client)
        assert client.post("/en/sign-in/code/", {"code": codes[0].upper()}).status_code == expected
    assert Audit.objects.get(action="recovery-code-used").details == {"left": 9}


def test_wrong_codes_slow_down_the_next(team, enrolled):
    client = Client()
    sign_in(client)
    for _ in range(4):
        answer = client.post("/en/sign-in/code/", {"code": "000000"})
    assert re.search(r"Wait \d+ seconds? before the next", answer.content.decode())
    device = factor.device_of(team)
    assert client.post("/en/sign-in/code/", {"code": now_code(device)}).status_code == 200


def test_the_step_after_the_password_does_not_wait_for_ever(team, enrolled):
    client = Client()
    sign_in(client)
    session = client.session
    session["awaits"] = {**session["awaits"], "at": int(time.time()) - 601}
    session.save()
    assert client.post("/en/sign-in/code/", {"code": now_code(factor.device_of(team))})["Location"] == "/en/sign-in/"


def test_setting_up_a_factor_ends_sessions_that_gave_none(team):
    other = Client()
    sign_in(other)
    client = Client()
    sign_in(client)
    client.post("/account/factors/", {"code": now_code(factor.proposed(team))})
    assert other.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


def test_a_wrong_code_sets_nothing_up(team):
    client = Client()
    sign_in(client)
    assert "not the code of now" in client.post("/en/account/factors/", {"code": "abc"}).content.decode()
    assert factor.device_of(team) is None


def test_removing_the_factor_asks_for_the_password(team, enrolled):
    client, _device, _codes = enrolled
    client.post("/account/factors/change/", {"password": "wrong", "what": "remove"})
    assert factor.device_of(team) is not None
    client.post("/account/factors/change/", {"password": PASSWORD, "what": "remove"})
    assert factor.device_of(team) is None
    assert RecoveryCode.objects.count() == 0


def test_new_recovery_codes_replace_the_old(team, enrolled):
    client, _device, codes = enrolled
    client.post("/account/factors/change/", {"password": PASSWORD, "what": "codes"})
    assert not factor.verify(team, codes[0])


@pytest.mark.parametrize(("asked", "role", "due"), [("administrators", "administrator", True), ("administrators", "editor", False), ("everybody", "reader", True), ("", "administrator", False)])  # fmt: skip
def test_a_second_factor_may_be_required(team, person, monkeypatch, asked, role, due):
    monkeypatch.setattr(settings, "TWO_FACTORS", asked)
    client = person(role)
    answer = client.get("/en/")
    assert (answer.status_code == 302) == due
    if due:
        assert answer["Location"] == "/en/account/factors/"
        assert client.get("/en/account/factors/").status_code == 200


def test_the_key_signs_in_once(desk):
    key = make_key()
    first, second = Client(), Client()
    assert first.get("/enter/", {"key": key})["Location"] == "/"
    assert first.get("/people/").status_code == 200
    assert "was used already" in second.get("/en/enter/", {"key": key}).content.decode()
    assert second.get("/people/").status_code == 302


@pytest.mark.parametrize("key", ["", "x", "\ud800", "a" * 500])
def test_no_other_key_signs_in(desk, key):
    make_key()
    client = Client()
    client.post("/enter/", {"key": key.encode("utf-8", "surrogatepass").decode("utf-8", "replace")})
    assert client.get("/account/").status_code == 302


def test_a_new_key_replaces_the_last(desk):
    old = make_key()
    new = make_key()
    client = Client()
    client.get("/enter/", {"key": old})
    assert client.get("/account/").status_code == 302
    client.post("/enter/", {"key": new})
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize("elsewhere", [Mode.TEAM, Mode.PUBLIC])
def test_a_key_opens_only_the_local_desk(desk, mode, elsewhere):
    key = make_key()
    mode(elsewhere)
    client = Client()
    client.get("/enter/", {"key": key})
    assert Session.objects.count() == 0


def test_the_local_session_does_not_open_a_teams_desk(desk, mode):
    client = Client()
    client.get("/enter/", {"key": make_key()})
    mode(Mode.TEAM)
    assert client.get("/").status_code == 302


def test_at_this_machine_nobody_reads_without_the_key(client, locked):
    for path in ("/", "/en/map/", "/article/1/", "/feed/", "/export/jsonl/", "/people/"):
        answer = client.get(path)
        assert answer.status_code == 302, path
        assert "/sign-in/?next=" in answer["Location"], path
    assert client.get("/api/1/events").status_code == 401
    assert client.get("/en/comments/of/1/").status_code in (302, 404)
    page = client.get("/en/sign-in/?next=/en/article/1/").content.decode()
    assert "marsad user key" in page
    assert 'name="next" value="/en/article/1/"' in page


def test_the_key_leads_to_the_page_that_was_asked_for(client, locked):
    answer = client.post("/en/enter/", {"key": make_key(), "next": "/en/article/1/"})
    assert answer["Location"] == "/en/article/1/"
    assert client.get("/en/article/1/").status_code == 200
    assert client.post("/sign-out/")["Location"] == "/sign-in/"
    away = client.post("/en/enter/", {"key": make_key(), "next": "https://evil.example/"})
    assert away["Location"] == "/en/"


def test_without_the_key_nobody_acts_where_all_may_read(client):
    assert client.get("/").status_code == 200
    for path in ("/people/", "/record/", "/account/"):
        assert client.get(path).status_code == 302
    assert "marsad user key" in client.get("/en/sign-in/").content.decode()


def test_htmx_leaves_the_page_to_sign_in(team):
    answer = Client().get("/en/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/en/article/1/"})
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/en/sign-in/?next=/en/article/1/"
