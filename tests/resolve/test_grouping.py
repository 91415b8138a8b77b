"""Which mentions of an article are one event."""

import pytest

from marsad.page import read_sentences

QUIET = "كان البحر ساكنا هذا الصباح."
VISIT = "زار الرئيس التونسي الجزائر."
BACK = "واستغرقت الزيارة يومين."
RAID = "هاجم مسلحون ثكنة في درعا."


@pytest.fixture(scope="module")
def told(reader):
    """The (type, number) of each mention of an article."""

    def of(*sentences):
        found = reader.read_page(read_sentences(list(sentences), published="2021-03-10"))
        return [(event.type, event.event) for event in found.events]

    return of


@pytest.fixture(scope="module")
def numbers(told):
    """The numbers of the events of one type, mention by mention."""

    def of(type_, *sentences):
        return [number for found, number in told(*sentences) if found == type_]

    return of


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("الجيش السوداني يقصف مخزنا للسلاح", "قصف الجيش السوداني مخزنا للسلاح قرب كسلا."),
        ("طائرات مصرية تقصف رتلا", "قصفت طائرات مصرية رتلا للمسلحين في العريش."),
        ("مسلحون يهاجمون ثكنة", "هاجم مسلحون ثكنة في درعا يوم الاثنين."),
    ],
)
def test_headline_and_body_tell_one_event(numbers, headline, body):
    assert numbers("ASSAULT", headline, body) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قصف الجيش السوري بلدة جوبر يوم الاثنين.", "قصف الجيش السوري بلدة جوبر يوم الثلاثاء."),
        (RAID, "هاجم مسلحون ثكنة في حماة."),
        ("هاجم الجيش اليمني المتمردين.", "هاجم الجيش الليبي المتمردين."),
        ("قصف الجيش السوري جوبر.", "لم يقصف الجيش السوري جوبر."),
        ("قصف الجيش السوري جوبر.", "قد يقصف الجيش السوري جوبر."),
    ],
    ids=["days", "places", "parties", "negated", "possible"],
)
def test_what_differs_is_another_event(numbers, one, other):
    assert numbers("ASSAULT", one, other) == [1, 2]


@pytest.mark.parametrize(
    "other",
    ["هاجم مسلحون ثكنة.", "هاجم مسلحون ثكنة في درعا يوم الثلاثاء."],
    ids=["no place", "a day as well"],
)
def test_what_one_mention_leaves_out_is_no_difference(numbers, other):
    assert numbers("ASSAULT", RAID, other) == [1, 1]


def test_a_third_mention_may_contradict_an_earlier_one_than_the_last(numbers):
    assert numbers("ASSAULT", RAID, "هاجم مسلحون ثكنة.", "هاجم مسلحون ثكنة في حماة.") == [1, 1, 2]


def test_armies_with_one_backer_are_two_parties(numbers):
    one, other = "قصف الجيش اليمني المدعوم من قطر المتمردين.", "قصف الجيش الليبي المدعوم من قطر المتمردين."
    assert numbers("ASSAULT", one, other) == [1, 2]


@pytest.mark.parametrize(
    ("sentences", "type_", "expected"),
    [
        ((VISIT, BACK), "CONSULT", [1, 1]),
        ((VISIT, "وتأتي الزيارة بعد أشهر من القطيعة.", BACK), "CONSULT", [1, 1, 1]),
        ((VISIT, RAID, BACK), "CONSULT", [1, 1]),
        (("قصف الجيش السوري جوبر.", "وأدانت فرنسا القصف."), "ASSAULT", [1, 1]),
    ],
)
def test_a_definite_noun_refers_back(numbers, sentences, type_, expected):
    assert numbers(type_, *sentences) == expected


def test_a_definite_noun_without_an_event_before_is_one_of_its_own(numbers):
    assert numbers("CONSULT", RAID, BACK) == [2]


@pytest.mark.parametrize(("later", "expected"), [(2, [1, 1]), (14, [1, 1]), (15, [1, 2]), (20, [1, 2])])
def test_a_definite_noun_reaches_fourteen_sentences_back(numbers, later, expected):
    assert numbers("CONSULT", VISIT, *[QUIET] * (later - 1), BACK) == expected


@pytest.mark.parametrize(("later", "expected"), [(1, [1, 1]), (6, [1, 1]), (7, [1, 2]), (15, [1, 2])])
def test_a_full_mention_reaches_six_sentences_back(numbers, later, expected):
    assert numbers("ASSAULT", RAID, *[QUIET] * (later - 1), RAID) == expected


def test_reach_counts_from_the_last_mention(numbers):
    quiet = [QUIET] * 5
    assert numbers("ASSAULT", RAID, *quiet, RAID, *quiet, RAID) == [1, 1, 1]


@pytest.mark.parametrize(
    "sentence",
    ["قصف الجيش السوري جوبر ثم قصف الجيش السوري جوبر.", "قصف الجيش السوري جوبر وهاجم مسلحون ثكنة في حماة."],
)
def test_two_events_of_one_sentence_differ(numbers, sentence):
    assert numbers("ASSAULT", sentence) == [1, 2]


def test_numbers_follow_the_order_of_first_mention(told):
    assert told(RAID, VISIT, "هاجم مسلحون ثكنة في حماة.", BACK, RAID) == [
        ("ASSAULT", 1),
        ("CONSULT", 2),
        ("ASSAULT", 3),
        ("CONSULT", 2),
        ("ASSAULT", 1),
    ]


def test_an_article_without_events_has_no_numbers(told):
    assert told(QUIET) == []


def test_a_party_described_is_the_party_named(numbers):
    one = "زار وزير النفط سامر الحداد بغداد."
    assert numbers("CONSULT", one, "وزار الوزير بغداد صباح اليوم.") == [1, 1]
    assert numbers("CONSULT", one, "وزار وزير النقل كمال الزغبي بغداد صباح اليوم.") == [1, 2]


def test_several_are_not_the_one_told_before(numbers):
    raid = "شن الجيش السوري غارة على جوبر."
    assert numbers("ASSAULT", raid, "واستمرت الغارة ساعة.") == [1, 1]
    assert numbers("ASSAULT", raid, "وأوقعت الغارات ضحايا منذ سنوات.") == [1, 2]
