import io
import re

import pytest
from rich.console import Console

from marsad.incident.link import find_incidents
from marsad.page import read_page, read_sentences
from marsad.reader import Reader
from marsad.record import (
    Article,
    Block,
    BlockKind,
    Casualty,
    Claim,
    Entity,
    EventMention,
    MentionKind,
    Page,
    Participant,
    Place,
    Published,
    Quantity,
    Quotation,
    Relation,
    Sentence,
    Time,
)
from marsad.span import Span
from marsad.view.label import label
from marsad.view.line import RLI
from marsad.view.terminal import print_article, print_incidents, print_trace, role_spans
from marsad.view.wording import FSI, PDI, isolate

TEXT = "قصف الجيش السوري سوقا في حلب أمس وقتل 12 مدنيا وفق ناشطين"
LANGUAGES = ["ar", "en"]
SAMPLES = ["agency.html", "blog.html", "cp1256.html", "jsonld.html", "live.html", "recipe.html", "wire.txt"]


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def party(words, country=None, sector=None, entity=None):
    return Participant(span(words), words, "test", None, entity, country, sector)


def event(**fields):
    known = {
        "event": 1,
        "sentence": 0,
        "type": "ASSAULT",
        "mode": "aerial",
        "trigger": span("قصف"),
        "lemma": "قصف",
        "status": "fact",
        "confidence": 0.9,
        "rules": {"trigger": "test", "status": "test", "confidence": "test"},
    }
    return EventMention(**{**known, **fields})


def article(*events, **fields):
    page = Page(TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH, "given"),), language="ar")
    known = {
        "id": "a",
        "page": page,
        "sentences": (Sentence(0, 0, Span(0, len(TEXT)), ()),),
        "entities": (),
        "events": events,
        "relations": (),
        "quotations": (),
    }
    return Article(**{**known, **fields})


FULL = event(
    actors=(party("الجيش السوري", "SYR", "MIL", "syrian-army"),),
    recipients=(party("سوقا"),),
    place=Place(span("حلب"), "test", "geonames:170063", "حلب", "Aleppo", "SYR", 36.2, 37.16, "town", "only one", 1),
    time=Time(span("أمس"), "test", "2020-07-03", "2020-07-03", "2020-07-03", "published"),
    claim=Claim(party("ناشطين", None, "CVL"), span("وفق"), "asserts", False, "test"),
    casualties=(Casualty("killed", Quantity(span("12"), 12, 12, "test"), "test"),),
)


def rendered(show, *arguments, width=400):
    console = Console(file=io.StringIO(), record=True, width=width, highlight=False)
    show(console, *arguments)
    return console.export_text()


@pytest.fixture(scope="module")
def read(reader, samples):
    return {name: reader.read((samples / name).read_bytes(), id=name) for name in SAMPLES}


def depths(line):
    depth = 0
    for char in line:
        depth += (char in {FSI, RLI}) - (char == PDI)
        yield depth


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_isolates_are_balanced_line_by_line(read, name, language):
    for line in rendered(print_article, read[name], language).splitlines():
        found = [0, *depths(line)]
        assert min(found) == 0
        assert found[-1] == 0, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_isolates_are_balanced_where_lines_wrap(read, language):
    for line in rendered(print_article, read["blog.html"], language, width=80).splitlines():
        assert [0, *depths(line)][-1] == 0, line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_event_is_shown_with_its_evidence(read, name, language):
    article = read[name]
    shown = rendered(print_article, article, language)
    for found in article.events:
        assert label(found.type, language) in shown
        assert article.sentences[found.sentence].span.of(article.text) in shown
        assert f"{found.confidence:.2f}" in shown
        for evidence, _ in role_spans(found):
            assert evidence.of(article.text) in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_anatomy_is_shown(read, name, language):
    article = read[name]
    shown = rendered(print_article, article, language)
    for kind in (BlockKind.HEADLINE, BlockKind.CATEGORY, BlockKind.STANDFIRST, BlockKind.AUTHOR, BlockKind.NEIGHBOUR):
        for words in article.blocks(kind):
            assert label(kind.value, language) in shown
            assert words in shown
    assert article.page.published.value in shown


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_on_top_bears_the_headline(read, language, width):
    top = rendered(print_article, read["cp1256.html"], language, width=width).splitlines()[0]
    assert "السودان وتشاد يوقعان اتفاقا أمنيا" in top
    assert len(top.strip()) > width // 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_events_says_so(language):
    shown = rendered(print_article, article(), language)
    assert label("no events", language) in shown
    assert f"{label('events', language)} (0)" in shown
    assert label("no date", language) in shown
    for name in ("entities", "standing-relations", "quotations"):
        assert label(name, language) not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_recipe_has_no_events(samples, language):
    found = Reader().read((samples / "recipe.html").read_bytes())
    assert label("no events", language) in rendered(print_article, found, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_without_participants_says_so(language):
    shown = rendered(print_article, article(event()), language)
    assert label("not said", language) in shown
    assert label("when", language) not in shown
    assert label("claimed by", language) not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_fields_of_an_event(language):
    shown = rendered(print_article, article(FULL), language)
    wanted = [
        f"{isolate('الجيش السوري')} [SYR MIL]",
        f"{isolate('سوقا')} [{label('unresolved', language)}]",
        f"2020-07-03 ({isolate('أمس')})",
        f"{isolate('ناشطين')} [CVL]",
        f"{label('killed', language)} 12 ({isolate('12')})",
        label("aerial", language),
        label("asserts", language),
        label("fact", language),
    ]
    assert [words for words in wanted if words not in shown] == []


def test_a_place_is_shown_with_its_precision_and_country():
    assert f"{isolate('حلب')} = {isolate('Aleppo')} [town, SYR]" in rendered(print_article, article(FULL), "en")


def test_an_unresolved_place_is_shown_as_such():
    found = article(event(place=Place(span("حلب"), "test")))
    assert f"{isolate('حلب')} [unresolved]" in rendered(print_article, found, "en")


@pytest.mark.parametrize(
    ("most", "wanted"),
    [(12, "killed 12 ("), (20, "killed 12–20 ("), (None, "killed 12+ (")],
    ids=["exact", "range", "open"],
)
def test_counts(most, wanted):
    loss = Casualty("killed", Quantity(span("12"), 12, most, "test"), "test")
    assert wanted in rendered(print_article, article(event(casualties=(loss,))), "en")


def test_the_arabic_view_names_the_code_beside_the_label():
    assert "[ASSAULT/aerial]" in rendered(print_article, article(FULL), "ar")


def test_the_arabic_view_has_no_english_words():
    page = Page(
        TEXT, (Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH, "given"),), Published("2020-07-04", "time-element")
    )
    shown = rendered(print_article, article(FULL, page=page), "ar").replace("ASSAULT/aerial", "")
    assert re.findall(r"[a-z]{3,}", shown) == []


def test_relations_quotations_and_entities():
    army, market = party("الجيش السوري", "SYR", "MIL", "syrian-army"), party("سوقا")
    found = article(
        relations=(Relation("backs", (army,), market, (span("قصف"),), 0, "test"),),
        quotations=(
            Quotation(span("قتل 12 مدنيا"), army, None, True, 0, "test"),
            Quotation(span("وقتل"), None, None, False, 0, "test"),
        ),
        entities=(
            Entity("syrian-army", MentionKind.ORGANISATION, "الجيش السوري", "Syrian army", "SYR", "MIL", (army.span,)),
            Entity("article:1", MentionKind.PERSON, "فلان", None, None, None, (market.span, army.span), "قائد"),
        ),
    )
    shown = rendered(print_article, found, "en")
    for wanted in (
        f"{isolate('الجيش السوري')} = {isolate('Syrian army')} [SYR MIL] — backs — {isolate('سوقا')} [unresolved]",
        f"{isolate('الجيش السوري')} = {isolate('Syrian army')} [SYR MIL]: {isolate('قتل 12 مدنيا')}",
        f"speaker unresolved: {isolate('وقتل')}",
        f"{isolate('Syrian army')} · {isolate('الجيش السوري')} [SYR MIL] (mentions 1)",
        "(mentions 2)",
        isolate("قائد"),
    ):
        assert wanted in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "words", ["[/bold]", "[/]", "[red]نص[/red]", "[link=http://x]", "\\[b]", "[unclosed", ":bomb:"]
)
def test_words_of_the_page_are_no_markup(reader, language, words):
    source = f"<h1>خبر {words} عاجل</h1><p>قصف الجيش السوري {words} مدينة حلب، وقال ناشطون {words} إن مدنيين قتلوا.</p>"
    shown = rendered(print_article, reader.read(f"<html><body><article>{source}</article></body></html>"), language)
    assert f"خبر {words} عاجل" in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("control", ["\x1b[31m", "\x1b]0;title\x07", "\x9b2J", "\x08\x08", "\r"])
def test_controls_of_the_page_do_not_reach_the_terminal(reader, language, control):
    found = reader.read_page(read_sentences([f"خبر {control} عاجل", f"قصف الجيش السوري {control} مدينة حلب."]))
    shown = rendered(print_article, found, language)
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("control", ["\u202e", "\u2067", "\u2068\u2068", "\u2069", "\u202c\u2069"])
def test_bidi_controls_of_the_page_do_not_break_the_isolates(reader, language, control):
    found = reader.read_page(read_sentences([f"خبر {control} عاجل", f"قصف الجيش {control} السوري مدينة حلب."]))
    for line in rendered(print_article, found, language).splitlines():
        opened = sum(line.count(char) for char in "\u2066\u2067\u2068")
        assert opened == line.count("\u2069"), line
        assert sum(line.count(char) for char in "\u202a\u202b\u202d\u202e") == line.count("\u202c"), line


def test_the_trace_names_stage_rule_span_and_words(samples):
    found = Reader(trace=True).read((samples / "agency.html").read_bytes())
    shown = rendered(print_trace, found).splitlines()
    assert len(shown) == len(found.trace) > 50
    for line, trace in zip(shown, found.trace, strict=True):
        assert line.startswith(trace.stage)
        assert trace.rule in line
        assert f"{trace.span.start}-{trace.span.stop}" in line.replace(" ", "")
    assert {"page", "items", "mentions", "events"} <= {trace.stage for trace in found.trace}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_incidents(language):
    assert f"{label('incidents', language)} (0)" in rendered(print_incidents, [], [], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_incident_names_its_reports_and_contradictions(reader, language):
    articles = [
        reader.read_page(
            read_sentences(
                ["عنوان", f"هاجم مسلحون ثكنة للجيش العراقي وقتل {n} جنديا في الهجوم."], published="2020-07-04"
            ),
            id=f"page-{n}",
        )
        for n in (12, 19)
    ]
    incidents = find_incidents(articles)
    shown = rendered(print_incidents, incidents, articles, language)
    assert f"{label('incidents', language)} ({len(incidents)})" in shown
    assert "page-12" in shown
    assert "page-19" in shown
    assert any(i.contradictions for i in incidents) == (label("contradictions", language) in shown)


def test_very_narrow_and_very_long():
    found = article(FULL)
    assert "قصف" in rendered(print_article, found, "en", width=20)
    assert rendered(print_article, article(page=read_page("كلمة " * 3000)), "ar", width=20)
