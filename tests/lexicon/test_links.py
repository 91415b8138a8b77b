"""What entities are tied to: both directions, the linter's rules, and names that a date tells apart."""

import pytest

from marsad.lexicon.check_links import link_faults, share_by_date
from marsad.lexicon.tie import ties
from marsad.lexicon.word import Name
from marsad.page import read_page


def group(id_, *links, start=None, stop=None):
    return Name(id_, id_, None, "organisation", "SYR", "REB", (), start=start, stop=stop, links=links)


def link(kind, of, date=None):
    return {"kind": kind, "of": of, **({"from": date, "source": "register"} if date else {})}


OLD = group("old", start="2012-01", stop="2016-07")


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        ([group("a", link("renamed-from", "nobody"))], "nobody"),
        ([group("a", link("married-to", "old")), OLD], "unknown kind"),
        ([group("a", link("part-of", "a"))], "to itself"),
        ([group("a", link("renamed-from", "old", "2016-07"), start="2017-01"), OLD], "but the entity is from 2017-01"),
        ([group("a", link("merged-into", "old", "2015-01"), stop="2014-02"), OLD], "but the entity is to 2014-02"),
        ([group("a", link("split-from", "old", "2011-05")), OLD], "but the other is from 2012-01"),
        ([group("a", link("merged-into", "old", "2018-05")), OLD], "but the other is to 2016-07"),
        ([group("a", link("renamed-from", "b")), group("b", link("formed-by", "a"))], "comes from itself"),
        ([group("a", link("merged-into", "b")), group("b", link("merged-into", "a"))], "comes from itself"),
    ],
)
def test_a_faulty_link_is_told(names, fault):
    assert any(fault in line for line in link_faults(names))


@pytest.mark.parametrize(
    "names",
    [
        [group("a", link("renamed-from", "old", "2016-07"), start="2016-07"), OLD],
        [group("a", link("renamed-from", "old", "2016"), start="2016-07"), OLD],
        [group("a", link("part-of", "old")), OLD],
        [group("a", link("split-from", "b")), group("b", link("split-from", "c")), group("c")],
    ],
)
def test_links_in_order_have_no_fault(names):
    assert list(link_faults(names)) == []


def test_two_may_share_a_name_where_one_follows_the_other():
    later = group("later", link("renamed-from", "old", "2016-07"), start="2016-07")
    assert share_by_date(OLD, later)
    assert not share_by_date(OLD, group("stranger", start="2016-07"))
    assert not share_by_date(OLD, group("early", link("split-from", "old"), start="2014-01"))
    assert not share_by_date(OLD, group("undated", link("renamed-from", "old")))


def test_ties_are_told_from_both_sides(lexicon):
    nusra, front = lexicon.entity("nusra"), lexicon.entity("jabhat-fath-sham")
    assert ("renamed-to", "jabhat-fath-sham", "2016-07") in told(nusra, lexicon)
    assert {("renamed-from", "nusra", "2016-07"), ("merged-into", "hts", "2017-01")} <= told(front, lexicon)
    assert ("merged-from", "jabhat-fath-sham", "2017-01") in told(lexicon.entity("hts"), lexicon)


def told(entry, lexicon):
    return {(tie.kind, tie.other.id, tie.link.get("from")) for tie in ties(entry, lexicon)}


@pytest.mark.parametrize(
    ("published", "entity", "country"),
    [("2010-05-01", "splm-sudan", "SDN"), ("2014-05-01", "splm", "SSD")],
)
def test_the_date_of_an_article_tells_whose_name_it_is(reader, published, entity, country):
    article = reader.read("هاجمت الحركة الشعبية لتحرير السودان بلدة حدودية.", published=published)
    found = [m for m in article.mentions if m.proper and m.kind == "organisation"]
    assert [(m.entity, m.country) for m in found] == [(entity, country)]


def test_without_a_date_nothing_is_chosen(reader):
    article = reader.read_page(read_page("هاجمت الحركة الشعبية لتحرير السودان بلدة حدودية."))
    assert [m.entity for m in article.mentions if m.proper and m.kind == "organisation"] == [None]
