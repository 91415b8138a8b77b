"""What holds once judgements lie over the machine's reading."""

import io
from datetime import UTC, datetime, timedelta

import pytest
import yaml

from marsad.export.gold import gold_item
from marsad.export.nested import plain
from marsad.export.write import write
from marsad.lexicon.notation import parse
from marsad.lexicon.trigger import read_triggers
from marsad.record import Participant, Time
from marsad.span import Span
from marsad.store import models
from marsad.store.judged import RULE, State, judged
from marsad.store.query import Filter, events
from marsad.store.select import Values, chosen

from .conftest import document, keep

TEXT = "قصف الجيش السوري مدينة حلب أمس. وزار وزير الخارجية التركي تونس اليوم."
Verdict = models.Judgement.Verdict
NOW = datetime(2020, 7, 5, tzinfo=UTC)


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def archived(archive):
    keep(document(text=TEXT, published="2020-07-04"))


@pytest.fixture
def people(archived):
    return [models.User.objects.create(username=f"u{n}", role="reviewer") for n in range(3)]


def judge(user, kind="ASSAULT", verdict=Verdict.ACCEPT, field="", **value):
    event = models.Event.objects.get(type=kind)
    return models.Judgement.objects.create(
        reading=event.reading, event=event, judged=event, user=user, verdict=verdict, field=field, type=event.type,
        value={field: plain(value["value"])} if value else None, start=event.start, stop=event.stop,
        made_at=NOW + timedelta(minutes=models.Judgement.objects.count()),
    )  # fmt: skip


def add(user, words, **value):
    return models.Judgement.objects.create(
        reading=models.Reading.objects.get(), user=user, verdict=Verdict.ADD, type=value["type"], value=plain(value),
        start=span(words).start, stop=span(words).stop, made_at=NOW,
    )  # fmt: skip


def told(values=Values.JUDGED, asked=None):
    found = events(asked or Filter())
    return next(iter(chosen(found, everything=asked is None, values=values)), None)


def by_type(one):
    return {event.type: event for event in one.record.events}


def test_without_judgements_all_is_as_read(archived):
    assert told().record == told(Values.MACHINE).record
    assert told().verdicts.kept == ()
    assert told(Values.ONLY_JUDGED) is None


def test_a_rejected_event_is_gone_and_the_reading_stays(people):
    judge(people[0], verdict=Verdict.REJECT)
    assert set(by_type(told())) == {"CONSULT"}
    assert set(by_type(told(Values.MACHINE))) == {"ASSAULT", "CONSULT"}
    assert [event.type for event in told().verdicts.rejected] == ["ASSAULT"]


def test_a_correction_has_its_words_and_its_rule(people):
    judge(
        people[0],
        verdict=Verdict.CORRECT,
        field="recipients",
        value=[Participant(span("حلب"), "حلب", RULE, country="SYR")],
    )
    event = by_type(told())["ASSAULT"]
    assert [(p.text, p.span, p.rule, p.country) for p in event.recipients] == [("حلب", span("حلب"), RULE, "SYR")]
    assert event.rules["recipients"] == RULE
    assert event.actors == by_type(told(Values.MACHINE))["ASSAULT"].actors


def test_a_rejected_field_says_nothing(people):
    judge(people[0], verdict=Verdict.REJECT, field="place")
    judge(people[0], "CONSULT", verdict=Verdict.REJECT, field="status")
    assert by_type(told())["ASSAULT"].place is None
    assert "CONSULT" not in by_type(told())  # no event without a status


def test_a_mode_goes_with_its_type(people):
    judge(people[0], "CONSULT", verdict=Verdict.CORRECT, field="mode", value="visit")
    assert by_type(told())["CONSULT"].mode == "visit"
    judge(people[0], "CONSULT", verdict=Verdict.CORRECT, field="type", value="AGREE")
    assert by_type(told())["AGREE"].mode is None


def test_people_who_differ_leave_the_machine_s_value(people):
    time = Time(span("أمس"), RULE, "2020-07-01")
    judge(people[0], verdict=Verdict.CORRECT, field="time", value=time)
    judge(people[1], verdict=Verdict.CORRECT, field="time", value=time)
    assert by_type(told())["ASSAULT"].time.value == "2020-07-01"
    judge(people[2], verdict=Verdict.ACCEPT, field="time")
    assert by_type(told())["ASSAULT"].time.value == "2020-07-03"
    said = judged(list(models.Judgement.objects.all()))
    assert said["time"].state is State.DISPUTED
    assert said["place"].state is State.UNJUDGED


def test_who_accepts_the_event_accepts_what_nobody_judges_by_itself(people):
    judge(people[0])
    judge(people[1], verdict=Verdict.CORRECT, field="mode", value="aerial")
    said = judged(list(models.Judgement.objects.all()))
    assert said["place"].state is State.ACCEPTED
    assert said["mode"].state is State.CORRECTED


def test_a_withdrawn_judgement_counts_no_longer(people):
    judgement = judge(people[0], verdict=Verdict.REJECT)
    judgement.withdrawn_at = NOW
    judgement.save()
    assert set(by_type(told())) == {"ASSAULT", "CONSULT"}


def test_an_added_event_stands_in_its_sentence_once(people):
    actor = Participant(span("وزير الخارجية التركي"), "وزير الخارجية التركي", RULE, country="TUR", sector="GOV")
    for person in people[:2]:
        add(person, "اليوم", type="AGREE", status="future", actors=(actor,))
    assert [event.type for event in told().record.events] == ["ASSAULT", "CONSULT", "AGREE"]
    event = by_type(told())["AGREE"]
    assert (event.sentence, event.status, event.actors, event.trigger) == (1, "future", (actor,), span("اليوم"))
    assert event.event not in {other.event for other in told(Values.MACHINE).record.events}


def test_an_entity_that_the_machine_did_not_see_is_named(people):
    models.Entity.objects.create(key="body:x", kind="organisation", name="هيئة", words=" هيئه ")
    judge(
        people[0],
        verdict=Verdict.CORRECT,
        field="actors",
        value=[Participant(span("السوري"), "السوري", RULE, entity="body:x")],
    )
    assert ("body:x", "هيئة", (span("السوري"),)) in {(e.id, e.name, e.mentions) for e in told().record.entities}


def test_gold_says_which_sentences_were_reviewed(people):
    judge(people[0])
    assert gold_item(told(Values.MACHINE)).keys().isdisjoint({"reviewed"})
    item = gold_item(told(Values.ONLY_JUDGED))
    assert item["reviewed"] == [0]
    assert [event["type"] for event in item["events"]] == ["ASSAULT"]


def test_a_filter_asks_the_machine_s_reading(people):
    judge(people[0], verdict=Verdict.CORRECT, field="type", value="PROTEST")
    assert [e.type for e in told(asked=Filter(type=("ASSAULT",))).record.events] == ["PROTEST"]
    assert told(asked=Filter(type=("PROTEST",))) is None


def test_suggestions_are_entries_that_a_lexicon_can_hold(people, tmp_path):
    judge(people[0])
    judge(people[0], "CONSULT", verdict=Verdict.REJECT)
    add(people[0], "اليوم", type="AGREE", status="future")
    file = io.BytesIO()
    assert write("suggestions", chosen(events(Filter()), everything=True, values=Values.ONLY_JUDGED), file) == 3
    (tmp_path / "triggers").mkdir()
    for content in yaml.safe_load_all(file.getvalue()):
        (tmp_path / "triggers" / f"{content['type']}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True))
    ours = {(trigger.type, trigger.lemma): trigger for trigger in read_triggers(tmp_path)}
    example = ours["ASSAULT", "قصف"].examples()[-1]
    assert len(ours["ASSAULT", "قصف"].examples()) > 2  # beside our own
    assert parse(example.text).text == TEXT.split(".")[0] + "."
    assert [span.of(parse(example.text).text) for span in parse(example.text).of("actor")] == ["الجيش السوري"]
    assert ours["CONSULT", "زار"].counters()[-1] == TEXT.split(". ")[1]
    assert ours["AGREE", "اليوم"].kind == "phrase"
    assert ours["AGREE", "اليوم"].examples()[0].status == "future"
