"""Every page has a right; on the public site nothing but what is published is there."""

import pytest
from django.conf import settings
from django.test import Client
from tests.desk.walk import addresses, crawl

from marsad.desk.mode import Mode
from marsad.desk.people.sessions import Session
from marsad.desk.rights import Right

# The API proper guards itself, by token (desk/api/guard.py), and is not there on the public site.
GUARDED_ELSEWHERE = ("api-",)


def test_the_walk_finds_the_desk(desk):
    found = addresses()
    assert {"news", "people", "comments", "publish"} <= {address.part for address in found}
    assert {"/article/1/", "/people/1/x/", "/robots.txt", "/sitemap-1.xml"} <= {address.path for address in found}


def test_every_view_carries_a_right(desk):
    bare = [a.path for a in addresses() if not isinstance(a.right, Right) and not a.part.startswith(GUARDED_ELSEWHERE)]
    assert bare == []


@pytest.mark.parametrize("role", [None, "administrator"])
def test_the_public_site_is_what_is_published_and_nothing_else(mode, person, role):
    client = person(role) if role else Client()
    mode(Mode.PUBLIC)
    before = Session.objects.count()
    for address in addresses():
        hidden = address.part not in settings.PUBLISHED or address.right > Right.READ
        for answer in (client.get(address.path), client.post(address.path), client.put(address.path)):
            assert not answer.cookies, address
            if hidden:
                assert answer.status_code == 404, address
            else:
                assert answer.status_code in (200, 400, 403, 404, 405), address
    assert Session.objects.count() == before


def test_the_public_site_leads_nowhere_that_is_not_there(mode, desk):
    mode(Mode.PUBLIC)
    pages = list(crawl(Client(), "/", "/en/"))
    assert len(pages) > 10
    for path, answer in pages:
        assert answer.status_code == 200, path
        assert not answer.cookies, path


def test_the_public_site_knows_nobody(mode, person):
    client = person("administrator")
    mode(Mode.PUBLIC)
    page = client.get("/en/").content.decode()
    for word in ("a-administrator", "Sign", "People", "Record", "csrf", "CSRF"):
        assert word not in page


@pytest.mark.parametrize("chosen", [Mode.TEAM, Mode.LOCAL])
def test_a_closed_desk_shows_nothing_to_who_is_not_signed_in(mode, desk, locked, chosen):
    mode(chosen)
    client = Client()
    for address in addresses():
        if address.right is Right.OPEN:
            continue
        answer = client.get(address.path)
        if address.part.startswith(GUARDED_ELSEWHERE):
            assert answer.status_code in (401, 404) or address.name == "openapi-json", address
        else:
            assert answer.status_code in (302, 405), address
            assert answer.status_code == 405 or "/sign-in/?next=" in answer["Location"], address


@pytest.mark.parametrize("chosen", [Mode.LOCAL, Mode.TEAM])
@pytest.mark.parametrize("role", ["reader", "reviewer", "editor"])
def test_who_has_too_little_right_is_refused(mode, person, role, chosen):
    mode(chosen)
    client = person(role)
    held = {"reader": Right.KEEP, "reviewer": Right.REVIEW, "editor": Right.EDIT}[role]
    for address in addresses():
        if isinstance(address.right, Right) and address.right > held:
            assert client.get(address.path).status_code == 403, address
            assert client.post(address.path).status_code == 403, address


def test_every_post_asks_for_the_forms_token(mode, person):
    mode(Mode.TEAM)
    signed_in = person("administrator")
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in.cookies
    for address in addresses():
        if not address.part.startswith(GUARDED_ELSEWHERE):
            answer = client.post(address.path, {"do": "approve:1"})
            assert answer.status_code == 403, address
            assert 'class="panel problem"' in answer.content.decode(), address
