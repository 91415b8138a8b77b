import pytest

from marsad.errors import PageError
from marsad.page import looks_like_html, read_page
from marsad.page.html import RULES, has, squeeze
from marsad.record import CONTENT_KINDS, BlockKind

LONG = (
    "أعلنت وزارة الدفاع العراقية في بيان صباح الثلاثاء أن قواتها استعادت ثلاث قرى غربي مدينة الموصل بعد معارك عنيفة.",
    "وقال المتحدث باسم الوزارة إن القوات تقدمت من محورين تحت غطاء جوي كثيف، وإن العملية ستستمر حتى تأمين الطريق الدولي.",
    "وذكر سكان فروا من المنطقة أن القصف لم يتوقف طوال الليل، وأن عشرات العائلات ما زالت عالقة بين خطوط النار.",
)
BODY = "".join(f"<p>{text}</p>" for text in LONG)
SHORT = "ولم تعلق الحكومة على ذلك."


def page(body, head=""):
    return read_page(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


def story(before="", inside="", after="", head=""):
    return page(
        f"{before}<article><h1>معارك غربي الموصل</h1><div class='entry-content'>{BODY}{inside}</div></article>{after}",
        head,
    )


def words(page, kind):
    return [block.span.of(page.text) for block in page.blocks if block.kind is kind]


def content(page):
    return [block.span.of(page.text) for block in page.blocks if block.is_content]


def block_of(page, text):
    found = [block for block in page.blocks if block.span.of(page.text) == text]
    assert len(found) == 1, [block.span.of(page.text) for block in page.blocks]
    return found[0]


@pytest.fixture(scope="module")
def sample(samples):
    read = {}

    def get(name):
        if name not in read:
            read[name] = read_page((samples / name).read_bytes())
        return read[name]

    return get


ANATOMY = [
    ("blog.html", "category", ["المغرب العربي"]),
    ("blog.html", "headline", ["رئيس الأركان الجزائري يزور موريتانيا"]),
    (
        "blog.html",
        "standfirst",
        [
            "بحث الفريق السعيد شنقريحة مع نظيره الموريتاني في نواكشوط تأمين الحدود المشتركة بعد هجوم على قافلة تجارية.",
        ],
    ),
    ("blog.html", "heading", ["هجوم على قافلة"]),
    ("blog.html", "published", ["7 يناير 2021"]),
    ("blog.html", "author", ["سالم بن عمار"]),
    ("blog.html", "bio", ["كاتب ومدون يتابع جيوش المغرب العربي"]),
    (
        "blog.html",
        "neighbour",
        ["البحرية المصرية تتسلم فرقاطة جديدة من إيطاليا", "تونس تشتري طائرات تدريب أمريكية"],
    ),
    ("blog.html", "comment", ["قارئ", "قصفت الطائرات كل شيء في حديثكم إلا الحقيقة."]),
    (
        "blog.html",
        "comment-form",
        [
            "اترك تعليقاً",
            "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
            "التعليق",
            "الاسم *",
        ],
    ),
    ("agency.html", "headline", ["مقتل 12 شخصا في غارة جوية على سوق شمالي اليمن"]),
    ("agency.html", "published", ["18-07-2015 13:05"]),
    ("agency.html", "author", ["صعدة - وكالة المدى"]),
    ("agency.html", "neighbour", ["اقرأ أيضا", "انفجار سيارة مفخخة في عدن", "الأمم المتحدة تعلن هدنة"]),
    ("cp1256.html", "headline", ["السودان وتشاد يوقعان اتفاقا أمنيا"]),
    ("cp1256.html", "category", []),
    ("jsonld.html", "category", ["أمن"]),
    ("jsonld.html", "headline", ["الشرطة التونسية تعتقل ستة مشتبه بهم في سوسة"]),
    ("jsonld.html", "standfirst", ["تفكيك خلية قالت السلطات إنها خططت لمهاجمة منتجعات"]),
    ("jsonld.html", "author", ["هالة الماجري"]),
    ("live.html", "headline", ["تغطية مباشرة: احتجاجات بغداد"]),
    ("live.html", "standfirst", ["آلاف المحتجين يتظاهرون في العاصمة العراقية لليوم الرابع ضد الفساد والبطالة."]),
    ("live.html", "heading", ["إغلاق الطرق"]),
    ("live.html", "entry-time", ["14:10", "12:40", "11:05", "10:00"]),
    ("recipe.html", "headline", ["طريقة عمل المقلوبة بالباذنجان"]),
    ("recipe.html", "heading", ["المقادير", "الطريقة"]),
]


@pytest.mark.parametrize(("name", "kind", "wanted"), ANATOMY, ids=[f"{name}/{kind}" for name, kind, _ in ANATOMY])
def test_anatomy_of_the_samples(sample, name, kind, wanted):
    assert words(sample(name), BlockKind(kind)) == wanted


def test_the_breadcrumb_of_the_agency_holds_its_section(sample):
    assert any("أخبار عربية" in text for text in words(sample("agency.html"), BlockKind.CATEGORY))


def test_the_tags_of_the_blog(sample):
    tags = " ".join(words(sample("blog.html"), BlockKind.TAGS))
    assert "الجزائر" in tags
    assert "موريتانيا" in tags


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("blog.html", 6, "زار رئيس أركان", "ولم تعلن أي جهة"),
        ("agency.html", 5, "صعدة (اليمن)", "ودعا الأمين العام"),
        ("cp1256.html", 4, "وقع وزير الدفاع", "ورحب الاتحاد"),
        ("jsonld.html", 5, "اعتقلت الشرطة", "وكان مسلح"),
        ("live.html", 4, "أغلق محتجون", "السلطات العراقية"),
    ],
)
def test_paragraphs_of_the_samples(sample, name, count, first, last):
    found = words(sample(name), BlockKind.PARAGRAPH)
    assert len(found) == count
    assert found[0].startswith(first)
    assert found[-1].startswith(last)


@pytest.mark.parametrize("name", ["blog.html", "agency.html", "cp1256.html", "jsonld.html", "live.html", "recipe.html"])
def test_furniture_is_no_content(sample, name):
    furniture = (
        "جميع الحقوق محفوظة", "حقوق النشر", "سياسة الخصوصية", "الرئيسية", "شارك:", "الأكثر قراءة", "إرسال التعليق",
        "dataLayer", "RSS", "قصفت الطائرات كل شيء", "الجيش اللبناني يعتقل", "البحرية المصرية تتسلم", "انفجار سيارة",
    )  # fmt: skip
    read = " ".join(content(sample(name)))
    assert [text for text in furniture if text in read] == []


@pytest.mark.parametrize("name", ["blog.html", "agency.html", "cp1256.html", "jsonld.html", "live.html", "recipe.html"])
def test_blocks_tile_the_text_in_order(sample, name):
    page = sample(name)
    assert [block.span.of(page.text) for block in page.blocks] == page.text.split("\n")
    assert all(block.rule.startswith("html:") for block in page.blocks)


@pytest.mark.parametrize(
    ("name", "value", "source"),
    [
        ("blog.html", "2021-01-07T10:15:00+00:00", "meta"),
        ("agency.html", "2015-07-18T13:05+03:00", "time-element"),
        ("cp1256.html", "2010-02-12", "text"),
        ("jsonld.html", "2016-03-10T08:30:00+01:00", "json-ld"),
        ("live.html", "2019-10-04T09:00:00+03:00", "meta"),
        ("recipe.html", "2022-05-01T12:00:00Z", "meta"),
    ],
)
def test_published_of_the_samples(sample, name, value, source):
    published = sample(name).published
    assert (published.value, published.source) == (value, source)


def test_a_date_found_in_the_text_has_its_span(sample):
    page = sample("cp1256.html")
    assert page.published.span.of(page.text) == "12 فبراير 2010"


@pytest.mark.parametrize(
    ("name", "charset", "rule"),
    [
        ("blog.html", "utf-8", "valid_utf8"),
        ("agency.html", "utf-8", "valid_utf8"),
        ("cp1256.html", "windows-1256", "declared"),
    ],
)
def test_charset_of_the_samples(sample, name, charset, rule):
    assert (sample(name).charset, sample(name).charset_rule) == (charset, rule)


@pytest.mark.parametrize("name", ["blog.html", "agency.html", "cp1256.html", "jsonld.html", "live.html", "recipe.html"])
def test_the_samples_are_arabic_and_read_without_warnings(sample, name):
    assert sample(name).language == "ar"
    assert sample(name).warnings == ()


RULE_CASES = [
    ("headline", "headline", "معارك غربي الموصل", story()),
    ("comment_form", "comment-form", "اترك تعليقا", story(after="<h3>اترك تعليقا</h3>")),
    ("comment_form", "comment-form", "الاسم", story(after="<form class='comment-form'><label>الاسم</label></form>")),
    ("comment", "comment", "رأي قارئ", story(after="<ol class='comment-list'><li>رأي قارئ</li></ol>")),
    ("comment", "comment", "رأي آخر", story(after="<div id='comments'><p>رأي آخر</p></div>")),
    ("neighbour", "neighbour", "خبر سابق", story(before="<div class='nav-previous'><a href='/1'>خبر سابق</a></div>")),
    ("neighbour", "neighbour", "خبر لاحق", story(after="<p><a rel='next' href='/2'>خبر لاحق</a></p>")),
    ("neighbour", "neighbour", "خبر قريب", story(after="<div class='related-posts'><p>خبر قريب</p></div>")),
    ("category", "category", "سياسة", story(before="<div class='breadcrumbs'>سياسة</div>")),
    ("category", "category", "الملف", story(before="<b>الملف</b>", head="<meta property='article:section' content='الملف'>")),
    ("tags", "tags", "العراق الموصل", story(after="<div class='post-tags'>العراق الموصل</div>")),
    ("published_time", "published", "قبل ساعة", story(before="<time datetime='2020-07-04'>قبل ساعة</time><p>-</p>")),
    ("published_time", "published", "أمس", story(before="<div class='meta'><time datetime='2020-07-04'>أمس</time></div>")),
    ("caption", "caption", "جنود قرب الموصل", story(inside="<figure><img src='x'><figcaption>جنود قرب الموصل</figcaption></figure>")),
    ("caption", "caption", "دبابة في القرية", story(inside="<div class='wp-caption'><p>دبابة في القرية</p></div>")),
    ("bio", "bio", "صحفي يقيم في أربيل", story(after="<div class='author-box'><p>صحفي يقيم في أربيل</p></div>")),
    ("bio", "bio", "يكتب عن العراق", story(after="<div class='author-bio'><p>يكتب عن العراق</p></div>")),
    ("author", "author", "سلمى حداد", story(before="<span class='byline'>سلمى حداد</span><p>-</p>")),
    ("author", "author", "سلمى حداد", story(before="<b>سلمى حداد</b><p>-</p>", head="<meta name='author' content='سلمى حداد'>")),
    ("author", "author", "بقلم: سلمى حداد", story(before="<p>بقلم: سلمى حداد</p>")),
    ("furniture", "boilerplate", "من نحن", story(after="<div class='footer'><p>من نحن</p></div>")),
    ("furniture", "boilerplate", "جميع الحقوق محفوظة", story(after="<p>جميع الحقوق محفوظة</p>")),
    ("standfirst", "standfirst", "القوات تقدمت من محورين ليلا", page(f"<article><h1>معارك غربي الموصل</h1><p class='lead'>القوات تقدمت من محورين ليلا</p>{BODY}</article>")),
    ("standfirst", "standfirst", "القوات تقدمت من محورين ليلا", page(f"<article><h1>معارك غربي الموصل</h1><p>القوات تقدمت من محورين ليلا</p>{BODY}</article>", "<meta name='description' content='القوات تقدمت من محورين ليلا'>")),
    ("heading", "heading", "الوضع الإنساني", story(inside=f"<h2>الوضع الإنساني</h2><p>{LONG[0]} وأضاف.</p>")),
    ("quotation", "quotation", "لن نترك القرية مهما كلف الأمر يا أهلنا، وسنبقى هنا حتى يعود كل الناس إلى بيوتهم.", story(inside="<blockquote>لن نترك القرية مهما كلف الأمر يا أهلنا، وسنبقى هنا حتى يعود كل الناس إلى بيوتهم.</blockquote>")),
    ("paragraph", "paragraph", LONG[1], story()),
    ("rest", "boilerplate", "شريط", story(before="<div>شريط</div>")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "kind", "text", "read"), RULE_CASES, ids=[f"{rule}-{n}" for n, (rule, *_) in enumerate(RULE_CASES)]
)
def test_rule(rule, kind, text, read):
    block = block_of(read, text)
    assert (block.rule, block.kind.value) == (f"html:{rule}", kind)


def test_every_rule_has_a_case_and_says_what_it_does():
    assert {rule.__name__ for rule in RULES} == {rule for rule, *_ in RULE_CASES}
    assert all(rule.__doc__ for rule in RULES)


def test_only_the_article_proper_is_content():
    read = story("<div class='breadcrumbs'>سياسة</div>", after="<ol class='comment-list'><li>رأي</li></ol>")
    assert content(read) == ["معارك غربي الموصل", *LONG]
    assert {block.kind for block in read.blocks if block.is_content} <= CONTENT_KINDS


def test_a_time_before_the_headline_of_a_live_blog_is_its_publication():
    read = page(
        f"<main class='liveblog'><time datetime='2020-07-04'>4 يوليو</time><h1>معارك</h1>"
        f"<div class='live-entry'><time datetime='2020-07-04T10:00'>10:00</time>{BODY}</div></main>"
    )
    assert words(read, BlockKind.PUBLISHED) == ["4 يوليو"]
    assert words(read, BlockKind.ENTRY_TIME) == ["10:00"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<div>{}</div>",
        "<div><article class='post-102 post type-post format-standard hentry category-maghreb tag-army'>{}</article></div>",
        "<div id='__next'><main><article>{}</article></main></div>",
        "<div class='right-sidebar'><article>{}</article></div>",
        "<form id='aspnetForm' action='/'><article>{}</article></form>",
        "<div class='navy-news'><article>{}</article></div>",
        "<div class='leaderboard-top preview-mode formatted'><article>{}</article></div>",
        "<div class='comments-open'><article>{}</article></div>",
    ],
    ids=["bare", "wordpress", "next.js", "sidebar", "asp.net", "navy", "lookalikes", "comments-open"],
)
def test_the_names_of_a_whole_page_say_nothing_of_its_blocks(wrapped):
    inner = f"<h1>معارك غربي الموصل</h1>{BODY}<h2>الوضع الإنساني</h2><p>{SHORT}</p><p>{LONG[0]} وأضاف.</p>"
    read = page(wrapped.format(inner))
    assert words(read, BlockKind.HEADLINE) == ["معارك غربي الموصل"]
    assert words(read, BlockKind.HEADING) == ["الوضع الإنساني"]
    assert words(read, BlockKind.PARAGRAPH) == [*LONG, SHORT, f"{LONG[0]} وأضاف."]


@pytest.mark.parametrize("wrapped", ["<form id='aspnetForm'>{}</form>", "<div class='right-sidebar'>{}</div>"])
def test_category_and_author_are_seen_inside_the_wrapper_of_a_whole_page(wrapped):
    inner = f"<div class='breadcrumb'>سياسة</div><h1>معارك غربي الموصل</h1><div class='byline'>سلمى حداد</div>{BODY}"
    read = page(wrapped.format(inner))
    assert words(read, BlockKind.CATEGORY) == ["سياسة"]
    assert words(read, BlockKind.AUTHOR) == ["سلمى حداد"]


def test_unclosed_tags_are_closed():
    read = read_page(f"<html><body><article><h1>معارك غربي الموصل</h1><p>{LONG[0]}<p>{LONG[1]}<ul><li>{LONG[2]}")
    assert content(read) == ["معارك غربي الموصل", *LONG]


def test_nested_tables_are_layout():
    cells = f"<table><tr><td><h1>معارك غربي الموصل</h1>{BODY}</td></tr></table>"
    read = page(
        f"<table><tr><td><a href='/'>الصفحة الأولى</a></td><td><table><tr><td>{cells}</td></tr></table></td></tr></table>"
    )
    assert content(read) == ["معارك غربي الموصل", *LONG]


@pytest.mark.parametrize("tag", ["<br><br>", "<br/>\n<br/>", "<br /> <br />", "<br>"])
def test_line_breaks_part_paragraphs(tag):
    read = page(f"<div class='story'><h1>معارك غربي الموصل</h1><div class='body'>{tag.join(LONG)}</div></div>")
    assert content(read) == ["معارك غربي الموصل", *LONG]


def test_the_h1_is_the_headline_where_the_title_differs():
    read = story(head="<title>أخبار اليوم | الموقع</title>")
    assert words(read, BlockKind.HEADLINE) == ["معارك غربي الموصل"]
    assert "الموقع" not in read.text


@pytest.mark.parametrize(
    "head", ["<title>معارك غربي الموصل</title>", "<meta property='og:title' content='معارك غربي الموصل'>"]
)
def test_without_h1_the_block_that_repeats_the_title_is_the_headline(head):
    read = page(f"<article><h2>معارك غربي الموصل</h2>{BODY}</article>", head)
    assert words(read, BlockKind.HEADLINE) == ["معارك غربي الموصل"]


def test_of_several_h1_one_is_the_headline():
    read = page(f"<article><h1>معارك غربي الموصل</h1>{BODY}<h1>اقرؤوا لنا</h1></article>")
    assert words(read, BlockKind.HEADLINE) == ["معارك غربي الموصل"]


def test_the_declared_title_decides_between_several_h1():
    head = "<meta property='og:title' content='معارك غربي الموصل'>"
    read = page(f"<header><h1>صحيفة الأفق</h1></header><article><h1>معارك غربي الموصل</h1>{BODY}</article>", head)
    assert words(read, BlockKind.HEADLINE) == ["معارك غربي الموصل"]
    assert "صحيفة الأفق" not in content(read)


@pytest.mark.parametrize(
    "source",
    [
        "<html><body></body></html>",
        "<html><body><script>alert('x')</script><style>p{}</style></body></html>",
        "<!doctype html>",
        "<!-- لا شيء -->",
        "<html><head><title>عنوان</title></head><body><img src='x'></body></html>",
    ],
)
def test_a_page_without_words_is_refused(source):
    with pytest.raises(PageError):
        read_page(source)


@pytest.mark.parametrize("tag", ["script", "style", "noscript", "template", "textarea", "select", "iframe", "svg"])
def test_what_is_not_shown_is_not_read(tag):
    assert "سري" not in story(inside=f"<{tag}>سري</{tag}>").text


def test_entities_and_white_space_are_resolved():
    read = story(
        inside="<p>قال&nbsp;الوزير\n\t &laquo;نعم&raquo; ثم غادر القاعة مع وفده المرافق بعد لقاء قصير جدا.</p>"
    )
    assert "قال الوزير «نعم» ثم غادر" in read.text


def test_inline_markup_does_not_part_words():
    read = story(
        inside="<p>قال ال<b>وزي</b>ر <a href='/x'>الجديد</a> إنه سيزور المدينة قريبا مع وفد كبير من حكومته.</p>"
    )
    assert "قال الوزير الجديد إنه" in read.text


def test_the_url_is_kept():
    assert read_page("<p>نص</p>", url="https://example.org/a").url == "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\ufeff \n<html>", True),
        ("<?xml version='1.0'?><html/>", True),
        ("نص <p>فقرة</p>", True),
        ("<div class='x'>نص</div>", True),
        ("نص عادي: 3 < 5 و 7 > 2", False),
        ("", False),
    ],
)
def test_what_looks_like_html(text, html):
    assert looks_like_html(text) is html


@pytest.mark.parametrize(
    ("path", "found"), [("div comments-area", True), ("section id-comments", True), ("div telecomments", False)]
)
def test_names_match_at_the_start_of_a_word_part(path, found):
    assert bool(has("comments").search(path)) is found


def test_squeeze_leaves_single_spaces():
    assert squeeze(" ا\n\t ب\u00a0ج ") == "ا ب ج"


SHORTS = ("قتل خمسة جنود في هجوم على حاجز.", "وقال الجيش إنه رد على مصادر النار.", "ولم تتبن أي جهة الهجوم")


@pytest.mark.parametrize("body", ["<p>{}</p>", "<div class='x'><p>{}</p></div>"])
def test_a_report_of_short_paragraphs_is_kept(body):
    read = page(f"<h1>هجوم على حاجز</h1>{''.join(body.format(text) for text in SHORTS)}")
    assert content(read) == ["هجوم على حاجز", *SHORTS]


def test_links_between_paragraphs_are_no_content():
    read = page(f"<h1>هجوم على حاجز</h1>{BODY}<p><a href='/1'>مقتل جندي في تعز</a></p><h3>التفاصيل</h3>{BODY}")
    assert "مقتل جندي في تعز" not in content(read)
    assert "التفاصيل" in content(read)


def test_lines_wrapped_by_hand_are_one_paragraph():
    lines = LONG[0].replace(" صباح", "<br>صباح").replace(" غربي", "<br>غربي")
    read = page(f"<div class='story'><h1>معارك غربي الموصل</h1><div>{lines}<br>{LONG[1]}</div></div>")
    assert content(read) == ["معارك غربي الموصل", *LONG[:2]]


def test_long_lines_are_paragraphs_without_a_full_stop():
    read = page(f"<article><h1>معارك غربي الموصل</h1><div>{'<br>'.join(text[:-1] for text in LONG)}</div></article>")
    assert content(read)[1:] == [text[:-1] for text in LONG]


def test_a_heading_of_two_lines_is_one_block():
    assert words(page(f"<h1>معارك الموصل:<br>تقدم جديد</h1>{BODY}"), BlockKind.HEADLINE) == ["معارك الموصل: تقدم جديد"]


@pytest.mark.parametrize(
    "inline", ["<span class='author'>{}</span>", "<a rel='tag' href='/t'>{}</a>", "<time>{}</time>"]
)
def test_labelled_words_in_running_text_do_not_part_it(inline):
    text = "وتضم المنطقة المحيطة بمدينة {} عشرات القرى التي غادرها أهلها قبل عامين بحسب الأمم المتحدة."
    read = story(inside=f"<p>{text.format(inline.format('الموصل'))}</p>")
    assert text.format("الموصل") in content(read)


def test_the_h1_that_is_the_name_of_the_site_yields_to_the_heading_that_is_the_title():
    head = "<title>معارك غربي الموصل | الأفق</title>"
    read = page(f"<h1>الأفق</h1><article><h2>معارك غربي الموصل</h2>{BODY}</article>", head)
    assert words(read, BlockKind.HEADLINE) == ["معارك غربي الموصل"]


def test_author_and_date_in_a_line_are_told_apart():
    line = "<p class='meta'><span class='author'>علي حسن</span> | <span class='post-date'>12 يناير 2020</span></p>"
    read = page(f"<article><h1>معارك غربي الموصل</h1>{line}{BODY}</article>")
    assert words(read, BlockKind.AUTHOR) == ["علي حسن"]
    assert words(read, BlockKind.PUBLISHED) == ["12 يناير 2020"]


@pytest.mark.parametrize("control", ["\x01", "\x0b", "\x0c", "\x1f", "\ufffe"])
def test_characters_illegal_in_xml_are_dropped(control):
    read = page(
        f"<h1>معارك{control} الموصل</h1><div>&{control}<p>{control}{LONG[0]}{control}</p><p>{LONG[1]}</p></div>"
    )
    assert content(read) == ["معارك الموصل", *LONG[:2]]


def test_a_page_nested_beyond_the_parser_is_read_with_a_warning():
    read = page(f"<article><h1>معارك غربي الموصل</h1>{BODY}</article>{'<div>' * 5000}<p>{SHORT}</p>")
    assert [warning for warning in read.warnings if "nested too deep" in warning]
