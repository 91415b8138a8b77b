"""Saved searches: each user's own, opened, renamed, deleted, brought back."""

import pytest

from marsad.desk.news.models import SavedSearch

pytestmark = pytest.mark.usefixtures("desk")


def keep(client, name="عنف", address="type=ASSAULT"):
    return client.post("/en/saved/keep/", {"name": name, "address": address}, follow=True)


def names(client):
    return [search.row.name for search in client.get("/en/saved/").context["searches"]]


def test_a_search_is_saved_and_leads_back_to_its_events(person):
    reader = person("reader")
    answer = keep(reader)
    assert answer.redirect_chain[-1][0] == "/en/?type=ASSAULT"
    (search,) = reader.get("/en/saved/").context["searches"]
    assert search.row.address == "type=ASSAULT"
    assert search.count == reader.get("/en/?type=ASSAULT").context["count"]


def test_an_address_is_kept_in_its_one_form(person):
    reader = person("reader")
    keep(reader, address="q=&type=ASSAULT&page=3")
    assert SavedSearch.objects.get().address == "type=ASSAULT"


def test_what_cannot_be_asked_is_not_saved(person):
    assert keep(person("reader"), address="type=KILL").status_code == 400
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_name_must_be_one(person, name):
    assert "1 to 100" in keep(person("reader"), name=name).content.decode()
    assert not SavedSearch.objects.exists()


def test_a_name_is_taken_once_by_a_user(person):
    reader, reviewer = person("reader"), person("reviewer")
    keep(reader)
    assert "choose another name" in keep(reader, address="type=AID").content.decode()
    keep(reviewer)
    assert sorted(SavedSearch.objects.values_list("address", flat=True)) == ["type=ASSAULT", "type=ASSAULT"]


def test_a_search_is_renamed(person):
    reader = person("reader")
    keep(reader)
    reader.post(f"/en/saved/{SavedSearch.objects.get().pk}/rename/", {"name": "آخر"})
    assert names(reader) == ["آخر"]


def test_a_deleted_search_can_be_brought_back(person):
    reader = person("reader")
    keep(reader)
    answer = reader.post(f"/en/saved/{SavedSearch.objects.get().pk}/delete/")
    assert names(reader) == []
    reader.post("/en/saved/restore/", {"token": answer.context["token"]})
    assert names(reader) == ["عنف"]
    assert SavedSearch.objects.get().address == "type=ASSAULT"


def test_what_was_deleted_comes_back_to_its_owner_alone(person):
    reader, other = person("reader"), person("reviewer")
    keep(reader)
    token = reader.post(f"/en/saved/{SavedSearch.objects.get().pk}/delete/").context["token"]
    other.post("/en/saved/restore/", {"token": token})
    reader.post("/en/saved/restore/", {"token": token + "x"})
    assert not SavedSearch.objects.exists()


def test_others_searches_are_not_there(person):
    reader, other = person("reader"), person("reviewer")
    keep(reader)
    number = SavedSearch.objects.get().pk
    assert other.post(f"/en/saved/{number}/delete/").status_code == 404
    assert other.post(f"/en/saved/{number}/rename/", {"name": "x"}).status_code == 404
    assert names(other) == []
    assert names(reader) == ["عنف"]


def test_a_search_that_can_be_asked_no_longer_says_so(person):
    reader = person("reader")
    SavedSearch.objects.create(user=reader.user, name="قديم", address="type=GONE")
    (search,) = reader.get("/en/saved/").context["searches"]
    assert "GONE" in search.wrong


def test_who_has_not_signed_in_has_none(client):
    assert client.get("/en/saved/").status_code in (302, 403)
    assert 'action="/en/saved/keep/"' not in client.get("/en/").content.decode()
