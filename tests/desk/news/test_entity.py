"""The page of an entity, and the index of entities."""

import pytest
from tests.desk.counted import queries

from marsad.desk.knowledge import lexicon
from marsad.lexicon.tie import ties
from marsad.store import models
from marsad.store.query import Filter, events
from marsad.view.label import label


@pytest.fixture
def general(client):
    """The page of a person whom the sample names often."""
    return client.get("/en/entity/said-chengriha/")


def test_names_are_those_of_the_text(general):
    names = dict(general.context["names"])
    assert sum(names.values()) == sum(
        len(naming.spans) for naming in models.Naming.objects.filter(entity__key="said-chengriha")
    )
    assert any("شنقريحة" in name for name in names)


def test_offices_come_from_the_knowledge_base(general):
    page = general.content.decode()
    assert general.context["offices"]
    assert all(office["title"] in page or office["en"] in page for office in general.context["offices"])


def test_events_are_by_role(client, general):
    counts = {side.role: side.count for side in general.context["sides"]}
    assert counts["actor"] == events(Filter(who="said-chengriha")).count() > 0
    for side in general.context["sides"]:
        assert client.get(f"/en/?{side.address}").context["count"] == side.count
    shown = client.get("/en/entity/state:MRT/?as=recipient")
    assert [card.row for card in shown.context["cards"]] == list(
        events(Filter(whom="state:MRT")).values_list("pk", flat=True)[:10]
    )


def test_companions_are_counted_by_event(client):
    allies = client.get("/en/entity/said-chengriha/").context["others"]
    assert allies
    for one in allies:
        both = events(Filter(who="said-chengriha", whom=one.entity.key)).count()
        assert one.count == both, one.entity.key


def test_relations_show_their_words(general):
    (first, *_) = general.context["relations"]
    assert {"trigger", "actor"} <= {mark.role for piece in first.sentence for mark in piece.marks}


def test_who_is_not_in_the_archive_has_no_page(client):
    assert client.get("/entity/nobody-at-all/").status_code == 404
    assert client.get("/entity/article:1/").status_code == 404


def test_the_index_finds_by_part_of_a_name_in_both_languages(client):
    for name in ("شنقريحة", "Chengriha", "said-chengriha"):
        found = [one.entity.key for one in client.get(f"/en/entities/?q={name}").context["found"]]
        assert found == ["said-chengriha"], name


def test_the_index_has_everybody_the_busiest_first(client):
    context = client.get("/en/entities/").context
    assert context["page"].paginator.count == models.Entity.objects.count()
    counts = [one.count for one in context["found"]]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0


@pytest.mark.parametrize("name", ["لا أحد هنا", "؟؟"])
def test_nobody_found_is_said(client, name):
    assert "Nobody of that name" in client.get(f"/en/entities/?q={name}").content.decode()


def test_an_entity_takes_few_queries(client):
    client.get("/entity/said-chengriha/")
    assert len(queries(lambda: client.get("/entity/said-chengriha/"))) <= 32


@pytest.fixture
def fronts():
    """Two entities that the knowledge base ties to each other, in the archive for one test."""
    rows = [
        models.Entity.objects.create(key=key, kind="organisation", name=key, words="")
        for key in ("nusra", "jabhat-fath-sham")
    ]
    yield rows
    for row in rows:
        row.delete()


def test_ties_of_the_knowledge_base_are_told_from_both_sides(client, fronts):
    shown = client.get("/en/entity/nusra/")
    page = shown.content.decode()
    told = {(link["kind"], link["other"].id) for link in shown.context["links"]}
    assert told == {(tie.kind, tie.other.id) for tie in ties(lexicon().entity("nusra"), lexicon())}
    assert ("renamed-to", "jabhat-fath-sham") in told
    assert all(label(kind, "en") in page for kind, _ in told)
    assert "/en/entity/jabhat-fath-sham/" in page
