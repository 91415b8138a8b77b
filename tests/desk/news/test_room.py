"""The reading room: anatomy, evidence in pieces, what stands beside it, neighbours, readings, failures."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.counted import queries

from marsad.desk.news.segment import Marked, segments
from marsad.span import Span
from marsad.store import models
from marsad.store.query import Filter, events


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_pieces_are_the_text_and_know_their_marks(text, pairs):
    whole = Span(0, len(text))
    marks = [Marked(Span(min(a, b), max(a, b)), f"event-{n}", "actor") for n, (a, b) in enumerate(pairs)]
    pieces = segments(text, whole, marks)
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        span = Span(piece.start, piece.start + len(piece.text))
        assert set(piece.marks) == {mark for mark in marks if mark.span.covers(span) and mark.span.overlaps(span)}
        lengths = [mark.span.stop - mark.span.start for mark in piece.marks]
        assert lengths == sorted(lengths, reverse=True)


def test_nested_and_overlapping_marks_of_mixed_words():
    text = "قصف F-16 مواقع 12 في حلب"
    actor, recipient, place = (Marked(Span(*span), "event-1", role) for span, role in [((4, 8), "actor"), ((6, 17), "recipient"), ((9, 14), "place")])  # fmt: skip
    pieces = segments(text, Span(0, len(text)), [place, recipient, actor])
    assert [(p.text, [m.role for m in p.marks]) for p in pieces] == [
        ("قصف ", []), ("F-", ["actor"]), ("16", ["recipient", "actor"]), (" ", ["recipient"]),
        ("مواقع", ["recipient", "place"]), (" 12", ["recipient"]), (" في حلب", []),
    ]  # fmt: skip
    assert (pieces[4].role, pieces[4].around) == ("place", "recipient")


@pytest.fixture
def blog(client):
    """The number of the sample article with all parts."""
    return models.Article.objects.get(name__contains="blog").pk


def test_the_parts_of_an_article_are_told_apart(client, blog):
    anatomy = client.get(f"/article/{blog}/").context["anatomy"]
    assert [part.text for part in anatomy.category] == ["المغرب العربي"]
    assert anatomy.headline.text == "رئيس الأركان الجزائري يزور موريتانيا"
    assert [part.text for part in anatomy.author] == ["سالم بن عمار"]
    assert "heading" in {part.kind for part in anatomy.body}
    assert {part.kind for part in anatomy.rest} >= {"comment", "neighbour"}


def test_the_text_on_the_page_is_the_stored_text(client, blog):
    answer = client.get(f"/article/{blog}/")
    text = answer.context["kept"].record.text
    found = re.findall(r'<(?:a|span) [^>]*data-start="(\d+)"[^>]*>([^<]*)</', answer.content.decode())
    assert found
    for start, words in found:
        assert text.startswith(html.unescape(words), int(start))


def test_every_event_marks_its_words(client, blog):
    answer = client.get(f"/article/{blog}/")
    page, kept = answer.content.decode(), answer.context["kept"]
    for number, event in zip(kept.events, kept.record.events, strict=True):
        assert f'id="event-{number}"' in page
        marked = "".join(words for marks, words in re.findall(r'data-marks="([^"]*)"[^>]*>([^<]*)<', page) if f"event-{number}:trigger" in marks.split())  # fmt: skip
        assert html.unescape(marked) == event.trigger.of(kept.record.text)


def test_every_field_is_explained(client, blog):
    for card, grounds in client.get(f"/en/article/{blog}/").context["explained"]:
        rules = {ground.key: ground.rule for ground in grounds}
        assert rules["trigger"] == card.event.rules["trigger"]
        assert "bias" in rules["confidence"]
        assert sum(ground.key == "actor" for ground in grounds) == len(card.event.actors)
        assert all(ground.words for ground in grounds if ground.key in ("actor", "recipient", "place", "time"))


def test_claims_quotations_relations_and_entities_stand_beside(client, blog):
    context = client.get(f"/en/article/{blog}/").context
    record = context["kept"].record
    assert len(context["quotations"]) == len(record.quotations) > 0
    assert len(context["relations"]) == len(record.relations) > 0
    assert len(context["entities"]) == len(record.entities) > 0
    assert sum(len(one.cards) for one in context["claims"]) == sum(event.claim is not None for event in record.events)


def test_an_earlier_reading_can_be_read(client, blog):
    current = models.Reading.objects.get(article=blog, current=True)
    earlier = models.Reading.objects.create(
        article_id=blog, text=current.text, code="0.0", lexicon="earlier", read_at=current.read_at, current=False
    )
    answer = client.get(f"/en/article/{blog}/")
    assert f"?reading={earlier.pk}" in answer.content.decode()
    assert "This is an earlier reading" in client.get(f"/en/article/{blog}/?reading={earlier.pk}").content.decode()
    other = models.Reading.objects.exclude(article=blog).first()
    assert client.get(f"/article/{blog}/?reading={other.pk}").status_code == 404
    assert client.get(f"/article/{blog}/?reading=x").status_code == 404


def test_neighbours_are_those_of_the_list(client):
    asked = Filter(type=("ASSAULT",))
    order = list(dict.fromkeys(events(asked).values_list("reading__article", flat=True)))
    assert len(order) > 2
    for at, number in enumerate(order):
        found = client.get(f"/article/{number}/?type=ASSAULT").context["neighbours"]
        assert found.in_list
        assert (found.newer and found.newer.article_id) == (order[at - 1] if at else None)
        assert (found.older and found.older.article_id) == (order[at + 1] if at + 1 < len(order) else None)


def test_neighbours_are_else_those_of_the_outlet(client, blog):
    found = client.get(f"/article/{blog}/").context["neighbours"]
    source = models.Article.objects.get(pk=blog).source_id
    assert not found.in_list
    for one in filter(None, (found.newer, found.older)):
        assert models.Article.objects.get(pk=one.article_id).source_id == source


def test_a_page_that_failed_says_why(client):
    models.Article.objects.create(form="page", name="broken.html", path="/in/broken.html", error="no text in it", fetched_at="2020-01-01T00:00Z", added_at="2020-01-01T00:00Z")  # fmt: skip
    number = models.Article.objects.get(name="broken.html").pk
    page = client.get(f"/en/article/{number}/").content.decode()
    assert "no text in it" in page
    assert "marsad retry" in page
    assert f"/en/article/{number}/" in client.get("/en/failures/").content.decode()
    assert "1 page could not be read" in client.get("/en/").content.decode()


def test_no_article_is_no_page(client):
    assert client.get("/article/999999/").status_code == 404


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd"])
def test_only_addresses_of_the_web_are_links(client, blog, url):
    models.Article.objects.filter(pk=blog).update(url=url)
    assert f'href="{url}"' not in client.get(f"/article/{blog}/").content.decode()


def test_what_comes_from_the_page_is_no_markup(client, blog):
    reading = models.Reading.objects.get(article=blog, current=True)
    text = reading.text
    text.text = text.text.replace("نواكشوط", "<b>ن</b>")
    text.save()
    assert "<b>ن" not in client.get(f"/article/{blog}/").content.decode()


def test_an_article_takes_as_many_queries_however_long_it_is(client):
    counts = {n: len(queries(lambda n=n: client.get(f"/article/{n}/"))) for n in models.Article.objects.filter(error=None).values_list("pk", flat=True)}  # fmt: skip
    assert max(counts.values()) <= 32
