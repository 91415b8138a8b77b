"""Countries of parties from the article, bodies made by rule, offices at a date, strangers."""

import pytest

from marsad.page import read_sentences


@pytest.fixture(scope="module")
def parties(reader):
    """«text country sector entity» of the parties of the last sentence's events."""

    def of(*sentences, published="2015-08-06"):
        article = reader.read_page(read_sentences(list(sentences), published=published))
        last = article.sentences[-1].index
        return {
            p.text: (p.country, p.sector, p.entity)
            for e in article.events
            if e.sentence == last
            for p in (*e.actors, *e.recipients)
        }

    return of


YEMEN = ("قصفت طائرات مواقع في اليمن.", "وتدهور الوضع في اليمن.")


@pytest.mark.parametrize(
    ("sentences", "text", "coded"),
    [
        ((*YEMEN, "هاجم الجيش القرية."), "الجيش", ("YEM", "MIL", "yemen-army")),
        (
            ("تدهور الوضع في سوريا.", "قصفت طائرات مواقع في سوريا.", "طردت القوات الكردية المسلحين."),
            "القوات الكردية",
            ("SYR", "REB", "ypg"),
        ),
        (
            ("تدهور الوضع في العراق.", "قصفت طائرات مواقع في العراق.", "طردت القوات الكردية المسلحين."),
            "القوات الكردية",
            ("IRQ", "MIL", "peshmerga"),
        ),
        ((*YEMEN, "شن مقاتلو المقاومة الشعبية هجوما على القرية."), "مقاتلو المقاومة الشعبية", ("YEM", "PRM", None)),
        ((*YEMEN, "شنت المقاومة هجوما على القرية."), "المقاومة", ("YEM", "PRM", "yemen-popular-resistance")),
        ((*YEMEN, "اعتقلت الشرطة ثلاثة مدنيين."), "ثلاثة مدنيين", ("YEM", "CVL", None)),
        (("اعتقلت الشرطة ثلاثة مدنيين في صنعاء.",), "ثلاثة مدنيين", (None, "CVL", None)),
        (
            ("قصفت طائرات اليمن.", "وردت السعودية من اليمن.", "وقتلت السعودية مسلحين."),
            "مسلحين",
            (None, "UAF", None),
        ),
        ((*YEMEN, "اعتقلت الشرطة ثلاثة أجانب."), "ثلاثة أجانب", (None, "CVL", None)),
        (("هاجم الجيش البيروفي القرية.",), "الجيش البيروفي", ("PER", "MIL", "per-army")),
        (("اعتقلت الشرطة الفنلندية رجلا.",), "الشرطة الفنلندية", ("FIN", "COP", "fin-police")),
        (("أدان الرئيس التركي الهجوم.",), "الرئيس التركي", ("TUR", "GOV", "recep-erdogan")),
        (("اعتقلت الشرطة قيادات حوثية.",), "قيادات حوثية", ("YEM", "REB", None)),
    ],
)
def test_whose_a_party_is(parties, sentences, text, coded):
    assert parties(*sentences)[text] == coded


@pytest.mark.parametrize(("published", "holder"), [("2010-05-01", "abdullah-gul"), ("2020-05-01", "recep-erdogan")])
def test_an_office_is_whoever_held_it_at_the_date(parties, published, holder):
    assert parties("أدان الرئيس التركي الهجوم.", published=published)["الرئيس التركي"][2] == holder


def test_a_stranger_named_in_full_keeps_country_and_sector(parties):
    coded = parties(
        "أدان وزير الأوقاف الأردني، الدكتور هايل سمكمكي، الهجوم.", "وشكر «سمكمكي» الحكومة البيروفية على جهودها."
    )
    assert coded["سمكمكي"] == ("JOR", "GOV", None)


def test_what_settles_the_country_is_said(reader):
    article = reader.read_page(read_sentences([*YEMEN, "هاجم الجيش القرية."], published="2015-08-06"))
    (actor,) = (p for e in article.events if e.sentence == 2 for p in e.actors)
    assert "+context" in actor.rule
    assert actor.reason.startswith("YEM: ")
