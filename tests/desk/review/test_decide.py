"""Judgements are made, withdrawn and stand again, each with its row of the audit; the reading stays as it is."""

import pytest

from marsad.store import models

from marsad.desk.review import agreed, decide, order  # isort: skip
from marsad.desk.news.models import SavedSearch
from marsad.desk.review.value import Refused
from marsad.span import Span
from marsad.store.judged import FIELDS, disputes
from marsad.store.query import Filter


@pytest.fixture
def user(desk):
    return people("samir")


def people(name, role="reviewer"):
    return models.User.objects.create(username=name, role=role)


def events():
    return list(models.Event.objects.filter(current=True).order_by("id"))


def standing(**filters):
    return models.Judgement.objects.filter(withdrawn_at=None, **filters)


def audit():
    return list(models.Audit.objects.filter(table="judgement").order_by("id").values_list("action", "user__username"))


def reread(event):
    """Another reading counts from now on; the same mention is in it only where that is asked for."""
    old = event.reading
    models.Event.objects.filter(reading=old).update(current=False)
    models.Reading.objects.filter(pk=old.pk).update(current=False)
    new = models.Reading.objects.get(pk=old.pk)
    new.pk, new.lexicon, new.current = None, "newer", True
    new.save()
    return new


def copy(event, reading):
    row = models.Event.objects.get(pk=event.pk)
    row.pk, row.reading, row.current = None, reading, True
    row.save()
    return row


def test_a_judgement_and_its_audit(user):
    event = events()[0]
    before = models.Event.objects.filter(pk=event.pk).values().get()
    made = decide.judge(user, event, "reject", note="لا")
    assert (made.event, made.judged, made.reading, made.type, made.start) == (
        event,
        event,
        event.reading,
        event.type,
        event.start,
    )
    assert models.Event.objects.filter(pk=event.pk).values().get() == {**before, "current": True}
    assert audit() == [("judge", "samir")]


def test_saying_the_same_again_changes_nothing(user):
    event = events()[0]
    assert decide.judge(user, event, "accept") == decide.judge(user, event, "accept")
    assert models.Judgement.objects.count() == len(audit()) == 1


def test_a_later_judgement_takes_the_place_of_the_earlier_and_undo_gives_it_back(user):
    event = events()[0]
    first = decide.judge(user, event, "accept")
    second = decide.judge(user, event, "reject")
    assert list(standing()) == [second]
    assert decide.undo(user) == second
    assert list(standing()) == [first]
    assert decide.undo(user) == first
    assert decide.undo(user) is None
    assert not standing().exists()
    assert models.Judgement.objects.count() == 2


def test_undo_is_of_one_s_own(user):
    decide.judge(people("huda"), events()[0], "accept")
    assert decide.undo(user) is None


def test_withdrawn_and_standing_again(user):
    made = decide.judge(user, events()[0], "accept")
    decide.withdraw(user, made.pk)
    other = decide.judge(user, events()[0], "reject")
    decide.reinstate(user, made.pk)
    assert list(standing()) == [made]
    other.refresh_from_db()
    assert other.withdrawn_by == user
    assert [action for action, _ in audit()] == ["judge", "withdraw-judgement", "judge", "reinstate-judgement"]


def test_others_judgements_are_the_editors(user):
    made = decide.judge(people("huda"), events()[0], "accept")
    for act in (decide.withdraw, decide.reinstate):
        with pytest.raises(Refused):
            act(user, made.pk)
    editor = people("nadia", "editor")
    decide.withdraw(editor, made.pk)
    with pytest.raises(Refused):
        decide.reinstate(made.user, made.pk)  # an editor withdrew it
    decide.reinstate(editor, made.pk)
    assert list(standing()) == [made]


@pytest.mark.parametrize(
    ("verdict", "field", "value"),
    [
        ("maybe", "", None),
        ("add", "", None),
        ("accept", "lemma", None),
        ("correct", "", {"type": "AID"}),
        ("correct", "type", None),
        ("accept", "type", {"type": "AID"}),
    ],
)
def test_what_cannot_be_said(user, verdict, field, value):
    with pytest.raises(Refused):
        decide.judge(user, events()[0], verdict, field, value)
    assert not models.Judgement.objects.exists()


def test_an_event_that_was_read_again_meanwhile(user):
    event = events()[0]
    now = copy(event, reread(event))
    with pytest.raises(decide.Reread) as told:
        decide.judge(user, event, "accept")
    assert told.value.event == now.pk
    decide.judge(user, now, "accept")


def test_an_event_that_is_read_no_longer(user):
    event = events()[0]
    reread(event)
    with pytest.raises(decide.Reread) as told:
        decide.judge(user, event, "accept")
    assert told.value.event is None
    assert not models.Judgement.objects.exists()


def test_what_was_withdrawn_of_an_earlier_reading_stays_so(user):
    event = events()[0]
    made = decide.judge(user, event, "accept")
    decide.withdraw(user, made.pk)
    reread(event)
    with pytest.raises(Refused):
        decide.reinstate(user, made.pk)


def test_an_event_is_added_once(user):
    reading = events()[0].reading
    value = {"type": "AID", "status": "fact"}
    made = decide.add(user, reading, Span(3, 9), value)
    assert (made.type, made.start, made.stop, made.event) == ("AID", 3, 9, None)
    with pytest.raises(Refused):
        decide.add(user, reading, Span(3, 9), value)
    decide.add(people("huda"), reading, Span(3, 9), value)
    assert decide.undo(user) == made


def test_what_the_machine_reads_is_judged_and_not_added(user):
    event = events()[0]
    with pytest.raises(Refused):
        decide.add(user, event.reading, Span(event.start, event.stop), {"type": event.type, "status": "fact"})


def test_a_correction_makes_its_entity_known(user):
    models.Entity.objects.filter(key="state:ISL").delete()
    party = {"span": [0, 4], "text": "كلمة", "rule": "judged", "entity": "state:ISL"}
    decide.judge(user, events()[0], "correct", "actors", {"actors": [party]})
    assert models.Entity.objects.get(key="state:ISL").country == "ISL"


def test_an_editor_settles(user):
    event, huda, editor = events()[0], people("huda"), people("nadia", "editor")
    right, wrong = decide.judge(user, event, "accept", "place"), decide.judge(huda, event, "reject", "place")
    assert disputes() == [(event.pk, "place")]
    with pytest.raises(Refused):
        decide.settle(user, right.pk)
    assert decide.settle(editor, right.pk) == 1
    assert disputes() == []
    assert list(standing()) == [right]
    assert ("settle-judgement", "nadia") in audit()
    wrong.refresh_from_db()
    assert wrong.withdrawn_by == editor
    with pytest.raises(Refused):
        decide.settle(editor, wrong.pk)
    # They did differ: the figures go on saying so.
    assert agreed.units(agreed.counted())[event.pk, "place"] == {user.pk: "accept", huda.pk: "reject"}


def test_who_accepts_an_event_accepts_its_fields(user):
    event, huda = events()[0], people("huda")
    decide.judge(user, event, "accept")
    decide.judge(huda, event, "correct", "mode", {"mode": "aerial"})
    decide.judge(huda, event, "accept", "time")
    units = agreed.units(agreed.counted())
    assert units[event.pk, "time"] == {user.pk: "accept", huda.pk: "accept"}
    assert units[event.pk, "mode"] == {user.pk: "accept", huda.pk: 'correct {"mode": "aerial"}'}
    overall, mode, time = agreed.measures(units, models.User.objects.in_bulk())
    assert (overall.alpha.units, mode.field, time.field) == (2, "mode", "time")
    assert disputes() == []  # nobody else judged the mode by itself
    decide.judge(user, event, "reject", "mode")
    assert [(one.event, one.field) for one in agreed.differences(disputes())] == [(event, "mode")]


def test_one_s_own_withdrawal_is_not_counted(user):
    event = events()[0]
    decide.judge(people("huda"), event, "accept")
    decide.withdraw(user, decide.judge(user, event, "reject").pk)
    assert agreed.counted() == []


def numbers(user, asked=None, passed=()):
    return list(order.queue(asked or Filter(), user, passed).values_list("pk", flat=True))


def test_the_queue_begins_with_conflicts_and_then_with_what_nobody_judged(user):
    some = events()
    huda, nadia = people("huda"), people("nadia")
    decide.judge(huda, some[3], "accept")
    decide.judge(nadia, some[3], "reject")
    decide.judge(huda, some[4], "accept")
    decide.judge(user, some[5], "accept")
    found = numbers(user)
    assert found[0] == some[3].pk
    assert found[-1] == some[4].pk
    assert some[5].pk not in found
    assert len(found) == len(some) - 1


def test_the_first_of_the_queue_are_those_of_the_whole_order(user, django_queries):
    def firsts(passed=()):
        return [row.event for row in order.first_of(Filter(), user, 5, passed)]

    first = firsts()
    with django_queries() as asked:
        assert firsts() == first
    assert not any("HAVING MIN" in query["sql"] for query in asked)  # what was scored is not scored again
    assert first == numbers(user)[:5]
    decide.judge(people("huda"), models.Event.objects.get(pk=first[0]), "accept")
    decide.judge(user, models.Event.objects.get(pk=first[1]), "accept")
    assert firsts([first[2]]) == numbers(user, passed=[first[2]])[:5]
    assert first[0] not in firsts()
    decide.judge(people("nadia"), models.Event.objects.get(pk=first[0]), "reject")
    assert firsts() == numbers(user)[:5]
    assert firsts()[0] == first[0]


def test_doubt_and_recency_decide(user):
    rows = order.first_of(Filter(), user, 1000)
    confidence = dict(models.Event.objects.values_list("pk", "confidence"))
    for row in rows:
        assert row.doubt == pytest.approx(1 - abs(2 * confidence[row.event] - 1))
        assert row.points == pytest.approx(row.doubt + row.use + row.recency)
        assert row.use == 0
    assert [row.points for row in rows] == sorted((row.points for row in rows), reverse=True)
    last = max(row.day for row in rows if row.day)
    assert {row.recency for row in rows if row.day == last} == {0.25}


def test_what_several_outlets_tell_is_of_more_use(user):
    told = next(e for e in events() if e.place_id and e.day)
    other = models.Event.objects.exclude(reading=told.reading).filter(current=True).first()
    here, there = (models.Source.objects.create(name=name) for name in ("a.example", "b.example"))
    models.Event.objects.filter(pk=told.pk).update(source=here)
    models.Event.objects.filter(pk=other.pk).update(type=told.type, day=told.day, place=told.place_id, source=there)
    assert {row.event: row.use for row in order.first_of(Filter(), user, 1000) if row.use} == {
        told.pk: 0.5,
        other.pk: 0.5,
    }


def test_what_is_searched_for_is_of_more_use(user):
    for number, address in enumerate(("type=ASSAULT", "type=ASSAULT", "type=ASSAULT&status=fact", "type=KILL", "")):
        SavedSearch.objects.create(user=user, name=str(number), address=address)
    assert order.saved_searches() == [Filter(type=("ASSAULT",), status=("fact",)), Filter(type=("ASSAULT",))]
    use = {row.event: row.use for row in order.first_of(Filter(), user, 1000)}
    for event in events():
        assert use[event.pk] == 0.25 * (
            (event.type == "ASSAULT") + (event.type == "ASSAULT" and event.status == "fact")
        )


def test_progress_and_what_is_passed(user):
    some = events()
    decide.judge(user, some[0], "accept")
    decide.judge(user, some[1], "accept", "type")  # not as a whole
    decide.judge(people("huda"), some[2], "accept")
    assert order.progress(Filter(), user) == order.Progress(len(some), 1, 2)
    assert set(numbers(user)) & {some[0].pk, some[1].pk} == {some[1].pk}
    assert numbers(user, passed=[e.pk for e in some[1:]]) == []
    assert set(numbers(user, Filter(type=("ASSAULT",)))) <= {e.pk for e in some if e.type == "ASSAULT"}


def test_a_person_cannot_stand_twice(user):
    """The database itself refuses what two windows would do at once."""
    event = events()[0]
    made = decide.judge(user, event, "accept")
    with pytest.raises(Refused):
        decide._at_once(lambda: models.Judgement.objects.create(
            reading=made.reading, event=event, judged=event, user=user, verdict="reject", type=event.type, start=event.start,
            stop=event.stop, made_at=made.made_at,
        ))()  # fmt: skip


def test_fields_are_those_of_the_screen():
    assert len(FIELDS) == 9  # one key each
