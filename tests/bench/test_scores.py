"""The scorers themselves, on rows small enough to count by hand."""

import pytest
from bench.gold import f_score, overlap, pairs, score_gold, tally_gold
from bench.gsr import average_precision, score_detection, score_spans
from bench.readme import PETRARCH, markdown, patch
from hypothesis import given
from hypothesis import strategies as st

SENTENCES = ["اقتحم مسلحون مخفرا في تعز فقتل 4 حراس وفق شهود.", "ساد هدوء حذر.", "وندد حزب الأمة بالاقتحام."]


def mention(**fields):
    known = {
        "s": 0,
        "type": "ASSAULT",
        "mode": None,
        "trigger": "اقتحم",
        "required": True,
        "status": "fact",
        "actors": [{"text": "مسلحون", "required": True, "country": "YEM", "sector": "UAF"}],
        "recipients": [{"text": "مخفرا", "required": True, "country": "?", "sector": "?"}],
        "place": "تعز",
        "date": "2021-03-10",
        "killed": 4,
        "injured": None,
        "claimed_by": "شهود",
    }
    return {**known, **fields}


def gold(*mentions):
    return [{"id": "a", "sentences": SENTENCES, "events": list(mentions)}]


def scored(wanted, *predicted):
    return score_gold(gold(*wanted), [{"id": "a", "events": list(predicted)}])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("مسلحون", "مسلحون مخفرا", True),
        ("اقتحم مسلحون", "مسلحون مخفرا", True),
        ("اقتحم", "مسلحون", False),
        ("مسلحون", "مخفرا", False),
        ("مسلحون ", "مخفرا", False),
        ("دبابة", "مخفرا", False),
        ("مخفرا", "دبابة", False),
    ],
)
def test_overlap(one, other, expected):
    assert overlap(one, other, SENTENCES[0]) is expected
    assert overlap(other, one, SENTENCES[0]) is expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((3, 4, 6), (0.75, 0.5, 0.6)),
        ((5, 5, 5), (1, 1, 1)),
        ((0, 4, 6), (0, 0, 0)),
        ((0, 0, 6), (0, 0, 0)),
        ((0, 4, 0), (0, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
    ],
)
def test_f_score(counts, expected):
    assert f_score(*counts) == pytest.approx(expected)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f_score_lies_between_precision_and_recall(hits, wrong, missed):
    precision, recall, f1 = f_score(hits, hits + wrong, hits + missed)
    assert min(precision, recall) - 1e-9 <= f1 <= max(precision, recall) + 1e-9


def test_a_perfect_prediction_scores_one():
    figures = scored([mention()], mention())
    empty = {"coded in 100 quiet sentences", "injured F1", "mode F1"}  # nothing to code, none injured, no mode
    assert {name: value for name, value in figures.items() if name not in empty} == dict.fromkeys(
        figures.keys() - empty, 1.0
    )
    assert [figures[name] for name in sorted(empty)] == [0, 0, 0]


@pytest.mark.parametrize("predictions", [[], [{"id": "a", "events": []}]])
def test_an_empty_prediction_scores_nothing(predictions):
    assert set(score_gold(gold(mention()), predictions).values()) == {0}


@pytest.mark.parametrize(
    "fields", [{"type": "PROTEST"}, {"s": 2}, {"trigger": "مخفرا"}], ids=["other type", "other sentence", "other word"]
)
def test_what_does_not_match_is_wrong_and_missed(fields):
    figures = scored([mention()], mention(**fields))
    assert (figures["precision"], figures["recall"]) == (0, 0)


def test_a_second_prediction_of_one_mention_is_wrong():
    figures = scored([mention()], mention(), mention())
    assert (figures["precision"], figures["recall"]) == (0.5, 1)


def test_the_prediction_with_the_right_parties_is_taken():
    bare = mention(actors=[], recipients=[])
    assert scored([mention()], bare, mention())["actors F1"] == 1


@pytest.mark.parametrize("predicted", [[], [mention(s=2, type="ACCUSE", trigger="وندد")]], ids=["left out", "made"])
def test_an_optional_mention_is_neither_rewarded_nor_punished(predicted):
    optional = mention(s=2, type="ACCUSE", trigger="وندد", required=False)
    figures = scored([mention(), optional], mention(), *predicted)
    assert (figures["precision"], figures["recall"]) == (1, 1)


def test_events_in_quiet_sentences_are_counted():
    figures = scored([mention()], mention(), mention(s=1, trigger="هدوء"), mention(s=0, type="AID", trigger="حراس"))
    assert figures["coded in 100 quiet sentences"] == 50
    assert figures["precision"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("name", "value", "figure"),
    [
        ("place", "مخفرا", "place F1"),
        ("place", None, "place F1"),
        ("date", "2021-03-11", "date F1"),
        ("killed", 5, "killed F1"),
        ("claimed_by", "مسلحون", "claimed_by F1"),
        ("status", "planned", "status accuracy"),
        ("actors", [{"text": "حراس"}], "actors F1"),
    ],
)
def test_a_wrong_field_costs_its_own_figure_alone(name, value, figure):
    figures = scored([mention()], mention(**{name: value}))
    assert figures[figure] == 0
    assert (figures["F1"], figures["recipients F1"]) == (1, 1)


@pytest.mark.parametrize(
    ("name", "figure"),
    [("place", "place F1"), ("killed", "killed F1"), ("status", "status accuracy")],
)
def test_a_field_that_annotators_differ_on_is_left_out(name, figure):
    right = mention(s=2, type="ACCUSE", trigger="وندد", place="حزب", claimed_by=None)
    unsure = mention(**{name: "?"})
    assert scored([unsure, right], mention(), right)[figure] == 1


def test_the_country_of_a_party_counts_only_where_it_is_sure():
    wrong = [{"text": "مسلحون", "country": "SAU", "sector": "UAF"}]
    figures = scored([mention()], mention(actors=wrong))
    assert (figures["country accuracy"], figures["sector accuracy"]) == (0, 1)
    unsure = mention(actors=[{"text": "مسلحون", "required": True, "country": "?", "sector": "UAF"}])
    assert tally_gold(gold(unsure), [{"id": "a", "events": [mention(actors=wrong)]}]).fields["country", "n"] == 0


def test_an_optional_party_is_neither_rewarded_nor_punished():
    optional = {"text": "حراس", "required": False, "country": "?", "sector": "?"}
    wanted = mention(recipients=[*mention()["recipients"], optional])
    for predicted in (mention(), wanted):
        assert scored([wanted], predicted)["recipients F1"] == 1


def test_each_party_is_paired_once():
    wanted = {"actors": [{"text": "مسلحون مخفرا"}, {"text": "مسلحون"}]}
    found = pairs(wanted, {"actors": [{"text": "مسلحون"}]}, "actors", SENTENCES[0])
    assert found == [({"text": "مسلحون مخفرا"}, {"text": "مسلحون"})]


def test_types_are_counted_apart():
    tally = tally_gold(gold(mention()), [{"id": "a", "events": [mention(), mention(type="AID", trigger="حراس")]}])
    assert dict(tally.types) == {"ASSAULT": [1, 0, 1], "AID": [0, 1, 0]}


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        ([(0.9, True), (0.8, True), (0.1, False)], 1),
        ([(0.9, False), (0.8, True)], 1 / 2),
        ([(0.9, True), (0.8, False), (0.7, True)], (1 + 2 / 3) / 2),
        ([(0.9, False), (0.8, True), (0.7, False), (0.6, True)], (1 / 2 + 2 / 4) / 2),
        ([(0.5, True), (0.5, False)], 1 / 2),
        ([(0.9, True), (0.5, True), (0.5, False), (0.5, False)], 1 / 2 + 2 / 4 / 2),
        ([(0, True), (0, False), (0, False), (0, False)], 1 / 4),
    ],
)
def test_average_precision(ranked, expected):
    assert average_precision(ranked) == pytest.approx(expected)
    assert average_precision(ranked[::-1]) == pytest.approx(expected)


def event(**fields):
    return {"type": "ASSAULT", "status": "fact", "confidence": 0.9, "trigger": "اقتحم", **fields}


def test_detection_asks_for_events_that_happened():
    rows = [{"label": label} for label in ("yes", "yes", "no", "ambiguous")]
    found = [[event()], [event(status="planned")], [event(type="AID")], [event()]]
    predictions = [{"id": str(n), "events": events} for n, events in enumerate(found)]
    figures = score_detection(rows, predictions, "ASSAULT")
    assert figures == pytest.approx({"average precision": 1 / 2 + 1 / 2 * 2 / 3, "precision": 1, "recall": 1 / 2})


def test_spans_ask_for_the_verb_and_both_countries():
    marked = {"verb": ["واقتحم"], "source_role": {"main": "YEM"}, "target_role": {"main": "SAU"}}
    rows = [{"spans": [marked]}, {"spans": [marked]}]
    found = [
        [event(actors=[{"country": "YEM"}], recipients=[{"country": "OMN"}]), event(type="AID")],
        [event(trigger="مخفرا")],
    ]
    predictions = [{"id": str(n), "events": events} for n, events in enumerate(found)]
    assert score_spans(rows, predictions, "ASSAULT") == pytest.approx(
        {
            "on the gold verb": 0.5,
            "right type": 1,
            "events a sentence": 1.5,
            "source country precision": 1,
            "source country recall": 0.5,
            "target country precision": 0,
            "target country recall": 0,
        }
    )


def test_markdown():
    assert markdown([("name", "n"), ("one", "1"), ("", "2")]) == ("| name | n |\n| --- | --- |\n| one | 1 |\n|  | 2 |")


TABLES = {
    "gold": {"precision": 0.876, "F1": 0.654, "coded in 100 quiet sentences": 3.21},
    "speed": {"sentences a second": 1234.5, "cold start seconds": 0.456, "peak memory MB": 98.7},
    **{f"gsr spans {kind}": {"on the gold verb": 0.432} for kind in PETRARCH if kind.isupper()},
    "cross-validation": {
        "precision": 0.765,
        "F1": 0.612,
        "coded in 100 quiet sentences": 6.54,
        **{f"average precision {kind}": 0.789 for kind in PETRARCH if kind.isupper()},
    },
}
PAGE = "before\n<!-- table quality -->\nstale\nwords\n<!-- end -->\nafter\n<!-- end -->\n"


def test_patch_replaces_the_marked_table_alone():
    text = patch(PAGE, TABLES)
    assert text.startswith("before\n<!-- table quality -->\n| suite | figure | Marsad |")
    assert text.endswith("|\n<!-- end -->\nafter\n<!-- end -->\n")
    assert "stale" not in text
    assert "words" not in text
    for figure in ("0.88", "0.65", "3.2", "0.46", "99", "0.43", "0.77", "0.61", "6.5", "0.79"):
        assert f"| {figure} |" in text


def test_patching_again_changes_nothing():
    once = patch(PAGE, TABLES)
    assert patch(once, TABLES) == once


@pytest.mark.parametrize("text", ["", "no table", "<!-- table other -->\nkept\n<!-- end -->\n"])
def test_patch_leaves_other_text(text):
    assert patch(text, TABLES) == text
