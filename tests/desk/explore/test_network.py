"""The network's page: nodes, arrows that lead to their events, the table, and what is left out."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from marsad.desk.asked import filter_of
from marsad.desk.explore.aggregate import Pair
from marsad.desk.explore.network import Node, narrowed, path_of, weights_of
from marsad.store.query import events


def found_by(address):
    return events(filter_of(QueryDict(address.partition("?")[2])))


@pytest.mark.parametrize("nodes", ["entity", "country", "sector"])
@pytest.mark.parametrize("question", ["", "&type=ASSAULT", "&whom=:GOV", "&who=SAU"])
def test_an_arrow_leads_to_its_events(client, nodes, question):
    context = client.get(f"/network/?nodes={nodes}{question}").context
    for row in context.get("rows", ()):
        assert found_by(row.address).count() == row.count == sum(row.classes)


def test_the_sample_has_arrows_of_each_kind(client):
    for nodes in ("entity", "country", "sector"):
        context = client.get(f"/network/?nodes={nodes}").context
        assert context["arrows"]
        assert len(context["arrows"]) + context["not_drawn_pairs"] == len(context["rows"]) + context["more_rows"]
        assert {arrow.actor for arrow in context["arrows"]} <= {node.name for node in context["nodes_drawn"]}


def test_names_are_in_the_pages_language(client):
    def names(address):
        return {node.name for node in client.get(address).context["nodes_drawn"]}

    assert "السعودية" in names("/network/?nodes=country")
    assert "Saudi Arabia" in names("/en/network/?nodes=country")
    assert "Armed forces" in names("/en/network/?nodes=sector")


def test_what_was_asked_for_before_stays_asked_for():
    assert narrowed("", "SYR", "country") == "SYR"
    assert narrowed("", "MIL", "sector") == ":MIL"
    assert narrowed(":MIL", "SYR", "country") == "SYR:MIL"
    assert narrowed("SYR", "MIL", "sector") == "SYR:MIL"
    assert narrowed("SYR:MIL", "SYR", "country") == "SYR:MIL"
    assert narrowed("الجيش", "SYR", "country") == "الجيش"
    assert narrowed("SYR", "syrian-army", "entity") == "syrian-army"


def test_there_and_back_are_two_lines():
    one, two = (Node(key, key, key, "", x, 100.0, 10.0, 1) for key, x in (("a", 100.0), ("b", 300.0)))
    assert len({path_of(one, two), path_of(two, one), path_of(one, one)}) == 3


def test_within_one_key_counts_once():
    assert weights_of([Pair("a", "a", (2, 0, 0, 0)), Pair("a", "b", (0, 0, 0, 3))]) == {"a": 5, "b": 3}


def test_nothing_found_is_said(client):
    assert "has both an actor and a recipient" in client.get("/en/network/?from=1800&to=1801").content.decode()


@pytest.mark.parametrize("question", ["nodes=planet", "top=1000"])
def test_what_cannot_be_drawn_is_said(client, question):
    assert client.get(f"/network/?{question}").status_code == 400


def test_queries_are_few(client):
    with CaptureQueriesContext(connection) as queries:
        client.get("/network/")
    assert len(queries) <= 16
