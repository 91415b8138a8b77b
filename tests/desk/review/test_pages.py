"""The pages of reviewing: shown, and judged by forms alone."""

import re

import pytest
import yaml
from django.template import Context, Template
from django.test import Client, RequestFactory

from marsad.desk.mode import Mode
from marsad.desk.review import decide
from marsad.desk.rights import Right
from marsad.span import Span
from marsad.store import models
from marsad.store.judged import FIELDS
from marsad.store.restore import restore

POSTS = ("/review/again/", "/review/undo/", "/review/judgement/1/withdraw/", "/review/judgement/1/reinstate/")
PAGES = ("/review/", "/review/next/", "/review/previous/", "/review/mine/", "/review/agreement/", "/review/suggestions.yaml",
         "/review/gold.jsonl", "/review/choices/?kind=entity&words=x")  # fmt: skip


def first(kind="ASSAULT", **filters):
    return models.Event.objects.filter(type=kind, current=True, **filters).order_by("id").first()


def messages(answer):
    return [str(message) for message in answer.context["messages"]]


@pytest.fixture
def reviewer(person):
    return person("reviewer")


@pytest.mark.parametrize("address", [*PAGES, "/en/review/?type=ASSAULT&place=اليمن&from=2015-07"])
def test_pages_answer(reviewer, address):
    assert reviewer.get(address).status_code in (200, 302)


@pytest.mark.parametrize("address", [*PAGES, "/review/event/1/", "/review/article/1/add/"])
def test_only_reviewers_see_them(person, mode, address):
    mode(Mode.TEAM)
    assert person("reader").get(address).status_code == 403
    assert Client().get(address).status_code == 302


def test_editors_alone_settle(person):
    made = decide.judge(person("editor").user, first(), "accept")
    assert person("reviewer").post(f"/review/judgement/{made.pk}/settle/").status_code == 403
    assert Right.EDIT > Right.REVIEW


@pytest.mark.parametrize(
    "address", ["/review/event/999999/", "/review/event/99999999999999999/", "/review/article/999999/add/"]
)
def test_what_is_not_there(reviewer, address):
    assert reviewer.get(address).status_code == 404
    assert reviewer.post(address, {"verdict": "accept"}).status_code == 404


@pytest.mark.parametrize("what", ["withdraw", "reinstate"])
def test_no_judgement_of_that_number(reviewer, what):
    assert reviewer.post(f"/review/judgement/999999/{what}/").status_code == 404


@pytest.mark.parametrize("address", POSTS)
def test_acts_are_posted(reviewer, address):
    assert reviewer.get(address).status_code == 405


def test_forms_need_their_token(person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("reviewer").user)
    for address in (*POSTS, f"/review/event/{first().pk}/"):
        assert client.post(address, {"verdict": "accept"}).status_code == 403
    assert not models.Judgement.objects.exists()


def test_the_event_shows_its_fields(reviewer):
    page = reviewer.get(f"/en/review/event/{first().pk}/").content.decode()
    assert page.count('data-field="') == len(FIELDS)
    assert set(re.findall(r'data-key="([1-9])"', page)) == set("123456789")
    assert {"a", "r", "n", "p", "u", "e", "m", "t"} <= set(re.findall(r'data-key="([a-z])"', page))


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_has_its_form_and_keeps_what_it_says(reviewer, field):
    """A form that is sent as it was opened corrects a field to what it is."""
    event = models.Event.objects.filter(
        current=True, claim__isnull=False, place__isnull=False, casualties__isnull=False
    ).first()
    answer = reviewer.get(f"/review/event/{event.pk}/?edit={field}")
    before = sorted((one.words, one.meaning) for one in _shown(answer, field))
    posted = _form(answer.content.decode())
    answer = reviewer.post(f"/review/event/{event.pk}/", {**posted, "field": field, "verdict": "correct"})
    assert answer.status_code == 302
    answer = reviewer.get(f"/review/event/{event.pk}/")
    assert sorted((one.words, one.meaning) for one in _shown(answer, field, "value")) == before
    assert next(f for f in answer.context["screen"].fields if f.name == field).state == "corrected"


def _shown(answer, field, which="machine"):
    return getattr(next(f for f in answer.context["screen"].fields if f.name == field), which)


def _form(page):
    from lxml import html

    (form,) = html.fromstring(page).xpath('//form[contains(@class, "correction")]')
    return {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def test_a_judgement_leads_to_the_next_event_of_the_filter(reviewer):
    event = first()
    reviewer.get(f"/review/event/{event.pk}/?type=ASSAULT")
    answer = reviewer.post(
        f"/review/event/{event.pk}/?type=ASSAULT", {"verdict": "accept", "note": "تمام"}, follow=True
    )
    assert answer.context["screen"].row.pk != event.pk
    assert answer.context["screen"].row.type == "ASSAULT"
    assert len(messages(answer)) == 1
    assert models.Judgement.objects.get().note == "تمام"


def test_a_judged_field_stays_picked(reviewer):
    event = first()
    answer = reviewer.post(f"/review/event/{event.pk}/", {"verdict": "reject", "field": "place"}, follow=True)
    assert answer.context["screen"].row.pk == event.pk
    assert answer.context["picked"] == "place"
    assert '<del class="machine">' in answer.content.decode()


def test_back_to_the_page_that_the_form_stood_on_and_to_no_other_host(reviewer):
    address = f"/review/event/{first().pk}/"
    assert reviewer.post(address, {"verdict": "accept", "next": "/article/1/"})["Location"] == "/article/1/"
    for other in ("https://example.org/", "//example.org/", "javascript:alert(1)"):
        assert reviewer.post(address, {"verdict": "reject", "next": other})["Location"].startswith("/review/")


@pytest.mark.parametrize(
    "posted",
    [{}, {"verdict": "maybe"}, {"verdict": "accept", "field": "lemma"}, {"verdict": "correct", "field": "type", "type": "KILL"},
     {"verdict": "correct"}, {"verdict": "correct", "field": "time", "time-start": "0", "time-stop": "999999"},
     {"verdict": "accept", "note": "x" * 3000}],
)  # fmt: skip
def test_what_is_refused_is_said_and_kept_in_the_form(reviewer, posted):
    answer = reviewer.post(f"/review/event/{first().pk}/", posted)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not models.Judgement.objects.exists()


def test_a_refused_correction_keeps_what_was_typed(reviewer):
    posted = {
        "verdict": "correct",
        "field": "time",
        "time-words": "في العام الفلاني",
        "time-value": "2020",
        "note": "انظر",
    }
    page = reviewer.post(f"/review/event/{first().pk}/", posted).content.decode()
    assert 'value="في العام الفلاني"' in page
    assert "انظر</textarea>" in page


def test_looking_up_keeps_the_form_and_judges_nothing(reviewer):
    event = first()
    posted = {"field": "actors", "look-up": "1", "actors-0-words": "بشار الأسد", "note": "من؟"}
    page = reviewer.post(f"/review/event/{event.pk}/", posted).content.decode()
    assert 'value="بشار الأسد"' in page
    assert re.search(r"<option[^>]*>بشار", page)
    assert not models.Judgement.objects.exists()


def test_choices(reviewer):
    page = reviewer.get("/review/choices/?kind=place&words=بحلب").content.decode()
    assert 'value="geonames:170063"' in page
    assert "SYR" in reviewer.get("/review/choices/?kind=entity&words=الجيش السوري").content.decode()
    assert reviewer.get("/review/choices/?kind=entity&words=").content.decode().count("<option") == 1
    assert reviewer.get("/review/choices/?kind=table&words=x").status_code == 400


def test_an_event_that_was_read_again_while_it_was_corrected(reviewer):
    event = first()
    models.Event.objects.filter(reading=event.reading).update(current=False)
    models.Reading.objects.filter(pk=event.reading_id).update(current=False)
    reading = models.Reading.objects.get(pk=event.reading_id)
    reading.pk, reading.lexicon, reading.current = None, "newer", True
    reading.save()
    models.Block.objects.bulk_create(
        models.Block(reading=reading, number=b.number, start=b.start, stop=b.stop, kind=b.kind, rule=b.rule)
        for b in models.Block.objects.filter(reading=event.reading)
    )
    now = models.Event.objects.get(pk=event.pk)
    now.pk, now.reading, now.current = None, reading, True
    now.save()
    posted = {"verdict": "correct", "field": "mode", "mode": "firearms", "note": "انتبه"}
    answer = reviewer.post(f"/en/review/event/{event.pk}/", posted)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "nothing was lost" in page
    assert answer.context["screen"].row.pk == now.pk
    assert '<option value="firearms" selected>' in page
    assert "انتبه</textarea>" in page
    assert not models.Judgement.objects.exists()
    earlier = reviewer.get(f"/en/review/event/{event.pk}/").content.decode()
    assert f"/en/review/event/{now.pk}/" in earlier
    assert 'value="accept"' not in earlier


def test_next_and_previous_go_through_the_queue_and_skip_what_was_seen(reviewer):
    one = reviewer.get("/review/next/?type=ASSAULT", follow=True).context["screen"].row.pk
    two = reviewer.get(f"/review/next/?type=ASSAULT&after={one}", follow=True).context["screen"].row.pk
    assert one != two
    assert reviewer.get(f"/review/previous/?type=ASSAULT&after={two}", follow=True).context["screen"].row.pk == one
    assert reviewer.get(f"/review/next/?type=ASSAULT&after={one}", follow=True).context["screen"].row.pk == two
    answer = reviewer.get(f"/review/previous/?after={one}", follow=True)
    assert answer.context["screen"].row.pk == one
    assert len(messages(answer)) == 1
    assert reviewer.post("/review/again/?type=ASSAULT", follow=True).context["screen"].row.pk == one


def test_the_end_of_the_queue(reviewer):
    events = models.Event.objects.filter(current=True, type="PROTEST")
    for event in events:
        decide.judge(reviewer.user, event, "accept")
    answer = reviewer.get("/en/review/next/?type=PROTEST", follow=True)
    assert "You have judged all of these events." in answer.content.decode()


def test_undo_leads_back_to_the_event(reviewer):
    event = first()
    reviewer.post(f"/review/event/{event.pk}/", {"verdict": "accept"})
    answer = reviewer.post("/review/undo/", follow=True)
    assert answer.context["screen"].row.pk == event.pk
    assert models.Judgement.objects.get().withdrawn_by == reviewer.user
    assert reviewer.post("/review/undo/", follow=True).status_code == 200  # nothing is left to undo


def test_others_are_seen_once_one_has_judged(reviewer, person):
    event = first()
    decide.judge(person("editor").user, event, "correct", "status", {"status": "future"}, "سيقع لاحقا")
    page = reviewer.get(f"/en/review/event/{event.pk}/").content.decode()
    assert "سيقع" not in page
    assert "1 judgement of others is shown once you have judged" in page
    decide.judge(reviewer.user, event, "accept")
    assert "سيقع" in reviewer.get(f"/en/review/event/{event.pk}/").content.decode()


def test_an_event_is_added_by_words(reviewer):
    reading = first().reading
    address = f"/review/article/{reading.article_id}/add/"
    form = _form(reviewer.get(address).content.decode())
    refused = reviewer.post(address, {**form, "trigger-words": "كلمة ليست هناك", "type": "AID"})
    assert refused.status_code == 422
    word = next(word for word in reading.text.text.split() if reading.text.text.count(word) == 1 and word.isalpha())
    posted = {**form, "trigger-words": word, "type": "AID", "status": "future", "mode": "", "note": "فات"}
    assert reviewer.post(address, posted).status_code == 302
    made = models.Judgement.objects.get()
    assert (made.verdict, made.type, made.value["status"], made.note) == ("add", "AID", "future", "فات")
    assert reading.text.text[made.start : made.stop] == word
    assert reviewer.post(address, posted).status_code == 422  # once
    assert reviewer.post(address, {**posted, "reading": "0"}).status_code == 422


def test_one_s_own_judgements(reviewer):
    event = first()
    made = decide.judge(reviewer.user, event, "reject", note="ليس حدثا")
    decide.judge(reviewer.user, event, "accept", "type")
    page = reviewer.get("/en/review/mine/").content.decode()
    assert "2 judgements" in page
    assert (
        "1 judgement"
        in reviewer.get("/en/review/mine/?field=event&verdict=reject&type=ASSAULT&state=standing").content.decode()
    )
    reviewer.post(f"/review/judgement/{made.pk}/withdraw/", {"next": "/review/mine/"})
    assert "Let it stand again" in reviewer.get("/en/review/mine/?state=withdrawn").content.decode()
    reviewer.post(f"/review/judgement/{made.pk}/reinstate/")
    assert models.Judgement.objects.filter(withdrawn_at=None).count() == 2


def test_the_page_of_agreement(person):
    reviewer, editor, event = person("reviewer"), person("editor"), first()
    empty = reviewer.get("/en/review/agreement/").content.decode()
    assert "No event was judged by several people yet." in empty
    kept = decide.judge(reviewer.user, event, "accept", "place")
    decide.judge(editor.user, event, "reject", "place")
    page = editor.get("/en/review/agreement/").content.decode()
    assert "n = 1" in page
    assert "This stands" in page
    assert "This stands" not in reviewer.get("/en/review/agreement/").content.decode()
    editor.post(f"/review/judgement/{kept.pk}/settle/")
    assert "Nobody differs." in editor.get("/en/review/agreement/").content.decode()


def test_downloads(reviewer):
    decide.judge(reviewer.user, first(), "accept")
    answer = reviewer.get("/review/suggestions.yaml?type=ASSAULT")
    assert answer["Content-Disposition"] == 'attachment; filename="marsad-suggestions.yaml"'
    assert [content["type"] for content in yaml.safe_load_all(answer.content)] == ["ASSAULT"]
    assert reviewer.get("/review/gold.jsonl").json()["reviewed"]


def test_the_reading_room_shows_and_judges(person):
    """What an article's page includes for each event: one query for all of them."""
    reviewer, event = person("reviewer"), first()
    decide.judge(person("editor").user, event, "reject")
    (kept,) = restore([event.reading_id])
    request = RequestFactory().get(f"/article/{kept.article}/")
    request.user = reviewer.user
    template = Template(
        '{% for row in kept.events %}{% include "review/controls.html" with event_row=row %}{% endfor %}'
    )
    page = template.render(Context({"kept": kept, "request": request, "rights": {"review": True}}))
    assert page.count('name="verdict" value="accept"') == len(kept.events)
    assert page.count("state-rejected") == 1
    assert "a-editor" in page
    page = template.render(Context({"kept": kept, "request": request, "rights": {"review": False}}))
    assert "<form" not in page


def test_the_article_shows_corrections_and_added_events(reviewer, client):
    event = first()
    decide.judge(reviewer.user, event, "correct", "status", {"status": "future"})
    decide.add(
        reviewer.user, event.reading, Span(event.start, event.stop), {"type": "AID", "status": "negated"}, "ملاحظة"
    )
    address = f"/en/article/{event.reading.article_id}/"
    page = reviewer.get(address).content.decode()
    assert re.search(r"corrected</span>\s*<ins[^>]*>.*?future", page, re.DOTALL)
    assert "Events that people added" in page
    assert "ملاحظة" in page
    assert 'name="verdict" value="accept"' in page
    unsigned = client.get(address).content.decode()
    assert "Events that people added" in unsigned
    assert 'name="verdict"' not in unsigned


@pytest.mark.parametrize(
    "address", ["/review/", "/review/event/{}/", "/review/event/{}/?edit=place", "/review/mine/", "/review/agreement/"]
)
def test_few_queries_however_many_rows(reviewer, person, django_queries, address):
    editor = person("editor").user
    some = list(models.Event.objects.filter(current=True).order_by("id")[:12])
    address = address.format(some[0].pk)

    def judged(few):
        for event in few:
            decide.judge(reviewer.user, event, "accept")
            decide.judge(editor, event, "reject")
        with django_queries() as asked:
            assert reviewer.get(address).status_code == 200
        return len(asked)

    judged(some[:1])
    before = judged(some[1:2])
    assert judged(some[2:]) <= before + 1
    assert before < 40
