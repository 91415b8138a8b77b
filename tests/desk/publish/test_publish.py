"""The published site for programs: feeds, sitemaps, robots, heads, copies."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client

from marsad.desk.mode import Mode
from marsad.desk.publish import sitemap
from marsad.store import models
from marsad.store.pool import Settings
from marsad.store.reread import outdated, reread

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def public(mode, desk):
    """Somebody at the public site."""
    mode(Mode.PUBLIC)
    return Client()


def entries(answer):
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    return root, root.findall(f"{ATOM}entry")


@pytest.mark.parametrize("address", ["/feed/", "/en/feed/", "/feed/?type=ASSAULT&status=fact"])
def test_a_feed_is_valid_atom(public, address):
    root, found = entries(public.get(address))
    assert root.tag == f"{ATOM}feed"
    for node in (root, *found):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1
            assert node.findtext(f"{ATOM}{name}").strip()
        datetime.fromisoformat(node.findtext(f"{ATOM}updated"))
    (own,) = (link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href") == f"http://testserver{address}"
    identities = [entry.findtext(f"{ATOM}id") for entry in found]
    assert len(set(identities)) == len(identities) > 0
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", identity) for identity in identities)
    assert all(entry.find(f"{ATOM}author/{ATOM}name").text for entry in found)


def test_an_entry_leads_to_its_event(public):
    _root, found = entries(public.get("/en/feed/"))
    address = found[0].find(f"{ATOM}link").get("href")
    article, event = re.fullmatch(r"http://testserver/en/article/(\d+)/#event-(\d+)", address).groups()
    assert models.Event.objects.get(pk=event).reading.article_id == int(article)
    assert found[0].findtext(f"{ATOM}summary")


def test_a_feed_speaks_the_language_of_its_address(public):
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    arabic, some = entries(public.get("/feed/"))
    english, same = entries(public.get("/en/feed/"))
    assert (arabic.get(lang), english.get(lang)) == ("ar", "en")
    assert some[0].findtext(f"{ATOM}id") == same[0].findtext(f"{ATOM}id")
    assert some[0].findtext(f"{ATOM}title") != same[0].findtext(f"{ATOM}title")


def test_a_feed_holds_what_its_filter_lets_through(public):
    _root, found = entries(public.get("/feed/?type=ASSAULT"))
    assert {category.get("term") for entry in found for category in entry.findall(f"{ATOM}category")[:1]} == {"ASSAULT"}
    assert len(found) <= 50
    root, none = entries(public.get("/feed/?q=zzzz"))
    assert none == []
    assert root.findtext(f"{ATOM}updated")
    assert public.get("/feed/?type=KILL").status_code == 400


def test_ids_are_those_of_the_words_and_outlive_a_reading(public):
    def ids():
        return {entry.findtext(f"{ATOM}id") for entry in entries(public.get("/feed/?type=ASSAULT"))[1]}

    before, rows = ids(), set(models.Event.objects.filter(current=True).values_list("pk", flat=True))
    models.Reading.objects.update(lexicon="an older one")
    reread(outdated(Settings()), Settings())
    assert rows.isdisjoint(models.Event.objects.filter(current=True).values_list("pk", flat=True))
    assert ids() == before


@pytest.mark.parametrize("odd", ["a\x08b", "\uffff", "<script>alert(1)</script>", "]]>&", "\u202eabc"])
def test_whatever_a_page_says_the_feed_stays_xml(public, odd):
    models.Reading.objects.update(headline=odd)
    models.Source.objects.create(name=odd)
    _root, found = entries(public.get("/feed/"))
    assert found


def test_a_feed_asks_few_questions(public, django_queries):
    with django_queries() as asked:
        public.get("/feed/")
    assert len(asked) <= 12


def test_the_sitemap_holds_every_article_in_both_languages(public, monkeypatch):
    monkeypatch.setattr(sitemap, "ARTICLES", 2)
    index = ElementTree.fromstring(public.get("/sitemap.xml").content)
    found, articles = set(), models.Reading.objects.filter(current=True).count()
    maps = [node.text for node in index.iter(f"{MAP}loc")]
    assert len(maps) == -(-articles // 2)
    for address in maps:
        answer = public.get(address.removeprefix("http://testserver"))
        root = ElementTree.fromstring(answer.content)
        for url in root:
            others = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
            assert set(others) == {"ar", "en"}
            assert url.findtext(f"{MAP}loc") in others.values()
            found.add(url.findtext(f"{MAP}loc"))
    assert len(found) == 2 * (articles + 1)
    assert {"http://testserver/", "http://testserver/en/"} <= found
    assert all(
        public.get(address.removeprefix("http://testserver")).status_code == 200 for address in sorted(found)[:6]
    )


@pytest.mark.parametrize("page", ["0", "9999", "9" * 40])
def test_there_is_no_other_page_of_the_sitemap(public, page):
    assert public.get(f"/sitemap-{page}.xml").status_code == 404


def test_robots(public, mode):
    said = public.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in said
    assert "Disallow: /*?" in said
    mode(Mode.TEAM)
    assert public.get("/robots.txt").content.decode().split() == ["User-agent:", "*", "Disallow:", "/"]


def test_a_page_says_its_one_address(public):
    page = public.get("/en/?place=SYR&utm_source=x&type=ASSAULT").content.decode()
    assert '<link rel="canonical" href="http://testserver/en/?type=ASSAULT&amp;place=SYR">' in page
    assert '<link rel="alternate" hreflang="ar" href="http://testserver/?type=ASSAULT&amp;place=SYR">' in page
    assert 'type="application/atom+xml" href="/en/feed/?type=ASSAULT&amp;place=SYR"' in page


def test_an_article_says_what_it_is_about(public):
    article = models.Reading.objects.filter(current=True).exclude(headline="").first()
    page = public.get(f"/article/{article.article_id}/?q=x").content.decode()
    assert f'<link rel="canonical" href="http://testserver/article/{article.article_id}/">' in page
    assert '<meta property="og:type" content="article">' in page
    assert '<meta property="og:title"' in page
    assert '<meta name="description"' in page


def test_what_is_no_page_has_no_address(public):
    for address in ("/no/such/", "/?type=KILL"):
        assert "canonical" not in public.get(address).content.decode()


@pytest.mark.parametrize("address", ["/", "/article/1/", "/feed/", "/sitemap.xml", "/robots.txt"])
def test_a_copy_may_be_kept_and_asked_for_again(public, address):
    answer = public.get(address)
    assert answer["Cache-Control"] == f"public, max-age=0, s-maxage={settings.FRESH}"
    assert not answer.cookies
    again = public.get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_what_is_behind_an_account_is_kept_by_nobody_else(mode, person):
    mode(Mode.TEAM)
    answer = person("reader").get("/")
    assert "private" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]


def test_the_cookie_comes_with_the_form_alone(public, monkeypatch):
    monkeypatch.setattr(settings, "COMMENTS", "1")
    assert not public.get("/article/1/").cookies
    answer = public.get("/article/1/comment/")
    assert list(answer.cookies) == [settings.CSRF_COOKIE_NAME]
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "localhost@evil.example", "evil.example:80"]
)
def test_another_host_is_refused(public, host):
    answer = public.get("/sitemap.xml", headers={"host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


def test_time_of_the_feed_is_that_of_its_latest_reading(public):
    late = datetime(2031, 1, 2, tzinfo=UTC)
    models.Reading.objects.update(read_at=late)
    assert entries(public.get("/feed/"))[0].findtext(f"{ATOM}updated") == "2031-01-02T00:00:00+00:00"
