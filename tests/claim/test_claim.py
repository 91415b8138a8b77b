import pytest
from tests.conftest import cases

from marsad.page import read_sentences


@pytest.mark.parametrize("case", cases("claims.txt"))
def test_cases(case, reader):
    sentence, trigger, speaker, stance = (part.strip() for part in case.split("|"))
    article = reader.read_page(read_sentences([sentence]))
    event = next(e for e in article.events if e.trigger.of(article.text) == trigger)
    found = (event.claim.speaker.text, event.claim.stance) if event.claim else ("-", "-")
    assert found == (speaker, stance)


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("قال سكان ومسعفون إن الطائرات قصفت القرية.", ["سكان", "مسعفون"]),
        ("أعلن وزير الدفاع ورئيس الأركان أن الطائرات قصفت القرية.", ["وزير الدفاع", "رئيس الأركان"]),
        ("قصفت الطائرات القرية، بحسب ناشطين وسكان.", ["ناشطين", "سكان"]),
        ("قال المتحدث باسم الجيش إن الطائرات قصفت القرية.", ["المتحدث باسم الجيش"]),
    ],
)
def test_all_who_say_it(reader, sentence, speakers):
    article = reader.read_page(read_sentences([sentence]))
    claim = next(e.claim for e in article.events if e.trigger.of(article.text) in ("قصفت",))
    assert [party.text for party in (claim.speaker, *claim.others)] == speakers


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        (["قال وزير الداخلية إن الوضع هادئ.", "وأضاف أن الشرطة اعتقلت المنفذين."], "وزير الداخلية"),
        (
            ["قال وزير الداخلية إن الوضع هادئ.", "وأضاف أن التحقيق مستمر.", "وأكد أن الشرطة اعتقلت المنفذين."],
            "وزير الداخلية",
        ),
        (["قالت الوزيرة إن الوضع هادئ.", "وأضافت أن الشرطة اعتقلت المنفذين."], "الوزيرة"),
        (["قالت الوزيرة إن الوضع هادئ.", "وأضاف أن الشرطة اعتقلت المنفذين."], None),
        (["قال وزير الداخلية إن الوضع هادئ.", "ويذكر أن الشرطة اعتقلت المنفذين."], None),
        (["كان البحر ساكنا.", "وأضاف أن الشرطة اعتقلت المنفذين."], None),
        (["قال وزير الداخلية إن الوضع هادئ.", "وتابع قائلا إن الشرطة اعتقلت المنفذين."], "وزير الداخلية"),
        (["قال وزير الداخلية إن الوضع هادئ.", "كما أكد أن الشرطة اعتقلت المنفذين."], "وزير الداخلية"),
        (["روى شهود ما جرى.", "وأضافوا أن الشرطة اعتقلت المنفذين."], None),
        (["قال شهود إن الوضع هادئ.", "وأضافوا أن الشرطة اعتقلت المنفذين."], "شهود"),
        (["زار وزير الداخلية المدينة.", "وقال لـ«النهار» إن الشرطة اعتقلت المنفذين."], "وزير الداخلية"),
        (["زار وزير الداخلية المدينة.", "ويعتقد أن الشرطة اعتقلت المنفذين."], None),
        (["التقى وزير الداخلية قائد الجيش.", "وقال إن الشرطة اعتقلت المنفذين."], None),
        (
            ["قال المحافظ إن الوضع هادئ، وأكد قائد الجيش أن الطرق آمنة.", "وقال إن الشرطة اعتقلت المنفذين."],
            None,
        ),
        (
            ["قالت المبعوثة إن الوضع هادئ.", "كان البحر ساكنا.", "وأضافت أن الشرطة اعتقلت المنفذين."],
            "المبعوثة",
        ),
        (
            ["قالت المبعوثة إن الوضع هادئ.", "كان البحر ساكنا.", "وقالت إن الشرطة اعتقلت المنفذين."],
            None,
        ),
        (
            ["قالت المبعوثة إن الوضع هادئ.", "وغادرت الوزيرة المدينة.", "وأضافت أن الشرطة اعتقلت المنفذين."],
            None,
        ),
    ],
)
def test_who_spoke_goes_on_speaking(reader, sentences, speaker):
    article = reader.read_page(read_sentences(sentences))
    claim = next(e.claim for e in article.events if e.trigger.of(article.text) == "اعتقلت")
    assert (claim.speaker.text if claim else None) == speaker


def test_a_denied_event_is_a_claim_and_no_fact(reader):
    article = reader.read_page(read_sentences(["نفت وزارة الدفاع قصف القرية."]))
    event = next(e for e in article.events if e.type == "ASSAULT")
    assert (event.status, event.claim.stance) == ("negated", "denies")


@pytest.mark.parametrize(
    ("sentence", "via", "speaker"),
    [
        ("نقلت وكالة فارس عن التلفزيون السوري أن الجيش اقتحم القرية.", ["وكالة فارس"], "التلفزيون السوري"),
        (
            "نقلت وكالة فارس عن التلفزيون الرسمي قوله إن قائدا ميدانيا أكد أن الجيش اقتحم القرية.",
            ["وكالة فارس", "التلفزيون الرسمي"],
            "قائدا ميدانيا",
        ),
        ("ذكرت صحيفة الوسط نقلا عن وكالة تاس أن الجيش اقتحم القرية.", ["صحيفة الوسط"], "وكالة تاس"),
        ("اقتحم الجيش القرية، وفق ما نقلت وكالة الأنباء عن متحدث باسمه.", ["وكالة الأنباء"], "متحدث باسمه"),
        ("قالت الوزيرة إن الجيش اقتحم القرية.", [], "الوزيرة"),
        ("قالت الوزيرة إن الأهالي نزحوا، وأضافت أن الجيش اقتحم القرية.", [], "الوزيرة"),
    ],
)
def test_a_chain_of_sources_is_kept(reader, sentence, via, speaker):
    article = reader.read_page(read_sentences([sentence]))
    claim = next(e.claim for e in article.events if e.lemma == "اقتحم")
    assert ([party.text for party in claim.via], claim.speaker.text) == (via, speaker)


def test_a_quotation_names_all_who_say_it(reader):
    article = reader.read_page(read_sentences(["قال سكان ومسعفون إن القذائف سقطت على السوق."]))
    (quotation,) = article.quotations
    assert [p.text for p in (quotation.speaker, *quotation.others)] == ["سكان", "مسعفون"]


QUOTED = ["قال قائد الشرطة: «الوضع هادئ.", "اعتقلت قواتنا المنفذين.", "لن ينجو أحد».", "ثم اعتقلت الشرطة الشهود."]


@pytest.mark.parametrize(
    ("sentences", "speakers"),
    [
        (QUOTED, ["قائد الشرطة", None]),
        ([" ".join(QUOTED)], ["قائد الشرطة", None]),
        ([s.replace("«", '"').replace("»", '"') for s in QUOTED], ["قائد الشرطة", None]),
        ([s.replace("»", "") for s in QUOTED], [None, None]),
    ],
    ids=["blocks", "one block", "straight marks", "never closed"],
)
def test_a_quotation_over_sentences_is_all_his(reader, sentences, speakers):
    article = reader.read_page(read_sentences(sentences))
    events = [e for e in article.events if e.lemma == "اعتقل"]
    assert [e.claim.speaker.text if e.claim else None for e in events] == speakers
    if speakers[0]:
        (quotation,) = [q for q in article.quotations if q.direct]
        assert quotation.span.of(article.text).endswith("لن ينجو أحد")
        assert (events[0].claim.quoted, events[0].claim.rule) == (True, "quotation_goes_on")


def test_after_a_quotation_he_may_go_on(reader):
    told = [*QUOTED[:3], "وأضاف أن الشرطة اعتقلت الشهود."]
    article = reader.read_page(read_sentences(told))
    assert article.events[-1].claim.speaker.text == "قائد الشرطة"
