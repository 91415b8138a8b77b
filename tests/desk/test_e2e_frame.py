"""The frame in a browser: language, theme, keys, accessibility."""

import re

import pytest
from tests.desk.browser import serious_findings

from marsad.desk.people.entry import make_key


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


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_the_head_has_one_line_for_who_sees_all_ways(page, start):
    page.goto(f"{start}enter/?key={make_key()}")
    page.wait_for_url(re.compile(rf"{start}$"))
    tops = page.evaluate(
        "[...document.querySelectorAll('.ways li, .tools')].map((one) => one.getBoundingClientRect().bottom)"
    )
    assert len(tops) == 12  # eleven ways and the tools
    assert max(tops) - min(tops) < 20
