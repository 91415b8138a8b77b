"""The frame in a browser: language, theme, keys, accessibility."""

import pytest
from tests.desk.browser import serious_findings


def test_the_switch_leads_to_english_and_back(page):
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/")
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    page.get_by_role("link", name="العربية").click()
    assert page.evaluate("document.documentElement.lang") == "ar"


def test_the_theme_is_kept(page):
    page.goto("/en/")
    page.get_by_role("button", name="Dark or light").click()
    chosen = page.evaluate("document.documentElement.dataset.theme")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == chosen == "dark"


@pytest.mark.parametrize("address", ["/", "/en/", "/no/such/page/"])
def test_axe_finds_nothing_serious(page, address):
    page.goto(address)
    page.complaints.clear()  # a 404 is a complaint of its own
    assert serious_findings(page) == []
