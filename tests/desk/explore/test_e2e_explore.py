"""The three views in a browser: the map is really drawn, what is chosen tells its events, bars and arrows lead on."""

import re

import pytest
from tests.desk.browser import serious_findings

DRAWN = "() => Number(document.getElementById('map').dataset.drawn) > 0"
SLOWLY = 90_000  # ms: without a graphics card the processor draws, and others may want it too
VIEWS = ("map", "timeline", "network")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["/", "/en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(page, view, language, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{language}{view}/?type=ASSAULT&status=fact")
    if view == "map":
        page.wait_for_function(DRAWN, timeout=SLOWLY)
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    assert serious_findings(page) == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_does_not_scroll_sideways(page, view):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/{view}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_map_is_drawn(page):
    page.goto("/map/")
    page.wait_for_function(DRAWN, timeout=SLOWLY)
    assert page.locator("#map canvas").count() == 1
    assert page.locator("#map-problem").is_hidden()


def test_a_place_that_is_clicked_tells_its_events(page):
    page.goto("/en/map/?place=geonames:98182")  # one place: it stands in the middle
    page.wait_for_function(DRAWN, timeout=SLOWLY)
    page.locator("#map canvas").click()
    here = page.locator("#here")
    here.get_by_role("heading", name="Baghdad").wait_for()
    here.locator("a[href*='#event-']").first.click()
    page.wait_for_url(re.compile(r"/en/article/\d+/\?place=geonames%3A98182#event-\d+"))


def test_the_map_takes_the_theme(page):
    page.goto("/en/map/")
    page.wait_for_function(DRAWN, timeout=SLOWLY)
    page.evaluate("delete document.getElementById('map').dataset.drawn")
    page.get_by_role("button", name="Dark or light").click()
    page.wait_for_function(DRAWN, timeout=SLOWLY)


def test_without_webgl_the_table_is_left_and_said(page):
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    page.goto("/en/map/")
    page.locator("#map-problem").wait_for()
    assert page.locator("#map").is_hidden()
    assert page.locator("tbody tr").count() > 3
    page.complaints.clear()  # the library complains, too


def test_a_bar_narrows_and_a_chip_widens(page):
    page.goto("/en/timeline/?unit=year")
    page.locator("a.bar-link[aria-label^='2010:']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/timeline/?from=2010-01-01&to=2010-12-31")
    assert page.locator("a.bar-link").count() > 1
    page.locator("a.chip", has_text="From").click()
    page.wait_for_url("**/en/timeline/?to=2010-12-31")


def test_time_runs_from_the_right_in_arabic(page):
    def first_and_last():
        boxes = [bar.bounding_box()["x"] for bar in page.locator("a.bar-link").all()]
        return boxes[0], boxes[-1]

    page.goto("/timeline/?unit=year")
    first, last = first_and_last()
    assert first > last
    page.goto("/en/timeline/?unit=year")
    first, last = first_and_last()
    assert first < last


def test_the_form_keeps_what_the_view_shows(page):
    page.goto("/en/timeline/?unit=year&who=SAU")
    page.get_by_text("Narrow", exact=True).click()
    page.get_by_label("Type", exact=True).select_option("ASSAULT")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile(r"type=ASSAULT"))
    assert "unit=year" in page.url
    assert "who=SAU" in page.url


def test_an_arrow_leads_to_its_events(page):
    page.goto("/en/network/?nodes=country")
    arrow = page.locator("a.arrow").first
    address = arrow.get_attribute("href")
    arrow.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_the_views_work_without_scripts(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/map/")
    assert page.locator("tbody tr").count() > 3
    assert page.get_by_text("The map needs JavaScript").is_visible()
    page.goto("/en/network/")
    assert page.locator("svg a.arrow").count() > 0
    context.close()
