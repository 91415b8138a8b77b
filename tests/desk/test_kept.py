"""Counts are kept until the archive changes, a filter at a time."""

from datetime import UTC, datetime

from marsad.desk.kept import kept, state
from marsad.store import models
from marsad.store.query import Filter


def counter():
    made = []

    def make():
        made.append(1)
        return len(made)

    return make


def test_what_was_counted_is_kept_for_its_filter(desk):
    make = counter()
    assert [kept("a", Filter(), make) for _ in range(3)] == [1, 1, 1]
    assert kept("a", Filter(type=("ASSAULT",)), make) == 2
    assert kept("b", Filter(), make) == 3


def test_a_new_reading_and_a_judgement_are_counted_anew(desk):
    make, reading = counter(), models.Reading.objects.first()
    assert kept("a", Filter(), make) == 1
    models.Reading.objects.create(
        article=reading.article,
        text=reading.text,
        code="later",
        lexicon="later",
        read_at=datetime.now(UTC),
        current=False,
    )
    assert kept("a", Filter(), make) == 2
    user = models.User.objects.create_user("a-reviewer", role="reviewer")
    judgement = models.Judgement.objects.create(
        reading=reading, user=user, verdict="add", type="ASSAULT", start=0, stop=1, made_at=datetime.now(UTC), value={}
    )
    assert kept("a", Filter(), make) == 3
    before = state()
    judgement.withdrawn_at = datetime.now(UTC)
    judgement.save()
    assert state() != before


def test_a_reading_that_is_taken_up_again_counts_anew(desk):
    from marsad.store import models

    before = state()
    models.Event.objects.filter(pk=models.Event.objects.order_by("pk").first().pk).update(current=False)
    assert state() != before
