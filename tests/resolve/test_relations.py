"""Standing relations, one a kind and object."""

import pytest

from marsad.page import read_sentences
from marsad.record import Participant, Relation
from marsad.resolve.relation import merge_relations
from marsad.span import Span


def party(text, entity=None):
    return Participant(Span(0, 1), text, "test", None, entity)


def relation(kind, subjects, object_, sentence=0, trigger=0):
    return Relation(kind, tuple(subjects), object_, (Span(trigger, trigger + 1),), sentence, f"test:{sentence}")


ARMY, SAME_ARMY, OTHER = party("الجيش", "army"), party("القوات", "army"), party("الميليشيا", "militia")
OMAN, CHAD, PERU = party("عمان", "state:OMN"), party("تشاد", "state:TCD"), party("بيرو", "state:PER")


def test_one_relation_has_all_subjects_in_order_and_keeps_the_triggers():
    found = [
        relation("backs", [OMAN], ARMY, 0, 3),
        relation("backs", [CHAD, OMAN], SAME_ARMY, 1, 9),
        relation("backs", [PERU], ARMY, 4, 20),
    ]
    (merged,) = merge_relations(found)
    assert merged.subjects == (OMAN, CHAD, PERU)
    assert merged.triggers == (Span(3, 4), Span(9, 10), Span(20, 21))
    assert (merged.object, merged.sentence, merged.rule) == (ARMY, 0, "test:0")


@pytest.mark.parametrize(
    ("kind", "object_"),
    [("opposes", ARMY), ("backs", OTHER), ("backs", party("الجيش المنافس"))],
    ids=["kind", "object", "unresolved object"],
)
def test_another_kind_or_object_is_another_relation(kind, object_):
    found = [relation("backs", [OMAN], ARMY), relation(kind, [OMAN], object_)]
    assert merge_relations(found) == tuple(found)


def test_unresolved_parties_are_one_by_their_words():
    found = [relation("backs", [party("رعاة")], party("القرية")), relation("backs", [party("رعاة")], party("القرية"))]
    (merged,) = merge_relations(found)
    assert [subject.text for subject in merged.subjects] == ["رعاة"]
    assert len(merged.triggers) == 2


def test_relations_stand_in_order_of_first_mention():
    found = [relation("backs", [OMAN], OTHER), relation("backs", [OMAN], ARMY), relation("backs", [CHAD], OTHER)]
    assert [merged.object for merged in merge_relations(found)] == [OTHER, ARMY]


def test_nothing_merges_to_nothing():
    assert merge_relations([]) == ()


@pytest.fixture(scope="module")
def relations(reader):
    """(kind, subjects, object, words) of each relation of an article."""

    def of(*sentences):
        article = reader.read_page(read_sentences(list(sentences), published="2021-03-10"))
        return [
            (r.kind, [s.entity for s in r.subjects], r.object.entity, [t.of(article.text) for t in r.triggers])
            for r in article.relations
        ]

    return of


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            ["خليفة حفتر المدعوم من روسيا ومصر يهدد خصومه.", "وخليفة حفتر المدعوم من الإمارات يرفض الهدنة."],
            [("backs", ["state:RUS", "state:EGY", "state:ARE"], "khalifa-haftar", ["المدعوم", "المدعوم"])],
        ),
        (
            ["هدد الجيش السوري الذي تدعمه روسيا بالرد.", "وتعهد الجيش السوري الذي تدعمه إيران بالرد."],
            [("backs", ["state:RUS", "state:IRN"], "syrian-army", ["تدعمه", "تدعمه"])],
        ),
        (
            ["تعهد الجيش السوري المدعوم من روسيا بالرد.", "وتعهد الجيش السوري الذي تدعمه روسيا بالصمود."],
            [("backs", ["state:RUS"], "syrian-army", ["المدعوم", "تدعمه"])],
        ),
        (
            ["تعهد الجيش اليمني المدعوم من قطر بالرد.", "وتعهد الجيش الليبي المدعوم من قطر بالرد."],
            [
                ("backs", ["state:QAT"], "yemen-army", ["المدعوم"]),
                ("backs", ["state:QAT"], "libyan-army", ["المدعوم"]),
            ],
        ),
        (
            ["تعهد الجيش السوري الذي تدعمه روسيا بالرد.", "الجيش السوري بقيادة بشار الأسد"],
            [
                ("backs", ["state:RUS"], "syrian-army", ["تدعمه"]),
                ("commands", ["bashar-assad"], "syrian-army", ["بقيادة"]),
            ],
        ),
        (["زار الرئيس التونسي الجزائر."], []),
    ],
)
def test_relations_of_an_article(relations, sentences, expected):
    assert relations(*sentences) == expected


@pytest.fixture(scope="module")
def told(reader):
    """«subjects | kind | object | time» of each relation of one sentence."""

    def of(sentence):
        article = reader.read_page(read_sentences([sentence], published="2021-03-10"))
        return [
            f"{'، '.join(s.text for s in r.subjects)} | {r.kind} | {r.object.text} | {r.time.value if r.time else '-'}"
            for r in article.relations
        ]

    return of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("يقود حفتر الجيش الوطني الليبي منذ عام 2015.", "حفتر | commands | الجيش الوطني الليبي | 2015"),
        ("يتزعم حسن نصر الله حزب الله.", "حسن نصر الله | commands | حزب الله | -"),
        ("ينتمي المعتقلون إلى تنظيم القاعدة.", "المعتقلون | belongs-to | تنظيم القاعدة | -"),
        ("يتبع اللواء وزارة الدفاع الليبية.", "اللواء | belongs-to | وزارة الدفاع الليبية | -"),
        ("هددت كتائب القسام، الجناح العسكري لحركة حماس، بالرد.", "كتائب القسام | part-of | حركة حماس | -"),
        ("ترفض تركيا العضو في حلف شمال الأطلسي القرار.", "تركيا | part-of | حلف شمال الأطلسي | -"),
        ("هاجم فصيل منشق عن جبهة النصرة القرية.", "فصيل منشق | split-from | جبهة النصرة | -"),
        ("تراجعت الفصائل المتحالفة مع حفتر.", "الفصائل المتحالفة | backs | حفتر | -"),
        ("انسحبت الفصائل المناوئة لحفتر.", "الفصائل المناوئة | opposes | حفتر | -"),
        ("يشغل خلوصي أكار منصب وزير الدفاع.", "خلوصي أكار | holds-office | منصب وزير الدفاع | -"),
        (
            "تولى مصطفى الكاظمي رئاسة الحكومة العراقية في مايو 2020.",
            "مصطفى الكاظمي | holds-office | رئاسة الحكومة العراقية | 2020-05",
        ),
        ("تحدث وزير الدفاع التركي خلوصي أكار.", "خلوصي أكار | holds-office | وزير الدفاع التركي | -"),
        ("تحدث خلوصي أكار، وزير الدفاع التركي، طويلا.", "خلوصي أكار | holds-office | وزير الدفاع التركي | -"),
        (
            "تحدث رئيس الوزراء العراقي السابق نوري المالكي.",
            "نوري المالكي | held-office | رئيس الوزراء العراقي السابق | -",
        ),
    ],
)
def test_relations_that_a_sentence_states(told, sentence, expected):
    assert expected in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "لا تعترف سوريا بإسرائيل.",
        "لا ينتمي المعتقلون إلى تنظيم القاعدة.",
        "تركيا تدعم حكومة الوفاق.",
        "قاد حفتر هجوما على المدينة أمس.",
        "ترأس السراج اجتماعا أمس.",
        "يعترف المتهم بالجريمة.",
        "يقود السائق الحافلة.",
        "تحدث اللواء خليفة حفتر.",
    ],
    ids=["negated", "negated belonging", "news", "an act", "a meeting", "a confession", "driving", "a rank"],
)
def test_what_is_no_standing_relation(told, sentence):
    assert told(sentence) == []
