"""The API: lists, single things, filters, paging, ETags, limits, tokens."""

import pytest

from marsad.desk.mode import Mode
from marsad.store import models


def get(client, path, **headers):
    return client.get(f"/api/1/{path}", headers=headers)


def test_events_are_those_of_the_archive_latest_first(client):
    body = get(client, "events?limit=100").json()
    assert body["count"] == models.Event.objects.filter(current=True).count() > 10
    latest = models.Event.objects.filter(current=True).order_by("-day", "-id").values_list("pk", flat=True)
    assert [event["id"] for event in body["results"]] == list(latest)[:100]


def test_a_filter_of_a_page_is_a_filter_here(client):
    body = get(client, "events?type=ASSAULT&from=2000&to=2030-12").json()
    assert body["count"] > 0
    assert {event["type"] for event in body["results"]} == {"ASSAULT"}


def test_offsets_mark_the_words_in_the_articles_text(client):
    event = get(client, "events?type=ASSAULT&limit=1").json()["results"][0]
    article = get(client, f"articles/{event['article']}").json()
    start, stop = event["trigger"]
    assert article["text"][start:stop] == event["trigger_text"]
    assert event["sentence_text"] in article["text"]
    assert f"#event-{event['id']}" in event["evidence_at"]


def test_pages_follow_one_another_without_loss(client):
    seen, address = [], "/api/1/events?limit=7"
    while address:
        body = client.get(address).json()
        seen += [event["id"] for event in body["results"]]
        address = body["next"]
    assert len(seen) == len(set(seen)) == body["count"]
    assert body["previous"]


def test_articles_are_found_by_words_with_their_stretch(client):
    body = get(client, "articles?q=قصف").json()
    assert body["count"] >= 1
    line = body["results"][0]
    assert any("قصف" in line["snippet"][start:stop] for start, stop in line["marks"])
    assert get(client, "articles").json()["count"] >= body["count"]


def test_articles_are_those_of_the_events_that_a_filter_lets_through(client):
    events = get(client, "events?type=ASSAULT&limit=100").json()["results"]
    listed = get(client, "articles?type=ASSAULT&limit=100").json()
    assert {line["id"] for line in listed["results"]} == {event["article"] for event in events}
    assert listed["count"] < get(client, "articles").json()["count"]


def test_entities_and_facets(client):
    states = get(client, "entities?q=سوريا").json()["results"]
    syria = next(one for one in states if one["key"] == "state:SYR")
    assert syria["country"] == "SYR"
    assert get(client, "entities/state:SYR").json()["name"] == syria["name"]
    types = get(client, "facets/type").json()
    assert [value["count"] for value in types] == sorted((value["count"] for value in types), reverse=True)


def test_an_entity_has_the_names_of_its_page(client):
    names = client.get("/en/entity/said-chengriha/").context["names"]
    assert get(client, "entities/said-chengriha").json()["names"] == [words for words, _count in names][:20]


@pytest.mark.parametrize("path", ["events/999999", "articles/999999", "entities/state:XXX", "facets/colour", "nothing"])
def test_what_is_not_there_is_404(client, path):
    assert get(client, path).status_code == 404


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("events?type=KILL", 400, "KILL"),
        ("events?from=2021&to=2020", 400, "exchange"),
        ("events?from=soon", 422, "from"),
        ("events?limit=1000", 422, "limit"),
        ("events?colour=red", 400, "colour"),
        ("events?q=%00", 400, "q"),
        ("entities?q=؟", 400, "names nobody"),
    ],
)
def test_what_cannot_be_asked_is_said(client, path, status, said):
    answer = get(client, path)
    assert answer.status_code == status
    assert said in answer.json()["detail"]


def test_who_has_the_answer_gets_none(client):
    first = get(client, "events?limit=3")
    again = get(client, "events?limit=3", **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    models.Event.objects.filter(pk=first.json()["results"][0]["id"]).update(confidence=0.123)
    assert get(client, "events?limit=3", **{"if-none-match": first["ETag"]}).status_code == 200


def test_nothing_is_written(client):
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/api/1/events").status_code == 405


def test_too_many_requests_are_told_to_wait(client, monkeypatch):
    from marsad.desk.api.service import api

    for throttle in api.throttle:
        monkeypatch.setattr(throttle, "num_requests", 2)
    address = {"REMOTE_ADDR": "192.0.2.77"}
    statuses = [client.get("/api/1/facets/type", **address).status_code for _ in range(4)]
    assert statuses == [200, 200, 429, 429]
    assert int(client.get("/api/1/facets/type", **address)["Retry-After"]) > 0


def test_a_team_needs_a_token(client, person, mode):
    mode(Mode.TEAM)
    answer = get(client, "events")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    words = new_token(person("reader"))
    assert get(client, "events", authorization=f"Bearer {words}").status_code == 200
    assert get(client, "events", authorization=f"Bearer {words}x").status_code == 401


def test_a_wrong_token_is_refused_where_none_is_needed(client):
    assert get(client, "events", authorization="Bearer marsad_wrong").status_code == 401


def new_token(client, name="a script"):
    page = client.post("/en/api/tokens/", {"name": name})
    assert page.status_code == 200
    return page.context["made"]


def test_a_token_is_shown_once_and_kept_as_a_fingerprint(person):
    from marsad.desk.api.models import Token

    client = person("reader")
    words = new_token(client, "<b>خطي</b>")
    assert words.startswith("marsad_")
    listed = client.get("/en/api/tokens/").content.decode()
    assert words not in listed
    assert "&lt;b&gt;خطي&lt;/b&gt;" in listed
    assert words not in str(Token.objects.values())


def test_a_revoked_token_opens_nothing(client, person, mode):
    from marsad.desk.api.models import Token

    owner = person("reader")
    words = new_token(owner)
    token = Token.objects.get()
    stranger = person("administrator")
    assert stranger.post(f"/en/api/tokens/{token.pk}/revoke/").status_code == 404
    mode(Mode.TEAM)
    assert owner.post(f"/en/api/tokens/{token.pk}/revoke/").status_code == 302
    assert get(client, "events", authorization=f"Bearer {words}").status_code == 401
    assert models.Audit.objects.filter(action="revoke-token", user=owner.user).count() == 1


def test_a_token_of_somebody_who_left_opens_nothing(client, person, mode):
    owner = person("reader")
    words = new_token(owner)
    mode(Mode.TEAM)
    owner.user.is_active = False
    owner.user.save()
    assert get(client, "events", authorization=f"Bearer {words}").status_code == 401


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_token_needs_a_name(person, name):
    page = person("reader").post("/en/api/tokens/", {"name": name})
    assert page.status_code == 400
    assert 'class="error"' in page.content.decode()


def test_tokens_need_an_account(client):
    assert client.get("/en/api/tokens/").status_code == 302


def test_the_page_says_every_operation(client):
    from marsad.desk.api.service import api

    page = client.get("/en/api/").content.decode()
    for path in api.get_openapi_schema()["paths"]:
        assert f"GET {path}" in page
    assert client.get("/api/").status_code == 200


def test_lists_take_few_queries(client, django_queries):
    with django_queries() as few:
        get(client, "events?limit=3")
    with django_queries() as many:
        get(client, "events?limit=60")
    assert len(many) == len(few)
