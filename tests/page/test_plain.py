import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.page import read_fields, read_page, read_sentences
from marsad.page.plain import RULES, plain_blocks
from marsad.record import BlockKind

LEAD = "قال سكان إن مسلحين هاجموا فجر اليوم نقطة تفتيش للجيش على الطريق الشمالي."
FIRST = "وذكر مصدر عسكري أن الهجوم أسفر عن مقتل جنديين وإصابة خمسة آخرين نقلوا إلى المستشفى."
SECOND = "وأضاف المصدر أن القوات لاحقت المهاجمين حتى الحدود واعتقلت أربعة منهم في قرية قريبة."


def kinds(text):
    return [(block.kind.value, block.span.of(text)) for block in plain_blocks(text)]


def kind_of(text, line):
    return {words: kind for kind, words in kinds(text)}[line]


@pytest.fixture(scope="module")
def wire(samples):
    return read_page((samples / "wire.txt").read_bytes())


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("neighbour", ["الجيش اللبناني يوقف مهربين على الحدود"]),
        ("category", ["أخبار لبنان"]),
        ("headline", ["مقتل 14 شخصا في غارة على سوق في صعدة"]),
        ("standfirst", ["قال سكان ومسعفون إن طائرات حربية أغارت على سوق مزدحمة في محافظة صعدة اليمنية."]),
        ("heading", ["ردود الفعل"]),
        ("author", ["مريم الشامي"]),
        ("bio", ["صحفية تتابع شؤون اليمن والخليج"]),
        ("comment-form", ["اترك تعليقاً", "لن يتم نشر عنوان بريدك الإلكتروني."]),
        ("published", ["18 يوليو 2015"]),
    ],
)
def test_anatomy_of_the_wire_text(wire, kind, wanted):
    assert [b.span.of(wire.text) for b in wire.blocks if b.kind.value == kind] == wanted


def test_the_paragraphs_of_the_wire_text(wire):
    found = [b.span.of(wire.text) for b in wire.blocks if b.kind is BlockKind.PARAGRAPH]
    sentences = [text for text in found if text.endswith(".")]
    assert len(sentences) == 5
    assert sentences[0].startswith("أغارت طائرات التحالف")
    assert sentences[-1].startswith("ومن جهتها")


def test_the_date_of_the_wire_text_is_that_of_its_dateline(wire):
    assert (wire.published.value, wire.published.source) == ("2015-07-18", "text")
    assert wire.published.span.of(wire.text) == "18 يوليو 2015"


def test_the_stored_text_is_the_source(wire, samples):
    assert wire.text == (samples / "wire.txt").read_text(encoding="utf-8")
    assert (wire.charset, wire.charset_rule, wire.language, wire.warnings) == ("utf-8", "valid_utf8", "ar", ())


BARE = f"هجوم على نقطة تفتيش\n{LEAD}\n{FIRST}\n{SECOND}"
FURNISHED = f"خبر سابق عن ميناء\nأخبار محلية\nهجوم على نقطة تفتيش\n{LEAD}\n{FIRST}\n{SECOND}"
FOOT = f"{BARE}\nسعيد الحاج\nكاتب يتابع شؤون المنطقة"

RULE_CASES = [
    ("comment_form", "comment-form", f"{BARE}\nاترك تعليقا\nالاسم", "الاسم"),
    ("comment_form", "comment-form", f"{BARE}\nأضف تعليقًا", "أضف تعليقًا"),
    ("category", "category", FURNISHED, "أخبار محلية"),
    ("before_category", "neighbour", FURNISHED, "خبر سابق عن ميناء"),
    ("furniture", "boilerplate", f"{BARE}\nجميع الحقوق محفوظة", "جميع الحقوق محفوظة"),
    ("furniture", "boilerplate", f"{BARE}\nاقرأ أيضًا: خبر آخر", "اقرأ أيضًا: خبر آخر"),
    (
        "published",
        "published",
        f"هجوم على نقطة تفتيش\nنشر في: السبت ٤ تموز ٢٠٢٠ - 14:30\n{LEAD}\n{FIRST}",
        "نشر في: السبت ٤ تموز ٢٠٢٠ - 14:30",
    ),
    ("published", "published", f"2020-07-04\nهجوم على نقطة تفتيش\n{LEAD}\n{FIRST}", "2020-07-04"),
    ("headline", "headline", f"2020-07-04\nهجوم على نقطة تفتيش\n{LEAD}\n{FIRST}", "هجوم على نقطة تفتيش"),
    ("byline", "author", f"هجوم على نقطة تفتيش\nبقلم: سعيد الحاج\n{LEAD}\n{FIRST}", "بقلم: سعيد الحاج"),
    ("headline", "headline", BARE, "هجوم على نقطة تفتيش"),
    ("headline", "headline", FURNISHED, "هجوم على نقطة تفتيش"),
    ("bio", "bio", FOOT, "كاتب يتابع شؤون المنطقة"),
    ("author", "author", FOOT, "سعيد الحاج"),
    ("standfirst", "standfirst", FURNISHED, LEAD),
    ("heading", "heading", f"هجوم على نقطة تفتيش\n{LEAD}\n{FIRST}\nردود الفعل\n{SECOND}\n{LEAD}", "ردود الفعل"),
    ("paragraph", "paragraph", BARE, FIRST),
]


@pytest.mark.parametrize(
    ("rule", "kind", "text", "line"), RULE_CASES, ids=[f"{rule}-{n}" for n, (rule, *_) in enumerate(RULE_CASES)]
)
def test_rule(rule, kind, text, line):
    block = next(block for block in plain_blocks(text) if block.span.of(text) == line)
    assert (block.rule, block.kind.value) == (f"plain:{rule}", kind)


def test_every_rule_has_a_case_and_says_what_it_does():
    assert {rule.__name__ for rule in RULES} == {rule for rule, *_ in RULE_CASES}
    assert all(rule.__doc__ for rule in RULES)


def test_a_text_without_furniture_is_a_headline_and_paragraphs():
    assert [kind for kind, _ in kinds(BARE)] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_paragraphs_alone_have_no_headline():
    assert [kind for kind, _ in kinds(f"{LEAD}\n{FIRST}\n{SECOND}")] == ["paragraph"] * 3


@pytest.mark.parametrize("line", ["هجوم على نقطة تفتيش", LEAD, "قصف", "أخبار"])
def test_a_single_line_is_a_paragraph(line):
    assert kinds(line) == [("paragraph", line)]


@pytest.mark.parametrize("line", ["ردود الفعل.", "ردود الفعل:", "«ردود الفعل»", "ماذا بعد؟"])
def test_a_short_sentence_is_no_heading(line):
    assert kind_of(f"هجوم على نقطة تفتيش\n{LEAD}\n{FIRST}\n{line}\n{SECOND}\n{LEAD}", line) == "paragraph"


def test_a_category_word_deep_in_the_text_is_no_category():
    text = f"{BARE}\n{LEAD}\n{FIRST}\nأخبار متفرقة\n{SECOND}"
    assert kind_of(text, "أخبار متفرقة") != "category"
    assert "neighbour" not in {kind for kind, _ in kinds(text)}


def test_a_person_named_at_the_foot_of_a_report_is_no_author():
    text = f"{BARE}\nوقال الوزير: لن نسكت."
    assert kind_of(text, "وقال الوزير: لن نسكت.") == "paragraph"


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\n\n", "\u2028", "\u2029", "\r", "  \n\t"])
def test_line_ends_of_every_kind(separator):
    text = separator.join(("هجوم على نقطة تفتيش", LEAD, FIRST))
    assert kinds(text) == [("headline", "هجوم على نقطة تفتيش"), ("paragraph", LEAD), ("paragraph", FIRST)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("بغداد - وكالات - 4 يوليو 2020", "2020-07-04"),
        ("الأحد ٤ تموز ٢٠٢١", "2021-07-04"),
        ("نشر في: 04/07/2020", "2020-07-04"),
        ("2020-07-04 14:30", "2020-07-04"),
        ("4 يوليو (تموز) 2020", "2020-07-04"),
    ],
)
def test_the_dateline_gives_the_date(line, value):
    page = read_page(f"هجوم على نقطة تفتيش\n{line}\n{LEAD}\n{FIRST}")
    assert (page.published.value, page.published.source) == (value, "text")


def test_a_date_that_the_report_speaks_of_is_no_publication_date():
    page = read_page(
        f"هجوم على نقطة تفتيش\n{FIRST[:-1]}، وكان هجوم مماثل قد وقع في الموقع نفسه في 4 يوليو 2012.\n{LEAD}"
    )
    assert page.published is None


def test_a_titled_text_has_no_second_headline():
    page = read_fields("هجوم على نقطة تفتيش", f"{LEAD}\nردود الفعل\n{FIRST}\n{SECOND}")
    assert [b.kind.value for b in page.blocks] == ["headline", "paragraph", "heading", "paragraph", "paragraph"]
    assert page.blocks[0].rule == "given"


def test_given_sentences_are_blocks_one_by_one():
    page = read_sentences(["عنوان", "", LEAD, f"{FIRST} {SECOND}"])
    assert [b.span.of(page.text) for b in page.blocks] == ["عنوان", "", LEAD, f"{FIRST} {SECOND}"]
    assert [b.kind.value for b in page.blocks] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_one_given_sentence_is_no_headline():
    assert [b.kind.value for b in read_sentences([LEAD]).blocks] == ["paragraph"]


@given(st.text(max_size=300))
def test_blocks_are_the_lines_without_their_edges(text):
    blocks = plain_blocks(text)
    last = 0
    for block in blocks:
        words = block.span.of(text)
        assert words == words.strip() != ""
        assert block.span.start >= last
        last = block.span.stop
    assert "".join("".join(b.span.of(text) for b in blocks).split()) == "".join(text.split())


@given(
    st.lists(
        st.sampled_from(["أخبار", LEAD, FIRST, "اترك تعليقا", "كاتب من هنا", "سعيد الحاج", "ردود", ""]), max_size=9
    )
)
def test_there_is_at_most_one_headline_and_one_category(lines):
    found = [kind for kind, _ in kinds("\n".join(lines))]
    assert found.count("headline") <= 1
    assert found.count("category") <= 1
    assert "paragraph" not in found[found.index("comment-form") :] if "comment-form" in found else True
