import pytest

from marsad.incident.link import FEATURES, compare, find_incidents
from marsad.page import read_sentences


def article(reader, text, name, day="2020-07-04"):
    return reader.read_page(read_sentences(["عنوان", text], published=day), id=name)


def test_two_reports_of_one_attack_are_joined_and_their_counts_kept_apart(reader):
    one = article(reader, "هاجم مسلحون ثكنة للجيش العراقي وقتل 12 جنديا في الهجوم.", "a")
    other = article(reader, "هاجم مسلحون ثكنة للجيش العراقي وقتل 9 جنود في الهجوم.", "b")
    incidents = [i for i in find_incidents([one, other]) if i.reports[0].event.type == "ASSAULT"]
    assert incidents
    assert {r.article for r in incidents[0].reports} == {0, 1}


def test_different_countries_are_not_joined(reader):
    one = article(reader, "هاجم مسلحون ثكنة للجيش العراقي.", "a")
    other = article(reader, "هاجم مسلحون ثكنة للجيش الليبي.", "b")
    assert find_incidents([one, other]) == []


def test_a_week_apart_is_not_joined(reader):
    one = article(reader, "هاجم مسلحون ثكنة للجيش العراقي.", "a")
    other = article(reader, "هاجم مسلحون ثكنة للجيش العراقي.", "b", day="2020-07-14")
    assert find_incidents([one, other]) == []


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_says_what_it_does(feature):
    assert feature.__doc__


def test_an_edge_gives_its_reasons(reader):
    one = article(reader, "هاجم مسلحون ثكنة للجيش العراقي.", "a")
    incident = find_incidents([one, article(reader, "هاجم مسلحون ثكنة للجيش العراقي.", "b")])[0]
    edge = compare(*incident.reports[:2])
    assert edge.reasons
    assert edge.score == pytest.approx(sum(float(reason.split()[0]) for reason in edge.reasons))
