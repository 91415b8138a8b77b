"""Proper names in sentences of our own: the golden cases, and the examples of the heads of bodies' names."""

import re

import pytest
from tests.conftest import cases

from marsad.lexicon.source import lexicon_dir, read_yaml
from marsad.page import read_sentences
from marsad.record import MentionKind

HEADS = read_yaml(lexicon_dir() / "names/bodies.yaml")["heads"]


def outermost(reader, text):
    """(kind, words) of the names of a text that lie in no longer one."""
    article = reader.read_page(read_sentences([text]))
    names = [m for m in article.mentions if m.proper]
    inner = [n for n in names if any(o.span != n.span and o.span.covers(n.span) for o in names)]
    return {f"{n.kind.value} {n.span.of(article.text)}" for n in names if n not in inner}


@pytest.mark.parametrize("case", cases("names.txt"))
def test_names(reader, case):
    text, wanted = (part.strip() for part in case.split("|"))
    assert outermost(reader, text) == {name.strip() for name in wanted.split(";") if name.strip()}


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head["noun"])
def test_a_head_makes_the_name_of_its_example(reader, head):
    marked = re.search(r"\{(.+?)\}", head["example"]).group(1)
    text = re.sub(r"[{}]", "", head["example"])
    assert f"{MentionKind.ORGANISATION.value} {marked}" in outermost(reader, text)


@pytest.mark.parametrize("head", [head for head in HEADS if "counter" in head], ids=lambda head: head["noun"])
def test_a_head_makes_no_name_of_its_counter_example(reader, head):
    assert not {name for name in outermost(reader, head["counter"]) if name.startswith("organisation")}


def test_every_name_has_its_rule_and_lies_in_the_text(reader):
    text = "قال المتحدث سامر حداد من كتيبة شهداء الوادي في قرية بيت نعامة إن الفلسطينيين رحبوا."
    article = reader.read_page(read_sentences([text]))
    rules = {m.rule for m in article.mentions if m.proper}
    assert rules == {
        "name:person:given_and_family",
        "name:body:construct",
        "name:land:place_word",
        "name:people:nationals",
    }


def test_an_unknown_person_speaks(reader):
    article = reader.read_page(read_sentences(["قال محمد سعيد الهلالي إن مسلحين قصفوا القرية."]))
    assert {e.claim.speaker.text for e in article.events if e.claim} == {"محمد سعيد الهلالي"}
    assert {e.claim.speaker.kind for e in article.events if e.claim} == {MentionKind.PERSON}


def test_who_wrote_does_not_speak(reader):
    article = reader.read_page(read_sentences(["سامر حداد - عمان: أدان الوزير قصف القرية."]))
    assert all(e.claim is None or "سامر" not in e.claim.speaker.text for e in article.events)
