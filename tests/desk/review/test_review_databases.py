"""The queue, judging and agreement on both databases: what depends on locks, on JSON and on rows as values."""

import pytest
from tests.store.conftest import archive, document, empty_database, empty_file, keep  # noqa: F401

from marsad.desk.news.models import SavedSearch
from marsad.desk.review import agreed, decide, order
from marsad.desk.serve import make_tables
from marsad.span import Span
from marsad.store import models
from marsad.store.judged import disputes
from marsad.store.query import Filter

TEXT = "قصف الجيش السوري مدينة حلب أمس. وزار وزير الخارجية التركي تونس اليوم."


@pytest.fixture
def filled(archive):  # noqa: F811
    make_tables()
    keep(
        document(text=TEXT, published="2020-07-04"), document("b.txt", TEXT.replace(" أمس", ""), published="2020-07-03")
    )
    return [models.User.objects.create(username=name, role=role) for name, role in (("a", "reviewer"), ("b", "editor"))]


def test_the_queue_and_its_points(filled):
    here, there = (models.Source.objects.create(name=name) for name in ("a.example", "b.example"))
    first, second = models.Event.objects.filter(type="ASSAULT").order_by("id")
    models.Event.objects.filter(pk=first.pk).update(source=here, day="2020-07-03")
    models.Event.objects.filter(pk=second.pk).update(source=there, day="2020-07-03")
    SavedSearch.objects.create(user=filled[0], name="s", address="who=SYR:MIL")
    queued = {row.event: row for row in order.first_of(Filter(), filled[0], 10)}
    assert queued[first.pk].use == queued[second.pk].use == order.SHARED + order.SOUGHT
    assert {row.use for row in queued.values()} == {0, order.SHARED + order.SOUGHT}
    assert {row.recency for row in queued.values()} == {0.25}
    assert order.next_of(Filter(), filled[0], [first.pk]) == second.pk
    assert order.progress(Filter(), filled[0]) == order.Progress(4, 0, 0)


def test_judgements_differ_and_are_settled(filled):
    reviewer, editor = filled
    other = models.User.objects.create(username="c", role="reviewer")
    event = models.Event.objects.filter(type="ASSAULT").first()
    kept = decide.judge(reviewer, event, "correct", "mode", {"mode": "aerial"})
    decide.judge(other, event, "correct", "mode", {"mode": "heavy-weapons"})
    assert decide.judge(reviewer, event, "correct", "mode", {"mode": "aerial"}) == kept
    assert disputes() == [(event.pk, "mode")]
    assert order.first_of(Filter(), reviewer, 1)[0].conflict
    assert len(agreed.differences(disputes())[0].judgements) == 2
    assert decide.settle(editor, kept.pk) == 1
    assert disputes() == []
    (overall, _mode) = agreed.measures(agreed.units(agreed.counted()), models.User.objects.in_bulk())
    assert overall.alpha.units == 1


def test_undo_and_additions(filled):
    reviewer, _editor = filled
    event = models.Event.objects.filter(type="CONSULT").first()
    first = decide.judge(reviewer, event, "accept")
    second = decide.judge(reviewer, event, "reject")
    added = decide.add(reviewer, event.reading, Span(5, 10), {"type": "AID", "status": "fact"})
    assert [decide.undo(reviewer) for _ in range(4)] == [added, second, first, None]
    decide.reinstate(reviewer, second.pk)
    assert list(models.Judgement.objects.filter(withdrawn_at=None)) == [second]
