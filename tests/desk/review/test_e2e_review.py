"""Reviewing in a browser: by keys alone, marking words in Arabic, by mouse, and without scripts."""

import pytest
from tests.desk.browser import serious_findings

from marsad.desk.review import decide
from marsad.store import models
from marsad.store.judged import FIELDS
from marsad.store.judgement import spans_in


@pytest.fixture
def reviewing(page, person, site):
    """A window in which a reviewer is signed in; ``.user`` is the reviewer."""
    client = person("reviewer")
    cookie = client.cookies["marsad_session"]
    page.context.add_cookies([{"name": "marsad_session", "value": cookie.value, "url": site}])
    page.user = client.user
    return page


def event(**filters):
    return models.Event.objects.filter(current=True, **filters).order_by("id").first()


def deep_in_a_paragraph(letters):
    """An event of a paragraph with so many letters of it in front, and the paragraph."""
    for row in models.Event.objects.filter(current=True).order_by("id"):
        block = row.reading.blocks.filter(start__lte=row.start, stop__gt=row.start).get()
        if block.kind == "paragraph" and row.start - block.start > letters:
            return row, block
    raise AssertionError("no sample has one")


def text_of(row):
    return row.reading.text.text


def state(page, field):
    return page.locator(f"#field-{field} .chip").first.inner_text()


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_keys_alone(reviewing):
    page = reviewing
    page.goto("/en/review/")
    page.get_by_role("link", name="Begin reviewing").press("Enter")
    page.wait_for_url("**/review/event/**")
    first = page.url
    press(page, "3", "a")  # status
    page.wait_for_url("**pick=status**")
    assert state(page, "status") == "accepted"
    press(page, "6", "r")  # place
    page.wait_for_url("**pick=place**")
    assert state(page, "place") == "rejected"
    press(page, "0", "a")  # the event
    page.wait_for_function("first => location.href.split('?')[0] != first.split('?')[0]", arg=first)
    second = page.url
    assert models.Judgement.objects.filter(withdrawn_at=None).count() == 3
    press(page, "u")
    page.wait_for_url(first.split("?")[0] + "*")
    assert page.locator("[data-whole] .chip").count() == 0
    assert models.Judgement.objects.filter(withdrawn_at=None).count() == 2
    press(page, "n")
    page.wait_for_url(second.split("?")[0] + "*")
    press(page, "p")
    page.wait_for_url(first.split("?")[0] + "*")


def test_keys_hold_on_an_arabic_keyboard(reviewing):
    page, row = reviewing, event(type="ASSAULT")
    page.goto(f"/en/review/event/{row.pk}/")
    for key, code in (("٣", "Digit3"), ("ق", "KeyR")):
        page.evaluate(
            "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))",
            [key, code],
        )
    page.wait_for_url("**pick=status**")
    assert models.Judgement.objects.get().verdict == "reject"
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '؟', bubbles: true}))")
    assert page.get_by_role("dialog").is_visible()


def test_help_lists_the_keys_that_there_are(reviewing):
    page = reviewing
    page.goto(f"/review/event/{event().pk}/")
    press(page, "?")
    listed = set(page.locator("#keys kbd").all_inner_texts())
    keys = {
        one.upper() for one in page.evaluate("[...document.querySelectorAll('[data-key]')].map(e => e.dataset.key)")
    }
    assert keys - set("2345678") <= listed | {"?"}
    press(page, "a")  # the list is open: nothing is judged behind it
    assert models.Judgement.objects.count() == 0


def test_words_are_marked_by_keys_from_right_to_left(reviewing):
    """Left is forward; Shift takes more words, Alt trims the clitic; what is kept are code points of the text."""
    page, row = reviewing, event(type="ASSAULT", place__isnull=False)
    text, before = text_of(row), models.Event.objects.filter(pk=row.pk).values().get()
    page.goto(f"/review/event/{row.pk}/")
    press(page, "6", "e")
    page.wait_for_selector("[data-correction]")
    page.wait_for_function("() => document.activeElement.id == 'passage'")
    marked = lambda: page.evaluate("getSelection().toString()")  # noqa: E731
    assert marked() == text[row.place_start : row.place_stop]
    press(page, "Home", "ArrowRight", "ArrowRight", "ArrowRight")  # towards the beginning of the text
    one = marked()
    press(page, "ArrowLeft")
    two = marked()
    start = text.index(two, text.index(one))
    assert start > text.index(one)
    press(page, "Shift+ArrowLeft")
    assert marked().startswith(two)
    assert len(marked().split()) == len(two.split()) + 1
    press(page, "Shift+ArrowRight", "Alt+ArrowLeft")
    assert marked() == two[1:]
    press(page, "Alt+ArrowRight", "Alt+Shift+ArrowRight")
    assert marked() == two[:-1]
    press(page, "Alt+Shift+ArrowLeft", "Enter")
    assert page.locator("#place-words").input_value() == two
    assert page.evaluate("document.activeElement.id") == "place-key"
    page.locator("[data-correction]").get_by_role("button", name="احفظ التصحيح").press("Enter")
    page.wait_for_url("**pick=place**")
    (span,) = spans_in(models.Judgement.objects.get().value)
    assert span.of(text) == two
    assert page.locator("#field-place ins").inner_text().count(two)
    assert page.locator("#field-place del").count() == 1
    assert models.Event.objects.filter(pk=row.pk).values().get() == before  # the reading stays
    press(page, "u")
    page.wait_for_selector("#field-place:not(:has(ins))")
    assert models.Judgement.objects.get().withdrawn_by == page.user


def test_offsets_behind_letters_of_two_units_and_latin_words(reviewing):
    """In front of the event stand an emoji and a carriage return, which scripts and browsers count otherwise."""
    page, words = reviewing, "\U0001f600\U0001f4f0 Reuters\r\n"
    row, block = deep_in_a_paragraph(len(words))
    text = row.reading.text
    text.text = text.text[: block.start] + words + text.text[block.start + len(words) :]
    text.save()
    page.goto(f"/en/review/event/{row.pk}/?edit=time")
    page.wait_for_function("() => document.activeElement.id == 'passage'")
    page.evaluate(
        """start => {
          const p = document.querySelector(`[data-start="${start}"]`), walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf("Reuters");
            if (at >= 0) getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 7);
          }
          p.dispatchEvent(new PointerEvent("pointerup", {bubbles: true}));
        }""",
        block.start,
    )
    page.wait_for_function("() => document.getElementById('time-words').value == 'Reuters'")
    page.locator("#time-value").fill("2020-07")
    page.get_by_role("button", name="Keep the correction").click()
    page.wait_for_url("**pick=time**")
    (span,) = spans_in(models.Judgement.objects.get().value)
    assert (span.start, span.of(text.text)) == (block.start + 3, "Reuters")


def test_words_are_marked_by_mouse_and_their_meaning_is_looked_up(reviewing):
    page, row = reviewing, event(type="ASSAULT", place__isnull=False)
    page.goto(f"/en/review/event/{row.pk}/?edit=place")
    page.locator(".passage:not(.beside) mark").first.dblclick()
    page.wait_for_function("() => document.getElementById('place-words').value == getSelection().toString().trim()")
    page.locator("#place-words").fill("حلب")
    page.locator("#place-value, #correction-note").first.focus()
    page.wait_for_selector("#place-key option[value='geonames:170063']", state="attached")


def test_an_event_that_was_missed(reviewing):
    page, row = reviewing, event(type="ASSAULT")
    page.goto(f"/en/review/event/{row.pk}/")
    press(page, "m")
    page.wait_for_url("**/add/**")
    page.wait_for_function("() => document.activeElement.id == 'passage'")
    press(page, "ArrowLeft", "Shift+ArrowLeft")
    marked = page.evaluate("getSelection().toString()")
    press(page, "Enter")
    assert page.locator("#trigger-words").input_value() == marked
    page.locator("#type").select_option("AID")
    assert page.locator("optgroup:not([disabled])").count() == 0  # this type has no modes
    page.locator("#type").select_option("PROTEST")
    page.locator("#mode").select_option("demo")
    page.get_by_role("button", name="Add the event").click()
    page.wait_for_url("**/article/*/")
    made = models.Judgement.objects.get()
    assert (made.type, made.value["mode"], text_of(row)[made.start : made.stop]) == ("PROTEST", "demo", marked)


def test_without_scripts(browser, person, site):
    client, row = person("reviewer"), event(type="ASSAULT")
    context = browser.new_context(base_url=site, java_script_enabled=False)
    context.add_cookies([{"name": "marsad_session", "value": client.cookies["marsad_session"].value, "url": site}])
    page = context.new_page()
    page.goto(f"/en/review/event/{row.pk}/")
    page.locator("#field-time .pick").click()
    page.get_by_role("link", name="Correct: Time").click()
    page.locator("#time-words").fill(text_of(row)[row.start : row.stop])
    page.locator("#time-value").fill("2020")
    page.get_by_role("button", name="Keep the correction").click()
    assert state(page, "time") == "corrected"
    page.locator("[data-whole]").get_by_role("button", name="Accept").click()
    assert models.Judgement.objects.count() == 2
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        "/review/",
        "/en/review/mine/",
        "/review/agreement/",
        *(f"/review/event/EVENT/?edit={f}" for f in ("", *FIELDS)),
        "/en/review/article/ARTICLE/add/",
    ],
)
def test_axe_finds_nothing_serious(reviewing, person, address, scheme):
    row, editor = event(type="ASSAULT"), person("editor").user
    decide.judge(reviewing.user, row, "accept", "place")
    decide.judge(editor, row, "reject", "place", note="لا")
    decide.judge(reviewing.user, row, "correct", "status", {"status": "future"})
    reviewing.emulate_media(color_scheme=scheme)
    reviewing.goto(address.replace("EVENT", str(row.pk)).replace("ARTICLE", str(row.reading.article_id)))
    assert serious_findings(reviewing) == []


@pytest.mark.parametrize(
    "address",
    [
        "/review/",
        "/review/mine/",
        "/review/agreement/",
        "/review/event/EVENT/?edit=claim",
        "/review/article/ARTICLE/add/",
    ],
)
def test_a_phone_is_wide_enough(reviewing, address):
    row = event(type="ASSAULT")
    decide.judge(reviewing.user, row, "accept", note="ملاحظة طويلة " * 20)
    reviewing.set_viewport_size({"width": 360, "height": 740})
    reviewing.goto(address.replace("EVENT", str(row.pk)).replace("ARTICLE", str(row.reading.article_id)))
    assert reviewing.evaluate("document.documentElement.scrollWidth") <= 360
