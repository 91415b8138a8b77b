"""The front page: events of a filter, facets, chips, pages, empty states, exports."""

import csv
import io
import json
import re

import pytest
from django.test import Client
from tests.desk.counted import queries

from marsad.store import models
from marsad.store.query import Filter, events


def rows(answer):
    """The numbers of the events that a page shows, in order."""
    return [card.row for day in answer.context["days"] for card in day.cards]


@pytest.fixture
def found(client):
    """Events of the sample by filter, latest first."""
    return lambda **asked: list(events(Filter(**asked)).values_list("pk", flat=True))


def test_the_latest_events_come_first(client, found):
    answer = client.get("/en/")
    assert rows(answer) == found()[:20]
    days = [day.day for day in answer.context["days"] if day.day]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("type=ASSAULT", {"type": ("ASSAULT",)}), ("who=said-chengriha", {"who": "said-chengriha"}),
        ("place=YEM", {"place": "YEM"}), ("status=fact", {"status": ("fact",)}), ("confidence=0.9", {"min_confidence": 0.9}),
    ],
)  # fmt: skip
def test_a_filter_chooses(client, found, question, asked):
    answer = client.get(f"/en/?{question}")
    assert 0 < answer.context["count"] == len(found(**asked)) < len(found())
    assert rows(answer) == found(**asked)[:20]


def test_a_card_says_all_that_was_read(client):
    page = client.get("/en/?type=COERCE").content.decode()
    event = events(Filter(type=("COERCE",))).first()
    assert f"#event-{event.pk}" in page
    trigger = event.reading.text.text[event.start : event.stop]
    assert re.search(rf'<mark class="role-trigger[^"]*">{trigger}</mark>', page)


def test_pages_follow_one_another(client, found):
    shown = [row for number in (1, 2, 3) for row in rows(client.get(f"/en/?page={number}"))]
    assert shown == found()
    assert rows(client.get("/en/?page=99")) == rows(client.get("/en/?page=3"))
    assert rows(client.get("/en/?page=x")) == rows(client.get("/en/"))


def test_facets_narrow_to_what_they_count(client):
    for group in client.get("/en/").context["groups"]:
        for choice in group.choices:
            narrowed = client.get(f"/en/?{choice.address}")
            assert narrowed.context["count"] == choice.count, (group.name, choice.name)


def test_a_chosen_value_leads_back(client):
    groups = client.get("/en/?type=ASSAULT").context["groups"]
    (chosen,) = [choice for group in groups for choice in group.choices if choice.chosen]
    assert chosen.address == ""


def test_counts_are_those_of_the_archive_as_it_is(client):
    counted = sum(choice.count for choice in client.get("/en/").context["groups"][0].choices)
    models.Event.objects.filter(type="ASSAULT").update(current=False)
    assert sum(choice.count for choice in client.get("/en/").context["groups"][0].choices) < counted


def test_chips_take_a_part_of_the_filter_away(client):
    chips = client.get("/en/?type=ASSAULT&type=AID&place=YEM").context["chips"]
    assert [(chip.title, chip.value) for chip in chips] == [("Type", "Assault"), ("Type", "Aid"), ("Place", "Yemen")]
    assert [chip.address for chip in chips] == ["type=AID&place=YEM", "type=ASSAULT&place=YEM", "type=ASSAULT&type=AID"]


def test_an_address_says_nothing_empty(client):
    answer = client.get("/en/?q=&who=&type=ASSAULT&from=")
    assert (answer.status_code, answer["Location"]) == (302, "/en/?type=ASSAULT")


def test_nothing_found_says_what_to_loosen(client, found):
    answer = client.get("/en/?type=ASSAULT&from=1990&to=1991")
    assert answer.context["count"] == 0
    loosened = {chip.title: chip.count for chip in answer.context["loosened"]}
    assert loosened == {"To": len(found(type=("ASSAULT",)))}
    assert "Without one of the filters" in answer.content.decode()


def test_an_empty_archive_says_how_to_fill_it(tmp_path):
    from marsad.desk.serve import make_tables
    from marsad.store.archive import open_archive

    open_archive(str(tmp_path / "empty.sqlite3"), create=True)
    make_tables()
    assert "marsad add" in Client().get("/").content.decode()


def test_articles_are_found_by_their_words(client):
    answer = client.get("/en/?q=الجيش&tab=articles")
    hits = answer.context["hits"]
    assert hits.page.paginator.count == answer.context["article_count"] > 0
    page = answer.content.decode()
    assert page.count('<li class="hit">') == len(hits.found)
    assert re.search(r'<mark class="role-found">[^<]*جيش', page)


def articles_of(answer):
    """The articles that a page lists, in order."""
    return [hit.reading.article_id for hit in answer.context["hits"].found]


@pytest.mark.parametrize("question", ["q=الجيش", "type=ASSAULT", "who=:MIL&status=fact", "place=YEM&from=2015", ""])
def test_the_tab_of_articles_counts_them(client, question):
    events_tab, articles_tab = (client.get(f"/en/?{question}{tab}") for tab in ("", "&tab=articles"))
    listed = articles_tab.context["hits"].page.paginator.count
    assert events_tab.context["article_count"] == articles_tab.context["article_count"] == listed > 0


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("type=ASSAULT", {"type": ("ASSAULT",)}), ("place=YEM", {"place": "YEM"}), ("status=negated", {"status": ("negated",)}),
        ("confidence=0.9", {"min_confidence": 0.9}), ("q=الجيش&type=ASSAULT", {"text": "الجيش", "type": ("ASSAULT",)}),
    ],
)  # fmt: skip
def test_articles_hold_an_event_that_the_filter_lets_through(client, question, asked):
    answer = client.get(f"/en/?{question}&tab=articles")
    held = events(Filter(**asked)).values_list("reading__article", flat=True)
    assert set(articles_of(answer)) == set(held)
    shown = {match.row for hit in answer.context["hits"].found for match in hit.matches}
    assert shown <= set(events(Filter(**asked)).values_list("pk", flat=True))
    assert all(f"#event-{row}" in answer.content.decode() for row in shown)


def test_words_alone_find_articles_without_events_too(client):
    models.Event.objects.update(current=False)
    assert articles_of(client.get("/en/?q=الجيش&tab=articles"))
    assert not articles_of(client.get("/en/?q=الجيش&type=ASSAULT&tab=articles"))


def test_filters_of_the_articles_lead_to_articles(client):
    page = client.get("/en/?type=ASSAULT&tab=articles")
    addresses = [choice.address for group in page.context["groups"] for choice in group.choices]
    assert all("tab=articles" in address for address in [*addresses, *(chip.address for chip in page.context["chips"])])


def test_a_list_of_articles_takes_few_queries(client):
    client.get("/en/?tab=articles")
    client.get("/en/?q=الجيش&tab=articles")
    assert len(queries(lambda: client.get("/en/?tab=articles&type=ASSAULT"))) <= 16


def test_what_comes_from_a_page_is_no_markup(client):
    source = models.Source.objects.create(name="<script>alert(1)</script>")
    models.Event.objects.update(source=source)
    models.Article.objects.update(source=source)
    models.Reading.objects.update(headline="<img src=x>")
    page = client.get("/en/").content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page


def test_a_page_takes_as_many_queries_whatever_it_shows(client):
    client.get("/en/")
    assert len(queries(lambda: client.get("/en/?type=ASSAULT"))) <= 20
    assert abs(len(queries(lambda: client.get("/en/"))) - len(queries(lambda: client.get("/en/?page=3")))) <= 2


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson", "polecat", "cameo", "gold"])
def test_what_is_shown_is_exported(client, found, form):
    answer = client.get(f"/export/{form}/?type=ASSAULT")
    data = b"".join(answer.streaming_content)
    assert re.fullmatch(r'attachment; filename="marsad-[\w-]*ASSAULT-\d{8}\.\w+"', answer["Content-Disposition"])
    assert counted(form, data) == len(found(type=("ASSAULT",))) or form in ("polecat", "cameo")


def counted(form, data):
    """The number of events in a file."""
    if form == "geojson":
        return len(json.loads(data)["features"])
    if form in ("jsonl", "gold"):
        return sum(len(json.loads(line)["events"]) for line in data.splitlines())
    return len(list(csv.DictReader(io.StringIO(data.decode()), delimiter="," if form == "csv" else "\t")))


def test_what_cannot_be_exported_is_no_page(client):
    assert client.get("/export/doc/").status_code == 404
    assert client.get("/export/csv/?type=KILL").status_code == 400


def test_a_table_has_a_row_a_mention_or_a_row_an_event(client):
    rows = {}
    for of in ("", "?events=mentions", "?events=merged"):
        body = b"".join(client.get(f"/en/export/csv/{of}").streaming_content).decode()
        rows[of] = list(csv.DictReader(io.StringIO(body)))
    assert rows[""] == rows["?events=mentions"]
    assert len(rows["?events=merged"]) == len({row["key"] for row in rows[""]}) < len(rows[""])
    assert client.get("/en/export/csv/?events=some").status_code == 400
    assert client.get("/en/export/gold/?events=merged").status_code == 400
