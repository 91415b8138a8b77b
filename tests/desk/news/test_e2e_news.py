"""Lists, reading room, entities and saved searches in a browser, in both directions of writing."""

import re

import pytest
from tests.desk.browser import serious_findings

from marsad.desk.knowledge import lexicon
from marsad.store import models
from marsad.store.query import Filter, events

LANGUAGES = pytest.mark.parametrize("start", ["/", "/en/"])


@pytest.fixture(scope="module", autouse=True)
def _knowledge():
    """Loaded before a page waits for it: a changed lexicon is compiled first."""
    lexicon()


@pytest.fixture
def blog(site):
    return models.Article.objects.get(name__contains="blog").pk


@pytest.fixture
def first(blog):
    """The number of the first event of the article."""
    return models.Event.objects.filter(reading__article=blog, current=True).order_by("number").first()


def lit(page):
    """The words that are marked now, and the role of each piece."""
    return page.evaluate(
        """() => [...document.querySelectorAll("[data-marks].lit")].map((piece) =>
        [piece.textContent, [...piece.classList].find((name) => name.startsWith("role-")).slice(5)])"""
    )


@LANGUAGES
def test_the_form_filters_in_place_and_the_address_follows(page, start):
    page.goto(start)
    page.locator(".ask-more > summary").click()
    page.locator("input[name=type][value=ASSAULT]").check()
    page.wait_for_url(re.compile(r"\?type=ASSAULT$"))
    count = events(Filter(type=("ASSAULT",))).count()
    assert page.locator("#results .count").inner_text().startswith(str(count))
    assert page.locator("#results .event").count() == min(count, 20)
    page.go_back()
    page.wait_for_url(re.compile(rf"{start}$"))


@LANGUAGES
def test_facets_narrow_and_chips_widen(page, start):
    page.goto(start)
    link = page.locator(".facet a").first
    count = link.locator(".number").inner_text()
    link.click()
    page.wait_for_url(re.compile(r"\?type="))
    assert page.locator("#results .count").inner_text().startswith(count)
    page.locator(".chips a").click()
    page.wait_for_url(re.compile(rf"{start}$"))


def test_it_works_without_scripts(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/")
    page.locator("#q").fill("الجيش")
    page.get_by_role("button", name="Search").click()
    assert page.url.endswith("/en/?q=%D8%A7%D9%84%D8%AC%D9%8A%D8%B4")
    page.locator(".event .origin a").first.click()
    assert page.locator(".beside .event").count() > 0
    context.close()


@LANGUAGES
def test_a_card_marks_its_words(page, start, blog, first):
    page.goto(f"{start}article/{blog}/")
    assert lit(page) == []
    page.locator(f"#event-{first.pk}").hover()
    found = {role: words for words, role in lit(page)}
    text = first.reading.text.text
    assert found["trigger"] == text[first.start : first.stop]
    actors = "".join(words for words, role in lit(page) if role == "actor")
    actor = first.participants.get(role="actor")
    assert actors == text[actor.start : actor.stop]
    page.mouse.move(2, 2)
    assert lit(page) == []


@LANGUAGES
def test_words_choose_their_card(page, start, blog, first):
    page.goto(f"{start}article/{blog}/")
    page.locator(f'.ev-trigger[data-marks*="event-{first.pk}:trigger"]').first.click()
    assert page.locator(f"#event-{first.pk}").get_attribute("aria-current") == "true"
    assert page.url.endswith(f"#event-{first.pk}")
    assert "trigger" in {role for _words, role in lit(page)}


def test_words_of_several_events_offer_all_of_them(page, blog):
    page.goto(f"/en/article/{blog}/")
    piece, targets = page.evaluate(
        """() => { const all = [...document.querySelectorAll("a.ev")].map((piece) =>
          [piece.dataset.start, [...new Set(piece.dataset.marks.match(/event-\\d+/g))]]);
          return all.find(([, targets]) => targets.length > 1); }"""
    )
    page.locator(f'a.ev[data-start="{piece}"]').click()
    offered = page.locator("#choose button")
    assert offered.count() == len(targets)
    offered.last.click()
    assert page.locator(f"#{targets[-1]}").get_attribute("aria-current") == "true"
    assert page.locator("#choose").is_hidden()


def test_an_address_leads_to_the_event(page, blog, first):
    page.goto(f"/article/{blog}/#event-{first.pk}")
    assert page.locator(f"#event-{first.pk}").get_attribute("aria-current") == "true"
    assert lit(page)


def test_keys_go_through_the_events(page, blog):
    page.goto(f"/en/article/{blog}/")
    cards = page.locator(".beside .event").evaluate_all("cards => cards.map(card => card.id)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator("[aria-current=true].event").get_attribute("id") == cards[1]
    page.keyboard.press("k")
    assert page.locator("[aria-current=true].event").get_attribute("id") == cards[0]
    page.keyboard.press("e")
    assert page.locator(f"#{cards[0]} .why").get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert page.locator("[aria-current=true].event").count() == 0
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_marks_do_not_change_where_letters_stand(page, blog):
    """Arabic letters join across the borders of marks: a line is as wide with them as without."""
    page.goto(f"/article/{blog}/")
    widths = page.evaluate(
        """() => { const line = document.querySelector(".page-text h1"); const range = document.createRange();
          const width = () => { range.selectNodeContents(line); return range.getBoundingClientRect().width; };
          const marked = width(); line.textContent = line.textContent; return [marked, width()]; }"""
    )
    assert abs(widths[0] - widths[1]) < 1


@LANGUAGES
def test_the_language_switch_keeps_article_and_list(page, start, blog):
    page.goto(f"{start}article/{blog}/?type=ASSAULT")
    other = "" if start == "/en/" else "/en"
    page.locator(".tools a[hreflang]").first.click()
    page.wait_for_url(re.compile(rf":\d+{other}/article/{blog}/\?type=ASSAULT"))


def test_a_file_is_sent(page):
    page.goto("/en/?type=ASSAULT")
    page.locator(".menu > summary", has_text="Export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="csv", exact=True).click()
    assert re.fullmatch(r"marsad-ASSAULT-\d{8}\.csv", download.value.suggested_filename)


def test_a_search_is_saved(page, person):
    reader = person("reader")
    page.goto("/en/")
    page.context.add_cookies(
        [{"name": "marsad_session", "value": reader.cookies["marsad_session"].value, "url": page.url}]
    )
    page.goto("/en/?type=ASSAULT")
    page.locator(".menu > summary", has_text="Save").click()
    page.locator("#keep-name").fill("قصف هذا العام")
    page.locator(".keep button").click()
    page.get_by_text("Saved as").wait_for()
    page.goto("/en/saved/")
    assert serious_findings(page) == []
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="قصف هذا العام").click()
    page.wait_for_url(re.compile(r"\?type=ASSAULT$"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    ["/", "/en/?type=ASSAULT&q=الجيش", "/en/?q=الجيش&tab=articles", "/?from=1990&to=1991", "/article/BLOG/", "/en/article/BLOG/",
     "/entity/state:YEM/", "/en/entities/", "/en/failures/"],
)  # fmt: skip
def test_axe_finds_nothing_serious(page, address, theme, blog):
    page.emulate_media(color_scheme=theme)
    page.goto(address.replace("BLOG", str(blog)))
    for details in page.locator("main details").all():
        details.evaluate("one => { one.open = true; }")
    assert serious_findings(page) == []


@pytest.mark.parametrize("address", ["/", "/article/BLOG/", "/entity/state:YEM/", "/en/entities/", "/en/?type=ASSAULT"])
def test_a_phone_shows_it_without_scrolling_aside(page, address, blog):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address.replace("BLOG", str(blog)))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
