"""Accounts in a browser: lock-out, second factor, people, language, accessibility."""

import re

import pytest
from django_otp.oath import totp
from tests.desk.browser import serious_findings

from marsad.desk.mode import Mode
from marsad.desk.people import factor
from marsad.desk.people.change import add_person, set_password
from marsad.store.models import User

PASSWORD = "kitab wa qalam 1447"


@pytest.fixture
def team(desk, mode):
    """A team's desk with an administrator, Salma."""
    mode(Mode.TEAM)
    person = add_person("salma", "administrator", by=None)
    set_password(person, PASSWORD, by=None)
    return person


def sign_in(page, password=PASSWORD, language="/en"):
    page.goto(f"{language}/sign-in/")
    page.locator("#id_username").fill("salma")
    page.locator("#id_password").fill(password)
    page.locator("main button").click()


def test_signing_in_and_out_in_arabic_and_english(team, page):
    page.goto("/?type=ASSAULT")
    assert "/sign-in/?next=" in page.url
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/sign-in/**")
    page.get_by_label("Username").fill("salma")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/?type=ASSAULT")
    page.goto("/en/account/")
    assert page.get_by_text("this one").is_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in/")


def test_the_lock_out_is_told_with_its_time(team, page):
    for _ in range(10):
        sign_in(page, "wrong")
    page.complaints.clear()  # 429 is one
    assert page.get_by_role("alert").inner_text() == "Too many attempts. Wait 15 minutes, then try again."
    assert serious_findings(page) == []
    sign_in(page, language="")
    assert "انتظر 15 دقيقة" in page.get_by_role("alert").inner_text()
    page.goto("/robots.txt")
    page.complaints.clear()


def test_a_second_factor_from_setting_up_to_signing_in(team, page):
    sign_in(page)
    page.goto("/en/account/factors/")
    assert page.get_by_role("img", name="QR code").bounding_box()["width"] > 150
    assert serious_findings(page) == []
    device = factor.proposed(team)
    page.locator("#id_code").fill(f"{totp(device.bin_key, drift=-1):06d}")
    page.get_by_role("main").get_by_role("button", name="Set up").click()
    codes = page.locator(".codes li").all_inner_texts()
    assert len(codes) == 10
    assert serious_findings(page) == []
    page.get_by_role("button", name="Sign out").click()
    sign_in(page)
    page.wait_for_url("**/en/sign-in/code/")
    page.locator("#id_code").fill("000 000")
    page.get_by_role("button", name="Go on").click()
    assert "does not hold" in page.get_by_role("main").inner_text()
    page.wait_for_timeout(1200)  # the pause after one failure
    page.locator("#id_code").fill(codes[3])
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/en/")
    page.goto("/en/account/")
    assert "9 recovery codes left" in page.get_by_role("main").inner_text()


def test_an_administrator_adds_somebody_by_keyboard(team, page, browser, site):
    sign_in(page)
    page.goto("/en/people/")
    page.get_by_label("Name for signing in").focus()
    page.keyboard.type("nawal")
    page.keyboard.press("Tab")
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    link = page.locator(".handed .secret").inner_text()
    assert User.objects.get(username="nawal").role == "editor"
    other = browser.new_context().new_page()
    other.goto(link)
    for field in ("#id_new_password1", "#id_new_password2"):
        other.locator(field).fill("long enough for us 7")
    other.get_by_role("main").get_by_role("button").click()
    other.wait_for_url(re.compile("sign-in"))
    assert "sign in with it" in other.locator("#messages").inner_text()
    other.context.close()


PAGES = ["/sign-in/", "/account/", "/account/password/", "/account/factors/", "/people/", "/record/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_axe_finds_nothing_serious(team, page, scheme, language):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{language}/sign-in/")
    assert serious_findings(page) == []
    sign_in(page, language=language)
    for path in [*PAGES, f"/people/{team.pk}/"]:
        page.goto(language + path)
        assert serious_findings(page) == [], path


def test_nothing_is_wider_than_a_telephone(team, page):
    page.set_viewport_size({"width": 360, "height": 740})
    sign_in(page, language="")
    for path in [*PAGES, f"/people/{team.pk}/"]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_local_desk_asks_for_its_key(desk, page):
    page.goto("/en/people/")
    assert "This needs the key" in page.get_by_role("heading", level=1).inner_text()
    assert serious_findings(page) == []
