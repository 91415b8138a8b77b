from dataclasses import replace
from datetime import UTC, datetime

import pytest

from marsad.reader import Reader
from marsad.span import Span
from marsad.store import models
from marsad.store.ingest import add
from marsad.store.pool import Settings
from marsad.store.reread import outdated, reread, retry
from marsad.store.search.find import search

from .conftest import document, keep

EVERYTHING = Settings(min_confidence=0.0)
TEXT = "قصف الجيش السوري مدينة حلب أمس. وزار وزير الخارجية التركي تونس اليوم."
Verdict = models.Judgement.Verdict


@pytest.fixture
def newer(monkeypatch):
    """A reader of another version; the function given changes what it reads."""

    def change(how=lambda record: record, lexicon="newer"):
        read = Reader.read_page

        def read_page(self, page, id=""):
            record = how(read(self, page, id=id))
            return replace(record, versions={**record.versions, "lexicon": lexicon})

        monkeypatch.setattr(Reader, "read_page", read_page)
        monkeypatch.setattr(Reader, "versions", property(lambda self: {"marsad": "0.1.0", "lexicon": lexicon}))

    return change


@pytest.fixture
def kept(archive):
    keep(document(text=TEXT, published="2020-07-04"))
    return models.Article.objects.get()


@pytest.fixture
def reviewer(archive):
    return models.User.objects.create(username="مراجعة", role=models.User.Role.REVIEWER)


def judge(user, event, verdict=Verdict.ACCEPT, field="", value=None):
    return models.Judgement.objects.create(
        reading=event.reading, event=event, judged=event, user=user, verdict=verdict, field=field, value=value,
        type=event.type, start=event.start, stop=event.stop, made_at=datetime.now(UTC),
    )  # fmt: skip


def event(kind, **filters):
    return models.Event.objects.get(current=True, type=kind, **filters)


def test_nothing_is_outdated_that_this_version_read(kept):
    assert outdated(EVERYTHING) == []
    assert outdated(EVERYTHING, everything=True) == [kept.pk]


def test_the_earlier_reading_stays(kept, newer):
    first = kept.readings.get()
    newer(lambda record: replace(record, events=record.events[:1]))
    report = reread(outdated(EVERYTHING), EVERYTHING)
    assert (report.read, report.failed) == (1, 0)
    assert [(r.current, r.lexicon == "newer") for r in kept.readings.order_by("pk")] == [(False, False), (True, True)]
    assert first.events.count() == 2
    assert not first.events.filter(current=True).exists()
    assert models.Event.objects.filter(current=True).count() == 1
    assert outdated(EVERYTHING) == []


def test_the_text_is_kept_and_indexed_once(kept, newer):
    newer()
    reread(outdated(EVERYTHING), EVERYTHING)
    assert kept.texts.count() == 1
    assert search("حلب").count == 1


def test_a_version_that_read_it_before_is_taken_up_again(kept, newer, monkeypatch):
    first = kept.readings.get()
    with monkeypatch.context():
        newer()
        reread(outdated(EVERYTHING), EVERYTHING)
    newer(lexicon=first.lexicon)
    report = reread(outdated(EVERYTHING), EVERYTHING)
    assert report.read == 1
    assert kept.readings.count() == 2
    assert kept.readings.get(current=True) == first
    assert first.events.filter(current=True).count() == 2


def test_another_text_is_another_text(kept, newer):
    def shorter(record):
        text = record.text[:31]
        return replace(
            record,
            page=replace(record.page, text=text),
            events=record.events[:1],
            mentions=(),
            entities=(),
            quotations=(),
        )

    newer(shorter)
    reread(outdated(EVERYTHING), EVERYTHING)
    assert kept.texts.count() == 2
    assert search("حلب").count == 1
    assert search("تونس").count == 0  # the earlier text is searched no longer


def test_judgements_move_where_the_evidence_is_the_same(kept, newer, reviewer):
    whole, part = judge(reviewer, event("ASSAULT")), judge(reviewer, event("ASSAULT"), Verdict.REJECT, "actors")
    correction = judge(reviewer, event("CONSULT"), Verdict.CORRECT, "mode", "visit")
    judged = {j.pk: j.event_id for j in (whole, part, correction)}
    newer()
    report = reread(outdated(EVERYTHING), EVERYTHING)
    assert (report.moved, report.stayed) == (3, [])
    for judgement in models.Judgement.objects.select_related("event", "reading"):
        assert judgement.event.current
        assert judgement.reading.current
        assert judgement.judged_id == judged[judgement.pk]
    assert models.Audit.objects.filter(action="move-judgement").count() == 3


def test_judgements_stay_where_it_is_not(kept, newer, reviewer):
    gone, other = judge(reviewer, event("ASSAULT")), judge(reviewer, event("CONSULT"), field="actors")

    def change(record):
        assault, consult = record.events
        return replace(record, events=(replace(assault, type="COERCE", mode=None), replace(consult, actors=())))

    newer(change)
    report = reread(outdated(EVERYTHING), EVERYTHING)
    assert report.moved == 0
    assert {(m.judgement, m.type, m.words) for m in report.stayed} == {
        (gone.pk, "ASSAULT", "قصف"), (other.pk, "CONSULT", "وزار"),
    }  # fmt: skip
    assert {m.why for m in report.stayed} == {
        "no event of this type stands there any longer", "the machine reads actors otherwise now",
    }  # fmt: skip
    gone.refresh_from_db()
    assert not gone.event.current
    assert gone.event.reading.events.count() == 2


def test_a_correction_moves_whatever_the_machine_says_now(kept, newer, reviewer):
    judge(reviewer, event("CONSULT"), Verdict.CORRECT, "actors", [{"text": "وزير الخارجية"}])
    newer(lambda record: replace(record, events=tuple(replace(e, actors=()) for e in record.events)))
    assert reread(outdated(EVERYTHING), EVERYTHING).moved == 1


def test_an_event_that_a_person_added_moves_with_its_words(kept, newer, reviewer):
    start = TEXT.index("تونس")
    models.Judgement.objects.create(
        reading=kept.readings.get(), user=reviewer, verdict=Verdict.ADD, value={"type": "CONSULT"}, type="CONSULT",
        start=start, stop=start + 4, made_at=datetime.now(UTC),
    )  # fmt: skip
    newer()
    assert reread(outdated(EVERYTHING), EVERYTHING).moved == 1
    assert models.Judgement.objects.get().reading.current


def test_words_that_moved_are_other_evidence(kept, newer, reviewer):
    judge(reviewer, event("ASSAULT"))

    def shifted(record):
        page = replace(record.page, text="× " + record.text)
        return replace(
            record,
            page=page,
            events=tuple(replace(e, trigger=Span(e.trigger.start + 2, e.trigger.stop + 2)) for e in record.events),
        )

    newer(shifted)
    (stayed,) = reread(outdated(EVERYTHING), EVERYTHING).stayed
    assert stayed.why == "the text is another there"


def test_withdrawn_judgements_are_history(kept, newer, reviewer):
    judgement = judge(reviewer, event("ASSAULT"))
    models.Judgement.objects.filter(pk=judgement.pk).update(withdrawn_at=datetime.now(UTC))
    newer()
    report = reread(outdated(EVERYTHING), EVERYTHING)
    assert (report.moved, report.stayed) == (0, [])


def test_the_newer_judgement_of_a_person_stands(kept, newer, reviewer, monkeypatch):
    old = judge(reviewer, event("ASSAULT"))
    newer()
    monkeypatch.setattr("marsad.store.reread.move_judgements", lambda articles: [])
    reread(outdated(EVERYTHING), EVERYTHING)
    judge(reviewer, event("ASSAULT"), Verdict.REJECT)
    from marsad.store.judgement import move_judgements

    (moved,) = move_judgements([kept.pk])
    assert (moved.judgement, moved.why) == (old.pk, "the same person has judged it there already")


def test_a_page_that_fails_now_keeps_the_reading_it_has(kept, newer):
    newer(lambda record: record.nothing)
    report = reread(outdated(EVERYTHING), EVERYTHING)
    assert (report.read, report.failed) == (0, 1)
    assert "AttributeError" in models.Article.objects.get().error
    assert models.Event.objects.filter(current=True).count() == 2


def test_what_failed_is_read_again(archive, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(Reader, "read_page", lambda self, page, id: page.nothing)
        assert keep(document(text=TEXT)).failed == 1
    report, tally = retry(EVERYTHING)
    assert (report.read, tally.read) == (1, 0)
    article = models.Article.objects.get()
    assert article.error is None
    assert article.readings.get().events.count() == 2


def test_what_fails_again_stays_with_its_newer_error(archive):
    keep(document(data=b"\x89PNG\r\n\x1a\n"))
    before = models.Article.objects.get().tried_at
    told = []
    report, _ = retry(EVERYTHING, failed=told.append)
    assert report.failed == 1
    assert "a picture" in told[0]
    assert models.Article.objects.get().tried_at > before


def test_what_could_not_be_opened_is_opened_again(archive, tmp_path):
    path = tmp_path / "a.txt"
    add([document(data=b"", error="Permission denied", path=str(path))], EVERYTHING)
    told = []
    assert retry(EVERYTHING, failed=told.append)[1].failed == 1
    assert "no such file" in told[0]
    assert "no such file" in models.Article.objects.get().error
    path.write_text(TEXT)
    assert retry(EVERYTHING)[1].read == 1
    article = models.Article.objects.get()
    assert (article.error, article.readings.count()) == (None, 1)


def test_a_correction_stays_where_the_words_that_it_marks_are_others(kept, newer, reviewer):
    """The text changes behind the event, in the words that the correction points at."""
    tunis = TEXT.index("تونس")
    moves = judge(reviewer, event("ASSAULT"), Verdict.CORRECT, "place", {"place": {"span": [23, 26], "rule": "judged"}})
    stays = judge(
        reviewer, event("ASSAULT"), Verdict.CORRECT, "time", {"time": {"span": [tunis, tunis + 4], "rule": "judged"}}
    )
    newer(lambda record: replace(record, page=replace(record.page, text=record.text.replace("تونس", "عمان"))))
    report = reread(outdated(EVERYTHING), EVERYTHING)
    assert report.moved == 1
    assert [(m.judgement, m.why) for m in report.stayed] == [(stays.pk, "the text is another there")]
    moves.refresh_from_db()
    assert moves.reading.current
