"""The same words found on both databases."""

from contextlib import nullcontext

import pytest

from marsad.errors import ArchiveError
from marsad.store.archive import open_archive
from marsad.store.search.find import search
from marsad.store.search.passage import MOST_WORDS
from marsad.store.search.query import MOST_TERMS, parse
from marsad.store.upkeep import rebuild_index

from .conftest import DATABASES, document, item, keep, new_archive

TEXTS = {
    "a": "أعلنت الحكومة في حماة وريف دمشق هدنة عام ٢٠٢٥.",
    "b": "اعلنت حكومه حماه عن زيارة وزير الخارجية إلى الريف.",
    "c": "وصل فيصل المقداد إلى بغداد، وسيعلن بيانا في 2025.",
    "d": "أكّدت وزارةُ الدِّفاع أنّ مجلس الأمن الدولي يجتمع اليوم.",
    "e": "الأمن في المجلس الدولي مستتب، والله أعلم.",
    "f": "Le F-16 a frappé الباب; 1,200 قتيلا، و 3.5 مليون نازح في سورية.",
    "g": "زاره الطبيب، ثم يصل إلى بيته ولا يقول له شيئا.",
}


@pytest.fixture(scope="module", params=DATABASES)
def texts(request, tmp_path_factory):
    with new_archive(request, tmp_path_factory.mktemp("texts")) as address:
        keep(*(item(n, id=name, text=text) for n, (name, text) in enumerate(TEXTS.items())))
        yield address


@pytest.fixture
def found(texts):
    open_archive(texts)

    def find(query):
        hits = search(query)
        names = "".join(sorted(hit.reading.article.name for hit in hits.hits))
        assert hits.count == len(names)
        return names

    return find


CASES = [
    # spelling
    ("اعلنت", "ab"), ("أعلنت", "ab"), ("أُعلِنَت", "ab"), ("حماه", "ab"), ("حماة", "ab"), ("2025", "ac"), ("٢٠٢٥", "ac"), ("۲۰۲۵", "ac"),
    # clitics and the article, on either side
    ("ريف", "ab"), ("الريف", "ab"), ("وريف", "ab"), ("والريف", "ab"), ("بالريف", "ab"), ("حكومة", "ab"), ("الحكومة", "ab"),
    ("يعلن", "c"), ("بيانا", "c"), ("وبغداد", "c"), ("بيت", ""),
    # what is no clitic
    ("وزارة", "d"), ("فيصل", "c"), ("الله", "e"), ("له", "g"), ("غداد", "c"), ("زاره", "dg"),
    # several words, side by side, left out
    ("حماة هدنة", "a"), ("مجلس الأمن", "de"), ('"مجلس الأمن"', "d"), ("«مجلس الامن الدولي»", "d"), ('"الأمن مجلس"', ""),
    ('"ريف دمشق"', "a"), ('"في حماة وريف دمشق"', "a"), ("حماة -هدنة", "b"), ("2025 -«ريف دمشق»", "c"),
    # beginnings, Latin, numbers
    ("حكوم*", "ab"), ("f-16", "f"), ("F16", "f"), ("FRAPPE", "f"), ("1200", "f"), ("1,200", "f"), ("3.5", "f"), ("5.3", ""),
    ("سوريا", ""), ("سورية", "f"), ("سوريه", "f"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "wanted"), CASES)
def test_what_a_query_finds(found, query, wanted):
    assert found(query) == wanted


HOSTILE = [
    "' OR 1=1 --", "قصف'; DROP TABLE store_article; --", 'word:"x" OR *', "NEAR(a b)", "^قصف", "{word}: قصف", "a AND OR NOT b",
    "ريف)", "(ريف", "ريف\\", "ريف'", '"ريف', "«ريف", "%s %(x)s", "ريف & !حماة | <-> :*", "\0ريف", "ريف\ud800", "*", "ريف***",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_is_a_command(found, query):
    from marsad.store import models

    nothing = not any(c.isalnum() for c in query)
    with pytest.raises(ArchiveError, match="asks for no word") if nothing else nullcontext():
        search(query)
    assert models.Article.objects.count() == len(TEXTS)


@pytest.mark.parametrize("query", ["", "  ", "!!", '""', "-ريف", "--ريف", "«»"])
def test_a_query_for_nothing_says_so(query):
    with pytest.raises(ArchiveError, match="asks for no word"):
        parse(query)


def test_a_query_of_too_many_words_says_so():
    with pytest.raises(ArchiveError, match="more"):
        parse("كلمة " * (MOST_TERMS + 1))


def test_what_is_found_is_marked_in_the_original(archive):
    keep(document(text="أعلنت الحكومةُ في ريفِ حَماة، ثم قالت «حماه» مرة أخرى: وبحماة 12."))
    (hit,) = search("حماة الحكومة").hits
    text = hit.reading.text.text
    assert [span.of(text) for span in hit.snippet.found] == ["الحكومةُ", "حَماة", "حماه", "وبحماة"]
    (hit,) = search('"ريف حماة"').hits
    assert [span.of(text) for span in hit.snippet.found] == ["ريفِ حَماة"]


def test_a_snippet_shows_what_is_found_deep_in_a_text(archive):
    keep(document(text="كلام كثير عن أمور أخرى. " * 300 + "ثم قصف الطيران مدينة تعز. " + "كلام آخر بعده. " * 300))
    (hit,) = search("قصف").hits
    shown = hit.snippet.span.of(hit.reading.text.text)
    assert "قصف الطيران" in shown
    assert len(shown) <= 240
    assert hit.snippet.span.start > 6000


def test_the_newest_first_a_page_at_a_time(archive):
    keep(*(item(n, text="زار الرئيس تونس.", published=f"2020-07-{n:02}") for n in (3, 1, 5, 2, 4)))
    names = [hit.reading.article.name for start in (0, 2, 4) for hit in search("تونس", start=start, count=2).hits]
    assert names == ["item-5", "item-4", "item-3", "item-2", "item-1"]
    assert search("تونس", count=2).count == 5


def test_huge_documents_are_found_to_their_end(archive):
    end = "وفي الختام هدنة دائمة"
    keep(document(text="قصف الجيش مدينة حلب. " * (2 * MOST_WORDS) + end), document("b.txt", "ريف " * 20_000 + "دمشق"))
    for query in ("هدنة", '"هدنة دائمة"', '"ريف دمشق"'):
        (hit,) = search(query).hits
        assert hit.snippet.found


def test_a_word_of_any_length_is_kept(archive):
    keep(document(text="أ" * 100_000 + " هدنة"))
    assert search("هدنة").count == 1
    assert search("أ" * 100_000).count == 1


def test_letters_that_unicode_gained_late(archive):
    keep(document(text="كلمة ࢡࢭ ثم هدنة"))
    assert search('"ࢡࢭ ثم هدنة"').count == 1


def test_the_index_built_anew_finds_the_same(found):
    before = {query: found(query) for query, _ in CASES}
    assert rebuild_index() == len(TEXTS)
    assert {query: found(query) for query, _ in CASES} == before
