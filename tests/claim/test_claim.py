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
